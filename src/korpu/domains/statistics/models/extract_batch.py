from django.conf import settings
from django.db import models

from korpu.kernel.ids import new_id


class ExtractBatch(models.Model):
    """The rows one room published for one period, as they were on the day they were collected.

    Rows are pseudonymous codes, numbers and dates; they never change once collected.
    """

    uuid = models.UUIDField(default=new_id, unique=True, editable=False)
    compartment = models.ForeignKey(
        "accounts.Compartment", on_delete=models.PROTECT, related_name="+"
    )
    extract = models.SlugField(max_length=80, help_text="Name of the extract.")
    period = models.CharField(max_length=10, help_text="SDMX name, such as 2026-Q3.")
    first_on = models.DateField(help_text="First day of the period.")
    last_on = models.DateField(help_text="Last day of the period.")
    sha256 = models.CharField(max_length=64, help_text="Of the rows as canonical JSON Lines.")
    row_count = models.PositiveIntegerField()
    content = models.BinaryField(help_text="The rows: canonical JSON Lines, sorted.")
    collected_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    collected_at = models.DateTimeField()

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=("compartment", "extract", "period", "sha256"),
                name="statistics_batch_once_per_content",
            ),
        )

    def __str__(self) -> str:
        return f"{self.extract} {self.period}"
