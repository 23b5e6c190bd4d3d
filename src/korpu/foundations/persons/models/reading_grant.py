from django.conf import settings
from django.db import models

from korpu.foundations.persons.enums import ReadingScope


class ReadingGrant(models.Model):
    """One person or compartment may read a file for a period without a case of their own.

    A higher room fills this when it shares a case: the mentor while assigned, the border point that
    receives a transfer.
    """

    person = models.ForeignKey(
        "persons.Person", on_delete=models.PROTECT, related_name="reading_grants"
    )
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    compartment = models.ForeignKey(
        "accounts.Compartment", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    granted_in = models.ForeignKey(
        "accounts.Compartment",
        on_delete=models.PROTECT,
        related_name="+",
        help_text="The compartment that lets the other read.",
    )
    scope = models.CharField(max_length=10, choices=ReadingScope)
    valid_from = models.DateField(help_text="First day.")
    valid_until = models.DateField(help_text="Last day.")
    granted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    granted_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True, blank=True, help_text="Ended before its last day.")

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=models.Q(user__isnull=True) ^ models.Q(compartment__isnull=True),
                name="persons_grant_to_one_reader",
            ),
            models.CheckConstraint(
                condition=models.Q(valid_until__gte=models.F("valid_from")),
                name="persons_grant_period_in_order",
            ),
        )

    def __str__(self) -> str:
        return f"{self.scope} {self.pk}"
