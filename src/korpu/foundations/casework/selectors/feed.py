"""The deadlines of one officer as a calendar program reads them."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta

from django.conf import settings
from django.db import connection
from django.urls import reverse
from django.utils.translation import gettext as _
from icalendar import Calendar, Event

from korpu.foundations.accounts.api import Actor, acting, actor_of, signing_in
from korpu.foundations.accounts.models import User
from korpu.foundations.casework.enums import DeadlineStatus
from korpu.foundations.casework.models import CalendarFeed, Case, Deadline, Task
from korpu.foundations.casework.services.feeds import digest
from korpu.foundations.ui.languages import speak
from korpu.kernel.errors import NotFound

MOST = 500
HOUR = timedelta(hours=1)


def own_feed(*, for_actor: Actor) -> CalendarFeed | None:
    """The actor's running feed; None: there is none."""
    return CalendarFeed.objects.filter(user_id=for_actor.user_id, ended_at=None).first()


def calendar_behind(*, token: str, at: datetime) -> bytes:
    """The calendar at a secret address, as whoever owns it sees their cases today.

    Numbers of cases and titles of deadlines alone: no name, no title somebody typed.

    Raises:
        NotFound: no such address, or it was revoked; the two answer alike.
    """
    with acting(_owner(token)) as actor, speak(actor.language):
        return _calendar(actor, at)


def _owner(token: str) -> Actor:
    with signing_in(), connection.cursor() as cursor:
        cursor.execute("select korpu_feed_owner(%s)", [digest(token)])
        (key,) = cursor.fetchone()
        user = User.objects.filter(pk=key).first() if key is not None else None
    if user is None:
        raise NotFound(_("There is no such calendar, or its address has been revoked."))
    return actor_of(user)


def _calendar(actor: Actor, at: datetime) -> bytes:
    calendar = Calendar()
    calendar.add("prodid", "-//Korpu//Casework//EN")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("name", _("Deadlines of my cases"))
    calendar.add("x-wr-calname", _("Deadlines of my cases"))
    calendar.add("refresh-interval", HOUR)
    for event in (*_deadlines(actor, at), *_tasks(actor, at)):
        calendar.add_component(event)
    return bytes(calendar.to_ical())


def _deadlines(actor: Actor, at: datetime) -> Iterator[Event]:
    found = (
        Deadline.objects.filter(
            case__assigned_to=actor.user_id,
            case__closed_at=None,
            state__in=(DeadlineStatus.RUNNING, DeadlineStatus.BREACHED),
            due_on__isnull=False,
        )
        .select_related("case")
        .order_by("due_on", "pk")[:MOST]
    )
    for one in found:
        if one.due_on is not None:
            words = f"{one.case.number}: {one.title_text}"
            yield _event(f"{one.case.uuid}-{one.deadline}", words, one.due_on, one.case, at)


def _tasks(actor: Actor, at: datetime) -> Iterator[Event]:
    found = Task.objects.filter(user_id=actor.user_id, done_at=None, due_on__isnull=False)
    for one in found.select_related("case").order_by("due_on", "pk")[:MOST]:
        if one.due_on is not None:
            yield _event(f"{one.pk}", f"{one.case.number}: {_('task')}", one.due_on, one.case, at)


def _event(key: str, words: str, on: date, case: Case, at: datetime) -> Event:
    event = Event()
    event.add("uid", f"{key}@korpu")
    event.add("dtstamp", at)
    event.add("summary", words)
    event.add("dtstart", on)
    event.add("dtend", on + timedelta(days=1))
    event.add("transp", "TRANSPARENT")
    event.add("url", settings.KORPU_SITE_URL + reverse("casework:case", args=[case.uuid]))
    return event
