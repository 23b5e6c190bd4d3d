from django.db import models

from korpu.domains.readmission.enums import ReplyKind
from korpu.domains.readmission.models.base import CaseRecord


class Reply(CaseRecord):
    """The requested state's answer. The decision is one thing, its sending another."""

    kind = models.CharField(max_length=20, choices=ReplyKind)
    decided_on = models.DateField()
    grounds = models.JSONField(
        default=list, help_text="Codes of the codelist readmission-refusal-grounds; refusal only."
    )
    reasons = models.TextField(blank=True, help_text="Written reasons; refusal only.")

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("case",), name="readmission_one_reply_per_case"),
            models.CheckConstraint(
                condition=~models.Q(kind=ReplyKind.REFUSED) | ~models.Q(reasons=""),
                name="readmission_refusal_has_reasons",
            ),
        )
