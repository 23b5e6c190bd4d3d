"""How people arrange their work: lists they keep, cases handed over together, calendar feeds."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from korpu.kernel.ids import new_id


class SavedList(models.Model):
    """A worklist somebody named: filters, order and columns, to be opened again."""

    uuid = models.UUIDField(default=new_id, unique=True, editable=False)
    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", db_index=False
    )
    compartment = models.ForeignKey(
        "accounts.Compartment",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        db_index=False,
        help_text="The office that sees it too; empty: its owner alone.",
    )
    title = models.CharField(max_length=80)
    query = models.CharField(max_length=1000, help_text="Query string of the worklist.")
    is_default = models.BooleanField(
        default=False, help_text="What its owner sees who opens the worklist plainly."
    )
    saved_at = models.DateTimeField()

    class Meta:
        ordering = ("title", "pk")
        constraints = (
            models.UniqueConstraint(fields=("owner", "title"), name="casework_list_named_once"),
            models.UniqueConstraint(
                fields=("owner",), condition=Q(is_default=True), name="casework_list_one_default"
            ),
        )
        indexes = (
            models.Index(
                fields=("compartment",),
                condition=Q(compartment__isnull=False),
                name="casework_list_of_office",
            ),
        )

    def __str__(self) -> str:
        return str(self.uuid)


class Handover(models.Model):
    """Several cases given to others in one go, so that it can be looked at and undone."""

    uuid = models.UUIDField(default=new_id, unique=True, editable=False)
    compartment = models.ForeignKey(
        "accounts.Compartment", on_delete=models.PROTECT, related_name="+", db_index=False
    )
    reason = models.CharField(max_length=200, blank=True)
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", db_index=False
    )
    made_at = models.DateTimeField()
    undone_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        db_index=False,
    )
    undone_at = models.DateTimeField(null=True, blank=True, help_text="Empty: it stands.")

    class Meta:
        ordering = ("-made_at",)
        indexes = (models.Index(fields=("compartment", "-made_at"), name="casework_handover_new"),)

    def __str__(self) -> str:
        return str(self.uuid)


class HandoverLine(models.Model):
    """One case of a hand-over: who had it and who got it."""

    handover = models.ForeignKey(Handover, on_delete=models.PROTECT, related_name="lines")
    case = models.ForeignKey("casework.Case", on_delete=models.PROTECT, related_name="+")
    former = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        related_name="+",
        db_index=False,
        help_text="Empty: nobody.",
    )
    new = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        related_name="+",
        db_index=False,
        help_text="Empty: nobody.",
    )
    undone = models.BooleanField(
        default=False, help_text="Given back; a case that moved on meanwhile is left alone."
    )

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("handover", "case"), name="casework_handover_once"),
        )

    def __str__(self) -> str:
        return f"{self.handover_id}/{self.case_id}"


class CalendarFeed(models.Model):
    """A secret address at which a calendar program reads its owner's deadlines."""

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", db_index=False
    )
    token_sha256 = models.CharField(max_length=64, unique=True)
    made_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True, blank=True, help_text="Empty: it answers.")

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=("user",), condition=Q(ended_at=None), name="casework_feed_one_answers"
            ),
        )

    def __str__(self) -> str:
        return f"feed of {self.user_id}"


class DeskChoice(models.Model):
    """How somebody wants their own work shown."""

    user = models.OneToOneField(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, primary_key=True, related_name="+"
    )
    due_soon_days = models.PositiveSmallIntegerField(
        help_text="A deadline is near when it ends within so many calendar days."
    )

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=models.Q(due_soon_days__range=(1, 30)),
                name="casework_deskchoice_within_a_month",
            ),
        )

    def __str__(self) -> str:
        return str(self.user_id)
