"""What is filed under a case: attachments and letters."""

from django.conf import settings
from django.db import models

from korpu.foundations.casework.enums import Audience
from korpu.kernel.ids import new_id


class Attachment(models.Model):
    """A file that belongs to a case."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    case = models.ForeignKey("casework.Case", on_delete=models.PROTECT, related_name="attachments")
    file = models.ForeignKey("files.StoredFile", on_delete=models.PROTECT, related_name="+")
    title = models.CharField(max_length=200)
    enquiry = models.ForeignKey(
        "casework.Enquiry",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="files",
        help_text="The enquiry it answers; empty: none.",
    )
    audience = models.CharField(max_length=12, choices=Audience, default=Audience.OFFICE)
    attached_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", db_index=False
    )
    attached_at = models.DateTimeField()

    class Meta:
        ordering = ("-attached_at",)

    def __str__(self) -> str:
        return f"attachment of {self.case_id}"


class Letter(models.Model):
    """A letter written from a case, kept exactly as it was issued."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    case = models.ForeignKey("casework.Case", on_delete=models.PROTECT, related_name="letters")
    act = models.ForeignKey(
        "casework.Act",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="letters",
        help_text="The act it tells of; empty: none.",
    )
    number = models.CharField(max_length=40, unique=True, help_text="Of the outgoing register.")
    template = models.CharField(max_length=60)
    language = models.CharField(max_length=2)
    file = models.ForeignKey("files.StoredFile", on_delete=models.PROTECT, related_name="+")
    addressee = models.CharField(max_length=300, help_text="As it stands on the letter.")
    audience = models.CharField(
        max_length=12,
        choices=Audience,
        default=Audience.OFFICE,
        help_text="Counterpart: it goes to the other side and leaves through the gate.",
    )
    issued_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", db_index=False
    )
    issued_at = models.DateTimeField()
    sent_at = models.DateTimeField(
        null=True, blank=True, help_text="Handed to its addressee; empty: not yet."
    )
    sent_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        db_index=False,
    )
    returned_on = models.DateField(
        null=True, blank=True, help_text="The day it came back undelivered; empty: it did not."
    )
    returned_note = models.CharField(max_length=200, blank=True, help_text="What the post says.")

    class Meta:
        ordering = ("-issued_at",)
        constraints = (
            models.CheckConstraint(
                condition=models.Q(returned_on=None) | models.Q(sent_at__isnull=False),
                name="casework_letter_returns_after_sending",
            ),
        )

    def __str__(self) -> str:
        return self.number
