"""Nobody is registered without a search, and what is registered can be read by its office only."""

from datetime import timedelta

import pytest
from django.db import DatabaseError, transaction

from korpu.foundations.accounts.api import acting
from korpu.foundations.persons.api import (
    Fact,
    FactKind,
    PersonQuery,
    Source,
    SourceKind,
    create_person,
    facts_of,
    get_person,
    search_persons,
)
from korpu.foundations.persons.models import IdentityFact, NameToken, Person, SearchEntry
from korpu.foundations.persons.testing import make_person
from korpu.kernel.errors import Conflict, InvalidInput, NotFound, NotPermitted, NotPossibleNow

pytestmark = pytest.mark.django_db
STATEMENT = Source(SourceKind.STATEMENT)


def name_of(surname, given_names, **others):
    facts = {FactKind.SURNAME: surname, FactKind.GIVEN_NAMES: given_names}
    facts |= {FactKind(kind): value for kind, value in others.items()}
    return [Fact(kind, value) for kind, value in facts.items()]


def search(actor, name, at, **more):
    return search_persons(query=PersonQuery(name=name, **more), actor=actor, at=at)


def test_a_person_searched_for_can_be_registered(office, officer, at):
    with acting(officer):
        receipt = search(officer, "Məmmədov Elçin", at).receipt
        person = create_person(
            facts=name_of("Məmmədov", "Elçin", birth_date="1990-05", nationality="AZE", sex="M"),
            source=STATEMENT,
            compartment=office,
            searched=receipt,
            actor=officer,
            at=at,
        )
        found = get_person(uuid=person.uuid, for_actor=officer, purpose="test")
    assert (found.name, found.birth_date, found.nationality) == ("Məmmədov Elçin", "1990-05", "AZE")


@pytest.mark.parametrize(
    ("searched_name", "minutes", "year"),
    [("Quliyev Elçin", 0, None), ("Məmmədov", 0, None), ("Məmmədov Elçin", 61, None),
     ("Məmmədov Elçin", 0, 1980)],
)  # fmt: skip
def test_a_search_for_somebody_else_or_long_ago_does_not_count(
    office, officer, at, searched_name, minutes, year
):
    with acting(officer):
        receipt = search(officer, searched_name, at, birth_year=year).receipt
        with pytest.raises(NotPossibleNow):
            create_person(
                facts=name_of("Məmmədov", "Elçin", birth_date="1990"),
                source=STATEMENT,
                compartment=office,
                searched=receipt,
                actor=officer,
                at=at + timedelta(minutes=minutes),
            )
        assert not Person.objects.exists()


def test_a_colleagues_search_does_not_count(office, officer, stranger, at):
    with acting(stranger):
        receipt = search(stranger, "Məmmədov Elçin", at).receipt
    with acting(officer), pytest.raises(NotPossibleNow):
        create_person(
            facts=name_of("Məmmədov", "Elçin"),
            source=STATEMENT,
            compartment=office,
            searched=receipt,
            actor=officer,
            at=at,
        )


def test_two_officers_who_searched_in_vain_do_not_register_the_same_person_twice(
    office, officer, supervisor, at
):
    def register(actor, receipt, minutes):
        return create_person(
            facts=name_of("Məmmədov", "Elçin"),
            source=STATEMENT,
            compartment=office,
            searched=receipt,
            actor=actor,
            at=at + timedelta(minutes=minutes),
        )

    with acting(officer):
        first = search(officer, "Məmmədov Elçin", at).receipt
    with acting(supervisor):
        second = search(supervisor, "MAMMADOV ELCHIN", at).receipt
        register(supervisor, second, 1)
    with acting(officer):
        with pytest.raises(Conflict):
            register(officer, first, 2)
        again = search(officer, "Məmmədov Elçin", at + timedelta(minutes=3)).receipt
        assert register(officer, again, 4), "another person of the same name"


def test_nobody_registers_in_another_office(elsewhere, officer, at):
    with acting(officer):
        receipt = search(officer, "Məmmədov Elçin", at).receipt
        with pytest.raises(NotPermitted):
            create_person(
                facts=name_of("Məmmədov", "Elçin"),
                source=STATEMENT,
                compartment=elsewhere,
                searched=receipt,
                actor=officer,
                at=at,
            )


def test_a_person_without_a_name_is_refused_at_the_field(office, officer, at):
    with acting(officer):
        receipt = search(officer, "Məmmədov", at).receipt
        with pytest.raises(InvalidInput) as refused:
            create_person(
                facts=[Fact(FactKind.BIRTH_DATE, "1990")],
                source=STATEMENT,
                compartment=office,
                searched=receipt,
                actor=officer,
                at=at,
            )
    assert "surname" in refused.value.fields


def test_another_office_cannot_open_the_file(office, officer, stranger):
    person = make_person(compartment=office)
    with acting(officer):
        assert facts_of(person).count() == 5
    with acting(stranger):
        with pytest.raises(NotFound):
            get_person(uuid=person.uuid, for_actor=stranger, purpose="test")
        assert not Person.objects.exists()
        assert not IdentityFact.objects.exists()


def test_nobody_reads_the_search_index_itself(office, officer):
    make_person(compartment=office)
    with acting(officer):
        assert not NameToken.objects.exists()
        assert not SearchEntry.objects.exists()
        with pytest.raises(DatabaseError), transaction.atomic():
            NameToken.objects.create(key="x", skeleton="x")
