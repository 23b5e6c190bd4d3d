"""What nobody may learn from a protected table, however hard they compute."""

from itertools import product

import pytest
from hypothesis import HealthCheck, assume, given, settings

from korpu.engines.measures.api import TOTAL, Protection, determined, protect, with_totals
from korpu.engines.measures.protection import nearest, withhold
from korpu.engines.measures.protection_reference import withhold_slowly
from korpu.engines.measures.tests.tables import rules, tables
from korpu.kernel.errors import InvalidInput

EXACT = Protection(threshold=5, minimum_interval=3, rounding_base=1, additivity="each_cell")
MOST_TRIED = 5
"""Inner cells the exhaustive attack tries together; beyond that it takes minutes."""


@settings(max_examples=200, deadline=None)
@given(tables(), rules())
def test_the_fast_and_the_slow_way_withhold_the_same_cells(table, drawn):
    assert frozenset(withhold(table, drawn)) == withhold_slowly(table, drawn)


@settings(max_examples=200, deadline=None)
@given(tables(), rules())
def test_solving_the_table_s_equations_gives_no_withheld_count(table, drawn):
    withheld = frozenset(withhold(table, drawn))
    assert not determined(table, withheld)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.filter_too_much])
@given(tables(dimensions=2, widest=3, most=6), rules(base=1, doubt=3))
def test_every_withheld_count_could_be_several_numbers_to_one_who_knows_none_is_zero(table, drawn):
    withheld = frozenset(withhold(table, drawn))
    assume(sum(TOTAL not in key for key in withheld) <= MOST_TRIED)
    for key, numbers in possible_counts(table, withheld, reach=drawn.minimum_interval).items():
        assert len(numbers) > drawn.minimum_interval, key


@given(tables(), rules())
def test_small_counts_are_withheld_zeros_and_published_ones_are_as_stated(table, drawn):
    for cell in protect(table, drawn):
        if cell.value is None:
            assert cell.count > 0
            assert cell.treatment == "withheld"
        else:
            assert cell.count == 0 or cell.count >= drawn.threshold


@given(tables(), rules())
def test_rounded_from_parts_adds_up_and_rounded_alone_stays_within_half_a_base(table, drawn):
    values = {cell.key: cell.value for cell in protect(table, drawn)}
    for parts, total in table.lines():
        line = [values[key] for key in (*parts, total)]
        if drawn.additivity == "from_parts" and None not in line:
            assert sum(line[:-1]) == line[-1]
    for cell in protect(table, drawn):
        if cell.value is not None:
            assert cell.value % drawn.rounding_base == 0
            if drawn.additivity == "each_cell":
                assert 2 * abs(cell.value - cell.count) <= drawn.rounding_base


def test_one_small_count_takes_a_rectangle_with_it():
    table = with_totals(
        (("a", "b", "c"), ("x", "y", "z")),
        dict(zip(product("abc", "xyz"), (2, 30, 9, 40, 8, 50, 60, 70, 80), strict=True)),
    )
    withheld = withhold(table, EXACT)
    assert withheld == {
        ("a", "x"): "small",
        ("a", "y"): "complementary",
        ("b", "x"): "complementary",
        ("b", "y"): "complementary",
    }


def test_two_ones_that_would_add_up_to_a_published_two_do_not_protect_one_another():
    table = with_totals((("a", "b", "c"),), {("a",): 1, ("b",): 1, ("c",): 20})
    withheld = withhold(table, EXACT)
    assert set(withheld) == {("a",), ("b",), ("c",)}


def test_where_nothing_else_can_hide_it_the_total_is_withheld_too():
    table = with_totals((("a", "b"),), {("a",): 3, ("b",): 0})
    assert set(withhold(table, EXACT)) == {("a",), (TOTAL,)}


def test_half_way_is_rounded_up():
    assert [nearest(count, 5) for count in (0, 2, 3, 7, 8)] == [0, 0, 5, 5, 10]
    assert [nearest(count, 10) for count in (4, 5, 14, 15)] == [0, 10, 10, 20]


@pytest.mark.parametrize("wrong", ["threshold", "minimum_interval", "rounding_base"])
def test_a_parameter_below_one_is_refused(wrong):
    values = {"threshold": 3, "minimum_interval": 1, "rounding_base": 1, wrong: 0}
    table = with_totals((("a",),), {("a",): 1})
    with pytest.raises(InvalidInput) as caught:
        protect(table, Protection(additivity="each_cell", **values))
    assert caught.value.facts["parameters"] == [wrong]


def test_the_attack_finds_what_a_lone_gap_gives_away():
    table = with_totals((("a", "b"), ("x", "y")), dict.fromkeys(product("ab", "xy"), 7))
    assert determined(table, frozenset({("a", "x")})) == {("a", "x")}
    assert determined(table, frozenset({("a", "x"), ("a", "y")})) == {("a", "x"), ("a", "y")}
    square = frozenset(product("ab", "xy"))
    assert determined(table, square) == frozenset()


def possible_counts(table, withheld, *, reach):
    """What each withheld count could be, by trying inner counts near the true ones."""
    inner = [key for key in withheld if TOTAL not in key]
    choices = [
        range(max(1, table.counts[key] - reach), table.counts[key] + reach + 1) for key in inner
    ]
    numbers = {key: set() for key in withheld}
    for picks in product(*choices):
        candidate = _refilled(table, dict(zip(inner, picks, strict=True)))
        if all(candidate.counts[k] == table.counts[k] for k in table.cells() if k not in withheld):
            for key in withheld:
                numbers[key].add(candidate.counts[key])
    return numbers


def _refilled(table, changes):
    parts = {key: table.counts[key] for key in product(*table.codes)}
    return with_totals(table.codes, {**parts, **changes})
