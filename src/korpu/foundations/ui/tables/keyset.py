"""One page of a query, found by the place of its first row: page 10,000 costs what page 1 does.

The address names a row by its key alone, so that no name of a person stands in it; the row's
place in the order is looked up. Counting stops at a limit.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any, Generic, Protocol, TypeVar

from django.core.exceptions import ValidationError
from django.db.models import F, Model, Q, QuerySet
from django.db.models.expressions import OrderBy

Row = TypeVar("Row")
M = TypeVar("M", bound=Model)
COUNT_LIMIT = 1000


@dataclass(frozen=True, slots=True)
class Order:
    """One field of an order; nulls come last when ascending and first when descending."""

    field: str
    descending: bool = False
    nullable: bool = False


class Wanted(Protocol):
    """What a page needs to know of a request for a list; ``tables.Asked`` is one."""

    after: str | None
    before: str | None

    @property
    def order(self) -> tuple[Order, ...]: ...
    @property
    def spec(self) -> Any: ...


@dataclass(frozen=True)
class Page(Generic[Row]):
    """A page of rows.

    Attributes:
        rows: in the order asked for; empty means nothing matches (or the list has shrunk).
        first, last: the keys of the first and last row, as the address names them.
        count: how many match, counted up to ``COUNT_LIMIT``; None when it was not counted.
        count_is_limit: there are more than ``count``.
    """

    rows: Sequence[Row]
    first: str | None = None
    last: str | None = None
    has_next: bool = False
    has_previous: bool = False
    count: int | None = None
    count_is_limit: bool = False


def fetch_page(
    queryset: QuerySet[M], wanted: Wanted, *, key: str = "pk", counted: bool = True
) -> Page[M]:
    """The page that was asked for.

    Args:
        queryset: filtered, unordered; related rows the columns need already selected.
        wanted: order and place.
        key: a unique field that names a row in the address and breaks ties (``uuid``).
        counted: whether to count the matches, up to a limit.

    An address that names a row which is no longer there starts at the beginning.
    """
    order = (*wanted.order, Order(key, descending=wanted.order[0].descending))
    backwards = wanted.before is not None and wanted.after is None
    place = _place(queryset, key, wanted.after or wanted.before, order)
    if place is None:
        backwards = False
    directed = [replace(one, descending=one.descending != backwards) for one in order]
    ordered = queryset.order_by(*(ordering(one) for one in directed))
    if place is not None:
        ordered = ordered.filter(beyond(directed, place))
    size = wanted.spec.page_size
    rows = list(ordered[: size + 1])
    more, rows = len(rows) > size, rows[:size]
    if backwards:
        rows.reverse()
    count = queryset.order_by()[: COUNT_LIMIT + 1].count() if counted else None
    return Page(
        rows,
        first=str(getattr(rows[0], key)) if rows else None,
        last=str(getattr(rows[-1], key)) if rows else None,
        has_next=bool(rows) and (more or backwards),
        has_previous=bool(rows) and (more if backwards else place is not None),
        count=None if count is None else min(count, COUNT_LIMIT),
        count_is_limit=count is not None and count > COUNT_LIMIT,
    )


def _place(
    queryset: QuerySet[M], key: str, value: str | None, order: Sequence[Order]
) -> tuple[Any, ...] | None:
    """The sort values of the row the address names, or None when there is no such row."""
    if not value:
        return None
    try:
        return queryset.filter(**{key: value}).values_list(*(one.field for one in order)).first()
    except (ValueError, ValidationError):
        return None


def ordering(order: Order) -> OrderBy:
    """The field as ``order_by`` takes it."""
    field = F(order.field)
    if order.descending:
        return field.desc(nulls_first=True) if order.nullable else field.desc()
    return field.asc(nulls_last=True) if order.nullable else field.asc()


def beyond(order: Sequence[Order], place: tuple[Any, ...]) -> Q:
    """Rows after ``place``: equal in the first fields, beyond it in the next."""
    condition, equal = Q(), Q()
    for one, value in zip(order, place, strict=True):
        condition |= equal & _strictly_beyond(one, value)
        equal &= Q(**{f"{one.field}__isnull": True}) if value is None else Q(**{one.field: value})
    return condition


def _strictly_beyond(order: Order, value: Any) -> Q:
    if value is None:  # last when ascending: nothing is beyond; first when descending: all others
        return Q(**{f"{order.field}__isnull": False}) if order.descending else Q(pk__in=())
    beyond = Q(**{f"{order.field}__{'lt' if order.descending else 'gt'}": value})
    if order.nullable and not order.descending:
        beyond |= Q(**{f"{order.field}__isnull": True})
    return beyond
