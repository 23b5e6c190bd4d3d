"""Telling officers of deadlines that come near."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from uuid import UUID

from korpu.foundations.accounts.api import Actor
from korpu.foundations.casework.enums import DeadlineStatus
from korpu.foundations.casework.models import Deadline
from korpu.foundations.casework.notices import tell_due_soon

NEAR = timedelta(days=3)
"""A working habit of offices, not a rule of law: how long before its last day one is told."""
BATCH = 500


def near_deadlines(
    *,
    on: date,
    after: UUID | None,
    for_actor: Actor,  # noqa: ARG001  readers name the actor
) -> Sequence[Deadline]:
    """Up to ``BATCH`` running deadlines of assigned cases that end within three days, by key."""
    found = Deadline.objects.filter(
        state=DeadlineStatus.RUNNING,
        due_on__range=(on, on + NEAR),
        case__closed_at=None,
        case__assigned_to__isnull=False,
    )
    if after is not None:
        found = found.filter(pk__gt=after)
    return list(found.select_related("case").order_by("pk")[:BATCH])


def remind(*, deadlines: Sequence[Deadline], actor: Actor, at: datetime) -> int:
    """Tell the officers; how many were told now. Nobody is told twice of one date."""
    return sum(tell_due_soon(deadline=one, actor=actor, at=at) for one in deadlines)
