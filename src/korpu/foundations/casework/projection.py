"""From the log of a case to its stored columns, and back to prove them equal."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db import connection

from korpu.engines.procedure.api import CaseState, DeadlineState, LogEntry
from korpu.foundations.casework.enums import UNMET_DEADLINES, Audience
from korpu.foundations.casework.facts import from_json
from korpu.foundations.casework.models import Act, Case


@dataclass(frozen=True, slots=True)
class DeadlineRow:
    """One row of ``casework_deadline`` as the fold gives it."""

    deadline: str
    title: dict[str, str]
    kind: str
    state: str
    anchor_on: date | None
    due_on: date | None
    breached_on: date | None
    effect: str
    proposes: str
    explanation: dict[str, str]
    citation: str
    confidence: str


@dataclass(frozen=True, slots=True)
class Projection:
    """What the columns of a case must say, given its log and a day."""

    status: str
    shown_status: str
    act_count: int
    closed_at: datetime | None
    next_due_on: date | None
    deadlines: tuple[DeadlineRow, ...]


def entry(act: Act) -> LogEntry:
    """The engine's view of a stored act."""
    return LogEntry(
        act=act.act,
        at=act.at,
        effective_on=act.effective_on,
        facts=from_json(act.facts),
        by=str(act.actor_id),
        deviation=act.deviation,
        allowed_by=str(act.allowed_by_id or ""),
    )


def project(state: CaseState, acts: Sequence[Act]) -> Projection:
    """The projection of ``state``; ``acts`` is the whole log in order, at least the opening act."""
    rows = tuple(_row(deadline) for deadline in state.deadlines)
    return Projection(
        status=state.status,
        shown_status=_shown_status(acts),
        act_count=state.log_length,
        closed_at=acts[-1].at if state.ended else None,
        next_due_on=None if state.ended else _next_due(rows),
        deadlines=rows,
    )


def _shown_status(acts: Sequence[Act]) -> str:
    """The status reached by the last transition the other side may see.

    An act that stays where it is shows nothing: the place may have been reached unseen.
    """
    shown = [
        act.status_after
        for act in acts
        if act.audience == Audience.COUNTERPART and act.status_after != act.status_before
    ]
    return shown[-1] if shown else acts[0].status_after


def _next_due(rows: Iterable[DeadlineRow]) -> date | None:
    due = [row.due_on for row in rows if row.state in UNMET_DEADLINES and row.due_on]
    return min(due, default=None)


def _row(deadline: DeadlineState) -> DeadlineRow:
    citation = deadline.citation
    return DeadlineRow(
        deadline=deadline.id,
        title=deadline.title.as_dict(),
        kind=deadline.kind,
        state=deadline.state,
        anchor_on=deadline.anchor_on,
        due_on=deadline.due_on,
        breached_on=deadline.breached_on,
        effect=deadline.effect or "",
        proposes=deadline.proposes or "",
        explanation=deadline.explanation.as_dict(),
        citation=f"{citation.instrument}, {citation.article}".strip(", "),
        confidence=deadline.confidence,
    )


def store(case: Case, projection: Projection, *, on: date) -> None:
    """Write the projection to the locked case's row and its deadlines."""
    case.status = projection.status
    case.shown_status = projection.shown_status
    case.act_count = projection.act_count
    case.closed_at = projection.closed_at
    case.next_due_on = projection.next_due_on
    case.projected_on = on
    case.save(
        update_fields=(
            "status",
            "shown_status",
            "act_count",
            "closed_at",
            "next_due_on",
            "projected_on",
        )
    )
    with connection.cursor() as cursor:
        cursor.execute(
            "select korpu_store_deadlines(%s, %s::jsonb)",
            [case.pk, json.dumps(_numbered(projection), default=str)],
        )


def store_many(found: Sequence[tuple[Case, Projection]], *, on: date) -> None:
    """Write projections whose status and log have not moved: their deadlines and next due day.

    One statement each for all of them, with the same outcome as :func:`store` one by one.
    """
    deadlines = [{"id": case.pk, "rows": _numbered(projection)} for case, projection in found]
    days = [projection.next_due_on for _, projection in found]
    with connection.cursor() as cursor:
        cursor.execute(
            "select korpu_store_many_deadlines(%s::jsonb)", [json.dumps(deadlines, default=str)]
        )
        cursor.execute(
            "update casework_case c set next_due_on = one.due_on, projected_on = %(on)s"
            " from unnest(%(cases)s::bigint[], %(days)s::date[]) as one(id, due_on)"
            " where c.id = one.id and (c.next_due_on, c.projected_on)"
            " is distinct from (one.due_on, %(on)s::date)",
            {"cases": [case.pk for case, _ in found], "days": days, "on": on},
        )
    for case, projection in found:
        case.next_due_on, case.projected_on = projection.next_due_on, on


def _numbered(projection: Projection) -> list[dict[str, object]]:
    names = DeadlineRow.__slots__
    return [
        {name: getattr(row, name) for name in names} | {"position": place}
        for place, row in enumerate(projection.deadlines)
    ]


def logs_of(cases: Sequence[Case]) -> dict[int, list[Act]]:
    """The logs of cases by their key, as far as the actor may read them."""
    found: dict[int, list[Act]] = {case.pk: [] for case in cases}
    for act in Act.objects.filter(case_id__in=list(found)).order_by("case_id", "seq"):
        found[act.case_id].append(act)
    return found


def whole_log(case: Case) -> list[Act]:
    """Every act of a case in order, also those the actor may not read.

    An act is judged by the whole log, whoever performs it; the rows go to the engine, not to a
    page. Empty when the actor may not see the case.
    """
    return list(Act.objects.raw("select * from korpu_case_log(%s)", [case.pk]))
