import pytest
from django.utils import timezone

from korpu.foundations.accounts.testing import make_actor, make_compartment, make_office


@pytest.fixture
def at():
    """Now, by the service's clock: its date is the service's day, which UTC's is not at night."""
    return timezone.localtime()


@pytest.fixture
def office(db):
    """The compartment of the readmission office."""
    return make_compartment("readmission")


@pytest.fixture
def officer(office):
    return make_actor("readmission_officer")


@pytest.fixture
def supervisor(office):
    return make_actor("readmission_supervisor")


@pytest.fixture
def elsewhere(db):
    """The readmission compartment of another office."""
    return make_compartment("readmission", office=make_office("elsewhere"))


@pytest.fixture
def stranger(elsewhere):
    return make_actor("readmission_officer", office=make_office("elsewhere"))
