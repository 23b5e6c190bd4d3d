"""Who got how many copies: never more than were printed, and a wrong entry is struck out."""

from datetime import UTC, date, datetime

import pytest

from korpu.domains.information.models import Distribution
from korpu.domains.information.projects import count_copies
from korpu.domains.information.services.distribution import (
    Handout,
    cancel_distribution,
    record_distribution,
    stock_of,
)
from korpu.domains.information.services.editions import (
    EditionDraft,
    add_edition,
    record_printing,
)
from korpu.domains.information.testing import make_public, make_publication
from korpu.domains.programmes.api import CountQuery, ProjectRef
from korpu.foundations.accounts.api import NOBODY, acting
from korpu.foundations.accounts.testing import make_actor
from korpu.kernel.errors import InvalidInput, NotPermitted, NotPossibleNow
from korpu.kernel.ids import new_id
from korpu.kernel.texts import Text

pytestmark = pytest.mark.django_db
AT = datetime(2026, 11, 20, 9, tzinfo=UTC)
PROJECT = new_id()


@pytest.fixture
def manager(codes):
    return make_actor("project_manager")


@pytest.fixture
def edition(manager):
    publication = make_publication(manager, at=AT, kind="leaflet", project_uuid=PROJECT)
    with acting(manager):
        made = add_edition(
            publication=publication,
            draft=EditionDraft(version="1", languages=("az",), copies_printed=100),
            actor=manager,
            at=AT,
        )
    make_public(publication, make_actor("programme_director"), at=AT)
    with acting(manager):
        made.refresh_from_db()
    return made


def give(edition, manager, copies, **more):
    handout = Handout(
        **{"channel": "handed-out", "recipients": "returnees", "given_on": date(2026, 11, 19)}
        | more,
        copies=copies,
    )
    with acting(manager):
        return record_distribution(edition=edition, handout=handout, actor=manager, at=AT)


def test_printed_copies_never_exceed_the_stock_and_digital_ones_do_not_touch_it(edition, manager):
    give(edition, manager, 60)
    give(edition, manager, 5000, channel="email")
    with pytest.raises(InvalidInput) as refused:
        give(edition, manager, 41)
    assert set(refused.value.fields) == {"copies"}
    assert "40" in str(refused.value)
    give(edition, manager, 40)
    with acting(manager):
        assert stock_of(edition) == 0
        record_printing(edition=edition, copies=10, actor=manager, at=AT)
        assert stock_of(edition) == 10


def test_where_no_print_run_is_stated_the_stock_is_not_known_and_limits_nothing(manager, codes):
    publication = make_publication(manager, at=AT)
    with acting(manager):
        unknown = add_edition(
            publication=publication, draft=EditionDraft(version="1"), actor=manager, at=AT
        )
    make_public(publication, make_actor("programme_director"), at=AT)
    with acting(manager):
        unknown.refresh_from_db()
    give(unknown, manager, 7)
    with acting(manager):
        assert stock_of(unknown) is None


def test_a_cancelled_entry_stays_and_no_longer_counts(edition, manager):
    wrong = give(edition, manager, 100)
    with acting(manager):
        with pytest.raises(InvalidInput):
            cancel_distribution(distribution=wrong, reason="", actor=manager, at=AT)
        cancel_distribution(distribution=wrong, reason="Twice", actor=manager, at=AT)
        with pytest.raises(NotPossibleNow):
            cancel_distribution(distribution=wrong, reason="Again", actor=manager, at=AT)
        assert stock_of(edition) == 100
        assert Distribution.objects.get().cancelled_reason == "Twice"
    give(edition, manager, 30, recipients="students")
    query = CountQuery(
        ProjectRef(PROJECT, "p", Text("", "", "")), None, date(2026, 11, 1), date(2026, 11, 30)
    )
    with acting(manager):
        counted = count_copies(query)
    assert (counted.total, counted.splits) == (30, {"recipients": {"students": 30}})


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"copies": 0}, "copies"),
        ({"given_on": date(2026, 11, 21)}, "given_on"),
        ({"channel": "pigeon"}, "channel"),
        ({"recipients": "everyone-else"}, "recipients"),
    ],
)
def test_a_wrong_entry_is_refused_at_its_field(edition, manager, wrong, field):
    with pytest.raises(InvalidInput) as refused:
        give(edition, manager, **{"copies": 1, **wrong})
    assert set(refused.value.fields) == {field}


def test_drafts_are_not_given_out_and_the_log_is_nobody_elses(edition, manager):
    draft = make_publication(manager, at=AT)
    with acting(manager):
        unpublished = add_edition(
            publication=draft, draft=EditionDraft(version="1"), actor=manager, at=AT
        )
    with pytest.raises(NotPossibleNow):
        give(unpublished, manager, 1)
    give(edition, manager, 1)
    with acting(NOBODY):
        assert not Distribution.objects.exists()
    with pytest.raises(NotPermitted):
        give(edition, make_actor("programme_director"), 1)
