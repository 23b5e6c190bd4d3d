"""Lists of participants in files: CSV and XLSX, read into lines of plain text.

Nothing in a file is believed or executed: a workbook is read for its values alone, text as UTF-8
and nothing else, and sizes are bounded before anything is unpacked.
"""

import csv
import io
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import IO, Any

from django.utils.translation import gettext_lazy as _

from korpu.engines.azeri import az_fold
from korpu.foundations.files.api import damaged, open_workbook
from korpu.kernel.errors import InvalidInput
from korpu.kernel.texts import Message

MOST_BYTES = 5_000_000
MOST_ROWS = 10_000
MOST_COLUMNS = 40
LONGEST_CELL = 500

COLUMNS: Mapping[str, tuple[str, ...]] = {
    "family_name": ("family name", "surname", "soyad", "soyadı", "фамилия"),
    "given_names": ("given names", "name", "ad", "adı", "имя"),
    "email": ("e-mail", "mail", "e-poçt", "elektron poçt", "эл. почта", "электронная почта"),
    "institution": ("organisation", "qurum", "müəssisə", "учреждение", "организация"),
    "country": ("ölkə", "страна"),
    "sex": ("cins", "cinsi", "пол"),
    "position": ("vəzifə", "должность"),
    "language": ("dil", "язык"),
}
REQUIRED = ("family_name", "given_names")


@dataclass(frozen=True, slots=True)
class ListRow:
    """One line: its number in the file (the heading is 1) and its cells by column."""

    number: int
    cells: Mapping[str, str]


def read_list(file: IO[bytes]) -> list[ListRow]:
    """The lines of a list.

    Raises:
        InvalidInput: at ``file``: too large, of another kind, damaged, not UTF-8, without a
            heading, with a column missing or twice, or too long. Nothing is kept.
    """
    content = file.read(MOST_BYTES + 1)
    if len(content) > MOST_BYTES:
        raise _refusal(_("The file is larger than 5 MB. Split the list into several files."))
    if not content.strip():
        raise _refusal(_("The file is empty. Choose the file again, or save it anew."))
    lines = _workbook(content) if content.startswith(b"PK") else _text(content)
    return list(_rows(lines))


def _rows(lines: Iterator[Sequence[str]]) -> Iterator[ListRow]:
    heading = next(lines, None)
    if heading is None:
        raise _refusal(_("The file is empty. Choose the file again, or save it anew."))
    places = _places(heading)
    count = 0
    for number, line in enumerate(lines, start=2):
        cells = {
            column: line[place].strip() if place < len(line) else ""
            for column, place in places.items()
        }
        if any(cells.values()):
            count += 1
            _refuse_too_many(count)
            yield ListRow(number, cells)
    if not count:
        raise _refusal(_("There is no line under the heading."))


def _refuse_too_many(count: int) -> None:
    if count > MOST_ROWS:
        sentence = _("There are more than %(limit)s lines. Split the list into several files.")
        raise _refusal(sentence % {"limit": MOST_ROWS})


def _places(heading: Sequence[str]) -> dict[str, int]:
    """Which column of the file holds what; unknown headings are left out, but not guessed."""
    names = {az_fold(alias): column for column, aliases in COLUMNS.items() for alias in aliases}
    found: dict[str, int] = {}
    for place, title in enumerate(heading[:MOST_COLUMNS]):
        plain = az_fold(" ".join(title.replace("_", " ").split()))
        column = names.get(plain) or plain.replace(" ", "_")
        if column not in COLUMNS:
            continue
        if column in found:
            raise _refusal(_("The column “%(title)s” stands there twice.") % {"title": title[:40]})
        found[column] = place
    missing = [column for column in REQUIRED if column not in found]
    if missing:
        sentence = _(
            "The first line must name the columns. Missing: %(columns)s. Use the template."
        )
        raise _refusal(sentence % {"columns": ", ".join(missing)})
    return found


def _text(content: bytes) -> Iterator[Sequence[str]]:
    if content.startswith((b"\xd0\xcf\x11\xe0", b"%PDF")) or b"\0" in content[:1000]:
        raise _refusal(
            _("Only CSV (UTF-8) and XLSX files are taken. Save the list as one of these.")
        )
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as wrong:
        line = content.count(b"\n", 0, wrong.start) + 1
        sentence = _(
            "The file is not in UTF-8: line %(line)s cannot be read. In Excel choose “CSV UTF-8”, "
            "or save as XLSX."
        )
        raise _refusal(sentence % {"line": line}) from wrong
    first = text.split("\n", 1)[0]
    separator = max(",;\t", key=first.count)
    try:
        for cells in csv.reader(io.StringIO(text, newline=""), delimiter=separator):
            yield [cell[:LONGEST_CELL] for cell in cells]
    except csv.Error as broken:
        raise _refusal(_("The file cannot be read as CSV. Save it anew, or as XLSX.")) from broken


def _workbook(content: bytes) -> Iterator[Sequence[str]]:
    sheet = open_workbook(content).worksheets[0]
    try:
        for values in sheet.iter_rows(values_only=True, max_col=MOST_COLUMNS):
            yield [_cell(value) for value in values]
    except Exception as broken:
        raise damaged() from broken


def _cell(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, datetime | date):
        return value.isoformat()
    return str(value)[:LONGEST_CELL]


def _refusal(sentence: Message) -> InvalidInput:
    return InvalidInput(_("The list cannot be taken."), sentence, fields={"file": sentence})
