"""Whether an application meets the conditions of the call."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction
from django.utils import timezone

from korpu.domains.calls import letter_words, sentences
from korpu.domains.calls.enums import ApplicationStatus, CallStatus, NoticeKind
from korpu.domains.calls.models import Application, Condition, Finding
from korpu.domains.calls.services.checks import (
    day,
    locked_application,
    locked_call,
    move,
    needed,
    refuse,
)
from korpu.domains.calls.services.letters import Letter, send_letter
from korpu.domains.calls.terms import last_day_to_object
from korpu.foundations.accounts.api import Actor
from korpu.kernel.errors import InvalidInput
from korpu.kernel.texts import Text

CHECKED = (ApplicationStatus.SUBMITTED, ApplicationStatus.COMPLETION_ASKED)


@dataclass(frozen=True, slots=True)
class FindingData:
    """What was found on one condition."""

    is_met: bool
    note: str = ""


@transaction.atomic
def ask_for_completion(
    *, application: Application, what: str, until: date, actor: Actor, at: datetime
) -> Application:
    """Give the applicant until a day (inclusive) to complete the application.

    Raises:
        NotPermitted: the actor does not check eligibility there.
        NotPossibleNow: the call is not closed, or the application is checked already.
        InvalidInput: nothing is asked, or the day is not after today.
    """
    locked = _checkable(application, actor, ApplicationStatus.SUBMITTED)
    words = needed(what, "what")
    if until <= timezone.localdate(at):
        raise refuse("until", sentences.UNTIL_IN_PAST)
    locked.completion_until = until
    move(
        locked,
        act="ask_for_completion",
        status=ApplicationStatus.COMPLETION_ASKED,
        actor=actor,
        at=at,
        note=words,
    )
    body = letter_words.COMPLETION_BODY.format(day=day(until))
    letter = Letter(NoticeKind.COMPLETION, [body], reasons=words)
    send_letter(application=locked, letter=letter, actor=actor, at=at)
    return locked


@transaction.atomic
def declare_eligibility(
    *,
    application: Application,
    findings: Mapping[int, FindingData],
    reasons: str,
    actor: Actor,
    at: datetime,
) -> Application:
    """Record a finding per condition; eligible is what meets them all.

    ``findings``: by key of the condition.
    ``reasons``: as the applicant reads them; needed when a condition is not met.

    Raises:
        NotPermitted: the actor does not check eligibility there.
        NotPossibleNow: the call is not closed, or the application is checked already.
        InvalidInput: a finding is missing, or the reasons are.
    """
    locked = _checkable(application, actor, *CHECKED)
    conditions = list(Condition.objects.filter(call=locked.call))
    lacking = {
        f"condition-{one.pk}": sentences.FINDING_MISSING
        for one in conditions
        if one.pk not in findings
    }
    if lacking:
        raise InvalidInput(sentences.CHECK_ANSWERS, fields=lacking)
    unmet = [one for one in conditions if not findings[one.pk].is_met]
    words = needed(reasons, "reasons") if unmet else reasons.strip()
    _store(locked, findings)
    locked.eligibility_reasons = words
    locked.completion_until = None
    if unmet:
        _refuse(locked, unmet, words, actor, at)
    else:
        act, status = "declare_eligible", ApplicationStatus.ELIGIBLE
        move(locked, act=act, status=status, actor=actor, at=at)
    return locked


def set_term_to_object(application: Application, *, at: datetime) -> None:
    """The last day to object: the call's term, counted from the day of the notice."""
    application.objection_until = last_day_to_object(
        days=application.call.objection_days, told_on=timezone.localdate(at)
    )


def _checkable(application: Application, actor: Actor, *statuses: ApplicationStatus) -> Application:
    actor.check("calls.eligibility.decide", compartment_id=application.compartment_id)
    locked_call(application.call, CallStatus.CLOSED)
    return locked_application(application, *statuses)


def _store(application: Application, findings: Mapping[int, FindingData]) -> None:
    application.findings.all().delete()
    Finding.objects.bulk_create(
        Finding(application=application, condition_id=key, is_met=one.is_met, note=one.note)
        for key, one in findings.items()
    )


def _refuse(
    application: Application, unmet: list[Condition], reasons: str, actor: Actor, at: datetime
) -> None:
    set_term_to_object(application, at=at)
    move(
        application,
        act="declare_ineligible",
        status=ApplicationStatus.INELIGIBLE,
        actor=actor,
        at=at,
        note=reasons,
    )
    blocks = [
        letter_words.INELIGIBLE_BODY,
        {"heading": letter_words.CONDITIONS_NOT_MET},
        {"list": [one.text for one in unmet]},
    ]
    letter = Letter(NoticeKind.INELIGIBLE, blocks, reasons, remedy_of(application))
    send_letter(application=application, letter=letter, actor=actor, at=at)


def remedy_of(application: Application) -> Text:
    """How and until when to object, as letters say it."""
    until = application.objection_until
    return letter_words.REMEDY.format(
        day=day(until) if until else "", count=application.call.objection_days
    )
