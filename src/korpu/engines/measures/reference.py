"""The reference twin of counting: slow, obvious, one row at a time.

It exists to be read and to be compared with :mod:`korpu.engines.measures.counting`.
"""

from collections.abc import Iterable
from datetime import date
from itertools import product

from korpu.engines.measures.counting import axes
from korpu.engines.measures.declaration import Dimension, Measure
from korpu.engines.measures.table import TOTAL, Key, Table


def count_slowly(measure: Measure, rows: Iterable[object]) -> Table:
    """Look at every row for every cell of the table and count those that belong in it."""
    keys = [_key(measure, row) for row in rows if _is_wanted(measure, row)]
    codes = axes(measure, keys)
    cells = product(*((*axis, TOTAL) for axis in codes))
    return Table(codes, {cell: sum(_belongs(key, cell) for key in keys) for cell in cells})


def _is_wanted(measure: Measure, row: object) -> bool:
    return all(getattr(row, column) in values for column, values in measure.where.items())


def _belongs(key: Key, cell: Key) -> bool:
    return all(wanted in (TOTAL, code) for code, wanted in zip(key, cell, strict=True))


def _key(measure: Measure, row: object) -> Key:
    return tuple(_code(dimension, row) for dimension in measure.dimensions)


def _code(dimension: Dimension, row: object) -> str:
    value = getattr(row, dimension.column)
    if value is None:
        assert dimension.classification.unknown is not None
        return dimension.classification.unknown
    if dimension.age_on is not None:
        day: date = getattr(row, dimension.age_on)
        return _age_group(dimension, day.year - value)
    if dimension.classification.kind == "countries":
        return str(value)
    return next(code.id for code in dimension.classification.codes if value in code.values)


def _age_group(dimension: Dimension, age: int) -> str:
    for code in dimension.classification.codes:
        lowest = 0 if code.from_age is None else code.from_age
        highest = 200 if code.until_age is None else code.until_age
        is_band = code.from_age is not None or code.until_age is not None
        if is_band and age in range(lowest, highest + 1):
            return code.id
    raise LookupError(dimension.id)
