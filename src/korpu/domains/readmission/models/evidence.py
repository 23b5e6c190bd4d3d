from django.db import models

from korpu.domains.readmission.models.base import CaseRecord


class EvidenceItem(CaseRecord):
    """One piece of evidence of nationality: listed by the sender, with or without its copy."""

    application = models.ForeignKey(
        "readmission.Application", on_delete=models.PROTECT, related_name="evidence"
    )
    kind = models.CharField(
        max_length=60, help_text="Code of the codelist evidence-of-nationality."
    )
    issued_on = models.DateField(null=True, blank=True, help_text="Empty: not stated.")
    valid_until = models.DateField(
        null=True, blank=True, help_text="Last day, inclusive; empty: not stated or unlimited."
    )
    copy_enclosed = models.BooleanField(default=False, help_text="As the sender says.")
    note = models.CharField(max_length=200, blank=True)
    file = models.ForeignKey(
        "files.StoredFile", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )

    class Meta:
        ordering = ("id",)
        constraints = (
            models.CheckConstraint(
                condition=models.Q(issued_on__isnull=True)
                | models.Q(valid_until__isnull=True)
                | models.Q(valid_until__gte=models.F("issued_on")),
                name="readmission_evidence_dates_in_order",
            ),
        )
