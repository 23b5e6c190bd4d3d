"""The reader who knows every published count and can solve equations.

Every line of a table says: the parts less the total are zero. Put in the published counts, and
the withheld ones remain as unknowns of a linear system. A withheld count is lost when the
system determines it.
"""

from fractions import Fraction

from korpu.engines.measures.table import Key, Table

Row = dict[Key, Fraction]


def determined(table: Table, withheld: frozenset[Key]) -> frozenset[Key]:
    """The withheld cells whose count follows exactly from the published ones.

    Only what is withheld matters, not the numbers: an unknown is determined when elimination
    leaves an equation with that unknown alone.
    """
    solved: dict[Key, Row] = {}
    for parts, total in table.lines():
        row = {key: Fraction(1) for key in parts if key in withheld}
        if total in withheld:
            row[total] = Fraction(-1)
        _eliminate(row, solved)
        if row:
            _add(row, solved)
    return frozenset(pivot for pivot, row in solved.items() if len(row) == 1)


def _eliminate(row: Row, solved: dict[Key, Row]) -> None:
    """Take the unknowns already solved for out of a new equation."""
    for pivot in [key for key in row if key in solved]:
        _subtract(row, solved[pivot], row[pivot])


def _add(row: Row, solved: dict[Key, Row]) -> None:
    """Solve the equation for its first unknown, and put the answer into the others."""
    pivot = min(row)
    scale = row[pivot]
    for key in row:
        row[key] /= scale
    for other in solved.values():
        if pivot in other:
            _subtract(other, row, other[pivot])
    solved[pivot] = row


def _subtract(row: Row, other: Row, times: Fraction) -> None:
    for key, factor in other.items():
        value = row.get(key, Fraction(0)) - times * factor
        if value:
            row[key] = value
        else:
            row.pop(key, None)
