"""Moving running cases to another version: tried on all, signed by two, taken back if need be."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone

from korpu.engines.procedure.api import (
    CaseState,
    IllegalLog,
    Procedure,
    fold,
)
from korpu.foundations.accounts.api import Actor
from korpu.foundations.casework.api import Act, Case, hold_law, library
from korpu.foundations.casework.projection import entry, logs_of, project, store
from korpu.foundations.law import sentences
from korpu.foundations.law.enums import WorkKind, WorkState
from korpu.foundations.law.models import CaseMove, Work
from korpu.foundations.law.services.works import request_work
from korpu.kernel.errors import InvalidInput, NotPermitted, NotPossibleNow
from korpu.kernel.texts import Text

BATCH = 200
SHOWN = 50


@dataclass(frozen=True, slots=True)
class Tried:
    """What moving one case would do; ``refusal`` null: its log is legal under the new version."""

    case: Case
    refusal: Text | None
    before: CaseState
    after: CaseState | None


@transaction.atomic
def request_trial(
    *, procedure: str, from_version: str, to_version: str, actor: Actor, at: datetime
) -> Work:
    """Try moving every running case of a version to another one, writing nothing.

    Raises:
        NotPermitted: the actor may not draft changes of the law.
        NotFound: there is no such version.
        InvalidInput: both are the same.
    """
    actor.check("law.change.draft")
    if from_version == to_version:
        raise InvalidInput(sentences.REFUSED, fields={"to_version": SAME})
    for version in (from_version, to_version):
        library().version(procedure, version)
    asked = {"procedure": procedure, "from": from_version, "to": to_version}
    return request_work(kind=WorkKind.TRIAL, asked=asked, actor=actor, at=at)


@transaction.atomic
def sign_move(*, trial: Work, actor: Actor, at: datetime) -> Work:
    """Sign a finished trial and have its cases moved; whoever asked for the trial cannot sign it.

    Raises:
        NotPermitted: the actor may not publish, or asked for the trial.
        NotPossibleNow: the trial is not finished, was signed before, or found nothing to move.
    """
    actor.check("law.change.publish")
    locked = Work.objects.select_for_update(of=("self",)).get(pk=trial.pk)
    if locked.requested_by_id == actor.user_id:
        raise NotPermitted(sentences.SECOND_PERSON)
    if locked.kind != WorkKind.TRIAL or locked.state != WorkState.DONE:
        raise NotPossibleNow(NOT_TRIED)
    if Work.objects.filter(after=locked, kind=WorkKind.MOVE).exists():
        raise NotPossibleNow(SIGNED_BEFORE)
    locked.signed_by_id = actor.user_id
    locked.save(update_fields=("signed_by",))
    return request_work(
        kind=WorkKind.MOVE, asked=dict(locked.asked), actor=actor, at=at, after=locked
    )


@transaction.atomic
def request_undo(*, move: Work, actor: Actor, at: datetime) -> Work:
    """Have the cases of a move put back under the version they came from, where their logs allow.

    Raises:
        NotPermitted: the actor may not publish.
        NotPossibleNow: the move is not finished or was taken back before.
    """
    actor.check("law.change.publish")
    locked = Work.objects.select_for_update(of=("self",)).get(pk=move.pk)
    if locked.kind != WorkKind.MOVE or locked.state != WorkState.DONE:
        raise NotPossibleNow(NOT_MOVED)
    if Work.objects.filter(after=locked, kind=WorkKind.UNDO).exists():
        raise NotPossibleNow(TAKEN_BACK)
    return request_work(
        kind=WorkKind.UNDO, asked=dict(locked.asked), actor=actor, at=at, after=locked
    )


def trial_batch(work: Work, actor: Actor, at: datetime) -> bool:  # noqa: ARG001  the shape of a batch
    """Try the next cases and add what came of it to the report."""
    cases = _next(work, _running(work))
    for tried in _try(work, cases, at=at):
        _report(work, tried)
    return _step(work, cases)


def move_batch(work: Work, actor: Actor, at: datetime) -> bool:  # noqa: ARG001  the shape of a batch
    """Move the next cases; one whose log is not legal under the new version stays where it is."""
    cases = _next(work, _running(work).select_for_update(of=("self",)))
    hold_law()
    _move(work, cases, to=work.asked["to"], at=at)
    return _step(work, cases)


def undo_batch(work: Work, actor: Actor, at: datetime) -> bool:  # noqa: ARG001  the shape of a batch
    """Move the next cases of a move back; one that acted meanwhile goes only if its log allows."""
    moved = CaseMove.objects.filter(work=work.after, taken_back_at=None).values("case_id")
    cases = _next(work, Case.objects.filter(pk__in=moved).select_for_update(of=("self",)))
    hold_law()
    done = _move(work, cases, to=work.asked["from"], at=at)
    CaseMove.objects.filter(work=work.after, case__in=done).update(taken_back_at=at)
    return _step(work, cases)


def _running(work: Work) -> QuerySet[Case]:
    return Case.objects.filter(
        procedure=work.asked["procedure"], procedure_version=work.asked["from"], closed_at=None
    )


def _next(work: Work, waiting: QuerySet[Case]) -> list[Case]:
    if work.cursor == 0:
        work.total_count = Case.objects.filter(pk__in=waiting.order_by().values("pk")).count()
        work.result = {"legal": 0, "illegal": 0, "dates": 0, "status": 0, "cases": []}
    return list(waiting.filter(pk__gt=work.cursor).order_by("pk")[:BATCH])


def _step(work: Work, cases: list[Case]) -> bool:
    if cases:
        work.cursor, work.done_count = cases[-1].pk, work.done_count + len(cases)
    return bool(cases)


def _try(work: Work, cases: list[Case], *, at: datetime) -> Iterator[Tried]:
    logs = logs_of(cases)
    target = library().version(work.asked["procedure"], work.asked["to"])
    for case in cases:
        yield _tried(case, logs[case.pk], target, at=at)


def _tried(case: Case, log: list[Act], target: Procedure, *, at: datetime) -> Tried:
    on, known = timezone.localdate(at), library()
    entries = tuple(map(entry, log))
    pinned = known.version(case.procedure, case.procedure_version)
    before = fold(pinned, entries, known.calendars, on=on)
    try:
        after = fold(target, entries, known.calendars, on=on)
    except IllegalLog as illegal:
        return Tried(case, Text(**_told(illegal)), before, None)
    return Tried(case, None, before, after)


def _told(illegal: IllegalLog) -> dict[str, str]:
    detail = illegal.detail
    assert isinstance(detail, Text)
    return detail.as_dict()


def _report(work: Work, tried: Tried) -> None:
    result = work.result
    result["legal" if tried.refusal is None else "illegal"] += 1
    if tried.after is not None:
        result["status"] += tried.after.status != tried.before.status
        result["dates"] += _dates(tried.after) != _dates(tried.before)
    if tried.refusal is not None and len(result["cases"]) < SHOWN:
        result["cases"].append({"number": tried.case.number, "why": tried.refusal.as_dict()})


def _dates(state: CaseState) -> dict[str, object]:
    return {each.id: each.due_on for each in state.deadlines}


def _move(work: Work, cases: list[Case], *, to: str, at: datetime) -> list[Case]:
    on = timezone.localdate(at)
    logs, target = logs_of(cases), library().version(work.asked["procedure"], to)
    moved: list[Case] = []
    for case in cases:
        tried = _tried(case, logs[case.pk], target, at=at)
        _report(work, tried)
        if tried.after is None:
            continue
        came_from, case.procedure_version = case.procedure_version, to
        case.save(update_fields=("procedure_version",))
        store(case, project(tried.after, logs[case.pk]), on=on)
        if work.kind == WorkKind.MOVE:
            CaseMove.objects.create(
                work=work, case=case, from_version=came_from, to_version=to, at=at
            )
        moved.append(case)
    work.changed_count += len(moved)
    return moved


SAME = Text(az="Başqa versiya seçin.", en="Choose another version.", ru="Выберите другую версию.")
NOT_TRIED = Text(
    az="Yalnız başa çatmış sınaq imzalana bilər.",
    en="Only a trial that has finished can be signed.",
    ru="Подписать можно только завершённую пробу.",
)
SIGNED_BEFORE = Text(
    az="Bu sınaq artıq imzalanıb. İşlərin vəziyyətini yenidən sınayın.",
    en="This trial has been signed. Try the cases as they are now again.",
    ru="Эта проба уже подписана. Проведите новую пробу.",
)
NOT_MOVED = Text(
    az="Yalnız başa çatmış köçürmə geri alına bilər.",
    en="Only a move that has finished can be taken back.",
    ru="Отменить можно только завершённый перевод.",
)
TAKEN_BACK = Text(
    az="Bu köçürmə artıq geri alınıb.",
    en="This move has been taken back already.",
    ru="Этот перевод уже отменён.",
)
