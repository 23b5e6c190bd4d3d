"""What was published last, whatever the room."""

from datetime import UTC, datetime

from korpu.foundations.accounts.api import Actor
from korpu.foundations.ui.public import Found, public_matters

_LONG_AGO = datetime(1970, 1, 1, tzinfo=UTC)


def news(*, for_actor: Actor, limit: int = 5) -> list[Found]:
    """The newest public matter of all rooms, the newest first."""
    del for_actor  # what is public is public to everybody
    found = [one for matter in public_matters() for one in matter.newest(limit)]
    return sorted(found, key=lambda one: one.at or _LONG_AGO, reverse=True)[:limit]
