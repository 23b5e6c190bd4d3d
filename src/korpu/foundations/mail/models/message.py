from django.conf import settings
from django.db import models

from korpu.foundations.mail.enums import MessageState
from korpu.kernel.ids import new_id


class Message(models.Model):
    """One e-mail to one address, written in the transaction that gives the reason for it.

    Rows are added by the database function ``korpu_queue_mail`` alone, so that a visitor may cause
    a message without seeing any; they are seen by administrators and the service itself.
    """

    uuid = models.UUIDField(
        default=new_id, unique=True, editable=False, help_text="Also names the e-mail itself."
    )
    to_address = models.EmailField(max_length=254)
    subject = models.CharField(max_length=200)
    text = models.TextField(help_text="Plain text; lines end with LF.")
    language = models.CharField(max_length=2)
    headers = models.JSONField(default=dict, help_text="Further headers, name to value.")
    state = models.CharField(
        max_length=10, choices=MessageState.choices, default=MessageState.WAITING
    )
    attempts_count = models.PositiveSmallIntegerField(
        default=0, help_text="Since it was queued or sent again."
    )
    next_attempt_at = models.DateTimeField(null=True, help_text="Null: none will be made.")
    last_error = models.CharField(
        max_length=60,
        blank=True,
        help_text="Kind of the last failure, as 'SMTP 550'; never the server's own words, which "
        "often repeat the address.",
    )
    queued_at = models.DateTimeField()
    queued_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        on_delete=models.PROTECT,
        related_name="+",
        help_text="Null: a visitor who had not logged in.",
    )
    ended_at = models.DateTimeField(
        null=True, help_text="When it was sent, failed for good or was given up."
    )

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=models.Q(state="waiting", ended_at=None)
                | (~models.Q(state="waiting") & models.Q(ended_at__isnull=False)),
                name="mail_waiting_has_not_ended",
            ),
            models.CheckConstraint(
                condition=models.Q(state__in=MessageState.values), name="mail_known_state"
            ),
        )
        indexes = (
            models.Index(
                fields=("next_attempt_at",),
                condition=models.Q(state="waiting"),
                name="mail_waiting",
            ),
            models.Index(fields=("-queued_at", "uuid"), name="mail_latest_first"),
            models.Index(
                fields=("ended_at",), condition=~models.Q(state="waiting"), name="mail_ended"
            ),
        )

    def __str__(self) -> str:
        return str(self.uuid)


class Attachment(models.Model):
    """A file that goes with a message, and goes when the message is purged."""

    message = models.ForeignKey(Message, on_delete=models.CASCADE, related_name="attachments")
    name = models.CharField(max_length=120)
    media_type = models.CharField(
        max_length=100, help_text="With parameters, as 'text/calendar; method=REQUEST'."
    )
    content = models.BinaryField()

    def __str__(self) -> str:
        return self.media_type
