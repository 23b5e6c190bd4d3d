"""How somebody wants their own work shown."""

from contextvars import ContextVar
from datetime import timedelta

from korpu.foundations.accounts.api import Actor
from korpu.foundations.audit.api import block_in_hand
from korpu.foundations.casework.models import DeskChoice

USUAL_DAYS = 7
"""How near a deadline counts as near, for who has chosen nothing: a habit, not a rule of law."""
LEAST_DAYS, MOST_DAYS = 1, 30

_known: ContextVar[tuple[object, int | None, int] | None] = ContextVar("korpu_desk", default=None)


def due_soon_days(*, for_actor: Actor) -> int:
    """Within how many calendar days a deadline is near for the actor; asked once a transaction."""
    block, known, user = block_in_hand(), _known.get(), for_actor.id_or_none
    if block is not None and known is not None and known[0] is block and known[1] == user:
        return known[2]
    chosen = DeskChoice.objects.filter(user_id=user or 0).first()
    days = chosen.due_soon_days if chosen else USUAL_DAYS
    _known.set((block, user, days))
    return days


def due_soon(*, for_actor: Actor) -> timedelta:
    """The same as a span."""
    return timedelta(days=due_soon_days(for_actor=for_actor))


def chosen_days() -> dict[int, list[int]]:
    """People by the days they chose; everybody for the service's own hand, else oneself."""
    found: dict[int, list[int]] = {}
    for user, days in DeskChoice.objects.values_list("user_id", "due_soon_days"):
        found.setdefault(days, []).append(user)
    return found
