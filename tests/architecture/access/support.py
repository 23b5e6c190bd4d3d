"""A support plan in delivery, with its mentor, and a returnee who waits for one."""

from dataclasses import dataclass
from datetime import timedelta
from decimal import Decimal
from uuid import uuid4

from django.conf import settings
from django.utils import timezone

from korpu.domains.assistance import selectors
from korpu.domains.assistance.enums import Polarity, ReturnType
from korpu.domains.assistance.loading import load_programmes
from korpu.domains.assistance.models import Delivery, Programme, Referral, SupportPlan
from korpu.domains.assistance.services.plans import open_support
from korpu.domains.assistance.services.referrals import refer_arrival
from korpu.domains.assistance.services.versions import NeedDraft, Rate
from korpu.domains.assistance.testing import do, line
from korpu.foundations.accounts.api import acting, system_actor
from korpu.foundations.persons.testing import make_person
from tests.architecture.access import markers
from tests.architecture.access.papers import pdf
from tests.cast import Cast


@dataclass(frozen=True)
class Support:
    """What coordinators and mentors work with."""

    plan: SupportPlan
    delivery: Delivery
    waiting: Referral


def a_supported_returnee(cast: Cast) -> Support:
    """Referred, taken on, screened, mentored, planned, visited, delivered to; all today."""
    with acting(system_actor()):
        load_programmes(settings.KORPU_JURISDICTION_DIR / "programmes")
        programme = Programme.objects.get(code="demo-reintegration")
    waiting = _referral(programme, markers.WAITING.text)
    plan = _open(cast, programme, _referral(programme, markers.RETURNEE.text))
    _prepare(cast, plan)
    return Support(plan, _deliver(cast, plan), waiting)


def _referral(programme: Programme, surname: str) -> Referral:
    person = make_person(surname, "Aydan", compartment=programme.compartment)
    with acting(system_actor()):
        return refer_arrival(
            person=person,
            compartment=programme.compartment,
            source_case_uuid=uuid4(),
            return_type=ReturnType.VOLUNTARY,
            arrived_on=timezone.localdate(),
        )


def _open(cast: Cast, programme: Programme, referral: Referral) -> SupportPlan:
    with acting(cast.actor("reintegration_coordinator")) as coordinator:
        return open_support(
            referral=referral,
            programme=programme,
            family_member_count=0,
            is_unaccompanied_child=False,
            actor=coordinator,
            at=timezone.now(),
            effective_on=timezone.localdate(),
        )


def _act(cast: Cast, plan: SupportPlan, role: str, act: str, **given: object) -> None:
    at, on = timezone.now(), timezone.localdate()
    do(plan.case, act, cast.actor(role), at=at, on=on, **given)


def _prepare(cast: Cast, plan: SupportPlan) -> None:
    today = timezone.localdate()
    _act(
        cast, plan, "reintegration_coordinator", "screen_vulnerability",
        is_vulnerable=True, grounds=markers.GROUNDS.text, has_red_signal=False,
        signals={"single_parent": Polarity.RISK},
    )  # fmt: skip
    _act(
        cast, plan, "reintegration_coordinator", "assign_mentor",
        mentor=cast["mentor"], valid_until=today + timedelta(days=90),
    )  # fmt: skip
    _act(
        cast, plan, "mentor", "propose_plan",
        needs=[NeedDraft(need="small_business", goal=markers.GOAL.text)],
        lines=[line("500.00")], rate=Rate(azn=Decimal("1.85"), on=today),
    )  # fmt: skip
    _act(
        cast, plan, "reintegration_coordinator", "approve_plan",
        facts={"approver_is_other": True},
    )  # fmt: skip


def _deliver(cast: Cast, plan: SupportPlan) -> Delivery:
    _act(
        cast, plan, "mentor", "record_visit",
        kind="home", outcome="held", note=markers.VISIT.text,
    )  # fmt: skip
    with acting(cast.actor("mentor")):
        chosen = selectors.approved_lines(plan)[0]
    _act(
        cast, plan, "mentor", "record_delivery",
        line=chosen, amount_eur=Decimal("100.00"), proof=pdf(markers.PROOF, markers.PROOF_BODY),
    )  # fmt: skip
    with acting(cast.actor("reintegration_coordinator")):
        return selectors.open_deliveries(plan)[0]
