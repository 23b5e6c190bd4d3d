"""Calendar messages and feeds of events. Standard: RFC 5545 (iCalendar), RFC 5546 (iTIP).

A day with a programme is an appointment with hours in the zone of its place. An event of several
such days is one appointment that repeats daily, with the days it leaves out and the days with
other hours named (EXDATE, RECURRENCE-ID): one UID, as RFC 5546 asks of a REQUEST. Days without a
programme are whole days. Moments carry their VTIMEZONE, so that a calendar on a ship shows the
right hour.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import cache
from typing import Literal
from zoneinfo import ZoneInfo

from icalendar import Calendar, Event, Timezone, vCalAddress, vText

Method = Literal["PUBLISH", "REQUEST", "CANCEL"]
PRODUCT = "-//Korpu//Events//EN"
_LINE_ENDS = re.compile("\r\n|[\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
_CONTROL = frozenset({"Cc", "Cs"})
_BLANKS = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Entry:
    """What a calendar shows of one event.

    Attributes:
        uid: the same for every message about the event.
        sequence: grows when day, place or status change (RFC 5545, 3.8.7.4).
        starts, ends: both moments (aware, ``ends`` the end) or both days (``ends`` inclusive).
        more: hours of the further days, in order, each on a later day; empty for one of whole days.
        stamped_at: when the message is made, aware.
        organiser_email: empty where nobody is named.
    """

    uid: str
    sequence: int
    title: str
    starts: datetime | date
    ends: datetime | date
    stamped_at: datetime
    more: tuple[tuple[datetime, datetime], ...] = ()
    description: str = ""
    place: str = ""
    address: str = ""
    organiser: str = ""
    organiser_email: str = ""
    is_cancelled: bool = False


@dataclass(frozen=True, slots=True)
class Attendee:
    name: str
    email: str


def message(entry: Entry, method: Method, attendee: Attendee | None = None) -> bytes:
    """One event as a calendar message; REQUEST and CANCEL name whom they are sent to."""
    return _calendar([entry], method, attendee)


def feed(entries: Iterable[Entry], title: str) -> bytes:
    """Many events as a calendar to subscribe to."""
    return _calendar(list(entries), "PUBLISH", None, title=title)


def one_line(text: str) -> str:
    """Text without line ends and control characters: nothing in it can begin a property."""
    return _BLANKS.sub(" ", plain(text)).strip()


def plain(text: str) -> str:
    """Text whose only control characters are line feeds."""
    with_feeds = _LINE_ENDS.sub("\n", text).replace("\t", " ")
    kept = (s for s in with_feeds if s == "\n" or unicodedata.category(s) not in _CONTROL)
    return "".join(kept)


def _calendar(
    entries: list[Entry], method: Method, attendee: Attendee | None, *, title: str = ""
) -> bytes:
    calendar = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("method", method)
    if title:
        calendar.add("x-wr-calname", one_line(title))
    for zone in sorted({zone for entry in entries for zone in _zones(entry)}):
        calendar.add_component(_timezone(zone))
    for entry in entries:
        calendar.add_component(_event(entry, method, attendee))
        if method != "CANCEL":  # calling off names the whole series
            for expected, starts, ends in _moved(entry):
                calendar.add_component(
                    _event(entry, method, attendee, only=(expected, starts, ends))
                )
    made: bytes = calendar.to_ical()
    return made


def _zones(entry: Entry) -> set[str]:
    begins = [entry.starts, *(starts for starts, _ in entry.more)]
    zones = [begin.tzinfo for begin in begins if isinstance(begin, datetime)]
    return {zone.key for zone in zones if isinstance(zone, ZoneInfo)}


def _moved(entry: Entry) -> Iterator[tuple[datetime, datetime, datetime]]:
    """Days whose hours are not the first day's: what the series expects, begin and end."""
    if not isinstance(entry.starts, datetime) or not isinstance(entry.ends, datetime):
        return
    for starts, ends in entry.more:
        on = starts.date()
        expected = datetime.combine(on, entry.starts.timetz())
        if (starts, ends) != (expected, datetime.combine(on, entry.ends.timetz())):
            yield expected, starts, ends


@cache
def _timezone(zone: str) -> Timezone:
    return Timezone.from_tzid(zone, first_date=date(2010, 1, 1), last_date=date(2040, 1, 1))


def _event(
    entry: Entry,
    method: Method,
    attendee: Attendee | None,
    only: tuple[datetime, datetime, datetime] | None = None,
) -> Event:
    """``only``: one day of a series with hours of its own; None: the series, or the one day."""
    event = Event()
    event.add("uid", entry.uid)
    event.add("sequence", entry.sequence)
    event.add("dtstamp", entry.stamped_at)
    if only is None:
        _add_days(event, entry)
    else:
        for name, moment in zip(("recurrence-id", "dtstart", "dtend"), only, strict=True):
            event.add(name, moment)
    event.add("summary", vText(one_line(entry.title)))
    for name, value in (
        ("description", plain(entry.description)),
        ("location", one_line(entry.place)),
    ):
        if value:
            event.add(name, vText(value))
    if entry.address:
        event.add("url", one_line(entry.address))
    event.add("status", "CANCELLED" if entry.is_cancelled or method == "CANCEL" else "CONFIRMED")
    _add_people(event, entry, attendee)
    return event


def _add_days(event: Event, entry: Entry) -> None:
    event.add("dtstart", entry.starts)
    if isinstance(entry.ends, datetime):
        event.add("dtend", entry.ends)
        _add_series(event, entry)
    else:  # the end of whole days is the day after (RFC 5545, 3.6.1)
        event.add("dtend", entry.ends + timedelta(days=1))


def _add_series(event: Event, entry: Entry) -> None:
    if not entry.more or not isinstance(entry.starts, datetime):
        return
    first, hour = entry.starts.date(), entry.starts.timetz()
    held = {starts.date() for starts, _ in entry.more}
    count = (max(held) - first).days + 1
    event.add("rrule", {"freq": "daily", "count": count})
    later = (first + timedelta(days=number) for number in range(1, count))
    if left_out := [datetime.combine(day, hour) for day in later if day not in held]:
        event.add("exdate", left_out)


def _add_people(event: Event, entry: Entry, attendee: Attendee | None) -> None:
    if entry.organiser_email:
        event.add("organizer", _person(entry.organiser, entry.organiser_email))
    if attendee:
        person = _person(attendee.name, attendee.email)
        person.params["PARTSTAT"] = vText("NEEDS-ACTION")
        person.params["RSVP"] = vText("FALSE")
        event.add("attendee", person, encode=False)


def _person(name: str, email: str) -> vCalAddress:
    person = vCalAddress(f"MAILTO:{one_line(email).replace(' ', '')}")
    if shown := one_line(name).replace('"', "'"):
        person.params["CN"] = vText(shown)
    return person
