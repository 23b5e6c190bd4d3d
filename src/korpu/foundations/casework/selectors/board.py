"""The supervisor's board: who has how much, how old it is, what is late."""

from collections.abc import Sequence
from dataclasses import dataclass, fields
from datetime import date, timedelta
from typing import Any
from urllib.parse import urlencode

from django.db.models import Count, Min, Q
from django.urls import reverse

from korpu.foundations.accounts.api import Actor
from korpu.foundations.accounts.models import Compartment, Deputyship
from korpu.foundations.audit.api import names_of
from korpu.foundations.casework import wording
from korpu.foundations.casework.models import Case
from korpu.foundations.casework.people import colleagues_in
from korpu.foundations.casework.selectors.desk import due_soon
from korpu.kernel.errors import NotFound

PERMISSION = "casework.board.read"
AGES = (30, 90, 180)
"""Bounds of the ages of open cases, in days, each inclusive; the last band is open."""


@dataclass(frozen=True, slots=True)
class Load:
    """Open cases, as counts.

    Attributes:
        due_soon: the next due day is as near as the reader chose, today included.
        missed: the next due day has passed.
        fresh, settled, old, oldest: opened within 30, 90, 180 days, and longer ago.
    """

    open: int = 0
    due_soon: int = 0
    missed: int = 0
    fresh: int = 0
    settled: int = 0
    old: int = 0
    oldest: int = 0

    def plus(self, other: "Load") -> "Load":
        """Both together."""
        names = [field.name for field in fields(self)]
        return Load(**{name: getattr(self, name) + getattr(other, name) for name in names})


@dataclass(frozen=True, slots=True)
class OfficerLoad:
    """One officer's row; ``user_id`` None: cases nobody has.

    Attributes:
        oldest_on: the day the oldest open case was opened; None: there is none.
        href: the worklist of just these cases.
        works_here: holds a role in the office today; somebody who does not still has cases.
    """

    user_id: int | None
    name: str
    load: Load
    oldest_on: date | None
    href: str
    works_here: bool


@dataclass(frozen=True, slots=True)
class Cover:
    """Somebody of the office is away, and who stands in."""

    deputyship: Deputyship
    absent: str
    deputy: str


@dataclass(frozen=True, slots=True)
class Board:
    """The board of one compartment; officers with most missed deadlines first."""

    place: Compartment
    total: Load
    officers: Sequence[OfficerLoad]
    covers: Sequence[Cover]

    @property
    def unassigned(self) -> Load:
        """What nobody has."""
        return next((row.load for row in self.officers if row.user_id is None), Load())


def boards_of(*, for_actor: Actor) -> list[Compartment]:
    """The compartments whose board the actor may see."""
    places = for_actor.compartments_with(PERMISSION)
    found = Compartment.objects.filter(pk__in=places).select_related("office")
    return list(found.order_by("office__code", "business"))


def board_place(*, key: str, for_actor: Actor) -> Compartment:
    """The compartment named by its key, or the actor's first.

    Raises:
        NotFound: the actor heads no such compartment.
    """
    found = boards_of(for_actor=for_actor)
    picked = next((one for one in found if str(one.pk) == key or not key), None)
    if picked is None:
        raise NotFound(wording.NO_SUCH_BOARD)
    return picked


def board(*, place: Compartment, for_actor: Actor, on: date) -> Board:
    """The board of one compartment on a day. Three queries, however many cases.

    Raises:
        NotPermitted: the actor does not head the compartment.
    """
    for_actor.check(PERMISSION, compartment_id=place.pk)
    here = dict(colleagues_in(place.pk))
    near = due_soon(for_actor=for_actor)
    rows = {row["assigned_to"]: row for row in _loads(place, on, near)}
    gone = names_of({key for key in rows if key is not None and key not in here})
    everybody: list[tuple[int | None, str]] = [(None, ""), *here.items(), *gone.items()]
    officers = [_officer(key, name, rows.get(key), here) for key, name in everybody]
    officers.sort(key=lambda row: (row.user_id is not None, -row.load.missed, row.name))
    total = Load()
    for row in officers:
        total = total.plus(row.load)
    return Board(place, total, officers, covers_in(place=place, for_actor=for_actor, on=on))


def covers_in(*, place: Compartment, for_actor: Actor, on: date) -> list[Cover]:  # noqa: ARG001
    """Absences of the office's people that run or begin later, by first day."""
    here = dict(colleagues_in(place.pk))
    found = Deputyship.objects.filter(
        absent__in=list(here), ended_at=None, valid_until__gte=on
    ).order_by("valid_from", "pk")
    return [
        Cover(one, here[one.absent_id], here.get(one.deputy_id, ""))
        for one in found
        if one.absent_id in here
    ]


def _loads(place: Compartment, on: date, near: timedelta) -> list[Any]:
    bounds = [on - timedelta(days=days) for days in AGES]
    due = Q(next_due_on__gte=on, next_due_on__lte=on + near)
    ages = {
        "fresh": Q(opened_on__gte=bounds[0]),
        "settled": Q(opened_on__lt=bounds[0], opened_on__gte=bounds[1]),
        "old": Q(opened_on__lt=bounds[1], opened_on__gte=bounds[2]),
        "oldest": Q(opened_on__lt=bounds[2]),
    }
    found = Case.objects.filter(compartment=place, closed_at=None).values("assigned_to")
    return list(
        found.order_by().annotate(
            open=Count("pk"),
            due_soon=Count("pk", filter=due),
            missed=Count("pk", filter=Q(next_due_on__lt=on)),
            oldest_on=Min("opened_on"),
            **{name: Count("pk", filter=band) for name, band in ages.items()},
        )
    )


def _officer(
    key: int | None, name: str, row: dict[str, Any] | None, here: dict[int, str]
) -> OfficerLoad:
    found = row or {}
    counts = {field.name: found.get(field.name, 0) for field in fields(Load)}
    query = {"view": "unassigned"} if key is None else {"view": "office", "assigned": str(key)}
    return OfficerLoad(
        user_id=key,
        name=name,
        load=Load(**counts),
        oldest_on=found.get("oldest_on"),
        href=f"{reverse('casework:worklist')}?{urlencode(query)}",
        works_here=key is None or key in here,
    )
