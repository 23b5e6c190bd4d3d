from django.db import models

from korpu.domains.assistance.enums import PersonRole, Phase, ReturnType
from korpu.foundations.ui.models import TitledModel


class Programme(TitledModel):
    """Who pays for support, and until when."""

    code = models.SlugField(unique=True)
    compartment = models.ForeignKey(
        "accounts.Compartment",
        on_delete=models.PROTECT,
        related_name="+",
        help_text="The coordinators' compartment: plans of the programme belong to it.",
    )
    valid_from = models.DateField(help_text="First day on which a plan may be opened.")
    valid_until = models.DateField(null=True, blank=True, help_text="Last such day; empty: open.")
    is_fictional = models.BooleanField(default=False, help_text="True: made up for demonstration.")

    class Meta:
        ordering = ("code",)


class TariffRow(models.Model):
    """The most a programme pays: one row per version, return type, phase and role of person.

    Amounts are in euro, for the whole plan, not per month. A plan keeps the version it was opened
    under; a new version never changes running plans.
    """

    programme = models.ForeignKey(Programme, on_delete=models.PROTECT, related_name="tariff_rows")
    version = models.SlugField(help_text="Name of the tariff version, such as '2025-1'.")
    return_type = models.CharField(max_length=20, choices=ReturnType)
    phase = models.CharField(max_length=20, choices=Phase)
    person_role = models.CharField(max_length=30, choices=PersonRole)
    amount_eur = models.DecimalField(max_digits=10, decimal_places=2)
    valid_from = models.DateField(help_text="First day on which the version is given to plans.")
    valid_until = models.DateField(null=True, blank=True, help_text="Last such day.")
    confidence = models.CharField(max_length=20, help_text="seen, seen_in_part, weak, unverified.")
    source = models.CharField(max_length=300)

    class Meta:
        ordering = ("programme", "version", "return_type", "phase", "person_role")
        constraints = (
            models.UniqueConstraint(
                fields=("programme", "version", "return_type", "phase", "person_role"),
                name="assistance_tariff_row_once",
            ),
            models.CheckConstraint(
                condition=models.Q(amount_eur__gte=0), name="assistance_tariff_not_negative"
            ),
        )

    def __str__(self) -> str:
        return f"{self.version}: {self.return_type}, {self.phase}, {self.person_role}"
