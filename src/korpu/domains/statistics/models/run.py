from django.conf import settings
from django.db import models

from korpu.domains.statistics.enums import RunStatus
from korpu.kernel.ids import new_id


class Run(models.Model):
    """One counting of one measure for one period.

    Everything in this row may be seen by anybody once a release of the run is published; what is
    confidential stands in other tables.
    """

    uuid = models.UUIDField(default=new_id, unique=True, editable=False)
    compartment = models.ForeignKey(
        "accounts.Compartment", on_delete=models.PROTECT, related_name="+"
    )
    measure = models.SlugField(max_length=80, help_text="Identifier of the measure.")
    measure_version = models.CharField(max_length=20)
    rule = models.JSONField(help_text="The measure as it was declared when the run was asked for.")
    period = models.CharField(max_length=10, help_text="SDMX name, such as 2026-Q3.")
    first_on = models.DateField(help_text="First day of the period.")
    last_on = models.DateField(help_text="Last day of the period.")
    parameters = models.JSONField(help_text="Parameters of release, each with its basis.")
    status = models.CharField(max_length=12, choices=RunStatus.choices, default=RunStatus.QUEUED)
    batch = models.ForeignKey(
        "statistics.ExtractBatch",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="runs",
        help_text="What was counted; empty until collected.",
    )
    input_sha256 = models.CharField(max_length=64, blank=True, help_text="Of the rows counted.")
    input_rows_shown = models.PositiveIntegerField(
        null=True, help_text="Number of rows, protected like a count; empty: withheld."
    )
    manifest = models.TextField(blank=True, help_text="Canonical JSON; empty until finished.")
    manifest_sha256 = models.CharField(max_length=64, blank=True)
    failure = models.JSONField(
        null=True, help_text="Why it failed, in every language; empty: it did not."
    )
    run_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    requested_at = models.DateTimeField()
    finished_at = models.DateTimeField(null=True)

    class Meta:
        indexes = (
            models.Index(fields=("measure", "period", "-requested_at"), name="statistics_run_what"),
        )
        constraints = (
            models.CheckConstraint(
                condition=~models.Q(status=RunStatus.FINISHED)
                | models.Q(batch__isnull=False, finished_at__isnull=False) & ~models.Q(manifest=""),
                name="statistics_run_finished_has_manifest",
            ),
        )

    def __str__(self) -> str:
        return f"{self.measure} {self.period}"
