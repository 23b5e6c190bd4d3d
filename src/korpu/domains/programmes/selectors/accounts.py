"""A project's money as the office, a donor or the public reads it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from korpu.domains.programmes.enums import ApprovalState, DateKind, TransactionKind
from korpu.domains.programmes.models import (
    Budget,
    BudgetLine,
    Project,
    ProjectDate,
    Split,
    Transaction,
)
from korpu.domains.programmes.money import BurnPoint, Line, burn, generate_lines
from korpu.domains.programmes.policies import whole_budget
from korpu.foundations.accounts.api import Actor

AT_MOST = 1000
SPENDING = frozenset({TransactionKind.DISBURSEMENT, TransactionKind.EXPENDITURE})


@dataclass(frozen=True)
class ShownTransaction:
    """A transaction; ``converted`` None: in another currency and without a rate."""

    transaction: Transaction
    converted: Decimal | None


@dataclass(frozen=True)
class ShownSplit:
    """Parts of an amount, all organisations or all components.

    ``unknown``: what of the amount no part accounts for.
    """

    parts: Sequence[Split]
    unknown: Decimal


@dataclass(frozen=True)
class Accounts:
    """The money of a project.

    Attributes:
        whole: the approved budget; None: not stated.
        lines: agreed lines, or those generated from the whole and the project's days.
        agreed: the rows of agreed lines; empty where lines are generated.
        proposals: budgets and lines waiting for the director.
        committed, spent, received: sums in the budget's currency of what can be converted.
        left_out: how many transactions are in another currency without a rate.
    """

    whole: Budget | None
    lines: Sequence[Line]
    agreed: Sequence[BudgetLine]
    proposals: Sequence[Budget | BudgetLine]
    transactions: Sequence[ShownTransaction]
    points: Sequence[BurnPoint]
    committed: Decimal
    spent: Decimal
    received: Decimal
    left_out: int
    splits: Mapping[tuple[str, int], Sequence[ShownSplit]]

    def splits_of(self, whole: Budget | BudgetLine | Transaction) -> Sequence[ShownSplit]:
        """How an amount is known to split, by organisation and by component."""
        return self.splits.get((type(whole).__name__, whole.pk), ())


def accounts_of(project: Project, *, on: date, for_actor: Actor) -> Accounts:
    """The money of a project as known on a day."""
    del for_actor  # row security shows the actor what there is
    whole = whole_budget(project.pk)
    kept = {"project": project, "removed_at__isnull": True}
    agreed = list(BudgetLine.objects.filter(**kept, state=ApprovalState.APPROVED)[:AT_MOST])
    lines = _lines(project, whole, agreed)
    rows = Transaction.objects.filter(**kept).select_related(
        "source", "provider__organisation", "receiver__organisation"
    )
    moved = [ShownTransaction(one, _converted(one, whole)) for one in rows[:AT_MOST]]
    spent = [
        (one.transaction.day, one.converted)
        for one in moved
        if one.transaction.kind in SPENDING and one.converted is not None
    ]
    return Accounts(
        whole=whole,
        lines=lines,
        agreed=agreed,
        proposals=proposals_of(project),
        transactions=moved,
        points=burn(lines, spent, today=on),
        committed=_sum(moved, TransactionKind.COMMITMENT),
        spent=_sum(moved, *SPENDING),
        received=_sum(moved, TransactionKind.INCOMING),
        left_out=sum(one.converted is None for one in moved),
        splits=_splits(project),
    )


def _splits(project: Project) -> Mapping[tuple[str, int], Sequence[ShownSplit]]:
    joined = ("budget", "line", "transaction", "party__organisation", "component", "source")
    rows = Split.objects.filter(project=project, removed_at__isnull=True).select_related(*joined)
    grouped: dict[tuple[str, int, bool], list[Split]] = {}
    for one in rows[:AT_MOST]:
        key = (type(one.whole).__name__, one.whole.pk, one.party_id is None)
        grouped.setdefault(key, []).append(one)
    found: dict[tuple[str, int], list[ShownSplit]] = {}
    for (name, key_, _by), parts in sorted(grouped.items()):
        unknown = parts[0].whole.amount - sum((one.amount for one in parts), Decimal(0))
        found.setdefault((name, key_), []).append(ShownSplit(parts, unknown))
    return found


def proposals_of(project: Project) -> list[Budget | BudgetLine]:
    """Money waiting for the director, of one project."""
    waiting = {"project": project, "removed_at__isnull": True, "state": ApprovalState.PROPOSED}
    budgets = Budget.objects.filter(**waiting).select_related("proposed_by", "replaces")
    lines = BudgetLine.objects.filter(**waiting).select_related("proposed_by", "replaces")
    return [*budgets[:AT_MOST], *lines[:AT_MOST]]


def budget_lines(project: Project) -> Sequence[Line]:
    """Agreed lines, or generated ones; empty when neither budget nor days are known."""
    kept = {"project": project, "removed_at__isnull": True}
    agreed = list(BudgetLine.objects.filter(**kept, state=ApprovalState.APPROVED)[:AT_MOST])
    return _lines(project, whole_budget(project.pk), agreed)


def _lines(project: Project, whole: Budget | None, agreed: Sequence[BudgetLine]) -> Sequence[Line]:
    if agreed:
        return [Line(one.first, one.last, one.amount, is_generated=False) for one in agreed]
    first, last = project_days(project)
    if whole is None or first is None or last is None or last < first:
        return []
    return generate_lines(whole.amount, first, last)


def project_days(project: Project) -> tuple[date | None, date | None]:
    """First and last day: as it was, else as it was planned; None where neither is known."""
    days = {
        one.kind: one.day
        for one in ProjectDate.objects.filter(project=project, removed_at__isnull=True)[:AT_MOST]
    }
    start = days.get(DateKind.ACTUAL_START) or days.get(DateKind.PLANNED_START)
    return start, days.get(DateKind.ACTUAL_END) or days.get(DateKind.PLANNED_END)


def _converted(one: Transaction, whole: Budget | None) -> Decimal | None:
    if whole is None or one.currency == whole.currency:
        return one.amount if whole else None
    return None if one.rate is None else round(one.amount * one.rate, 2)


def _sum(moved: Sequence[ShownTransaction], *kinds: TransactionKind) -> Decimal:
    found = (one.converted for one in moved if one.transaction.kind in kinds)
    return sum((amount for amount in found if amount is not None), Decimal(0))
