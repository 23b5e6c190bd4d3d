"""Tasks that deadlines raise: once each, and ticked off when what they ask for has happened."""

from collections.abc import Iterator
from datetime import datetime

from django.db.models import Q

from korpu.engines.procedure.api import CaseState, DeadlineState, Procedure
from korpu.foundations.accounts.api import Actor
from korpu.foundations.casework import sentences
from korpu.foundations.casework.enums import TaskOrigin
from korpu.foundations.casework.models import Act, Case, Task
from korpu.foundations.casework.notices import tell_missed
from korpu.kernel.texts import Text


def raise_tasks(
    case: Case, procedure: Procedure, state: CaseState, *, actor: Actor, at: datetime
) -> int:
    """Ask the case's owner about each missed deadline; how many tasks are new.

    Silence changes nothing by itself: where the law gives it an effect, the task asks a person to
    confirm it by the act the deadline proposes.
    """
    wanted = [
        Task(
            case=case,
            origin=origin,
            title=title.as_dict(),
            act=act,
            deadline=missed.id,
            deadline_due_on=missed.due_on,
            compartment_id=case.compartment_id,
            role=missed.escalates_to or procedure.statuses[state.status].owner or "",
            user_id=case.assigned_to_id,
            created_by_id=actor.user_id,
            created_at=at,
        )
        for missed in state.deadlines
        if missed.state == "breached"
        for origin, act, title in _asked(procedure, missed)
    ]
    for missed in state.deadlines:
        if missed.state == "breached":
            tell_missed(case=case, missed=missed, actor=actor, at=at)
    before = Task.objects.filter(case=case).count()
    Task.objects.bulk_create(wanted, ignore_conflicts=True)
    return Task.objects.filter(case=case).count() - before


def _asked(procedure: Procedure, missed: DeadlineState) -> Iterator[tuple[TaskOrigin, str, Text]]:
    yield TaskOrigin.BREACH, "", sentences.DEADLINE_MISSED.format(deadline=missed.title)
    if missed.proposes:
        act = procedure.acts[missed.proposes]
        sentence = sentences.CONFIRM_EFFECT.format(deadline=missed.title, act=act.title)
        yield TaskOrigin.PROPOSAL, act.id, sentence


def finish_answered_tasks(
    case: Case, act: Act, state: CaseState, *, actor: Actor, at: datetime
) -> None:
    """Tick off the tasks that asked for this act, and those of deadlines no longer missed."""
    missed = [row.id for row in state.deadlines if row.state == "breached"]
    answered = ~Q(origin=TaskOrigin.PERSON) & (
        ~Q(deadline__in=missed) if case.closed_at is None else Q()
    )
    waiting = Task.objects.filter(case=case, done_at=None).filter(answered | Q(act=act.act))
    waiting.update(done_at=at, done_by_id=actor.user_id)
