"""A project's money: the whole, its lines of at most a year, and what was moved."""

from datetime import timedelta

from django.conf import settings
from django.db import models

from korpu.domains.programmes.enums import ApprovalState, TransactionKind
from korpu.domains.programmes.models.base import Part, once_per_project

LONGEST_LINE = timedelta(days=365)
"""From the first to the last day of a line, a leap year's last day included."""


class Approved(Part):
    """Money that is proposed by one person and approved by another.

    A change of what was approved is a new row that ``replaces`` it; approving the new one takes
    the old one out.
    """

    state = models.CharField(max_length=20, choices=ApprovalState, default=ApprovalState.PROPOSED)
    replaces = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="replaced_by"
    )
    proposed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    decided_at = models.DateTimeField(null=True, blank=True)
    reason = models.CharField(
        max_length=500, blank=True, help_text="Why it was proposed, or why it was refused."
    )

    class Meta:
        abstract = True


class Budget(Approved):
    """The whole of a project's money as it was agreed, in its own currency."""

    amount = models.DecimalField(max_digits=16, decimal_places=2)
    currency = models.CharField(max_length=3, help_text="ISO 4217 code.")

    class Meta(Part.Meta):
        constraints = (
            once_per_project("budget"),
            models.CheckConstraint(
                condition=models.Q(amount__gt=0), name="programmes_budget_is_positive"
            ),
            models.UniqueConstraint(
                fields=("project",),
                condition=models.Q(state=ApprovalState.APPROVED, removed_at__isnull=True),
                name="programmes_budget_one_whole",
            ),
        )

    def __str__(self) -> str:
        return f"{self.amount} {self.currency}"


class BudgetLine(Approved):
    """A part of the budget for at most one year, agreed as such."""

    first = models.DateField()
    last = models.DateField()
    amount = models.DecimalField(max_digits=16, decimal_places=2)
    currency = models.CharField(max_length=3, help_text="ISO 4217 code.")
    component = models.ForeignKey(
        "programmes.Component", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )

    class Meta(Part.Meta):
        ordering = ("first", "place")
        constraints = (
            once_per_project("budgetline"),
            models.CheckConstraint(
                condition=models.Q(last__gte=models.F("first"))
                & models.Q(last__lte=models.F("first") + LONGEST_LINE),
                name="programmes_budgetline_at_most_a_year",
            ),
        )

    def __str__(self) -> str:
        return f"{self.first} – {self.last}"


class Transaction(Part):
    """Money promised, paid out or spent, in the currency it was moved in.

    There is no conversion without a rate and the day of the rate.
    """

    kind = models.CharField(max_length=20, choices=TransactionKind)
    day = models.DateField()
    amount = models.DecimalField(
        max_digits=16, decimal_places=2, help_text="Negative: a correction of an earlier one."
    )
    currency = models.CharField(max_length=3, help_text="ISO 4217 code.")
    rate = models.DecimalField(
        max_digits=16,
        decimal_places=8,
        null=True,
        blank=True,
        help_text="Units of the budget's currency for one unit of this currency.",
    )
    rate_on = models.DateField(null=True, blank=True, help_text="Day of the rate.")
    provider = models.ForeignKey(
        "programmes.Party", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    receiver = models.ForeignKey(
        "programmes.Party", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    description = models.CharField(max_length=300, blank=True)
    reference = models.CharField(max_length=100, blank=True, help_text="Number of the voucher.")

    class Meta(Part.Meta):
        ordering = ("day", "place")
        constraints = (
            once_per_project("transaction"),
            models.CheckConstraint(
                condition=models.Q(rate__isnull=True, rate_on__isnull=True)
                | models.Q(rate__gt=0, rate_on__isnull=False),
                name="programmes_transaction_rate_has_its_day",
            ),
            models.CheckConstraint(
                condition=~models.Q(amount=0), name="programmes_transaction_moves_something"
            ),
        )

    def __str__(self) -> str:
        return f"{self.day} {self.amount} {self.currency}"
