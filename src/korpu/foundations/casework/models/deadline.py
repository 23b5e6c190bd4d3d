from django.db import models

from korpu.foundations.casework.enums import DeadlineKind, DeadlineStatus
from korpu.kernel.ids import new_id
from korpu.kernel.texts import Text


class Deadline(models.Model):
    """Projection: a deadline of a case as the fold of its log sees it on ``Case.projected_on``."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    case = models.ForeignKey(
        "casework.Case", on_delete=models.PROTECT, related_name="deadlines", db_index=False
    )
    position = models.PositiveSmallIntegerField(help_text="Place among the deadlines of the case.")
    deadline = models.CharField(max_length=60, help_text="Deadline declared by the procedure.")
    title = models.JSONField(help_text="Title in each language.")
    kind = models.CharField(max_length=10, choices=DeadlineKind)
    state = models.CharField(max_length=16, choices=DeadlineStatus)
    anchor_on = models.DateField(null=True, blank=True, help_text="The day it is counted from.")
    due_on = models.DateField(
        null=True, blank=True, help_text="Last day in time; empty: suspended or not computable."
    )
    breached_on = models.DateField(
        null=True, blank=True, help_text="First day too late; stays on record; empty: never missed."
    )
    effect = models.CharField(max_length=60, blank=True, help_text="What silence means.")
    proposes = models.CharField(
        max_length=60, blank=True, help_text="The act somebody is asked to confirm once it lapsed."
    )
    explanation = models.JSONField(help_text="How the date came about, in each language.")
    citation = models.CharField(max_length=200, blank=True, help_text="Instrument and article.")
    confidence = models.CharField(
        max_length=16, help_text="Weakest of its inputs: seen, seen_in_part, weak or unverified."
    )

    class Meta:
        ordering = ("case", "position")
        constraints = (
            models.UniqueConstraint(fields=("case", "position"), name="casework_deadline_in_order"),
        )
        indexes = (
            models.Index(
                fields=("due_on",),
                condition=models.Q(state=DeadlineStatus.RUNNING),
                name="casework_deadline_lapsing",
            ),
        )

    def __str__(self) -> str:
        return f"{self.deadline} of {self.case_id}"

    @property
    def title_text(self) -> Text:
        return Text(**self.title)

    @property
    def explanation_text(self) -> Text:
        return Text(**self.explanation)
