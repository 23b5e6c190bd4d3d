from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from korpu.kernel.errors import InvalidInput
from korpu.kernel.periods import Month, Quarter, Year, add_months

DAYS = st.dates(date(1900, 1, 1), date(2199, 12, 31))


@pytest.mark.parametrize("kind", [Month, Quarter, Year])
@given(day=DAYS)
def test_a_period_holds_its_day_and_borders_on_its_neighbours(kind, day) -> None:
    period = kind.of(day)
    assert day in period
    assert period.first <= day <= period.last
    assert period.shifted(1).first == period.last + timedelta(days=1)
    assert period.shifted(-1).last == period.first - timedelta(days=1)
    assert kind.parse(period.sdmx_name) == period


def test_periods_carry_the_names_sdmx_gives_them() -> None:
    day = date(2026, 5, 31)
    assert str(Month.of(day)) == "2026-05"
    assert str(Quarter.of(day)) == "2026-Q2"
    assert str(Year.of(day)) == "2026"


def test_a_quarter_ends_on_its_last_day_and_has_three_months() -> None:
    assert Quarter(2026, 4).last == date(2026, 12, 31)
    assert [str(month) for month in Quarter(2026, 4).months] == ["2026-10", "2026-11", "2026-12"]


def test_quarters_run_from_one_to_another() -> None:
    names = [str(each) for each in Quarter(2025, 3).until(Quarter(2026, 2))]
    assert names == ["2025-Q3", "2025-Q4", "2026-Q1", "2026-Q2"]
    assert list(Quarter(2026, 2).until(Quarter(2026, 1))) == []


@pytest.mark.parametrize(
    ("kind", "name"),
    [
        (Quarter, "2026-Q5"),
        (Quarter, "2026Q1"),
        (Month, "2026-13"),
        (Month, "2026-1"),
        (Year, "26"),
    ],
)
def test_a_name_that_is_no_period_is_refused(kind, name: str) -> None:
    with pytest.raises(InvalidInput):
        kind.parse(name)


@pytest.mark.parametrize(
    ("day", "months", "expected"),
    [
        (date(2026, 1, 31), 1, date(2026, 2, 28)),
        (date(2024, 1, 31), 1, date(2024, 2, 29)),
        (date(2026, 3, 31), -1, date(2026, 2, 28)),
        (date(2026, 11, 15), 3, date(2027, 2, 15)),
    ],
)
def test_a_month_later_is_the_same_day_or_the_last(day: date, months: int, expected: date) -> None:
    assert add_months(day, months) == expected
