"""Receiving an application: the opening act of a case."""

from datetime import date, datetime
from typing import TypedDict, cast
from uuid import UUID

from django.db import IntegrityError, transaction

from korpu.domains.readmission import sentences
from korpu.domains.readmission.codes import code_checker
from korpu.domains.readmission.contents import kept, stated_facts
from korpu.domains.readmission.enums import Track
from korpu.domains.readmission.models import (
    Application,
    FamilyMember,
    Particulars,
    SpecialNeeds,
)
from korpu.domains.readmission.offices import receiving_compartment
from korpu.domains.readmission.permissions import ENTER_APPLICATION, SUBMIT_APPLICATION
from korpu.domains.readmission.procedures import OPENING, PROCEDURES, SUBMIT
from korpu.domains.readmission.rules import reference_key, statement_faults
from korpu.domains.readmission.services.evidence import EvidenceFiles, write_evidence
from korpu.domains.readmission.services.records import owned
from korpu.domains.readmission.sheets import find_sheet
from korpu.domains.readmission.statement import NEEDS_FIELDS, STATED_FIELDS, Statement
from korpu.engines.procedure.api import FactValue
from korpu.foundations.accounts.api import Actor
from korpu.foundations.accounts.models import Compartment
from korpu.foundations.casework.api import ActDone, open_case
from korpu.kernel.errors import Conflict, InvalidInput

NEEDS = ("needs_basis", *NEEDS_FIELDS)
COLUMNS = tuple(name for name in STATED_FIELDS if name not in NEEDS)
UNIQUE_REFERENCE = "readmission_reference_once_per_authority"


class Submission(TypedDict):
    """What the opening act hands to its effect."""

    statement: Statement
    authority: Compartment
    files: EvidenceFiles
    on_paper: bool


def submit_application(
    *,
    statement: Statement,
    authority: Compartment,
    actor: Actor,
    at: datetime,
    received_on: date,
    files: EvidenceFiles = (),
    on_paper: bool = False,
    client_key: UUID | None = None,
) -> Application:
    """Open a case with the application a requesting authority makes.

    Args:
        statement: what the authority states.
        authority: the requesting authority's compartment; it may follow the case.
        actor: the liaison, or the officer for an application on paper.
        at: the moment of entry.
        received_on: the day the reply limit is counted from; never in the future.
        files: the copies that came with the evidence list, in its order; ``None`` for no copy.
        on_paper: an officer enters it for the authority.
        client_key: of the submitted form; the same form opens one case only.

    Raises:
        InvalidInput: ``fields`` names each fault.
        Conflict: the authority used this reference before; ``facts["case"]`` is the first case's
            identifier, ``None`` when the actor may not see it.
        NotPermitted: the actor may not send for this authority, or not enter paper.
        NotPossibleNow: as ``casework.open_case``.
    """
    receiving = receiving_compartment()
    _check_sender(actor, authority, receiving, on_paper=on_paper)
    check_statement(statement, on=received_on)
    with transaction.atomic():
        _refuse_the_same(statement.authority_reference, authority, client_key)
        case = open_case(
            procedure=PROCEDURES[Track(statement.track)],
            compartment=receiving,
            counterpart=authority,
            subject=None,
            act=OPENING.get(Track(statement.track), SUBMIT),
            facts=_stated_facts(statement),
            actor=actor,
            at=at,
            effective_on=received_on,
            reference=statement.authority_reference,
            data=dict(
                Submission(statement=statement, authority=authority, files=files, on_paper=on_paper)
            ),
            client_key=client_key,
        )
    return Application.objects.select_related("case", "requesting_authority").get(case=case)


def _check_sender(
    actor: Actor, authority: Compartment, receiving: Compartment, *, on_paper: bool
) -> None:
    """A liaison sends for the own authority; an officer enters paper of any."""
    if on_paper:
        actor.check(ENTER_APPLICATION, compartment_id=receiving.pk)
    else:
        actor.check(SUBMIT_APPLICATION, compartment_id=authority.pk)


def _stated_facts(statement: Statement) -> dict[str, FactValue]:
    if sheet := find_sheet(statement.track):
        return stated_facts(sheet, statement)
    facts: dict[str, FactValue] = {"valid_travel_document": statement.holds_valid_travel_document}
    if statement.track == Track.ACCELERATED:
        facts["apprehended_on"] = statement.apprehended_on
    return facts


def check_statement(statement: Statement, *, on: date) -> None:
    """Raise ``InvalidInput`` naming every fault of the statement."""
    if faults := statement_faults(statement, on=on, is_code=code_checker(on)):
        raise InvalidInput(sentences.INPUT_REFUSED, sentences.INPUT_REFUSED_DETAIL, fields=faults)


def _refuse_the_same(reference: str, authority: Compartment, client_key: UUID | None) -> None:
    first = (
        Application.objects.filter(
            requesting_authority_id=authority.office.organisation_id,
            reference_key=reference_key(reference),
        )
        .select_related("case")
        .first()
    )
    if first is None:
        return
    if client_key and first.case.acts.filter(seq=1, client_key=client_key).exists():
        return
    raise _same_application(first)


def _same_application(first: Application | None) -> Conflict:
    return Conflict(
        sentences.SAME_APPLICATION,
        sentences.SAME_APPLICATION_DETAIL,
        facts={"case": first.case.uuid if first else None},
    )


def write_application(done: ActDone) -> None:
    """Effect of the opening act: the application and all it lists."""
    submission = cast(Submission, done.data)
    application = _write(submission, done)
    statement = submission["statement"]
    if statement.needs_basis:
        SpecialNeeds.objects.create(
            application=application,
            **{name: getattr(statement, name) for name in NEEDS},
            **owned(done),
        )
    for member in statement.members:
        FamilyMember.objects.create(
            application=application,
            relation=member.relation,
            surname=member.surname,
            given_names=member.given_names,
            sex=member.sex,
            birth_date=member.birth_date,
            **owned(done),
        )
    write_evidence(application, statement.evidence, submission["files"], owned(done))
    _write_particulars(statement, done)


def _write_particulars(statement: Statement, done: ActDone) -> None:
    sheet = find_sheet(statement.track)
    if sheet is not None:
        Particulars.objects.create(
            sheet=sheet.id,
            sheet_version=sheet.version,
            content=kept(sheet, statement),
            **owned(done),
        )


def _write(submission: Submission, done: ActDone) -> Application:
    """The row itself; a twin that came in the same instant is refused by the database."""
    statement = submission["statement"]
    try:
        with transaction.atomic():
            return Application.objects.create(
                requesting_authority_id=submission["authority"].office.organisation_id,
                reference_key=reference_key(statement.authority_reference),
                received_on=done.act.effective_on,
                on_paper=submission["on_paper"],
                **{name: getattr(statement, name) for name in COLUMNS},
                **owned(done),
            )
    except IntegrityError as error:
        if UNIQUE_REFERENCE not in str(error):
            raise
        raise _same_application(None) from error
