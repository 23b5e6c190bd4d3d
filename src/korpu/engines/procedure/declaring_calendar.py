"""From a calendar's YAML to its type."""

from datetime import date
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from korpu.engines.procedure.calendars import Calendar, Closure, Counting, Exchange, Holiday
from korpu.engines.procedure.declaring_parts import citation
from korpu.engines.procedure.yamlfile import Fields, Place

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
KEYS = {
    "id", "title", "weekend", "counting", "decreed_from", "decreed_until",
    "holidays", "closures", "exchanges", "time_zone",
}  # fmt: skip
HOLIDAY_KEYS = {
    "title", "days", "decreed", "carries", "carries_on_meeting", "valid_from", "valid_until", "law",
}  # fmt: skip


def calendar(place: Place) -> Calendar:
    """Read one calendar.

    Raises:
        DeclarationError: also when it does not say up to which day it is decreed: a list that
            simply ends is refused.
    """
    fields = Fields(place, KEYS)
    weekend = Fields(fields.need("weekend"), {"days", "law"})
    days = [each.choice(WEEKDAYS) for each in weekend.need("days").sequence()]
    _refuse_twice(_named(fields, "closures", "on"))
    _refuse_twice([*_named(fields, "exchanges", "closed"), *_named(fields, "exchanges", "worked")])
    return Calendar(
        id=fields.need("id").scalar(),
        title=fields.need("title").text(),
        weekend=frozenset(map(WEEKDAYS.index, days)),
        weekend_law=citation(weekend.need("law")),
        holidays=tuple(_holiday(key, value) for key, value in fields.need("holidays").items()),
        closures=tuple(_closure(each) for each in fields.many("closures")),
        exchanges=tuple(_exchange(each) for each in fields.many("exchanges")),
        decreed_from=_day(fields.need("decreed_from")),
        decreed_until=_day(fields.need("decreed_until")),
        counting=_counting(fields.need("counting")),
        time_zone=fields.get("time_zone", _zone, "UTC"),
    )


def _zone(place: Place) -> str:
    try:
        return ZoneInfo(place.scalar()).key
    except (ValueError, ZoneInfoNotFoundError):
        return place.fail(
            f"no time zone is called “{place.scalar()}”", "Write it as Asia/Baku, or leave it out."
        )


def _counting(place: Place) -> Counting:
    fields = Fields(place, {"anchor_day", "months", "last_day"})
    anchor = Fields(fields.need("anchor_day"), {"counted", "law"})
    return Counting(
        anchor_counted=anchor.need("counted").yes_no(),
        anchor_law=citation(anchor.need("law")),
        months_law=citation(Fields(fields.need("months"), {"law"}).need("law")),
        roll_law=citation(Fields(fields.need("last_day"), {"law"}).need("law")),
    )


def _holiday(key: Place, place: Place) -> Holiday:
    fields = Fields(place, HOLIDAY_KEYS)
    found = Holiday(
        id=key.scalar(),
        title=fields.need("title").text(),
        citation=citation(fields.need("law")),
        days=tuple(_month_day(each) for each in fields.many("days")),
        decreed=tuple(_day(each) for each in fields.many("decreed")),
        carries=fields.get("carries", Place.yes_no, default=True),
        carries_on_meeting=fields.get("carries_on_meeting", Place.yes_no, default=False),
        valid_from=fields.get("valid_from", Place.day, None),
        valid_until=fields.get("valid_until", Place.day, None),
    )
    _refuse_twice([*fields.many("days"), *fields.many("decreed")])
    if bool(found.days) == bool(found.decreed):
        place.fail("a holiday has either `days` or `decreed`", "Write exactly one of the two.")
    return found


def _named(fields: Fields, key: str, name: str) -> list[Place]:
    return [each.mapping()[name] for each in fields.many(key) if name in each.mapping()]


def _refuse_twice(places: list[Place]) -> None:
    seen: set[str] = set()
    for place in places:
        if place.scalar() in seen:
            place.fail(f"{place.scalar()} stands here twice", "Keep one of the two.")
        seen.add(place.scalar())


def _closure(place: Place) -> Closure:
    fields = Fields(place, {"on", "title", "law"})
    return Closure(
        _day(fields.need("on")), fields.need("title").text(), citation(fields.need("law"))
    )


def _exchange(place: Place) -> Exchange:
    fields = Fields(place, {"closed", "worked", "law"})
    return Exchange(
        _day(fields.need("closed")), _day(fields.need("worked")), citation(fields.need("law"))
    )


def _day(place: Place) -> date:
    day = place.day()
    if day is None:
        place.fail("a date is missing here", "Write it as 2026-11-08.")
    return day


def _month_day(place: Place) -> tuple[int, int]:
    written = place.scalar()
    try:
        day = date.fromisoformat(f"2001-{written}")
    except ValueError:
        place.fail(f"“{written}” is not a day of every year", "Write it as 11-08, in quotes.")
    return day.month, day.day
