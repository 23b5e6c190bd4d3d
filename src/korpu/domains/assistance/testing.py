"""Support plans for tests of every room, made through the services."""

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from uuid import uuid4

from django.conf import settings
from django.utils import timezone

from korpu.domains.assistance.enums import Modality, Phase, ReturnType
from korpu.domains.assistance.loading import load_programmes
from korpu.domains.assistance.models import Programme, Referral, SupportPlan
from korpu.domains.assistance.selectors import plan_of
from korpu.domains.assistance.services.plans import open_support
from korpu.domains.assistance.services.referrals import refer_arrival
from korpu.domains.assistance.services.versions import LineDraft, NeedDraft, Rate
from korpu.foundations.accounts.api import Actor, acting, actor_of, system_actor
from korpu.foundations.accounts.models import User
from korpu.foundations.accounts.testing import make_office, make_user
from korpu.foundations.casework.api import Act, Case, perform_act
from korpu.foundations.codelists.api import load_codelists
from korpu.foundations.persons.testing import make_person

NEEDS = [NeedDraft(need="small_business", goal="A sewing workshop of her own")]
RATE = Rate(azn=Decimal("1.85"), on=date(2026, 1, 5))


def line(amount: str = "500.00", *, phase: Phase = Phase.POST_RETURN) -> LineDraft:
    """A budget line for the one need of :data:`NEEDS`."""
    return LineDraft(
        need="small_business",
        description="Sewing machine",
        phase=phase,
        modality=Modality.IN_KIND,
        amount_eur=Decimal(amount),
    )


@dataclass(frozen=True)
class Team:
    """The people around one support plan."""

    coordinator: Actor
    colleague: Actor
    mentor: User
    programme: Programme


def make_team() -> Team:
    """Two coordinators of one office, a mentor of an NGO, and the programme that pays."""
    office = make_office("sms-reintegration")
    coordinator = actor_of(make_user(role="reintegration_coordinator", office=office))
    colleague = actor_of(make_user(role="reintegration_coordinator", office=office))
    mentor = make_user(role="mentor", office=make_office("ngo-test", kind="ngo"))
    with acting(system_actor()):
        load_codelists(at=timezone.now())
        load_programmes(settings.KORPU_JURISDICTION_DIR / "programmes")
        programme = Programme.objects.get(code="demo-reintegration")
    return Team(coordinator, colleague, mentor, programme)


def make_referral(team: Team, *, arrived_on: date = date(2026, 1, 5)) -> Referral:
    """A returnee waiting in the coordinators' intake."""
    person = make_person(compartment=team.programme.compartment)
    with acting(system_actor()):
        return refer_arrival(
            person=person,
            compartment=team.programme.compartment,
            source_case_uuid=uuid4(),
            return_type=ReturnType.VOLUNTARY,
            arrived_on=arrived_on,
        )


def make_plan(team: Team, *, at: datetime, on: date = date(2026, 1, 6)) -> SupportPlan:
    """Support just opened by the team's coordinator; call it inside ``acting``."""
    return open_support(
        referral=make_referral(team),
        programme=team.programme,
        family_member_count=0,
        is_unaccompanied_child=False,
        actor=team.coordinator,
        at=at,
        effective_on=on,
    )


def do(case: Case, act: str, actor: Actor, *, at: datetime, on: date, **given: object) -> Act:
    """Perform an act as ``actor``; ``facts`` and ``note`` are the act's, the rest the domain's."""
    facts = given.pop("facts", {})
    note = given.pop("note", "")
    with acting(actor):
        return perform_act(
            case=case,
            act=act,
            actor=actor,
            at=at,
            effective_on=on,
            facts=facts,  # type: ignore[arg-type]  # the caller's
            note=str(note),
            data=given,
            expected_act_count=Case.objects.get(pk=case.pk).act_count,
        )


def plan_again(plan: SupportPlan) -> SupportPlan:
    """The plan as it is in the database now."""
    return plan_of(plan.case)
