"""Points to totals, totals to places. Pure: no database, no clock."""

from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from typing import TypeVar

Key = TypeVar("Key", bound=Hashable)
CENT = Decimal("0.01")
HUNDRED = Decimal(100)


@dataclass(frozen=True, slots=True)
class Scale:
    """A criterion's part in the total: ``weight`` in per cent, ``best`` the highest score."""

    weight: int
    best: int


@dataclass(frozen=True, slots=True)
class Place:
    """A rank from 1; equal totals share it and the next place is skipped.

    Attributes:
        is_tied: somebody else has the same rank.
    """

    rank: int
    is_tied: bool


def total_of(points: Mapping[Key, int], scales: Mapping[Key, Scale]) -> Decimal:
    """One sheet's total of 100, to two places, a half rounded up.

    Raises:
        ValueError: a criterion has no points, or points outside its scale.
    """
    if points.keys() != scales.keys():
        raise ValueError("Each criterion needs points, and nothing else has any.")
    if any(not 0 <= points[key] <= scale.best for key, scale in scales.items()):
        raise ValueError("Points lie outside their scale.")
    exact = sum(
        (Decimal(scale.weight) * points[key] / scale.best for key, scale in scales.items()),
        Decimal(0),
    )
    return rounded(exact)


def mean_of(totals: Sequence[Decimal]) -> Decimal:
    """The mean of several sheets' totals, to two places, a half rounded up.

    Raises:
        ValueError: there is none.
    """
    if not totals:
        raise ValueError("There is no total.")
    return rounded(sum(totals, Decimal(0)) / len(totals))


def spread_of(totals: Sequence[Decimal]) -> Decimal:
    """How far the highest total lies above the lowest; 0 for fewer than two."""
    return max(totals) - min(totals) if totals else Decimal(0)


def places(totals: Mapping[Key, Decimal]) -> dict[Key, Place]:
    """Who stands where, the highest total first."""
    counted: dict[Decimal, int] = {}
    for total in totals.values():
        counted[total] = counted.get(total, 0) + 1
    rank, ranks = 1, {}
    for total in sorted(counted, reverse=True):
        ranks[total] = Place(rank, is_tied=counted[total] > 1)
        rank += counted[total]
    return {key: ranks[total] for key, total in totals.items()}


def rounded(exact: Decimal) -> Decimal:
    """To two places, a half up."""
    return exact.quantize(CENT, rounding=ROUND_HALF_UP)
