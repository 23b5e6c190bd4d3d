"""Withholding small counts so that nobody can work them out, and rounding the rest.

A count below the threshold is withheld. That alone protects nothing: the total less the other
parts gives it back. So further counts are withheld with it, in *cubes*: choose a second code (or
the total) in each dimension; the corners of that cube can all move up and down together, by one
unit each and in alternating directions, while every line of the table still adds up. When all
corners are withheld, a reader who knows every published count still faces several possible
tables. A cube is only used when at least ``minimum_interval`` units of doubt remain, even for a
reader who knows that a withheld count is never zero (zeros are published).

The reference twin is :mod:`korpu.engines.measures.protection_reference`; the attack that every
protected table must withstand is :mod:`korpu.engines.measures.attack`.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from korpu.engines.measures.attack import determined
from korpu.engines.measures.declaration import Protection
from korpu.engines.measures.table import TOTAL, Key, Table, is_total, with_totals
from korpu.kernel.errors import InvalidInput
from korpu.kernel.texts import Text

Treatment = Literal["none", "rounded", "withheld"]
Reason = Literal["small", "complementary"]
Cost = tuple[int, int, int]
Corner = tuple[Key, bool]
"""A corner of a cube, and whether it moves the same way as the protected cell."""

_FREE: Cost = (0, 0, 0)
_BOUNDLESS = 2**62


@dataclass(frozen=True, slots=True)
class PublishedCell:
    """What is said about one cell.

    Attributes:
        count: the true count. Confidential.
        value: what is published; None when withheld.
        reason: why it is withheld. Confidential too: telling a small count from one withheld
            beside it would narrow it down.
    """

    key: Key
    count: int
    value: int | None
    treatment: Treatment
    reason: Reason | None


def protect(table: Table, rules: Protection) -> tuple[PublishedCell, ...]:
    """The table as it may be published, in the order of its cells.

    Raises:
        InvalidInput: a rule is out of bounds.
        AssertionError: a withheld count could still be computed: a fault of this module, found
            before anything leaves.
    """
    check_rules(rules)
    withheld = withhold(table, rules)
    if determined(table, frozenset(withheld)):
        msg = "A withheld count follows from the published ones; nothing was published."
        raise AssertionError(msg)
    values = _rounded(table, rules)
    return tuple(_cell(table, rules, withheld, values, key) for key in table.cells())


def check_rules(rules: Protection) -> None:
    """Raises InvalidInput when a parameter makes no sense."""
    bounds = {
        "threshold": rules.threshold >= 1,
        "minimum_interval": rules.minimum_interval >= 1,
        "rounding_base": rules.rounding_base >= 1,
    }
    wrong = [name for name, fits in bounds.items() if not fits]
    if wrong:
        raise InvalidInput(
            Text(
                az="Qorunma parametrləri 1-dən kiçik ola bilməz: {names}.",
                en="Parameters of protection cannot be less than 1: {names}.",
                ru="Параметры защиты не могут быть меньше 1: {names}.",
            ).format(names=", ".join(wrong)),
            facts={"parameters": wrong},
        )


def withhold(table: Table, rules: Protection) -> dict[Key, Reason]:
    """Which cells are withheld, and why: the small ones, then the cubes around them."""
    small = [key for key in table.cells() if 0 < table.counts[key] < rules.threshold]
    withheld: dict[Key, Reason] = dict.fromkeys(small, "small")
    for key in small:
        for corner in cheapest_cube(table, withheld, key, rules.minimum_interval):
            withheld.setdefault(corner, "complementary")
    return withheld


def cheapest_cube(
    table: Table, withheld: dict[Key, Reason], key: Key, interval: int
) -> tuple[Key, ...]:
    """The corners of the cube about ``key`` that costs the least to withhold.

    Cheaper is: fewer totals newly withheld, then fewer cells, then smaller counts; among equals
    the first in the order of codes. One always exists: the cube of totals can only move up.
    """
    best: tuple[Cost, tuple[Key, ...]] | None = None
    stack: list[tuple[int, Cost, tuple[Corner, ...]]] = [(0, _FREE, ((key, True),))]
    while stack:
        place, cost, corners = stack.pop()
        if best is not None and cost >= best[0]:
            continue
        if place == len(key):
            if doubt(table, corners) >= interval:
                best = (cost, tuple(corner for corner, _ in corners))
            continue
        wider = _widen(table, withheld, place, cost, corners)
        stack.extend(reversed(list(wider)))
    assert best is not None, "the cube of totals protects every cell"
    return best[1]


def _widen(
    table: Table, withheld: dict[Key, Reason], place: int, cost: Cost, corners: tuple[Corner, ...]
) -> Iterator[tuple[int, Cost, tuple[Corner, ...]]]:
    own = corners[0][0][place]
    for code in table.axes[place]:
        if code == own:
            continue
        same_way = TOTAL in (code, own)
        copies = tuple(
            ((*corner[:place], code, *corner[place + 1 :]), way if same_way else not way)
            for corner, way in corners
        )
        if all(table.counts[corner] for corner, _ in copies):
            price = cost
            for corner, _ in copies:
                price = _plus(price, _price(table, withheld, corner))
            yield place + 1, price, corners + copies


def doubt(table: Table, corners: tuple[Corner, ...]) -> int:
    """How far the corners can move, both ways together, before one of them would reach zero."""
    with_it = min(table.counts[corner] - 1 for corner, way in corners if way)
    against = min((table.counts[corner] - 1 for corner, way in corners if not way), default=None)
    return _BOUNDLESS if against is None else with_it + against


def _price(table: Table, withheld: dict[Key, Reason], corner: Key) -> Cost:
    if corner in withheld:
        return _FREE
    return (int(is_total(corner)), 1, table.counts[corner])


def _plus(one: Cost, other: Cost) -> Cost:
    return (one[0] + other[0], one[1] + other[1], one[2] + other[2])


def _rounded(table: Table, rules: Protection) -> dict[Key, int]:
    rounded = {key: nearest(count, rules.rounding_base) for key, count in table.counts.items()}
    if rules.additivity == "each_cell":
        return rounded
    parts = {key: value for key, value in rounded.items() if not is_total(key)}
    return dict(with_totals(table.codes, parts).counts)


def nearest(count: int, base: int) -> int:
    """The nearest multiple of ``base``; half-way goes up."""
    return (2 * count + base) // (2 * base) * base


def _cell(
    table: Table, rules: Protection, withheld: dict[Key, Reason], values: dict[Key, int], key: Key
) -> PublishedCell:
    count = table.counts[key]
    if key in withheld:
        return PublishedCell(key, count, None, "withheld", withheld[key])
    treatment: Treatment = "none" if rules.rounding_base == 1 else "rounded"
    return PublishedCell(key, count, values[key], treatment, None)
