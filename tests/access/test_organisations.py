"""The jurisdiction's bodies, offices and compartments."""

from datetime import date

import pytest

from korpu.foundations.accounts.api import acting, roles, system_actor
from korpu.foundations.accounts.models import Compartment
from korpu.foundations.accounts.services import load_organisations
from korpu.foundations.organisations.api import (
    Office,
    OfficeData,
    Organisation,
    OrganisationData,
    save_office,
    save_organisation,
)
from korpu.kernel.errors import Conflict, InvalidInput, NotPermitted
from tests.cast import FILES

pytestmark = pytest.mark.django_db


def load() -> list[Compartment]:
    with acting(system_actor()) as system:
        for file in FILES:
            load_organisations(file=file, actor=system)
        return list(Compartment.objects.order_by("pk"))


def test_every_business_of_a_role_has_a_compartment() -> None:
    businesses = {compartment.business for compartment in load()}
    assert {role.business for role in roles().values()} == businesses


def test_loading_again_changes_nothing_and_keeps_what_people_corrected() -> None:
    first = load()
    with acting(system_actor()) as system:
        office = Office.objects.get(code="de-return")
        data = OfficeData("de-return", "Yeni", "New", "Новое", email="new@example.org")
        save_office(office=office, organisation=office.organisation, data=data, actor=system)
    assert load() == first
    with acting(system_actor()):
        assert Office.objects.get(code="de-return").title_en == "New"


def test_invented_bodies_are_marked() -> None:
    load()
    for organisation in Organisation.objects.filter(kind="ngo"):
        assert organisation.is_fictional
        assert "example" in organisation.title_en


def test_a_taken_short_name_is_refused() -> None:
    load()
    data = OrganisationData("sms", "service", "AZE", "A", "B", "C")
    with acting(system_actor()) as system, pytest.raises(Conflict):
        save_organisation(organisation=None, data=data, actor=system)


def test_only_administrators_edit(cast) -> None:
    data = OrganisationData("new", "ngo", "AZE", "A", "B", "C")
    for role in ("auditor", "readmission_supervisor"):
        with acting(cast.actor(role)) as actor, pytest.raises(NotPermitted):
            save_organisation(organisation=None, data=data, actor=actor)
    with acting(cast.actor("administrator")) as administrator:
        saved = save_organisation(organisation=None, data=data, actor=administrator)
    assert saved.code == "new"


def test_an_organisation_that_ends_before_it_begins_is_refused() -> None:
    data = OrganisationData(
        "x",
        "ngo",
        "AZE",
        "A",
        "B",
        "C",
        active_from=date(2026, 2, 1),
        active_until=date(2026, 1, 1),
    )
    with acting(system_actor()) as system, pytest.raises(InvalidInput) as refusal:
        save_organisation(organisation=None, data=data, actor=system)
    assert set(refusal.value.fields) == {"active_until"}
