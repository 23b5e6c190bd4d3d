"""Removing personal data when its term is over."""

from calendar import monthrange
from datetime import date, datetime

from django.db import transaction
from django.utils import timezone

from korpu.domains.events.declarations import event_rules
from korpu.domains.events.models import BatchRow, Event
from korpu.foundations.accounts.api import Actor

AT_ONCE = 50
_YEAR = 12


def kept_until(event: Event) -> date | None:
    """The last day on which participants are named; None: the event has no days."""
    last = event.ends_on or event.starts_on
    months = event_rules().participants_months.value
    return None if last is None else _moved(last, months)


def purge_participants(*, actor: Actor, at: datetime) -> int:
    """Empty whatever names participants of events whose term is over; how many events.

    What is counted stays: sex, institution, country, attendance. Certificates stay as printed.
    """
    del actor  # the trail takes it from the transaction
    today = timezone.localdate(at)
    months = event_rules().participants_months.value
    before = _moved(today, -months)
    over = Event.objects.filter(purged_at__isnull=True, ends_on__lt=before)
    events = [event for event in over[:AT_ONCE] if (kept_until(event) or today) < today]
    for event in events:
        _purge(event, at)
    return len(events)


def _purge(event: Event, at: datetime) -> None:
    with transaction.atomic():
        event.participants.update(
            family_name="",
            given_names="",
            email="",
            email_key="",
            position="",
            needs="",
        )
        BatchRow.objects.filter(batch__event=event).update(given={})
        event.invitations.update(email="")
        event.purged_at = at
        event.save(update_fields=["purged_at"])


def _moved(day: date, months: int) -> date:
    """The same day some months on, or the last of a shorter month."""
    years, month = divmod(day.year * _YEAR + day.month - 1 + months, _YEAR)
    return date(years, month + 1, min(day.day, monthrange(years, month + 1)[1]))
