from django.conf import settings
from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import RangeOperators
from django.db import models
from django.db.models import Func


class DateRange(Func):
    """The days from the first to the last, both included, as a PostgreSQL range."""

    function = "daterange"
    template = "%(function)s(%(expressions)s, '[]')"
    output_field = models.Field()


class MentorAssignment(models.Model):
    """A mentor accompanies a returnee for a period; the share of the case lives as long."""

    plan = models.ForeignKey(
        "assistance.SupportPlan", on_delete=models.PROTECT, related_name="mentor_assignments"
    )
    mentor = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    valid_from = models.DateField()
    valid_until = models.DateField(help_text="Last day; never later than the mentor's contract.")
    end_reason = models.CharField(max_length=500, blank=True)
    assigned_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        ordering = ("valid_from",)
        constraints = (
            models.CheckConstraint(
                condition=models.Q(valid_until__gte=models.F("valid_from")),
                name="assistance_mentor_period_in_order",
            ),
            ExclusionConstraint(
                name="assistance_one_mentor_at_a_time",
                expressions=(
                    ("plan", RangeOperators.EQUAL),
                    (DateRange("valid_from", "valid_until"), RangeOperators.OVERLAPS),
                ),
            ),
        )

    def __str__(self) -> str:
        return f"{self.valid_from} to {self.valid_until}"
