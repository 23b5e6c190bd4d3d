from django.db import models

from korpu.foundations.ui.models import TitledModel


class Office(TitledModel):
    """A place or unit of an organisation that people act for."""

    organisation = models.ForeignKey(
        "organisations.Organisation", on_delete=models.PROTECT, related_name="offices"
    )
    code = models.SlugField(unique=True, help_text="Stable short name, such as 'sms-readmission'.")
    parent = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="children"
    )
    address = models.CharField(
        max_length=300, blank=True, help_text="Postal address, as on a letter; empty: unknown."
    )
    email = models.EmailField(blank=True, help_text="Official mailbox; empty: unknown.")

    class Meta:
        ordering = ("code",)
