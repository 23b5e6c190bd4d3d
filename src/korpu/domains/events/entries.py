"""An event as calendars and letters show it."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

from django.conf import settings

from korpu.domains.events.calendar import Entry
from korpu.domains.events.enums import EventStatus
from korpu.domains.events.models import Event, Session
from korpu.foundations.codelists.api import title as code_title
from korpu.kernel.texts import Language, Text, speaking


def calendar_entry(
    event: Event, *, language: Language, address: str, at: datetime, private: bool = False
) -> Entry:
    """What a calendar shows of the event.

    ``address`` is of the page that says more; ``private`` is for somebody who is registered:
    where to join online is told as well.
    """
    starts, ends = moments(event)
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
            stamped_at=at,
            description="\n\n".join(line for line in lines if line),
            place=places(event),
            address=address,
            organiser=organiser(event),
            organiser_email=settings.DEFAULT_FROM_EMAIL if private else "",
            is_cancelled=event.status == EventStatus.CANCELLED,
        )


def moments(event: Event) -> tuple[datetime | date, datetime | date]:
    """Begin and end: hours for one day with a programme, else whole days."""
    assert event.starts_on is not None, "An event without days stands in no calendar."
    last = event.ends_on or event.starts_on
    if event.starts_on != last:
        return event.starts_on, last
    sessions = Session.objects.filter(half_day__event=event, half_day__held_on=event.starts_on)
    hours = list(sessions.values_list("starts_at", "ends_at"))
    if not hours:
        return event.starts_on, last
    zone = ZoneInfo(settings.TIME_ZONE)
    day = event.starts_on
    return (
        datetime.combine(day, min(start for start, _ in hours), zone),
        datetime.combine(day, max(end for _, end in hours), zone),
    )


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
