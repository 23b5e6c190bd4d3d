"""Readmission as Germany and the service see it: two cases, a draft, a key for a machine."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Any

from django.utils import timezone

from korpu.domains.readmission import testing as readmission
from korpu.domains.readmission.enums import StatementReader
from korpu.domains.readmission.models import (
    ApiToken,
    Application,
    Draft,
    DraftEvidence,
    EvidenceItem,
    ExchangeAlert,
    ExchangeStatement,
)
from korpu.domains.readmission.services.drafts import add_draft_evidence, save_step, start_draft
from korpu.domains.readmission.services.evidence import add_evidence, stored
from korpu.domains.readmission.services.statements import release_statement
from korpu.domains.readmission.services.tokens import create_token
from korpu.domains.readmission.statement import EvidenceStatement, MemberStatement, Statement
from korpu.foundations.accounts.api import acting
from korpu.foundations.accounts.models import Compartment
from korpu.foundations.casework.api import (
    Attachment,
    Audience,
    Case,
    Letter,
    Note,
    Task,
    add_note,
    add_party,
    add_task,
    attach_uploads,
    get_case,
    issue_letter,
)
from korpu.foundations.persons.api import record_protection_hold
from korpu.foundations.persons.models import HeldDocument, IdentityFact, Person, ProtectionHold
from korpu.foundations.persons.services.documents import record_document
from korpu.foundations.persons.services.merging import merge_persons
from korpu.foundations.persons.testing import make_person
from korpu.kernel.texts import Text
from tests.architecture.access import markers
from tests.architecture.access.papers import pdf
from tests.cast import Cast, office


@dataclass(frozen=True)
class Returns:
    """What readmission works with.

    Attributes:
        case: agreed, its transfer announced, open to the border; with evidence, papers, notes.
        second_case: just received; its subject is protected.
        twin: a record of the subject's name that may be merged with it.
    """

    case: Case
    second_case: Case
    application: Application
    evidence: EvidenceItem
    attachment: Attachment
    sent_letter: Letter
    unsent_letter: Letter
    statement: ExchangeStatement
    alert: ExchangeAlert
    task: Task
    subject: Person
    twin: Person
    fact: IdentityFact
    document: HeldDocument
    protected: Person
    hold: ProtectionHold
    merge: Any
    draft: Draft
    draft_evidence: DraftEvidence
    token: ApiToken


def returns_of_germany(cast: Cast) -> Returns:
    """Everything through the services, by the people whose work it is."""
    house = _house(cast)
    application = readmission.an_application(house, _statement())
    evidence = _evidence(house, application)
    _walk(house, application.case)
    with acting(house.officer):
        case = Case.objects.get(pk=application.case_id)
        letters = list(Letter.objects.filter(case=case).order_by("pk"))
        subject = case.subject
    assert subject is not None
    protected, hold, second_case = _protected(house)
    draft, draft_evidence = _draft(house)
    return Returns(
        case=case,
        second_case=second_case,
        application=application,
        evidence=evidence,
        attachment=_papers(house, case),
        sent_letter=letters[0],
        unsent_letter=_unsent(house, case),
        statement=_statement_of(house, case),
        alert=_alert(house),
        task=_notes_and_task(house, case),
        subject=subject,
        protected=protected,
        hold=hold,
        draft=draft,
        draft_evidence=draft_evidence,
        token=_token(house),
        **_file_of(house, subject),
    )


def _house(cast: Cast) -> readmission.House:
    def place(code: str) -> Compartment:
        return Compartment.objects.select_related("office__organisation").get(
            office=office(code), business="readmission"
        )

    return readmission.House(
        officer=cast.actor("readmission_officer"),
        supervisor=cast.actor("readmission_supervisor"),
        liaison=cast.actor("liaison"),
        other_liaison=cast.actor("other_liaison"),
        border=cast.actor("border_officer"),
        protection=cast.actor("protection_officer"),
        administrator=cast.actor("administrator"),
        receiving=place("sms-readmission"),
        authority=place("de-return"),
        other_authority=place("nl-return"),
    )


def _statement() -> Statement:
    return readmission.a_statement(
        authority_reference=markers.REFERENCE.text,
        surname=markers.APPLICANT.text,
        needs_basis="consent",
        health_needs=markers.HEALTH.text,
        remarks=markers.REMARKS.text,
    )


def _evidence(house: readmission.House, application: Application) -> EvidenceItem:
    at = timezone.now()
    with acting(house.liaison) as liaison:
        copy = stored(pdf(markers.EVIDENCE, markers.EVIDENCE_BODY), actor=liaison, at=at)
        return add_evidence(
            application=application,
            evidence=EvidenceStatement("passport", copy_enclosed=True),
            file=copy,
            actor=liaison,
            at=at,
        )


def _walk(house: readmission.House, case: Case) -> None:
    """To the announced transfer, with the words planted on the way."""
    at = timezone.now()
    act: Callable[..., Any] = readmission.act
    act(case, "begin_examination", house.officer)
    readmission.link_new_person(house, case)
    act(
        case, "confirm_identity", house.officer, ground="register", finding=markers.FINDING.text
    )  # fmt: skip
    act(case, "agree", house.officer)
    readmission.send_letters(house, case)
    document = readmission.a_travel_document(at)
    act(case, "issue_travel_document", house.officer, **document)
    notice = replace(readmission.a_notice(at), escort_names=markers.ESCORT.text)
    facts = {"transfer_on": notice.transfer_on, "crossing_point": notice.crossing_point}
    act(case, "announce_transfer", house.liaison, facts=facts, notice=notice)


def _unsent(house: readmission.House, case: Case) -> Letter:
    with acting(house.officer) as officer:
        return issue_letter(
            case=case,
            template="notice",
            language="en",
            data={"blocks": ["Not yet."]},
            actor=officer,
            at=timezone.now(),
        )


def _statement_of(house: readmission.House, case: Case) -> ExchangeStatement:
    with acting(house.officer) as officer:
        return release_statement(
            case=get_case(uuid=case.uuid, for_actor=officer),
            language="ru",
            given_to=StatementReader.PERSON,
            actor=officer,
            at=timezone.now(),
        )


def _alert(house: readmission.House) -> ExchangeAlert:
    """Something left of a third case before its person asked for protection."""
    at = timezone.now()
    case = readmission.an_application(house).case
    readmission.bring_to(house, case, "agreed")
    readmission.send_letters(house, case)
    readmission.lodge_a_claim(house, case, at)
    with acting(house.protection):
        return ExchangeAlert.objects.get()


def _papers(house: readmission.House, case: Case) -> Attachment:
    with acting(house.officer) as officer:
        (attachment,) = attach_uploads(
            case=case,
            uploads=[pdf(markers.ATTACHMENT, markers.ATTACHMENT_BODY)],
            title=markers.ATTACHMENT.text,
            actor=officer,
            at=timezone.now(),
        )
        return attachment


def _notes_and_task(house: readmission.House, case: Case) -> Task:
    at, title = timezone.now(), markers.TASK.text
    with acting(house.officer) as officer:
        add_note(case=case, text=markers.OFFICE_NOTE.text, actor=officer, at=at)
        shared: Note = add_note(
            case=case,
            text=markers.SHARED_NOTE.text,
            audience=Audience.SHARED,
            actor=officer,
            at=at,
        )
        assert shared.audience == Audience.SHARED
        return add_task(
            case=case,
            title=Text(title, title, title),
            user=officer.user,
            actor=officer,
            at=at,
        )


def _file_of(house: readmission.House, subject: Person) -> dict[str, Any]:
    """The subject's file: a fact, a document, a record merged into it, one that may be."""
    at, surname = timezone.now(), markers.APPLICANT.text
    absorbed, twin = (make_person(surname, name, compartment=house.receiving) for name in "AB")
    with acting(house.supervisor) as supervisor:
        merge = merge_persons(
            kept=subject, absorbed=absorbed, reason="Same", actor=supervisor, at=at
        )
        document = record_document(
            person=subject,
            kind="passport",
            issuer="AZE",
            number=markers.DOCUMENT.text,
            issued_on=None,
            valid_until=None,
            actor=supervisor,
            at=at,
        )
        fact = IdentityFact.objects.filter(person=subject, kind="surname").first()
    return {"twin": twin, "merge": merge, "document": document, "fact": fact}


def _protected(house: readmission.House) -> tuple[Person, ProtectionHold, Case]:
    """Somebody the protection office knows, who stands in a case Germany opened."""
    at = timezone.now()
    statement = replace(
        readmission.a_statement(authority_reference=markers.PROTECTED_REFERENCE.text),
        surname=markers.PROTECTED.text,
        members=(MemberStatement("spouse", markers.PROTECTED.text, "Lalə", "1991"),),
    )
    case = readmission.an_application(house, statement).case
    protection = house.protection.held[0].compartment_id
    person = make_person(
        markers.PROTECTED.text,
        "Lalə",
        compartment=Compartment.objects.get(pk=protection),
    )
    with acting(house.protection) as officer:
        hold = record_protection_hold(
            person=person,
            kind="wish_expressed",
            source=markers.HOLD.text,
            compartment=protection,
            valid_from=timezone.localdate(at) - timedelta(days=1),
            actor=officer,
            at=at,
        )
    with acting(house.officer) as officer:
        add_party(case=case, person=person, part="subject", actor=officer, at=at)
    return person, hold, case


def _draft(house: readmission.House) -> tuple[Draft, DraftEvidence]:
    at = timezone.now()
    with acting(house.liaison) as liaison:
        draft = start_draft(compartment=house.authority, on_paper=False, actor=liaison, at=at)
        typed = {"authority_reference": markers.DRAFT.text}
        draft = save_step(draft=draft, step="header", typed=typed, actor=liaison, at=at)
        evidence = add_draft_evidence(
            draft=draft,
            evidence=EvidenceStatement("passport", copy_enclosed=True),
            upload=pdf(markers.DRAFT_FILE),
            actor=liaison,
            at=at,
        )
        return draft, evidence


def _token(house: readmission.House) -> ApiToken:
    with acting(house.administrator) as administrator:
        return create_token(
            compartment=house.authority,
            title=markers.TOKEN.text,
            expires_on=timezone.localdate() + timedelta(days=30),
            actor=administrator,
            at=timezone.now(),
        ).token
