"""Taking a project out as a workbook."""

from io import BytesIO
from typing import Any

import openpyxl
import openpyxl.styles
import openpyxl.utils

from korpu.domains.programmes.models import Part, Project
from korpu.domains.programmes.workbooks.layout import columns, labels, offers_of, sheets, written

_XL: Any = openpyxl  # it has no types of its own
WIDE, NARROW = 36, 14
MOST_PARTS = 2000


def workbook_of(project: Project) -> bytes:
    """Every part of the project in the one template; nothing in it is ever a formula."""
    book = _XL.Workbook()
    book.remove(book.active)
    for kind in sheets():
        sheet = book.create_sheet(kind.id)
        names = columns(kind)
        _row(sheet, names, _XL.styles.Font(bold=True))
        _row(sheet, labels(kind), _XL.styles.Font(italic=True, color="505A5F"))
        offers = offers_of(kind, project)
        for part in _parts(kind.model, project):
            cells = written(kind, part, offers)
            _row(sheet, [cells[name] for name in names])
        _furnish(sheet, names)
    made = BytesIO()
    book.save(made)
    return made.getvalue()


def _parts(model: type[Part], project: Project) -> list[Part]:
    rows = model._default_manager.filter(project=project, removed_at__isnull=True)  # noqa: SLF001  Django's public door to any model
    return list(rows[:MOST_PARTS])


def _row(sheet: Any, values: list[str], font: Any = None) -> None:
    place = sheet.max_row + 1 if sheet.cell(1, 1).value is not None else 1
    for column, value in enumerate(values, start=1):
        cell = sheet.cell(place, column)
        cell.value = value
        cell.data_type = "s"  # text that begins with "=" stays text
        cell.number_format = "@"
        if font:
            cell.font = font


def _furnish(sheet: Any, names: list[str]) -> None:
    sheet.freeze_panes = "C3"
    for place, name in enumerate(names, start=1):
        long = name.startswith(("title", "note", "label", "comment", "response"))
        sheet.column_dimensions[_XL.utils.get_column_letter(place)].width = WIDE if long else NARROW
        sheet.cell(1, place).fill = _XL.styles.PatternFill("solid", fgColor="DDE7EA")
        sheet.cell(2, place).alignment = _XL.styles.Alignment(wrap_text=True, vertical="top")
