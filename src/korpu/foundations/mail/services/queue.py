"""A message is queued, sent again, given up and purged here."""

import json
from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any, Protocol

from django.conf import settings
from django.db import connection, transaction
from django.utils.translation import gettext_lazy as _

from korpu.foundations.mail.enums import ENDED_STATES, MessageState
from korpu.foundations.mail.models import Message
from korpu.foundations.mail.parts import (
    MailFile,
    checked_address,
    checked_files,
    checked_headers,
    checked_words,
)
from korpu.kernel.errors import NotPossibleNow
from korpu.kernel.ids import new_id

PURGE_BATCH = 1000


class Sender(Protocol):
    """Who gives the reason for a message: an actor of the accounts room; a visitor too."""

    @property
    def id_or_none(self) -> int | None: ...
    def check(self, permission: str, /) -> None: ...


def queue_message(
    *,
    to: str,
    subject: str,
    text: str,
    language: str,
    actor: Sender,
    at: datetime,
    attachments: Sequence[MailFile] = (),
    headers: Mapping[str, str] | None = None,
) -> Message:
    """Write an e-mail into the running transaction; the worker sends it once that is committed.

    A rollback takes it back. Who may cause which message is the caller's business: visitors may
    (a confirmation of a registration). A message can arrive twice when a machine dies at the wrong
    instant; both copies then carry the same Message-ID.

    Args:
        to: one address.
        subject: one line.
        text: plain text. Keep personal data out of it wherever a link behind a log-in will do.
        language: of subject and text.
        actor: on whose act it is sent; the database notes who acts by itself.
        at: the moment, aware.
        attachments: at most 10 MB together.
        headers: such as ``List-Unsubscribe`` or ``Reply-To``; not those the service writes itself.

    Raises:
        InvalidInput: a part cannot be sent; ``fields`` names it.
    """
    del actor  # the database takes it from the transaction, so that it cannot be misstated
    address = checked_address(to)
    subject, body = checked_words(subject, text, language)
    files = checked_files(attachments)
    further = checked_headers(headers or {})
    message = Message(
        uuid=new_id(),
        to_address=address,
        subject=subject,
        text=body,
        language=language,
        headers=further,
        queued_at=at,
        next_attempt_at=at,
    )
    with transaction.atomic():
        _insert(message, files)
        _defer(message)
    return message


@transaction.atomic
def send_again(*, message: Message, actor: Sender, at: datetime) -> Message:
    """Try a message that failed, or waits for its next attempt, now; attempts count anew.

    Raises:
        NotPermitted: the actor may not.
        NotPossibleNow: it was sent or given up.
    """
    actor.check("mail.message.resend")
    locked = _locked(message)
    if locked.state in {MessageState.SENT, MessageState.GIVEN_UP}:
        raise NotPossibleNow(
            _("This e-mail cannot be sent again: it has been sent or given up."),
            _("Cause a new one where it came from."),
        )
    locked.state, locked.ended_at, locked.next_attempt_at = MessageState.WAITING, None, at
    locked.attempts_count, locked.last_error = 0, ""
    locked.save()
    _defer(locked)
    return locked


@transaction.atomic
def give_up(*, message: Message, actor: Sender, at: datetime) -> Message:
    """End a message that has not been sent.

    Raises:
        NotPermitted: the actor may not.
        NotPossibleNow: it was sent or given up.
    """
    actor.check("mail.message.resend")
    locked = _locked(message)
    if locked.state in {MessageState.SENT, MessageState.GIVEN_UP}:
        raise NotPossibleNow(_("This e-mail has been sent or given up already."))
    locked.state, locked.ended_at, locked.next_attempt_at = MessageState.GIVEN_UP, at, None
    locked.save()
    return locked


def purge_messages(*, at: datetime) -> int:
    """Remove messages that ended longer ago than the term; how many, at most 1,000 at a time."""
    before = at - timedelta(days=settings.KORPU_MAIL_KEEP_DAYS)
    ended = Message.objects.filter(state__in=ENDED_STATES, ended_at__lt=before)
    keys = list(ended.order_by("ended_at").values_list("pk", flat=True)[:PURGE_BATCH])
    Message.objects.filter(pk__in=keys).delete()
    return len(keys)


def _locked(message: Message) -> Message:
    return Message.objects.select_for_update().get(pk=message.pk)


def _insert(message: Message, files: Sequence[MailFile]) -> None:
    values: list[Any] = [
        message.uuid,
        message.to_address,
        message.subject,
        message.text,
        message.language,
        json.dumps(message.headers),
        message.queued_at,
        [file.name for file in files],
        [file.media_type for file in files],
        [file.content for file in files],
    ]
    with connection.cursor() as cursor:
        cursor.execute(
            "select korpu_queue_mail(%s, %s, %s, %s, %s, %s::jsonb, %s,"
            " %s::text[], %s::text[], %s::bytea[])",
            values,
        )
        message.pk = cursor.fetchone()[0]
    message._state.adding = False  # noqa: SLF001 - Django's word for "is in the database"
    message._state.db = connection.alias  # noqa: SLF001 - likewise


def _defer(message: Message) -> None:
    from korpu.foundations.mail.tasks import deliver

    deliver.defer(message_id=message.pk)
