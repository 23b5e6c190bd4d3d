from django.conf import settings
from django.db import models

from korpu.kernel.ids import new_id


class Merge(models.Model):
    """Two records turned out to be one person: ``absorbed`` now points at ``kept``. Reversible."""

    uuid = models.UUIDField(default=new_id, unique=True, editable=False)
    kept = models.ForeignKey("persons.Person", on_delete=models.PROTECT, related_name="merges")
    absorbed = models.ForeignKey(
        "persons.Person", on_delete=models.PROTECT, related_name="absorptions"
    )
    compartment = models.ForeignKey(
        "accounts.Compartment",
        on_delete=models.PROTECT,
        related_name="+",
        help_text="Where the kept record was registered: its readers may take the merge back.",
    )
    reason = models.CharField(max_length=500)
    merged_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    merged_at = models.DateTimeField()
    undone_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    undone_at = models.DateTimeField(null=True, blank=True, help_text="Empty: the merge stands.")
    undone_reason = models.CharField(max_length=500, blank=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=("absorbed",),
                condition=models.Q(undone_at__isnull=True),
                name="persons_absorbed_once",
            ),
        )

    def __str__(self) -> str:
        return str(self.uuid)


class MergeMove(models.Model):
    """One row that a merge moved from the absorbed record to the kept one, so that it can go back.

    Written and read by the database's own functions only: the rows may belong to compartments that
    the person who merges cannot see.
    """

    merge = models.ForeignKey("persons.Merge", on_delete=models.PROTECT, related_name="+")
    table_name = models.CharField(max_length=63)
    column_name = models.CharField(max_length=63)
    row_id = models.BigIntegerField()

    def __str__(self) -> str:
        return f"{self.table_name} {self.row_id}"
