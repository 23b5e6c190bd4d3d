from django.conf import settings
from django.db import models

from korpu.domains.assistance.enums import VisitKind, VisitOutcome


class Visit(models.Model):
    """A contact between the mentor and the returnee, held, missed or refused."""

    plan = models.ForeignKey(
        "assistance.SupportPlan", on_delete=models.PROTECT, related_name="visits"
    )
    kind = models.CharField(max_length=20, choices=VisitKind)
    outcome = models.CharField(max_length=20, choices=VisitOutcome)
    visited_on = models.DateField()
    language = models.CharField(max_length=2, blank=True)
    had_interpreter = models.BooleanField(default=False)
    note = models.TextField(blank=True)
    has_safety_concern = models.BooleanField(default=False)
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        ordering = ("-visited_on", "-id")

    def __str__(self) -> str:
        return f"{self.visited_on}"
