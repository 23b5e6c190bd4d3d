"""Calls for proposals: one being drafted, one open, one being judged, one decided."""

from dataclasses import dataclass
from datetime import timedelta

from django.utils import timezone

from korpu.domains.calls import testing
from korpu.domains.calls.access import holding
from korpu.domains.calls.enums import Outcome
from korpu.domains.calls.models import Application, Call, Contract, Objection, Question
from korpu.domains.calls.services import applications, assessing, contracting, objections
from korpu.domains.calls.services.deciding import Proposal
from korpu.domains.calls.testing import Applicant, Committee
from korpu.foundations.accounts.api import NOBODY, acting, actor_of
from korpu.foundations.accounts.testing import make_user
from tests.architecture.access.markers import PROPOSAL
from tests.cast import Cast, office


@dataclass(frozen=True)
class Competition:
    """What the calls room holds.

    Attributes:
        draft: a call nobody but its staff knows of.
        drafting: an application to the open call that its author has not submitted.
        judged: an application of which only staff and assessors may read.
        refused: an application with a letter and an objection.
    """

    draft: Call
    open: Call
    drafting: Applicant
    question: Question
    judging: Call
    judged: Applicant
    decided: Call
    refused: Applicant
    objection: Objection
    contracted: Applicant
    contract: Contract


def a_competition(cast: Cast) -> Competition:
    """Everything through the services."""
    team = _committee(cast)
    draft = testing.make_draft(team, number="MRK-1")
    opened = testing.make_call(team, number="MRK-2", closes_at=timezone.now() + timedelta(days=9))
    drafting = testing.begin(opened)
    testing.fill_in(drafting)
    with acting(NOBODY), holding(drafting.secret):
        question = applications.ask_question(
            application=drafting.application, words="When?", at=testing.START
        )
    judging, judged = _judging(team)
    decided, refused, contracted = _decided(team)
    objection, contract = _afterwards(team, refused, contracted)
    return Competition(
        draft,
        opened,
        testing.Applicant(drafting.secret, testing.opened(drafting.secret)),
        question,
        judging,
        judged,
        decided,
        refused,
        objection,
        contracted,
        contract,
    )


def _committee(cast: Cast) -> Committee:
    second = make_user(role="assessor", office=office("sms-projects"))
    names = ("project_manager", "programme_director", "assessor")
    return Committee(*(cast.actor(name) for name in names), actor_of(second))


def _judging(team: Committee) -> tuple[Call, Applicant]:
    call = testing.make_call(team, number="MRK-3")
    one = testing.apply(call, approach=PROPOSAL.text)
    closed = testing.close(call, team)
    testing.find_eligible(one, team)
    testing.declare_none(closed, team.first)
    return closed, one


def _decided(team: Committee) -> tuple[Call, Applicant, Applicant]:
    call = testing.make_call(team, number="MRK-4")
    refused = testing.apply(call)
    good = testing.apply(call, "good@example.az", tax_number="2222222222")
    closed = testing.close(call, team)
    for one in (refused, good):
        testing.find_eligible(one, team)
    for assessor in team.assessors:
        testing.declare_none(closed, assessor)
        testing.score(refused, assessor, {60: 1, 40: 1})
        testing.score(good, assessor, {60: 9, 40: 5})
    with acting(team.manager):
        revealed = assessing.reveal_scores(call=closed, actor=team.manager, at=testing.AFTER)
        post = call.posts.get(kind="mentor")
    outcomes = {
        refused.application.pk: Proposal(Outcome.REJECT, "Weak."),
        good.application.pk: Proposal(Outcome.AWARD, "Good.", post),
    }
    return testing.decide(revealed, team, outcomes), refused, good


def _afterwards(team: Committee, refused: Applicant, good: Applicant) -> tuple[Objection, Contract]:
    today = timezone.localdate()
    with acting(team.director):
        application = testing.seen_by(team.director, good)
        contract = contracting.sign_contract(
            application=application,
            data=contracting.ContractData(
                valid_from=today,
                valid_until=today + timedelta(days=30),
                deliverables="Visits",
                candidates=list(application.candidates.all()),
            ),
            site="https://korpu.example",
            actor=team.director,
            at=testing.LATER,
        )
    with acting(NOBODY), holding(refused.secret):
        application = Application.objects.get(pk=refused.application.pk)
        objection = objections.lodge_objection(
            application=application, grounds="Wrong.", at=testing.AFTER
        )
    return objection, contract
