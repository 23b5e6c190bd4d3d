"""The jurisdiction's measures and parameters of release, read once."""

from collections.abc import Mapping
from datetime import date
from functools import cache

from korpu.engines.measures.api import (
    Measure,
    ReleaseRules,
    load_classifications,
    load_measures,
    load_release_rules,
)
from korpu.foundations.accounts.api import jurisdiction_folder
from korpu.kernel.errors import InvalidInput, NotFound
from korpu.kernel.periods import Month, Quarter, Year
from korpu.kernel.texts import Text

Period = Quarter | Month | Year
_KINDS: Mapping[str, type[Quarter] | type[Month] | type[Year]] = {
    "Q": Quarter,
    "M": Month,
    "A": Year,
}


@cache
def measures() -> Mapping[str, Measure]:
    """Every measure of the running jurisdiction, by id."""
    folder = jurisdiction_folder()
    return load_measures(folder / "measures", load_classifications(folder / "classifications"))


@cache
def release_rules() -> ReleaseRules:
    """Under which parameters figures are released now."""
    return load_release_rules(jurisdiction_folder() / "statistics.yaml")


def measure_named(name: str) -> Measure:
    """Raises NotFound."""
    if name not in measures():
        raise NotFound(
            Text(
                az="Belə göstərici elan olunmayıb.",
                en="No such measure is declared.",
                ru="Такой показатель не объявлен.",
            ),
            facts={"measure": name},
        )
    return measures()[name]


def period_named(measure: Measure, name: str) -> Period:
    """The period of that SDMX name, of the kind the measure counts. Raises InvalidInput."""
    return _KINDS[measure.frequency].parse(name)


def ended_period(measure: Measure, on: date) -> Period:
    """The last period of the measure's kind that had ended before ``on``."""
    return _KINDS[measure.frequency].of(on).shifted(-1)


def check_ended(period: Period, on: date) -> None:
    """Raises InvalidInput while the period still runs: its count would not be one."""
    if on <= period.last:
        raise InvalidInput(
            Text(
                az="{period} dövrü hələ bitməyib.",
                en="The period {period} has not ended.",
                ru="Период {period} ещё не закончился.",
            ).format(period=period.sdmx_name),
            Text(
                az="Bitmiş dövr seçin.",
                en="Choose a period that has ended.",
                ru="Выберите завершившийся период.",
            ),
            fields={
                "period": Text(
                    az="Bu dövr hələ bitməyib.",
                    en="This period has not ended.",
                    ru="Этот период ещё не закончился.",
                )
            },
        )
