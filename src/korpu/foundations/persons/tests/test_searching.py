"""Whoever a person is and however the name is written, they are found, and little is said."""

from uuid import uuid4

import pytest
from django.db import connection

from korpu.foundations.accounts.api import acting, system_actor
from korpu.foundations.accounts.testing import make_actor, make_compartment, make_office
from korpu.foundations.persons.api import (
    Fact,
    FactKind,
    PersonQuery,
    find_candidates,
    get_candidate,
    get_person,
    involve,
    record_document,
    search_persons,
)
from korpu.foundations.persons.testing import make_person
from korpu.kernel.errors import InvalidInput, NotFound, NotPermitted

pytestmark = pytest.mark.django_db


def names(actor, name="", **more):
    with acting(actor):
        query = PersonQuery(name=name, **more)
        return [found.name for found in find_candidates(query=query, for_actor=actor)]


@pytest.fixture
def people(office):
    for surname, given_names in (
        ("Məmmədov", "Elçin"),
        ("Məmmədova", "Elçinə"),
        ("Quliyev", "Vüqar"),
        ("Hüseynzadə-Əliyeva", "Günay"),
        ("Xəlilov", "Yaşar"),
        ("Kərimov", "Sabir"),
    ):
        make_person(surname, given_names, compartment=office)


@pytest.mark.parametrize(
    ("asked", "first"),
    [
        ("Məmmədov Elçin", "Məmmədov Elçin"),
        ("ELCHIN MAMMADOV", "Məmmədov Elçin"),
        ("Мамедов Эльчин", "Məmmədov Elçin"),
        ("Мәммәдов Елчин", "Məmmədov Elçin"),
        ("Mamedov Elcin", "Məmmədov Elçin"),
        ("Mammdov Elchin", "Məmmədov Elçin"),
        ("Mammaodv Elchin", "Məmmədov Elçin"),
        ("Mammadov Elchin Rza oğlu", "Məmmədov Elçin"),
        ("Кулиев Вугар", "Quliyev Vüqar"),
        ("Halilov Yaşar", "Xəlilov Yaşar"),
        ("کریم‌اف صابر", "Kərimov Sabir"),
        ("Aliyeva Gunay", "Hüseynzadə-Əliyeva Günay"),
        ("Huseynzada", "Hüseynzadə-Əliyeva Günay"),
        ("Huseynz", "Hüseynzadə-Əliyeva Günay"),
    ],
)
def test_the_person_comes_first_however_the_name_is_written(people, officer, asked, first):
    assert names(officer, asked)[0] == first


def test_the_year_of_birth_brings_the_right_one_first_and_hides_nobody(office, officer):
    for year in ("1970", "1990", "1991", ""):
        make_person("Əliyev", "Əli", birth_date=year, compartment=office)
    with acting(officer):
        query = PersonQuery(name="Aliyev Ali", birth_year=1990)
        found = find_candidates(query=query, for_actor=officer)
    assert [one.birth_year for one in found] == [1990, 1991, None, 1970]


def test_another_name_leads_to_the_same_person_and_so_does_a_former_one(office, officer, at):
    person = make_person(
        "Əliyeva", "Sona", compartment=office, facts=[Fact(FactKind.OTHER_NAME, "Vəliyeva Sona")]
    )
    with acting(officer):
        for asked in ("Veliyeva Sona", "Aliyeva Sona"):
            query = PersonQuery(name=asked)
            assert find_candidates(query=query, for_actor=officer)[0].uuid == person.uuid


def test_a_document_number_finds_exactly_its_holder(office, officer, at):
    person = make_person(compartment=office)
    make_person("Quliyev", "Vüqar", compartment=office)
    with acting(officer):
        record_document(
            person=person,
            kind="passport",
            issuer="AZE",
            number="C 01234-567",
            issued_on=None,
            valid_until=None,
            actor=officer,
            at=at,
        )
    assert names(officer, document_number="c01234567") == ["Əliyev Elman"]
    assert names(officer, document_number="C0123456") == []
    assert names(officer, "Quliyev Vüqar", document_number="c01234567")[0] == "Əliyev Elman"


def test_a_strangers_search_shows_the_minimum_and_who_knows_the_person(office, stranger):
    person = make_person(compartment=office)
    with acting(stranger):
        (found,) = find_candidates(query=PersonQuery(name="Əliyev Elman"), for_actor=stranger)
        with pytest.raises(NotFound):
            get_person(uuid=found.uuid, for_actor=stranger, purpose="test")
    assert (found.uuid, found.readable) == (person.uuid, False)
    assert (found.name, found.birth_year, found.nationality) == ("Əliyev Elman", 1990, "AZE")
    assert [str(office) for office in found.known_by] == ["Office sms-test"]


def test_an_office_whose_knowing_is_a_secret_is_named_to_itself_only(officer, office):
    protection = make_compartment("protection")
    protector = make_actor("protection_officer")
    person = make_person(compartment=protection)

    def known_by(actor):
        with acting(actor):
            (found,) = find_candidates(query=PersonQuery(name="Əliyev Elman"), for_actor=actor)
        return [str(office) for office in found.known_by]

    assert known_by(officer) == ["Organisation sms-test"]
    assert known_by(protector) == ["Office sms-test"]
    with acting(system_actor()):
        other = make_compartment("readmission", office=make_office("elsewhere"))
        involve(person=person, case_uuid=uuid4(), compartment=other, part="subject")
    assert known_by(officer) == ["Office elsewhere"]


def test_a_candidate_can_be_involved_and_then_read(office, elsewhere, stranger, at):
    make_person(compartment=office)
    with acting(stranger):
        result = search_persons(query=PersonQuery(name="Əliyev Elman"), actor=stranger, at=at)
        chosen = get_candidate(
            uuid=result.candidates[0].uuid, searched=result.receipt, for_actor=stranger
        )
        involve(person=chosen, case_uuid=uuid4(), compartment=elsewhere, part="subject")
        assert get_person(uuid=chosen.uuid, for_actor=stranger, purpose="test").pk == chosen.id


def test_only_the_searcher_uses_what_a_search_showed(office, officer, stranger, at):
    person = make_person(compartment=office)
    with acting(officer):
        receipt = search_persons(
            query=PersonQuery(name="Quliyev Vüqar"), actor=officer, at=at
        ).receipt
        with pytest.raises(NotFound):
            get_candidate(uuid=person.uuid, searched=receipt, for_actor=officer)
    with acting(stranger), pytest.raises(NotFound):
        get_candidate(uuid=person.uuid, searched=receipt, for_actor=stranger)


@pytest.mark.parametrize("nothing", ["", "   ", "123", "oğlu"])
def test_a_search_for_nothing_is_refused_at_the_field(officer, nothing):
    with acting(officer), pytest.raises(InvalidInput) as refused:
        find_candidates(query=PersonQuery(name=nothing), for_actor=officer)
    assert "name" in refused.value.fields


def test_whoever_may_not_search_finds_nothing(office):
    analyst = make_actor("analyst")
    with acting(analyst), pytest.raises(NotPermitted):
        find_candidates(query=PersonQuery(name="Əliyev"), for_actor=analyst)


def test_what_a_search_showed_is_noted(office, officer, at, as_owner):
    person = make_person(compartment=office)
    with acting(officer):
        search_persons(query=PersonQuery(name="Əliyev Elman"), actor=officer, at=at)
    with as_owner(), connection.cursor() as cursor:
        cursor.execute(
            "select count(*) from audit_event e join audit_event_person p on p.event_id = e.id"
            " where p.person_uuid = %s and e.object_type = 'persons.search' and e.actor_id = %s",
            [person.uuid, officer.user_id],
        )
        assert cursor.fetchone() == (1,)
