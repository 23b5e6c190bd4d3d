"""What a list of cases shows of each, as far as the reader's side may know."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from uuid import UUID

from django.utils.translation import gettext, ngettext

from korpu.engines.procedure.api import Procedure
from korpu.foundations.accounts.api import Actor
from korpu.foundations.audit.api import names_of
from korpu.foundations.casework.engine import procedure_of
from korpu.foundations.casework.models import Case
from korpu.foundations.casework.received import follows
from korpu.foundations.casework.selectors.desk import USUAL_DAYS, due_soon
from korpu.foundations.persons.api import display_names
from korpu.kernel.texts import Text

USUAL = timedelta(days=USUAL_DAYS)


class Urgency(StrEnum):
    """How near the next due day is."""

    NONE = "none"
    LATER = "later"
    SOON = "soon"
    OVERDUE = "overdue"


@dataclass(frozen=True, slots=True)
class Row:
    """One case of a list.

    Attributes:
        person: readable name of the subject; empty: not identified or not the reader's to know.
        due_on: next due day; None: no deadline runs, or the reader is the other side.
        due: the same in words.
        assigned: name of whoever works on it; empty: nobody, or not the reader's to know.
    """

    uuid: UUID
    number: str
    reference: str
    procedure: Text
    person: str
    status: Text
    due_on: date | None
    due: str
    urgency: Urgency
    assigned: str
    closed: bool
    opened_on: date


def rows_of(*, cases: Sequence[Case], for_actor: Actor, on: date) -> list[Row]:
    """One row per case, in the order given. Three queries at most, however many cases."""
    people = display_names(
        person_ids=[case.subject_id for case in cases if case.subject_id], for_actor=for_actor
    )
    colleagues = names_of({case.assigned_to_id for case in cases if case.assigned_to_id})
    return [_row(case, for_actor, people, colleagues, on) for case in cases]


def _row(
    case: Case,
    actor: Actor,
    people: Mapping[int, str],
    colleagues: Mapping[int, str],
    on: date,
) -> Row:
    procedure = procedure_of(case)
    is_followed = follows(case, actor)
    due_on = None if is_followed or case.closed_at else case.next_due_on
    return Row(
        uuid=case.uuid,
        number=case.number,
        reference=case.reference,
        procedure=procedure.title,
        person=people.get(case.subject_id or 0, ""),
        status=_status(procedure, case.shown_status if is_followed else case.status),
        due_on=due_on,
        due=due_words(due_on, on),
        urgency=urgency(due_on, on, due_soon(for_actor=actor)),
        assigned="" if is_followed else colleagues.get(case.assigned_to_id or 0, ""),
        closed=case.closed_at is not None,
        opened_on=case.opened_on,
    )


def _status(procedure: Procedure, status: str) -> Text:
    return procedure.statuses[status].title


def urgency(due_on: date | None, on: date, near: timedelta = USUAL) -> Urgency:
    """How near a due day is on a day; the due day itself is not late."""
    if due_on is None:
        return Urgency.NONE
    if due_on < on:
        return Urgency.OVERDUE
    return Urgency.SOON if due_on - on <= near else Urgency.LATER


def due_words(due_on: date | None, on: date) -> str:
    """The distance to a due day as a reader says it; empty when nothing is due."""
    if due_on is None:
        return ""
    days = (due_on - on).days
    if days == 0:
        return gettext("due today")
    if days > 0:
        return ngettext("in %(days)d day", "in %(days)d days", days) % {"days": days}
    return ngettext("%(days)d day late", "%(days)d days late", -days) % {"days": -days}
