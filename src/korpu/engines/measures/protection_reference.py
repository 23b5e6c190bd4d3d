"""The reference twin of withholding: every cube is tried, in full, for every small count."""

from collections.abc import Iterable
from itertools import product

from korpu.engines.measures.declaration import Protection
from korpu.engines.measures.table import TOTAL, Key, Table

Cost = tuple[int, int, int]


def withhold_slowly(table: Table, rules: Protection) -> frozenset[Key]:
    """The cells :func:`korpu.engines.measures.protection.withhold` must choose."""
    small = [key for key in table.cells() if 0 < table.counts[key] < rules.threshold]
    withheld = set(small)
    for key in small:
        withheld |= _best_cube(table, withheld, key, rules.minimum_interval)
    return frozenset(withheld)


def _best_cube(table: Table, withheld: set[Key], key: Key, interval: int) -> set[Key]:
    others = [
        [code for code in axis if code != own] for own, axis in zip(key, table.axes, strict=True)
    ]
    cubes = [_cube(key, opposite) for opposite in product(*others)]
    sound = [cube for cube in cubes if _is_sound(table, cube, interval)]
    return set(min(sound, key=lambda cube: _cost(table, withheld, cube)))


def _cube(key: Key, opposite: Key) -> dict[Key, int]:
    """Every corner, with +1 or -1 for the way it moves when ``key`` moves up."""
    corners = {}
    for picks in product((False, True), repeat=len(key)):
        way = 1
        for picked, own, other in zip(picks, key, opposite, strict=True):
            if picked and TOTAL not in (own, other):
                way = -way
        corner = tuple(
            b if picked else a for picked, a, b in zip(picks, key, opposite, strict=True)
        )
        corners[corner] = way
    return corners


def _is_sound(table: Table, cube: dict[Key, int], interval: int) -> bool:
    if any(table.counts[corner] == 0 for corner in cube):
        return False
    steps = 0
    for direction in (1, -1):
        step = 0
        while step < interval and all(
            table.counts[corner] + direction * way * (step + 1) >= 1 for corner, way in cube.items()
        ):
            step += 1
        steps += step
    return steps >= interval


def _cost(table: Table, withheld: set[Key], cube: Iterable[Key]) -> Cost:
    new = [corner for corner in cube if corner not in withheld]
    return (
        sum(TOTAL in corner for corner in new),
        len(new),
        sum(table.counts[c] for c in new),
    )
