from django.db import models

from korpu.domains.readmission.models.base import CaseRecord


class Particulars(CaseRecord):
    """What the form of a case asked for beyond the particulars every form shares.

    The notice of a readmission in error is kept twice: as it was found, and as it was told to the
    other side.
    """

    sheet = models.CharField(max_length=40, help_text="Id of the declared form.")
    sheet_version = models.CharField(max_length=20)
    content = models.JSONField(
        help_text="Item → value; dates as ISO 8601, unstated items left out."
    )
    told = models.BooleanField(default=False, help_text="The copy the other side was sent.")

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=("case", "told"), name="readmission_particulars_once_per_case"
            ),
        )
