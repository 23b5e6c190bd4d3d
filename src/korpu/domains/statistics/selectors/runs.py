"""Runs and extracts as the workbench sees them."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any
from uuid import UUID

from django.db.models import QuerySet

from korpu.domains.statistics.enums import PENDING_RUNS, ReleaseStatus, RunStatus
from korpu.domains.statistics.extracts import Extract, registered_extracts
from korpu.domains.statistics.figures import Codes, FigureTable, figure_table
from korpu.domains.statistics.models import Cell, ExtractBatch, Release, Run
from korpu.engines.measures.api import Measure, from_record
from korpu.foundations.accounts.api import Actor
from korpu.foundations.ui.tables import Asked, Page, fetch_page
from korpu.kernel.errors import NotFound
from korpu.kernel.texts import Text

_LARGE = ("rule", "manifest", "parameters")


@dataclass(frozen=True, slots=True)
class Difference:
    """A cell whose true count differs between two runs; None: the cell is new or gone."""

    codes: Codes
    before: int | None
    now: int | None

    @property
    def change(self) -> int:
        return (self.now or 0) - (self.before or 0)


@dataclass(frozen=True)
class RunView:
    """A run with what its page shows."""

    run: Run

    @cached_property
    def measure(self) -> Measure:
        return from_record(self.run.rule)

    @cached_property
    def table(self) -> FigureTable:
        cells = Cell.objects.filter(run=self.run).select_related("true_count").order_by("place")
        return figure_table(self.measure, cells, lambda cell: cell.true_count.count)

    @property
    def is_pending(self) -> bool:
        return self.run.status in PENDING_RUNS

    @property
    def is_finished(self) -> bool:
        return self.run.status == RunStatus.FINISHED

    @property
    def failure(self) -> Text | None:
        return Text(**self.run.failure) if self.run.failure else None

    @cached_property
    def releases(self) -> Sequence[Release]:
        return list(self.run.releases.order_by("-prepared_at"))

    @cached_property
    def is_published(self) -> bool:
        """Whether figures of this measure and period are public, so that a release revises them."""
        return Release.objects.filter(
            compartment_id=self.run.compartment_id,
            measure=self.run.measure,
            period=self.run.period,
            status=ReleaseStatus.PUBLISHED,
        ).exists()

    @cached_property
    def earlier(self) -> Run | None:
        """The last finished run of the same measure and period before this one."""
        return (
            Run.objects.filter(
                compartment_id=self.run.compartment_id,
                measure=self.run.measure,
                period=self.run.period,
                status=RunStatus.FINISHED,
                pk__lt=self.run.pk,
            )
            .order_by("-pk")
            .first()
        )

    @cached_property
    def differences(self) -> list[Difference]:
        """Cells whose true count is not that of the earlier run, in the order of the table."""
        if self.earlier is None:
            return []
        before = {codes: f.count for codes, f in RunView(self.earlier).table.figures.items()}
        now = {codes: f.count for codes, f in self.table.figures.items()}
        every = dict.fromkeys((*now, *before))
        return [
            Difference(codes, before.get(codes), now.get(codes))
            for codes in every
            if (before.get(codes) or 0) != (now.get(codes) or 0)
        ]


@dataclass(frozen=True, slots=True)
class ExtractView:
    """An extract a room publishes, with what was last collected of it."""

    extract: Extract
    last: ExtractBatch | None


def list_runs(*, asked: Asked[Run], for_actor: Actor) -> Page[Run]:
    """One page of the runs of the actor's compartments."""
    rows = _runs(for_actor).filter(**_wanted(asked.filters))
    return fetch_page(rows.select_related("run_by").defer(*_LARGE), asked, key="uuid")


def get_run(*, uuid: UUID, for_actor: Actor) -> RunView:
    """A run of the actor's compartments. Raises NotFound."""
    run = _runs(for_actor).select_related("batch", "run_by").filter(uuid=uuid).first()
    if run is None:
        raise NotFound(
            Text(az="Belə hesablama yoxdur.", en="There is no such run.", ru="Такого расчёта нет.")
        )
    return RunView(run)


def list_extracts(*, for_actor: Actor) -> list[ExtractView]:
    """Every extract rooms publish, by name."""
    allowed = for_actor.compartments_with("statistics.extract.read")
    newest = (
        ExtractBatch.objects.filter(compartment_id__in=allowed)
        .defer("content")
        .order_by("extract", "-collected_at")
        .distinct("extract")
    )
    last = {batch.extract: batch for batch in newest}
    return [
        ExtractView(extract, last.get(name))
        for name, extract in sorted(registered_extracts().items())
    ]


def list_batches(*, asked: Asked[ExtractBatch], for_actor: Actor) -> Page[ExtractBatch]:
    """One page of what has been collected; the rows themselves stay in the database."""
    allowed = for_actor.compartments_with("statistics.extract.read")
    rows = ExtractBatch.objects.filter(compartment_id__in=allowed).defer("content")
    return fetch_page(rows, asked, key="uuid")


def _runs(for_actor: Actor) -> QuerySet[Run]:
    return Run.objects.filter(compartment_id__in=for_actor.compartments_with("statistics.run.read"))


def _wanted(filters: Any) -> dict[str, Any]:
    wanted = {name: filters.get(name) for name in ("measure", "status")}
    return {key: value for key, value in wanted.items() if value}
