from datetime import UTC, date, datetime

import pytest

from korpu.domains.statistics.services.releases import (
    approve_release,
    prepare_release,
    publish_release,
)
from korpu.domains.statistics.services.runs import run_measure
from korpu.domains.statistics.testing import ApplicationRow, applications_extract, publishing
from korpu.foundations.accounts.api import acting
from korpu.foundations.accounts.testing import make_actor

AT = datetime(2026, 12, 1, 9, tzinfo=UTC)
DUE = date(2026, 11, 30)


def application(number, state="DEU", outcome="agreed", day=date(2026, 8, 15)):
    return ApplicationRow(f"a{number:05}", state, day, outcome, None, "normal", "M", 1990)


def applications():
    """DEU: 12 agreed, 7 refused; SWE: 8 agreed, 2 refused; NLD: 9 pending."""
    shape = [("DEU", "agreed", 12), ("DEU", "refused", 7), ("SWE", "agreed", 8),
             ("SWE", "refused", 2), ("NLD", "pending", 9)]  # fmt: skip
    drawn = [(state, outcome) for state, outcome, times in shape for _ in range(times)]
    return [application(n, state, outcome) for n, (state, outcome) in enumerate(drawn)]


@pytest.fixture
def rows():
    return applications()


@pytest.fixture
def published_rows(rows):
    """The list whose rows the extract publishes; a test may change it."""
    with publishing(applications_extract(rows)):
        yield rows


@pytest.fixture
def statistician(db):
    return make_actor("statistician")


@pytest.fixture
def analyst(db):
    return make_actor("analyst")


@pytest.fixture
def finished_run(published_rows, statistician):
    return a_run(statistician)


@pytest.fixture
def draft(finished_run, statistician):
    return a_draft(finished_run, statistician)


@pytest.fixture
def approved(draft, analyst):
    with acting(analyst):
        return approve_release(release=draft, actor=analyst, at=AT)


@pytest.fixture
def published(approved, analyst):
    with acting(analyst):
        return publish_release(release=approved, actor=analyst, at=AT)


def a_run(actor, period="2026-Q3"):
    with acting(actor):
        return run_measure(measure="readmission-applications", period=period, actor=actor, at=AT)


def a_draft(run, actor, **changes):
    options = {"due_on": DUE, "is_provisional": True, "actor": actor, "at": AT, **changes}
    with acting(actor):
        return prepare_release(run=run, **options)
