"""Counting an extract along the dimensions of a measure, at the speed of DuckDB.

DuckDB groups the rows by the raw columns; the few groups are then put under their codes here.
The slow obvious twin is :mod:`korpu.engines.measures.reference`.
"""

from collections import Counter
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

import duckdb
from duckdb import ColumnExpression, ConstantExpression, DuckDBPyRelation, Expression
from duckdb import FunctionExpression as Function

from korpu.engines.measures.classify import code_of
from korpu.engines.measures.declaration import Dimension, Measure
from korpu.engines.measures.schema import Fault, InvalidRows, Schema
from korpu.engines.measures.table import Key, Table, with_totals
from korpu.kernel.texts import Text

_SQL_TYPE = {str: "VARCHAR", int: "BIGINT", date: "DATE"}
_OUTSIDE = Text(
    az="tarix hesabat dövründən kənardadır.",
    en="the date lies outside the period counted.",
    ru="дата лежит вне учитываемого периода.",
)


def count(measure: Measure, schema: Schema, content: bytes, first: date, last: date) -> Table:
    """Count the rows of an extract that the measure asks for.

    Args:
        measure: what is counted.
        schema: the shape of the rows.
        content: the rows as :func:`korpu.engines.measures.rows.to_bytes` writes them.
        first: the first day of the period.
        last: the last day of the period, inclusive.

    Returns:
        The table with all totals; no row gives zeros over the declared codes.

    Raises:
        InvalidRows: a row lies outside the period.
        InvalidInput: a value has no code in its classification.
    """
    with TemporaryDirectory(prefix="korpu-") as folder, duckdb.connect() as database:
        path = Path(folder) / "extract.jsonl"
        path.write_bytes(content)
        rows = _relation(database, schema, path) if content else None
        if rows is None:
            return with_totals(axes(measure, ()), {})
        _check_period(measure, schema, rows, first, last)
        parts = _parts(measure, rows)
    return with_totals(axes(measure, tuple(parts)), parts)


def axes(measure: Measure, seen: Sequence[Key]) -> tuple[tuple[str, ...], ...]:
    """The codes of each dimension: declared ones in declared order; of an open list those seen."""
    return tuple(
        tuple(sorted({key[place] for key in seen}))
        if dimension.classification.kind == "countries"
        else tuple(code.id for code in dimension.classification.codes)
        for place, dimension in enumerate(measure.dimensions)
    )


def _relation(database: duckdb.DuckDBPyConnection, schema: Schema, path: Path) -> DuckDBPyRelation:
    columns = {column.name: _SQL_TYPE[column.kind] for column in schema.columns}
    return database.read_json(str(path), columns=columns, format="newline_delimited")


def _check_period(
    measure: Measure, schema: Schema, rows: DuckDBPyRelation, first: date, last: date
) -> None:
    column = ColumnExpression(measure.period_column)
    inside = column.between(ConstantExpression(first), ConstantExpression(last))
    strays = rows.filter(~inside).limit(1).fetchall()
    if strays:
        raise InvalidRows(schema.name, (Fault(1, measure.period_column, _OUTSIDE),))


def _parts(measure: Measure, rows: DuckDBPyRelation) -> Counter[Key]:
    for column, kept in measure.where.items():
        wanted = [ConstantExpression(value) for value in kept]
        rows = rows.filter(ColumnExpression(column).isin(*wanted))
    groups = [_group(d).alias(f"d{place}") for place, d in enumerate(measure.dimensions)]
    counted = rows.aggregate([*groups, Function("count_star").alias("n")])
    parts: Counter[Key] = Counter()
    for *values, number in counted.fetchall():
        pairs = zip(measure.dimensions, values, strict=True)
        parts[tuple(code_of(d.classification, value) for d, value in pairs)] += number
    return parts


def _group(dimension: Dimension) -> Expression:
    column = ColumnExpression(dimension.column)
    if dimension.age_on is None:
        return column
    return Function("year", ColumnExpression(dimension.age_on)) - column
