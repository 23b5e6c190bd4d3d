"""Proving that the stored projection equals a replay of the log."""

from collections.abc import Iterator
from dataclasses import asdict, dataclass

from django.db.models import Prefetch

from korpu.engines.procedure.api import CaseState
from korpu.engines.procedure.errors import IllegalLog
from korpu.foundations.casework.engine import fold_log, procedure_of
from korpu.foundations.casework.models import Act, Case, Deadline
from korpu.foundations.casework.projection import (
    DeadlineRow,
    Projection,
    entry,
    project,
    whole_log,
)

CHUNK = 500


@dataclass(frozen=True, slots=True)
class Mismatch:
    """One column of one case that does not say what its log says."""

    case_number: str
    field: str
    stored: object
    replayed: object


def replay(case: Case) -> CaseState:
    """The fold of the case's whole log, as of the day its projection was computed.

    Raises:
        IllegalLog: the log is not one the procedure allows.
    """
    return fold_log(procedure_of(case), map(entry, whole_log(case)), on=case.projected_on)


def verify_projection() -> Iterator[Mismatch]:
    """Every difference between stored columns and a replay, over all cases the actor may see."""
    last = 0
    log = Prefetch("acts", Act.objects.order_by("seq"), to_attr="log")
    dates = Prefetch("deadlines", Deadline.objects.order_by("position"), to_attr="dates")
    while cases := list(
        Case.objects.filter(pk__gt=last).order_by("pk").prefetch_related(log, dates)[:CHUNK]
    ):
        for case in cases:
            yield from _mismatches(case)
        last = cases[-1].pk


def _mismatches(case: Case) -> Iterator[Mismatch]:
    acts: list[Act] = case.log  # type: ignore[attr-defined]  # set by the prefetch
    procedure = procedure_of(case)
    try:
        state = fold_log(procedure, map(entry, acts), on=case.projected_on)
    except IllegalLog as illegal:
        yield Mismatch(case.number, "log", "", str(illegal))
        return
    replayed = asdict(project(state, acts))
    for name, stored in asdict(_stored(case)).items():
        if stored != replayed[name]:
            yield Mismatch(case.number, name, stored, replayed[name])


def _stored(case: Case) -> Projection:
    rows: list[Deadline] = case.dates  # type: ignore[attr-defined]  # set by the prefetch
    return Projection(
        status=case.status,
        shown_status=case.shown_status,
        act_count=case.act_count,
        closed_at=case.closed_at,
        next_due_on=case.next_due_on,
        deadlines=tuple(_stored_deadline(row) for row in rows),
    )


def _stored_deadline(row: Deadline) -> DeadlineRow:
    return DeadlineRow(**{name: getattr(row, name) for name in DeadlineRow.__slots__})
