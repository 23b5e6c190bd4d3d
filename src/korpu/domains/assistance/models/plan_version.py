from django.conf import settings
from django.db import models

from korpu.domains.assistance.enums import Modality, Phase, VersionState


class PlanVersion(models.Model):
    """One signed or proposed state of the plan. A change after approval is a new version."""

    plan = models.ForeignKey(
        "assistance.SupportPlan", on_delete=models.PROTECT, related_name="versions"
    )
    number = models.PositiveSmallIntegerField()
    state = models.CharField(max_length=20, choices=VersionState, default=VersionState.PROPOSED)
    reason = models.CharField(
        max_length=500, blank=True, help_text="Why the earlier version was changed."
    )
    proposed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    proposed_at = models.DateTimeField()
    approved_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    approved_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ("number",)
        constraints = (
            models.UniqueConstraint(fields=("plan", "number"), name="assistance_version_once"),
            models.CheckConstraint(
                condition=models.Q(approved_by__isnull=True)
                | ~models.Q(approved_by=models.F("proposed_by")),
                name="assistance_version_approved_by_another",
            ),
        )

    def __str__(self) -> str:
        return str(self.number)


class PlanNeed(models.Model):
    """A need the plan answers, with the goal agreed."""

    version = models.ForeignKey(PlanVersion, on_delete=models.PROTECT, related_name="needs")
    need = models.SlugField(help_text="Code of codelist reintegration-needs.")
    goal = models.CharField(max_length=500)

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("version", "need"), name="assistance_need_once"),
        )

    def __str__(self) -> str:
        return self.need


class PlanLine(models.Model):
    """Money for one thing: never more than the tariff leaves, in euro with the rate of the day."""

    version = models.ForeignKey(PlanVersion, on_delete=models.PROTECT, related_name="lines")
    position = models.PositiveSmallIntegerField()
    need = models.SlugField(help_text="The need it answers.")
    description = models.CharField(max_length=300)
    phase = models.CharField(max_length=20, choices=Phase)
    modality = models.CharField(max_length=20, choices=Modality)
    amount_eur = models.DecimalField(max_digits=10, decimal_places=2)
    rate_azn = models.DecimalField(
        max_digits=10, decimal_places=4, help_text="Manat for one euro on the rate date."
    )
    rate_on = models.DateField()

    class Meta:
        ordering = ("position",)
        constraints = (
            models.UniqueConstraint(fields=("version", "position"), name="assistance_line_once"),
            models.CheckConstraint(
                condition=models.Q(amount_eur__gt=0), name="assistance_line_positive"
            ),
        )

    def __str__(self) -> str:
        return self.description
