from django.conf import settings
from django.db import models

from korpu.domains.assistance.enums import ReferralState, ReturnType
from korpu.kernel.ids import new_id


class Referral(models.Model):
    """A person who arrived and agreed to be handed over for support: the coordinators' intake."""

    uuid = models.UUIDField(default=new_id, unique=True, editable=False)
    person = models.ForeignKey("persons.Person", on_delete=models.PROTECT, related_name="+")
    compartment = models.ForeignKey(
        "accounts.Compartment", on_delete=models.PROTECT, related_name="+"
    )
    source_case_uuid = models.UUIDField(unique=True, help_text="The case under which they came.")
    return_type = models.CharField(max_length=20, choices=ReturnType)
    arrived_on = models.DateField()
    state = models.CharField(max_length=20, choices=ReferralState, default=ReferralState.WAITING)
    declined_reason = models.CharField(max_length=500, blank=True)
    settled_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    settled_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        indexes = (
            models.Index(fields=("compartment", "state", "arrived_on"), name="assistance_intake"),
        )

    def __str__(self) -> str:
        return str(self.uuid)
