"""Cases nobody can bring on: a running monitor that must find none."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Count, Exists, Min, OuterRef, Q

from korpu.engines.procedure.api import Act, Procedure
from korpu.foundations.accounts.models import RoleGrant
from korpu.foundations.casework.engine import library
from korpu.foundations.casework.enums import DeadlineStatus
from korpu.foundations.casework.models import Case, Deadline
from korpu.kernel.errors import NotFound

LIVE = (
    DeadlineStatus.RUNNING,
    DeadlineStatus.SUSPENDED,
    DeadlineStatus.BREACHED,
    DeadlineStatus.NOT_COMPUTABLE,
)


@dataclass(frozen=True, slots=True)
class Stuck:
    """Cases that stand still together.

    Attributes:
        example: the number of one of them.
        count: how many there are.
        why: what is missing, for whoever runs the system.
    """

    procedure: str
    status: str
    example: str
    count: int
    why: str


def stuck_cases(*, on: date) -> Iterator[Stuck]:
    """Every group of open cases that no act, no person and no term will move.

    Looked at once for each procedure, version and status, whatever the number of cases.

    Args:
        on: the day the roles must be held.
    """
    held = frozenset(_held(on))
    for group in _groups():
        found = _why(group, held)
        if found:
            name, status = group["procedure"], group["status"]
            yield Stuck(name, status, group["example"], group["count"], found)


def _groups() -> list[dict[str, Any]]:
    timed = Exists(Deadline.objects.filter(case=OuterRef("pk"), state__in=LIVE))
    rows = (
        Case.objects.filter(closed_at=None)
        .annotate(timed=timed)
        .values("procedure", "procedure_version", "status")
        .annotate(count=Count("pk"), example=Min("number"), untimed=Count("pk", ~Q(timed=True)))
        .order_by("procedure", "status")
    )
    return [dict(row) for row in rows]


def _held(on: date) -> Iterator[str]:
    in_time = Q(valid_until=None) | Q(valid_until__gte=on)
    grants = RoleGrant.objects.filter(in_time, valid_from__lte=on, ended_at=None)
    yield from grants.filter(user__is_active=True).values_list("role", flat=True).distinct()


def _why(group: dict[str, Any], held: frozenset[str]) -> str:
    try:
        procedure = library().version(group["procedure"], group["procedure_version"])
    except NotFound:
        return f"version {group['procedure_version']} of the procedure is not declared"
    status = procedure.statuses.get(group["status"])
    if status is None:
        return "the version has no such status"
    acts = list(_acts(procedure, group["status"]))
    if not acts and not status.final:
        return "no act leads on from it"
    if status.owner is None and not status.final and group["untimed"]:
        return "nobody owns it and no term runs"
    missing = {role for act in acts for role in act.roles} - held
    if acts and all(act.roles <= missing for act in acts):
        return f"nobody holds a role that may act: {', '.join(sorted(missing))}"
    return ""


def _acts(procedure: Procedure, status: str) -> Iterator[Act]:
    """Acts of the status; of one whose main way has ended, those of the branches."""
    final = procedure.statuses[status].final
    for act in procedure.acts.values():
        branches = {procedure.statuses[each].branch for each in act.from_statuses}
        if status in act.from_statuses or (final and branches - {None}):
            yield act
