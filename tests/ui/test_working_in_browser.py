"""What a person does on a page: with the keyboard, on a phone, with and without scripts."""

import pytest
from playwright.sync_api import expect

from tests.browser import PHONE, OpenPage, axe_violations, overflow, screenshot

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def test_a_refused_form_leads_from_the_summary_to_its_field(open_page: OpenPage) -> None:
    page = open_page("/patterns/form/", viewport=PHONE)
    page.get_by_label("Ad, soyad").fill("Əli 7")
    page.locator("form button[type=submit]").click()
    summary = page.locator(".govuk-error-summary")
    expect(summary).to_be_focused()
    expect(page.get_by_label("Ad, soyad")).to_have_value("Əli 7")
    assert axe_violations(page) == []
    assert overflow(page) == 0
    screenshot(page, "form-refused-az-phone")
    summary.get_by_text("Doğum tarixi").click()
    expect(page.get_by_label("Gün", exact=True)).to_be_focused()


def test_a_long_list_can_be_searched_by_typing(open_page: OpenPage) -> None:
    page = open_page("/patterns/form/")
    box = page.get_by_role("combobox", name="Dövlət")
    box.fill("Pol")
    page.get_by_role("option", name="Polşa").click()
    assert page.locator("select[name=state]").evaluate("select => select.value") == "PL"
    assert axe_violations(page) == []


def test_the_file_field_speaks_the_language_of_the_page(open_page: OpenPage) -> None:
    page = open_page("/patterns/form/", language="ru")
    field = page.locator("input[type=file]")
    expect(page.get_by_text("Файл не выбран")).to_be_visible()
    field.set_input_files(
        [
            {"name": f"{name}.pdf", "mimeType": "application/pdf", "buffer": b"%PDF"}
            for name in ("паспорт", "билет")
        ]
    )
    expect(page.get_by_text("Выбрано файлов: 2")).to_be_visible()
    expect(page.locator(".korpu-files")).to_contain_text("паспорт.pdf")


def test_everything_can_be_reached_without_scripts(open_page: OpenPage) -> None:
    page = open_page("/patterns/form/", scripts=False)
    page.locator("select[name=state]").select_option("DE")
    page.locator("form button[type=submit]").click()
    expect(page.locator(".govuk-error-summary")).to_be_visible()
    assert page.locator("select[name=state]").input_value() == "DE"
    page.goto(page.url.replace("form", "list"))
    page.get_by_label("Nömrə").fill("000007")
    page.get_by_role("button", name="Süzgəcləri tətbiq et").click()
    expect(page.get_by_role("status")).to_contain_text("1 nəticə")


def test_the_keyboard_reaches_the_content_first(open_page: OpenPage) -> None:
    page = open_page("/help/", language="en")
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Skip to the main content")).to_be_focused()
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main-content"


def test_the_language_switch_stays_on_the_page_and_is_remembered(open_page: OpenPage) -> None:
    page = open_page("/patterns/list/?number=RDM&sort=-due")
    page.get_by_role("link", name="Русский").click()
    expect(page.get_by_role("heading", name="Дела")).to_be_visible()
    assert page.url.endswith("/patterns/list/?number=RDM&sort=-due")
    page.get_by_role("link", name="Помощь").click()
    assert page.locator("html").get_attribute("lang") == "ru"


def test_the_filter_panel_is_folded_on_a_phone_until_it_is_used(open_page: OpenPage) -> None:
    page = open_page("/patterns/list/", viewport=PHONE)
    assert page.locator("details.korpu-filter").get_attribute("open") is None
    page.goto(page.url + "?number=RDM")
    assert page.locator("details.korpu-filter").get_attribute("open") is not None


def test_a_warning_on_a_rule_opens_with_the_keyboard(open_page: OpenPage) -> None:
    page = open_page("/patterns/", language="en")
    flag = page.get_by_text("not verified", exact=True)
    flag.focus()
    page.keyboard.press("Enter")
    expect(page.get_by_text("Nobody has checked this rule")).to_be_visible()


def test_the_login_page_is_accessible(open_page: OpenPage) -> None:
    for language in ("az", "ru"):
        page = open_page("/accounts/login/", language=language, viewport=PHONE)
        screenshot(page, f"login-{language}-phone")
        assert axe_violations(page) == []
        assert overflow(page) == 0
