"""A day in an office that works on the general pages, by hand, in Azerbaijani."""

from datetime import timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import Page, expect

from korpu.foundations.accounts.api import acting
from korpu.foundations.casework.models import Case
from tests.browser import PHONE, OpenPage, axe_violations, overflow, screenshot
from tests.cast import Cast
from tests.law.test_law_in_browser import fill, speak

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def day(moved: int = 0) -> str:
    return (timezone.localdate() + timedelta(days=moved)).isoformat()


def send(page: Page, form: str = ":has(textarea, input:not([type=hidden]), select)") -> None:
    """The last button of a form, and the page that answers."""
    with page.expect_navigation():
        page.locator(f"main form{form} button").last.click()


def seen(page: Page, name: str) -> None:
    """Fit for everybody, and pictured."""
    assert axe_violations(page) == []
    assert overflow(page) == 0
    screenshot(page, name)


def test_a_case_from_its_opening_to_the_letter_that_came_back(
    open_page: OpenPage, cast: Cast
) -> None:
    chief = cast["residence_supervisor"]
    page = open_page("/cases/open/az/stay-extension/", user=chief)
    speak(page, "az")
    seen(page, "casework-open-az")
    fill(page, fact_stay_until=day(9), fact_ground="treatment", fact_speed="standard")
    send(page)
    expect(page.get_by_text("Şəxsə demək üçün")).to_be_visible()
    base = page.url
    page.goto(f"{base}acts/examine_reasons/")
    fill(page, note="Müalicənin sənədləri oxunub.")
    send(page)
    page.goto(f"{base}acts/refuse_extension/")
    fill(page, note="Müalicə başa çatıb; Miqrasiya Məcəlləsi.")
    page.locator("[name=confirmed]").check()
    send(page)
    page.goto(f"{base}papers/")
    with page.expect_navigation():
        page.get_by_role("link", name="Məktubu yazmaq").first.click()
    fill(page, addressee="Deniz Yılmaz\nBakı, Nümunə küçəsi 1", language="ru")
    seen(page, "casework-letter-az")
    send(page)
    expect(page.get_by_text("Məktub hazırdır.")).to_be_visible()
    send(page, "[action*='/send/']")
    with page.expect_navigation():
        page.locator("a[href*='/returned/']").first.click()
    fill(page, returned_on=day(), note="Ünvanda yaşamır")
    send(page)
    expect(page.get_by_text("Ünvanda yaşamır")).to_be_visible()
    seen(page, "casework-papers-az")
    page.goto(f"{base}deviations/")
    seen(page, "casework-deviations-az")


def test_the_desk_of_an_office_list_enquiry_hand_over_and_cover(
    open_page: OpenPage, cast: Cast
) -> None:
    chief, officer = cast["residence_supervisor"], cast["residence_officer"]
    page = open_page("/cases/open/az/work-permit/", user=chief)
    speak(page, "az")
    fill(page, fact_work_from=day(30), fact_ground="ordinary", fact_speed="standard")
    send(page)
    base = page.url
    page.goto(f"{base}enquiries/ask/")
    body = page.locator("select[name=organisation] option").nth(1).get_attribute("value")
    fill(page, organisation=str(body), address="a@example.org", title="Müqavilə", due_on=day(5))
    fill(page, text="Müqavilə qeydiyyatdadırmı?")
    send(page)
    expect(page.get_by_text("Müqavilə").first).to_be_visible()
    page.goto(page.url.split("/cases/")[0] + "/work/?view=office")
    page.goto(page.url.split("/work/")[0] + "/work/lists/save/?view=office")
    fill(page, title="İdarənin işləri")
    send(page)
    expect(page.get_by_text("İdarənin işləri").first).to_be_visible()
    site = page.url.split("/work/")[0]
    page.goto(f"{site}/work/board/")
    seen(page, "casework-board-az")
    page.goto(f"{site}/work/board/hand-over/")
    page.locator(f"[name=to][value='{officer.pk}']").check()
    send(page, "[method=get]")
    send(page, "[method=post]")
    with acting(cast.actor("residence_supervisor")):
        assert Case.objects.get(procedure="az/work-permit").assigned_to_id == officer.pk
    page.goto(f"{site}/work/board/cover/")
    fill(page, absent=str(officer.pk), deputy="", valid_from=day(), valid_until=day(3))
    fill(page, reason="Məzuniyyət")
    send(page)
    expect(page.locator(".govuk-error-summary")).to_be_visible()
    expect(page.locator("[name=reason]")).to_have_value("Məzuniyyət")


def test_on_a_phone_in_russian_nothing_runs_out_of_the_page(
    open_page: OpenPage, cast: Cast
) -> None:
    officer = cast["residence_officer"]
    page = open_page("/cases/open/az/stay-extension/", user=officer, viewport=PHONE)
    speak(page, "ru")
    fill(page, fact_stay_until=day(9), fact_ground="treatment", fact_speed="standard")
    send(page)
    base = page.url
    for tab in ("", "log/", "papers/", "work/", "deviations/", "acts/examine_reasons/"):
        page.goto(base + tab)
        assert overflow(page) == 0, tab
        screenshot(page, f"casework-{tab.strip('/').replace('/', '-') or 'case'}-ru-phone")
    page.goto(base.split("/cases/")[0] + "/work/desk/")
    seen(page, "casework-desk-ru-phone")
