"""Leave for what really happened out of order: asked by one person, given by another, used once."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.utils import timezone

from korpu.engines.procedure.api import OUT_OF_PLACE, Deviating, FactValue
from korpu.foundations.accounts.api import Actor
from korpu.foundations.casework import sentences, wording_deviations
from korpu.foundations.casework.enums import Audience
from korpu.foundations.casework.judgement import judge_deviation, refusal_for
from korpu.foundations.casework.models import Case, Deviation
from korpu.foundations.casework.notices import tell_deviation_asked, tell_deviation_decided
from korpu.foundations.casework.projection import whole_log
from korpu.foundations.casework.services.filing import attach_uploads
from korpu.foundations.casework.services.locks import lock_case
from korpu.kernel.errors import InvalidInput, NotPermitted, NotPossibleNow
from korpu.kernel.texts import Text

ALLOW = "casework.deviation.allow"


@dataclass(frozen=True, slots=True)
class Happened:
    """What happened out of order.

    Attributes:
        act: as the procedure names it.
        on: the day it happened; not in the future, not before the last entry of the log.
        reason: what happened, and why out of order.
        document: what shows it.
    """

    act: str
    on: date
    reason: str
    document: "UploadedFile[bytes]"


def ask_deviation(
    *,
    case: Case,
    happened: Happened,
    facts: Mapping[str, FactValue],
    actor: Actor,
    at: datetime,
) -> Deviation:
    """Ask for leave to record an act out of its place; the document is filed on the case.

    Args:
        case: as the actor saw it.
        happened: what is to be recorded.
        facts: what the act's own form will state, as far as it is known now.
        actor: who will record it.
        at: the moment of asking.

    Raises:
        NotPermitted: no role of the actor may do this act in the case.
        NotPossibleNow: an ordinary act would do, a decision would be left out, something bars it,
            or leave is asked for already; the detail says which.
        InvalidInput: no reason, or a day ahead.
    """
    with transaction.atomic():
        locked = lock_case(case)
        log = whole_log(locked)
        _check(happened, at)
        judged, side = judge_deviation(
            locked, log, happened.act, actor=actor, on=happened.on, facts=facts
        )
        _check_judged(judged, side)
        if Deviation.objects.filter(case=locked, act=happened.act, allowed=None).exists():
            raise NotPossibleNow(wording_deviations.ASKED_ALREADY)
        title = wording_deviations.DOCUMENT.format(act=judged.option.act.title)
        (document,) = attach_uploads(
            case=locked, uploads=[happened.document], title=str(title), actor=actor, at=at
        )
        asked = Deviation.objects.create(
            case=locked,
            act=happened.act,
            kind=OUT_OF_PLACE,
            skipped=[step.id for step in judged.skipped],
            effective_on=happened.on,
            reason=happened.reason.strip(),
            document=document,
            act_count=len(log),
            asked_by_id=actor.user_id,
            asked_at=at,
        )
        tell_deviation_asked(deviation=asked, actor=actor, at=at)
    return asked


def decide_deviation(
    *, deviation: Deviation, allowed: bool, answer: str, actor: Actor, at: datetime
) -> Deviation:
    """Give or refuse the leave.

    Raises:
        NotPermitted: the actor may not, or asked for it.
        NotPossibleNow: it is decided already, or the case has moved on.
        InvalidInput: no word why.
    """
    actor.check(ALLOW, compartment_id=deviation.case.compartment_id)
    with transaction.atomic():
        case = lock_case(deviation.case)
        locked = Deviation.objects.select_for_update(of=("self",)).get(pk=deviation.pk)
        if locked.asked_by_id == actor.user_id:
            raise NotPermitted(wording_deviations.TWO_PEOPLE)
        if locked.allowed is not None:
            raise NotPossibleNow(wording_deviations.DECIDED_ALREADY)
        if allowed and len(whole_log(case)) != locked.act_count:
            raise NotPossibleNow(wording_deviations.MOVED_ON)
        if not answer.strip():
            raise _missing("answer", sentences.REASONS_MISSING)
        locked.allowed, locked.answer = allowed, answer.strip()
        locked.decided_by_id, locked.decided_at = actor.user_id, at
        locked.save(update_fields=("allowed", "answer", "decided_by", "decided_at"))
        tell_deviation_decided(deviation=locked, actor=actor, at=at)
    return locked


def _check(happened: Happened, at: datetime) -> None:
    if not happened.reason.strip():
        raise _missing("reason", sentences.REASONS_MISSING)
    if happened.on > timezone.localdate(at):
        raise _missing("effective_on", sentences.EFFECTIVE_IN_FUTURE)


def _check_judged(judged: Deviating, side: Audience) -> None:
    option = judged.option
    if side is Audience.COUNTERPART or not option.permitted:
        raise NotPermitted(
            sentences.ACT_NOT_PERMITTED,
            sentences.ACT_NOT_PERMITTED_DETAIL.format(act=option.act.title),
        )
    if not option.possible:
        raise NotPossibleNow(
            sentences.ACT_NOT_POSSIBLE.format(act=option.act.title),
            refusal_for(option.refusals, side),
            facts={"act": option.act.id},
        )


def _missing(field: str, sentence: Text) -> InvalidInput:
    return InvalidInput(sentences.INPUT_REFUSED, fields={field: sentence})
