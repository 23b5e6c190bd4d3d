"""A file is open through a case, through a grant, or not at all."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.db import DatabaseError, transaction

from korpu.foundations.accounts.api import acting, actor_of
from korpu.foundations.accounts.testing import make_compartment, make_office, make_user
from korpu.foundations.persons.api import (
    Fact,
    FactKind,
    ReadingScope,
    Source,
    SourceKind,
    add_facts,
    documents_of,
    end_reading,
    facts_of,
    get_person,
    grant_reading,
    involve,
    record_document,
)
from korpu.foundations.persons.models import IdentityFact, Involvement, Person
from korpu.foundations.persons.services.facts import record_checked
from korpu.foundations.persons.testing import make_person
from korpu.kernel.errors import NotFound, NotPermitted

pytestmark = pytest.mark.django_db


@pytest.fixture
def person(office, officer, at):
    person = make_person(
        compartment=office,
        case_uuid=uuid4(),
        facts=[
            Fact(FactKind.PHONE, "+994 50 111 22 33"),
            Fact(FactKind.LANGUAGE, "az"),
            Fact(FactKind.PERSONAL_NUMBER, "5ABCD12"),
            Fact(FactKind.MOTHER_NAME, "Leyla"),
        ],
    )
    with acting(officer):
        record_document(
            person=person,
            kind="passport",
            issuer="AZE",
            number="C01234567",
            issued_on=None,
            valid_until=None,
            actor=officer,
            at=at,
        )
    return person


@pytest.fixture
def mentor_user(db):
    return make_user(role="mentor", office=make_office("ngo", kind="ngo"))


def open_to(reader, person, office, officer, at, *, scope, days=(0, 30)):
    today = at.date()
    with acting(officer):
        return grant_reading(
            person=person,
            reader=reader,
            granted_in=office,
            scope=scope,
            valid_from=today + timedelta(days[0]),
            valid_until=today + timedelta(days[1]),
            actor=officer,
            at=at,
        )


def test_a_mentor_with_the_basic_scope_sees_names_contact_and_language_only(
    person, office, officer, mentor_user, at
):
    open_to(mentor_user, person, office, officer, at, scope=ReadingScope.BASIC)
    mentor = actor_of(mentor_user)
    with acting(mentor):
        found = get_person(uuid=person.uuid, for_actor=mentor, purpose="visit")
        assert set(facts_of(found).values_list("kind", flat=True)) == {
            "surname",
            "given_names",
            "phone",
            "language",
        }
        assert not documents_of(found).exists()
        assert not Involvement.objects.exists()
        more = {
            "person": found,
            "facts": [Fact(FactKind.PHONE, "+994 50 000 00 00")],
            "source": Source(SourceKind.STATEMENT),
            "actor": mentor,
            "at": at,
        }
        with pytest.raises(NotPermitted):
            add_facts(**more)
        with pytest.raises(DatabaseError), transaction.atomic():
            record_checked(**more)


def test_the_full_scope_opens_documents_to_a_whole_compartment(
    person, office, officer, elsewhere, stranger, at
):
    open_to(elsewhere, person, office, officer, at, scope=ReadingScope.FULL)
    with acting(stranger):
        found = get_person(uuid=person.uuid, for_actor=stranger, purpose="transfer")
        assert documents_of(found).count() == 1
        assert facts_of(found).count() == 9


@pytest.mark.parametrize("days", [(-9, -1), (1, 9)])
def test_a_grant_opens_nothing_outside_its_days(person, office, officer, mentor_user, at, days):
    open_to(mentor_user, person, office, officer, at, scope=ReadingScope.FULL, days=days)
    mentor = actor_of(mentor_user)
    with acting(mentor), pytest.raises(NotFound):
        get_person(uuid=person.uuid, for_actor=mentor, purpose="visit")


def test_an_ended_grant_opens_nothing(person, office, officer, mentor_user, at):
    grant = open_to(mentor_user, person, office, officer, at, scope=ReadingScope.FULL)
    with acting(officer):
        end_reading(grant=grant, at=at)
    with acting(actor_of(mentor_user)):
        assert not Person.objects.exists()


def test_an_office_that_does_not_know_the_person_opens_the_file_to_nobody(
    person, elsewhere, stranger, at
):
    with acting(stranger), pytest.raises(DatabaseError), transaction.atomic():
        grant_reading(
            person=person,
            reader=elsewhere,
            granted_in=elsewhere,
            scope=ReadingScope.FULL,
            valid_from=at.date(),
            valid_until=at.date(),
            actor=stranger,
            at=at,
        )


def test_a_case_of_another_office_opens_the_file_there(person, elsewhere, stranger, at):
    with acting(stranger):
        assert not Person.objects.exists()
        involve(person=person, case_uuid=uuid4(), compartment=elsewhere, part="subject")
        assert Person.objects.get() == person
        assert facts_of(person).count() == 9


def test_a_confidential_fact_is_read_in_its_compartment_only_and_never_projected(
    person, office, officer, at
):
    protection = make_compartment("protection")
    protector = actor_of(make_user(role="protection_officer"))
    with acting(protector):
        involve(person=person, case_uuid=uuid4(), compartment=protection, part="subject")
        add_facts(
            person=person,
            facts=[Fact(FactKind.SURNAME, "Gizli"), Fact(FactKind.ADDRESS, "shelter")],
            source=Source(SourceKind.REGISTER, confidential_to=protection.pk),
            actor=protector,
            at=at,
        )
        assert IdentityFact.objects.filter(value="shelter").exists()
    with acting(officer):
        assert not IdentityFact.objects.filter(value__in=["Gizli", "shelter"]).exists()
        person.refresh_from_db()
        assert person.surname == "Əliyev"


def test_a_reading_is_noted_with_its_purpose(person, officer, as_owner):
    from django.db import connection

    with acting(officer):
        get_person(uuid=person.uuid, for_actor=officer, purpose="identity check")
    with as_owner(), connection.cursor() as cursor:
        cursor.execute(
            "select body::jsonb ->> 'purpose' from audit_event where kind = 'reading'"
            " and object_type = 'persons.person' and object_uuid = %s",
            [person.uuid],
        )
        assert cursor.fetchall() == [("identity check",)]
