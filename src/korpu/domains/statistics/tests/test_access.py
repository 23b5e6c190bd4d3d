"""What the database itself shows of statistics, whoever forgets a filter."""

import pytest
from django.db import DatabaseError, connection, transaction

from korpu.domains.statistics.models import Cell, ExtractBatch, Release, Run, TrueCount
from korpu.domains.statistics.tests.conftest import AT
from korpu.foundations.accounts.api import NOBODY, acting, roles
from korpu.foundations.accounts.testing import make_actor

pytestmark = pytest.mark.django_db
CONFIDENTIAL = (ExtractBatch, TrueCount)


@pytest.mark.parametrize("role", [None, "readmission_officer", "liaison", "mentor"])
def test_a_draft_shows_nothing_to_anybody_outside_statistics(draft, role):
    with acting(make_actor(role) if role else NOBODY):
        assert not any(model.objects.exists() for model in (Release, Run, Cell, *CONFIDENTIAL))


def test_an_approved_release_is_announced_without_its_figures(approved):
    with acting(NOBODY):
        assert Release.objects.get().due_on == approved.due_on
        assert not any(model.objects.exists() for model in (Run, Cell, *CONFIDENTIAL))


def test_a_published_release_shows_the_protected_figures_and_never_the_true_ones(published):
    with acting(NOBODY):
        assert Run.objects.get().manifest
        assert Cell.objects.count() == 28
        assert not any(model.objects.exists() for model in CONFIDENTIAL)


def test_an_analyst_sees_the_true_counts_of_their_own_compartment(finished_run, analyst):
    with acting(analyst):
        assert TrueCount.objects.count() == 28


@pytest.mark.parametrize("role", ["analyst", "statistician"])
def test_those_who_count_hold_no_permission_of_any_other_room(role):
    assert all(name.startswith("statistics.") for name in roles()[role].permissions)
    assert not roles()[role].sees_personal_data


@pytest.mark.parametrize(
    "statement",
    [
        "update statistics_cell set value = 1",
        "delete from statistics_cell",
        "update statistics_truecount set count = 1",
        "update statistics_extractbatch set content = ''",
        "delete from statistics_populationfigure",
    ],
)
def test_what_was_counted_cannot_be_rewritten(published, statistician, statement):
    with (
        acting(statistician),
        connection.cursor() as cursor,
        pytest.raises(DatabaseError, match="permission denied"),
        transaction.atomic(),
    ):
        cursor.execute(statement)


def test_nobody_outside_statistics_changes_a_published_release(published):
    with acting(make_actor("readmission_officer")), connection.cursor() as cursor:
        cursor.execute("update statistics_release set due_on = '2020-01-01'")
        assert cursor.rowcount == 0


def test_the_database_refuses_an_approval_by_who_prepared_it(draft, statistician):
    approve = "update statistics_release set approved_by_id = prepared_by_id, approved_at = %s"
    with (
        acting(statistician),
        connection.cursor() as cursor,
        pytest.raises(DatabaseError, match="four_eyes"),
        transaction.atomic(),
    ):
        cursor.execute(approve, [AT])


def test_the_analytics_role_reads_statistics_and_nothing_else(finished_run, as_role):
    with as_role("korpu_analytics"), connection.cursor() as cursor:
        cursor.execute("select count(*) from statistics_truecount")
        assert cursor.fetchone() == (28,)
        for table in ("persons_person", "casework_case", "accounts_user", "audit_event"):
            with pytest.raises(DatabaseError, match="permission denied"), transaction.atomic():
                cursor.execute(f"select 1 from {table}")
        with pytest.raises(DatabaseError, match="permission denied"), transaction.atomic():
            cursor.execute("update statistics_release set period = ''")
