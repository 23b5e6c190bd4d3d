"""Telling officers of deadlines that come near."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from itertools import chain
from uuid import UUID

from django.db.models import Q

from korpu.foundations.accounts.api import Actor
from korpu.foundations.casework.enums import DeadlineStatus
from korpu.foundations.casework.models import Deadline
from korpu.foundations.casework.notices import tell_due_soon
from korpu.foundations.casework.selectors.desk import chosen_days

NEAR = timedelta(days=3)
"""A working habit of offices, not a rule of law: how long before its last day one is told."""
BATCH = 500


def near_deadlines(
    *,
    on: date,
    after: UUID | None,
    for_actor: Actor,  # noqa: ARG001  readers name the actor
) -> Sequence[Deadline]:
    """Up to ``BATCH`` running deadlines of assigned cases that are near for their officer, by key.

    Near is what the officer chose, or three days.
    """
    chosen = chosen_days()
    near = Q(due_on__lte=on + NEAR) & ~Q(case__assigned_to__in=[*chain(*chosen.values())])
    for days, people in chosen.items():
        near |= Q(due_on__lte=on + timedelta(days=days), case__assigned_to__in=people)
    found = Deadline.objects.filter(
        near,
        state=DeadlineStatus.RUNNING,
        due_on__gte=on,
        case__closed_at=None,
        case__assigned_to__isnull=False,
    )
    if after is not None:
        found = found.filter(pk__gt=after)
    return list(found.select_related("case").order_by("pk")[:BATCH])


def remind(*, deadlines: Sequence[Deadline], actor: Actor, at: datetime) -> int:
    """Tell the officers; how many were told now. Nobody is told twice of one date."""
    return sum(tell_due_soon(deadline=one, actor=actor, at=at) for one in deadlines)
