"""What is written around a case: notes and tasks."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from korpu.foundations.casework.enums import Audience, TaskOrigin
from korpu.kernel.ids import new_id
from korpu.kernel.texts import Text


class Note(models.Model):
    """A remark on a case. It is never edited; a wrong one is answered by another."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    case = models.ForeignKey("casework.Case", on_delete=models.PROTECT, related_name="notes")
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", db_index=False
    )
    at = models.DateTimeField()
    text = models.TextField()
    audience = models.CharField(max_length=12, choices=Audience, default=Audience.OFFICE)

    class Meta:
        ordering = ("-at",)
        constraints = (
            models.CheckConstraint(
                condition=~Q(audience=Audience.COUNTERPART), name="casework_note_stays_inside"
            ),
        )

    def __str__(self) -> str:
        return f"note on {self.case_id}"


class Task(models.Model):
    """Something to be done on a case, by a person, a role or an office."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    case = models.ForeignKey("casework.Case", on_delete=models.PROTECT, related_name="tasks")
    origin = models.CharField(max_length=10, choices=TaskOrigin, default=TaskOrigin.PERSON)
    title = models.JSONField(help_text="What is to be done, in each language.")
    act = models.CharField(max_length=60, blank=True, help_text="The act that would do it, if one.")
    deadline = models.CharField(max_length=60, blank=True, help_text="The deadline that raised it.")
    deadline_due_on = models.DateField(
        null=True, blank=True, help_text="The date that deadline had; it raises one task only."
    )
    compartment = models.ForeignKey(
        "accounts.Compartment", on_delete=models.PROTECT, related_name="+", db_index=False
    )
    role = models.CharField(max_length=60, blank=True, help_text="Empty: anybody of the office.")
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        db_index=False,
        help_text="Empty: anybody of the role or office.",
    )
    due_on = models.DateField(null=True, blank=True, help_text="Last day; empty: no date.")
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", db_index=False
    )
    created_at = models.DateTimeField()
    done_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        db_index=False,
    )
    done_at = models.DateTimeField(null=True, blank=True, help_text="Empty: still to be done.")

    class Meta:
        ordering = ("due_on", "created_at")
        constraints = (
            models.UniqueConstraint(
                fields=("case", "origin", "deadline", "deadline_due_on"),
                condition=~Q(origin=TaskOrigin.PERSON),
                name="casework_task_once_per_deadline",
            ),
        )
        indexes = (
            models.Index(
                fields=("compartment", "due_on"),
                condition=Q(done_at=None),
                name="casework_task_office",
            ),
            models.Index(
                fields=("user", "due_on"), condition=Q(done_at=None), name="casework_task_user"
            ),
        )

    def __str__(self) -> str:
        return f"task on {self.case_id}"

    @property
    def title_text(self) -> Text:
        return Text(**self.title)
