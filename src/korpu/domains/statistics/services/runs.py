"""Asking for a run, and carrying it out."""

from dataclasses import asdict
from datetime import datetime
from typing import Any

from django.utils import timezone

from korpu.domains.statistics.declarations import (
    check_ended,
    measure_named,
    period_named,
    release_rules,
)
from korpu.domains.statistics.enums import Reason, RunStatus, Treatment
from korpu.domains.statistics.extracts import extract_named
from korpu.domains.statistics.models import Cell, ExtractBatch, Run, TrueCount
from korpu.domains.statistics.services.compartments import statistics_compartment
from korpu.domains.statistics.services.extracts import collect_extract
from korpu.engines.measures.api import (
    Protection,
    PublishedCell,
    RunResult,
    digest,
    from_record,
    nearest,
    run,
    to_record,
)
from korpu.foundations.accounts.api import Actor
from korpu.kernel.errors import DomainError
from korpu.kernel.texts import LANGUAGES, Text, speaking


def request_run(*, measure: str, period: str, actor: Actor, at: datetime) -> Run:
    """Ask for a measure to be counted for a period that has ended.

    Raises:
        NotPermitted: the actor may not run measures.
        NotFound: no such measure, or nobody publishes its extract.
        InvalidInput: the period cannot be read or still runs.
    """
    compartment = statistics_compartment(actor=actor, permission="statistics.run.create")
    declared = measure_named(measure)
    extract_named(declared.extract)
    wanted = period_named(declared, period)
    check_ended(wanted, timezone.localdate(at))
    return Run.objects.create(
        compartment=compartment,
        measure=declared.id,
        measure_version=declared.version,
        rule=to_record(declared),
        period=wanted.sdmx_name,
        first_on=wanted.first,
        last_on=wanted.last,
        parameters=_parameters(),
        run_by=actor.user,
        requested_at=at,
    )


def run_measure(*, measure: str, period: str, actor: Actor, at: datetime) -> Run:
    """Ask for a run and carry it out at once; for small data, tests and the demonstration.

    Raises:
        NotPermitted, NotFound, InvalidInput: see :func:`request_run`.
        DomainError: the run failed; nothing of it is kept if the caller rolls back.
    """
    asked = request_run(measure=measure, period=period, actor=actor, at=at)
    begin_collecting(run=asked, actor=actor)
    collect_for_run(run=asked, actor=actor, at=at)
    count_run(run=asked, actor=actor, at=at)
    return asked


def begin_collecting(*, run: Run, actor: Actor) -> bool:
    """Take the run up; False when it has already ended. A run broken off begins anew."""
    actor.check("statistics.run.create", compartment_id=run.compartment_id)
    if run.status in (RunStatus.FINISHED, RunStatus.FAILED):
        return False
    run.status = RunStatus.COLLECTING
    run.save(update_fields=["status"])
    return True


def collect_for_run(*, run: Run, actor: Actor, at: datetime) -> None:
    """Collect the rows the run counts. Raises as :func:`collect_extract`."""
    measure = from_record(run.rule)
    batch = collect_extract(
        name=measure.extract, period=period_named(measure, run.period), actor=actor, at=at
    )
    run.batch = batch
    run.input_sha256 = batch.sha256
    run.status = RunStatus.COUNTING
    run.save(update_fields=["batch", "input_sha256", "status"])


def count_run(*, run: Run, actor: Actor, at: datetime) -> None:
    """Count the collected rows, protect the table and keep it with its manifest.

    Raises:
        InvalidInput: a row has no code in a classification, or lies outside the period.
    """
    actor.check("statistics.run.create", compartment_id=run.compartment_id)
    assert run.batch is not None
    rules = protection_of(run)
    result = _result(run, run.batch, rules)
    _keep_cells(run, result.cells)
    run.manifest = result.manifest.decode()
    run.manifest_sha256 = digest(result.manifest)
    run.input_rows_shown = _shown(run.batch.row_count, rules)
    run.status = RunStatus.FINISHED
    run.finished_at = at
    run.save(
        update_fields=["manifest", "manifest_sha256", "input_rows_shown", "status", "finished_at"]
    )


def fail_run(*, run: Run, error: DomainError, actor: Actor, at: datetime) -> None:
    """Keep why a run could not be carried out, in every language."""
    actor.check("statistics.run.create", compartment_id=run.compartment_id)
    run.status = RunStatus.FAILED
    run.failure = _in_every_language(error)
    run.finished_at = at
    run.save(update_fields=["status", "failure", "finished_at"])


def protection_of(run: Run) -> Protection:
    """The parameters of protection the run was asked for with."""
    values = {parameter["id"]: parameter["value"] for parameter in run.parameters["parameters"]}
    names = ("threshold", "minimum_interval", "rounding_base", "additivity")
    return Protection(**{name: values[name] for name in names})


def _result(run_: Run, batch: ExtractBatch, rules: Protection) -> RunResult:
    measure = from_record(run_.rule)
    return run(
        measure=measure,
        schema=extract_named(measure.extract).schema,
        content=bytes(batch.content),
        period=run_.period,
        first=run_.first_on,
        last=run_.last_on,
        rules=rules,
    )


def _parameters() -> dict[str, Any]:
    """The parameters of release now in force, as plain data."""
    rules = release_rules()
    return {
        "version": rules.version,
        "sha256": rules.digest,
        "agency": rules.agency,
        "agency_title": rules.agency_title.as_dict(),
        "area": rules.area,
        "parameters": [asdict(parameter) for parameter in rules.parameters],
    }


def _keep_cells(run_: Run, cells: tuple[PublishedCell, ...]) -> None:
    kept = Cell.objects.bulk_create(
        Cell(
            run=run_,
            compartment_id=run_.compartment_id,
            place=place,
            codes=list(cell.key),
            value=cell.value,
            treatment=Treatment(cell.treatment),
        )
        for place, cell in enumerate(cells, start=1)
    )
    TrueCount.objects.bulk_create(
        TrueCount(
            cell=row,
            compartment_id=run_.compartment_id,
            count=cell.count,
            reason=Reason(cell.reason) if cell.reason else "",
        )
        for row, cell in zip(kept, cells, strict=True)
    )


def _shown(rows: int, rules: Protection) -> int | None:
    """The number of rows treated like any other count."""
    return None if 0 < rows < rules.threshold else nearest(rows, rules.rounding_base)


def _in_every_language(error: DomainError) -> dict[str, str]:
    sentences = {}
    for language in LANGUAGES:
        with speaking(language):
            sentences[language] = str(error)
    return Text(**sentences).as_dict()
