"""Performing an act on a case: the one door through which a case changes."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from uuid import UUID

from django.db import transaction

from korpu.engines.procedure.api import FactValue
from korpu.foundations.accounts.api import Actor
from korpu.foundations.casework import sentences
from korpu.foundations.casework.engine import procedure_of
from korpu.foundations.casework.models import Act, Case
from korpu.foundations.casework.projection import whole_log
from korpu.foundations.casework.services.locks import lock_case
from korpu.foundations.casework.services.log import Submission, record
from korpu.kernel.errors import Conflict
from korpu.kernel.texts import Text


def perform_act(  # noqa: PLR0913  one argument each for what the law wants recorded
    *,
    case: Case,
    act: str,
    actor: Actor,
    at: datetime,
    effective_on: date,
    facts: Mapping[str, FactValue],
    expected_act_count: int,
    note: str = "",
    data: Mapping[str, object] | None = None,
    client_key: UUID | None = None,
) -> Act:
    """Append an act to the case's log and bring everything that follows from it up to date.

    Args:
        case: as the actor saw it; only its key is used.
        act: as the procedure names it.
        actor: whose transaction it is.
        at: the moment of recording.
        effective_on: the day from which it counts; not in the future, not before the opening.
        facts: what the act itself states; kept in the log for good.
        expected_act_count: length of the log the actor was looking at.
        note: reasons or remark.
        data: what the act's effect writes in the domain; not kept in the log.
        client_key: of the submitted form; sending the same form again changes nothing and
            returns the entry it made.

    Raises:
        NotFound: the actor cannot see the case.
        NotPermitted: the actor holds no role that may do this; the refusal is recorded.
        NotPossibleNow: the status or a condition stands in the way; the detail says which.
        Conflict: somebody acted meanwhile.
        InvalidInput: the date is wrong or reasons are missing.
    """
    with transaction.atomic():
        locked = lock_case(case)
        log = whole_log(locked)
        done = _made_by(client_key, log)
        if done is not None:
            return done
        _check_unmoved(locked, log, expected_act_count)
        new = Submission(act, effective_on, facts, note, data or {}, client_key)
        return record(locked, log, new, actor=actor, at=at)


def _made_by(client_key: UUID | None, log: Sequence[Act]) -> Act | None:
    if client_key is None:
        return None
    return next((act for act in log if act.client_key == client_key), None)


def _check_unmoved(case: Case, log: Sequence[Act], expected_act_count: int) -> None:
    if len(log) == expected_act_count:
        return
    raise Conflict(
        sentences.LOG_MOVED_ON,
        sentences.LOG_MOVED_ON_DETAIL.format(acts=_titles_since(case, expected_act_count, log)),
        facts={"expected_act_count": expected_act_count, "act_count": len(log)},
    )


def _titles_since(case: Case, seq: int, log: Sequence[Act]) -> Text:
    """Names of the acts after ``seq``; those the actor may not read stay unnamed."""
    procedure = procedure_of(case)
    readable = set(Act.objects.filter(case=case, seq__gt=seq).values_list("seq", flat=True))
    titles = [
        procedure.act(act.act).title if act.seq in readable else sentences.UNSEEN_ACT
        for act in log[seq:]
    ]
    return Text(
        az=", ".join(title.az for title in titles),
        en=", ".join(title.en for title in titles),
        ru=", ".join(title.ru for title in titles),
    )
