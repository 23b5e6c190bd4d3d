import json

import pytest

from korpu.domains.statistics.enums import RunStatus, Treatment
from korpu.domains.statistics.models import Cell, ExtractBatch, Run, TrueCount
from korpu.domains.statistics.services.runs import request_run
from korpu.domains.statistics.tasks import carry_out_run, run_ended_quarter
from korpu.domains.statistics.testing import applications_extract, publishing
from korpu.domains.statistics.tests.conftest import AT, a_run, application
from korpu.foundations.accounts.api import acting, system_actor
from korpu.foundations.accounts.testing import make_actor
from korpu.kernel.errors import InvalidInput, NotFound, NotPermitted

pytestmark = pytest.mark.django_db


def cells_of(run, actor):
    with acting(actor):
        rows = TrueCount.objects.filter(cell__run=run).select_related("cell")
        return {tuple(row.cell.codes): (row.count, row.cell) for row in rows}


def test_a_run_counts_the_quarter_and_protects_what_is_small(finished_run, statistician):
    cells = cells_of(finished_run, statistician)
    count, total = cells["_T", "_T"]
    assert (count, total.value, total.treatment) == (38, 40, Treatment.ROUNDED)
    count, small = cells["SWE", "REFUSED"]
    assert (count, small.value, small.treatment) == (2, None, Treatment.WITHHELD)
    assert cells["SWE", "AGREED"][1].value is None, "else it would give the refused away"
    assert cells["NLD", "REFUSED"][1].value == 0, "a zero is published"


def test_the_manifest_names_the_input_by_hash_and_no_number_of_rows(finished_run, statistician):
    manifest = json.loads(finished_run.manifest)
    with acting(statistician):
        batch = ExtractBatch.objects.get()
    assert manifest["inputs"][0]["sha256"] == finished_run.input_sha256 == batch.sha256
    assert batch.row_count == 38
    assert finished_run.input_rows_shown == 40


def test_the_same_rows_are_kept_once_and_give_the_same_manifest(finished_run, statistician):
    again = a_run(statistician)
    assert again.manifest_sha256 == finished_run.manifest_sha256
    with acting(statistician):
        assert ExtractBatch.objects.count() == 1


def test_a_quarter_without_rows_is_a_table_of_zeros(published_rows, statistician):
    run = a_run(statistician, "2026-Q1")
    with acting(statistician):
        assert set(Cell.objects.filter(run=run).values_list("value", flat=True)) == {0}
    assert run.input_rows_shown == 0


@pytest.mark.parametrize(
    ("measure", "period", "error"),
    [
        ("no-such-measure", "2026-Q3", NotFound),
        ("reintegration-needs", "2026-Q3", NotFound),
        ("readmission-applications", "2026-Q4", InvalidInput),
        ("readmission-applications", "2026-Q5", InvalidInput),
        ("readmission-applications", "2026", InvalidInput),
    ],
)
def test_what_cannot_be_counted_is_refused(published_rows, statistician, measure, period, error):
    with acting(statistician), pytest.raises(error):
        request_run(measure=measure, period=period, actor=statistician, at=AT)


@pytest.mark.parametrize("role", ["analyst", "readmission_officer", "auditor"])
def test_only_a_statistician_runs_measures(published_rows, role):
    actor = make_actor(role)
    with acting(actor), pytest.raises(NotPermitted):
        request_run(measure="readmission-applications", period="2026-Q3", actor=actor, at=AT)


def test_the_job_carries_a_queued_run_out_and_doing_it_twice_changes_nothing(
    published_rows, statistician
):
    with acting(statistician):
        run = request_run(
            measure="readmission-applications", period="2026-Q3", actor=statistician, at=AT
        )
    carry_out_run(run.pk)
    carry_out_run(run.pk)
    with acting(statistician):
        run.refresh_from_db()
        assert run.status == RunStatus.FINISHED
        assert Cell.objects.filter(run=run).count() == 28


def test_a_run_that_fails_says_why_in_every_language_and_keeps_nothing(rows, statistician):
    rows.append(application(99, outcome="lost_in_the_post"))
    with publishing(applications_extract(rows)):
        with acting(statistician):
            run = request_run(
                measure="readmission-applications", period="2026-Q3", actor=statistician, at=AT
            )
        carry_out_run(run.pk)
    with acting(statistician):
        run.refresh_from_db()
        assert run.status == RunStatus.FAILED
        assert "no code" in run.failure["en"]
        assert "kod yoxdur" in run.failure["az"]
        assert "нет кода" in run.failure["ru"]
        assert "lost_in_the_post" not in run.failure["en"]
        assert not Cell.objects.exists()


def test_an_unexpected_fault_leaves_a_failed_run_and_an_error_for_the_operator(
    published_rows, statistician
):
    class Broken(list):
        def __iter__(self):
            raise ZeroDivisionError

    with acting(statistician):
        run = request_run(
            measure="readmission-applications", period="2026-Q3", actor=statistician, at=AT
        )
    with publishing(applications_extract(Broken())), pytest.raises(ZeroDivisionError):
        carry_out_run(run.pk)
    with acting(statistician):
        run.refresh_from_db()
    assert run.status == RunStatus.FAILED


def test_the_quarterly_job_asks_for_every_measure_that_has_its_extract(
    published_rows, statistician
):
    run_ended_quarter(int(AT.timestamp()))
    with acting(system_actor()):
        (run,) = Run.objects.all()
    assert (run.measure, run.period, run.status) == (
        "readmission-applications",
        "2026-Q3",
        RunStatus.QUEUED,
    )
