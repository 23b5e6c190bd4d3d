"""A call from its announcement to the end of a contract."""

from datetime import timedelta

import pytest
from django.utils import timezone

from korpu.domains.calls import testing
from korpu.domains.calls.access import holding
from korpu.domains.calls.enums import CallStatus, Outcome
from korpu.domains.calls.models import Application, Call
from korpu.domains.calls.scores import standings
from korpu.domains.calls.services import assessing, contracting
from korpu.domains.calls.services.deciding import Proposal
from korpu.foundations.accounts.api import NOBODY, acting, actor_of, system_actor
from korpu.foundations.accounts.models import User

pytestmark = pytest.mark.django_db


@pytest.fixture
def team():
    return testing.make_committee()


@pytest.fixture
def call(team):
    return testing.make_call(team)


def scored(call, team):
    """Two submitted applications, scored and revealed; the first is better."""
    good = testing.apply(call)
    weak = testing.apply(call, "other@example.az", tax_number="2222222222")
    closed = testing.close(call, team)
    for one in (good, weak):
        testing.find_eligible(one, team)
    for assessor in team.assessors:
        testing.declare_none(closed, assessor)
        testing.score(good, assessor, {60: 9, 40: 5})
        testing.score(weak, assessor, {60: 3, 40: 2})
    with acting(team.manager):
        return (
            good,
            weak,
            assessing.reveal_scores(call=closed, actor=team.manager, at=testing.AFTER),
        )


def test_an_ngo_applies_wins_and_its_mentor_holds_the_role_for_the_contract_and_no_longer(
    call, team, mailoutbox
):
    good, weak, revealed = scored(call, team)
    with acting(team.manager):
        assert [str(one.total) for one in standings(revealed)] == ["94.00", "34.00"]
        post = call.posts.get(kind="mentor")
    decided = testing.decide(
        revealed,
        team,
        {
            good.application.pk: Proposal(Outcome.AWARD, "The best plan.", post),
            weak.application.pk: Proposal(Outcome.REJECT, "Below the minimum."),
        },
    )
    assert decided.status == CallStatus.DECIDED
    today = timezone.localdate()
    with acting(team.director):
        application = testing.seen_by(team.director, good)
        contract = contracting.sign_contract(
            application=application,
            data=contracting.ContractData(
                valid_from=today,
                valid_until=today + timedelta(days=90),
                deliverables="Visits\nReports",
                candidates=list(application.candidates.all()),
            ),
            site="https://korpu.example",
            actor=team.director,
            at=testing.LATER,
        )
        assert Call.objects.get(pk=call.pk).status == CallStatus.CONTRACTED
    with acting(system_actor()):
        mentor = User.objects.get(email="aytan1234567891@example.az")
        assert mentor.organisation.title_az == "Sınaq İctimai Birliyi"
    assert [held.role for held in actor_of(mentor).held] == ["mentor"]
    assert not actor_of(mentor, on=today + timedelta(days=91)).held
    with acting(team.director):
        contracting.end_contract(
            contract=contract, reason="Funds", actor=team.director, at=timezone.now()
        )
    assert not actor_of(mentor).held
    with acting(NOBODY), holding(good.secret):
        kinds = [one.kind for one in Application.objects.get().notices.all()]
        assert kinds == ["receipt", "decision", "contract", "contract_end"]
