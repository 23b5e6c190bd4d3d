"""Opening a case and giving it its number."""

from collections.abc import Mapping
from datetime import date, datetime
from uuid import UUID

from django.db import connection, transaction

from korpu.engines.procedure.api import FactValue
from korpu.foundations.accounts.api import Actor
from korpu.foundations.accounts.models import Compartment
from korpu.foundations.casework import sentences
from korpu.foundations.casework.engine import hold_law
from korpu.foundations.casework.models import Case
from korpu.foundations.casework.registry import CaseType, case_type
from korpu.foundations.casework.services.log import Submission, record
from korpu.foundations.casework.services.numbers import next_number
from korpu.foundations.casework.services.people import add_party
from korpu.foundations.persons.models import Person
from korpu.kernel.errors import InvalidInput


def open_case(  # noqa: PLR0913  one argument each for what the law wants recorded
    *,
    procedure: str,
    compartment: Compartment,
    counterpart: Compartment | None,
    subject: Person | None,
    act: str,
    facts: Mapping[str, FactValue],
    actor: Actor,
    at: datetime,
    effective_on: date,
    reference: str = "",
    note: str = "",
    data: Mapping[str, object] | None = None,
    client_key: UUID | None = None,
) -> Case:
    """Open a case under the version of ``procedure`` in force on ``effective_on``.

    Args:
        procedure: identifier of the declaration.
        compartment: whose case it becomes; its business must be the case type's.
        counterpart: the other side, which may follow the case; None: nobody.
        subject: the person it is about; None until identified.
        act: the opening act.
        facts: what the opening act states; kept in the log.
        actor: whose transaction it is.
        at: the moment of recording.
        effective_on: the day from which it counts; it chooses version and year of the number.
        reference: the other side's own number.
        note: remark.
        data: what the act's effect writes in the domain; not kept in the log.
        client_key: of the submitted form; the same form opens one case only.

    Raises:
        NotFound: nobody runs such cases.
        InvalidInput: the office does not do this business, or the date is wrong.
        NotPermitted, NotPossibleNow: as ``perform_act``.
    """
    kind = case_type(procedure)
    _check_business(kind, compartment)
    with transaction.atomic():
        opened = _opened_by(client_key)
        if opened is not None:
            return opened
        case = _new_case(kind, compartment, counterpart, reference, at, effective_on)
        if subject is not None:
            add_party(case=case, person=subject, part="subject", actor=actor, at=at)
        new = Submission(act, effective_on, facts, note, data or {}, client_key)
        record(case, [], new, actor=actor, at=at)
    return case


def _check_business(kind: CaseType, compartment: Compartment) -> None:
    if compartment.business != kind.business:
        raise InvalidInput(
            sentences.INPUT_REFUSED, fields={"compartment": sentences.NOT_AN_OFFICE_OF_THIS_WORK}
        )


def _opened_by(client_key: UUID | None) -> Case | None:
    """The case this form opened before; of two sent at once the second waits for the first."""
    if client_key is None:
        return None
    with connection.cursor() as cursor:
        cursor.execute("select pg_advisory_xact_lock(hashtextextended(%s, 0))", [str(client_key)])
    return Case.objects.filter(acts__client_key=client_key, acts__seq=1).first()


def _new_case(
    kind: CaseType,
    compartment: Compartment,
    counterpart: Compartment | None,
    reference: str,
    at: datetime,
    effective_on: date,
) -> Case:
    declared = hold_law().procedure(kind.procedure, on=effective_on)
    return Case.objects.create(
        number=next_number(kind.number_prefix, effective_on.year),
        reference=reference,
        procedure=kind.procedure,
        procedure_version=declared.version,
        compartment=compartment,
        counterpart=counterpart,
        opened_on=effective_on,
        opened_at=at,
        projected_on=effective_on,
    )
