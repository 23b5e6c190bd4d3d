from django.db import models

from korpu.foundations.organisations.enums import OrganisationKind
from korpu.foundations.ui.models import TitledModel


class Organisation(TitledModel):
    """A body that takes part in the work: the service, a ministry, a foreign authority, an NGO."""

    code = models.SlugField(unique=True, help_text="Stable short name, such as 'sms' or 'de-bamf'.")
    kind = models.CharField(max_length=30, choices=OrganisationKind)
    country = models.CharField(
        max_length=3, help_text="ISO 3166-1 alpha-3 code of the state it belongs to."
    )
    active_from = models.DateField(null=True, blank=True, help_text="First day; empty: unknown.")
    active_until = models.DateField(
        null=True, blank=True, help_text="Last day; empty: still active."
    )
    is_fictional = models.BooleanField(
        default=False, help_text="Invented for the demonstration; no such body exists."
    )

    class Meta:
        ordering = ("code",)
