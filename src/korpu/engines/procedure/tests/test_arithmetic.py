"""Fast arithmetic against the day-walker, over twenty years and Azerbaijan's own calendar."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from korpu.engines.procedure.api import Library
from korpu.engines.procedure.calendars import Calendar
from korpu.engines.procedure.terms import Pause, Term
from korpu.engines.procedure.tests.daywalker import walk_days, walk_holidays, walk_roll

FIRST, LAST = date(2012, 1, 1), date(2031, 12, 31)
anchors = st.dates(FIRST, LAST)
quantities = st.integers(0, 260)
gaps = st.lists(st.tuples(st.integers(1, 40), st.integers(0, 60)), max_size=4)


def pauses_after(anchor: date, spans: list[tuple[int, int]], *, open_ended: bool) -> list[Pause]:
    pauses, day = [], anchor
    for gap, length in spans:
        first = day + timedelta(days=gap)
        day = first + timedelta(days=length)
        pauses.append(Pause(first, day))
    if pauses and open_ended:
        pauses[-1] = Pause(pauses[-1].first, None)
    return pauses


@pytest.fixture(scope="module")
def calendar(library: Library) -> Calendar:
    return library.calendars["az"]


@pytest.mark.parametrize("working", [True, False])
@given(anchor=anchors, quantity=quantities, spans=gaps, open_ended=st.booleans())
def test_days_agree_with_the_day_walker(
    calendar: Calendar, working, anchor, quantity, spans, open_ended
) -> None:
    unit = "working_days" if working else "calendar_days"
    pauses = pauses_after(anchor, spans, open_ended=open_ended)
    found = Term(quantity, unit, calendar, "none").reckon(anchor, pauses)
    assert found.due_on == walk_days(calendar, anchor, quantity, working=working, pauses=pauses)


@given(anchor=anchors, quantity=st.integers(0, 30), spans=gaps)
def test_a_suspension_never_brings_the_end_forward(
    calendar: Calendar, anchor, quantity, spans
) -> None:
    term = Term(quantity, "working_days", calendar, "next_working_day")
    plain = term.reckon(anchor).due_on
    paused = term.reckon(anchor, pauses_after(anchor, spans, open_ended=False)).due_on
    assert plain is not None
    assert paused is not None
    assert paused >= plain


@given(anchor=anchors, months=st.integers(0, 36))
def test_months_keep_the_day_number_or_take_the_last(calendar: Calendar, anchor, months) -> None:
    due = Term(months, "months", calendar, "none").reckon(anchor).due_on
    assert due is not None
    assert (due.year - anchor.year) * 12 + due.month - anchor.month == months
    assert due.day == anchor.day or (due.day < anchor.day and (due + timedelta(days=1)).day == 1)


@given(day=anchors)
def test_rolling_agrees_with_the_day_walker(calendar: Calendar, day) -> None:
    assert calendar.roll(day, "next_working_day") == walk_roll(calendar, day)


@given(after=anchors, length=st.integers(0, 800))
def test_counting_and_finding_working_days_are_inverse(calendar: Calendar, after, length) -> None:
    until = after + timedelta(days=length)
    count = calendar.count(after, until)
    assert calendar.nth_after(after, count) <= until
    assert calendar.nth_after(after, count + 1) > until


@given(day=anchors, quantity=st.integers(1, 120))
def test_counting_backwards_undoes_counting_forwards(calendar: Calendar, day, quantity) -> None:
    start = calendar.roll(day, "next_working_day")
    assert calendar.nth_before(calendar.nth_after(start, quantity), quantity) == start


def test_twenty_years_of_free_days_agree_with_the_day_walker(calendar: Calendar) -> None:
    days = [FIRST + timedelta(days=n) for n in range((LAST - FIRST).days + 1)]
    found = {day for day in days if not calendar.is_working(day)}
    before = FIRST - timedelta(days=31)
    assert found == {day for day in walk_holidays(calendar, before, LAST) if day >= FIRST}
