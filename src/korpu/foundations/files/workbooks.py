"""Workbooks people hand in: bounded before they are unpacked, read for cells, never executed."""

import zipfile
from io import BytesIO
from typing import Any

from django.utils.translation import gettext_lazy as _

from korpu.kernel.errors import InvalidInput
from korpu.kernel.texts import Message

LARGEST_WORKBOOK = 5_000_000
LARGEST_UNPACKED = 60_000_000
MOST_PARTS = 1_000
MARKUP = (".xml", ".rels", ".vml")
PACKED = b"PK\x03\x04"


def open_workbook(content: bytes, *, formulas: bool = False) -> Any:
    """The workbook in ``content``, an openpyxl ``Workbook`` read as a stream.

    With ``formulas`` a cell shows its formula as it is written, otherwise the value it last had.

    Raises:
        InvalidInput: at the field ``file``: no XLSX, too large, damaged, with macros, or with
            markup that declares a document type, as no spreadsheet program writes it.
    """
    from openpyxl.reader.excel import load_workbook

    _refuse_dangerous(content)
    try:
        return load_workbook(  # type: ignore[no-untyped-call]  # openpyxl has no types
            BytesIO(content), read_only=True, data_only=not formulas, keep_links=False
        )
    except Exception as broken:
        raise damaged() from broken


def damaged() -> InvalidInput:
    """What a workbook deserves whose cells cannot be read."""
    return _refusal(_("The workbook is damaged or locked. Save it anew without a password."))


def _refuse_dangerous(content: bytes) -> None:
    if len(content) > LARGEST_WORKBOOK:
        raise _refusal(_("The workbook is larger than 5 MB."))
    if not content.startswith(PACKED):
        raise _refusal(_("This is no XLSX workbook. Save it as XLSX."))
    try:
        with zipfile.ZipFile(BytesIO(content)) as packed:
            _refuse_parts(packed)
    except zipfile.BadZipFile as broken:
        raise damaged() from broken


def _refuse_parts(packed: zipfile.ZipFile) -> None:
    parts = packed.infolist()
    if sum(part.file_size for part in parts) > LARGEST_UNPACKED or len(parts) > MOST_PARTS:
        raise _refusal(_("The workbook unpacks to more than can be read."))
    if any("vbaproject" in part.filename.lower() for part in parts):
        raise _refusal(_("The workbook holds macros. Save it as XLSX without macros."))
    if any(part.filename.endswith(MARKUP) and _declares(packed, part) for part in parts):
        raise damaged()


def _declares(packed: zipfile.ZipFile, part: zipfile.ZipInfo) -> bool:
    with packed.open(part) as content:
        return b"<!DOCTYPE" in content.read(4096).upper()


def _refusal(sentence: Message) -> InvalidInput:
    return InvalidInput(_("The workbook cannot be taken."), sentence, fields={"file": sentence})
