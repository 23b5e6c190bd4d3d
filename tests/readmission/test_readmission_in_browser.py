"""The pages of readmission in a real browser: accessible, on a phone too, without scripts too."""

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from korpu.domains.readmission.models import Draft
from korpu.domains.readmission.testing import (
    a_house,
    a_statement,
    act,
    an_application,
    bring_to,
    link_new_person,
)
from korpu.foundations.accounts.api import acting
from tests.browser import DESKTOP, PHONE, OpenPage, axe_violations, overflow, screenshot

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def house(db):
    return a_house()


def sound(page, name):
    """The page passes axe and does not scroll sideways; its picture is kept."""
    assert axe_violations(page) == []
    assert overflow(page) == 0
    screenshot(page, name)


@pytest.mark.parametrize("viewport", [DESKTOP, PHONE], ids=["desktop", "phone"])
def test_a_liaison_writes_and_submits_without_scripts(open_page: OpenPage, house, viewport) -> None:
    width = viewport["width"]
    page = open_page(
        "/readmission/", user=house.liaison.user, viewport=viewport, scripts=viewport is PHONE
    )
    page.get_by_role("button", name="New application").click()
    page.get_by_role("button", name="Save and continue").click()
    expect(page.get_by_role("heading", name="There is a problem")).to_be_visible()
    if viewport is PHONE:
        sound(page, f"readmission-header-wrong-{width}")
    page.get_by_label("Your reference number").fill("D-2026/0042")
    page.get_by_label("Normal procedure").check()
    established = page.get_by_role("group", name="Date on which irregular stay was established")
    established.get_by_label("Day").fill("2026-03-01")
    page.get_by_label("Officer in charge").fill("Anna Beispiel")
    page.get_by_label("E-mail address").fill("anna@example.org")
    page.get_by_role("button", name="Save and continue").click()
    page.get_by_label("Surname", exact=False).first.fill("Quliyeva")
    page.get_by_label("Female").check()
    page.get_by_label("Date of birth").fill("07.05.1988")
    page.get_by_role("button", name="Save and continue").click()
    expect(page.get_by_role("heading", name="Family members")).to_be_visible()
    page.get_by_role("button", name="Continue", exact=True).click()
    page.get_by_role("button", name="Continue", exact=True).click()
    page.get_by_label("No care, health or transport needs are stated").check()
    page.get_by_role("button", name="Save and continue").click()
    expect(page.get_by_role("heading", name="Check your answers")).to_be_visible()
    screenshot(page, f"readmission-check-{width}")
    page.get_by_role("button", name="Submit the application").click()
    expect(page.get_by_text("The application has been submitted.")).to_be_visible()


@pytest.mark.parametrize("language", ["az"])
def test_every_step_is_accessible(open_page: OpenPage, house, language) -> None:
    user = house.liaison.user
    with acting(house.liaison):
        user.language = language
        user.save(update_fields=["language"])
    page = open_page("/readmission/", user=user, language=language)
    sound(page, f"readmission-empty-{language}")
    page.locator("main form button").first.click()
    with acting(house.liaison):
        draft = Draft.objects.get()
    origin = page.url.split("/readmission/")[0]
    for name in ("header", "person", "family", "evidence", "needs", "check"):
        page.goto(f"{origin}/readmission/drafts/{draft.uuid}/{name}/")
        sound(page, f"readmission-{name}-{language}")


def test_what_is_typed_is_saved_while_typing(open_page: OpenPage, house) -> None:
    page = open_page("/readmission/", user=house.liaison.user)
    page.get_by_role("button", name="New application").click()
    with page.expect_response(lambda answer: answer.status == 204):
        page.get_by_label("Your reference number").fill("D-7")
        page.get_by_label("Officer in charge").focus()
    page.reload()
    expect(page.get_by_label("Your reference number")).to_have_value("D-7")


@pytest.mark.parametrize("viewport", [DESKTOP, PHONE], ids=["desktop", "phone"])
def test_the_case_and_the_comparison_are_accessible(open_page: OpenPage, house, viewport) -> None:
    at = timezone.now()
    statement = a_statement(needs_basis="consent", health_needs="Insulin")
    case = an_application(house, statement, at=at).case
    act(case, "begin_examination", house.officer, at=at)
    page = open_page(
        f"/readmission/cases/{case.uuid}/identity/", user=house.officer.user, viewport=viewport
    )
    page.get_by_role("button", name="Search the register").click()
    sound(page, f"readmission-identity-{viewport['width']}")
    page.get_by_role("button", name="Register a new person").click()
    expect(page.get_by_text("The application is linked to a person.")).to_be_visible()
    page.goto(page.url.split("/readmission/")[0] + f"/cases/{case.uuid}/")
    sound(page, f"readmission-case-{viewport['width']}")


def test_the_border_officer_confirms_an_arrival_on_a_phone(open_page: OpenPage, house) -> None:
    at = timezone.now()
    case = an_application(house, at=at).case
    bring_to(house, case, "transfer_announced", at=at)
    page = open_page(f"/cases/{case.uuid}/", user=house.border.user, viewport=PHONE)
    sound(page, "readmission-border-360")
    page.get_by_role("link", name="Confirm arrival").click()
    sound(page, "readmission-arrival-360")
    page.get_by_label("Time of the handover").fill("00:01")
    page.get_by_label("No", exact=True).check()
    for box in page.get_by_role("checkbox").all():
        box.check()
    page.locator("main form button").first.click()
    expect(page.get_by_text("Arrived").first).to_be_visible()


def test_the_pages_of_tokens_and_of_the_interface_are_accessible(
    open_page: OpenPage, house
) -> None:
    page = open_page("/readmission/tokens/new/", user=house.administrator.user)
    sound(page, "readmission-token-new")
    page.get_by_label("Requesting authority").select_option(index=1)
    page.get_by_label("System").fill("Case system")
    page.get_by_role("button", name="Make the token").click()
    sound(page, "readmission-token-made")
    page.get_by_role("link", name="All tokens").click()
    sound(page, "readmission-tokens")
    page.get_by_role("link", name="Documentation of the interface").click()
    sound(page, "readmission-api-docs")


def test_a_refused_case_is_accessible_to_its_liaison(open_page: OpenPage, house) -> None:
    at = timezone.now()
    case = an_application(house, at=at).case
    bring_to(house, case, "under_examination", at=at)
    link_new_person(house, case, at=at)
    act(case, "refuse", house.officer, at=at, grounds=["not_a_national"])
    page = open_page(f"/cases/{case.uuid}/", user=house.liaison.user)
    sound(page, "readmission-liaison-case")
