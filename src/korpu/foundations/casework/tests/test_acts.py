"""Opening a case and acting on it."""

from uuid import uuid4

import pytest
from django.db import DatabaseError, connection, transaction

from korpu.foundations.accounts.api import acting
from korpu.foundations.accounts.testing import make_actor, make_compartment
from korpu.foundations.casework.models import Act
from korpu.foundations.casework.testing import act, make_case
from korpu.foundations.casework.verification import replay, verify_projection
from korpu.kernel.errors import Conflict, InvalidInput, NotPermitted, NotPossibleNow

pytestmark = pytest.mark.django_db


def test_an_opened_case_has_a_number_a_status_and_a_log_of_one() -> None:
    officer, place = make_actor("readmission_officer"), make_compartment("readmission")
    with acting(officer):
        case = make_case(actor=officer, compartment=place)
        case.refresh_from_db()
    assert case.number.startswith("TST-2026-")
    assert (case.status, case.act_count, case.procedure_version) == ("received", 1, "2026.1")


def test_an_act_moves_the_case_and_the_stored_columns_equal_a_replay() -> None:
    officer, place = make_actor("readmission_officer"), make_compartment("readmission")
    with acting(officer):
        case = make_case(actor=officer, compartment=place)
        act(case, "begin_examination", officer)
        case.refresh_from_db()
        assert case.status == "under_examination" == replay(case).status
        assert list(verify_projection()) == []


def test_an_act_out_of_place_is_refused_with_the_reason() -> None:
    officer, place = make_actor("readmission_officer"), make_compartment("readmission")
    with acting(officer):
        case = make_case(actor=officer, compartment=place)
        with pytest.raises(NotPossibleNow) as refusal:
            act(case, "agree", officer)
    assert "Received" in refusal.value.detail.en


def test_a_person_without_the_role_may_not_act() -> None:
    officer, place = make_actor("readmission_officer"), make_compartment("readmission")
    with acting(officer):
        case = make_case(actor=officer, compartment=place)
        with pytest.raises(NotPermitted):
            act(case, "quarantine_application", make_actor("statistician"))
    with acting(officer):
        assert Act.objects.filter(case=case).count() == 1


def test_the_second_of_two_officers_is_told_what_happened_meanwhile() -> None:
    officer, place = make_actor("readmission_officer"), make_compartment("readmission")
    with acting(officer):
        case = make_case(actor=officer, compartment=place)
        act(case, "begin_examination", officer)
        with pytest.raises(Conflict) as conflict:
            act(case, "confirm_identity", officer, expected_act_count=1)
    assert "examination" in conflict.value.detail.en.lower()


def test_the_same_form_sent_twice_acts_once() -> None:
    officer, place = make_actor("readmission_officer"), make_compartment("readmission")
    key = uuid4()
    with acting(officer):
        case = make_case(actor=officer, compartment=place)
        first = act(case, "begin_examination", officer, client_key=key, expected_act_count=1)
        second = act(case, "begin_examination", officer, client_key=key, expected_act_count=1)
        assert first.pk == second.pk
        assert Act.objects.filter(case=case).count() == 2


def test_reasons_that_the_law_wants_must_be_given() -> None:
    officer, place = make_actor("readmission_officer"), make_compartment("readmission")
    with acting(officer):
        case = make_case(actor=officer, compartment=place)
        act(case, "begin_examination", officer)
        with pytest.raises(InvalidInput) as missing:
            act(case, "refuse", officer, note="  ")
    assert "note" in missing.value.fields


@pytest.mark.parametrize(
    "statement", ["update casework_act set note = 'x'", "delete from casework_act"]
)
def test_nobody_changes_the_log_not_even_the_owner(statement, as_owner) -> None:
    officer, place = make_actor("readmission_officer"), make_compartment("readmission")
    with acting(officer):
        make_case(actor=officer, compartment=place)
    with (
        pytest.raises(DatabaseError, match="append-only"),
        as_owner(),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(statement)
