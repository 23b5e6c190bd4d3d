from django.conf import settings
from django.db import models


class Deputyship(models.Model):
    """Somebody stands in for an absent colleague and holds that colleague's roles meanwhile."""

    absent = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="deputyships"
    )
    deputy = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="stands_in_for"
    )
    valid_from = models.DateField(help_text="First day of the absence.")
    valid_until = models.DateField(help_text="Last day of the absence.")
    reason = models.CharField(max_length=500, help_text="Why, such as leave or a mission.")
    granted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    granted_at = models.DateTimeField()
    ended_at = models.DateTimeField(
        null=True, help_text="Ended at this instant, before the last day; empty: not."
    )
    ended_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+"
    )

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=~models.Q(absent=models.F("deputy")),
                name="accounts_deputyship_of_somebody_else",
            ),
            models.CheckConstraint(
                condition=models.Q(valid_until__gte=models.F("valid_from")),
                name="accounts_deputyship_period_in_order",
            ),
        )

    def __str__(self) -> str:
        return f"{self.deputy_id} for {self.absent_id}"
