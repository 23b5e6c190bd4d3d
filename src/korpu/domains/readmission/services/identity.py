"""Linking an application to the person it is about: search first, then choose or register."""

from datetime import datetime

from django.db import transaction

from korpu.domains.readmission import sentences
from korpu.domains.readmission.models import Application, IdentityConfirmation
from korpu.domains.readmission.permissions import CHECK_IDENTITY
from korpu.domains.readmission.selectors.statements import current_statement
from korpu.domains.readmission.services.arrivals import tell_of_late_link
from korpu.domains.readmission.sheets import sheet_of
from korpu.domains.readmission.statement import Statement
from korpu.foundations.accounts.api import Actor
from korpu.foundations.casework.api import Case, add_party
from korpu.foundations.persons.api import (
    Candidate,
    Fact,
    FactKind,
    PersonQuery,
    SearchResult,
    Source,
    SourceKind,
    create_person,
    end_involvement,
    involve,
    search_persons,
)
from korpu.foundations.persons.models import Person, SearchReceipt
from korpu.kernel.errors import NotPossibleNow

SUBJECT = "subject"
NATIONALITY = "AZE"
STATED_FACTS = (
    FactKind.SURNAME,
    FactKind.GIVEN_NAMES,
    FactKind.PATRONYMIC,
    FactKind.SEX,
    FactKind.BIRTH_DATE,
    FactKind.BIRTH_PLACE,
    FactKind.BIRTH_COUNTRY,
)
"""Particulars that become facts of a newly registered person, as the application states them."""


def search_for_subject(*, case: Case, actor: Actor, at: datetime) -> SearchResult:
    """Search for the person the application describes; leaves the receipt that registering needs.

    Raises:
        NotPermitted: the actor may not check identities in this case.
    """
    actor.check(CHECK_IDENTITY, compartment_id=case.compartment_id)
    statement = current_statement(Application.objects.get(case=case))
    query = PersonQuery(
        name=f"{statement.surname} {statement.given_names} {statement.patronymic}".strip(),
        birth_year=int(statement.birth_date[:4]),
    )
    return search_persons(query=query, actor=actor, at=at)


def link_person(*, case: Case, person: Candidate | Person, actor: Actor, at: datetime) -> None:
    """Say that the application is about this person; linking another one later replaces it.

    Raises:
        NotPermitted: the actor may not check identities in this case.
        NotPossibleNow: the case is closed, or the identity has been confirmed already.
    """
    actor.check(CHECK_IDENTITY, compartment_id=case.compartment_id)
    with transaction.atomic():
        locked = Case.objects.select_for_update(of=("self",)).get(pk=case.pk)
        _refuse_when_settled(locked)
        if locked.subject is not None and locked.subject_id != person.id:
            end_involvement(person=locked.subject, case_uuid=locked.uuid, part=SUBJECT)
        involve(
            person=person, case_uuid=locked.uuid, compartment=locked.compartment_id, part=SUBJECT
        )
        found = Person.objects.get(pk=person.id)
        add_party(case=locked, person=found, part=SUBJECT, actor=actor, at=at)
        tell_of_late_link(case=locked, person=found, actor=actor, at=at)


def register_subject(*, case: Case, searched: SearchReceipt, actor: Actor, at: datetime) -> Person:
    """Register the person as the application states them, after a search that did not show them.

    Raises:
        NotPermitted: the actor may not check identities or register persons here.
        NotPossibleNow: no fresh search for this person, or the case is settled.
        InvalidInput: a stated particular cannot become a fact.
    """
    actor.check(CHECK_IDENTITY, compartment_id=case.compartment_id)
    application = Application.objects.get(case=case)
    with transaction.atomic():
        person = create_person(
            facts=_facts(current_statement(application)),
            source=Source(SourceKind.APPLICATION, case.number),
            compartment=case.compartment_id,
            searched=searched,
            actor=actor,
            at=at,
        )
        link_person(case=case, person=person, actor=actor, at=at)
    return person


def _facts(statement: Statement) -> list[Fact]:
    stated = [Fact(kind, getattr(statement, kind.value)) for kind in STATED_FACTS]
    nationality = _nationality(statement)
    named = [Fact(FactKind.NATIONALITY, nationality)] if nationality else []
    return [*(fact for fact in stated if fact.value), *named]


def _nationality(statement: Statement) -> str:
    """Of an own national, this country's; of others, as stated, empty for a stateless person."""
    if not sheet_of(statement.track).asks("nationality"):
        return NATIONALITY
    return str(statement.says("nationality") or "")


def _refuse_when_settled(case: Case) -> None:
    if case.closed_at is not None:
        raise NotPossibleNow(sentences.CASE_IS_CLOSED, sentences.CASE_IS_CLOSED_DETAIL)
    if IdentityConfirmation.objects.filter(case=case).exists():
        raise NotPossibleNow(sentences.IDENTITY_CONFIRMED)
