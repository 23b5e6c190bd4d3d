"""Reminders: of an event to whoever has a place, of a task to its owner."""

from datetime import datetime, timedelta

from django.utils import timezone

from korpu.domains.events import notices
from korpu.domains.events.declarations import event_rules
from korpu.domains.events.enums import EventStatus
from korpu.domains.events.models import Decision, Event
from korpu.domains.events.services import telling
from korpu.foundations.accounts.api import Actor

AT_ONCE = 50


def remind_participants(*, actor: Actor, at: datetime, site: str) -> int:
    """Write to everybody with a place at the next events that begin soon; how many events.

    An event is reminded of once; moving it to other days lets it be reminded of again.
    """
    today = timezone.localdate(at)
    soon = today + timedelta(days=event_rules().remind_participants_days.value)
    events = list(
        Event.objects.select_for_update(of=("self",), skip_locked=True)
        .filter(status=EventStatus.ANNOUNCED, reminded_at=None)
        .filter(starts_on__gt=today, starts_on__lte=soon)
        .order_by("starts_on", "pk")[:AT_ONCE]
    )
    for event in events:
        telling.tell_reminder(event=event, actor=actor, at=at, site=site)
        event.reminded_at = at
        event.save(update_fields=["reminded_at"])
    return len(events)


def remind_owners(*, actor: Actor, at: datetime) -> int:
    """Tell owners of tasks that fall due soon or are overdue; how many were told.

    Each is told once of each, and again where the day is another.
    """
    today = timezone.localdate(at)
    soon = today + timedelta(days=event_rules().remind_owners_days.value)
    open_ones = Decision.objects.filter(done_at=None, due_on__lte=soon).select_related("event")
    told = 0
    for one in open_ones.order_by("-due_on", "pk").iterator():
        is_late = one.due_on is not None and one.due_on < today
        kind = notices.LATE if is_late else notices.DUE
        told += notices.tell_owner(decision=one, kind=kind, actor=actor, at=at)
    return told
