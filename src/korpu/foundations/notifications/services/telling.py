"""People are told, read it, and choose how to be told."""

import json
from collections.abc import Iterable, Mapping
from datetime import datetime

from django.db import connection, transaction

from korpu.foundations.accounts.api import Actor
from korpu.foundations.notifications.enums import Telling
from korpu.foundations.notifications.kinds import kind_of
from korpu.foundations.notifications.models import Choice, Notification
from korpu.kernel.texts import Text


def notify(
    *,
    kind: str,
    key: str,
    user_ids: Iterable[int | None],
    title: Text,
    href: str,
    actor: Actor,
    at: datetime,
) -> int:
    """Tell people of something; whoever did it is not told, and nobody is told twice.

    Part of the caller's transaction.

    Args:
        kind: as declared by ``register_kind``.
        key: what it is about, such as ``case:7:assigned:3``; the same kind and key is told once.
        user_ids: whom; None is left out.
        title: one sentence that also stands in an e-mail: numbers of cases, no personal data.
        href: a path of this service.
        actor: who did it.
        at: the moment, aware.

    Returns:
        How many people were told now.
    """
    if not href.startswith("/") or href.startswith("//"):
        raise ValueError("A notification leads to a path of this service.")
    told = sorted({user for user in user_ids if user is not None and user != actor.id_or_none})
    if not told:
        return 0
    usual = kind_of(kind).usual
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(
            "select korpu_notify(%s, %s, %s, %s::jsonb, %s, %s, %s)",
            [told, kind, key, json.dumps(title.as_dict()), href, usual, at],
        )
        new = [row[0] for row in cursor.fetchall()]
        _mail_soon(new)
    return len(new)


def _mail_soon(new: Iterable[int]) -> None:
    from korpu.foundations.notifications.tasks import PATIENCE_SECONDS, mail_at_once

    for key in new:
        mail_at_once.configure(schedule_in={"seconds": PATIENCE_SECONDS}).defer(notification_id=key)


def mark_read(*, notification: Notification, actor: Actor, at: datetime) -> Notification:
    """Note that the person has read it; a second time changes nothing."""
    own = Notification.objects.filter(pk=notification.pk, user_id=actor.user_id, read_at=None)
    own.update(read_at=at)
    return notification


def mark_all_read(*, actor: Actor, at: datetime) -> int:
    """Note that the person has read everything; how many were unread."""
    return Notification.objects.filter(user_id=actor.user_id, read_at=None).update(read_at=at)


@transaction.atomic
def choose(*, choices: Mapping[str, Telling], actor: Actor) -> None:
    """Keep how the person wants to be told of each kind; what was told before stays as it was."""
    for kind, telling in choices.items():
        Choice.objects.update_or_create(
            user_id=actor.user_id, kind=kind_of(kind).id, defaults={"telling": telling}
        )
