"""Drafting a change of the law, and throwing a draft away."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction
from django.utils import timezone

from korpu.engines.procedure.api import (
    Amendment,
    CalendarEdit,
    Citation,
    Closure,
    DeclarationError,
    Exchange,
    canonical,
    check_edit,
    diff,
)
from korpu.foundations.accounts.api import Actor
from korpu.foundations.casework.api import library
from korpu.foundations.law import sentences
from korpu.foundations.law.enums import ChangeKind, ChangeState
from korpu.foundations.law.models import Change
from korpu.foundations.law.trial import differences, trial_of
from korpu.kernel.errors import InvalidInput, NotPossibleNow
from korpu.kernel.texts import Text

DRAFT = "law.change.draft"
NOTHING_PROPOSED = "-"
"""In the rules of a term: nobody is asked to confirm anything when it passes."""


@dataclass(frozen=True, slots=True)
class Entered:
    """What an administrator enters.

    Attributes:
        subject: the parameter, ``procedure#deadline`` or the calendar.
        law: instrument, article and confidence.
        valid_from: first day in force; of a calendar's change: the day it is about.
        quantity: the number, for a number or a source.
        running: what the law says of running cases.
        rules: what changes of a term, in the words of ``engines.procedure.amending_terms``.
        title: what a free day is called.
        worked_on: the free day that is worked instead.
        holiday: the holiday whose days are decreed, and them beside ``valid_from``.
        decreed_until: every decree up to this day is on record.
        note: why.
    """

    kind: ChangeKind
    subject: str
    law: Citation
    valid_from: date
    quantity: int | None = None
    running: str = "keep"
    rules: Mapping[str, str] | None = None
    title: Text | None = None
    worked_on: date | None = None
    holiday: str = ""
    days: tuple[date, ...] = ()
    decreed_until: date | None = None
    note: str = ""


@transaction.atomic
def draft_change(*, entered: Entered, actor: Actor, at: datetime) -> Change:
    """Keep a change as a draft; it has no effect until a second person publishes it.

    Raises:
        NotPermitted: the actor may not draft.
        InvalidInput: it cannot be right, or would change nothing; ``fields`` names where.
    """
    actor.check(DRAFT)
    change = Change(
        kind=entered.kind,
        subject=entered.subject,
        content=canonical(_content(entered)),
        instrument=entered.law.instrument,
        article=entered.law.article,
        confidence=entered.law.confidence,
        valid_from=entered.valid_from,
        note=entered.note.strip(),
        drafted_by_id=actor.user_id,
        drafted_at=at,
    )
    change.save()
    _check(change, entered, on=timezone.localdate(at))
    return change


@transaction.atomic
def discard_change(*, change: Change, actor: Actor, at: datetime) -> Change:  # noqa: ARG001  writers say when
    """Throw a draft away; it stays on record.

    Raises:
        NotPermitted: the actor may not draft.
        NotPossibleNow: it is not a draft.
    """
    actor.check(DRAFT)
    locked = Change.objects.select_for_update(of=("self",)).get(pk=change.pk)
    if locked.state != ChangeState.DRAFT:
        raise NotPossibleNow(sentences.NOT_A_DRAFT)
    locked.state = ChangeState.DISCARDED
    locked.save(update_fields=("state",))
    return locked


def _content(entered: Entered) -> Amendment | CalendarEdit:
    if entered.kind in {ChangeKind.NUMBER, ChangeKind.SOURCE}:
        return Amendment(
            "",
            entered.valid_from,
            entered.law,
            "move" if entered.running == "move" else "keep",
            parameters={entered.subject: entered.quantity},
            is_source=entered.kind is ChangeKind.SOURCE,
        )
    if entered.kind is ChangeKind.TERM:
        procedure, _, deadline = entered.subject.partition("#")
        return Amendment(
            "",
            entered.valid_from,
            entered.law,
            "move" if entered.running == "move" else "keep",
            terms={procedure: {deadline: _rules(entered.rules or {})}},
        )
    return _edit(entered)


def _rules(rules: Mapping[str, str]) -> dict[str, str]:
    return {key: "" if value == NOTHING_PROPOSED else value for key, value in rules.items()}


def _edit(entered: Entered) -> CalendarEdit:
    day = entered.valid_from
    closures: tuple[Closure, ...] = ()
    exchanges: tuple[Exchange, ...] = ()
    decreed: dict[str, tuple[date, ...]] = {}
    if entered.kind is ChangeKind.DAY_OFF and entered.title is not None:
        closures = (Closure(day, entered.title, entered.law),)
    if entered.kind is ChangeKind.EXCHANGE and entered.worked_on is not None:
        exchanges = (Exchange(day, entered.worked_on, entered.law),)
    if entered.kind is ChangeKind.HOLIDAY:
        decreed[entered.holiday] = tuple(sorted({day, *entered.days}))
    return CalendarEdit(
        "", entered.subject, date.min, closures, exchanges, decreed, entered.decreed_until
    )


def _check(change: Change, entered: Entered, *, on: date) -> None:
    if change.is_of_calendar:
        content = _edit(entered)
        calendar = library().calendars.get(entered.subject)
        if calendar is None:
            raise InvalidInput(sentences.REFUSED, fields={"subject": sentences.NO_SUCH_PARAMETER})
        check_edit(calendar, content)
        return
    try:
        trial = trial_of(change, on=on)
    except DeclarationError as error:
        raise InvalidInput(sentences.REFUSED, str(error)) from error
    found = list(differences(change, trial))
    if not found:
        raise InvalidInput(sentences.REFUSED, fields={"valid_from": sentences.TOUCHES_NOTHING})
    if not any(each.subject != "procedure" for pair in found for each in diff(*pair).changes):
        raise InvalidInput(sentences.REFUSED, fields={"quantity": sentences.NOTHING_CHANGES})
