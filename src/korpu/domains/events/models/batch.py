from django.conf import settings
from django.db import models

from korpu.domains.events.enums import BatchKind, BatchStatus, RowOutcome
from korpu.kernel.ids import new_id


class Batch(models.Model):
    """A long piece of work done by a job, with how far it is."""

    uuid = models.UUIDField(default=new_id, unique=True, editable=False)
    event = models.ForeignKey("events.Event", on_delete=models.CASCADE, related_name="batches")
    kind = models.CharField(max_length=20, choices=BatchKind)
    status = models.CharField(max_length=20, choices=BatchStatus, default=BatchStatus.QUEUED)
    name = models.CharField(max_length=200, blank=True, help_text="Of the file imported.")
    total = models.PositiveIntegerField(default=0)
    done = models.PositiveIntegerField(default=0)
    added = models.PositiveIntegerField(default=0)
    skipped = models.PositiveIntegerField(default=0)
    refused = models.PositiveIntegerField(default=0)
    site = models.CharField(max_length=200, blank=True, help_text="Beginning of links in mail.")
    asked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    asked_at = models.DateTimeField()
    finished_at = models.DateTimeField(null=True, blank=True)
    undone_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ("-asked_at", "-pk")

    def __str__(self) -> str:
        return self.name or self.get_kind_display()


class BatchRow(models.Model):
    """One line of an imported list, and what became of it.

    ``given`` is emptied once the line was looked at: the person then stands in one place only.
    """

    batch = models.ForeignKey(Batch, on_delete=models.CASCADE, related_name="rows")
    number = models.PositiveIntegerField(help_text="Line of the file; the heading is line 1.")
    given = models.JSONField(default=dict)
    outcome = models.CharField(max_length=20, choices=RowOutcome, default=RowOutcome.PENDING)
    column = models.CharField(max_length=40, blank=True, help_text="Where the fault is.")
    fault = models.CharField(max_length=40, blank=True, help_text="Which fault, as a code.")

    class Meta:
        ordering = ("number",)
        constraints = (
            models.UniqueConstraint(fields=("batch", "number"), name="events_batch_row_once"),
        )

    def __str__(self) -> str:
        return f"{self.number}: {self.outcome}"
