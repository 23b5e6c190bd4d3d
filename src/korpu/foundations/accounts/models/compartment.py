from django.db import models


class Compartment(models.Model):
    """One business of one office: the unit by which files are seen or not seen.

    Every protected row names the compartment it belongs to. A person sees it when one of their
    running role grants (or that of somebody they stand in for) is in that compartment.
    """

    office = models.ForeignKey(
        "organisations.Office", on_delete=models.PROTECT, related_name="compartments"
    )
    business = models.SlugField(help_text="Name of the domain, such as 'readmission'.")

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=("office", "business"), name="accounts_compartment_once_per_office"
            ),
        )

    def __str__(self) -> str:
        return f"{self.office.code}/{self.business}"
