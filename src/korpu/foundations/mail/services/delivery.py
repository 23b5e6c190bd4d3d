"""Handing a message to the mail server."""

from datetime import datetime, timedelta
from email.encoders import encode_base64
from email.mime.base import MIMEBase
from email.mime.text import MIMEText
from smtplib import SMTPException, SMTPRecipientsRefused, SMTPResponseException

from django.conf import settings
from django.core.mail import EmailMessage
from django.db.models import F
from django.utils import timezone

from korpu.foundations.mail.enums import MessageState
from korpu.foundations.mail.models import Attachment, Message

PAUSES = (  # after each failure the next attempt waits so long; after the last the message failed
    timedelta(minutes=1),
    timedelta(minutes=5),
    timedelta(minutes=15),
    timedelta(hours=1),
    timedelta(hours=4),
    timedelta(hours=12),
    timedelta(hours=24),
)
LOST = timedelta(minutes=10)
FOR_GOOD = 500


def deliver_message(*, message_id: int, at: datetime) -> Message | None:
    """Try once to send a message; None: it is gone, ended, not yet due, or another worker has it.

    The row stays locked until the transaction around this ends.
    """
    due = Message.objects.filter(state=MessageState.WAITING, next_attempt_at__lte=at)
    message = due.select_for_update(skip_locked=True).filter(pk=message_id).first()
    if message is None:
        return None
    try:
        letter(message).send()
    except (OSError, SMTPException) as failure:
        _note_failure(message, failure, at)
    else:
        message.state, message.ended_at = MessageState.SENT, at
        message.next_attempt_at, message.last_error = None, ""
    message.attempts_count = F("attempts_count") + 1
    message.save()
    message.refresh_from_db()
    return message


def overdue_messages(*, at: datetime) -> list[int]:
    """Keys of messages whose attempt is late by more than ten minutes: their job was lost."""
    late = Message.objects.filter(state=MessageState.WAITING, next_attempt_at__lt=at - LOST)
    return list(late.order_by("next_attempt_at").values_list("pk", flat=True)[:500])


def letter(message: Message) -> EmailMessage:
    """The e-mail as the mail server gets it."""
    domain = settings.DEFAULT_FROM_EMAIL.rpartition("@")[2].strip("<> ") or "localhost"
    found = EmailMessage(
        message.subject,
        message.text,
        to=[message.to_address],
        headers={
            "Message-ID": f"<{message.uuid}@{domain}>",
            "Auto-Submitted": "auto-generated",
            "Content-Language": message.language,
            **message.headers,
        },
    )
    for attachment in message.attachments.order_by("pk"):
        found.attach(_part(attachment))
    return found


def _part(attachment: Attachment) -> MIMEBase:
    kind, *parameters = attachment.media_type.split("; ")
    main, _, sub = kind.partition("/")
    content = bytes(attachment.content)
    part: MIMEBase
    if main == "text":
        part = MIMEText(content.decode(), sub, "utf-8")
    else:
        part = MIMEBase(main, sub)
        part.set_payload(content)
        encode_base64(part)
    for parameter in parameters:
        name, _, value = parameter.partition("=")
        part.set_param(name, value)
    part.add_header("Content-Disposition", "attachment", filename=("utf-8", "", attachment.name))
    return part


def _note_failure(message: Message, failure: Exception, at: datetime) -> None:
    message.last_error = kind_of(failure)
    if is_for_good(failure) or message.attempts_count >= len(PAUSES):
        message.state, message.ended_at = MessageState.FAILED, at
        message.next_attempt_at = None
    else:
        message.next_attempt_at = timezone.now() + PAUSES[message.attempts_count]


def kind_of(failure: Exception) -> str:
    """The failure in a word or two, without the server's own words."""
    code = _code(failure)
    return f"SMTP {code}" if code else type(failure).__name__[:60]


def is_for_good(failure: Exception) -> bool:
    """Whether the server said that trying again will not help."""
    return (_code(failure) or 0) >= FOR_GOOD


def _code(failure: Exception) -> int | None:
    if isinstance(failure, SMTPRecipientsRefused):
        return next((code for code, _ in failure.recipients.values()), None)
    return int(failure.smtp_code) if isinstance(failure, SMTPResponseException) else None
