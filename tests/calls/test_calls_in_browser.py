"""An organisation applies, wins, and its mentor sees what is assigned, until the contract ends."""

import re
from datetime import timedelta
from pathlib import Path

import pytest
from django.utils import timezone
from playwright.sync_api import Page, expect

from korpu.domains.assistance import testing as assistance
from korpu.domains.assistance.models import SupportPlan
from korpu.domains.calls import testing
from korpu.domains.calls.enums import Outcome
from korpu.domains.calls.models import Application, Call, Contract
from korpu.domains.calls.services import assessing, contracting
from korpu.domains.calls.services.deciding import Proposal
from korpu.domains.calls.testing import Applicant, Committee
from korpu.foundations.accounts.api import acting, system_actor
from korpu.foundations.accounts.models import User
from korpu.foundations.casework.api import CaseShare
from korpu.foundations.mail.api import Message
from tests.browser import PHONE, OpenPage, axe_violations, overflow, screenshot

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def sent_link() -> str:
    """The address in the last message that waits to be sent."""
    with acting(system_actor()):
        text = Message.objects.order_by("-pk").values_list("text", flat=True)[0]
    found = re.search(r"/calls/application/\S+/", text)
    assert found is not None
    return found.group()


def apply(open_page: OpenPage, call: Call, charter: Path) -> Applicant:
    """From the public page to the receipt, on a phone."""
    page = open_page(f"/calls/{call.number}/", language="en", viewport=PHONE)
    assert axe_violations(page) == []
    page.get_by_role("button", name="Apply, or return to your application").click()
    page.get_by_label("E-mail address of the organisation").fill("ngo@example.az")
    page.get_by_label("English").check()
    page.get_by_role("button", name="Send me the link").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Look into your mailbox")
    link = sent_link()
    page = open_page(f"{link}edit/", language="en", viewport=PHONE)
    assert axe_violations(page) == []
    assert overflow(page) == 0
    write(page)
    page.get_by_role("link", name="Enclose documents").click()
    page.locator("input[type=file]").set_input_files(charter)
    page.get_by_role("button", name="Enclose this file").click()
    expect(page.get_by_role("link", name="charter.pdf")).to_be_visible()
    page.get_by_role("link", name="Back to your application").click()
    page.get_by_role("link", name="Check and submit").click()
    page.get_by_role("button", name="Hand the application in").click()
    expect(page.get_by_text("Submitted. The receipt is below")).to_be_visible()
    assert axe_violations(page) == []
    screenshot(page, "call-applicant-en")
    secret = link.split("/")[3]
    return Applicant(secret, testing.opened(secret))


def write(page: Page) -> None:
    """Fill in the application and save it."""
    for label, words in {
        "Name of the organisation": "Sınaq İctimai Birliyi",
        "Tax number (VÖEN)": "1234567891",
        "Address of the organisation": "Bakı",
        "Contact person": "Aytən Sınaq",
        "Experience of the organisation": "Ten years",
        "How you would do the work": "Visits",
        "Who declares that these statements are true": "Aytən Sınaq, chair",
    }.items():
        page.get_by_label(label).fill(words)
    mentor = page.get_by_role("group", name="Reintegration mentor, 1")
    mentor.get_by_label("Full name").fill("Mehriban Mentor")
    mentor.get_by_label("The person's own e-mail address").fill("mehriban@example.az")
    page.get_by_label("No", exact=True).check()
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_text("Nothing is sent before you submit it")).to_be_visible()


def select(call: Call, team: Committee, one: Applicant) -> Contract:
    """Checked, scored, decided, and contracted from today for thirty days."""
    with acting(system_actor()):
        Call.objects.filter(pk=call.pk).update(closes_at=testing.CLOSES)
    closed = testing.close(Call.objects.get(pk=call.pk), team)
    testing.find_eligible(one, team)
    for assessor in team.assessors:
        testing.declare_none(closed, assessor)
        testing.score(one, assessor, {60: 9, 40: 5})
    with acting(team.manager):
        revealed = assessing.reveal_scores(call=closed, actor=team.manager, at=testing.AFTER)
        post = call.posts.get(kind="mentor")
    testing.decide(revealed, team, {one.application.pk: Proposal(Outcome.AWARD, "Best.", post)})
    today = timezone.localdate()
    with acting(team.director):
        application = testing.seen_by(team.director, one)
        return contracting.sign_contract(
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


def assigned(mentor: User) -> tuple[SupportPlan, SupportPlan]:
    """Two returnees; the first is the mentor's for a week."""
    team, now, today = assistance.make_team(), timezone.now(), timezone.localdate()
    with acting(team.coordinator):
        own, other = (assistance.make_plan(team, at=now, on=today) for _ in range(2))
    given = {"at": now, "on": today}
    assistance.do(
        own.case,
        "screen_vulnerability",
        team.coordinator,
        is_vulnerable=True,
        grounds="Alone",
        has_red_signal=False,
        signals={},
        **given,
    )
    assistance.do(
        own.case,
        "assign_mentor",
        team.coordinator,
        mentor=mentor,
        valid_until=today + timedelta(days=7),
        **given,
    )
    return own, other


def test_an_organisation_applies_wins_and_its_mentor_sees_only_the_assigned_until_the_end(
    open_page, tmp_path
):
    team = testing.make_committee()
    call = testing.make_call(team, closes_at=timezone.now() + timedelta(days=1))
    charter = tmp_path / "charter.pdf"
    charter.write_bytes(testing.a_pdf())
    one = apply(open_page, call, charter)
    contract = select(call, team, one)
    with acting(system_actor()):
        mentor = User.objects.get(email="mehriban@example.az")
    own, other = assigned(mentor)
    page = open_page("/work/?view=shared", user=mentor)
    expect(page.get_by_text(own.case.number).first).to_be_visible()
    expect(page.get_by_text(other.case.number)).to_have_count(0)
    case = f"/cases/{own.case.uuid}/"
    expect(open_page(case, user=mentor).get_by_text(own.case.number).first).to_be_visible()
    with acting(team.director):
        contracting.end_contract(
            contract=contract, reason="Funds ended", actor=team.director, at=timezone.now()
        )
    with acting(system_actor()):
        assert not CaseShare.objects.filter(user=mentor, ended_at=None).exists()
        assert not Application.objects.filter(status="awarded").exists()
    for path in ("/work/?view=shared", case):
        shut = open_page(path, user=mentor)
        expect(shut.get_by_text(own.case.number)).to_have_count(0)
