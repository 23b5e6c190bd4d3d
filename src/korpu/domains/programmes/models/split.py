from django.db import models

from korpu.domains.programmes.models.base import Part, once_per_project
from korpu.domains.programmes.models.budget import Budget, BudgetLine, Transaction


def _only(name: str) -> models.Q:
    """The one of the three amounts that is there."""
    amounts = ("budget", "line", "transaction")
    return models.Q(**{f"{one}__isnull": one != name for one in amounts})


class Split(Part):
    """How much of an amount belongs to one organisation, or to one component.

    What no split accounts for is unknown, never zero and never shared out.
    """

    budget = models.ForeignKey(
        "programmes.Budget", on_delete=models.PROTECT, null=True, blank=True, related_name="splits"
    )
    line = models.ForeignKey(
        "programmes.BudgetLine",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="splits",
    )
    transaction = models.ForeignKey(
        "programmes.Transaction",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="splits",
    )
    party = models.ForeignKey(
        "programmes.Party", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    component = models.ForeignKey(
        "programmes.Component", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    amount = models.DecimalField(
        max_digits=16, decimal_places=2, help_text="In the currency of the amount it is part of."
    )

    class Meta(Part.Meta):
        constraints = (
            once_per_project("split"),
            models.CheckConstraint(
                condition=_only("budget") | _only("line") | _only("transaction"),
                name="programmes_split_of_one_amount",
            ),
            models.CheckConstraint(
                condition=models.Q(party__isnull=True, component__isnull=False)
                | models.Q(party__isnull=False, component__isnull=True),
                name="programmes_split_to_one",
            ),
            models.CheckConstraint(
                condition=~models.Q(amount=0), name="programmes_split_is_something"
            ),
        )

    def __str__(self) -> str:
        return f"{self.party or self.component}: {self.amount} {self.whole.currency}"

    @property
    def whole(self) -> Budget | BudgetLine | Transaction:
        """The amount it is part of."""
        found = self.budget or self.line or self.transaction
        assert found is not None
        return found
