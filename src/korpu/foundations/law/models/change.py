from hashlib import sha256

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from korpu.foundations.law.enums import OF_CALENDARS, ChangeKind, ChangeState
from korpu.kernel.ids import new_id


class Change(models.Model):
    """One change of the law as it was entered: drafted by one person, published by another.

    The files of the jurisdiction are the base; what is published here is laid over them. What was
    signed cannot change: the digest of the content signed is kept, and the database refuses to
    change a published row but for its withdrawal.
    """

    uuid = models.UUIDField(default=new_id, unique=True, editable=False)
    kind = models.CharField(max_length=10, choices=ChangeKind)
    state = models.CharField(max_length=10, choices=ChangeState, default=ChangeState.DRAFT)
    subject = models.CharField(
        max_length=120,
        help_text="The parameter, the procedure and its deadline, or the calendar it is about.",
    )
    content = models.TextField(help_text="What it changes, as canonical JSON of the engine.")
    instrument = models.CharField(max_length=200, help_text="The act of law that orders it.")
    article = models.CharField(max_length=100, blank=True)
    confidence = models.CharField(max_length=16, help_text="How sure we are of the source.")
    valid_from = models.DateField(help_text="First day in force; of a calendar's change: its day.")
    note = models.TextField(blank=True, help_text="Why, in the words of whoever drafted it.")
    drafted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    drafted_at = models.DateTimeField()
    published_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+"
    )
    published_at = models.DateTimeField(null=True)
    published_on = models.DateField(null=True, help_text="The service's own day of publishing.")
    published_digest = models.CharField(
        max_length=64, blank=True, help_text="SHA-256 of the content that was signed."
    )
    withdrawn_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+"
    )
    withdrawn_at = models.DateTimeField(null=True)
    withdrawn_from = models.DateField(
        null=True, help_text="First day on which new cases do not come under it any more."
    )
    withdrawal_reason = models.TextField(blank=True)

    class Meta:
        ordering = ("-pk",)
        constraints = (
            models.CheckConstraint(
                condition=Q(published_by__isnull=True) | ~Q(published_by=F("drafted_by")),
                name="law_change_two_persons",
            ),
            models.CheckConstraint(
                condition=Q(state__in=("draft", "discarded"), published_at__isnull=True)
                | Q(
                    state__in=("published", "withdrawn"),
                    published_at__isnull=False,
                    published_on__isnull=False,
                    published_by__isnull=False,
                ),
                name="law_change_is_signed",
            ),
            models.CheckConstraint(
                condition=~Q(state="withdrawn") | Q(withdrawn_from__isnull=False),
                name="law_change_withdrawal_is_dated",
            ),
        )

    def __str__(self) -> str:
        return self.number

    @property
    def number(self) -> str:
        """Its name in the recipe of a version."""
        return f"{'C' if self.is_of_calendar else 'A'}{self.pk}"

    @property
    def is_of_calendar(self) -> bool:
        return self.kind in OF_CALENDARS

    @property
    def digest(self) -> str:
        """SHA-256 of everything that is signed."""
        signed = (
            self.kind,
            self.content,
            self.instrument,
            self.article,
            self.confidence,
            str(self.valid_from),
        )
        return sha256("\x1f".join(signed).encode()).hexdigest()


class Edition(models.Model):
    """A moment at which the law in use changed; the key of the last one names the law in use."""

    uuid = models.UUIDField(primary_key=True, default=new_id, editable=False)
    change = models.ForeignKey(Change, on_delete=models.PROTECT, related_name="editions")
    at = models.DateTimeField()

    def __str__(self) -> str:
        return str(self.uuid)
