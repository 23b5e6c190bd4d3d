"""Organisations, offices and compartments are kept by administrators and read by auditors."""

import pytest
from django.test import Client
from django.urls import reverse

from korpu.foundations.accounts.models import Compartment
from korpu.foundations.organisations.models import Office, Organisation

pytestmark = pytest.mark.django_db
TITLES = {"title_az": "Yeni", "title_en": "New body", "title_ru": "Новое"}


@pytest.fixture
def admin(cast) -> Client:
    return cast.client("administrator")


def test_the_list_shows_bodies_with_offices_and_marks_invented_ones(admin, cast) -> None:
    page = admin.get("/organisations/").text
    assert "Return authority of Germany" in page
    assert "Invented" in page
    assert "Add an organisation" in page
    assert "Add an organisation" not in cast.client("auditor").get("/organisations/").text


def test_a_body_and_its_office_are_added_and_changed(admin) -> None:
    given = TITLES | {"code": "new-body", "kind": "ngo", "country": "aze"}
    assert admin.post("/organisations/add/", given).status_code == 302
    assert Organisation.objects.get(code="new-body").country == "AZE"
    office = TITLES | {"code": "new-office", "email": "new@example.org"}
    assert admin.post("/organisations/new-body/offices/add/", office).status_code == 302
    changed = office | {"title_en": "Newer", "code": "something-else"}
    assert admin.post("/offices/new-office/", changed).status_code == 302
    assert Office.objects.get(code="new-office").title_en == "Newer"
    given |= {"title_en": "Renamed"}
    assert admin.post("/organisations/new-body/", given).status_code == 302
    assert Organisation.objects.get(code="new-body").title_en == "Renamed"


def test_a_taken_short_name_is_refused_at_its_field_and_nothing_is_lost(admin) -> None:
    given = TITLES | {"code": "sms", "kind": "ngo", "country": "AZE"}
    page = admin.post("/organisations/add/", given).text
    assert "short name is taken" in page
    assert 'value="New body"' in page


def test_an_office_is_let_do_a_business(admin) -> None:
    given = {"office": "sbs-baku-airport", "business": "readmission"}
    assert admin.post("/compartments/open/", given).status_code == 302
    assert Compartment.objects.filter(
        office__code="sbs-baku-airport", business="readmission"
    ).exists()
    assert "border" in admin.get("/compartments/").text


@pytest.mark.parametrize(
    ("name", "args"),
    [
        ("organisations-add", ()),
        ("organisations-edit", ("sms",)),
        ("organisations-office-add", ("sms",)),
        ("organisations-office-edit", ("sms-audit",)),
        ("accounts-compartments", ()),
        ("accounts-compartment-open", ()),
    ],
)
def test_editing_is_closed_to_everybody_but_administrators(cast, admin, name, args) -> None:
    address = reverse(name, args=args)
    assert admin.get(address).status_code == 200
    for role in ("auditor", "readmission_supervisor", "liaison", "newcomer"):
        assert cast.client(role).get(address).status_code == 403, role


def test_a_body_nobody_knows_is_not_found(admin) -> None:
    assert admin.get("/organisations/nobody/").status_code == 404
    assert admin.get("/offices/nobody/").status_code == 404
