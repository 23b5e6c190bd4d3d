"""Terms on the calendar, contracts within the project, and what calls add up to for it."""

from datetime import date, datetime, timedelta

import pytest
from django.utils import timezone

from korpu.domains.calls import figures, testing
from korpu.domains.calls.access import holding
from korpu.domains.calls.enums import Outcome
from korpu.domains.calls.models import Application, Contract
from korpu.domains.calls.services import applications, assessing, contracting, objections
from korpu.domains.calls.services.deciding import Proposal
from korpu.domains.calls.terms import last_day_now, last_day_to_object
from korpu.domains.programmes.api import CountQuery, ProjectRef
from korpu.foundations.accounts.api import NOBODY, acting, actor_of, system_actor
from korpu.foundations.accounts.models import User
from korpu.foundations.accounts.testing import make_compartment, make_office
from korpu.kernel.errors import InvalidInput, NotPossibleNow

pytestmark = pytest.mark.django_db
PROJECT_ENDS = date(2021, 4, 30)
"""RESTART's last day, as its source states it."""


@pytest.fixture
def team():
    return testing.make_committee()


def selected(team, project, *, post):
    """One organisation selected for the post; a second, weaker one is not."""
    call = testing.make_call(team, project=project)
    good = testing.apply(call, post=post)
    weak = testing.apply(call, "weak@example.az", tax_number="2222222222")
    closed = testing.close(call, team)
    for one in (good, weak):
        testing.find_eligible(one, team)
    for assessor in team.assessors:
        testing.declare_none(closed, assessor)
        testing.score(good, assessor, {60: 9, 40: 5})
        testing.score(weak, assessor, {60: 1, 40: 1})
    with acting(team.manager):
        revealed = assessing.reveal_scores(call=closed, actor=team.manager, at=testing.AFTER)
        sought = call.posts.get(kind=post)
    outcomes = {
        good.application.pk: Proposal(Outcome.AWARD, "Good.", sought),
        weak.application.pk: Proposal(Outcome.REJECT, "Weak."),
    }
    testing.decide(revealed, team, outcomes)
    return good, weak


def sign(team, one, *, valid_until, workplace=None, at=testing.LATER):
    """The contract from the first day of the project's last month."""
    application = testing.seen_by(team.director, one)
    with acting(team.director):
        return contracting.sign_contract(
            application=application,
            data=contracting.ContractData(
                valid_from=PROJECT_ENDS.replace(day=1),
                valid_until=valid_until,
                deliverables="Reports",
                candidates=list(application.candidates.all()),
                workplace=workplace,
            ),
            site="https://korpu.example",
            actor=team.director,
            at=at,
        )


def test_a_coordinator_works_in_the_services_own_business_until_the_projects_last_day(team):
    project = testing.load_project("restart")
    workplace = make_compartment("assistance", office=make_office("sms-projects"))
    good, _weak = selected(team, project.uuid, post="coordinator")
    with pytest.raises(InvalidInput) as lacking:
        sign(team, good, valid_until=PROJECT_ENDS)
    assert list(lacking.value.fields) == ["workplace"]
    with pytest.raises(InvalidInput) as outlasting:
        sign(team, good, valid_until=PROJECT_ENDS + timedelta(days=1), workplace=workplace)
    assert "30.04.2021" in str(outlasting.value.fields["valid_until"])
    with acting(team.director):
        assert not Contract.objects.exists()
    sign(team, good, valid_until=PROJECT_ENDS, workplace=workplace)
    with acting(system_actor()):
        person = User.objects.select_related("organisation").get(email="aytan1234567891@example.az")
    assert person.organisation.kind == "ngo"
    held = actor_of(person, on=PROJECT_ENDS).held
    assert [(one.role, one.compartment_id) for one in held] == [
        ("reintegration_coordinator", workplace.pk)
    ]
    assert not actor_of(person, on=PROJECT_ENDS + timedelta(days=1)).held
    assert counted(project, date(2026, 3, 1), date(2026, 4, 30)) == (2, 2, 1)
    assert counted(project, date(2026, 3, 3), date(2026, 3, 31)) == (0, 0, 0)
    said = figures.count_contracts(query_of(project, date(2026, 1, 1), date(2026, 12, 31)))
    assert said.splits == {"post": {"coordinator": 1}}


def query_of(project, first, last, activity=None):
    return CountQuery(ProjectRef(project.uuid, project.code, project.title), activity, first, last)


def counted(project, first, last):
    """Applications, eligible ones and contracts within the days, as a visitor is told."""
    query = query_of(project, first, last)
    by_id = {one.id: one for one in figures.COUNTERS}
    names = ("calls.applications", "calls.eligible", "calls.contracts")
    with acting(NOBODY):
        return tuple(by_id[name].count(query).total for name in names)


def test_how_many_compete_is_told_to_nobody_before_the_call_closes(team):
    project = testing.load_project("restart")
    call = testing.make_call(team, project=project.uuid)
    testing.apply(call)
    march = (date(2026, 3, 1), date(2026, 3, 31))
    assert counted(project, *march) == (0, 0, 0)
    testing.close(call, team)
    assert counted(project, *march) == (1, 0, 0)


@pytest.mark.parametrize(
    ("told_on", "days", "last"),
    [
        (date(2026, 4, 1), 9, date(2026, 4, 10)),  # Friday
        (date(2026, 4, 1), 10, date(2026, 4, 13)),  # Saturday becomes Monday
        (date(2026, 5, 18), 10, date(2026, 6, 1)),  # Independence Day and what Qurban carries over
        (date(2026, 12, 21), 10, date(2027, 1, 5)),  # New Year with what it carries over
    ],
)
def test_a_term_to_object_that_ends_on_a_day_off_ends_on_the_next_working_day(told_on, days, last):
    assert last_day_to_object(days=days, told_on=told_on) == last
    assert last_day_now(told_on + timedelta(days=days)) == last


def test_an_objection_on_the_last_moment_of_the_rolled_day_counts_by_the_services_own_clock(team):
    _good, weak = selected(team, None, post="mentor")
    with acting(NOBODY), holding(weak.secret):
        mine = Application.objects.select_related("call").get()
        assert mine.objection_until == date(2026, 4, 13)
        midnight = datetime(2026, 4, 14, tzinfo=timezone.get_default_timezone())
        lodge = {"application": mine, "grounds": "The points are wrong."}
        with pytest.raises(NotPossibleNow, match=r"13\.04\.2026"):
            objections.lodge_objection(**lodge, at=midnight)
        objections.lodge_objection(**lodge, at=midnight - timedelta(microseconds=1))


def test_an_application_is_in_time_at_the_very_instant_and_late_a_moment_after(team):
    call = testing.make_call(team)
    late, in_time = testing.begin(call, "late@example.az"), testing.begin(call)
    for one, number in ((late, "3333333333"), (in_time, "1234567891")):
        testing.fill_in(one, tax_number=number)
    # 14:00 UTC is 18:00 in Baku, and the refusal says so.
    refused = pytest.raises(NotPossibleNow, match=r"31\.03\.2026 18:00")
    with acting(NOBODY), holding(late.secret), refused:
        applications.submit_application(
            application=late.application, at=testing.CLOSES + timedelta(microseconds=1)
        )
    with acting(NOBODY), holding(in_time.secret):
        sent = applications.submit_application(application=in_time.application, at=testing.CLOSES)
        assert sent.submitted_at == testing.CLOSES
