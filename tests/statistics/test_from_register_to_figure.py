"""What happens in a case arrives in a figure, and nothing of the case comes with it."""

from datetime import UTC, date, datetime

import pytest

from korpu.domains.assistance.api import AssistancePlanRow, collect_plans
from korpu.domains.assistance.testing import NEEDS, RATE, do, line, make_plan, make_team
from korpu.domains.readmission.api import (
    ReadmissionApplicationRow,
    collect_readmission_applications,
)
from korpu.domains.readmission.testing import a_house, an_application, bring_to
from korpu.domains.statistics.api import Extract, run_measure
from korpu.domains.statistics.models import ExtractBatch, TrueCount
from korpu.domains.statistics.testing import publishing
from korpu.foundations.accounts.api import acting, actor_of
from korpu.foundations.accounts.testing import make_actor
from korpu.foundations.casework.api import Case
from korpu.foundations.persons.models import Person
from korpu.kernel.texts import Text

pytestmark = pytest.mark.django_db
NAME = Text(az="ad", en="name", ru="имя")
APPLICATIONS = Extract(
    "readmission_applications",
    NAME,
    ("pseudonym",),
    ReadmissionApplicationRow,
    collect_readmission_applications,
)
PLANS = Extract("assistance_plans", NAME, ("pseudonym", "need"), AssistancePlanRow, collect_plans)
AT = datetime(2026, 1, 20, 9, tzinfo=UTC)
DAY = date(2026, 1, 20)
LATER = datetime(2026, 5, 1, 9, tzinfo=UTC)


@pytest.fixture
def statistician():
    return make_actor("statistician")


def counted(extract, measure, actor):
    with publishing(extract), acting(actor):
        run = run_measure(measure=measure, period="2026-Q1", actor=actor, at=LATER)
        rows = TrueCount.objects.filter(cell__run=run, count__gt=0).select_related("cell")
        return {tuple(row.cell.codes): row.count for row in rows}


def test_an_application_and_its_answer_become_a_count(statistician):
    house = a_house()
    an_application(house, at=AT)
    bring_to(house, an_application(house, at=AT).case, "agreed", at=AT)
    counts = counted(APPLICATIONS, "readmission-applications", statistician)
    assert counts == {
        ("DEU", "PENDING"): 1,
        ("DEU", "AGREED"): 1,
        ("DEU", "_T"): 2,
        ("_T", "PENDING"): 1,
        ("_T", "AGREED"): 1,
        ("_T", "_T"): 2,
    }
    with acting(statistician):
        assert not Case.objects.exists(), "who counts sees no case"
        assert not Person.objects.exists(), "and no person"
        content = bytes(ExtractBatch.objects.get().content).decode()
    assert "Məmmədov" not in content
    assert "TEST-" not in content


def test_the_needs_of_an_approved_plan_become_counts_and_those_of_a_proposal_do_not(statistician):
    team = make_team()
    with acting(team.coordinator):
        case = make_plan(team, at=AT).case
    do(case, "screen_vulnerability", team.coordinator, at=AT, on=DAY, is_vulnerable=False,
       grounds="Family at home", has_red_signal=False, signals={})  # fmt: skip
    do(case, "assign_mentor", team.coordinator, at=AT, on=DAY, mentor=team.mentor,
       valid_until=date(2026, 6, 30))  # fmt: skip
    mentor = actor_of(team.mentor, on=DAY)
    do(case, "propose_plan", mentor, at=AT, on=DAY, needs=NEEDS, lines=[line("900.00")],
       rate=RATE)  # fmt: skip
    assert counted(PLANS, "reintegration-needs", statistician) == {}
    do(case, "approve_plan", team.coordinator, at=AT, on=DAY, facts={"approver_is_other": True})
    counts = counted(PLANS, "reintegration-needs", statistician)
    assert counts["_T", "_T", "_T"] == len(NEEDS)
    assert {codes[0] for codes in counts} == {need.need.upper() for need in NEEDS} | {"_T"}
