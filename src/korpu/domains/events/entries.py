"""An event as calendars and letters show it."""

from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from django.conf import settings

from korpu.domains.events.calendar import Entry
from korpu.domains.events.enums import EventStatus
from korpu.domains.events.models import Event, Session
from korpu.domains.events.zones import zone_of_country
from korpu.foundations.codelists.api import title as code_title
from korpu.kernel.texts import Language, Text, speaking


def calendar_entry(
    event: Event, *, language: Language, address: str, at: datetime, private: bool = False
) -> Entry:
    """What a calendar shows of the event.

    ``address`` is of the page that says more; ``private`` is for somebody who is registered:
    where to join online is told as well.
    """
    assert event.starts_on is not None, "An event without days stands in no calendar."
    spans = hours(event)
    starts, ends = spans[0] if spans else (event.starts_on, event.ends_on or event.starts_on)
    with speaking(language):
        lines = [str(event.summary)]
        if private and event.online_address:
            lines.append(event.online_address)
        return Entry(
            uid=f"{event.uuid}@korpu",
            sequence=event.sequence,
            title=str(event.title),
            starts=starts,
            ends=ends,
            more=tuple(spans[1:]),
            stamped_at=at,
            description="\n\n".join(line for line in lines if line),
            place=places(event),
            address=address,
            organiser=organiser(event),
            organiser_email=settings.DEFAULT_FROM_EMAIL if private else "",
            is_cancelled=event.status == EventStatus.CANCELLED,
        )


Span = tuple[datetime, datetime]


def hours(event: Event) -> list[Span]:
    """Begin and end of each day with a programme; empty: the event stands there as whole days.

    Hours are told when the programme reaches from the first day to the last and the hour of every
    place is known: a day in between without one is left out, as nothing is held on it.
    """
    sessions: dict[date, list[Session]] = {}
    for half in event.half_days.all():
        sessions.setdefault(half.held_on, []).extend(half.sessions.all())
    held = {day: found for day, found in sorted(sessions.items()) if found}
    if not {event.starts_on, event.ends_on or event.starts_on} <= held.keys():
        return []
    zones = {day: _zone(event, day, found) for day, found in held.items()}
    known = {day: zone for day, zone in zones.items() if zone is not None}
    if len(known) < len(zones):
        return []
    return [_span(day, held[day], zone) for day, zone in known.items()]


def _span(day: date, sessions: list[Session], zone: ZoneInfo) -> Span:
    first = min(one.starts_at for one in sessions)
    last = max(one.ends_at for one in sessions)
    return datetime.combine(day, first, zone), datetime.combine(day, last, zone)


def _zone(event: Event, day: date, sessions: list[Session]) -> ZoneInfo | None:
    """The one zone of a day's places; the service's own where no place is named."""
    named = {one.venue.country for one in sessions if one.venue is not None}
    countries = named or {venue.country for venue in event.venues.all()}
    if not countries:
        return ZoneInfo(settings.TIME_ZONE)
    zones = [zone_of_country(country, day) for country in sorted(countries)]
    hours = {zone and zone.utcoffset(datetime.combine(day, time(12))) for zone in zones}
    return zones[0] if len(hours) == 1 else None


def places(event: Event) -> str:
    """Every place with its country, in the language being spoken."""
    return "; ".join(
        ", ".join(part for part in (str(venue), country(venue.country)) if part)
        for venue in event.venues.all()
    )


def country(code: str) -> str:
    """A country's name in the language being spoken; empty for none."""
    return str(code_title("countries", code)) if code else ""


def organiser(event: Event) -> str:
    """Who organises it, in the language being spoken; empty: not stated."""
    side = next((side for side in event.sides.all() if side.role == "organiser"), None)
    return str(side.name) if side else ""


def title_in(event: Event, language: Language) -> str:
    text: Text = event.title
    return text.in_language(language)
