from datetime import UTC, date, datetime

import pytest
from django.utils import timezone

from korpu.domains.events.testing import make_announced
from korpu.foundations.accounts.api import acting, system_actor
from korpu.foundations.accounts.testing import make_actor
from korpu.foundations.codelists.api import load_codelists

AT = datetime(2026, 11, 2, 7, tzinfo=UTC)
FIRST = date(2026, 11, 10)
ON_THE_DAY = datetime(2026, 11, 10, 6, tzinfo=UTC)
AFTER = datetime(2026, 11, 12, 6, tzinfo=UTC)
SITE = "https://example.org/"


@pytest.fixture
def lists(db):
    with acting(system_actor()):
        load_codelists(at=timezone.now())


@pytest.fixture
def manager(lists):
    return make_actor("project_manager")


@pytest.fixture
def director(lists):
    return make_actor("programme_director")


@pytest.fixture
def announced(manager):
    return make_announced(manager, first=FIRST, at=AT)
