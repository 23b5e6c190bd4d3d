"""A table of counts with all its totals."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import product

Key = tuple[str, ...]
TOTAL = "_T"
"""The code of a total in every dimension. Standard: SDMX cross-domain code lists."""


@dataclass(frozen=True, slots=True)
class Table:
    """Counts over one or more dimensions.

    Attributes:
        codes: the codes of each dimension, without the total.
        counts: one number for every combination of codes and totals, zeros included. Counts are
            never negative, and along every dimension the parts add up to the total.
    """

    codes: tuple[tuple[str, ...], ...]
    counts: Mapping[Key, int]

    @property
    def axes(self) -> tuple[tuple[str, ...], ...]:
        """The codes of each dimension, the total last."""
        return tuple((*codes, TOTAL) for codes in self.codes)

    def cells(self) -> Iterator[Key]:
        """Every cell, the last dimension running fastest, totals after their parts."""
        return product(*self.axes)

    def lines(self) -> Iterator[tuple[tuple[Key, ...], Key]]:
        """Every sum in the table: the cells added, and the cell that holds their total."""
        for place, codes in enumerate(self.codes):
            others = [axis for d, axis in enumerate(self.axes) if d != place]
            for rest in product(*others):
                yield (
                    tuple((*rest[:place], code, *rest[place:]) for code in codes),
                    (*rest[:place], TOTAL, *rest[place:]),
                )


def is_total(key: Key) -> bool:
    return TOTAL in key


def with_totals(codes: tuple[tuple[str, ...], ...], parts: Mapping[Key, int]) -> Table:
    """The complete table over ``codes`` from its inner cells; a cell not given is zero."""
    counts = dict.fromkeys(product(*((*axis, TOTAL) for axis in codes)), 0)
    for key, count in parts.items():
        for cell in product(*((code, TOTAL) for code in key)):
            counts[cell] += count
    return Table(codes, counts)
