"""Working days as the law sets them: weekends, holidays, carried rest days, decrees, exchanges."""

from bisect import bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Literal

from korpu.engines.procedure.model import Citation, Roll
from korpu.kernel.texts import Text

DAY = timedelta(days=1)
DayOffKind = Literal["weekend", "holiday", "carried", "closure", "exchanged"]

WEEKEND = Text(az="istirahət günü", en="weekend", ru="выходной день")
CARRIED = Text(
    az="{holiday}: keçirilmiş istirahət günü",
    en="rest day carried over from {holiday}",
    ru="перенесённый выходной: {holiday}",
)

EXCHANGED = Text(
    az="yeri dəyişdirilmiş istirahət günü",
    en="day exchanged by decree",
    ru="день отдыха, перенесённый постановлением",
)


@dataclass(frozen=True, slots=True)
class DayOff:
    """Why a day is not a working day."""

    kind: DayOffKind
    title: Text
    citation: Citation


@dataclass(frozen=True, slots=True)
class Holiday:
    """A holiday on the same days each year, or on days a decree names.

    Attributes:
        days: (month, day) pairs; empty for a decreed holiday.
        decreed: its days by year.
        carries: a weekend day it falls on is carried to the next working day.
        carries_on_meeting: where it meets another holiday, the next working day is off as well.
        valid_until: last day, inclusive; null means until further notice.
    """

    id: str
    title: Text
    citation: Citation
    days: tuple[tuple[int, int], ...] = ()
    decreed: tuple[date, ...] = ()
    carries: bool = True
    carries_on_meeting: bool = False
    valid_from: date | None = None
    valid_until: date | None = None

    def in_year(self, year: int) -> Iterator[date]:
        """Its days of ``year`` within its own validity."""
        fixed = (date(year, month, day) for month, day in self.days)
        for day in (*fixed, *(day for day in self.decreed if day.year == year)):
            if (self.valid_from or date.min) <= day <= (self.valid_until or date.max):
                yield day


@dataclass(frozen=True, slots=True)
class Exchange:
    """A working day declared free in exchange for a free day declared working."""

    closed: date
    worked: date
    citation: Citation


@dataclass(frozen=True, slots=True)
class Closure:
    """A single day declared free, such as a polling day."""

    on: date
    title: Text
    citation: Citation


@dataclass(frozen=True, slots=True)
class Counting:
    """How this law counts.

    Attributes:
        anchor_counted: the day of the event is the first day of the term.
        anchor_law: for that; ``months_law`` for the end of a term in months; ``roll_law`` for a
            last day that is not a working day.
    """

    anchor_counted: bool
    anchor_law: Citation
    months_law: Citation
    roll_law: Citation


@dataclass(frozen=True)
class Calendar:
    """One law's working days.

    Days outside ``decreed_from`` to ``decreed_until`` can be asked for, and are right but for the
    decrees nobody has made or recorded yet: whoever uses them must call the result provisional.

    Attributes:
        weekend: weekday numbers, Monday is 0.
        decreed_from: first day for which every decree is recorded.
        decreed_until: last such day, inclusive.
        time_zone: where its hours are read from the clock.
        published_on: the day this edition of the calendar was published; null for the first.
        before: the edition it replaced; null for the first.
    """

    id: str
    title: Text
    weekend: frozenset[int]
    weekend_law: Citation
    holidays: tuple[Holiday, ...]
    closures: tuple[Closure, ...]
    exchanges: tuple[Exchange, ...]
    decreed_from: date
    decreed_until: date
    counting: Counting
    time_zone: str = "UTC"
    published_on: date | None = None
    before: "Calendar | None" = None
    _off: dict[int, Mapping[date, DayOff]] = field(
        default_factory=dict, init=False, compare=False, repr=False
    )
    _worked: dict[int, list[int]] = field(
        default_factory=dict, init=False, compare=False, repr=False
    )
    _asked: dict[date, DayOff | None] = field(
        default_factory=dict, init=False, compare=False, repr=False
    )

    def off(self, day: date) -> DayOff | None:
        """Why ``day`` is free; null when it is a working day."""
        if day not in self._asked:
            self._asked[day] = self._find_off(day)
        return self._asked[day]

    def _find_off(self, day: date) -> DayOff | None:
        reason = self._offs(day.year).get(day)
        if reason is not None:
            return reason
        if day.weekday() in self.weekend and not self._is_exchanged(day):
            return DayOff("weekend", WEEKEND, self.weekend_law)
        return None

    def is_working(self, day: date) -> bool:
        return self.off(day) is None

    def is_decreed(self, first: date, last: date) -> bool:
        """Whether every decree about ``first`` to ``last`` is on record."""
        return self.decreed_from <= first and last <= self.decreed_until

    def count(self, after: date, until: date) -> int:
        """Working days later than ``after`` and not later than ``until``."""
        if until <= after:
            return 0
        return sum(
            bisect_right(days, until.toordinal()) - bisect_right(days, after.toordinal())
            for days in map(self._working, range(after.year, until.year + 1))
        )

    def nth_after(self, after: date, quantity: int) -> date:
        """The ``quantity``-th working day after a day; that day itself when it is 0."""
        if quantity == 0:
            return after
        year, left = after.year, quantity
        while True:
            days = self._working(year)
            start = bisect_right(days, after.toordinal())
            if len(days) - start >= left:
                return date.fromordinal(days[start + left - 1])
            left -= len(days) - start
            year += 1

    def nth_before(self, before: date, quantity: int) -> date:
        """The ``quantity``-th working day before a day; that day itself when it is 0."""
        day = before
        for _ in range(quantity):
            day = self.roll(day - DAY, "previous_working_day")
        return day

    def roll(self, day: date, rule: Roll) -> date:
        """``day``, or the working day the rule moves it to."""
        if rule == "none":
            return day
        step = DAY if rule == "next_working_day" else -DAY
        while not self.is_working(day):
            day += step
        return day

    def _is_exchanged(self, day: date) -> bool:
        return any(exchange.worked == day for exchange in self.exchanges)

    def _working(self, year: int) -> list[int]:
        if year not in self._worked:
            first, last = date(year, 1, 1).toordinal(), date(year, 12, 31).toordinal()
            days = map(date.fromordinal, range(first, last + 1))
            self._worked[year] = [day.toordinal() for day in days if self.is_working(day)]
        return self._worked[year]

    def _offs(self, year: int) -> Mapping[date, DayOff]:
        if year not in self._off:
            self._off[year] = self._compute(year)
        return self._off[year]

    def _compute(self, year: int) -> dict[date, DayOff]:
        """Free days other than weekends; December before is walked too, because it carries over."""
        meeting = self._celebrated(year)
        free = {
            day: DayOff("holiday", names[0].title, names[0].citation)
            for day, names in meeting.items()
        }
        free |= {
            closure.on: DayOff("closure", closure.title, closure.citation)
            for closure in self.closures
        }
        for day, holiday in self._carried(meeting):
            target = day + DAY
            while target in free or target.weekday() in self.weekend:
                target += DAY
            title = CARRIED.format(holiday=holiday.title)
            free[target] = DayOff("carried", title, holiday.citation)
        for exchange in self.exchanges:
            free.pop(exchange.worked, None)
            free[exchange.closed] = DayOff("exchanged", EXCHANGED, exchange.citation)
        return {day: reason for day, reason in free.items() if day.year == year}

    def _celebrated(self, year: int) -> dict[date, list[Holiday]]:
        """Holidays by day, of ``year`` and the year before, in the order of days."""
        found: dict[date, list[Holiday]] = {}
        for celebrated in (year - 1, year):
            for holiday in self.holidays:
                for day in holiday.in_year(celebrated):
                    found.setdefault(day, []).append(holiday)
        return dict(sorted(found.items()))

    def _carried(self, meeting: dict[date, list[Holiday]]) -> Iterator[tuple[date, Holiday]]:
        """Each rest day that is owed: one for a weekend day, one for a meeting of holidays."""
        for day, holidays in meeting.items():
            carrying = next((holiday for holiday in holidays if holiday.carries), None)
            if carrying and day.weekday() in self.weekend:
                yield day, carrying
            if len(holidays) > 1:
                yield from ((day, each) for each in holidays if each.carries_on_meeting)
