"""Programmes with the keyboard alone, and each kind of office page for accessibility."""

from datetime import timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from korpu.domains.calls import testing as calls
from korpu.domains.calls.enums import Outcome
from korpu.domains.calls.services import assessing, deciding
from korpu.domains.calls.services.deciding import Proposal
from korpu.domains.events.models import Participant
from korpu.domains.events.services.outcomes import add_decision
from korpu.domains.events.testing import make_announced
from korpu.domains.information.models import Publication
from korpu.domains.information.testing import load_shipped_publications
from korpu.foundations.accounts.api import acting, actor_of, system_actor
from korpu.foundations.accounts.testing import make_user
from korpu.foundations.organisations.models import Office
from tests.browser import DESKTOP, PHONE, OpenPage, axe_violations, overflow
from tests.programmes.keyboard import Keyboard

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def office(transactional_db: None) -> Office:
    """The office of the shipped projects, with its publications."""
    load_shipped_publications()
    with acting(system_actor()):
        return Office.objects.get(code="sms-projects")


def training(office, *, language="en"):
    """An announced training in three weeks, and who keeps it."""
    manager = actor_of(make_user(role="project_manager", office=office, language=language))
    now = timezone.now()
    first = timezone.localdate(now) + timedelta(days=21)
    event = make_announced(manager, first=first, at=now, days=2)
    with acting(manager):
        add_decision(
            event=event, text="Do it", owner=manager.user, due_on=first, actor=manager, at=now
        )
    return event, manager


def proposed_call():
    """A call whose two applications are scored, with a proposal that waits for the director."""
    team = calls.make_committee()
    call = calls.make_call(team)
    good, weak = calls.apply(call), calls.apply(call, "b@x.az", tax_number="2222222222")
    closed = calls.close(call, team)
    for one in (good, weak):
        calls.find_eligible(one, team)
    for assessor in team.assessors:
        calls.declare_none(closed, assessor)
        calls.score(good, assessor, {60: 9, 40: 5})
        calls.score(weak, assessor, {60: 3, 40: 2})
    with acting(team.manager):
        revealed = assessing.reveal_scores(call=closed, actor=team.manager, at=calls.AFTER)
        outcomes = {
            good.application.pk: Proposal(
                Outcome.AWARD, "The best plan.", call.posts.get(kind="mentor")
            ),
            weak.application.pk: Proposal(Outcome.REJECT, "Below the minimum."),
        }
        deciding.propose_decisions(
            call=revealed, proposals=outcomes, actor=team.manager, at=calls.AFTER
        )
    return call, team


def test_a_visitor_finds_a_project_and_registers_for_a_training_with_the_keyboard(
    office, open_page: OpenPage
):
    training(office)
    page = open_page("/", language="en")
    hands = Keyboard(page)
    hands.skip_to_content()
    hands.leaves_and_returns()

    page.goto(page.url)
    hands.type_into("q", "mobi̇laze")
    with page.expect_navigation():
        hands.press("Enter")
    hands.follow("MOBILAZE-2")
    assert page.url.endswith("/projects/mobilaze-2/")
    hands.skip_to_content()
    hands.leaves_and_returns()

    page.goto(page.url.split("/projects/")[0] + "/publications/")
    hands.go(lambda stop: stop.words == "Filters")  # open beside the list, as there is room
    hands.go(lambda stop: stop.name == "kind")
    page.keyboard.type("Stud")
    hands.follow("Apply filters")
    assert "kind=study" in page.url
    hands.leaves_and_returns()

    page.goto(page.url.split("/publications/")[0] + "/events/?when=upcoming")
    hands.follow("Document security")
    hands.follow("Register for this event")
    for name, words in (
        ("family_name", "Sınaqlı"),
        ("given_names", "Aytən"),
        ("email", "aytan@example.org"),
    ):
        hands.type_into(name, words)
    hands.go(lambda stop: "Send the registration" in stop.words)
    with page.expect_navigation():
        hands.press("Enter")
    expect(page.get_by_role("alert")).to_be_visible()
    hands.go(lambda stop: stop.href == "#id_consents")
    hands.press("Enter", "Space")
    hands.follow("Send the registration")
    assert page.url.endswith("/registered/")
    with acting(system_actor()):
        assert Participant.objects.get().family_name == "Sınaqlı", "Typed once, kept."


def test_the_office_reads_a_framework_and_decides_on_a_call_with_the_keyboard(
    office, open_page: OpenPage
):
    call, team = proposed_call()
    page = open_page(
        f"/programmes/calls/call/{call.number}/", language="en", user=team.director.user
    )
    hands = Keyboard(page)
    hands.skip_to_content()
    hands.follow("Decision")
    hands.leaves_and_returns()
    page.goto(page.url)
    hands.follow("Decide as proposed")
    expect(page.get_by_text("Decided. The letters are on their way.")).to_be_visible()

    manager = make_user(role="project_manager", office=office, language="en")
    page = open_page("/programmes/projects/restart/", language="en", user=manager)
    hands = Keyboard(page)
    hands.follow("Logical framework")
    assert page.url.endswith("/logframe/")
    hands.skip_to_content()
    hands.leaves_and_returns()


@pytest.mark.parametrize(
    ("language", "viewport"),
    [("az", DESKTOP), ("en", PHONE), ("ru", PHONE)],
    ids=("az", "en", "ru"),
)
def test_each_kind_of_office_page_is_accessible_and_fits(
    office, open_page: OpenPage, language, viewport
):
    event, manager = training(office, language=language)
    call, team = proposed_call()
    with acting(system_actor()):
        work = Publication.objects.order_by("pk").first()
    own = f"/programmes/events/{event.uuid}/"
    ones = (
        *(own, f"{own}programme/", f"{own}participants/", f"{own}invitations/", f"{own}outcome/"),
        *(f"{own}attendance/", f"{own}certificates/", f"{own}edit/", "/programmes/events/tasks/"),
        *(f"/programmes/publications/{work.uuid}/", "/programmes/publications/new/"),
        f"/programmes/publications/{work.uuid}/editions/new/languages/",
    )
    about = f"/programmes/calls/call/{call.number}/"
    with acting(system_actor()):
        director = team.director.user
        director.language = language
        director.save()
    others = (about, f"{about}assessment/", f"{about}decision/", f"{about}applications/")
    found = []
    for user, paths in ((manager.user, ones), (director, others)):
        page = open_page("/", language=language, viewport=viewport, user=user)
        root = page.evaluate("location.origin")
        for path in paths:
            answer = page.goto(root + path)
            assert answer is not None
            found += [f"{path}: {answer.status}"] if answer.status != 200 else []
            found += [f"{path}: {overflow(page)} pixels too wide"] if overflow(page) else []
            found += [f"{path}: {fault}" for fault in axe_violations(page)]
    assert found == []
