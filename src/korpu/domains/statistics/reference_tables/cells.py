"""One cell of a public table."""

import re
import unicodedata

from korpu.domains.statistics.reference_tables import faults
from korpu.domains.statistics.reference_tables.faults import refuse
from korpu.domains.statistics.reference_tables.table import PublicTable, TableColumn
from korpu.kernel.texts import Text

_COUNT = re.compile(r"\d+")
_YEAR = re.compile(r"(19|20)\d\d")
_COUNTRY = re.compile(r"[A-Z]{3}")
_LONGEST_CODE = 5
_LONGEST_LABEL = 100
_LARGEST = 2_147_483_647


def read_cell(table: PublicTable, column: TableColumn, cell: str, line: int) -> str | int | None:
    """What a cell says. Raises InvalidInput with its line and column."""
    fault: Text | None = None
    if column.kind == "count":
        fault = _count_fault(table, cell)
    elif not cell:
        fault = faults.MISSING
    elif column.kind == "year":
        fault = None if _YEAR.fullmatch(cell) else faults.NOT_A_YEAR
    elif column.kind == "country":
        fault = None if _COUNTRY.fullmatch(cell) else faults.NOT_A_COUNTRY
    else:
        fault = _text_fault(column, cell)
    if fault is not None:
        raise refuse(fault, line=line, column=column.name, smallest=table.smallest_count)
    if column.kind == "count":
        return int(cell) if cell else None
    return int(cell) if column.kind == "year" else cell


def _count_fault(table: PublicTable, cell: str) -> Text | None:
    if not cell:
        return None
    if not _COUNT.fullmatch(cell) or not cell.isascii():
        return faults.NOT_A_COUNT
    if int(cell) > _LARGEST:
        return faults.TOO_LARGE
    return faults.UNROUNDED if 0 < int(cell) < table.smallest_count else None


def _text_fault(column: TableColumn, cell: str) -> Text | None:
    longest = _LONGEST_LABEL if column.kind == "label" else _LONGEST_CODE
    if len(cell) > longest:
        return faults.TOO_LONG
    if any(unicodedata.category(letter).startswith("C") for letter in cell):
        return faults.CONTROL
    return None
