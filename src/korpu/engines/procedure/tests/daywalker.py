"""The arithmetic of terms again, one day at a time: slow, obvious, and written independently."""

from collections.abc import Sequence
from datetime import date, timedelta

from korpu.engines.procedure.calendars import Calendar
from korpu.engines.procedure.terms import Pause

ONE = timedelta(days=1)


def walk_days(
    calendar: Calendar, anchor: date, quantity: int, *, working: bool, pauses: Sequence[Pause]
) -> date | None:
    """The day on which the last unit is used up; null when the clock stops for good before it."""
    day, left = anchor, quantity
    while left:
        day += ONE
        if any(pause.first <= day and pause.last is None for pause in pauses):
            return None
        if any(pause.first <= day <= (pause.last or day) for pause in pauses):
            continue
        if not working or _works(calendar, day):
            left -= 1
    return day


def walk_roll(calendar: Calendar, day: date) -> date:
    while not _works(calendar, day):
        day += ONE
    return day


def walk_holidays(calendar: Calendar, first: date, last: date) -> set[date]:
    """Free days by going through the list in order and pushing rest days on, day after day."""
    celebrated: dict[date, int] = {}
    extra: list[date] = []
    day = first
    while day <= last:
        names = [each for each in calendar.holidays if day in set(each.in_year(day.year))]
        if names:
            celebrated[day] = len(names)
            if day.weekday() in calendar.weekend and any(each.carries for each in names):
                extra.append(day)
            if len(names) > 1:
                extra += [day for each in names if each.carries_on_meeting]
        day += ONE
    free = set(celebrated) | {closure.on for closure in calendar.closures}
    for owed in sorted(extra):
        day = owed + ONE
        while day in free or day.weekday() in calendar.weekend:
            day += ONE
        free.add(day)
    day = first
    while day <= last:
        if day.weekday() in calendar.weekend:
            free.add(day)
        day += ONE
    for exchange in calendar.exchanges:
        free.discard(exchange.worked)
        free.add(exchange.closed)
    return {day for day in free if first <= day <= last}


def _works(calendar: Calendar, day: date) -> bool:
    return calendar.off(day) is None
