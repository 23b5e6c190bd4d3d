"""Decrees over a calendar: each is an edition of its own, and none says twice what is said."""

from dataclasses import replace
from datetime import date

import pytest

from korpu.engines.procedure.api import Citation, Library
from korpu.engines.procedure.calendar_edits import CalendarEdit, changed_days, check_edit, edited
from korpu.engines.procedure.calendars import Closure, Exchange
from korpu.engines.procedure.editions import editions
from korpu.kernel.errors import InvalidInput
from korpu.kernel.texts import Text, speaking

LAW = Citation("Decree", "1", "seen")
TITLE = Text(az="Yas günü", en="Day of mourning", ru="День траура")
TODAY = date(2026, 6, 3)
EDIT = CalendarEdit("C1", "az", TODAY)


def closing(*days: date) -> CalendarEdit:
    return replace(EDIT, closures=tuple(Closure(day, TITLE, LAW) for day in days))


@pytest.mark.parametrize(
    ("edit", "told"),
    [
        (closing(date(2026, 5, 28)), "28 May 2026 is not a working day already"),
        (closing(date(2026, 6, 13)), "not a working day already: weekend"),
        (
            replace(EDIT, exchanges=(Exchange(date(2026, 6, 17), date(2026, 6, 16), LAW),)),
            "16 June 2026 is a working day already",
        ),
        (replace(EDIT, decreed={"new_year": (date(2027, 1, 3),)}), "not set by decree"),
        (replace(EDIT, decreed_until=date(2026, 1, 1)), "decreed up to 31 December 2026 already"),
        (EDIT, "Nothing would change"),
    ],
)
def test_what_is_said_already_or_cannot_be_is_refused(
    library: Library, edit: CalendarEdit, told: str
) -> None:
    with speaking("en"), pytest.raises(InvalidInput, match=told):
        check_edit(library.calendars["az"], edit)


def test_a_holiday_entered_twice_is_refused_the_second_time(library: Library) -> None:
    calendar = library.calendars["az"]
    day = closing(date(2026, 6, 17))
    check_edit(calendar, day)
    with pytest.raises(InvalidInput):
        check_edit(edited(calendar, [day]), day)


def test_an_edit_can_be_taken_back_and_leaves_an_edition_behind(library: Library) -> None:
    calendar = library.calendars["az"]
    day = date(2026, 6, 17)
    back = edited(calendar, [replace(closing(day), withdrawn_on=date(2026, 6, 5))])
    assert [each.is_working(day) for each in editions(back)] == [True, False, True]
    assert [each.published_on for each in editions(back)] == [None, TODAY, date(2026, 6, 5)]
    assert changed_days(calendar, back, date(2026, 1, 1), date(2026, 12, 31)) == frozenset()


def test_the_days_of_a_holiday_are_added_and_carried_as_the_law_says(library: Library) -> None:
    calendar = library.calendars["az"]
    days = (date(2027, 3, 20), date(2027, 3, 21))
    next_year = replace(EDIT, decreed={"novruz": days}, decreed_until=date(2027, 12, 31))
    check_edit(calendar, next_year)
    changed = edited(calendar, [next_year])
    assert changed.decreed_until == date(2027, 12, 31)
    assert changed_days(calendar, changed, date(2027, 3, 1), date(2027, 3, 31)) == {
        date(2027, 3, 22),
        date(2027, 3, 23),
    }


def test_what_was_published_and_taken_back_on_one_day_was_in_use_all_the_same(
    library: Library,
) -> None:
    day = date(2026, 6, 17)
    back = edited(library.calendars["az"], [replace(closing(day), withdrawn_on=TODAY)])
    assert [each.is_working(day) for each in editions(back)] == [True, False, True]
