from django.conf import settings
from django.db import models


class RoleGrant(models.Model):
    """A role a person holds in a compartment for a period. Positive only: nothing is taken away."""

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="role_grants"
    )
    role = models.SlugField(help_text="Identifier of a role of the jurisdiction, such as 'mentor'.")
    compartment = models.ForeignKey(
        "accounts.Compartment", on_delete=models.PROTECT, related_name="role_grants"
    )
    deputies_allowed = models.BooleanField(
        help_text="A stand-in holds the role during an absence; as declared when it was granted."
    )
    valid_from = models.DateField(help_text="First day of the role.")
    valid_until = models.DateField(null=True, blank=True, help_text="Last day; empty: open-ended.")
    reason = models.CharField(max_length=500, help_text="Why it was granted.")
    granted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    granted_at = models.DateTimeField()
    ended_at = models.DateTimeField(
        null=True, help_text="Taken back at this instant, before the last day; empty: not."
    )
    ended_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+"
    )
    ended_reason = models.CharField(max_length=500, blank=True)

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=models.Q(valid_until__isnull=True)
                | models.Q(valid_until__gte=models.F("valid_from")),
                name="accounts_role_grant_period_in_order",
            ),
        )
        indexes = (models.Index(fields=("user", "compartment"), name="accounts_grant_user"),)

    def __str__(self) -> str:
        return f"{self.role} in {self.compartment_id}"
