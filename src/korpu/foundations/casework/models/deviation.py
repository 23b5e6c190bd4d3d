from django.conf import settings
from django.db import models
from django.db.models import F, Q

from korpu.kernel.ids import new_id


class Deviation(models.Model):
    """Leave to record an act that really happened where its procedure does not place it.

    Asked for by whoever records the act, given or refused by somebody else, used once.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    case = models.ForeignKey("casework.Case", on_delete=models.PROTECT, related_name="deviations")
    act = models.CharField(max_length=60, help_text="Act declared by the procedure.")
    kind = models.CharField(max_length=20, help_text="How it departs, in the engine's word.")
    skipped = models.JSONField(help_text="Acts left out, in order.")
    effective_on = models.DateField(help_text="The day it happened.")
    reason = models.TextField(help_text="What happened, and why out of order.")
    document = models.ForeignKey(
        "casework.Attachment",
        on_delete=models.PROTECT,
        related_name="+",
        help_text="What shows that it happened.",
    )
    act_count = models.PositiveIntegerField(
        help_text="Length of the log it was asked at; it counts for no longer one."
    )
    asked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", db_index=False
    )
    asked_at = models.DateTimeField()
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        db_index=False,
        help_text="Empty: not decided yet.",
    )
    decided_at = models.DateTimeField(null=True, blank=True)
    allowed = models.BooleanField(null=True, blank=True, help_text="Empty: not decided yet.")
    answer = models.TextField(blank=True, help_text="Why it was allowed or refused.")
    entry = models.OneToOneField(
        "casework.Act",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="leave",
        help_text="The entry recorded by this leave; empty: not used.",
    )

    class Meta:
        ordering = ("-asked_at",)
        constraints = (
            models.CheckConstraint(
                condition=Q(decided_by=None) | ~Q(decided_by=F("asked_by")),
                name="casework_deviation_two_people",
            ),
            models.CheckConstraint(
                condition=Q(allowed=None, decided_by=None, decided_at=None)
                | Q(allowed__isnull=False, decided_by__isnull=False, decided_at__isnull=False),
                name="casework_deviation_decided_whole",
            ),
            models.CheckConstraint(
                condition=Q(entry=None) | Q(allowed=True), name="casework_deviation_used_by_leave"
            ),
            models.UniqueConstraint(
                fields=("case", "act"),
                condition=Q(allowed=None),
                name="casework_deviation_asked_once",
            ),
        )

    def __str__(self) -> str:
        return f"{self.act} of {self.case_id}"
