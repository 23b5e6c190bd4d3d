"""Drawings of the public portfolio: where the projects' partners are, and when the work ran."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.translation import gettext
from markupsafe import Markup

from korpu.domains.programmes.enums import DateKind, PartyRole
from korpu.domains.programmes.public import Standing
from korpu.foundations.codelists.api import titles
from korpu.foundations.ui.charts import COLOURS, svg
from korpu.foundations.ui.maps import Marked, country_map

ROLES = (PartyRole.BENEFICIARY, PartyRole.DONOR, PartyRole.PARTNER, PartyRole.COMPONENT_LEADER)
_ROW_HEIGHT = 54
_MILESTONES = (DateKind.ENTRUSTED, DateKind.AGREEMENT_SIGNED, DateKind.OFFICE_OPENED)


@dataclass(frozen=True, slots=True)
class CountryRow:
    """A line of the table beside the map: what a country is to which projects."""

    name: str
    roles: str
    projects: str


@dataclass(frozen=True, slots=True)
class MapView:
    """The drawing, what its colours mean, and the table that says the same."""

    drawing: Markup
    legend: Sequence[tuple[str, str]]
    rows: Sequence[CountryRow]


# one entry under the other: beside one another they would make the drawing wider than its bars
_LEGEND = {"direction": "vertical", "labelLimit": 320}


def map_of(standings: Sequence[Standing]) -> MapView:
    """Countries of the beneficiaries, donors and partners of the projects."""
    names = titles("countries")
    roles: dict[str, list[PartyRole]] = {}
    projects: dict[str, list[str]] = {}
    for one in standings:
        for role in ROLES:
            for country in sorted(one.countries.get(role, ())):
                _once(roles, country, role)
                _once(projects, country, one.project.acronym)
    marked = [
        Marked(country, str(names.get(country, country)), ROLES.index(held[0]))
        for country, held in roles.items()
    ]
    used = sorted({ROLES.index(held[0]) for held in roles.values()})
    rows = [
        CountryRow(
            str(names.get(country, country)),
            ", ".join(str(role.label) for role in held),
            ", ".join(projects[country]),
        )
        for country, held in roles.items()
    ]
    alt = gettext("Map of the countries that take part in the projects; the table names them.")
    return MapView(
        country_map(sorted(marked, key=lambda one: one.country), alt=alt),
        [(COLOURS[place], str(ROLES[place].label)) for place in used],
        sorted(rows, key=lambda row: row.name),
    )


def _once(found: dict[str, list[Any]], country: str, value: object) -> None:
    held = found.setdefault(country, [])
    if value not in held:
        held.append(value)


def time_line(standings: Iterable[Standing]) -> Markup:
    """One bar per project from its first to its last day, and a mark for each other dated step.

    Empty where no project has both ends.
    """
    dated = [one for one in standings if one.first and one.last]
    if not dated:
        return Markup()
    dated.sort(key=lambda one: one.first or date.min)
    kinds = {False: gettext("Carried out"), True: gettext("End as planned")}
    bars = [_bar(one, kinds[one.last_is_planned]) for one in dated]
    marks = [mark for one in dated for mark in _marks(one)]
    spec = {
        "width": 640,
        "height": _ROW_HEIGHT * len(dated),
        "layer": [_bars(bars, list(kinds.values())), _points(marks)],
        "resolve": {"scale": {"color": "independent", "shape": "independent"}},
    }
    return svg(spec, gettext("Time line of the projects; the list below gives the same days."))


def _bar(one: Standing, kind: str) -> Mapping[str, object]:
    return {
        "project": one.project.acronym,
        "first": str(one.first),
        "last": str(one.last),
        "kind": kind,
    }


def _marks(one: Standing) -> list[Mapping[str, object]]:
    return [
        {"project": one.project.acronym, "day": str(step.day), "step": step.get_kind_display()}
        for step in one.dates
        if step.kind in _MILESTONES
    ]


def _axis_y() -> Mapping[str, object]:
    return {"field": "project", "type": "nominal", "title": None, "sort": None}


def _bars(bars: list[Mapping[str, object]], kinds: list[str]) -> Mapping[str, object]:
    scale = {"domain": kinds, "range": [COLOURS[0], "#7a9aa3"]}
    return {
        "data": {"values": bars},
        "mark": {"type": "bar", "height": 18, "cornerRadius": 3},
        "encoding": {
            "y": _axis_y(),
            "x": {
                "field": "first",
                "type": "temporal",
                "title": None,
                "axis": {"format": "%Y", "tickCount": "year"},
            },
            "x2": {"field": "last"},
            "color": {
                "field": "kind",
                "type": "nominal",
                "title": None,
                "scale": scale,
                "legend": _LEGEND,
            },
        },
    }


def _points(marks: list[Mapping[str, object]]) -> Mapping[str, object]:
    order = [str(kind.label) for kind in _MILESTONES]
    colour = {"field": "step", "type": "nominal", "title": None, "legend": _LEGEND}
    return {
        "data": {"values": marks},
        "mark": {"type": "point", "size": 110, "filled": True, "opacity": 1},
        "encoding": {
            "y": _axis_y(),
            "x": {"field": "day", "type": "temporal"},
            "color": {**colour, "scale": {"domain": order, "range": list(COLOURS[1:4])}},
            "shape": {**colour, "scale": {"domain": order}},
        },
    }
