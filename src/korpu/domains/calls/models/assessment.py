from django.conf import settings
from django.db import models
from django.db.models import Q

from korpu.kernel.ids import new_id


class Assessor(models.Model):
    """Somebody appointed to score the applications of one call."""

    uuid = models.UUIDField(default=new_id, unique=True, editable=False)
    call = models.ForeignKey("calls.Call", on_delete=models.PROTECT, related_name="assessors")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    appointed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    appointed_at = models.DateTimeField()
    declared_at = models.DateTimeField(
        null=True, blank=True, help_text="When conflicts were declared; before it nothing is shown."
    )
    removed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ("appointed_at",)
        constraints = (
            models.UniqueConstraint(fields=("call", "user"), name="calls_assessor_once"),
        )

    def __str__(self) -> str:
        return str(self.uuid)


class AssessorConflict(models.Model):
    """An assessor who must not see or score one application, and why."""

    assessor = models.ForeignKey(
        "calls.Assessor", on_delete=models.PROTECT, related_name="conflicts"
    )
    application = models.ForeignKey(
        "calls.Application", on_delete=models.PROTECT, related_name="conflicts"
    )
    reason = models.CharField(max_length=500)
    is_found = models.BooleanField(
        default=False, help_text="Found by the service (own organisation), not declared."
    )
    at = models.DateTimeField()

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("assessor", "application"), name="calls_conflict_once"),
        )

    def __str__(self) -> str:
        return f"{self.assessor_id}: {self.application_id}"


class Assessment(models.Model):
    """One assessor's sheet on one application, or (without a user) the agreed consensus.

    Until the scores of the call are revealed the database shows a sheet to its author alone; once
    locked it never changes.
    """

    uuid = models.UUIDField(default=new_id, unique=True, editable=False)
    call = models.ForeignKey("calls.Call", on_delete=models.PROTECT, related_name="+")
    application = models.ForeignKey(
        "calls.Application", on_delete=models.PROTECT, related_name="assessments"
    )
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        related_name="+",
        help_text="The assessor; empty: the consensus.",
    )
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    comment = models.TextField(max_length=3000, blank=True)
    version = models.PositiveIntegerField(default=1, help_text="Rises with every saved change.")
    saved_at = models.DateTimeField()
    locked_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("application", "user"), name="calls_sheet_once"),
            models.UniqueConstraint(
                fields=("application",),
                condition=Q(user__isnull=True),
                name="calls_one_consensus",
            ),
        )

    def __str__(self) -> str:
        return str(self.uuid)


class Score(models.Model):
    """Points for one criterion, between 0 and the criterion's best score."""

    assessment = models.ForeignKey(
        "calls.Assessment", on_delete=models.CASCADE, related_name="scores"
    )
    criterion = models.ForeignKey("calls.Criterion", on_delete=models.PROTECT, related_name="+")
    points = models.PositiveSmallIntegerField()
    comment = models.CharField(max_length=500, blank=True)

    class Meta:
        ordering = ("criterion__position",)
        constraints = (
            models.UniqueConstraint(fields=("assessment", "criterion"), name="calls_score_once"),
        )

    def __str__(self) -> str:
        return f"{self.criterion_id}: {self.points}"
