"""What the sheets of a call add up to: progress while they are hidden, totals and places after."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from django.db import connection

from korpu.domains.calls.models import Application, Assessment, Assessor, Call
from korpu.domains.calls.ranking import Place, Scale, mean_of, places, spread_of, total_of


@dataclass(frozen=True, slots=True)
class Progress:
    """Sheets of one application: how many are locked, of how many expected."""

    locked: int
    expected: int


@dataclass(frozen=True)
class Standing:
    """Where an application stands once scores are revealed.

    Attributes:
        sheets: each assessor's sheet with its total of 100.
        consensus: the agreed sheet; it counts alone. None: there is none.
        needs_consensus: the totals lie further apart than the call allows, and nothing is agreed.
        total: of 100; what counts.
    """

    application: Application
    sheets: Sequence[tuple[Assessment, Decimal]]
    consensus: tuple[Assessment, Decimal] | None
    spread: Decimal
    needs_consensus: bool
    total: Decimal
    place: Place


def progress_of(call: Call) -> Mapping[int, Progress]:
    """By key of each eligible application; empty for anybody but the staff of the call."""
    with connection.cursor() as cursor:
        cursor.execute("select * from korpu_calls_progress(%s)", [call.pk])
        return {key: Progress(locked, expected) for key, locked, expected in cursor.fetchall()}


def assessor_choices() -> list[tuple[int, str]]:
    """Key and name of those who hold the assessor's role today; empty outside the staff."""
    with connection.cursor() as cursor:
        cursor.execute("select id, full_name from korpu_calls_candidates()")
        return [(key, name) for key, name in cursor.fetchall()]


def has_locked(assessor: Assessor) -> bool:
    """Whether the assessor has locked a sheet; False outside the staff of the call."""
    with connection.cursor() as cursor:
        cursor.execute("select korpu_calls_has_locked(%s)", [assessor.pk])
        return bool(cursor.fetchone()[0])


def scales_of(call: Call) -> dict[int, Scale]:
    """What each criterion weighs, by its key."""
    return {one.pk: Scale(one.weight, one.scale_max) for one in call.criteria.all()}


def standings(call: Call) -> list[Standing]:
    """Every scored application that is still in the race, the best first; empty while hidden."""
    if call.revealed_at is None:
        return []
    scales = scales_of(call)
    sheets = _sheets_by_application(call, scales)
    applications = {
        one.pk: one
        for one in Application.objects.filter(call=call, pk__in=sheets).exclude(status="withdrawn")
    }
    totals = {key: _counting(sheets[key]) for key in applications}
    ranked = places(totals)
    found = [
        _standing(call, one, sheets[key], totals[key], ranked[key])
        for key, one in applications.items()
    ]
    return sorted(found, key=lambda one: (one.place.rank, one.application.reference))


def consensus_needed(application: Application, call: Call) -> bool:
    """Whether the totals lie too far apart and nothing is agreed yet."""
    found = next((one for one in standings(call) if one.application.pk == application.pk), None)
    return found is not None and found.needs_consensus


Sheet = tuple[Assessment, Decimal]


def _sheets_by_application(call: Call, scales: Mapping[int, Scale]) -> dict[int, list[Sheet]]:
    """Locked sheets only: a removed assessor's open sheet counts for nothing."""
    found: dict[int, list[Sheet]] = {}
    locked = Assessment.objects.filter(call=call, locked_at__isnull=False).order_by("locked_at")
    for sheet in locked.select_related("user").prefetch_related("scores"):
        points = {score.criterion_id: score.points for score in sheet.scores.all()}
        found.setdefault(sheet.application_id, []).append((sheet, total_of(points, scales)))
    return found


def _counting(sheets: Sequence[Sheet]) -> Decimal:
    agreed = [total for sheet, total in sheets if sheet.user_id is None]
    return agreed[0] if agreed else mean_of([total for _sheet, total in sheets])


def _standing(
    call: Call, application: Application, sheets: Sequence[Sheet], total: Decimal, place: Place
) -> Standing:
    own = [one for one in sheets if one[0].user_id is not None]
    consensus = next((one for one in sheets if one[0].user_id is None), None)
    spread = spread_of([one[1] for one in own])
    return Standing(
        application=application,
        sheets=own,
        consensus=consensus,
        spread=spread,
        needs_consensus=consensus is None and spread > call.consensus_spread,
        total=total,
        place=place,
    )
