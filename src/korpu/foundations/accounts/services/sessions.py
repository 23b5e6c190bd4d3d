"""Sessions are ended here."""

from allauth.usersessions.models import UserSession
from django.db import transaction

from korpu.foundations.accounts.actor import Actor
from korpu.foundations.accounts.models import User


@transaction.atomic
def end_sessions(*, user: User, actor: Actor, but_key: str = "") -> int:
    """Log a person out everywhere, except in the session of ``but_key``.

    Returns:
        How many sessions were ended.

    Raises:
        NotPermitted: it is somebody else's account and the actor may not end sessions.
    """
    if user.pk != actor.user_id:
        actor.check("accounts.session.end")
    running = UserSession.objects.filter(user_id=user.pk).exclude(session_key=but_key)
    ended = list(running)
    for session in ended:
        session.end()
    return len(ended)


@transaction.atomic
def end_session(*, pk: int, actor: Actor) -> bool:
    """End one of the actor's own sessions. False: there is no such session any more."""
    session = UserSession.objects.filter(pk=pk, user_id=actor.user_id).first()
    if session is None:
        return False
    session.end()
    return True
