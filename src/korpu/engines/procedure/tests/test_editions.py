"""A calendar changes while terms run: the right dates move, and nobody loses a day."""

from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from korpu.engines.procedure.api import Calendar, Citation, Library, fold
from korpu.engines.procedure.calendars import Closure, Exchange
from korpu.engines.procedure.editions import reckoned
from korpu.engines.procedure.terms import Term
from korpu.engines.procedure.tests.daywalker import walk_days, walk_roll
from korpu.engines.procedure.tests.test_fold import entry
from korpu.kernel.texts import Text

LAW = Citation("Decree", "1", "seen")
TITLE = Text(az="Yas günü", en="Day of mourning", ru="День траура")
MONDAY = date(2026, 6, 1)

changes = st.lists(
    st.tuples(
        st.integers(1, 60),
        st.frozensets(st.integers(0, 60), max_size=4),
        st.frozensets(st.integers(0, 60), max_size=3),
    ),
    max_size=4,
)


def edition(before: Calendar, published_on: date, closed: set[date], worked: set[date]) -> Calendar:
    free_far_away = before.roll(date(2030, 1, 7), "next_working_day")
    exchanges = tuple(Exchange(free_far_away, day, LAW) for day in sorted(worked))
    closures = tuple(Closure(day, TITLE, LAW) for day in sorted(closed - worked))
    return replace(
        before,
        closures=before.closures + closures,
        exchanges=before.exchanges + exchanges,
        published_on=published_on,
        before=before,
    )


@given(quantity=st.integers(1, 30), edits=changes, protected=st.booleans(), met=st.integers(1, 90))
def test_each_edition_counts_only_while_the_term_runs(
    permits: Library, quantity: int, edits, protected, met: int
) -> None:
    chain = [permits.calendars["plain"]]
    for gap, closed, worked in sorted(edits, key=lambda one: one[0]):
        days = {MONDAY + timedelta(days=n) for n in closed}
        free = {MONDAY + timedelta(days=n) for n in worked}
        chain.append(edition(chain[-1], MONDAY + timedelta(days=gap), days, free))
    stopped = MONDAY + timedelta(days=met)
    term = Term(quantity, "working_days", chain[-1], "next_working_day")
    found = reckoned(term, MONDAY, (), stopped, protected=protected)
    assert found.reckoning.due_on == _day_by_day(chain, quantity, stopped, protected=protected)


def _day_by_day(
    chain: list[Calendar], quantity: int, stopped: date, *, protected: bool
) -> date | None:
    """The slow twin: live through the days, looking at the calendar as it is each morning."""
    day, due = MONDAY, _walked(chain[0], quantity)
    while day <= due and day <= stopped:
        for known in chain:
            if known.published_on == day and day <= due:
                now = _walked(known, quantity)
                due = max(due, now) if protected else now
        day += timedelta(days=1)
    return due


def _walked(calendar: Calendar, quantity: int) -> date:
    last = walk_days(calendar, MONDAY, quantity, working=True, pauses=())
    assert last is not None
    return walk_roll(calendar, last)


def test_a_day_decreed_free_moves_the_last_day_and_the_explanation_names_it(
    permits: Library,
) -> None:
    permit = permits.version("xx/permit", "1")
    plain = permits.calendars["plain"]
    decreed = edition(plain, date(2026, 6, 10), {date(2026, 6, 15)}, set())
    log = [entry("file", MONDAY)]
    before = fold(permit, log, {"plain": plain}, on=date(2026, 6, 10)).deadline("decide")
    after = fold(permit, log, {"plain": decreed}, on=date(2026, 6, 10)).deadline("decide")
    assert before is not None
    assert after is not None
    assert (before.due_on, after.due_on) == (date(2026, 6, 15), date(2026, 6, 16))
    assert "15 June 2026 — Day of mourning" in after.explanation.en


def test_a_saturday_made_working_takes_nothing_from_a_term_that_runs_and_counts_for_later_ones(
    permits: Library,
) -> None:
    permit = permits.version("xx/permit", "1")
    made_working = edition(permits.calendars["plain"], date(2026, 6, 3), set(), {date(2026, 6, 13)})
    running = fold(permit, [entry("file", MONDAY)], {"plain": made_working}, on=date(2026, 6, 4))
    kept = running.deadline("decide")
    assert kept is not None
    assert kept.due_on == date(2026, 6, 15)
    assert "would end it on 13 June 2026" in kept.explanation.en
    later = fold(
        permit, [entry("file", date(2026, 6, 4))], {"plain": made_working}, on=date(2026, 6, 4)
    ).deadline("decide")
    assert later is not None
    assert later.due_on == date(2026, 6, 17)
