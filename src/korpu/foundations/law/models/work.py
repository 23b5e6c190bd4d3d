from django.conf import settings
from django.db import models

from korpu.foundations.law.enums import WorkKind, WorkState
from korpu.foundations.law.models.change import Change
from korpu.kernel.ids import new_id
from korpu.kernel.texts import Text


class Work(models.Model):
    """A computation over many cases, done in batches by the worker.

    ``cursor`` moves in the transaction of its batch: whenever the worker dies, the next one goes
    on after the last batch that was kept.
    """

    uuid = models.UUIDField(default=new_id, unique=True, editable=False)
    kind = models.CharField(max_length=14, choices=WorkKind)
    state = models.CharField(max_length=8, choices=WorkState, default=WorkState.WAITING)
    change = models.ForeignKey(Change, on_delete=models.PROTECT, null=True, related_name="works")
    after = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, related_name="followed_by"
    )
    asked = models.JSONField(default=dict, help_text="What is computed: period, versions.")
    total_count = models.PositiveIntegerField(default=0, help_text="Cases to look at.")
    done_count = models.PositiveIntegerField(default=0, help_text="Cases looked at.")
    changed_count = models.PositiveIntegerField(default=0, help_text="Terms or cases changed.")
    cursor = models.BigIntegerField(default=0, help_text="Key of the last case looked at.")
    result = models.JSONField(default=dict, help_text="Sums; no person can be told from them.")
    requested_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    requested_at = models.DateTimeField()
    signed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+"
    )
    ended_at = models.DateTimeField(null=True)
    fault = models.JSONField(null=True, help_text="Why it broke off, in each language.")

    class Meta:
        ordering = ("-pk",)
        constraints = (
            models.CheckConstraint(
                condition=models.Q(signed_by__isnull=True)
                | ~models.Q(signed_by=models.F("requested_by")),
                name="law_work_two_persons",
            ),
        )

    def __str__(self) -> str:
        return f"{self.kind} {self.uuid}"

    @property
    def fault_text(self) -> Text:
        return Text(**(self.fault or {}))

    @property
    def staying(self) -> list[tuple[str, Text]]:
        """Numbers of cases that cannot be moved, each with the reason; the first fifty."""
        return [(one["number"], Text(**one["why"])) for one in self.result.get("cases", [])]


class TermChange(models.Model):
    """The journal: one term of one case whose last day a change of the law moved, or would have."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    work = models.ForeignKey(Work, on_delete=models.PROTECT, related_name="term_changes")
    change = models.ForeignKey(Change, on_delete=models.PROTECT, related_name="term_changes")
    case = models.ForeignKey("casework.Case", on_delete=models.PROTECT, related_name="+")
    deadline = models.CharField(max_length=60)
    anchor_on = models.DateField(null=True)
    old_due_on = models.DateField(null=True, help_text="Empty: none was computed.")
    new_due_on = models.DateField(null=True, help_text="Empty: none is computed any more.")
    kept = models.BooleanField(
        default=False, help_text="The change would have cut the term short; the later day stays."
    )
    at = models.DateTimeField()

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=("work", "case", "deadline"), name="law_termchange_once"
            ),
        )

    def __str__(self) -> str:
        return f"{self.deadline} of {self.case_id}"


class CaseMove(models.Model):
    """A running case moved to another version, or moved back."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    work = models.ForeignKey(Work, on_delete=models.PROTECT, related_name="moves")
    case = models.ForeignKey("casework.Case", on_delete=models.PROTECT, related_name="+")
    from_version = models.CharField(max_length=80)
    to_version = models.CharField(max_length=80)
    at = models.DateTimeField()
    taken_back_at = models.DateTimeField(null=True)

    class Meta:
        constraints = (models.UniqueConstraint(fields=("work", "case"), name="law_casemove_once"),)

    def __str__(self) -> str:
        return f"{self.case_id}: {self.from_version} → {self.to_version}"
