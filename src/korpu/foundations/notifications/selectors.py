"""What a person reads of their own notifications."""

from typing import Any
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from korpu.foundations.accounts.api import Actor
from korpu.foundations.notifications.enums import Telling
from korpu.foundations.notifications.kinds import kinds
from korpu.foundations.notifications.models import Choice, Notification
from korpu.foundations.ui.tables import Asked, Page, fetch_page
from korpu.kernel.errors import NotFound

MOST_COUNTED = 99


def unread_count(actor: Any) -> int:
    """How many the actor has not read, counted up to a hundred; for the frame of every page."""
    unread = Notification.objects.filter(user_id=actor.user_id, read_at=None)
    return unread[: MOST_COUNTED + 1].count()


def notifications(*, for_actor: Actor, asked: Asked[Notification]) -> Page[Notification]:
    """The actor's own, a page at a time."""
    found = Notification.objects.filter(user_id=for_actor.user_id)
    if state := asked.filters.get("state"):
        found = found.filter(read_at__isnull=state == "unread")
    return fetch_page(found, asked, key="uuid")


def notification(*, uuid: UUID, for_actor: Actor) -> Notification:
    """One of the actor's own.

    Raises:
        NotFound: there is none.
    """
    found = Notification.objects.filter(uuid=uuid, user_id=for_actor.user_id).first()
    if found is None:
        raise NotFound(_("There is no such notification."))
    return found


def choices_of(*, for_actor: Actor) -> dict[str, Telling]:
    """How the actor is told of each kind; the usual way where nothing was chosen."""
    chosen = dict(Choice.objects.filter(user_id=for_actor.user_id).values_list("kind", "telling"))
    return {kind.id: Telling(chosen.get(kind.id, kind.usual)) for kind in kinds()}
