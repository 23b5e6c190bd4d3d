"""Notifications that go by e-mail: one letter for everything that waits."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from korpu.foundations.accounts.api import Actor
from korpu.foundations.accounts.models import User
from korpu.foundations.mail.api import queue_message
from korpu.foundations.notifications.enums import Telling
from korpu.foundations.notifications.models import Notification
from korpu.foundations.ui.languages import speak
from korpu.kernel.texts import LANGUAGES, Language

MOST_LINES = 50
"""A letter lists no more; the rest is counted and waits in the application."""
KEPT = timedelta(days=365)


def mail_waiting(*, user_id: int, telling: Telling, actor: Actor, at: datetime) -> int:
    """Put one letter with all that a person has not read into the outbox; how many it tells of.

    Nothing is sent to a withdrawn account.
    """
    waiting = Notification.objects.select_for_update(skip_locked=True).filter(
        user_id=user_id, telling=telling, mailed_at=None, read_at=None
    )
    found = list(waiting.order_by("created_at"))
    user = User.objects.get(pk=user_id)
    if not found or not user.is_active:
        return 0
    Notification.objects.filter(pk__in=[one.pk for one in found]).update(mailed_at=at)
    language = _language(user)
    with speak(language):
        queue_message(
            to=user.email,
            subject=_subject(found),
            text=_text(found),
            language=language,
            actor=actor,
            at=at,
        )
    return len(found)


def people_with_a_digest() -> list[int]:
    """Keys of those for whom something waits to be told once a day."""
    waiting = Notification.objects.filter(
        telling=Telling.DAILY, mailed_at=None, read_at=None, user__is_active=True
    )
    return list(waiting.order_by("user_id").values_list("user_id", flat=True).distinct())


def forget_old(*, at: datetime) -> int:
    """Remove notifications older than a year; how many."""
    return Notification.objects.filter(created_at__lt=at - KEPT).delete()[0]


def _language(user: User) -> Language:
    return next((one for one in LANGUAGES if one == user.language), "az")


def _subject(found: Sequence[Notification]) -> str:
    if len(found) == 1:
        return str(found[0].sentence)[:200]
    count = len(found)
    return ngettext("%(count)d notification", "%(count)d notifications", count) % {"count": count}


def _text(found: Sequence[Notification]) -> str:
    lines = [f"{one.sentence}\n{settings.KORPU_SITE_URL}{one.href}" for one in found[:MOST_LINES]]
    if len(found) > MOST_LINES:
        lines.append(_("And %(count)d more.") % {"count": len(found) - MOST_LINES})
    choices = settings.KORPU_SITE_URL + reverse("notifications:choices")
    lines.append(_("Choose what you are told by e-mail:") + f"\n{choices}")
    return "\n\n".join(lines)
