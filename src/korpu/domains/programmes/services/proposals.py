"""Changing an approved figure: the approved one stays until a second person approves the new."""

import copy
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.db import transaction

from korpu.domains.programmes.enums import ChangeKind, FigureState
from korpu.domains.programmes.models import FigureProposal, Period
from korpu.domains.programmes.policies import check_part
from korpu.domains.programmes.services.history import record_change, told
from korpu.foundations.accounts.api import Actor
from korpu.kernel.errors import Conflict, NotPermitted, NotPossibleNow
from korpu.kernel.texts import Text

APPROVE = "programmes.approval.decide"
FIGURE = ("first", "last", "actual", "actual_state", "splits")
"""What a second person approves."""
CARRIED = (*FIGURE, "source_id", "statements", "note_az", "note_en", "note_ru", "comment")
"""What goes with it: where the figure is known from."""
CHANGED_MEANWHILE = Text(
    az="Bu təklif siz açandan sonra dəyişib.",
    en="This proposal was changed after you had opened it.",
    ru="Это предложение изменили после того, как вы его открыли.",
)
READ_AGAIN = Text(
    az="Yeni variantı oxuyun və yenidən qərar verin.",
    en="Read the new version and decide again.",
    ru="Прочтите новую версию и решите ещё раз.",
)
OWN_PROPOSAL = Text(
    az="Öz təklifinizi özünüz təsdiq edə bilməzsiniz.",
    en="You cannot approve what you proposed yourself.",
    ru="Нельзя утверждать собственное предложение.",
)
DECIDED = Text(
    az="Bu barədə artıq qərar verilib.",
    en="This has been decided already.",
    ru="Решение по этому уже принято.",
)


def propose_instead(
    *, period: Period, values: Mapping[str, Any], actor: Actor, at: datetime
) -> Mapping[str, Any]:
    """Keep a change of an approved figure beside it; returns what may be changed at once.

    Figures typed back to what was approved take a waiting proposal back. ``period`` is locked by
    the caller.

    Raises:
        InvalidInput: the new figure cannot be right.
    """
    given = dict(values)
    if "source" in given:
        given["source_id"] = given["source"].pk if given["source"] else None
    waiting = FigureProposal.objects.filter(period=period, state=FigureState.PROPOSED).first()
    as_wanted = _with(period, waiting, {name: given[name] for name in CARRIED if name in given})
    if not any(getattr(as_wanted, name) != getattr(period, name) for name in FIGURE):
        take_back(period=period, at=at)
        return values
    if waiting is None or any(
        getattr(as_wanted, name) != getattr(waiting, name) for name in CARRIED
    ):
        check_part(as_wanted)
        _keep(period, as_wanted, waiting, actor, at)
    return {name: one for name, one in values.items() if name not in {*CARRIED, "source"}}


def take_back(*, period: Period, at: datetime) -> None:
    """Let what waits for a figure wait no more."""
    FigureProposal.objects.filter(period=period, state=FigureState.PROPOSED).update(
        state=FigureState.TAKEN_BACK, decided_at=at
    )


@transaction.atomic
def approve_change(
    *, proposal: FigureProposal, revision: int, actor: Actor, at: datetime
) -> Period:
    """Let a changed figure count in place of the one approved before.

    Raises:
        NotPermitted: the actor does not decide here, or proposed it.
        NotPossibleNow: it was decided before.
        Conflict: it was changed since the actor read it.
        InvalidInput: it no longer fits beside what was added since.
    """
    locked, period = _proposed(proposal, revision, actor)
    before = told(period)
    for name in CARRIED:
        setattr(period, name, getattr(locked, name))
    check_part(period)
    period.entered_by, period.approved_by, period.approved_at = locked.proposed_by, actor.user, at
    period.revision += 1
    period.save()
    _decide(locked, FigureState.APPROVED, "", actor, at)
    record_change(row=period, kind=ChangeKind.APPROVED, before=before, actor=actor, at=at)
    return period


@transaction.atomic
def refuse_change(
    *, proposal: FigureProposal, revision: int, reason: str, actor: Actor, at: datetime
) -> Period:
    """Decline a changed figure with the reason; the approved one goes on counting.

    Raises:
        NotPermitted, NotPossibleNow, Conflict: as in :func:`approve_change`.
    """
    locked, period = _proposed(proposal, revision, actor)
    wanted = told(_with(period, locked, {}))
    _decide(locked, FigureState.REFUSED, reason, actor, at)
    record_change(row=period, kind=ChangeKind.REFUSED, before=wanted, actor=actor, at=at)
    return period


def _with(period: Period, waiting: FigureProposal | None, values: Mapping[str, Any]) -> Period:
    """The period as it would be, not saved."""
    wanted = copy.copy(period)
    for name in CARRIED if waiting is not None else ():
        setattr(wanted, name, getattr(waiting, name))
    for name, value in values.items():
        setattr(wanted, name, value)
    return wanted


def _keep(
    period: Period, wanted: Period, waiting: FigureProposal | None, actor: Actor, at: datetime
) -> None:
    row = waiting or FigureProposal(project=period.project, period=period)
    before = told(_with(period, waiting, {}))
    for name in CARRIED:
        setattr(row, name, getattr(wanted, name))
    row.revision = 1 if waiting is None else waiting.revision + 1
    row.proposed_by, row.proposed_at = actor.user, at
    row.save()
    period.revision += 1
    period.save(update_fields=["revision"])
    record_change(row=wanted, kind=ChangeKind.PROPOSED, before=before, actor=actor, at=at)


def _proposed(
    proposal: FigureProposal, revision: int, actor: Actor
) -> tuple[FigureProposal, Period]:
    actor.check(APPROVE, compartment_id=proposal.project.compartment_id)
    period = Period.objects.select_for_update(of=("self",)).get(pk=proposal.period_id)
    locked = FigureProposal.objects.select_for_update(of=("self",)).get(pk=proposal.pk)
    if locked.revision != revision:
        raise Conflict(CHANGED_MEANWHILE, READ_AGAIN)
    if locked.state != FigureState.PROPOSED or period.removed_at is not None:
        raise NotPossibleNow(DECIDED)
    if locked.proposed_by_id == actor.user_id:
        raise NotPermitted(OWN_PROPOSAL)
    return locked, period


def _decide(
    row: FigureProposal, state: FigureState, reason: str, actor: Actor, at: datetime
) -> None:
    row.state, row.reason = state, reason
    row.decided_by, row.decided_at = actor.user, at
    row.revision += 1
    row.save()
