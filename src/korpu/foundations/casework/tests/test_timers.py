"""What time does: deadlines lapse, somebody is asked, nothing happens by itself."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.utils import timezone

from korpu.foundations.accounts.api import acting, system_actor
from korpu.foundations.accounts.testing import make_actor, make_compartment
from korpu.foundations.casework.enums import TaskOrigin
from korpu.foundations.casework.models import Act, Case, Deadline, Task
from korpu.foundations.casework.services.timers import lapsed_cases, reproject_case
from korpu.foundations.casework.tasks import mark_lapsed_deadlines
from korpu.foundations.casework.testing import act, make_case
from korpu.foundations.casework.verification import verify_projection

pytestmark = pytest.mark.django_db

LONG_AGO = datetime(2026, 3, 2, 12, tzinfo=ZoneInfo("Asia/Baku"))


@pytest.fixture
def officer():
    return make_actor("readmission_supervisor")


@pytest.fixture
def case(officer) -> Case:
    """A case received on 2 March 2026 and left alone."""
    place = make_compartment("readmission")
    with acting(officer):
        return make_case(actor=officer, compartment=place, at=LONG_AGO)


def lapse(case: Case, on: date) -> int:
    with acting(system_actor()) as hand:
        return reproject_case(case=case, on=on, actor=hand, at=timezone.now())


def test_a_case_just_received_runs_and_is_not_lapsed(case, officer) -> None:
    with acting(officer):
        case.refresh_from_db()
        assert case.next_due_on is not None
        assert lapsed_cases(on=case.next_due_on, for_actor=officer) == []
        assert lapsed_cases(on=case.next_due_on + timedelta(days=1), for_actor=officer) == [case]


def test_the_last_day_is_in_time_and_the_day_after_is_late(case, officer) -> None:
    with acting(officer):
        case.refresh_from_db()
        due = case.next_due_on
    assert lapse(case, due) == 0
    assert lapse(case, due + timedelta(days=1)) > 0
    with acting(officer):
        assert Deadline.objects.filter(case=case, state="breached", due_on=due).exists()
        case.refresh_from_db()
        assert case.next_due_on == due


def test_a_missed_deadline_asks_the_owner_once_however_often_time_passes(case, officer) -> None:
    assert lapse(case, date(2026, 11, 1)) > 0
    assert lapse(case, date(2026, 11, 2)) == 0
    with acting(officer):
        asked = Task.objects.filter(case=case, origin=TaskOrigin.BREACH)
        deadlines = Deadline.objects.filter(case=case, state="breached")
        assert asked.count() == deadlines.count()
        assert {task.due_on for task in asked} == {None}


def test_silence_is_proposed_to_a_person_and_never_acts_by_itself(case, officer) -> None:
    lapse(case, date(2026, 11, 1))
    with acting(officer):
        (task,) = Task.objects.filter(case=case, origin=TaskOrigin.PROPOSAL)
        assert task.act == "record_deemed_agreement"
        assert Act.objects.filter(case=case).count() == 1
        case.refresh_from_db()
        assert case.status == "received"


def test_the_act_that_was_asked_for_ticks_the_task_off(case, officer) -> None:
    lapse(case, date(2026, 11, 1))
    with acting(officer):
        act(case, "begin_examination", officer)
        act(case, "record_deemed_agreement", officer)
        assert not Task.objects.filter(case=case, act="record_deemed_agreement", done_at=None)


def test_a_closed_case_leaves_no_task_of_a_timer_open(case, officer) -> None:
    lapse(case, date(2026, 11, 1))
    with acting(officer):
        act(case, "withdraw_application", officer)
        assert not Task.objects.filter(case=case, done_at=None).exists()
        case.refresh_from_db()
        assert (case.next_due_on, case.closed_at is not None) == (None, True)


def test_the_periodic_work_brings_every_lapsed_case_up_to_date(case, officer) -> None:
    assert mark_lapsed_deadlines(0) > 0
    assert mark_lapsed_deadlines(0) == 0
    with acting(officer):
        assert lapsed_cases(on=timezone.localdate(), for_actor=officer) == []
        assert list(verify_projection()) == []
