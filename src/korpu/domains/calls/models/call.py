from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator, RegexValidator
from django.db import models
from django.db.models import F, Q

from korpu.domains.calls.enums import CallStatus, PostKind
from korpu.domains.calls.models.texts import WordedModel
from korpu.foundations.ui.models import TitledModel
from korpu.kernel.ids import new_id
from korpu.kernel.texts import Text

NUMBER = RegexValidator(r"\A[A-Z0-9]+(-[A-Z0-9]+)*\Z")


class Call(TitledModel):
    """A call for proposals among non-governmental organisations.

    The terms it names (until when to apply, how long to object) are its own: they are part of the
    announcement, not taken from a law.
    """

    uuid = models.UUIDField(default=new_id, unique=True, editable=False)
    number = models.CharField(
        max_length=30, unique=True, validators=(NUMBER,), help_text="Such as RST-2026-01."
    )
    compartment = models.ForeignKey(
        "accounts.Compartment", on_delete=models.PROTECT, related_name="+"
    )
    project_uuid = models.UUIDField(
        db_index=True, help_text="The project that pays, as the programmes room names it."
    )
    text_az = models.TextField(max_length=10_000, blank=True, help_text="What is asked, and why.")
    text_en = models.TextField(max_length=10_000, blank=True)
    text_ru = models.TextField(max_length=10_000, blank=True)
    contact = models.CharField(
        max_length=200, blank=True, help_text="Address for enquiries; empty: not stated."
    )
    status = models.CharField(max_length=20, choices=CallStatus, default=CallStatus.DRAFT)
    version = models.PositiveSmallIntegerField(
        default=1, help_text="Of the announcement; each correction after publishing adds one."
    )
    closes_at = models.DateTimeField(
        null=True, blank=True, help_text="Last instant to submit, inclusive; empty: not stated."
    )
    objection_days = models.PositiveSmallIntegerField(
        default=10,
        validators=(MinValueValidator(1), MaxValueValidator(60)),
        help_text="Calendar days to object, counted from the day after the notice.",
    )
    assessors_needed = models.PositiveSmallIntegerField(
        default=2,
        validators=(MinValueValidator(2), MaxValueValidator(9)),
        help_text="How many must have scored each application.",
    )
    minimum_total = models.DecimalField(
        max_digits=5,
        decimal_places=2,
        default=60,
        help_text="Of 100; an application below it cannot be selected.",
    )
    consensus_spread = models.DecimalField(
        max_digits=5,
        decimal_places=2,
        default=20,
        help_text="Of 100; totals further apart than this ask for a consensus.",
    )
    contract_from = models.DateField(null=True, blank=True, help_text="Empty: not stated.")
    contract_until = models.DateField(null=True, blank=True, help_text="Empty: not stated.")
    is_historical = models.BooleanField(
        default=False, help_text="Held before this system; only what the source states is known."
    )
    is_fictional = models.BooleanField(default=False, help_text="Made up for demonstration.")
    source = models.CharField(max_length=300, blank=True, help_text="Where a past call is stated.")
    published_at = models.DateTimeField(null=True, blank=True)
    published_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+"
    )
    closed_at = models.DateTimeField(null=True, blank=True)
    revealed_at = models.DateTimeField(
        null=True,
        blank=True,
        help_text="Since when scores are visible beyond their author; empty: hidden by the "
        "database.",
    )
    decided_at = models.DateTimeField(null=True, blank=True)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+"
    )
    cancelled_at = models.DateTimeField(null=True, blank=True)
    cancel_reason = models.CharField(max_length=500, blank=True)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+"
    )
    created_at = models.DateTimeField()

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=Q(status=CallStatus.DRAFT) | Q(published_at__isnull=False),
                name="calls_call_published_before_anything_else",
            ),
            models.CheckConstraint(
                condition=Q(status=CallStatus.DRAFT)
                | Q(is_historical=True)
                | Q(closes_at__isnull=False),
                name="calls_call_says_until_when",
            ),
            models.CheckConstraint(
                condition=Q(contract_until__isnull=True)
                | Q(contract_from__isnull=True)
                | Q(contract_until__gte=F("contract_from")),
                name="calls_call_contract_in_order",
            ),
            models.CheckConstraint(
                condition=Q(minimum_total__range=(0, 100), consensus_spread__range=(0, 100)),
                name="calls_call_limits_of_100",
            ),
        )
        indexes = (models.Index(fields=("status", "closes_at"), name="calls_call_status"),)

    @property
    def text(self) -> Text:
        return Text(az=self.text_az, en=self.text_en, ru=self.text_ru)


class CallVersion(models.Model):
    """What was changed in a published call: the whole announcement as it stood, and why."""

    call = models.ForeignKey("calls.Call", on_delete=models.PROTECT, related_name="versions")
    version = models.PositiveSmallIntegerField()
    note_az = models.CharField(max_length=500, help_text="What changed, for applicants.")
    note_en = models.CharField(max_length=500)
    note_ru = models.CharField(max_length=500)
    announcement = models.JSONField(help_text="The announcement as it stood from this version on.")
    made_at = models.DateTimeField()
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+"
    )

    class Meta:
        ordering = ("version",)
        constraints = (
            models.UniqueConstraint(fields=("call", "version"), name="calls_version_once"),
        )

    def __str__(self) -> str:
        return f"{self.call_id}: {self.version}"

    @property
    def note(self) -> Text:
        return Text(az=self.note_az, en=self.note_en, ru=self.note_ru)


class Post(WordedModel):
    """What organisations are sought for, such as one coordinator or two mentors."""

    call = models.ForeignKey("calls.Call", on_delete=models.CASCADE, related_name="posts")
    position = models.PositiveSmallIntegerField()
    kind = models.CharField(max_length=20, choices=PostKind)
    places = models.PositiveSmallIntegerField(validators=(MinValueValidator(1),))

    class Meta:
        ordering = ("position",)
        constraints = (
            models.UniqueConstraint(fields=("call", "kind"), name="calls_post_kind_once"),
            models.CheckConstraint(condition=Q(places__range=(1, 99)), name="calls_post_places"),
        )

    def __str__(self) -> str:
        return f"{self.get_kind_display()} ({self.places})"


class Condition(WordedModel):
    """What an organisation must fulfil to be assessed at all."""

    call = models.ForeignKey("calls.Call", on_delete=models.CASCADE, related_name="conditions")
    position = models.PositiveSmallIntegerField()

    class Meta:
        ordering = ("position",)


class Criterion(WordedModel):
    """What assessors score, from 0 to ``scale_max``, and how much of 100 it weighs."""

    call = models.ForeignKey("calls.Call", on_delete=models.CASCADE, related_name="criteria")
    position = models.PositiveSmallIntegerField()
    weight = models.PositiveSmallIntegerField(help_text="Per cent; those of a call make 100.")
    scale_max = models.PositiveSmallIntegerField(default=5, help_text="The best score.")

    class Meta:
        ordering = ("position",)
        constraints = (
            models.CheckConstraint(
                condition=Q(weight__range=(1, 100), scale_max__range=(1, 100)),
                name="calls_criterion_within_bounds",
            ),
        )


class AskedDocument(WordedModel):
    """A document applicants enclose."""

    call = models.ForeignKey("calls.Call", on_delete=models.CASCADE, related_name="asked_documents")
    position = models.PositiveSmallIntegerField()
    is_required = models.BooleanField(default=True)

    class Meta:
        ordering = ("position",)


class Question(models.Model):
    """What an applicant asked, and the answer that everybody may read.

    Unanswered it is seen by who asked and by the staff; who asked is never published.
    """

    uuid = models.UUIDField(default=new_id, unique=True, editable=False)
    call = models.ForeignKey("calls.Call", on_delete=models.PROTECT, related_name="questions")
    application = models.ForeignKey(
        "calls.Application", on_delete=models.PROTECT, related_name="questions"
    )
    asked = models.TextField(max_length=1000, help_text="As it was written.")
    asked_at = models.DateTimeField()
    question_az = models.TextField(max_length=1000, blank=True, help_text="As it is published.")
    question_en = models.TextField(max_length=1000, blank=True)
    question_ru = models.TextField(max_length=1000, blank=True)
    answer_az = models.TextField(max_length=3000, blank=True)
    answer_en = models.TextField(max_length=3000, blank=True)
    answer_ru = models.TextField(max_length=3000, blank=True)
    answered_at = models.DateTimeField(null=True, blank=True)
    answered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+"
    )

    class Meta:
        ordering = ("asked_at",)

    def __str__(self) -> str:
        return str(self.uuid)

    @property
    def question(self) -> Text:
        return Text(az=self.question_az, en=self.question_en, ru=self.question_ru)

    @property
    def answer(self) -> Text:
        return Text(az=self.answer_az, en=self.answer_en, ru=self.answer_ru)
