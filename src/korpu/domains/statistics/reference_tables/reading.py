"""Reading a public table from CSV or Parquet; all of it or nothing."""

import csv
import io
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import duckdb

from korpu.domains.statistics.reference_tables import faults
from korpu.domains.statistics.reference_tables.cells import read_cell
from korpu.domains.statistics.reference_tables.faults import refuse
from korpu.domains.statistics.reference_tables.table import PublicTable

Value = str | int | None
Row = dict[str, Value]
Line = tuple[int, Sequence[str]]

_PARQUET = b"PAR1"


def read_table(table: PublicTable, path: Path, content: bytes) -> list[Row]:
    """The rows of a file, keyed by the fields they are kept under.

    Args:
        table: what the file must hold: exactly its columns, in their order.
        path: where the file is; Parquet is read from there.
        content: its bytes.

    Raises:
        InvalidInput: anything is wrong: line, column, what to do. Nothing is returned then.
    """
    if not content.strip():
        raise refuse(faults.EMPTY, line=1)
    lines = _parquet(path) if content.startswith(_PARQUET) else _csv(table, content)
    _check_header(table, next(lines)[1])
    rows = list(_rows(table, lines))
    if not rows:
        raise refuse(faults.NO_ROWS, line=1)
    return rows


def _rows(table: PublicTable, lines: Iterable[Line]) -> Iterator[Row]:
    seen: dict[tuple[Value, ...], int] = {}
    names = [column.name for column in table.columns]
    places = [names.index(name) for name in table.key]
    for line, cells in lines:
        values = [
            read_cell(table, column, cell, line)
            for column, cell in zip(table.columns, cells, strict=True)
        ]
        key = tuple(values[place] for place in places)
        if key in seen:
            raise refuse(faults.TWICE, line=line, first=seen[key])
        seen[key] = line
        yield {column.field: value for column, value in zip(table.columns, values, strict=True)}


def _csv(table: PublicTable, content: bytes) -> Iterator[Line]:
    text = _decoded(content)
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    line = 1
    try:
        for cells in reader:
            is_last = reader.line_num >= text.count("\n")
            _check_width(table, cells, line, whole=text.endswith("\n") or not is_last)
            yield line, cells
            line = reader.line_num + 1
    except csv.Error as error:
        raise refuse(faults.NOT_CSV, line=line) from error
    if not text.endswith("\n"):
        raise refuse(faults.CUT_OFF, line=line - 1)


def _check_width(table: PublicTable, cells: Sequence[str], line: int, *, whole: bool) -> None:
    wanted, found = len(table.columns), len(cells)
    if line == 1 or wanted == found:
        return
    if found < wanted and not whole:
        raise refuse(faults.CUT_OFF, line=line)
    raise refuse(faults.FIELDS, line=line, wanted=wanted, found=found)


def _decoded(content: bytes) -> str:
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content[: error.start].count(b"\n") + 1
        raise refuse(faults.NOT_UTF8, line=line, guess=_guess(content)) from error


def _guess(content: bytes) -> str:
    """The likeliest of the encodings such files come in, by which letters it would give."""
    candidates = ("utf-16", "windows-1254", "windows-1251", "windows-1252")
    return max(candidates, key=lambda name: _likeness(content, name)).title()


def _likeness(content: bytes, encoding: str) -> float:
    if encoding == "utf-16":
        return 1.0 if content[:2] in (b"\xff\xfe", b"\xfe\xff") else 0.0
    odd = [letter for letter in content.decode(encoding, "replace") if ord(letter) > 127]  # noqa: PLR2004  # beyond ASCII
    letters = {
        "windows-1254": "çğıöşüÇĞİÖŞÜâêô",
        "windows-1251": "абвгдежзийклмнопрстуфхцчшщъыьэюяё",
        "windows-1252": "éèàáíóúñãõäßøåÉÀçôâêöü’",
    }[encoding]
    return sum(letter.lower() in letters or letter in letters for letter in odd) / max(len(odd), 1)


def _parquet(path: Path) -> Iterator[Line]:
    try:
        with duckdb.connect() as database:
            relation = database.read_parquet(str(path))
            columns, rows = relation.columns, relation.fetchall()
    except duckdb.Error as error:
        raise refuse(faults.NOT_PARQUET) from error
    yield 1, columns
    for number, row in enumerate(rows, start=1):
        yield number, ["" if cell is None else _plain(cell) for cell in row]


def _plain(cell: object) -> str:
    """A cell as the CSV of the same table writes it; 5.0 is the count 5."""
    return str(int(cell)) if isinstance(cell, float) and cell.is_integer() else str(cell)


def _check_header(table: PublicTable, given: Sequence[str]) -> None:
    wanted = [column.name for column in table.columns]
    found = [unicodedata.normalize("NFC", name.strip()) for name in given]
    missing = ", ".join(name for name in wanted if name not in found)
    extra = ", ".join(name[:40] for name in found if name not in wanted)
    if missing or extra:
        raise refuse(faults.COLUMNS, line=1, missing=missing or "–", extra=extra or "–")
    if found != wanted:
        raise refuse(faults.ORDER, line=1)
