"""Support from arrival to closing, as the people around one returnee live it."""

import io
from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

from korpu.domains.assistance import selectors
from korpu.domains.assistance.enums import DeliveryState, Phase, Polarity, ReferralState
from korpu.domains.assistance.models import Referral, Screening, SupportPlan
from korpu.domains.assistance.services.mentors import assign_mentor
from korpu.domains.assistance.services.plans import open_support
from korpu.domains.assistance.services.referrals import decline_referral
from korpu.domains.assistance.testing import (
    NEEDS,
    RATE,
    Team,
    do,
    line,
    make_plan,
    make_referral,
    make_team,
)
from korpu.foundations.accounts.api import acting, actor_of
from korpu.foundations.casework.api import Case, Task
from korpu.kernel.errors import Conflict, InvalidInput, NotPermitted, NotPossibleNow

AT = datetime(2026, 1, 20, 9, tzinfo=UTC)
DAY = date(2026, 1, 20)
UNTIL = date(2026, 6, 30)

pytestmark = pytest.mark.django_db


@pytest.fixture
def team() -> Team:
    return make_team()


@pytest.fixture
def plan(team: Team) -> SupportPlan:
    with acting(team.coordinator):
        return make_plan(team, at=AT)


def photo() -> SimpleUploadedFile:
    written = io.BytesIO()
    Image.new("RGB", (20, 20), "white").save(written, "PNG")
    return SimpleUploadedFile("act.png", written.getvalue(), "image/png")


def screened(team: Team, plan: SupportPlan) -> None:
    do(
        plan.case,
        "screen_vulnerability",
        team.coordinator,
        at=AT,
        on=date(2026, 1, 6),
        is_vulnerable=True,
        grounds="Lives alone with a child",
        has_red_signal=False,
        signals={"single_parent": Polarity.RISK},
    )


def mentored(team: Team, plan: SupportPlan) -> None:
    screened(team, plan)
    do(
        plan.case,
        "assign_mentor",
        team.coordinator,
        at=AT,
        on=date(2026, 1, 7),
        mentor=team.mentor,
        valid_until=UNTIL,
    )


def in_delivery(team: Team, plan: SupportPlan) -> None:
    mentored(team, plan)
    mentor = actor_of(team.mentor, on=DAY)
    do(
        plan.case, "propose_plan", mentor, at=AT, on=DAY,
        needs=NEEDS, lines=[line("1500.00")], rate=RATE,
    )  # fmt: skip
    do(
        plan.case, "approve_plan", team.coordinator, at=AT, on=DAY,
        facts={"approver_is_other": True},
    )  # fmt: skip


def status(team: Team, plan: SupportPlan) -> str:
    with acting(team.coordinator):
        return Case.objects.get(pk=plan.case_id).status


def test_a_returnee_is_helped_from_arrival_to_closing(team: Team, plan: SupportPlan) -> None:
    in_delivery(team, plan)
    mentor = actor_of(team.mentor, on=DAY)
    do(plan.case, "record_visit", mentor, at=AT, on=DAY, kind="home", outcome="held", note="Well")
    with acting(mentor):
        chosen = selectors.approved_lines(plan)[0]
    do(
        plan.case, "record_delivery", mentor, at=AT, on=DAY,
        line=chosen, amount_eur=Decimal("1500.00"), proof=photo(),
    )  # fmt: skip
    with acting(team.coordinator):
        delivery = selectors.open_deliveries(plan)[0]
    do(
        plan.case, "confirm_delivery", team.coordinator, at=AT, on=DAY,
        delivery=delivery, accepted=True, reason="",
    )  # fmt: skip
    do(
        plan.case, "close_support", team.coordinator, at=AT, on=DAY, note="All goals reached",
        facts={"closure_reason": "planned_end"}, closure_reason="planned_end",
    )  # fmt: skip
    assert status(team, plan) == "closed"
    with acting(team.coordinator):
        delivery.refresh_from_db()
        assert delivery.state == DeliveryState.CONFIRMED
        assert selectors.plan_of(plan.case).closure_reason == "planned_end"


def test_a_worry_about_safety_reaches_the_coordinators_as_a_task(
    team: Team, plan: SupportPlan
) -> None:
    mentored(team, plan)
    do(
        plan.case, "record_visit", actor_of(team.mentor, on=DAY), at=AT, on=DAY,
        kind="home", outcome="held", note="", has_safety_concern=True,
    )  # fmt: skip
    with acting(team.coordinator):
        task = Task.objects.get(case=plan.case)
        assert (task.role, task.due_on) == ("reintegration_coordinator", DAY)


def test_a_referral_is_settled_once(team: Team) -> None:
    referral = make_referral(team)
    with acting(team.coordinator):
        decline_referral(referral=referral, reason="Moved on", actor=team.coordinator, at=AT)
        with pytest.raises(NotPossibleNow):
            decline_referral(referral=referral, reason="Again", actor=team.coordinator, at=AT)
        assert Referral.objects.get(pk=referral.pk).state == ReferralState.DECLINED


def test_a_plan_over_the_tariff_is_refused_at_its_phase(team: Team, plan: SupportPlan) -> None:
    mentored(team, plan)
    mentor = actor_of(team.mentor, on=DAY)
    with pytest.raises(InvalidInput) as refused:
        do(
            plan.case, "propose_plan", mentor, at=AT, on=DAY,
            needs=NEEDS, lines=[line("1999.99"), line("0.02")], rate=RATE,
        )  # fmt: skip
    assert set(refused.value.fields) == {f"phase-{Phase.POST_RETURN.value}"}
    assert status(team, plan) == "mentoring"


def test_deliveries_under_an_earlier_version_count_against_the_tariff(
    team: Team, plan: SupportPlan
) -> None:
    in_delivery(team, plan)
    mentor = actor_of(team.mentor, on=DAY)
    with acting(mentor):
        chosen = selectors.approved_lines(plan)[0]
    do(
        plan.case, "record_delivery", mentor, at=AT, on=DAY,
        line=chosen, amount_eur=Decimal("1000.00"), proof=photo(),
    )  # fmt: skip
    do(plan.case, "revise_plan", mentor, at=AT, on=DAY, note="Other tools are needed")
    with pytest.raises(InvalidInput):
        do(
            plan.case, "propose_plan", mentor, at=AT, on=DAY,
            needs=NEEDS, lines=[line("1000.01")], rate=RATE,
        )  # fmt: skip
    do(
        plan.case, "propose_plan", mentor, at=AT, on=DAY,
        needs=NEEDS, lines=[line("1000.00")], rate=RATE,
    )  # fmt: skip
    assert status(team, plan) == "plan_proposed"


def test_whoever_proposed_a_plan_cannot_approve_it(team: Team, plan: SupportPlan) -> None:
    mentored(team, plan)
    do(
        plan.case, "propose_plan", team.coordinator, at=AT, on=DAY,
        needs=NEEDS, lines=[line()], rate=RATE,
    )  # fmt: skip
    with pytest.raises(NotPossibleNow):
        do(
            plan.case, "approve_plan", team.coordinator, at=AT, on=DAY,
            facts={"approver_is_other": False},
        )  # fmt: skip
    do(
        plan.case, "approve_plan", team.colleague, at=AT, on=DAY,
        facts={"approver_is_other": True},
    )  # fmt: skip
    assert status(team, plan) == "in_delivery"


def test_a_delivery_never_exceeds_its_line(team: Team, plan: SupportPlan) -> None:
    in_delivery(team, plan)
    mentor = actor_of(team.mentor, on=DAY)
    with acting(mentor):
        chosen = selectors.approved_lines(plan)[0]
    with pytest.raises(InvalidInput) as refused:
        do(
            plan.case, "record_delivery", mentor, at=AT, on=DAY,
            line=chosen, amount_eur=Decimal("1500.01"), proof=photo(),
        )  # fmt: skip
    assert "amount_eur" in refused.value.fields


def test_a_mentor_cannot_confirm_what_they_delivered(team: Team, plan: SupportPlan) -> None:
    in_delivery(team, plan)
    mentor = actor_of(team.mentor, on=DAY)
    with acting(mentor):
        chosen = selectors.approved_lines(plan)[0]
    do(
        plan.case, "record_delivery", mentor, at=AT, on=DAY,
        line=chosen, amount_eur=Decimal("10.00"), proof=photo(),
    )  # fmt: skip
    with acting(mentor):
        delivery = selectors.open_deliveries(plan)[0]
    with pytest.raises(NotPermitted):
        do(
            plan.case, "confirm_delivery", mentor, at=AT, on=DAY,
            delivery=delivery, accepted=True, reason="",
        )  # fmt: skip


def test_two_mentors_are_never_assigned_at_once(team: Team, plan: SupportPlan) -> None:
    mentored(team, plan)
    with acting(team.coordinator), pytest.raises(Conflict):
        assign_mentor(
            plan=selectors.plan_of(plan.case),
            mentor=team.mentor,
            valid_from=UNTIL,
            valid_until=UNTIL,
            actor=team.coordinator,
            at=AT,
        )


def test_a_mentor_sees_the_case_only_while_assigned(team: Team, plan: SupportPlan) -> None:
    mentored(team, plan)
    seen = {}
    for day in (date(2026, 1, 6), date(2026, 1, 7), UNTIL, date(2026, 7, 1)):
        with acting(actor_of(team.mentor, on=day)):
            seen[day.isoformat()] = SupportPlan.objects.filter(pk=plan.pk).exists()
    assert seen == {
        "2026-01-06": False,
        "2026-01-07": True,
        "2026-06-30": True,
        "2026-07-01": False,
    }


def test_ending_the_assignment_closes_the_case_to_the_mentor(team: Team, plan: SupportPlan) -> None:
    mentored(team, plan)
    do(plan.case, "end_mentor_assignment", team.coordinator, at=AT, on=DAY, note="Contract ended")
    with acting(actor_of(team.mentor, on=DAY)):
        assert not SupportPlan.objects.filter(pk=plan.pk).exists()


def test_a_mentor_never_reads_the_screening(team: Team, plan: SupportPlan) -> None:
    mentored(team, plan)
    with acting(actor_of(team.mentor, on=DAY)):
        assert not Screening.objects.exists()
    with acting(team.coordinator):
        assert Screening.objects.count() == 1


def test_a_person_is_not_supported_twice_at_once(team: Team, plan: SupportPlan) -> None:
    with acting(team.coordinator):
        first = Referral.objects.get(person=plan.case.subject)
        again = Referral.objects.create(
            person=first.person,
            compartment=first.compartment,
            source_case_uuid="018f0000-0000-7000-8000-000000000001",
            return_type="voluntary",
            arrived_on=date(2026, 1, 8),
        )
        with pytest.raises(NotPossibleNow):
            open_support(
                referral=again,
                programme=team.programme,
                family_member_count=0,
                is_unaccompanied_child=False,
                actor=team.coordinator,
                at=AT,
                effective_on=DAY,
            )
