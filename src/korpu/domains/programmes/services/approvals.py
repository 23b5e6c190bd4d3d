"""What a second person decides: money, typed figures, and what the public reads."""

from datetime import datetime
from typing import TypeVar

from django.db import transaction

from korpu.domains.programmes.enums import ApprovalState, ChangeKind
from korpu.domains.programmes.models import Approved, Budget, BudgetLine, Period, Project, Split
from korpu.domains.programmes.services.history import record_change, told
from korpu.domains.programmes.services.parts import CHANGED_MEANWHILE
from korpu.domains.programmes.services.proposals import APPROVE, DECIDED, OWN_PROPOSAL, READ_AGAIN
from korpu.foundations.accounts.api import Actor
from korpu.kernel.errors import Conflict, NotPermitted, NotPossibleNow

A = TypeVar("A", bound=Approved)
PUBLISH = "programmes.project.publish"


@transaction.atomic
def approve_money(*, money: A, revision: int, actor: Actor, at: datetime) -> A:
    """Let a proposed budget or line count; what it replaces goes out.

    Raises:
        NotPermitted: the actor does not decide here, or proposed it.
        NotPossibleNow: it was decided before.
        Conflict: it was changed since the actor read it.
    """
    locked = _proposed(money, revision, actor)
    if locked.replaces is not None:
        former = type(locked)._default_manager.select_for_update().get(pk=locked.replaces.pk)  # noqa: SLF001  Django's public door to any model
        _decide(former, ChangeKind.REMOVED, actor, at, removed_at=at)
        _carry_splits(former, locked, actor, at)
    _decide(locked, ChangeKind.APPROVED, actor, at, state=ApprovalState.APPROVED)
    return locked


@transaction.atomic
def refuse_money(*, money: A, revision: int, reason: str, actor: Actor, at: datetime) -> A:
    """Decline a proposal with the reason; what stood before goes on standing.

    Raises:
        NotPermitted, NotPossibleNow, Conflict: as in :func:`approve_money`.
    """
    locked = _proposed(money, revision, actor)
    locked.reason = reason
    _decide(locked, ChangeKind.REFUSED, actor, at, state=ApprovalState.REFUSED, removed_at=at)
    return locked


@transaction.atomic
def approve_figure(*, period: Period, revision: int, actor: Actor, at: datetime) -> Period:
    """Let a typed figure count; from now on donors and the public read it.

    Raises:
        NotPermitted: the actor does not decide here, or typed it.
        NotPossibleNow: there is no figure, or it was approved before.
        Conflict: it was changed since the actor read it.
    """
    actor.check(APPROVE, compartment_id=period.project.compartment_id)
    locked = Period.objects.select_for_update(of=("self",)).get(pk=period.pk)
    if locked.revision != revision:
        raise Conflict(CHANGED_MEANWHILE, READ_AGAIN)
    if locked.actual is None or locked.approved_at is not None:
        raise NotPossibleNow(DECIDED)
    if locked.entered_by_id == actor.user_id:
        raise NotPermitted(OWN_PROPOSAL)
    before = told(locked)
    locked.approved_by, locked.approved_at = actor.user, at
    locked.revision += 1
    locked.save()
    record_change(row=locked, kind=ChangeKind.APPROVED, before=before, actor=actor, at=at)
    return locked


@transaction.atomic
def publish_project(*, project: Project, actor: Actor, at: datetime) -> Project:
    """Let everybody read the project.

    Raises:
        NotPermitted: the actor does not decide here.
        NotPossibleNow: it is public already.
    """
    return _set_public(project, ChangeKind.PUBLISHED, actor, at, published=True)


@transaction.atomic
def withdraw_project(*, project: Project, actor: Actor, at: datetime) -> Project:
    """Take the project off the public pages; the office and its donors go on reading it.

    Raises:
        NotPermitted: the actor does not decide here.
        NotPossibleNow: it is not public.
    """
    return _set_public(project, ChangeKind.WITHDRAWN, actor, at, published=False)


def _carry_splits(former: Approved, money: Approved, actor: Actor, at: datetime) -> None:
    """Parts go with the amount they are of; where they come to more than the new one, out."""
    assert isinstance(money, Budget | BudgetLine)
    name = "budget" if isinstance(money, Budget) else "line"
    splits = list(Split.objects.filter(**{name: former}, removed_at__isnull=True))
    by_party = sum(one.amount for one in splits if one.party_id)
    by_component = sum(one.amount for one in splits if one.component_id)
    for split in splits:
        fits = (by_party if split.party_id else by_component) <= money.amount
        before = told(split)
        setattr(split, name, money)
        split.removed_at = None if fits else at
        split.revision += 1
        split.save()
        kind = ChangeKind.CHANGED if fits else ChangeKind.REMOVED
        record_change(row=split, kind=kind, before=before, actor=actor, at=at)


def _set_public(
    project: Project, kind: ChangeKind, actor: Actor, at: datetime, *, published: bool
) -> Project:
    actor.check(PUBLISH, compartment_id=project.compartment_id)
    locked = Project.objects.select_for_update().get(pk=project.pk)
    if locked.is_published == published:
        raise NotPossibleNow(DECIDED)
    before = told(locked)
    locked.published_at = at if published else None
    locked.published_by = actor.user if published else None
    locked.revision += 1
    locked.save()
    record_change(row=locked, kind=kind, before=before, actor=actor, at=at)
    return locked


def _proposed(money: A, revision: int, actor: Actor) -> A:
    actor.check(APPROVE, compartment_id=money.project.compartment_id)
    locked = type(money)._default_manager.select_for_update().get(pk=money.pk)  # noqa: SLF001  the same
    if locked.revision != revision:
        raise Conflict(CHANGED_MEANWHILE, READ_AGAIN)
    if locked.state != ApprovalState.PROPOSED or locked.removed_at is not None:
        raise NotPossibleNow(DECIDED)
    if locked.proposed_by_id == actor.user_id:
        raise NotPermitted(OWN_PROPOSAL)
    return locked


def _decide(row: Approved, kind: ChangeKind, actor: Actor, at: datetime, **changed: object) -> None:
    before = told(row)
    for name, value in changed.items():
        setattr(row, name, value)
    row.decided_by, row.decided_at = actor.user, at
    row.revision += 1
    row.save()
    record_change(row=row, kind=kind, before=before, actor=actor, at=at)
