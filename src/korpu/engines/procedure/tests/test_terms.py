"""The worked checks every reading of the law is held against."""

from datetime import date

from korpu.engines.procedure.calendars import Calendar, Closure, Counting
from korpu.engines.procedure.model import Citation
from korpu.engines.procedure.terms import Pause, Term
from korpu.kernel.texts import Text

NAME = Text(az="sınaq", en="test", ru="проверка")
LAW = Citation("Test", "Art. 1", "seen")
MONDAY = date(2026, 6, 1)


def calendar(*closed: date) -> Calendar:
    """Monday to Friday, no holidays, the days named closed."""
    return Calendar(
        id="plain",
        title=NAME,
        weekend=frozenset({5, 6}),
        weekend_law=LAW,
        holidays=(),
        closures=tuple(Closure(day, NAME, LAW) for day in closed),
        exchanges=(),
        decreed_from=date(2000, 1, 1),
        decreed_until=date(2050, 12, 31),
        counting=Counting(anchor_counted=False, anchor_law=LAW, months_law=LAW, roll_law=LAW),
    )


def working_days(quantity: int, *closed: date) -> Term:
    return Term(quantity, "working_days", calendar(*closed), "next_working_day")


def test_ten_working_days_from_a_monday_end_on_a_monday() -> None:
    assert working_days(10).reckon(MONDAY).due_on == date(2026, 6, 15)


def test_a_day_declared_free_moves_the_end_to_the_next_working_day() -> None:
    term = working_days(10, date(2026, 6, 15))
    assert term.reckon(MONDAY).due_on == date(2026, 6, 16)


def test_a_suspension_keeps_what_is_left() -> None:
    pause = Pause(date(2026, 6, 4), date(2026, 6, 9))
    assert working_days(10).reckon(MONDAY, [pause]).due_on == date(2026, 6, 19)


def test_an_open_suspension_has_no_end_and_says_what_is_left() -> None:
    reckoning = working_days(10).reckon(MONDAY, [Pause(date(2026, 6, 4), None)])
    assert (reckoning.due_on, reckoning.left) == (None, 8)


def test_an_interruption_starts_again_in_full() -> None:
    assert working_days(10).reckon(date(2026, 6, 9)).due_on == date(2026, 6, 23)


def test_an_extension_lengthens_the_budget() -> None:
    assert working_days(10 + 5).reckon(MONDAY).due_on == date(2026, 6, 22)


def test_a_month_ends_on_the_same_day_number_or_the_months_last() -> None:
    month = Term(1, "months", calendar(), "none")
    assert month.reckon(date(2026, 1, 31)).due_on == date(2026, 2, 28)
    assert month.reckon(date(2028, 1, 31)).due_on == date(2028, 2, 29)
    assert month.reckon(date(2026, 3, 15)).due_on == date(2026, 4, 15)


def test_calendar_days_that_end_on_a_weekend_roll_only_where_the_rule_rolls() -> None:
    rolled = Term(5, "calendar_days", calendar(), "next_working_day").reckon(MONDAY)
    kept = Term(5, "calendar_days", calendar(), "none").reckon(MONDAY)
    assert rolled.due_on == date(2026, 6, 8)
    assert rolled.unrolled_on == kept.due_on == date(2026, 6, 6)


def test_a_term_counted_backwards_ends_before_its_event() -> None:
    notice = Term(3, "working_days", calendar(), "previous_working_day", "before")
    assert notice.reckon(MONDAY).due_on == date(2026, 5, 27)


def test_a_suspension_of_a_term_in_months_moves_it_by_the_days_it_lasted() -> None:
    month = Term(1, "months", calendar(), "none")
    pause = Pause(date(2026, 6, 10), date(2026, 6, 14))
    assert month.reckon(MONDAY, [pause]).due_on == date(2026, 7, 6)
