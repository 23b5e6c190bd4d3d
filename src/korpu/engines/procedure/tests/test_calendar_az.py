"""Days the press announced as free or worked, held against the calendar."""

from datetime import date, timedelta

import pytest

from korpu.engines.procedure.api import Library


def free(library: Library, first: date, last: date) -> list[int]:
    days = [first + timedelta(days=n) for n in range((last - first).days + 1)]
    return [day.day for day in days if not library.calendars["az"].is_working(day)]


def test_novruz_and_ramazan_meeting_in_2026_give_eleven_days(library: Library) -> None:
    found = free(library, date(2026, 3, 16), date(2026, 3, 31))
    assert found == [*range(20, 31)]


def test_qurban_meeting_independence_day_in_2026_gives_the_29th(library: Library) -> None:
    assert free(library, date(2026, 5, 25), date(2026, 5, 29)) == [27, 28, 29]


def test_march_2025_has_twelve_free_days_after_the_exchange(library: Library) -> None:
    assert free(library, date(2025, 3, 17), date(2025, 3, 31)) == [*range(20, 32)]
    assert library.calendars["az"].is_working(date(2025, 3, 10))
    assert library.calendars["az"].is_working(date(2025, 4, 1))


def test_the_turn_of_2024_to_2025_was_exchanged(library: Library) -> None:
    assert free(library, date(2024, 12, 28), date(2025, 1, 6)) == [30, 31, 1, 2, 3, 4, 5]


def test_june_2023_was_free_from_the_26th_to_the_end(library: Library) -> None:
    assert free(library, date(2023, 6, 24), date(2023, 6, 30)) == [26, 27, 28, 29, 30]


def test_a_day_of_mourning_on_a_weekend_is_not_carried_over(library: Library) -> None:
    assert library.calendars["az"].is_working(date(2019, 1, 21))


def test_a_new_year_on_a_weekend_is_carried_into_january(library: Library) -> None:
    assert not library.calendars["az"].is_working(date(2018, 1, 3))
    assert library.calendars["az"].is_working(date(2018, 1, 4))


@pytest.mark.parametrize(
    ("day", "kind"),
    [
        (date(2026, 6, 15), "holiday"),
        (date(2026, 6, 13), "weekend"),
        (date(2026, 11, 10), "carried"),
        (date(2025, 1, 29), "closure"),
        (date(2025, 3, 27), "exchanged"),
    ],
)
def test_a_free_day_says_why_and_by_which_law(library: Library, day: date, kind: str) -> None:
    off = library.calendars["az"].off(day)
    assert off is not None
    assert off.kind == kind
    assert off.citation.instrument
    assert all(off.title.as_dict().values())


def test_the_calendar_says_how_far_it_is_decreed(library: Library) -> None:
    calendar = library.calendars["az"]
    assert calendar.is_decreed(date(2026, 1, 1), date(2026, 12, 31))
    assert not calendar.is_decreed(date(2026, 12, 1), date(2027, 1, 1))
