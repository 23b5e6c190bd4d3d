"""The law changes while the service runs: amended, tried, signed, decreed, run again; by hand."""

import json
from argparse import Namespace
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from django.utils import timezone
from playwright.sync_api import Page

from korpu.engines.procedure.receipt_command import check_file
from korpu.foundations.accounts.api import acting, system_actor
from korpu.foundations.casework import registry
from korpu.foundations.casework.api import Case, declared_library, verify_projection
from korpu.foundations.casework.testing import READMISSION, act, make_case, readmission_type
from korpu.foundations.law.models import Change, Work
from korpu.foundations.law.services.batches import carry_on
from tests.browser import PHONE, OpenPage, axe_violations, screenshot
from tests.cast import Cast, office

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture(autouse=True)
def readmission_without_its_domain() -> Iterator[None]:
    """Cases of readmission with facts that open every door."""
    before = dict(registry._case_types)
    registry._case_types[READMISSION] = readmission_type()
    yield
    registry._case_types.clear()
    registry._case_types.update(before)


def opened(cast: Cast, on: date) -> Case:
    from korpu.foundations.accounts.models import Compartment

    with acting(cast.actor("readmission_officer")) as officer:
        place = Compartment.objects.get(business="readmission", office=office("sms-readmission"))
        return make_case(actor=officer, compartment=place, effective_on=on)


def due(case: Case) -> date:
    with acting(system_actor()):
        found = case.deadlines.get(deadline="reply").due_on
    assert found is not None
    return found


def worker() -> None:
    """What the worker does with the computation asked for last."""
    with acting(system_actor()):
        work = Work.objects.latest("pk")
    more = True
    while more:
        with acting(system_actor()) as actor:
            more = carry_on(work_id=work.pk, actor=actor, at=timezone.now())


def fill(page: Page, **typed: str) -> None:
    """Fields by name; a date as ISO into its first box; a radio by its value."""
    for name, value in typed.items():
        field = page.locator(f"[name={name}]")
        if field.count() == 0:
            page.locator(f"[name={name}-day]").fill(value)
        elif field.first.get_attribute("type") == "radio":
            page.locator(f"[name={name}][value={value}]").check()
        elif field.evaluate("e => e.tagName") == "SELECT":
            field.select_option(value)
        else:
            field.fill(value)


def submit(page: Page, action: str = "") -> None:
    form = f"main form[action*='{action}'] button" if action else "main form button"
    page.locator(form).first.click()


def speak(page: Page, language: str) -> None:
    """Go on in another language on the same page."""
    site, path = page.url.split("/", 3)[:3], page.url.split("/", 3)[3]
    page.goto(f"{'/'.join(site)}/language/{language}/?next=/{path}")


def look(page: Page, name: str) -> None:
    assert axe_violations(page) == []
    screenshot(page, name)


def test_a_term_is_amended_a_holiday_decreed_and_a_decision_run_again(  # noqa: PLR0915  one story
    open_page: OpenPage, cast: Cast, tmp_path: Path
) -> None:
    today = timezone.localdate()
    old = opened(cast, today)
    first_due = due(old)

    # An administrator amends the term and sees what changes, the proof and the what-if.
    desk = open_page("/law/add/number/", user=cast["administrator"], language="en")
    submit(desk)
    look(desk, "law-errors")
    fill(desk, subject="rd.reply.normal", quantity="10", valid_from=today.isoformat())
    fill(desk, instrument="Amending Act No. 7 of 2026", article="Art. 2", confidence="seen")
    submit(desk)
    assert "Before: 15 calendar days. Now: 10 calendar days" in desk.inner_text("main")
    look(desk, "law-draft")
    draft = desk.url
    desk.locator("a[href$='/what-if/']").click()
    fill(desk, first=(today - timedelta(days=365)).isoformat(), last=today.isoformat())
    submit(desk)
    worker()
    desk.reload()
    assert "Cases computed: 1." in desk.inner_text("main")
    look(desk, "law-what-if")

    # A second person signs; new cases take the new term, old ones keep theirs.
    path = draft[draft.index("/law/") :]
    lawyer = open_page(path, user=cast["lawyer"])
    speak(lawyer, "az")
    lawyer.locator("[name=read]").check()
    look(lawyer, "law-sign")
    submit(lawyer, "publish")
    look(lawyer, "law-published")
    new = opened(cast, today)
    assert due(old) == first_due
    assert new.procedure_version != old.procedure_version
    assert due(new) < first_due

    # A holiday is decreed on the last day of the old case.
    desk.goto(draft.replace(path, "/law/add/day_off/"))
    fill(desk, subject="az", valid_from=first_due.isoformat(), title_az="Yas günü")
    fill(desk, title_en="Day of mourning", title_ru="День траура")
    fill(desk, instrument="Order of the President No. 12", article="1", confidence="seen")
    submit(desk)
    with acting(cast.actor("administrator")):
        decree = Change.objects.latest("pk")
    lawyer.goto(draft.replace(path, f"/law/changes/{decree.uuid}/"))
    lawyer.locator("[name=read]").check()
    submit(lawyer, "publish")
    worker()
    calendar = declared_library().calendars["az"]
    assert due(old) == calendar.roll(first_due + timedelta(days=1), "next_working_day")
    assert due(new) < first_due
    officer = open_page(f"/cases/{old.uuid}/", user=cast["readmission_officer"])
    speak(officer, "az")
    assert "qeyri-iş günü elan olunub" in officer.inner_text("main")
    look(officer, "law-case")
    phone = open_page(f"/cases/{old.uuid}/", user=cast["readmission_officer"], viewport=PHONE)
    speak(phone, "ru")
    assert "объявлен нерабочим днём" in phone.inner_text("main")

    # A decision is taken; its receipt is run again with nothing but the file.
    with acting(cast.actor("readmission_officer")) as actor:
        act(old, "begin_examination", actor)
        act(old, "confirm_identity", actor)
        act(old, "agree", actor, note="Nationality is proven.")
    officer.goto(officer.url + "receipts/")
    look(officer, "law-receipts")
    with officer.expect_download() as taken:
        officer.locator("main table a").first.click()
    file = tmp_path / "receipt.json"
    taken.value.save_as(file)
    assert check_file(Namespace(file=file)) == 0
    content = json.loads(file.read_text())
    content["receipt"]["status_after"] = "refused"
    file.write_text(json.dumps(content))
    assert check_file(Namespace(file=file)) == 1
    with acting(system_actor()):
        assert list(verify_projection()) == []
