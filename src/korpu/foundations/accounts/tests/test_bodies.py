"""Bodies and offices come from the jurisdiction's file."""

import pytest

from korpu.foundations.accounts.api import acting, jurisdiction_folder, system_actor
from korpu.foundations.accounts.models import Compartment
from korpu.foundations.accounts.services import load_organisations
from korpu.foundations.accounts.testing import make_actor
from korpu.foundations.organisations.models import Office
from korpu.kernel.errors import NotPermitted

FILE = jurisdiction_folder() / "organisations.yaml"


@pytest.mark.django_db
def test_loading_twice_makes_every_office_and_compartment_once() -> None:
    with acting(system_actor()) as system:
        load_organisations(file=FILE, actor=system)
        counts = Office.objects.count(), Compartment.objects.count()
        load_organisations(file=FILE, actor=system)
        assert (Office.objects.count(), Compartment.objects.count()) == counts
        assert Compartment.objects.filter(
            office__code="sms-readmission", business="readmission"
        ).exists()


@pytest.mark.django_db
def test_only_who_may_edit_offices_loads_them() -> None:
    with acting(make_actor("readmission_officer")) as officer, pytest.raises(NotPermitted):
        load_organisations(file=FILE, actor=officer)
