"""A list as a CSV file."""

import csv
from collections.abc import Iterable, Iterator, Sequence
from typing import TypeVar

from django.http import StreamingHttpResponse

from korpu.foundations.ui.tables.spec import Column

Row = TypeVar("Row")
# A spreadsheet takes a cell that begins so for a formula.
FORMULA_MARKS = ("=", "+", "-", "@", "\t", "\r")
BYTE_ORDER_MARK = "\ufeff"  # without it Excel takes UTF-8 for the machine's old code page


class _Echo:
    """A file that hands back each line written to it."""

    def write(self, line: str) -> str:
        return line


def csv_response(
    columns: Sequence[Column[Row]], rows: Iterable[Row], name: str
) -> StreamingHttpResponse:
    """A CSV download (RFC 4180, UTF-8 with byte order mark), streamed row by row.

    Args:
        columns: as in the list; ``export`` goes before ``value``.
        rows: an iterator holds only one chunk in memory.
        name: of the file, without suffix.
    """
    response = StreamingHttpResponse(_lines(columns, rows), content_type="text/csv; charset=utf-8")
    response.headers["Content-Disposition"] = f'attachment; filename="{name}.csv"'
    response.headers["Cache-Control"] = "no-store"
    return response


def _lines(columns: Sequence[Column[Row]], rows: Iterable[Row]) -> Iterator[str]:
    writer = csv.writer(_Echo())
    yield BYTE_ORDER_MARK + writer.writerow([str(column.title) for column in columns])
    for row in rows:
        yield writer.writerow([cell((column.export or column.value)(row)) for column in columns])


def cell(value: object) -> str:
    """A value as a cell: None empty, dates by ISO 8601, text never a formula."""
    if value is None:
        return ""
    if isinstance(value, int | float):
        return str(value)
    text = str(value)
    return f"'{text}" if text.startswith(FORMULA_MARKS) else text
