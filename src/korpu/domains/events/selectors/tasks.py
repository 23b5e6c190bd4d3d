"""Decisions of events that are somebody's to carry out."""

from typing import Any
from uuid import UUID

from django.db.models import Q

from korpu.domains.events import sentences
from korpu.domains.events.models import Decision
from korpu.domains.events.permissions import READ
from korpu.foundations.accounts.api import Actor
from korpu.kernel.errors import NotFound

LIST_LIMIT = 500
MOST_COUNTED = 99


def open_tasks(*, for_actor: Actor) -> list[Decision]:
    """The actor's own tasks from decisions, the most urgent first."""
    mine = Decision.objects.filter(owner_id=for_actor.user_id, done_at__isnull=True)
    return list(mine.select_related("event").order_by("due_on", "pk")[:LIST_LIMIT])


def open_task_count(actor: Any) -> int:
    """How many wait for the actor, counted up to a hundred; for the frame of every page."""
    mine = Decision.objects.filter(owner_id=actor.user_id, done_at=None)
    return mine[: MOST_COUNTED + 1].count()


def decision_for(*, uuid: UUID, for_actor: Actor) -> Decision:
    """A decision that is the actor's task, or of an event of the actor's offices.

    Raises:
        NotFound: none that this actor may know of.
    """
    kept = for_actor.compartments_with(READ)
    found = (
        Decision.objects.select_related("event", "owner")
        .filter(Q(owner_id=for_actor.user_id) | Q(event__compartment__in=kept), uuid=uuid)
        .first()
    )
    if found is None:
        raise NotFound(sentences.NOT_FOUND)
    return found
