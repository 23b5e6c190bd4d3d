from django.db import models

from korpu.domains.programmes.models.base import Part, once_per_project


class Budget(Part):
    """The whole of a project's money as it was agreed, in its own currency."""

    amount = models.DecimalField(max_digits=16, decimal_places=2)
    currency = models.CharField(max_length=3, help_text="ISO 4217 code.")

    class Meta(Part.Meta):
        constraints = (
            once_per_project("budget"),
            models.CheckConstraint(
                condition=models.Q(amount__gt=0), name="programmes_budget_is_positive"
            ),
        )

    def __str__(self) -> str:
        return f"{self.amount} {self.currency}"
