"""A list as a CSV file."""

import csv
from collections.abc import Iterable, Iterator, Sequence
from typing import TypeVar

from django.http import StreamingHttpResponse
from django.utils import translation

from korpu.foundations.ui.tables.spec import Column
from korpu.kernel.texts import Language, active_language, speaking

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
    lines = _lines(columns, rows, active_language())
    response = StreamingHttpResponse(lines, content_type="text/csv; charset=utf-8")
    response.headers["Content-Disposition"] = f'attachment; filename="{name}.csv"'
    response.headers["Cache-Control"] = "no-store"
    return response


def _lines(
    columns: Sequence[Column[Row]], rows: Iterable[Row], language: Language
) -> Iterator[str]:
    """Each line, in the language of the request: it has ended by the time lines are asked for."""
    writer = csv.writer(_Echo())
    with speaking(language), translation.override(language):
        header = writer.writerow([str(column.title) for column in columns])
    yield BYTE_ORDER_MARK + header
    for row in rows:
        with speaking(language), translation.override(language):
            line = writer.writerow(
                [cell((column.export or column.value)(row)) for column in columns]
            )
        yield line


def cell(value: object) -> str:
    """A value as a cell: None empty, dates by ISO 8601, text never a formula."""
    if value is None:
        return ""
    if isinstance(value, int | float):
        return str(value)
    text = str(value)
    return f"'{text}" if text.startswith(FORMULA_MARKS) else text
