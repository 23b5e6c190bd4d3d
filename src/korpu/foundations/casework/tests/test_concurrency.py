"""Two officers at once, and what a broken transaction leaves behind."""

import threading
from uuid import uuid4

import pytest
from django.db import InterfaceError, OperationalError, connection
from django.utils import timezone

from korpu.foundations.accounts.api import acting
from korpu.foundations.accounts.testing import make_actor, make_compartment
from korpu.foundations.casework import registry
from korpu.foundations.casework.models import Act, Case
from korpu.foundations.casework.registry import on_act
from korpu.foundations.casework.testing import READMISSION, act, make_case
from korpu.foundations.casework.verification import verify_projection
from korpu.kernel.errors import Conflict


def in_two_threads(work) -> list[object]:
    """Run ``work(0)`` and ``work(1)`` on two connections of their own; results or exceptions."""
    results: list[object] = [None, None]
    start = threading.Barrier(2)

    def run(place: int) -> None:
        start.wait()
        try:
            results[place] = work(place)
        except Exception as error:  # noqa: BLE001  the test looks at it
            results[place] = error
        finally:
            connection.close()

    threads = [threading.Thread(target=run, args=(place,)) for place in (0, 1)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return results


def received(officer) -> Case:
    place = make_compartment("readmission")
    with acting(officer):
        return make_case(actor=officer, compartment=place)


@pytest.mark.django_db(transaction=True)
def test_of_two_officers_deciding_at_once_one_decides_and_the_other_is_told() -> None:
    officers = [make_actor("readmission_officer"), make_actor("readmission_officer")]
    case = received(officers[0])

    def decide(place: int) -> Act:
        with acting(officers[place]) as actor:
            mine = Case.objects.get(pk=case.pk)
            return act(mine, "begin_examination", actor, expected_act_count=1)

    results = in_two_threads(decide)
    assert sorted(type(result).__name__ for result in results) == ["Act", "Conflict"]
    told = next(result for result in results if isinstance(result, Conflict))
    assert "examination" in told.detail.en.lower()
    with acting(officers[0]):
        assert Act.objects.filter(case=case).count() == 2
        assert list(verify_projection()) == []


@pytest.mark.django_db(transaction=True)
def test_a_form_sent_twice_at_the_same_moment_acts_once() -> None:
    officer, key = make_actor("readmission_officer"), uuid4()
    case = received(officer)

    def send(_: int) -> Act:
        with acting(officer) as actor:
            mine = Case.objects.get(pk=case.pk)
            return act(mine, "begin_examination", actor, expected_act_count=1, client_key=key)

    first, second = in_two_threads(send)
    assert first.pk == second.pk


@pytest.mark.django_db(transaction=True)
def test_an_opening_form_sent_twice_at_the_same_moment_opens_one_case() -> None:
    officer, key, place = (
        make_actor("readmission_officer"),
        uuid4(),
        make_compartment("readmission"),
    )

    def send(_: int) -> Case:
        with acting(officer) as actor:
            return make_case(actor=actor, compartment=place, client_key=key)

    first, second = in_two_threads(send)
    assert first.pk == second.pk


@pytest.mark.django_db(transaction=True)
def test_cases_opened_at_once_get_numbers_of_their_own() -> None:
    officer, place = make_actor("readmission_officer"), make_compartment("readmission")

    def open_five(_: int) -> list[str]:
        numbers = []
        for _turn in range(5):
            with acting(officer) as actor:
                numbers.append(make_case(actor=actor, compartment=place).number)
        return numbers

    first, second = in_two_threads(open_five)
    assert len({*first, *second}) == 10


@pytest.mark.django_db
def test_a_failing_listener_undoes_the_act_and_everything_with_it() -> None:
    officer = make_actor("readmission_officer")
    case = received(officer)

    def fail(_: registry.ActDone) -> None:
        raise ZeroDivisionError

    on_act(READMISSION, "begin_examination", fail)
    with acting(officer):
        with pytest.raises(ZeroDivisionError):
            act(case, "begin_examination", officer)
        case.refresh_from_db()
        assert (case.status, case.act_count) == ("received", 1)
        assert Act.objects.filter(case=case).count() == 1
        assert list(verify_projection()) == []


@pytest.mark.django_db
def test_a_listener_is_told_inside_the_transaction_with_the_new_state() -> None:
    told = []
    on_act(READMISSION, "begin_examination", told.append)
    officer = make_actor("readmission_officer")
    case = received(officer)
    with acting(officer):
        made = act(case, "begin_examination", officer, at=timezone.now())
    assert [(done.act.pk, done.state.status) for done in told] == [(made.pk, "under_examination")]


@pytest.mark.django_db(transaction=True)
def test_a_connection_killed_in_the_middle_of_an_act_leaves_log_and_columns_equal() -> None:
    officer = make_actor("readmission_officer")
    case = received(officer)

    def die(_: registry.ActDone) -> None:
        with connection.cursor() as cursor:
            cursor.execute("set role none")  # only a server's own role may kill its sessions
            cursor.execute("select pg_terminate_backend(pg_backend_pid())")

    on_act(READMISSION, "begin_examination", die)
    with pytest.raises((OperationalError, InterfaceError)), acting(officer):
        act(case, "begin_examination", officer)
    connection.close()
    with acting(officer):
        assert Act.objects.filter(case=case).count() == 1
        assert Case.objects.get(pk=case.pk).status == "received"
        assert list(verify_projection()) == []
