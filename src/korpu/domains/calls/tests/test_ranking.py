"""Totals and places against a slow twin."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from korpu.domains.calls.ranking import Scale, mean_of, places, rounded, spread_of, total_of

TOTALS = st.dictionaries(
    st.text("abcdef", min_size=1, max_size=3),
    st.decimals(0, 100, places=2),
    max_size=8,
)


def slow_rank(totals: dict[str, Decimal], key: str) -> tuple[int, bool]:
    """One more than how many are better; tied when anybody else has as much."""
    better = [one for one in totals.values() if one > totals[key]]
    same = [one for name, one in totals.items() if one == totals[key] and name != key]
    return len(better) + 1, bool(same)


@given(TOTALS)
def test_everybody_stands_behind_those_who_are_better_and_ties_are_said(
    totals: dict[str, Decimal],
) -> None:
    found = {key: (place.rank, place.is_tied) for key, place in places(totals).items()}
    assert found == {key: slow_rank(totals, key) for key in totals}


@st.composite
def sheets(draw: st.DrawFn) -> tuple[dict[int, int], dict[int, Scale]]:
    count = draw(st.integers(1, 5))
    cuts = sorted(draw(st.sets(st.integers(1, 99), min_size=count - 1, max_size=count - 1)))
    weights = [b - a for a, b in zip([0, *cuts], [*cuts, 100], strict=True)]
    scales = {key: Scale(weight, draw(st.integers(1, 100))) for key, weight in enumerate(weights)}
    points = {key: draw(st.integers(0, scale.best)) for key, scale in scales.items()}
    return points, scales


@given(sheets())
def test_a_total_is_the_weighted_share_of_the_best_scores(
    sheet: tuple[dict[int, int], dict[int, Scale]],
) -> None:
    points, scales = sheet
    exact = sum(
        (Fraction(scale.weight * points[key], scale.best) for key, scale in scales.items()),
        Fraction(0),
    )
    total = total_of(points, scales)
    assert abs(Fraction(total) - exact) <= Fraction(1, 200)
    assert 0 <= total <= 100
    best = {key: scale.best for key, scale in scales.items()}
    assert total_of(best, scales) == 100


def test_a_half_is_rounded_up_and_one_total_has_no_spread() -> None:
    assert rounded(Decimal("66.665")) == Decimal("66.67")
    assert mean_of([Decimal("66.66"), Decimal("66.67")]) == Decimal("66.67")
    assert spread_of([Decimal(5)]) == 0
    assert spread_of([Decimal(5), Decimal("7.5")]) == Decimal("2.5")


@pytest.mark.parametrize("points", [{1: 6}, {1: -1}, {2: 1}, {}])
def test_points_outside_the_scale_or_of_another_criterion_have_no_total(
    points: dict[int, int],
) -> None:
    with pytest.raises(ValueError, match="oints"):
        total_of(points, {1: Scale(100, 5)})
