"""The worklist: which cases wait for somebody, in the order they are due."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import Any
from uuid import UUID

from django.db.models import Q, QuerySet
from django.db.models.expressions import OrderBy
from django.utils import timezone

from korpu.foundations.accounts.api import Actor
from korpu.foundations.casework.models import Case, CaseShare
from korpu.foundations.casework.running import running_shares
from korpu.foundations.casework.selectors.desk import due_soon
from korpu.foundations.casework.sides import places_of, works_for
from korpu.foundations.ui.tables import Order, beyond, ordering

PAGE_SIZE = 25
MAX_ROWS = 1000
"""Counting stops here, and so does a file; pages go on to the end."""
MOST_ARMS = 12

_NUMBER = re.compile(r"^\s*([A-Za-z]{2,10})[\s-]*(\d{4})[\s-]*0*(\d{1,9})\s*$")


class View(StrEnum):
    """The lists a worklist offers."""

    MINE = "mine"
    OFFICE = "office"
    UNASSIGNED = "unassigned"
    DUE_SOON = "due-soon"
    OVERDUE = "overdue"
    CLOSED = "closed"
    SHARED = "shared"
    FILED = "filed"


OFFICE_VIEWS = (View.MINE, View.OFFICE, View.UNASSIGNED, View.DUE_SOON, View.OVERDUE, View.CLOSED)


class Sort(StrEnum):
    """The orders a worklist offers; the default of open cases is ``due``."""

    DUE = "due"
    DUE_LAST = "-due"
    NUMBER = "number"
    NEWEST = "-number"


@dataclass(frozen=True, slots=True)
class Filters:
    """What the reader asked for; an empty value filters nothing.

    Attributes:
        sender_ids: compartments of the other side.
        due_from, due_until: bounds of the next due day, both inclusive.
        search: a case number in any spelling, or the other side's reference, whole.
    """

    view: View = View.MINE
    procedure: str = ""
    status: str = ""
    sender_ids: tuple[int, ...] = ()
    assigned_to_id: int | None = None
    due_from: date | None = None
    due_until: date | None = None
    search: str = ""
    sort: Sort | None = None


@dataclass(frozen=True, slots=True)
class Place:
    """Where a page begins: after one case, or before one; both empty: at the beginning."""

    after: UUID | None = None
    before: UUID | None = None


BEGINNING = Place()


@dataclass(frozen=True, slots=True)
class Worklist:
    """One page of a worklist.

    Attributes:
        cases: in the order asked for.
        count: how many there are, counted up to ``MAX_ROWS``.
        capped: true when there are more than ``count``.
    """

    cases: Sequence[Case]
    count: int
    capped: bool
    has_next: bool = False
    has_previous: bool = False


def worklist(*, for_actor: Actor, filters: Filters, place: Place = BEGINNING) -> Worklist:
    """One page of cases the actor may see, found by the place of its first case.

    The thousandth page costs what the first does. A place that is not in the list (the case moved
    on) begins at the beginning.
    """
    arms = [_narrowed(arm, filters) for arm in _arms(for_actor, filters)]
    count = _counted(arms)
    if not count:
        return Worklist([], 0, capped=False)
    backwards = place.before is not None and place.after is None
    order = _order(filters)
    known = _known_place(place.after or place.before, order)
    backwards = backwards and known is not None
    directed = [replace(one, descending=one.descending != backwards) for one in order]
    if known is not None:
        arms = [arm.filter(beyond(directed, known)) for arm in arms]
    found = _merged(arms, [ordering(one) for one in directed], PAGE_SIZE + 1)
    more, cases = len(found) > PAGE_SIZE, found[:PAGE_SIZE]
    return Worklist(
        cases[::-1] if backwards else cases,
        min(count, MAX_ROWS),
        capped=count > MAX_ROWS,
        has_next=more or backwards,
        has_previous=more if backwards else known is not None,
    )


def exported(*, for_actor: Actor, filters: Filters) -> list[Case]:
    """The cases of a worklist for a file, at most ``MAX_ROWS``, in its order."""
    arms = [_narrowed(arm, filters) for arm in _arms(for_actor, filters)]
    return _merged(arms, [ordering(one) for one in _order(filters)], MAX_ROWS)


def _counted(arms: Sequence[QuerySet[Case]]) -> int:
    """How many there are, up to one more than ``MAX_ROWS`` in each place, in one query."""
    if not arms:
        return 0
    keys = [arm.order_by().values("pk")[: MAX_ROWS + 1] for arm in arms]
    first, *others = keys
    return (first.union(*others, all=True) if others else first).count()


def _known_place(uuid: UUID | None, order: Sequence[Order]) -> tuple[Any, ...] | None:
    if uuid is None:
        return None
    return Case.objects.filter(uuid=uuid).values_list(*(one.field for one in order)).first()


def _arms(actor: Actor, filters: Filters) -> list[QuerySet[Case]]:
    """One query per place, so that each runs down an index and stops at the page's end."""
    if filters.search:
        return [Case.objects.filter(_search(filters.search))]
    opened = Case.objects.filter(closed_at=None)
    match filters.view:
        case View.MINE:
            return [opened.filter(assigned_to=user) for user in sorted(works_for(actor))]
        case View.SHARED:
            return [opened.filter(pk__in=_shared_with(actor))]
        case View.FILED:
            return _per_place(Case.objects.all(), "counterpart", actor)
        case View.CLOSED:
            return _per_place(Case.objects.exclude(closed_at=None), "compartment", actor)
    return _per_place(opened.filter(_office_view(filters.view, actor)), "compartment", actor)


def _office_view(view: View, actor: Actor) -> Q:
    today = timezone.localdate()
    match view:
        case View.UNASSIGNED:
            return Q(assigned_to=None)
        case View.DUE_SOON:
            near = today + due_soon(for_actor=actor)
            return Q(next_due_on__gte=today, next_due_on__lte=near)
        case View.OVERDUE:
            return Q(next_due_on__lt=today)
    return Q()


def _per_place(cases: QuerySet[Case], column: str, actor: Actor) -> list[QuerySet[Case]]:
    places = sorted(places_of(actor))
    if len(places) > MOST_ARMS:
        return [cases.filter(**{f"{column}__in": places})]
    return [cases.filter(**{column: place}) for place in places]


def _shared_with(actor: Actor) -> QuerySet[CaseShare, Any]:
    shares = running_shares()
    mine = Q(user__in=works_for(actor)) | Q(compartment__in=places_of(actor))
    return shares.filter(mine).values("case_id")


def _narrowed(cases: QuerySet[Case], filters: Filters) -> QuerySet[Case]:
    status = "shown_status" if filters.view is View.FILED else "status"
    exact = {
        "procedure": filters.procedure,
        status: filters.status,
        "counterpart__in": filters.sender_ids,
        "assigned_to": filters.assigned_to_id,
        "next_due_on__gte": filters.due_from,
        "next_due_on__lte": filters.due_until,
    }
    return cases.filter(**{name: value for name, value in exact.items() if value})


def _search(text: str) -> Q:
    matched = _NUMBER.match(text)
    if matched is None:
        return Q(reference=text.strip())
    prefix, year, number = matched.groups()
    return Q(number=f"{prefix.upper()}-{year}-{int(number):06d}") | Q(reference=text.strip())


def _merged(arms: Sequence[QuerySet[Case]], order: Sequence[OrderBy], at_most: int) -> list[Case]:
    if not arms:
        return []
    first, *others = [arm.order_by(*order)[:at_most] for arm in arms]
    if not others:
        return list(first)
    return list(first.union(*others, all=True).order_by(*order)[:at_most])


def default_sort(view: View) -> Sort:
    """The order of a list nobody sorted: by due day, or the newest first where none is due."""
    return Sort.NEWEST if view in (View.CLOSED, View.FILED) else Sort.DUE


def _order(filters: Filters) -> tuple[Order, ...]:
    due_is_known = default_sort(filters.view) is Sort.DUE
    sort = filters.sort or default_sort(filters.view)
    match sort:
        case Sort.DUE if due_is_known:
            return (Order("next_due_on", nullable=True), Order("id"))
        case Sort.DUE_LAST if due_is_known:
            descending = Order("next_due_on", descending=True, nullable=True)
            return (descending, Order("id", descending=True))
        case Sort.NUMBER:
            return (Order("id"),)
    return (Order("id", descending=True),)


def picked(*, uuids: Sequence[UUID], for_actor: Actor) -> list[Case]:  # noqa: ARG001  readers name the actor
    """The cases ticked on a page, at most one page of them."""
    return list(Case.objects.filter(uuid__in=uuids[:PAGE_SIZE]).order_by("pk"))
