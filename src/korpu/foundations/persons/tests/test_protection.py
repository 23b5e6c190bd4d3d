"""The gate answers clear or blocked; nobody outside learns more."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.db import DatabaseError, connection, transaction

from korpu.foundations.accounts.api import acting
from korpu.foundations.accounts.testing import make_actor, make_compartment
from korpu.foundations.persons.api import (
    Gate,
    end_protection_hold,
    gate,
    involve,
    record_protection_hold,
)
from korpu.foundations.persons.models import ProtectionHold
from korpu.foundations.persons.testing import make_person
from korpu.kernel.errors import InvalidInput, NotPermitted, NotPossibleNow

pytestmark = pytest.mark.django_db


@pytest.fixture
def protection(db):
    return make_compartment("protection")


@pytest.fixture
def protector(protection):
    return make_actor("protection_officer")


@pytest.fixture
def person(office):
    return make_person(compartment=office, case_uuid=uuid4())


def hold(person, protection, protector, at, **more):
    given = {
        "person": person,
        "kind": "application_pending",
        "source": "register of asylum",
        "compartment": protection,
        "valid_from": at.date(),
        "actor": protector,
        "at": at,
    }
    with acting(protector):
        return record_protection_hold(**(given | more))


def asked(actor, *people, on=None):
    with acting(actor):
        return gate([one.pk for one in people], on=on)


def test_a_person_without_a_hold_is_clear(person, officer):
    assert asked(officer, person) == Gate.CLEAR


def test_a_hold_blocks_from_before_it_begins_to_its_last_day(
    person, protection, protector, officer, at
):
    today = at.date()
    hold(person, protection, protector, at, valid_from=today, valid_until=today + timedelta(3))
    for days, answer in ((-5, "blocked"), (0, "blocked"), (3, "blocked"), (4, "clear")):
        assert asked(officer, person, on=today + timedelta(days)) == answer


def test_a_hold_of_anybody_in_the_file_blocks_the_file(
    person, office, protection, protector, officer, at
):
    child = make_person("Əliyev", "Rza", compartment=office)
    with acting(officer):
        case = person.involvements.get().case_uuid
        involve(person=child, case_uuid=case, compartment=office, part="child")
    hold(child, protection, protector, at)
    other = make_person("Quliyev", "Vüqar", compartment=office, case_uuid=uuid4())
    assert asked(officer, person) == Gate.BLOCKED
    assert asked(officer, other) == Gate.CLEAR
    assert asked(officer, other, person) == Gate.BLOCKED


def test_whoever_is_not_known_is_blocked(person, officer):
    with acting(officer):
        assert gate([]) == Gate.BLOCKED
        assert gate([None]) == Gate.BLOCKED
        assert gate([person.pk, None]) == Gate.BLOCKED
        assert gate([999_999_999]) == Gate.BLOCKED
        assert gate([person.pk, 999_999_999]) == Gate.BLOCKED


def test_nobody_acting_is_answered_blocked(person):
    assert gate([person.pk]) == Gate.BLOCKED


def test_the_application_role_cannot_learn_the_reason(person, protection, protector, officer, at):
    hold(person, protection, protector, at)
    with acting(officer):
        assert not ProtectionHold.objects.exists()
        assert ProtectionHold.objects.filter(person=person).update(kind="x") == 0
        with connection.cursor() as cursor:
            for query in (
                "select count(*) from persons_protectionhold",
                "select count(*) from persons_mergemove",
            ):
                cursor.execute(query)
                assert cursor.fetchone() == (0,)
            cursor.execute("select korpu_gate(array[%s]::bigint[], current_date)", [person.pk])
            assert cursor.fetchone() == ("blocked",)
        with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
            cursor.execute("select korpu_person_cluster(array[1]::bigint[])")
        with pytest.raises(DatabaseError), transaction.atomic():
            ProtectionHold.objects.create(
                person=person,
                compartment=protection,
                kind="x",
                source="x",
                valid_from=at.date(),
                recorded_by_id=officer.user_id,
                recorded_at=at,
            )


def test_the_answer_is_the_same_for_a_hold_and_for_an_unknown_person(
    person, protection, protector, officer, at
):
    hold(person, protection, protector, at)
    with acting(officer), connection.cursor() as cursor:
        cursor.execute(
            "select korpu_gate(array[%s]::bigint[], current_date) ="
            " korpu_gate(array[-1]::bigint[], current_date)",
            [person.pk],
        )
        assert cursor.fetchone() == (True,)


def test_the_trail_says_that_a_hold_was_recorded_and_not_why(
    person, protection, protector, at, as_owner
):
    hold(person, protection, protector, at)
    with as_owner(), connection.cursor() as cursor:
        cursor.execute("select body from audit_event where object_type = 'persons_protectionhold'")
        (body,) = cursor.fetchone()
    assert "application_pending" not in body
    assert "register of asylum" not in body


def test_a_hold_ends_once_with_a_reason(person, protection, protector, officer, at):
    row = hold(person, protection, protector, at)
    with acting(protector):
        with pytest.raises(InvalidInput):
            end_protection_hold(hold=row, ended_on=at.date(), reason=" ", actor=protector)
        end_protection_hold(hold=row, ended_on=at.date(), reason="final", actor=protector)
        with pytest.raises(NotPossibleNow):
            end_protection_hold(hold=row, ended_on=at.date(), reason="again", actor=protector)
    assert asked(officer, person, on=at.date() + timedelta(1)) == Gate.CLEAR


def test_only_the_protection_officer_records_holds(person, protection, officer, at):
    with pytest.raises(NotPermitted):
        hold(person, protection, officer, at)


@pytest.mark.parametrize(
    ("field", "value"), [("kind", "no-such-kind"), ("source", "  "), ("valid_until", "early")]
)
def test_a_wrong_hold_is_refused_at_its_field(person, protection, protector, at, field, value):
    value = at.date() - timedelta(1) if value == "early" else value
    with pytest.raises(InvalidInput) as refused:
        hold(person, protection, protector, at, **{field: value})
    assert set(refused.value.fields) == {field}
