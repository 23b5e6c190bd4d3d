from django.conf import settings
from django.db import models
from django.db.models import F, Q

from korpu.kernel.ids import new_id

OPEN = Q(closed_at__isnull=True)


def _due_index(name: str, *columns: str, condition: Q = OPEN) -> models.Index:
    """An index that yields the open cases of ``columns`` in the order of the worklist."""
    return models.Index(fields=(*columns, "next_due_on", "id"), condition=condition, name=name)


class Case(models.Model):
    """One piece of work under one version of one procedure.

    Its truth is the append-only log of acts; status, counts and dates are the stored projection of
    that log as of ``projected_on``.
    """

    uuid = models.UUIDField(default=new_id, unique=True, editable=False)
    number = models.CharField(max_length=30, unique=True, help_text="Such as RDM-2026-000123.")
    reference = models.CharField(
        max_length=100, blank=True, help_text="The other side's own number for it."
    )
    procedure = models.CharField(max_length=80, help_text="Such as az/readmission-own-national.")
    procedure_version = models.CharField(max_length=80, help_text="Pinned when it was opened.")
    compartment = models.ForeignKey(
        "accounts.Compartment",
        on_delete=models.PROTECT,
        related_name="+",
        db_index=False,
        help_text="Whose case it is.",
    )
    counterpart = models.ForeignKey(
        "accounts.Compartment",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        db_index=False,
        help_text="The other side that filed it and may follow it; empty: nobody.",
    )
    subject = models.ForeignKey(
        "persons.Person",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        help_text="The person it is about; empty until identified.",
    )
    assigned_to = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        db_index=False,
        help_text="Projection of the running assignment; empty: nobody.",
    )
    status = models.CharField(max_length=60, help_text="Projection: status of the procedure.")
    shown_status = models.CharField(
        max_length=60,
        help_text="Projection: the status reached by the last act the other side may see.",
    )
    act_count = models.PositiveIntegerField(default=0, help_text="Projection: length of the log.")
    opened_on = models.DateField(help_text="Effective day of the opening act.")
    opened_at = models.DateTimeField(help_text="When the opening act was recorded.")
    closed_at = models.DateTimeField(null=True, blank=True, help_text="Empty: still open.")
    next_due_on = models.DateField(
        null=True,
        blank=True,
        help_text="Projection: last day of the earliest unmet deadline, missed or running; "
        "empty: none runs.",
    )
    projected_on = models.DateField(help_text="The day as of which the projection was computed.")

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=Q(counterpart__isnull=True) | ~Q(counterpart=F("compartment")),
                name="casework_case_has_another_side",
            ),
        )
        indexes = (
            _due_index("casework_case_office", "compartment"),
            _due_index("casework_case_assigned", "assigned_to"),
            _due_index("casework_case_status", "compartment", "status"),
            _due_index("casework_case_procedure", "compartment", "procedure"),
            _due_index("casework_case_sender", "compartment", "counterpart"),
            _due_index(
                "casework_case_unassigned", "compartment", condition=OPEN & Q(assigned_to=None)
            ),
            models.Index(
                fields=("compartment", "-id"), condition=~OPEN, name="casework_case_closed"
            ),
            models.Index(
                fields=("assigned_to", "-id"), condition=~OPEN, name="casework_case_closed_by"
            ),
            models.Index(
                fields=("reference",), condition=~Q(reference=""), name="casework_case_reference"
            ),
            models.Index(fields=("compartment", "-id"), name="casework_case_newest"),
            models.Index(fields=("counterpart", "-id"), name="casework_case_newest_sent"),
        )

    def __str__(self) -> str:
        return self.number


class CaseCounter(models.Model):
    """The last number given in a year under a prefix. Numbers may skip, never repeat."""

    prefix = models.CharField(max_length=10)
    year = models.PositiveSmallIntegerField()
    last_number = models.PositiveIntegerField()

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("prefix", "year"), name="casework_counter_once"),
        )

    def __str__(self) -> str:
        return f"{self.prefix}-{self.year}"
