"""The figure of a period: counted from work, or typed from a source; never a guess."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Literal

from korpu.domains.programmes.counting import CountQuery, ProjectRef, counters
from korpu.domains.programmes.enums import ValueState
from korpu.domains.programmes.models import Indicator, Period
from korpu.kernel.texts import Text

How = Literal["counted", "typed", "none"]
SMALLEST_SHOWN = 5
FEWER_THAN_FIVE = Text(az="5-dən az", en="fewer than 5", ru="менее 5")
SPLIT_UNKNOWN = Text(az="bölgüsü məlum deyil", en="split unknown", ru="разбивка неизвестна")


@dataclass(frozen=True, slots=True)
class Figure:
    """A value with everything a reader needs to check it.

    Attributes:
        value: None: see ``state``.
        how: ``counted`` by a room, ``typed`` from a source, or ``none``.
        is_withheld: a small number of people, shown to the public as "fewer than 5".
        is_waiting: typed, and not approved yet.
        query, href: what was counted, in words, and where the counted things are listed.
        splits: dimension → category → value.
        unknown: dimension → how many of the value have no category; the whole value where the
            split is unknown altogether.
    """

    value: Decimal | None
    state: ValueState
    how: How
    is_withheld: bool = False
    is_waiting: bool = False
    query: Text | None = None
    href: str = ""
    splits: Mapping[str, Mapping[str, Decimal]] = field(default_factory=dict)
    unknown: Mapping[str, Decimal] = field(default_factory=dict)

    @property
    def has_no_split(self) -> bool:
        """The total is known and nothing of how it splits."""
        return self.value is not None and self.how == "typed" and not self.splits


def is_counted(indicator: Indicator, period: Period) -> bool:
    """Whether the period's actual is counted; then nobody types it."""
    if not indicator.counter:
        return False
    return indicator.counted_from is None or period.last >= indicator.counted_from


def figure_of(period: Period, project: ProjectRef, *, public: bool) -> Figure:
    """The actual of a period, as the public or the office reads it.

    A period not yet over is counted up to its last day like any other.
    """
    indicator = period.indicator
    if is_counted(indicator, period):
        return _counted(indicator, period, project, public=public)
    waiting = period.actual is not None and period.approved_at is None
    return Figure(
        value=period.actual,
        state=ValueState(period.actual_state),
        how="none" if period.actual is None else "typed",
        is_waiting=waiting,
        splits={name: _decimals(split) for name, split in period.splits.items()},
        unknown=_missing(indicator, period),
    )


def _counted(indicator: Indicator, period: Period, project: ProjectRef, *, public: bool) -> Figure:
    counter = counters().get(indicator.counter)
    if counter is None:
        return Figure(None, ValueState.UNKNOWN, "none")
    activity = indicator.counted_activity
    since = max(period.first, indicator.counted_from or period.first)
    found = counter.count(
        CountQuery(project, activity.uuid if activity else None, since, period.last)
    )
    small = public and counter.protects and 0 < found.total < SMALLEST_SHOWN
    return Figure(
        value=None if small else Decimal(found.total),
        state=ValueState.STATED,
        how="counted",
        is_withheld=small,
        query=found.query,
        href="" if public and counter.protects else found.href,
        splits={} if public and counter.protects else _splits(found.splits),
        unknown={} if public and counter.protects else _decimals(found.unknown),
    )


def _splits(splits: Mapping[str, Mapping[str, int]]) -> dict[str, dict[str, Decimal]]:
    return {name: _decimals(split) for name, split in splits.items()}


def _decimals(split: Mapping[str, object]) -> dict[str, Decimal]:
    return {name: Decimal(str(value)) for name, value in split.items()}


def _missing(indicator: Indicator, period: Period) -> dict[str, Decimal]:
    """What of a typed total no category of a dimension accounts for."""
    if period.actual is None:
        return {}
    named = {name: sum(_decimals(split).values()) for name, split in period.splits.items()}
    return {name: period.actual - named.get(name, 0) for name in indicator.dimensions}
