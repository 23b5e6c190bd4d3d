from django.db import models

from korpu.domains.statistics.enums import Reason, Treatment


class Cell(models.Model):
    """What may be said about one cell of a run's table."""

    run = models.ForeignKey("statistics.Run", on_delete=models.PROTECT, related_name="cells")
    compartment = models.ForeignKey(
        "accounts.Compartment", on_delete=models.PROTECT, related_name="+"
    )
    place = models.PositiveIntegerField(help_text="Its place in the table, from 1.")
    codes = models.JSONField(help_text="One code for every dimension, in order; _T is a total.")
    value = models.PositiveIntegerField(null=True, help_text="Empty: withheld.")
    treatment = models.CharField(max_length=10, choices=Treatment.choices)

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("run", "place"), name="statistics_cell_place"),
            models.CheckConstraint(
                condition=models.Q(treatment=Treatment.WITHHELD, value__isnull=True)
                | ~models.Q(treatment=Treatment.WITHHELD) & models.Q(value__isnull=False),
                name="statistics_cell_withheld_has_no_value",
            ),
        )

    def __str__(self) -> str:
        return f"{self.run_id}/{self.place}"


class TrueCount(models.Model):
    """The count under a cell before protection. Never published."""

    cell = models.OneToOneField(Cell, on_delete=models.PROTECT, related_name="true_count")
    compartment = models.ForeignKey(
        "accounts.Compartment", on_delete=models.PROTECT, related_name="+"
    )
    count = models.PositiveIntegerField()
    reason = models.CharField(
        max_length=15, choices=Reason.choices, blank=True, help_text="Empty: not withheld."
    )

    def __str__(self) -> str:
        return str(self.cell_id)
