from django.db import models

from korpu.domains.readmission.enums import FindingKind
from korpu.domains.readmission.models.base import CaseRecord


class Finding(CaseRecord):
    """What an officer found on one question, with the reason; a later one replaces it."""

    kind = models.CharField(max_length=30, choices=FindingKind)
    evidence = models.ForeignKey(
        "readmission.EvidenceItem",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="findings",
        help_text="The piece of evidence weighed; empty: the finding is about the case.",
    )
    outcome = models.CharField(max_length=60, blank=True, help_text="Code of the answer.")
    reason = models.TextField()

    class Meta:
        ordering = ("id",)
        constraints = (
            models.CheckConstraint(
                condition=~models.Q(reason=""), name="readmission_finding_has_a_reason"
            ),
            models.CheckConstraint(
                condition=models.Q(evidence__isnull=False, kind=FindingKind.EVIDENCE_WEIGHT)
                | (models.Q(evidence__isnull=True) & ~models.Q(kind=FindingKind.EVIDENCE_WEIGHT)),
                name="readmission_weight_is_of_evidence",
            ),
        )
