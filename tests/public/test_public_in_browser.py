"""The public site and the office's pages of a project in a browser: accessible, on a phone too."""

import pytest
from django.utils import timezone

from korpu.domains.events.api import load_events
from korpu.domains.information.testing import load_shipped_publications
from korpu.foundations.accounts.api import acting, system_actor
from korpu.foundations.accounts.testing import make_user
from korpu.foundations.organisations.models import Office
from tests.browser import DESKTOP, PHONE, OpenPage, axe_violations, overflow

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
PUBLIC = (
    *("/", "/projects/", "/projects/mobilaze/", "/projects/restart/", "/events/", "/calls/"),
    *("/publications/", "/publications/recommendations/", "/open-data/", "/open-data/iati/"),
    "/search/?q=mobilaze",
)
TABS = (
    *("", "logframe/", "activities/", "money/", "organisations/", "risks/", "sources/"),
    *(
        "reports/",
        "reports/now/",
        "approvals/",
        "workbook/",
        "history/",
        "edit/",
        "parts/dates/new/",
    ),
)
OFFICE = (
    *("projects/", "new-project/", "events/", "calls/", "publications/"),
    *(f"projects/restart/{tab}" for tab in TABS),
)
VIEWS = pytest.mark.parametrize(
    ("language", "viewport"),
    [("az", DESKTOP), ("en", PHONE), ("ru", PHONE)],
    ids=("az", "en", "ru"),
)


@pytest.fixture
def shipped(transactional_db: None) -> None:
    load_shipped_publications()
    with acting(system_actor()) as actor:
        load_events(actor=actor, at=timezone.now())


def faults_of(page, paths):
    root = page.evaluate("location.origin")
    for path in paths:
        answer = page.goto(root + path)
        if answer.status != 200:
            yield f"{path}: {answer.status}"
        if overflow(page):
            yield f"{path}: {overflow(page)} pixels too wide"
        yield from (f"{path}: {fault}" for fault in axe_violations(page))


@VIEWS
def test_a_visitor_can_read_every_page(shipped, open_page: OpenPage, language, viewport):
    page = open_page("/", language=language, viewport=viewport)
    assert list(faults_of(page, PUBLIC)) == []


@VIEWS
def test_a_project_manager_can_work_on_every_page(shipped, open_page: OpenPage, language, viewport):
    with acting(system_actor()):
        office = Office.objects.get(code="sms-projects")
    user = make_user(role="project_manager", office=office, language=language)
    page = open_page("/", language=language, viewport=viewport, user=user)
    assert list(faults_of(page, (f"/programmes/{path}" for path in OFFICE))) == []


def test_without_a_script_the_search_still_leads_to_the_project(shipped, open_page: OpenPage):
    page = open_page("/", language="ru", viewport=PHONE, scripts=False)
    page.get_by_role("searchbox").fill("mobilaze")
    page.get_by_role("searchbox").press("Enter")
    page.get_by_role("link", name="MOBILAZE-2").first.click()
    assert page.url.split("?")[0].endswith("/projects/mobilaze-2/")
