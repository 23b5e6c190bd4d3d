"""Cases nobody can bring on are found, and a healthy house has none."""

import pytest
from django.utils import timezone

from korpu.foundations.accounts.api import acting, system_actor
from korpu.foundations.accounts.models import RoleGrant
from korpu.foundations.accounts.testing import make_actor
from korpu.foundations.casework.models import Case
from korpu.foundations.casework.stuck import stuck_cases
from korpu.foundations.casework.testing import make_case

pytestmark = pytest.mark.django_db


def found() -> list[tuple[int, str]]:
    with acting(system_actor()):
        return [(each.count, each.why) for each in stuck_cases(on=timezone.localdate())]


def test_a_case_that_somebody_can_bring_on_is_not_stuck() -> None:
    officer = make_actor("readmission_officer")
    with acting(officer):
        make_case(actor=officer)
    assert found() == []


def test_cases_whose_people_have_all_left_are_stuck_and_counted() -> None:
    officer = make_actor("readmission_officer")
    with acting(officer):
        make_case(actor=officer)
        make_case(actor=officer)
    with acting(system_actor()):
        RoleGrant.objects.update(ended_at=timezone.now(), ended_by=officer.user)
    [(count, why)] = found()
    assert count == 2
    assert why.startswith("nobody holds a role that may act: liaison, protection_officer, ")


def test_a_case_under_a_version_that_is_gone_is_stuck() -> None:
    officer = make_actor("readmission_officer")
    with acting(officer):
        make_case(actor=officer)
    with acting(system_actor()):
        Case.objects.update(procedure_version="1871.1")
    assert found() == [(1, "version 1871.1 of the procedure is not declared")]
