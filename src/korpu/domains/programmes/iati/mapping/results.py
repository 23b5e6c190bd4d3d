"""Results of a project as the file states them: counted figures, approved figures, no others."""

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from korpu.domains.programmes.counting import ProjectRef
from korpu.domains.programmes.enums import ValueState
from korpu.domains.programmes.figures import SPLIT_UNKNOWN, Figure, figure_of
from korpu.domains.programmes.iati.mapping import codes
from korpu.domains.programmes.iati.mapping.words import narratives, texts
from korpu.domains.programmes.models import Indicator as OurIndicator
from korpu.domains.programmes.models import Period as OurPeriod
from korpu.domains.programmes.models import Result as OurResult
from korpu.engines.iati.model.common import Day, Texts
from korpu.engines.iati.model.results import (
    Baseline,
    Dimension,
    Indicator,
    Measured,
    Period,
    Result,
)


def results(
    ours: Sequence[OurResult],
    indicators: Sequence[OurIndicator],
    periods: Sequence[OurPeriod],
    project: ProjectRef,
) -> tuple[Result, ...]:
    """The results that have an indicator; the standard has no place for one without."""
    by_result: dict[int, list[OurIndicator]] = {}
    by_indicator: dict[int, list[OurPeriod]] = {}
    for indicator in indicators:
        by_result.setdefault(indicator.result_id, []).append(indicator)
    for period in periods:
        by_indicator.setdefault(period.indicator_id, []).append(period)
    return tuple(
        Result(
            type=codes.RESULTS[one.level],
            title=texts(one.title),
            indicator=tuple(
                _indicator(each, by_indicator.get(each.pk, ()), project)
                for each in by_result[one.pk]
            ),
        )
        for one in ours
        if one.pk in by_result
    )


def _indicator(ours: OurIndicator, periods: Sequence[OurPeriod], project: ProjectRef) -> Indicator:
    return Indicator(
        measure=codes.MEASURES.get(ours.unit, codes.COUNTED),
        ascending=ours.is_rising,
        title=texts(ours.title),
        baseline=_baseline(ours),
        period=tuple(_period(each, project) for each in periods),
    )


def _baseline(ours: OurIndicator) -> tuple[Baseline, ...]:
    if ours.baseline is None or ours.baseline_year is None:
        return ()
    return (Baseline(year=ours.baseline_year, value=_figure(ours.baseline)),)


def _period(ours: OurPeriod, project: ProjectRef) -> Period:
    target = ours.target if ours.target_state == ValueState.STATED else None
    return Period(
        period_start=Day(iso_date=ours.first),
        period_end=Day(iso_date=ours.last),
        target=() if target is None else (Measured(value=_figure(target)),),
        actual=tuple(_actuals(figure_of(ours, project, public=True))),
    )


def _actuals(figure: Figure) -> Iterator[Measured]:
    """The total, then each category of each split; what waits for approval is left out."""
    if figure.value is None or figure.is_waiting:
        return
    yield Measured(value=_figure(figure.value), comment=_comment(figure))
    for dimension, split in figure.splits.items():
        yield from _split(dimension, split)


def _split(dimension: str, split: Mapping[str, Decimal]) -> Iterator[Measured]:
    for category, value in split.items():
        yield Measured(value=_figure(value), dimension=(Dimension(name=dimension, value=category),))


def _comment(figure: Figure) -> Texts | None:
    if figure.query is not None:
        return texts(figure.query)
    return Texts(narrative=narratives(SPLIT_UNKNOWN)) if figure.has_no_split else None


def _figure(value: Decimal) -> str:
    """A whole number without a point, any other with two digits."""
    return str(int(value)) if value == value.to_integral_value() else format(value, "f")
