"""The worklist as a page and as a file: what the query string asks for, in words."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.http import QueryDict
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from korpu.foundations.accounts.api import Actor
from korpu.foundations.casework.columns import ListColumn, columns_shown
from korpu.foundations.casework.engine import library
from korpu.foundations.casework.forms import FilterForm
from korpu.foundations.casework.people import colleagues_in
from korpu.foundations.casework.registry import case_types
from korpu.foundations.casework.selectors.rows import Row, rows_of
from korpu.foundations.casework.selectors.saved import Kept, kept_lists, known_parts
from korpu.foundations.casework.selectors.senders import senders
from korpu.foundations.casework.selectors.worklist import (
    Filters,
    Place,
    Sort,
    View,
    Worklist,
    default_sort,
    exported,
    worklist,
)
from korpu.foundations.casework.sides import places_of
from korpu.foundations.ui.navigation import Link
from korpu.foundations.ui.tables.export import cell
from korpu.kernel.texts import Message

VIEW_TITLES: dict[View, Message] = {
    View.MINE: gettext_lazy("Mine"),
    View.OFFICE: gettext_lazy("My office"),
    View.UNASSIGNED: gettext_lazy("Unassigned"),
    View.DUE_SOON: gettext_lazy("Due soon"),
    View.OVERDUE: gettext_lazy("Deadline missed"),
    View.CLOSED: gettext_lazy("Closed"),
    View.SHARED: gettext_lazy("Shared with us"),
    View.FILED: gettext_lazy("Filed by us"),
}
FOLLOWER_VIEWS = (View.FILED,)
READER_VIEWS = (
    View.MINE,
    View.OFFICE,
    View.UNASSIGNED,
    View.DUE_SOON,
    View.OVERDUE,
    View.CLOSED,
    View.SHARED,
)


@dataclass(frozen=True, slots=True)
class ListPage:
    """The worklist page.

    Attributes:
        tabs: the lists open to the reader.
        sorts: query string that sorts by a column, by column; the direction turns on the second.
        colleagues: to whom ticked cases can be given; empty: the reader may not assign.
        query: the present query string without the page.
        filtered: some filter narrows the list.
    """

    view: View
    tabs: Sequence[Link]
    form: FilterForm
    rows: Sequence[Row]
    found: Worklist
    sort: Sort
    sorts: dict[str, str]
    colleagues: Sequence[tuple[str, str]]
    may_export: bool
    query: str
    filtered: bool
    columns: Sequence[ListColumn]
    kept: Sequence[Kept]

    @property
    def next_query(self) -> str:
        """The query string of the next page; empty: there is none."""
        return _with(self.query, after=str(self.rows[-1].uuid)) if self.found.has_next else ""

    @property
    def previous_query(self) -> str:
        """The query string of the page before; empty: there is none."""
        return _with(self.query, before=str(self.rows[0].uuid)) if self.found.has_previous else ""

    def direction(self, column: str) -> str:
        """The order of a column, as ``aria-sort`` says it."""
        return {column: "ascending", f"-{column}": "descending"}.get(self.sort, "none")

    @property
    def assignees(self) -> list[dict[str, str]]:
        """The choices of the select that gives ticked cases away."""
        nobody = {"value": "", "text": _("Nobody")}
        return [nobody, *({"value": key, "text": name} for key, name in self.colleagues)]

    @property
    def filter_names(self) -> Sequence[str]:
        """Fields of the filter that make sense in this list."""
        work = ("assigned", "due_from", "due_until", "columns")
        return [name for name in self.form.fields if self.shows_work or name not in work]

    @property
    def sorts_by_due(self) -> bool:
        return self.view not in (View.CLOSED, View.FILED)

    @property
    def shows_work(self) -> bool:
        """Whether due days and assignees are the reader's to know."""
        return self.view is not View.FILED


def list_page(*, query: QueryDict, for_actor: Actor, on: date) -> ListPage:
    """The worklist page that a query string asks for; what it cannot mean is left out."""
    people = _colleagues(for_actor)
    view, form, filters = _read(query, for_actor, people)
    found = worklist(for_actor=for_actor, filters=filters, place=_place(query))
    kept = known_parts(query, form.fields)
    sort = filters.sort or default_sort(view)
    return ListPage(
        view=view,
        tabs=[_tab(one, here=view) for one in views_of(for_actor)],
        form=form,
        rows=rows_of(cases=found.cases, for_actor=for_actor, on=on),
        found=found,
        sort=sort,
        sorts={
            "due": _with(kept, sort=Sort.DUE_LAST if sort is Sort.DUE else Sort.DUE),
            "number": _with(kept, sort=Sort.NEWEST if sort is Sort.NUMBER else Sort.NUMBER),
        },
        colleagues=people if for_actor.may("casework.case.assign") else (),
        may_export=for_actor.may("casework.worklist.export"),
        query=kept,
        filtered=any(
            value for name, value in query.items() if name in form.fields and name != "columns"
        ),
        columns=columns_shown(form.cleaned_data.get("columns") or (), follower=view is View.FILED),
        kept=kept_lists(for_actor=for_actor),
    )


def list_file(*, query: QueryDict, for_actor: Actor, on: date) -> list[list[str]]:
    """The same list as rows of text, the heading first; no cell starts a formula."""
    _view, _form, filters = _read(query, for_actor, _colleagues(for_actor))
    rows = rows_of(cases=exported(for_actor=for_actor, filters=filters), for_actor=for_actor, on=on)
    heading = [
        _("Number"),
        _("Reference"),
        _("Procedure"),
        _("Person"),
        _("Status"),
        _("Next due"),
        _("Assigned to"),
    ]
    return [heading, *([cell(value) for value in _values(row)] for row in rows)]


def _values(row: Row) -> Sequence[object]:
    due = row.due_on.isoformat() if row.due_on else ""
    return (row.number, row.reference, row.procedure, row.person, row.status, due, row.assigned)


def _tab(view: View, *, here: View) -> Link:
    return Link(VIEW_TITLES[view], f"{reverse('casework:worklist')}?view={view}", view is here)


def views_of(actor: Actor) -> Sequence[View]:
    """The lists that make sense to a reader: those who only file cases follow them."""
    if actor.may("casework.case.read"):
        return READER_VIEWS
    return FOLLOWER_VIEWS


def _read(
    query: QueryDict, actor: Actor, people: Sequence[tuple[str, str]]
) -> tuple[View, FilterForm, Filters]:
    offered = views_of(actor)
    view = next((one for one in offered if one == query.get("view")), offered[0])
    others = senders()
    form = FilterForm(query, choices=_choices(others, people))
    form.is_valid()
    cleaned = form.cleaned_data
    sender = cleaned.get("sender") or ""
    return (
        view,
        form,
        Filters(
            view=view,
            procedure=cleaned.get("procedure") or "",
            status=cleaned.get("status") or "",
            sender_ids=others.get(sender, ((), ""))[0],
            assigned_to_id=int(cleaned["assigned"]) if cleaned.get("assigned") else None,
            due_from=cleaned.get("due_from"),
            due_until=cleaned.get("due_until"),
            search=cleaned.get("q") or "",
            sort=next((sort for sort in Sort if sort == query.get("sort")), None),
        ),
    )


def _choices(
    others: Mapping[str, tuple[tuple[int, ...], str]], people: Sequence[tuple[str, str]]
) -> dict[str, list[tuple[str, str]]]:
    names = {one.procedure for one in case_types()}
    declared = [one for one in library().procedures if one.id in names]
    statuses = {name: str(s.title) for one in declared for name, s in one.statuses.items()}
    return {
        "procedure": sorted({one.id: str(one.title) for one in declared}.items()),
        "status": sorted(statuses.items(), key=lambda item: item[1]),
        "sender": [(key, title) for key, (_ids, title) in others.items()],
        "assigned": list(people),
    }


def _colleagues(actor: Actor) -> list[tuple[str, str]]:
    found = {key: name for place in places_of(actor) for key, name in colleagues_in(place)}
    return [(str(key), name) for key, name in sorted(found.items(), key=lambda item: item[1])]


def _place(query: QueryDict) -> Place:
    return Place(_uuid(query.get("after")), _uuid(query.get("before")))


def _uuid(text: str | None) -> UUID | None:
    try:
        return UUID(text) if text else None
    except ValueError:
        return None


def query_to_keep(query: QueryDict) -> str:
    """What of a query string a saved list keeps."""
    return known_parts(query, FilterForm.base_fields)


def _with(query: str, **values: str) -> str:
    changed = QueryDict(query, mutable=True)
    for name, value in values.items():
        changed[name] = value
    return changed.urlencode()
