"""Arithmetic of money, against slow and obvious twins."""

from datetime import date, timedelta
from decimal import Decimal
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from korpu.domains.programmes.money import (
    Line,
    burn,
    generate_lines,
    is_at_most_a_year,
)

days = st.dates(min_value=date(2010, 1, 1), max_value=date(2035, 12, 31))
lengths = st.integers(min_value=0, max_value=3000)
amounts = st.decimals(min_value=Decimal("0.01"), max_value=Decimal(10) ** 9, places=2)


@given(days, lengths, amounts)
def test_generated_lines_add_up_to_the_cent_and_cover_every_day_once(first, length, amount) -> None:
    last = first + timedelta(days=length)
    lines = generate_lines(amount, first, last)
    assert sum(line.amount for line in lines) == amount
    assert all(line.is_generated and is_at_most_a_year(line.first, line.last) for line in lines)
    assert (lines[0].first, lines[-1].last) == (first, last)
    for one, following in pairwise(lines):
        assert following.first == one.last + timedelta(days=1)


@given(days, st.integers(min_value=0, max_value=400), amounts)
def test_a_line_is_planned_evenly_over_its_days(first, length, amount) -> None:
    last = first + timedelta(days=length)
    points = burn([Line(first, last, amount, is_generated=False)], [], today=last)
    assert points[-1].planned == amount
    for point in points:
        month_end = (point.month + timedelta(days=32)).replace(day=1) - timedelta(days=1)
        done = sum(first + timedelta(days=n) <= month_end for n in range(length + 1))
        assert abs(point.planned - amount * done / (length + 1)) <= Decimal("0.01")


def test_a_month_that_has_not_begun_has_no_spent_sum() -> None:
    line = Line(date(2026, 1, 1), date(2026, 3, 31), Decimal(90), is_generated=False)
    points = burn([line], [(date(2026, 1, 10), Decimal(20))], today=date(2026, 2, 5))
    assert [point.spent for point in points] == [Decimal(20), Decimal(20), None]


def test_a_year_ends_the_day_before_it_began_leap_years_included() -> None:
    assert is_at_most_a_year(date(2021, 6, 1), date(2022, 5, 31))
    assert not is_at_most_a_year(date(2021, 6, 1), date(2022, 6, 1))
    assert is_at_most_a_year(date(2024, 2, 29), date(2025, 2, 28))
    assert is_at_most_a_year(date(2023, 3, 1), date(2024, 2, 29))
