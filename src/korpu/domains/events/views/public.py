"""Events as anybody reads them."""

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone

from korpu.domains.events import calendar
from korpu.domains.events.entries import calendar_entry
from korpu.domains.events.enums import Audience
from korpu.domains.events.models import Event
from korpu.domains.events.selectors.events import (
    get_public_event,
    list_public_events,
    public_events,
)
from korpu.domains.events.services.registration import why_not_open
from korpu.domains.events.shown import facts_context
from korpu.domains.events.tables import PUBLIC_EVENTS
from korpu.foundations.accounts.api import Request, public
from korpu.foundations.ui.public import FEED_SECONDS, published
from korpu.kernel.texts import Text, active_language

FEED_LIMIT = 200
REGISTRATION_SECONDS = 60
"""So long a cache may still show registration open that has closed; registering asks anew."""
FEED_TITLE = Text(
    az="Tədbirlər – Dövlət Miqrasiya Xidməti",
    en="Events of the State Migration Service",
    ru="Мероприятия Государственной миграционной службы",
)


@public
@published()
def listing(request: Request) -> HttpResponse:
    """What is to come and what took place."""
    asked = PUBLIC_EVENTS.read(request.GET)
    found = list_public_events(asked=asked, for_actor=request.actor)
    return render(request, "events/public/list.html", {"table": asked.show(found)})


@public
@published(seconds=REGISTRATION_SECONDS)
def event(request: Request, slug: str) -> HttpResponse:
    """One event, with its programme and (while it is open) registration."""
    file = get_public_event(slug=slug, for_actor=request.actor)
    context = facts_context(file) | {
        "is_open": not why_not_open(file.event, at=timezone.now()),
        "materials": file.materials_for(Audience.PUBLIC),
    }
    return render(request, "events/public/event.html", context)


@public
@published()
def event_calendar(request: Request, slug: str) -> HttpResponse:
    """One event for a calendar."""
    file = get_public_event(slug=slug, for_actor=request.actor)
    entries = [_entry(request, file.event)] if file.event.starts_on else []
    return _ics(calendar.feed(entries, str(file.event.title)), f"{slug}.ics")


@public
@published(seconds=FEED_SECONDS)
def feed(request: Request) -> HttpResponse:
    """Announced and past public events as a calendar to subscribe to."""
    rows = public_events(filters={}, for_actor=request.actor).prefetch_related(
        "sides", "venues", "half_days__sessions__venue"
    )
    dated = rows.filter(starts_on__isnull=False, precision="day").order_by("-starts_on")
    entries = [_entry(request, one) for one in dated[:FEED_LIMIT]]
    return _ics(calendar.feed(entries, str(FEED_TITLE)), "events.ics")


def _entry(request: Request, one: Event) -> calendar.Entry:
    where = request.build_absolute_uri(reverse("events:public_event", args=(one.slug,)))
    at = timezone.now()
    return calendar_entry(one, language=active_language(), address=where, at=at)


def _ics(content: bytes, name: str) -> HttpResponse:
    response = HttpResponse(content, content_type="text/calendar; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response
