"""Appending to a case's log: judge, append, refold, store, tell those who listen."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from uuid import UUID

from django.db import connection
from django.utils import timezone

from korpu.engines.procedure.api import CaseState, FactValue
from korpu.foundations.accounts.api import Actor
from korpu.foundations.casework import sentences
from korpu.foundations.casework.engine import fold_log, hold_law, procedure_of
from korpu.foundations.casework.enums import Audience
from korpu.foundations.casework.facts import to_json
from korpu.foundations.casework.judgement import Judgement, judge
from korpu.foundations.casework.models import Act, Case, Deviation
from korpu.foundations.casework.notices import tell_answered
from korpu.foundations.casework.projection import entry, project, store
from korpu.foundations.casework.registry import ActDone, case_type, effects_of
from korpu.foundations.casework.services.raised import finish_answered_tasks
from korpu.kernel.errors import InvalidInput


@dataclass(frozen=True)
class Submission:
    """An act as it was handed in.

    Attributes:
        facts: what the act itself states; kept in the log.
        data: what its effect writes in the domain; not kept.
        client_key: of the submitted form; None: it came from no form.
    """

    act: str
    effective_on: date
    facts: Mapping[str, FactValue]
    note: str = ""
    data: Mapping[str, object] = field(default_factory=dict)
    client_key: UUID | None = None


def record(case: Case, log: Sequence[Act], new: Submission, *, actor: Actor, at: datetime) -> Act:
    """Append to the log of the locked case; the caller holds the transaction.

    Raises:
        NotPermitted, NotPossibleNow, InvalidInput: as ``perform_act``; nothing was written.
    """
    hold_law()
    _check_date(log, at, new.effective_on)
    judgement = judge(case, log, new.act, actor=actor, on=new.effective_on, facts=new.facts)
    _check_reasons(judgement, new.note)
    _tell_trail_for_whom(judgement)
    row = _row(case, log, new, judgement, actor=actor, at=at)
    state = _append(case, [*log, row], on=local_day(at))
    _use_up(judgement.leave, row)
    finish_answered_tasks(case, row, state, actor=actor, at=at)
    done = ActDone(case=case, act=row, state=state, actor=actor, at=at, data=new.data)
    for effect in effects_of(case.procedure, new.act):
        effect(done)
    if judgement.role.side is Audience.COUNTERPART and log:
        tell_answered(case=case, act=row, actor=actor, at=at)
    return row


def _use_up(leave: Deviation | None, row: Act) -> None:
    """A leave records one entry."""
    if leave is not None:
        leave.entry = row
        leave.save(update_fields=("entry",))


def _tell_trail_for_whom(judgement: Judgement) -> None:
    """The rest of the transaction is noted as done for the absent colleague, if it is."""
    if judgement.role.on_behalf_of_id is not None:
        with connection.cursor() as cursor:
            behalf = str(judgement.role.on_behalf_of_id)
            cursor.execute("select set_config('korpu.on_behalf_of', %s, true)", [behalf])


def _row(
    case: Case,
    log: Sequence[Act],
    new: Submission,
    judgement: Judgement,
    *,
    actor: Actor,
    at: datetime,
) -> Act:
    return Act(
        case=case,
        seq=len(log) + 1,
        act=new.act,
        role=judgement.role.role,
        actor_id=actor.user_id,
        on_behalf_of_id=judgement.role.on_behalf_of_id,
        at=at,
        effective_on=new.effective_on,
        facts=to_json(new.facts),
        facts_seen=to_json(judgement.facts),
        note=new.note.strip(),
        status_before=log[-1].status_after if log else "",
        procedure_digest=procedure_of(case).digest,
        audience=_audience(case, new.act, judgement),
        client_key=new.client_key,
        deviation=judgement.leave.kind if judgement.leave else "",
        allowed_by_id=judgement.leave.decided_by_id if judgement.leave else None,
    )


def _append(case: Case, log: Sequence[Act], *, on: date) -> CaseState:
    procedure = procedure_of(case)
    row = log[-1]
    state = fold_log(procedure, map(entry, log), on=on)
    row.status_after = state.status
    row.save(force_insert=True)
    store(case, project(state, log), on=on)
    return state


def _audience(case: Case, act: str, judgement: Judgement) -> Audience:
    """Whoever performs an act may read it afterwards."""
    declared = case_type(case.procedure).audience_of(act)
    if judgement.role.side is Audience.COUNTERPART:
        return Audience.COUNTERPART
    if judgement.role.side is Audience.SHARED and declared is Audience.OFFICE:
        return Audience.SHARED
    return declared


def _check_date(log: Sequence[Act], at: datetime, effective_on: date) -> None:
    earliest = log[-1].effective_on if log else effective_on
    sentence = None
    if effective_on > local_day(at):
        sentence = sentences.EFFECTIVE_IN_FUTURE
    elif effective_on < earliest:
        sentence = sentences.EFFECTIVE_BEFORE_LAST.format(last=f"{earliest:%d.%m.%Y}")
    if sentence is not None:
        raise InvalidInput(sentences.INPUT_REFUSED, fields={"effective_on": sentence})


def _check_reasons(judgement: Judgement, note: str) -> None:
    if judgement.act.reasons_required and not note.strip():
        raise InvalidInput(sentences.INPUT_REFUSED, fields={"note": sentences.REASONS_MISSING})


def local_day(at: datetime) -> date:
    """The day it is in the service's time zone at the instant ``at``."""
    return timezone.localdate(at)
