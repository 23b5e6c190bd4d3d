"""The pages of statistics in a real browser: accessible, and never wider than a phone."""

from urllib.parse import urljoin

import pytest
from django.urls import reverse
from django.utils import timezone
from tests.browser import DESKTOP, PHONE, OpenPage, axe_violations, overflow, screenshot

from korpu.domains.statistics.reference_tables.declared import unhcr_population
from korpu.domains.statistics.services.datasets import import_population
from korpu.domains.statistics.services.runs import request_run
from korpu.domains.statistics.tasks import carry_out_run
from korpu.domains.statistics.tests.conftest import AT, a_run, application
from korpu.foundations.accounts.api import acting, signing_in, system_actor
from korpu.foundations.codelists.api import load_codelists

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def at(name, *args):
    return reverse(f"statistics:{name}", args=args)


@pytest.fixture
def loaded(transactional_db):
    with acting(system_actor()) as actor:
        load_codelists(at=AT)
        import_population(path=unhcr_population().shipped, actor=actor, at=AT)


@pytest.fixture
def public_pages(loaded, published):
    return {
        "releases": at("releases"),
        "release": at("release", published.uuid),
        "lineage": at("lineage", published.uuid, 2),
        "series": at("series"),
        "series-of-one": at("series") + "?direction=from&country=DEU",
        "series-empty": at("series") + "?direction=in&country=XXX",
    }


@pytest.fixture
def workbench_pages(draft, statistician, published_rows):
    published_rows.append(application(900, "POL"))
    run = a_run(statistician)
    return {
        "workbench": at("workbench"),
        "new-run": at("new_run"),
        "run": at("run", run.uuid),
        "prepare": at("prepare", run.uuid),
        "workbench-release": at("workbench_release", draft.uuid),
        "extracts": at("extracts"),
    }


def stay_signed_in(page, client):
    cookie = client.cookies["korpu-session"]
    site = urljoin(page.url, "/")
    page.context.add_cookies([{"name": cookie.key, "value": cookie.value, "url": site}])


def faults_of(page, pages, suffix):
    faults = []
    for name, path in pages.items():
        page.goto(urljoin(page.url, path))
        assert page.url.endswith(path), f"{name} sent the reader to {page.url}"
        screenshot(page, f"statistics-{name}-{suffix}")
        faults += [f"{name}: {fault}" for fault in axe_violations(page)]
        if overflow(page):
            faults.append(f"{name}: {overflow(page)} px too wide")
    return faults


@pytest.mark.parametrize(
    ("language", "viewport"), [("az", DESKTOP), ("ru", PHONE)], ids=["az-desktop", "ru-phone"]
)
def test_public_pages_are_accessible_and_fit_the_screen(
    open_page: OpenPage, public_pages, language, viewport
):
    page = open_page("/help/", language=language, viewport=viewport)
    size = "phone" if viewport is PHONE else "desktop"
    assert faults_of(page, public_pages, f"{language}-{size}") == []


def test_the_workbench_is_accessible_and_fits_a_phone(
    open_page: OpenPage, workbench_pages, client, statistician
):
    with acting(statistician):
        statistician.user.language = "az"
        statistician.user.save(update_fields=["language"])
    with signing_in():
        client.force_login(statistician.user)
    page = open_page("/help/", language="az", viewport=PHONE)
    stay_signed_in(page, client)
    assert faults_of(page, workbench_pages, "az-phone") == []


def test_a_waiting_run_shows_its_result_without_the_page_being_loaded_again(
    open_page: OpenPage, client, statistician, published_rows
):
    with signing_in():
        client.force_login(statistician.user)
    with acting(statistician):
        run = request_run(
            measure="readmission-applications",
            period="2026-Q3",
            actor=statistician,
            at=timezone.now(),
        )
    page = open_page("/help/", language="en")
    stay_signed_in(page, client)
    page.goto(urljoin(page.url, at("run", run.uuid)))
    assert page.get_by_text("Waiting for its turn").is_visible()
    carry_out_run(run.pk)
    page.get_by_role("link", name="Show the result").click()
    assert page.get_by_role("heading", name="Table").is_visible()
