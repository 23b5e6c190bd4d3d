from django.conf import settings
from django.db import models

from korpu.domains.assistance.enums import Polarity


class Screening(models.Model):
    """A dated determination of vulnerability with its grounds. Kept, never overwritten.

    Restricted: the coordinators' compartment reads it, a mentor does not.
    """

    plan = models.ForeignKey(
        "assistance.SupportPlan", on_delete=models.PROTECT, related_name="screenings"
    )
    compartment = models.ForeignKey(
        "accounts.Compartment", on_delete=models.PROTECT, related_name="+"
    )
    screened_on = models.DateField()
    is_vulnerable = models.BooleanField()
    grounds = models.TextField(help_text="Why, in the coordinator's words.")
    has_red_signal = models.BooleanField(
        help_text="True: the deep assessment starts at once, not at the next visit."
    )
    screened_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        ordering = ("-screened_on", "-id")

    def __str__(self) -> str:
        return f"{self.screened_on}"


class ScreeningSignal(models.Model):
    """One factor of a screening, at one of the four levels of IOM's determinants."""

    screening = models.ForeignKey(Screening, on_delete=models.PROTECT, related_name="signals")
    compartment = models.ForeignKey(
        "accounts.Compartment", on_delete=models.PROTECT, related_name="+"
    )
    signal = models.SlugField(help_text="Code of codelist vulnerability-signals.")
    polarity = models.CharField(max_length=20, choices=Polarity)

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("screening", "signal"), name="assistance_signal_once"),
        )

    def __str__(self) -> str:
        return self.signal
