from django.conf import settings
from django.db import models
from django.db.models import F, Q

from korpu.domains.calls.enums import NoticeKind, ObjectionRuling, Outcome
from korpu.kernel.ids import new_id


class Decision(models.Model):
    """What is decided about one application, why, by whom proposed and by whom taken."""

    application = models.OneToOneField(
        "calls.Application", on_delete=models.PROTECT, related_name="decision"
    )
    outcome = models.CharField(max_length=20, choices=Outcome)
    post = models.ForeignKey(
        "calls.Post",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        help_text="For which post it is selected; empty otherwise.",
    )
    reasons = models.TextField(max_length=2000)
    total = models.DecimalField(
        max_digits=5, decimal_places=2, null=True, help_text="Of 100; empty: never scored."
    )
    rank = models.PositiveSmallIntegerField(null=True, help_text="Empty: never ranked.")
    is_tied = models.BooleanField(default=False, help_text="Another application has the same rank.")
    proposed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    proposed_at = models.DateTimeField()
    approved_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+"
    )
    approved_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=Q(outcome=Outcome.AWARD, post__isnull=False)
                | (~Q(outcome=Outcome.AWARD) & Q(post__isnull=True)),
                name="calls_decision_names_its_post",
            ),
            models.CheckConstraint(
                condition=Q(approved_by__isnull=True) | ~Q(approved_by=F("proposed_by")),
                name="calls_decision_by_two_people",
            ),
        )

    def __str__(self) -> str:
        return f"{self.application_id}: {self.outcome}"


class Award(models.Model):
    """What everybody may read of the outcome: which organisation was selected for which post."""

    call = models.ForeignKey("calls.Call", on_delete=models.PROTECT, related_name="awards")
    post = models.ForeignKey("calls.Post", on_delete=models.PROTECT, related_name="awards")
    organisation_name = models.CharField(
        max_length=200, blank=True, help_text="Empty: selected, but the source names nobody."
    )
    application = models.OneToOneField(
        "calls.Application", on_delete=models.PROTECT, null=True, related_name="award"
    )
    announced_at = models.DateTimeField()

    class Meta:
        ordering = ("post__position", "id")

    def __str__(self) -> str:
        return f"{self.call_id}: {self.organisation_name}"


class Objection(models.Model):
    """What an applicant objects to within the term, and what was ruled."""

    uuid = models.UUIDField(default=new_id, unique=True, editable=False)
    application = models.OneToOneField(
        "calls.Application", on_delete=models.PROTECT, related_name="objection"
    )
    grounds = models.TextField(max_length=5000)
    lodged_at = models.DateTimeField()
    ruling = models.CharField(max_length=20, choices=ObjectionRuling, blank=True)
    reasons = models.TextField(max_length=2000, blank=True)
    ruled_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+"
    )
    ruled_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=Q(ruling="", ruled_at__isnull=True)
                | (~Q(ruling="") & ~Q(reasons="") & Q(ruled_at__isnull=False)),
                name="calls_ruling_has_reasons",
            ),
        )

    def __str__(self) -> str:
        return str(self.uuid)


class Notice(models.Model):
    """A letter to the applicant, kept as it was issued."""

    uuid = models.UUIDField(default=new_id, unique=True, editable=False)
    application = models.ForeignKey(
        "calls.Application", on_delete=models.PROTECT, related_name="notices"
    )
    kind = models.CharField(max_length=20, choices=NoticeKind)
    number = models.CharField(max_length=50, unique=True)
    language = models.CharField(max_length=2)
    file = models.ForeignKey("files.StoredFile", on_delete=models.PROTECT, related_name="+")
    issued_at = models.DateTimeField()
    issued_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        related_name="+",
        help_text="Empty: by the service itself, such as a receipt.",
    )

    class Meta:
        ordering = ("issued_at",)

    def __str__(self) -> str:
        return self.number
