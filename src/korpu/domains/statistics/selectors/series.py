"""UNHCR's series for a country, as the public page shows them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from django.db.models import Sum

from korpu.domains.statistics.declarations import release_rules
from korpu.domains.statistics.models import PopulationFigure, ReferenceDataset
from korpu.domains.statistics.reference_tables.declared import unhcr_population
from korpu.foundations.accounts.api import Actor
from korpu.foundations.codelists.api import titles
from korpu.kernel.texts import Text

Direction = Literal["in", "from"]
GROUPS = ("refugees", "asylum_seekers", "idps", "stateless")
UNKNOWN = "UNK"
STATELESS = "XXA"
_NO_COUNTRY: Mapping[str, Text] = {
    UNKNOWN: Text(az="Naməlum", en="Unknown", ru="Неизвестно"),
    STATELESS: Text(az="Vətəndaşlığı olmayanlar", en="Stateless", ru="Лица без гражданства"),
}


@dataclass(frozen=True, slots=True)
class SeriesYear:
    """The figures of one year; None: the source gives no figure, which is not zero."""

    year: int
    refugees: int | None
    asylum_seekers: int | None
    idps: int | None
    stateless: int | None


@dataclass(frozen=True, slots=True)
class Series:
    """Figures by year, oldest first; empty when nothing is loaded or nothing matches.

    Attributes:
        dataset: the table they come from; None when none has been loaded.
    """

    dataset: ReferenceDataset | None
    years: Sequence[SeriesYear]


def population_series(*, direction: Direction, country: str, for_actor: Actor) -> Series:
    """People in the country of the jurisdiction, or from it, by year.

    Args:
        direction: ``in``: the jurisdiction is the country of asylum; ``from``: of origin.
        country: ISO code of the country on the other side; empty: all together.
        for_actor: anybody; the table is public.
    """
    del for_actor
    dataset = _current()
    if dataset is None:
        return Series(None, ())
    here, there = _sides(direction)
    rows = PopulationFigure.objects.filter(dataset=dataset, **{here: release_rules().area})
    if country:
        rows = rows.filter(**{there: country})
    found = rows.order_by("year").values_list("year").annotate(*(Sum(group) for group in GROUPS))
    years = [SeriesYear(*figures) for figures in found]
    return Series(dataset, years)


def series_countries(*, direction: Direction, for_actor: Actor) -> list[tuple[str, Text]]:
    """The countries on the other side that occur in the table, with their names."""
    del for_actor
    dataset = _current()
    if dataset is None:
        return []
    here, there = _sides(direction)
    rows = PopulationFigure.objects.filter(dataset=dataset, **{here: release_rules().area})
    named = dict(rows.order_by(there).values_list(there, f"{there}_name"))
    known = titles("countries")
    return [(code, known.get(code) or _fallback(code, name)) for code, name in named.items()]


def _fallback(code: str, name: str) -> Text:
    return _NO_COUNTRY.get(code) or Text(az=name, en=name, ru=name)


def _current() -> ReferenceDataset | None:
    name = unhcr_population().table.name
    return ReferenceDataset.objects.filter(name=name, is_current=True).first()


def _sides(direction: Direction) -> tuple[str, str]:
    return ("asylum", "origin") if direction == "in" else ("origin", "asylum")
