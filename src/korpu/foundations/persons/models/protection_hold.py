from django.conf import settings
from django.db import models

from korpu.kernel.ids import new_id


class ProtectionHold(models.Model):
    """A state in which nothing about the person may leave the country.

    Read and written only in the compartment that holds it. Everybody else learns from
    :func:`korpu.foundations.persons.api.gate` that something cannot be sent, and never why.
    """

    uuid = models.UUIDField(default=new_id, unique=True, editable=False)
    person = models.ForeignKey("persons.Person", on_delete=models.PROTECT, related_name="+")
    compartment = models.ForeignKey(
        "accounts.Compartment", on_delete=models.PROTECT, related_name="+"
    )
    kind = models.CharField(max_length=40, help_text="Code of the list 'protection-holds'.")
    source = models.CharField(max_length=300, help_text="What the hold rests on.")
    valid_from = models.DateField(help_text="First day.")
    valid_until = models.DateField(null=True, blank=True, help_text="Last day; empty: not ended.")
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    recorded_at = models.DateTimeField()
    ended_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    ending_reason = models.CharField(max_length=300, blank=True)

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=models.Q(valid_until__isnull=True)
                | models.Q(valid_until__gte=models.F("valid_from")),
                name="persons_hold_period_in_order",
            ),
        )

    def __str__(self) -> str:
        return str(self.uuid)
