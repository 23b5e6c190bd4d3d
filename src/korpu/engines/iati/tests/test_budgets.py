from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from korpu.engines.iati.budgets import split_by_year
from korpu.engines.iati.difference import differences
from korpu.engines.iati.rulekinds import a_year_after
from korpu.engines.iati.tests.samples import project
from korpu.kernel.errors import InvalidInput

days = st.dates(date(1990, 1, 1), date(2050, 12, 31))


@given(first=days, length=st.integers(0, 4000), amount=st.decimals(0, 10**9, places=2))
def test_yearly_lines_cover_the_period_and_add_up_to_the_cent(first, length, amount):
    last = first + timedelta(days=length)
    parts = split_by_year(first, last, amount)
    assert (parts[0].first, parts[-1].last) == (first, last)
    assert sum(part.amount for part in parts) == amount
    for part in parts:
        assert part.first <= part.last < a_year_after(part.first)
        assert part.amount >= 0
    for one, other in pairwise(parts):
        assert other.first - one.last == timedelta(days=1)


def test_the_budget_of_restart_by_year():
    parts = split_by_year(date(2019, 1, 1), date(2021, 4, 30), Decimal(400000))
    assert [(part.first.year, part.amount) for part in parts] == [
        (2019, Decimal("171562.87")),
        (2020, Decimal("172032.90")),
        (2021, Decimal("56404.23")),
    ]


def test_a_period_that_ends_before_it_starts_is_refused():
    with pytest.raises(InvalidInput):
        split_by_year(date(2020, 1, 2), date(2020, 1, 1), Decimal(1))


def test_differences_name_what_was_added_removed_and_changed():

    old = project()
    new = replace(
        old,
        hierarchy=2,
        budget=old.budget[:2],
        transaction=(replace(old.transaction[0], ref="T1"),),
        activity_scope=old.activity_status,
    )
    told = {(each.path, each.old, each.new) for each in differences(old, new)}
    assert ("@hierarchy", "1", "2") in told
    assert ("transaction[1]/@ref", None, "T1") in told
    assert ("activity-scope", None, "code 4") in told
    assert any(path == "budget[3]" and after is None for path, _, after in told)
    assert len(told) == 4
    assert differences(old, old) == ()
