"""Who takes part in a case, who works on it, who else may see it."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from korpu.foundations.casework.enums import Part
from korpu.kernel.ids import new_id


class CaseParty(models.Model):
    """A person takes part in a case."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    case = models.ForeignKey(
        "casework.Case", on_delete=models.PROTECT, related_name="parties", db_index=False
    )
    person = models.ForeignKey("persons.Person", on_delete=models.PROTECT, related_name="+")
    part = models.CharField(max_length=20, choices=Part)
    added_at = models.DateTimeField()

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("case", "person", "part"), name="casework_party_once"),
        )

    def __str__(self) -> str:
        return f"{self.part} of {self.case_id}"


class Assignment(models.Model):
    """Somebody is the one who works on a case, for as long as the assignment runs."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    case = models.ForeignKey("casework.Case", on_delete=models.PROTECT, related_name="assignments")
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", db_index=False
    )
    assigned_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", db_index=False
    )
    assigned_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True, blank=True, help_text="Empty: it runs.")

    class Meta:
        ordering = ("-assigned_at",)
        constraints = (
            models.UniqueConstraint(
                fields=("case",), condition=Q(ended_at=None), name="casework_assignment_one_runs"
            ),
        )

    def __str__(self) -> str:
        return f"{self.user_id} on {self.case_id}"


class CaseShare(models.Model):
    """One other compartment, or one person, may see a case for a purpose and a period."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    case = models.ForeignKey("casework.Case", on_delete=models.PROTECT, related_name="shares")
    compartment = models.ForeignKey(
        "accounts.Compartment",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        db_index=False,
    )
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        db_index=False,
    )
    purpose = models.CharField(max_length=200, help_text="Why they need it.")
    valid_from = models.DateField(help_text="First day.")
    valid_until = models.DateField(help_text="Last day.")
    granted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", db_index=False
    )
    granted_at = models.DateTimeField()
    ended_at = models.DateTimeField(
        null=True, blank=True, help_text="Ended before its last day; empty: not ended early."
    )
    ended_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        db_index=False,
    )

    class Meta:
        ordering = ("-granted_at",)
        constraints = (
            models.CheckConstraint(
                condition=Q(compartment__isnull=True, user__isnull=False)
                | Q(compartment__isnull=False, user__isnull=True),
                name="casework_share_with_one_reader",
            ),
            models.CheckConstraint(
                condition=Q(valid_until__gte=models.F("valid_from")),
                name="casework_share_period_in_order",
            ),
        )
        indexes = (
            models.Index(
                fields=("compartment", "valid_until"),
                condition=Q(ended_at=None, compartment__isnull=False),
                name="casework_share_compartment",
            ),
            models.Index(
                fields=("user", "valid_until"),
                condition=Q(ended_at=None, user__isnull=False),
                name="casework_share_user",
            ),
        )

    def __str__(self) -> str:
        return f"share of {self.case_id}"


class ShareReading(models.Model):
    """A reading of a person's basic facts that a share opened, so that it ends with the share."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    share = models.ForeignKey(
        "casework.CaseShare", on_delete=models.PROTECT, related_name="readings"
    )
    grant = models.OneToOneField("persons.ReadingGrant", on_delete=models.PROTECT, related_name="+")

    def __str__(self) -> str:
        return f"reading under {self.share_id}"
