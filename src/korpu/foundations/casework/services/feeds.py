"""The secret address of a calendar feed: made, shown once, revoked."""

from datetime import datetime
from hashlib import sha256
from secrets import token_urlsafe

from django.db import transaction

from korpu.foundations.accounts.api import Actor
from korpu.foundations.casework.models import CalendarFeed


def digest(token: str) -> str:
    """What the database keeps of a secret of 256 bits: no salt is needed against guessing."""
    return sha256(token.encode()).hexdigest()


def make_feed(*, actor: Actor, at: datetime) -> str:
    """A new secret address for the actor's own deadlines; the former one is dead.

    Returns:
        The secret part of the address. It exists nowhere else and cannot be shown again.
    """
    token = token_urlsafe(32)
    with transaction.atomic():
        revoke_feed(actor=actor, at=at)
        CalendarFeed.objects.create(user_id=actor.user_id, token_sha256=digest(token), made_at=at)
    return token


def revoke_feed(*, actor: Actor, at: datetime) -> int:
    """End the actor's feed; 0: there was none."""
    running = CalendarFeed.objects.filter(user_id=actor.user_id, ended_at=None)
    return running.update(ended_at=at)
