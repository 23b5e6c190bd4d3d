"""The arithmetic of a term: from an anchor, a quantity and the days the clock stood still."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Literal
from zoneinfo import ZoneInfo

from korpu.engines.procedure.calendars import DAY, Calendar
from korpu.engines.procedure.model import Roll, Unit
from korpu.kernel.periods import add_months

HOURS = 24


@dataclass(frozen=True, slots=True)
class Pause:
    """Days the clock stood still, both ends included; ``last`` null while it still does."""

    first: date
    last: date | None


@dataclass(frozen=True, slots=True)
class Reckoning:
    """Where a term ends.

    Attributes:
        due_on: the last day in time; null while the clock stands still.
        unrolled_on: the last day before it was moved to a working day; null likewise.
        left: units left when the clock stopped; null when it runs. For a term in months: days.
        due_at: the moment a term in hours ends; null for every other.
    """

    due_on: date | None
    unrolled_on: date | None
    left: int | None = None
    due_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Term:
    """A quantity of hours, days or months on a calendar.

    A term is a budget: it is used up by the days that count. A pause takes no budget, so what is
    left is kept in the term's own unit; a term in months moves by the calendar days of the pause.

    Attributes:
        time: the time of day a term in hours begins, as ``14:05`` in the calendar's time zone; null
            when it is not known: the hours then run from the end of that day.
    """

    quantity: int
    unit: Unit
    calendar: Calendar
    roll: Roll
    direction: Literal["after", "before"] = "after"
    time: str | None = None

    def reckon(self, anchor: date, pauses: Sequence[Pause] = ()) -> Reckoning:
        """The end of the term counted from ``anchor``.

        Args:
            anchor: the day of the event.
            pauses: in order, not overlapping.
        """
        if self.unit == "hours":
            return self._hours(anchor)
        if self.direction == "before":
            return self._rolled(self._before(anchor))
        first = anchor - DAY if self.calendar.counting.anchor_counted else anchor
        if self.unit == "months":
            return self._months(first, pauses)
        return self._days(first, pauses)

    def count(self, after: date, until: date) -> int:
        """Units used between two days; for months, calendar days."""
        if self.unit == "working_days":
            return self.calendar.count(after, until)
        return max((until - after).days, 0) * (HOURS if self.unit == "hours" else 1)

    def _hours(self, anchor: date) -> Reckoning:
        """Elapsed hours, whatever the clocks on the wall do meanwhile; never rolled."""
        zone = ZoneInfo(self.calendar.time_zone)
        if self.time is None:
            start = datetime.combine(anchor + DAY, time.min, zone)
        else:
            start = datetime.combine(anchor, time.fromisoformat(self.time), zone)
        due_at = start.astimezone(UTC) + timedelta(hours=self.quantity)
        due_on = (due_at - timedelta(microseconds=1)).astimezone(zone).date()
        return Reckoning(due_on, due_on, due_at=due_at)

    def _days(self, cursor: date, pauses: Sequence[Pause]) -> Reckoning:
        left = self.quantity
        for pause in pauses:
            used = self.count(cursor, pause.first - DAY)
            if used >= left:
                break
            left -= used
            if pause.last is None:
                return Reckoning(None, None, left)
            cursor = max(cursor, pause.last)
        if self.unit == "working_days":
            return self._rolled(self.calendar.nth_after(cursor, left))
        return self._rolled(cursor + timedelta(days=left))

    def _months(self, anchor: date, pauses: Sequence[Pause]) -> Reckoning:
        end = add_months(anchor, self.quantity)
        for pause in pauses:
            if pause.first > end:
                break
            if pause.last is None:
                return Reckoning(None, None, (end - pause.first).days + 1)
            end += timedelta(days=max((pause.last - max(pause.first, anchor + DAY)).days + 1, 0))
        return self._rolled(end)

    def _before(self, anchor: date) -> date:
        if self.unit == "months":
            return add_months(anchor, -self.quantity)
        if self.unit == "working_days":
            return self.calendar.nth_before(anchor, self.quantity)
        return anchor - timedelta(days=self.quantity)

    def _rolled(self, day: date) -> Reckoning:
        return Reckoning(self.calendar.roll(day, self.roll), day)
