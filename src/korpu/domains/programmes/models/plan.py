"""What a project wants and does: objectives, components, activities."""

from django.db import models

from korpu.domains.programmes.enums import ActivityKind, ActivityStatus, ObjectiveLevel, Precision
from korpu.domains.programmes.models.base import (
    Part,
    Worded,
    once_per_project,
    partial_date_check,
)


class Objective(Part, Worded):
    """What the project wants to change."""

    level = models.CharField(max_length=20, choices=ObjectiveLevel)
    number = models.PositiveSmallIntegerField(
        null=True, blank=True, help_text="As printed; empty: not numbered."
    )

    class Meta(Part.Meta):
        constraints = (once_per_project("objective"),)


class Component(Part, Worded):
    """A strand of work with a leader of its own."""

    number = models.PositiveSmallIntegerField()
    objective = models.ForeignKey(
        Objective, on_delete=models.PROTECT, null=True, blank=True, related_name="components"
    )

    class Meta(Part.Meta):
        constraints = (once_per_project("component"),)


class Activity(Part, Worded):
    """Something the project does. Days known to the month or the year stand on its first day."""

    kind = models.CharField(max_length=20, choices=ActivityKind)
    status = models.CharField(
        max_length=20, choices=ActivityStatus, blank=True, help_text="Empty: not stated."
    )
    component = models.ForeignKey(
        Component, on_delete=models.PROTECT, null=True, blank=True, related_name="activities"
    )
    objective = models.ForeignKey(
        Objective, on_delete=models.PROTECT, null=True, blank=True, related_name="activities"
    )
    planned_start = models.DateField(null=True, blank=True)
    planned_end = models.DateField(null=True, blank=True)
    actual_start = models.DateField(null=True, blank=True)
    actual_end = models.DateField(null=True, blank=True)
    precision = models.CharField(
        max_length=10, choices=Precision, default=Precision.DAY, help_text="Of all four days."
    )

    class Meta(Part.Meta):
        verbose_name_plural = "activities"
        constraints = (
            once_per_project("activity"),
            models.CheckConstraint(
                condition=models.Q(planned_end__isnull=True)
                | models.Q(planned_start__isnull=True)
                | models.Q(planned_end__gte=models.F("planned_start")),
                name="programmes_activity_planned_order",
            ),
            models.CheckConstraint(
                condition=models.Q(actual_end__isnull=True)
                | models.Q(actual_start__isnull=True)
                | models.Q(actual_end__gte=models.F("actual_start")),
                name="programmes_activity_actual_order",
            ),
            *(
                partial_date_check(day, "precision", f"programmes_activity_{day}_precision")
                for day in ("planned_start", "planned_end", "actual_start", "actual_end")
            ),
        )
