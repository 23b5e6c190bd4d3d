"""Lists over a table every installation has: Django's content types."""

import csv
import io
from collections.abc import Iterator
from datetime import date

import pytest
from django import forms
from django.contrib.contenttypes.models import ContentType
from django.db.models import Case, QuerySet, Value, When
from django.db.models.functions import Length
from django.http import QueryDict

from korpu.foundations.ui.forms import DateField, FilterForm
from korpu.foundations.ui.languages import speak
from korpu.foundations.ui.tables import Asked, Column, Page, TableSpec, csv_response, fetch_page
from korpu.foundations.ui.tables.export import cell

Kinds = QuerySet[ContentType]


class Filters(FilterForm):
    app = forms.CharField(label="App", required=False)
    size = forms.ChoiceField(
        label="Size", required=False, choices=[("", "All"), ("s", "Small"), ("l", "Large")]
    )
    since = DateField(label="Since", required=False)


SPEC = TableSpec[ContentType](
    caption="Kinds",
    columns=(
        Column("app", "App", lambda row: row.app_label, order_by=("app_label",)),
        Column("model", "Model", lambda row: row.model, order_by=("model",), is_row_header=True),
        Column("odd", "Odd", lambda row: row.pk, order_by=("odd",), nullable=True),
        Column("plain", "Plain", lambda row: row.pk),
    ),
    default_sort="model",
    filters=Filters,
    page_size=4,
)


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    with speak("en"):
        yield


def kinds() -> Kinds:
    """Every third row has no ``odd``; the others share a few values, so that ties occur."""
    size = Length("app_label")
    return ContentType.objects.annotate(
        odd=Case(When(app_label__contains="a", then=size), default=Value(None))
    )


def asked(text: str) -> Asked[ContentType]:
    return SPEC.read(QueryDict(text))


def walk(sort: str, direction: str = "next") -> list[list[int]]:
    """The keys of every page, by following the links."""
    pages, href = [], f"?sort={sort}"
    if direction == "previous":
        href = f"?sort={sort}&before={sorted_keys(sort)[-1]}"
    while href:
        here = asked(href.removeprefix("?"))
        page = fetch_page(kinds(), here)
        pages.append([row.pk for row in page.rows])
        shown = here.show(page)
        href = (shown.next_href if direction == "next" else shown.previous_href) or ""
        assert len(pages) < 200
    return pages


def sorted_keys(sort: str) -> list[int]:
    """The slow twin: the whole table sorted in Python."""
    name = {"app": "app_label"}.get(sort.removeprefix("-"), sort.removeprefix("-"))

    def place(row: ContentType) -> tuple[bool, object, int]:
        value = getattr(row, name)
        return (value is None, "" if value is None else value, row.pk)

    none = [row for row in kinds() if getattr(row, name) is None]
    some = [row for row in kinds() if getattr(row, name) is not None]
    keys = [row.pk for row in (*sorted(some, key=place), *sorted(none, key=place))]
    return keys[::-1] if sort.startswith("-") else keys


@pytest.mark.parametrize("sort", ["model", "-model", "app", "-app", "odd", "-odd"])
@pytest.mark.django_db
def test_following_the_pages_shows_every_row_once_in_order(sort: str) -> None:
    expected = sorted_keys(sort)
    pages = walk(sort)
    assert [key for page in pages for key in page] == expected
    assert all(len(page) == 4 for page in pages[:-1])


@pytest.mark.parametrize("sort", ["model", "-model", "app", "-app", "odd", "-odd"])
@pytest.mark.django_db
def test_going_back_shows_the_same_rows(sort: str) -> None:
    back = [key for page in reversed(walk(sort, "previous")) for key in page]
    assert back == sorted_keys(sort)[:-1]


@pytest.mark.django_db
def test_the_first_page_has_no_way_back_and_the_last_no_way_on() -> None:
    first = asked("sort=model").show(fetch_page(kinds(), asked("sort=model")))
    assert first.previous_href is None
    last_key = sorted_keys("model")[-5]
    here = asked(f"sort=model&after={last_key}")
    last = here.show(fetch_page(kinds(), here))
    assert last.next_href is None
    assert last.previous_href is not None


@pytest.mark.parametrize("place", ["after=99999999", "after=nonsense", "before=0", "after='--"])
@pytest.mark.django_db
def test_an_address_to_a_row_that_is_gone_starts_at_the_beginning(place: str) -> None:
    page: Page[ContentType] = fetch_page(kinds(), asked(f"sort=model&{place}"))
    assert [row.pk for row in page.rows] == sorted_keys("model")[:4]


@pytest.mark.django_db
def test_counting_stops_at_the_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("korpu.foundations.ui.tables.keyset.COUNT_LIMIT", 7)
    page = fetch_page(kinds(), asked(""))
    assert (page.count, page.count_is_limit) == (7, True)


def test_an_unknown_order_falls_back_to_the_default() -> None:
    for text in ("sort=password", "sort=plain", "sort=--model", ""):
        assert asked(text).sort == "model"


def test_clicking_the_sorted_heading_turns_the_order() -> None:
    headings = {str(one.title): one for one in asked("sort=app&app=x").show(Page(())).headings}
    assert headings["App"].direction == "ascending"
    assert headings["App"].href == "?app=x&sort=-app"
    assert headings["Model"].href == "?app=x&sort=model"
    assert headings["Plain"].href is None


def test_filters_reach_the_selector_cleaned_and_the_wrong_one_is_shown_as_wrong() -> None:
    here = asked("app=cases&size=enormous&since-day=1&since-month=2&since-year=2026")
    assert dict(here.filters) == {"app": "cases", "since": date(2026, 2, 1)}
    assert here.form is not None
    assert "size" in here.form.errors


def test_each_filter_in_use_can_be_taken_away_alone() -> None:
    here = asked("sort=-app&app=x&size=s&since-day=1&since-month=2&since-year=2026&after=5")
    shown = {str(one.label): one for one in here.show(Page(())).active_filters}
    assert shown["Size"].text == "Small"
    assert shown["Since"].text == "01/02/2026"
    assert "since" not in shown["Since"].href
    assert "after" not in shown["App"].href
    assert shown["App"].href.startswith("?sort=-app&size=s")


def test_the_filter_form_keeps_order_and_foreign_keys_but_not_the_page() -> None:
    hidden = asked("sort=-app&app=x&after=5&view=mine").show(Page(())).hidden
    assert hidden == [("sort", "-app"), ("view", "mine")]


@pytest.mark.parametrize(
    ("value", "written"),
    [
        ("=1+1", "'=1+1"),
        ("+994", "'+994"),
        ("@x", "'@x"),
        (-5, "-5"),
        (None, ""),
        (date(2026, 3, 5), "2026-03-05"),
        ("Əli", "Əli"),
    ],
)
def test_a_cell_of_a_file_is_never_a_formula(value: object, written: str) -> None:
    assert cell(value) == written


def test_a_file_has_the_columns_of_the_list_and_opens_in_a_spreadsheet() -> None:
    row = ContentType(app_label='a,"b', model="m", pk=3)
    answer = csv_response(SPEC.columns[:2], [row], "kinds")
    content = b"".join(answer.streaming_content)  # type: ignore[arg-type]
    assert content.startswith(b"\xef\xbb\xbf")
    assert list(csv.reader(io.StringIO(content.decode("utf-8-sig")))) == [
        ["App", "Model"],
        ['a,"b', "m"],
    ]
    assert answer.headers["Content-Disposition"] == 'attachment; filename="kinds.csv"'
