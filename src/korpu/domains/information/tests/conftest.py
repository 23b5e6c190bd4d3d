import pytest
from django.utils import timezone

from korpu.foundations.accounts.api import acting, system_actor
from korpu.foundations.codelists.api import load_codelists


@pytest.fixture
def codes(db):
    """The code lists, as every installation has them."""
    with acting(system_actor()):
        load_codelists(at=timezone.now())
