"""What a list consists of, what was asked of it, and what the template shows."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, Generic, TypeVar

from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from korpu.foundations.ui.forms import FilterForm
from korpu.foundations.ui.tables.keyset import Order, Page
from korpu.kernel.texts import Message

Row = TypeVar("Row")
PAGE_SIZE = 50
# Keys of the query string that belong to the list itself; no filter may take their names.
SORT, AFTER, BEFORE = "sort", "after", "before"


@dataclass(frozen=True)
class Column(Generic[Row]):
    """One column.

    Attributes:
        key: its name in the query string.
        title: its heading.
        value: what a cell shows: text, a number, ``Markup`` or any message. None is a dash.
        order_by: the query fields it sorts by, in order; empty means it cannot be sorted.
        nullable: the first of those fields may be null (nulls come last).
        href: where the cell leads, or None.
        is_numeric: right-aligned figures, never broken.
        is_unbroken: a number or a code that must stay on one line.
        is_row_header: names the row for screen readers; one column at most.
        export: the cell in a CSV file, ``value`` when None.
    """

    key: str
    title: Message
    value: Callable[[Row], object]
    order_by: tuple[str, ...] = ()
    nullable: bool = False
    href: Callable[[Row], str] | None = None
    is_numeric: bool = False
    is_unbroken: bool = False
    is_row_header: bool = False
    export: Callable[[Row], object] | None = None


@dataclass(frozen=True)
class TableSpec(Generic[Row]):
    """A list as declared once.

    Attributes:
        caption: names the list for screen readers and in a file.
        columns: left to right.
        default_sort: a column's key, ``-`` before it for descending.
        filters: the form of the filter panel; its cleaned values reach the selector.
        empty: what is said when nothing is found.
        page_size: rows on a page.
    """

    caption: Message
    columns: Sequence[Column[Row]]
    default_sort: str
    filters: type[FilterForm] | None = None
    empty: Message = field(default_factory=lambda: _("Nothing found."))
    page_size: int = PAGE_SIZE

    def read(self, query: QueryDict) -> "Asked[Row]":
        """What a query string asks; whatever in it makes no sense is left out."""
        return Asked(self, query)

    def column(self, key: str) -> Column[Row] | None:
        return next((column for column in self.columns if column.key == key), None)


class Asked(Generic[Row]):
    """One request for a list: order, filters and place."""

    def __init__(self, spec: TableSpec[Row], query: QueryDict) -> None:
        self.spec = spec
        self.query = query
        self.after = query.get(AFTER)
        self.before = None if self.after else query.get(BEFORE)
        self.sort = self._known_sort(query.get(SORT, ""))

    def _known_sort(self, sort: str) -> str:
        column = self.spec.column(sort.removeprefix("-"))
        return sort if column and column.order_by else self.spec.default_sort

    @property
    def order(self) -> tuple[Order, ...]:
        """The order asked for, without the tie-breaker ``fetch_page`` adds."""
        column = self.spec.column(self.sort.removeprefix("-"))
        assert column is not None, f"No column {self.sort} to sort by."
        descending = self.sort.startswith("-")
        return tuple(
            Order(name, descending=descending, nullable=column.nullable and not index)
            for index, name in enumerate(column.order_by)
        )

    @cached_property
    def form(self) -> FilterForm | None:
        """The filter panel's form, bound when the query string has any of its fields."""
        if self.spec.filters is None:
            return None
        unbound = self.spec.filters()
        names = set(unbound.fields)
        given = any(key in names or key.rsplit("-", 1)[0] in names for key in self.query)
        form = self.spec.filters(self.query) if given else unbound
        form.says_what_is_optional = False
        return form

    @cached_property
    def filters(self) -> Mapping[str, Any]:
        """The valid filters that were filled in; a wrong one is left out and shown as wrong."""
        form = self.form
        if form is None or not form.is_bound:
            return {}
        form.is_valid()
        return {name: value for name, value in form.cleaned_data.items() if value not in EMPTY}

    def show(self, page: Page[Row]) -> "ShownTable[Row]":
        return ShownTable(self, page)

    def url(self, **changed: str | None) -> str:
        """The query string with some keys changed; None takes a key away. Paging starts anew."""
        query = self.query.copy()
        for key in (AFTER, BEFORE):
            query.pop(key, None)
        for key, value in changed.items():
            query.pop(key, None)
            if value is not None:
                query[key] = value
        return f"?{query.urlencode()}"


EMPTY: tuple[object, ...] = (None, "", [], ())


@dataclass(frozen=True, slots=True)
class Heading:
    title: Message
    href: str | None
    direction: str
    is_numeric: bool


@dataclass(frozen=True, slots=True)
class ActiveFilter:
    """A filter in force, and the address without it."""

    label: Message
    text: str
    href: str


class ShownTable(Generic[Row]):
    """One page of a list, ready for the template."""

    def __init__(self, asked: Asked[Row], page: Page[Row]) -> None:
        self.asked, self.page, self.spec = asked, page, asked.spec

    @property
    def headings(self) -> Iterator[Heading]:
        for column in self.spec.columns:
            yield Heading(
                column.title, self._sort_href(column), self._direction(column), column.is_numeric
            )

    def _direction(self, column: Column[Row]) -> str:
        if self.asked.sort.removeprefix("-") != column.key:
            return "none"
        return "descending" if self.asked.sort.startswith("-") else "ascending"

    def _sort_href(self, column: Column[Row]) -> str | None:
        if not column.order_by:
            return None
        is_ascending = self._direction(column) == "ascending"
        return self.asked.url(sort=f"-{column.key}" if is_ascending else column.key)

    @property
    def next_href(self) -> str | None:
        return self.asked.url(after=self.page.last) if self.page.has_next else None

    @property
    def previous_href(self) -> str | None:
        return self.asked.url(before=self.page.first) if self.page.has_previous else None

    @property
    def hidden(self) -> list[tuple[str, str]]:
        """What the filter form carries on: the order, and keys that are no filter."""
        form = self.asked.form
        names = set(form.fields) if form else set()
        kept = {key for key in self.asked.query if key.rsplit("-", 1)[0] not in names}
        kept -= names | {AFTER, BEFORE}
        return [(key, value) for key in sorted(kept) for value in self.asked.query.getlist(key)]

    @property
    def active_filters(self) -> list[ActiveFilter]:
        form = self.asked.form
        if form is None:
            return []
        return [
            ActiveFilter(form[name].label, filter_text(form, name), self._without(name))
            for name in self.asked.filters
        ]

    def _without(self, name: str) -> str:
        parts = [key for key in self.asked.query if key in (name, *_date_keys(name))]
        return self.asked.url(**dict.fromkeys(parts))

    @property
    def clear_href(self) -> str:
        """The address with the order and without any filter."""
        return f"?{SORT}={self.asked.sort}"


def _date_keys(name: str) -> tuple[str, ...]:
    return tuple(f"{name}-{part}" for part in ("day", "month", "year"))


def filter_text(form: FilterForm, name: str) -> str:
    """A filter's value in words: the label of a choice, a date, or the text itself."""
    from korpu.foundations.ui.formats import as_text

    choices = dict(getattr(form.fields[name], "choices", ()))
    value = form.cleaned_data[name]
    values = value if isinstance(value, list | tuple) else [value]
    return ", ".join(as_text(choices.get(one, one)) for one in values)
