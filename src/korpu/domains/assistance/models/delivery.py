from django.conf import settings
from django.db import models

from korpu.domains.assistance.enums import DeliveryState
from korpu.kernel.ids import new_id


class Delivery(models.Model):
    """Help that reached the person, with its proof; another person confirms it."""

    uuid = models.UUIDField(default=new_id, unique=True, editable=False)
    line = models.ForeignKey(
        "assistance.PlanLine", on_delete=models.PROTECT, related_name="deliveries"
    )
    plan = models.ForeignKey(
        "assistance.SupportPlan", on_delete=models.PROTECT, related_name="deliveries"
    )
    delivered_on = models.DateField()
    amount_eur = models.DecimalField(max_digits=10, decimal_places=2)
    proof = models.ForeignKey(
        "files.StoredFile",
        on_delete=models.PROTECT,
        related_name="+",
        help_text="Delivery note signed by the returnee, or a photo of it.",
    )
    state = models.CharField(max_length=20, choices=DeliveryState, default=DeliveryState.RECORDED)
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    settled_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    settled_at = models.DateTimeField(null=True, blank=True)
    rejected_reason = models.CharField(max_length=500, blank=True)

    class Meta:
        ordering = ("-delivered_on", "-id")
        constraints = (
            models.CheckConstraint(
                condition=models.Q(amount_eur__gt=0), name="assistance_delivery_positive"
            ),
            models.CheckConstraint(
                condition=models.Q(settled_by__isnull=True)
                | ~models.Q(settled_by=models.F("recorded_by")),
                name="assistance_delivery_settled_by_another",
            ),
        )

    def __str__(self) -> str:
        return str(self.uuid)
