"""Which part of a project a place in its record is about, and on which form it is mended.

The record lists the parts in an order of its own; the functions here walk the same order.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from django.urls import reverse

from korpu.domains.programmes.enums import PartyRole
from korpu.domains.programmes.iati.mapping.activity import Told, dates_told, organisations_told
from korpu.domains.programmes.models import Part
from korpu.engines.iati.api import ModelPath


@dataclass(frozen=True, slots=True)
class _Spot:
    kind: str
    part: Part
    field: str


_LINE = {"period_start": "first", "period_end": "last", "value": "amount"}
_MOVED = {
    "transaction_type": "kind",
    "transaction_date": "day",
    "value": "amount",
    "description": "description",
    "provider_org": "provider",
    "receiver_org": "receiver",
}
_PERIOD = {"period_start": "first", "period_end": "last", "target": "target", "actual": "actual"}
_DETAILS = {"iati_identifier": "identifier", "sector": "sector", "recipient_country": "country"}
_PROJECT = {"title": "title_az", "activity_status": "status", "related_activity": "predecessor"}


def form_of(told: Told, path: ModelPath) -> str:
    """The address of the form and field where a place is mended; the project's page at worst."""
    code = told.file.project.code
    first = str(path[0]) if path else ""
    if first in _DETAILS:
        return f"{reverse('programmes_iati:details', args=(code,))}#id_{_DETAILS[first]}"
    if first in _PROJECT or (first == "description" and path[1:2] in {(), (0,)}):
        field = _PROJECT.get(first, "summary_az")
        return f"{reverse('programmes:edit', args=(code,))}#id_{field}"
    spot = _spot(told, path)
    if spot is None:
        return reverse("programmes:project", args=(code,))
    address = reverse("programmes:change_part", args=(code, spot.kind, spot.part.uuid))
    return f"{address}#id_{spot.field}"


def _spot(told: Told, path: ModelPath) -> _Spot | None:
    find = _FINDERS.get(str(path[0])) if path else None
    return None if find is None else find(told, path)


def _at(parts: Sequence[Part], path: ModelPath, place: int) -> Part | None:
    index = path[place] if len(path) > place else None
    return parts[index] if isinstance(index, int) and index < len(parts) else None


def _named(path: ModelPath, place: int, names: Mapping[str, str], default: str) -> str:
    return names.get(str(path[place]), default) if len(path) > place else default


def _date(told: Told, path: ModelPath) -> _Spot | None:
    part = _at(dates_told(told.file.dates), path, 1)
    return None if part is None else _Spot("dates", part, "day-day")


def _organisation(told: Told, path: ModelPath) -> _Spot | None:
    part = _at(organisations_told(told.file.parties), path, 1)
    return None if part is None else _Spot("organisations", part, "organisation")


def _budget(told: Told, path: ModelPath) -> _Spot | None:
    if not told.lines and told.file.budgets:
        return _Spot("budgets", told.file.budgets[0], "amount")
    part = _at(told.lines, path, 1)
    return None if part is None else _Spot("lines", part, _named(path, 2, _LINE, "amount"))


def _transaction(told: Told, path: ModelPath) -> _Spot | None:
    part = _at(told.moved, path, 1)
    return None if part is None else _Spot("transactions", part, _named(path, 2, _MOVED, "amount"))


def _description(told: Told, path: ModelPath) -> _Spot | None:
    file = told.file
    listed = [
        *(("objectives", one, "title_az") for one in file.objectives),
        *(
            ("organisations", one, "organisation")
            for one in file.parties
            if one.role == PartyRole.BENEFICIARY
        ),
        *(("components", one, "title_az") for one in file.components),
    ]
    index = path[1] if len(path) > 1 else 0
    if isinstance(index, int) and 0 < index <= len(listed):
        kind, part, field = listed[index - 1]
        return _Spot(kind, part, field)
    return None


def _result(told: Told, path: ModelPath) -> _Spot | None:
    measured = {one.result_id for one in told.indicators}
    result = _at([one for one in told.results if one.pk in measured], path, 1)
    if result is None or path[2:3] != ("indicator",):
        return None if result is None else _Spot("results", result, "title_az")
    own = [one for one in told.indicators if one.result_id == result.pk]
    indicator = _at(own, path, 3)
    if indicator is None or path[4:5] != ("period",):
        return None if indicator is None else _Spot("indicators", indicator, "title_az")
    period = _at([one for one in told.periods if one.indicator_id == indicator.pk], path, 5)
    field = _named(path, 6, _PERIOD, "actual")
    return None if period is None else _Spot("periods", period, field)


_FINDERS: Mapping[str, Callable[[Told, ModelPath], _Spot | None]] = {
    "activity_date": _date,
    "participating_org": _organisation,
    "budget": _budget,
    "transaction": _transaction,
    "description": _description,
    "result": _result,
}
