from django.conf import settings
from django.db import models

from korpu.kernel.ids import new_id


class CaseRecord(models.Model):
    """A row that belongs to one case and is seen by the same compartments.

    Rows are added, never changed: a correction is a further row that says so.
    """

    uuid = models.UUIDField(default=new_id, unique=True, editable=False)
    case = models.ForeignKey("casework.Case", on_delete=models.PROTECT, related_name="+")
    compartment = models.ForeignKey(
        "accounts.Compartment",
        on_delete=models.PROTECT,
        related_name="+",
        help_text="Whose case it is.",
    )
    counterpart = models.ForeignKey(
        "accounts.Compartment",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        help_text="The requesting authority that may read the row; empty: internal.",
    )
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    recorded_at = models.DateTimeField()

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return str(self.uuid)
