from django.db import models

from korpu.foundations.ui.models import TitledModel


class Code(TitledModel):
    """One code of a list. It is never deleted: a withdrawn code ends and stays readable."""

    list = models.ForeignKey(
        "codelists.CodeList", on_delete=models.PROTECT, related_name="codes", db_column="list"
    )
    code = models.CharField(max_length=40)
    valid_from = models.DateField(null=True, blank=True, help_text="First day; empty: always.")
    valid_until = models.DateField(null=True, blank=True, help_text="Last day; empty: still valid.")
    position = models.PositiveIntegerField(
        default=0, help_text="Order in choices; equal positions go by title."
    )
    attributes = models.JSONField(
        default=dict, blank=True, help_text="What else the source says of the code."
    )

    class Meta:
        ordering = ("list", "position", "code")
        constraints = (
            models.UniqueConstraint(
                fields=("list", "code"), name="codelists_code_once_in_its_list"
            ),
            models.CheckConstraint(
                condition=models.Q(valid_from__isnull=True)
                | models.Q(valid_until__isnull=True)
                | models.Q(valid_until__gte=models.F("valid_from")),
                name="codelists_code_period_in_order",
            ),
        )
