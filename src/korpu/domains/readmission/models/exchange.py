from django.conf import settings
from django.db import models
from django.db.models import F, Q

from korpu.domains.readmission.enums import Channel
from korpu.domains.readmission.models.base import CaseRecord
from korpu.kernel.ids import new_id

SHOWN_AGAIN = (Channel.PAGE, Channel.MACHINE)


class LetterContent(CaseRecord):
    """What a letter to the other side tells, noted when it is written."""

    letter = models.OneToOneField("casework.Letter", on_delete=models.PROTECT, related_name="+")
    fields = models.JSONField(help_text="Name of a field → keyed digest of its value.")


class LetterApproval(CaseRecord):
    """Somebody answers for one letter, exactly as it is, before it leaves the house."""

    letter = models.OneToOneField("casework.Letter", on_delete=models.PROTECT, related_name="+")
    sha256 = models.CharField(max_length=64, help_text="Of the file that was approved.")
    role = models.CharField(max_length=60, help_text="In which role.")


class LetterRelease(CaseRecord):
    """Somebody else, in another role, lets an approved letter leave the house."""

    approval = models.OneToOneField(
        "readmission.LetterApproval", on_delete=models.PROTECT, related_name="release"
    )
    role = models.CharField(max_length=60, help_text="In which role.")
    approved_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    approved_role = models.CharField(max_length=60, help_text="In which role it was approved.")

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=~Q(recorded_by=F("approved_by")) & ~Q(role=F("approved_role")),
                name="readmission_release_by_another",
            ),
        )


class Exchange(CaseRecord):
    """A body of another state received something of a case: what, when, by whom, on what basis.

    The values are not kept a second time: a keyed digest tells whether a value is the one that was
    given. ``recorded_by`` is whose act or look it was; ``recorded_at`` the moment. The same content
    shown again to the same person on the same day is one row.
    """

    recipient = models.ForeignKey(
        "organisations.Organisation", on_delete=models.PROTECT, related_name="+"
    )
    case_number = models.CharField(
        max_length=30, help_text="For readers of the whole ledger, who do not see the case."
    )
    letter_number = models.CharField(max_length=40, blank=True, help_text="Empty: no letter.")
    channel = models.CharField(max_length=10, choices=Channel)
    occurred_on = models.DateField(help_text="The service's own day.")
    letter = models.ForeignKey(
        "casework.Letter",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        help_text="The letter sent or downloaded; empty: none.",
    )
    document = models.CharField(
        max_length=64, blank=True, help_text="SHA-256 of the file received; empty: no file."
    )
    fields = models.JSONField(help_text="Name of a field → keyed digest of its value.")
    digest = models.CharField(max_length=64, help_text="SHA-256 of fields and document.")
    basis = models.CharField(max_length=60, help_text="Which basis of data-exchange.yaml.")
    instrument = models.CharField(max_length=200)
    article = models.CharField(max_length=200, blank=True)
    confidence = models.CharField(max_length=20, help_text="How far the basis was checked.")

    signature: str = ""
    """Name of who received or sent it; selectors fill it in."""

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=("case", "recorded_by", "channel", "occurred_on", "digest"),
                condition=Q(channel__in=SHOWN_AGAIN),
                name="readmission_exchange_shown_once_a_day",
            ),
        )
        indexes = (
            models.Index(fields=("case", "-id"), name="readmission_exchange_case"),
            models.Index(fields=("recipient", "-recorded_at"), name="readmission_exchange_body"),
            models.Index(fields=("-recorded_at",), name="readmission_exchange_newest"),
        )


class ExchangeStatement(CaseRecord):
    """The ledger of a case was handed to the person it is about, in their language."""

    language = models.CharField(max_length=2)
    given_to = models.CharField(max_length=20, help_text="A code of StatementReader.")
    entry_count = models.PositiveIntegerField(help_text="Entries it lists, the newest included.")
    last_entry = models.ForeignKey(
        "readmission.Exchange",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        help_text="The newest entry it lists; empty: nothing had been received.",
    )
    file = models.ForeignKey("files.StoredFile", on_delete=models.PROTECT, related_name="+")


class ExchangeAlert(models.Model):
    """A claim for protection was recorded after data of the person had left the house.

    It opens the ledger of that case to the protection office, and nothing of it to anybody else:
    the office of the case cannot learn from it that a claim exists.
    """

    uuid = models.UUIDField(default=new_id, unique=True, editable=False)
    compartment = models.ForeignKey(
        "accounts.Compartment",
        on_delete=models.PROTECT,
        related_name="+",
        help_text="The protection office that recorded the claim.",
    )
    case_key = models.BigIntegerField(
        help_text="Key of the case. No reference: it must not wait for whoever is sending there."
    )
    case_number = models.CharField(max_length=30)
    hold = models.ForeignKey(
        "persons.ProtectionHold", on_delete=models.PROTECT, related_name="+", db_index=False
    )
    entry_count = models.PositiveIntegerField(help_text="What had been received by then.")
    recorded_at = models.DateTimeField()

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=("hold", "case_key"), name="readmission_alert_once_per_claim"
            ),
        )
        indexes = (
            models.Index(fields=("compartment", "-recorded_at"), name="readmission_alert_office"),
        )

    def __str__(self) -> str:
        return str(self.uuid)
