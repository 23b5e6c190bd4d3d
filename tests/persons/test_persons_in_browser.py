"""The pages of persons in a real browser: accessible, on a phone too, without scripts too."""

from uuid import uuid4

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from korpu.foundations.accounts.api import acting, actor_of
from korpu.foundations.accounts.testing import make_compartment, make_user
from korpu.foundations.persons.api import (
    Fact,
    FactKind,
    RelationKind,
    record_document,
    relate,
)
from korpu.foundations.persons.testing import make_person
from tests.browser import DESKTOP, PHONE, OpenPage, axe_violations, overflow, screenshot

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def office():
    return make_compartment("readmission")


@pytest.fixture
def supervisor(office):
    return make_user(role="readmission_supervisor", name="Aysel Məmmədova", language="az")


@pytest.fixture
def person(office, supervisor):
    """A file with everything on it."""
    found = make_person(
        "Əliyev",
        "Elman",
        compartment=office,
        case_uuid=uuid4(),
        facts=[Fact(FactKind.OTHER_NAME, "Алиев Эльман"), Fact(FactKind.PHONE, "+994501112233")],
    )
    son = make_person("Əliyev", "Rza", birth_date="2015", compartment=office)
    actor, at = actor_of(supervisor), timezone.now()
    with acting(actor):
        relate(person=found, relative=son, kind=RelationKind.CHILD, actor=actor, at=at)
        record_document(
            person=found,
            kind="passport",
            issuer="AZE",
            number="C01234567",
            issued_on=None,
            valid_until=None,
            actor=actor,
            at=at,
        )
    return found


@pytest.mark.parametrize("viewport", [DESKTOP, PHONE], ids=["desktop", "phone"])
def test_a_person_is_searched_found_and_read(
    open_page: OpenPage, supervisor, person, viewport
) -> None:
    page = open_page("/persons/", user=supervisor, viewport=viewport)
    assert axe_violations(page) == []
    page.locator("input[name=name]").fill("Алиев Эльман")
    page.get_by_role("button", name="Axtar").click()
    expect(page.get_by_role("heading", name="uyğun şəxs")).to_be_visible()
    assert axe_violations(page) == []
    assert overflow(page) == 0
    screenshot(page, f"persons-found-az-{viewport['width']}")
    page.get_by_role("link", name="Əliyev Elman").click()
    expect(page.locator("td", has_text="C01234567").first).to_be_visible()
    assert axe_violations(page) == []
    assert overflow(page) == 0
    screenshot(page, f"person-az-{viewport['width']}")


def test_two_records_are_compared_without_scripts(
    open_page: OpenPage, supervisor, person, office
) -> None:
    make_person("Aliyev", "Elman", birth_date="1990", compartment=office)
    page = open_page("/persons/", user=supervisor, scripts=False)
    page.locator("input[name=name]").fill("Elman Aliyev")
    page.get_by_role("button", name="Axtar").click()
    for box in page.get_by_role("checkbox").all()[:2]:
        box.check()
    page.get_by_role("button", name="İşarələnmiş ikisini müqayisə et").click()
    expect(page.get_by_role("heading", name="Bir şəxs, iki qeyd")).to_be_visible()


def test_forms_and_lists_are_accessible(open_page: OpenPage, office, person) -> None:
    user = make_user(role="readmission_supervisor", language="ru")
    other = make_person("Aliyev", "Elman", compartment=office)
    here = f"/persons/{person.uuid}/"
    for path in (
        f"{here}facts/nationality/",
        f"{here}facts/birth_date/",
        f"{here}documents/",
        f"{here}readers/",
        f"/persons/compare/{person.uuid}/{other.uuid}/",
        "/codelists/",
        "/codelists/sex/",
    ):
        page = open_page(path, user=user, language="ru")
        assert axe_violations(page) == [], path


def test_a_new_person_is_registered_from_the_search(open_page: OpenPage, supervisor) -> None:
    page = open_page("/persons/", user=supervisor)
    page.locator("input[name=name]").fill("Qasımova Gülnarə")
    page.get_by_role("button", name="Axtar").click()
    page.get_by_role("button", name="Yeni şəxsi qeydə al").click()
    expect(page.get_by_label("Soyad")).to_have_value("Qasımova")
    assert axe_violations(page) == []
    page.get_by_label("Qadın").check()
    page.get_by_label("Bu məlumat haradandır?").select_option("document")
    page.get_by_role("button", name="Qeydə al").click()
    expect(page.get_by_text("Şəxs qeydə alındı.")).to_be_visible()
