"""Reading a workbook somebody hands in: bounded, never executed, columns by name."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from django.utils.translation import gettext as _

from korpu.domains.programmes.kinds import Kind
from korpu.domains.programmes.workbooks.layout import FIRST_ROW, Cells, columns, sheets
from korpu.foundations.files.api import open_workbook
from korpu.kernel.errors import InvalidInput

MOST_ROWS = 2_000
MOST_COLUMNS = 60
LONGEST_CELL = 2_000


@dataclass(frozen=True, slots=True)
class ReadRow:
    """A filled row: its sheet, its number in the file, its cells as text by column."""

    kind: str
    row: int
    cells: Cells

    def as_json(self) -> dict[str, Any]:
        return {"kind": self.kind, "row": self.row, "cells": self.cells}


def read_workbook(content: bytes) -> list[ReadRow]:
    """Every filled row of every known sheet.

    Raises:
        InvalidInput: at the field ``file``: too large, no workbook, with macros or formulas, a
            sheet or a column nobody knows or one that is missing.
    """
    book = open_workbook(content, formulas=True)
    known = {kind.id: kind for kind in sheets()}
    if strangers := [name for name in book.sheetnames if name not in known]:
        words = _("These sheets are not of the template: %(names)s.")
        raise _refusal(words % {"names": ", ".join(strangers)})
    rows: list[ReadRow] = []
    for name in book.sheetnames:
        rows += _sheet(book[name], known[name])
        if len(rows) > MOST_ROWS:
            raise _refusal(_("At most %(count)s rows at once.") % {"count": MOST_ROWS})
    return rows


def _sheet(sheet: Any, kind: Kind) -> Iterator[ReadRow]:
    if (sheet.max_column or 0) > MOST_COLUMNS:
        sheet.reset_dimensions()
    lines = sheet.iter_rows(max_col=MOST_COLUMNS)
    names = _header(next(lines, ()), kind)
    for number, line in enumerate(lines, start=2):
        if number < FIRST_ROW:
            continue
        if number > MOST_ROWS + FIRST_ROW:
            raise _refusal(_("At most %(count)s rows at once.") % {"count": MOST_ROWS})
        cells = {name: _cell(cell, kind, name) for name, cell in zip(names, line, strict=False)}
        if any(cells.values()):
            yield ReadRow(kind.id, number, cells)


def _header(line: Any, kind: Kind) -> list[str]:
    names = [str(cell.value).strip() for cell in line if cell.value is not None]
    expected = columns(kind)
    if strangers := [name for name in names if name not in expected]:
        words = _("Sheet %(sheet)s: these columns are not of the template: %(names)s.")
        raise _refusal(words % {"sheet": kind.id, "names": ", ".join(strangers)[:300]})
    if missing := [name for name in expected if name not in names]:
        words = _("Sheet %(sheet)s: these columns are missing: %(names)s.")
        raise _refusal(words % {"sheet": kind.id, "names": ", ".join(missing)})
    if len(set(names)) != len(names):
        raise _refusal(_("Sheet %(sheet)s: a column stands there twice.") % {"sheet": kind.id})
    return names


def _cell(cell: Any, kind: Kind, name: str) -> str:
    if cell.data_type == "f":
        words = _(
            "Sheet %(sheet)s, row %(row)s, column %(column)s: a formula. Put its value there."
        )
        raise _refusal(words % {"sheet": kind.id, "row": cell.row, "column": name})
    value = cell.value
    if value is None:
        return ""
    if isinstance(value, datetime):
        return value.date().isoformat()
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, float):
        return f"{Decimal(repr(value)).normalize():f}"
    return str(value).strip()[:LONGEST_CELL]


def _refusal(sentence: str) -> InvalidInput:
    return InvalidInput(_("The workbook cannot be taken."), sentence, fields={"file": sentence})
