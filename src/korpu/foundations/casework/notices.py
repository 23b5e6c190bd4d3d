"""What people are told of cases: numbers of cases and titles of deadlines, never of a person."""

from collections.abc import Iterable
from datetime import date, datetime

from django.db import connection
from django.urls import reverse
from django.utils import timezone

from korpu.engines.procedure.api import DeadlineState
from korpu.foundations.accounts.api import Actor, roles
from korpu.foundations.accounts.models import RoleGrant
from korpu.foundations.casework import wording, wording_deviations
from korpu.foundations.casework.engine import procedure_of
from korpu.foundations.casework.models import (
    Act,
    Case,
    Deadline,
    Deviation,
    Enquiry,
    Letter,
    Task,
)
from korpu.foundations.notifications.api import NotificationKind, Telling, notify, register_kind
from korpu.kernel.texts import Text

ASSIGNED = "casework.assigned"
TASK = "casework.task_given"
DUE_SOON = "casework.due_soon"
BREACHED = "casework.breached"
ESCALATED = "casework.escalated"
ANSWERED = "casework.counterpart_acted"
RETURNED = "casework.letter_returned"
DEVIATION = "casework.deviation"


def register_kinds() -> None:
    """Called once, when the room starts."""
    for identifier, (title, usual) in wording.TOLD.items():
        register_kind(NotificationKind(identifier, title, Telling(usual)))


def tell_assigned(*, case: Case, user_id: int, actor: Actor, at: datetime) -> None:
    """Somebody is given a case."""
    sentence = wording.TOLD_ASSIGNED.format(number=case.number)
    _tell(case, ASSIGNED, at.isoformat(), [user_id], sentence, actor, at)


def tell_task(*, task: Task, actor: Actor, at: datetime) -> None:
    """Somebody is given a task."""
    sentence = wording.TOLD_TASK.format(number=task.case.number)
    _tell(task.case, TASK, str(task.pk), [task.user_id], sentence, actor, at, tab="work")


def tell_answered(*, case: Case, act: Act, actor: Actor, at: datetime) -> None:
    """The other side acted in a case."""
    title = procedure_of(case).act(act.act).title
    sentence = wording.TOLD_ANSWERED.format(number=case.number, act=title)
    _tell(case, ANSWERED, str(act.seq), [case.assigned_to_id], sentence, actor, at)


def tell_returned(*, letter: Letter, actor: Actor, at: datetime) -> None:
    """A letter came back undelivered."""
    case = letter.case
    people = [case.assigned_to_id, letter.issued_by_id]
    sentence = wording.TOLD_RETURNED.format(number=case.number, letter=letter.number)
    _tell(case, RETURNED, str(letter.pk), people, sentence, actor, at, tab="papers")


def tell_due_soon(*, deadline: Deadline, actor: Actor, at: datetime) -> int:
    """A deadline comes near; told once per date it has."""
    case = deadline.case
    key = f"{deadline.deadline}:{deadline.due_on}"
    sentence = wording.TOLD_DUE_SOON.format(
        number=case.number, deadline=deadline.title_text, date=f"{deadline.due_on:%d.%m.%Y}"
    )
    return _tell(case, DUE_SOON, key, [case.assigned_to_id], sentence, actor, at)


def tell_missed(*, case: Case, missed: DeadlineState, actor: Actor, at: datetime) -> None:
    """A deadline was missed: the officer, or the owners where there is none; and who it goes up to.

    Each is told once for each date the deadline had.
    """
    key = f"{missed.id}:{missed.due_on or missed.breached_on}"
    owner = procedure_of(case).statuses[case.status].owner
    concerned = (
        [case.assigned_to_id]
        if case.assigned_to_id
        else _holders(case, owner, timezone.localdate(at))
    )
    told = wording.TOLD_BREACHED.format(number=case.number, deadline=missed.title)
    _tell(case, BREACHED, key, concerned, told, actor, at)
    if missed.escalates_to:
        told = wording.TOLD_ESCALATED.format(number=case.number, deadline=missed.title)
        above = _holders(case, missed.escalates_to, timezone.localdate(at))
        _tell(case, ESCALATED, key, above, told, actor, at)


def _tell(
    case: Case,
    kind: str,
    key: str,
    people: Iterable[int | None],
    sentence: Text,
    actor: Actor,
    at: datetime,
    *,
    tab: str = "case",
) -> int:
    return notify(
        kind=kind,
        key=f"case:{case.pk}:{key}",
        user_ids=people,
        title=sentence,
        href=reverse(f"casework:{tab}", kwargs={"uuid": case.uuid}),
        actor=actor,
        at=at,
    )


def _holders(case: Case, role: str | None, on: date) -> list[int]:
    """Who holds a role in the office of the case; complete for the service's own hand only."""
    if role is None:
        return []
    grants = RoleGrant.objects.filter(
        role=role, compartment_id=case.compartment_id, ended_at=None, valid_from__lte=on
    )
    return [
        grant.user_id for grant in grants if grant.valid_until is None or grant.valid_until >= on
    ]


def tell_enquiry_answered(*, enquiry: Enquiry, actor: Actor, at: datetime) -> None:
    """The body that was asked has answered."""
    _tell_enquiry(enquiry, "casework.enquiry_answered", _askers(enquiry), actor, at)


def tell_enquiry_late(*, enquiry: Enquiry, actor: Actor, at: datetime) -> None:
    """The body that was asked let its term pass; told once."""
    _tell_enquiry(enquiry, "casework.enquiry_late", _askers(enquiry), actor, at)


def escalate_enquiry(*, enquiry: Enquiry, actor: Actor, at: datetime) -> None:
    """The question is brought to the heads of the office; once."""
    heads = [role.id for role in roles().values() if "casework.board.read" in role.permissions]
    people = [
        user for role in heads for user in _holders(enquiry.case, role, timezone.localdate(at))
    ]
    _tell_enquiry(enquiry, "casework.enquiry_escalated", people, actor, at)


def _askers(enquiry: Enquiry) -> list[int | None]:
    return [enquiry.asked_by_id, enquiry.case.assigned_to_id]


def _tell_enquiry(
    enquiry: Enquiry, kind: str, people: Iterable[int | None], actor: Actor, at: datetime
) -> None:
    answered = kind == "casework.enquiry_answered"
    told = wording.TOLD_ENQUIRY_ANSWERED if answered else wording.TOLD_ENQUIRY_LATE
    sentence = told.format(number=enquiry.case.number)
    _tell(enquiry.case, kind, str(enquiry.pk), people, sentence, actor, at, tab="work")


def tell_deviation_asked(*, deviation: Deviation, actor: Actor, at: datetime) -> None:
    """Those who may allow a deviation in the office of the case are told that one is asked for."""
    heads = [role.id for role in roles().values() if "casework.deviation.allow" in role.permissions]
    told = wording_deviations.TOLD_ASKED.format(number=deviation.case.number)
    people = holders_in_office(deviation.case, heads)
    _tell(deviation.case, DEVIATION, str(deviation.pk), people, told, actor, at, tab="deviations")


def tell_deviation_decided(*, deviation: Deviation, actor: Actor, at: datetime) -> None:
    """Whoever asked for a deviation is told that it is decided."""
    told = wording_deviations.TOLD_DECIDED.format(number=deviation.case.number)
    people, key = [deviation.asked_by_id], f"{deviation.pk}:decided"
    _tell(deviation.case, DEVIATION, key, people, told, actor, at, tab="deviations")


def holders_in_office(case: Case, held: Iterable[str]) -> list[int]:
    """Who holds one of the roles in the office of a case the actor may see."""
    with connection.cursor() as cursor:
        cursor.execute("select korpu_case_holders(%s, %s)", [case.pk, list(held)])
        return [row[0] for row in cursor.fetchall()]
