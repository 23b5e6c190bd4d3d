"""Who has looked at a case."""

from korpu.foundations.accounts.api import Actor
from korpu.foundations.audit.api import Reading, readings_of
from korpu.foundations.casework.models import Case

MOST = 100


def readers_of(*, case: Case, for_actor: Actor) -> list[Reading]:
    """The last hundred readings of a case, the latest first; empty outside its office."""
    return readings_of(for_actor=for_actor, object_uuid=case.uuid, at_most=MOST)
