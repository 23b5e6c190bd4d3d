"""A form as a JSON document: what leaves by export comes back by import as the same statement.

One document holds one form in the agreement's order of items. A JSON Schema is published for every
form; documents are read by the same rules, and each fault is named at its field.
"""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, replace
from datetime import date
from typing import Any

from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from korpu.domains.readmission.contents import plain
from korpu.domains.readmission.document_schema import (
    DATES,
    FORMAT,
    LISTED,
    MEMBER_SHAPE,
    MOST_BYTES,
    MOST_LISTED,
    VERSION,
    evidence_shape,
    type_of,
)
from korpu.domains.readmission.sheets import OWN_NATIONAL, Sheet, sheets
from korpu.domains.readmission.statement import (
    STATED_FIELDS,
    EvidenceStatement,
    MemberStatement,
    Statement,
)
from korpu.domains.readmission.text_rules import text_fault
from korpu.kernel.texts import Message

NOT_A_TEXT: Message = _("This must be a text.")
SENTENCES: Mapping[str, Message] = {
    "text": NOT_A_TEXT,
    "date": _("This must be a day written as 2026-03-27."),
    "boolean": _("This must be true or false."),
    "integer": _("This must be a whole number."),
}


@dataclass(frozen=True, slots=True)
class Document:
    """What a document says.

    Attributes:
        sheet: the form it is; None: it cannot be told.
        faults: field → what is wrong with its shape; empty: it has the published shape.
    """

    sheet: Sheet | None
    statement: Statement = field(default_factory=Statement)
    faults: Mapping[str, Message] = field(default_factory=dict)


def document_of(sheet: Sheet, statement: Statement) -> dict[str, object]:
    """The document of a statement; what is not stated is left out."""
    said = {item.name: statement.says(item.name) for item in sheet.items}
    return {
        "format": FORMAT,
        "version": VERSION,
        "form": sheet.id,
        "form_version": sheet.version,
        "particulars": {name: plain(value) for name, value in said.items() if value is not None},
        "members": [asdict(member) for member in statement.members],
        "evidence": [
            {name: plain(value) for name, value in asdict(one).items() if value is not None}
            for one in statement.evidence
        ],
    }


def written(document: Mapping[str, object]) -> bytes:
    """The document as a file: UTF-8, indented, letters as they are."""
    return json.dumps(document, ensure_ascii=False, indent=2).encode()


def read_document(content: bytes) -> Document:
    """Read a document, however bad; nothing is stated where something is wrong with its shape."""
    try:
        given = _parsed(content)
    except _Unreadable as error:
        return Document(None, faults={"document": error.sentence})
    faults = _Faults()
    sheet = _sheet_of(given, faults)
    if sheet is None:
        return Document(None, faults=faults.found)
    statement = _statement(sheet, given, faults)
    return Document(sheet, Statement() if faults.found else statement, faults.found)


class _Unreadable(Exception):
    def __init__(self, sentence: Message) -> None:
        super().__init__(str(sentence))
        self.sentence = sentence


class _Faults:
    """Faults by field, the first at each."""

    def __init__(self) -> None:
        self.found: dict[str, Message] = {}

    def add(self, name: str, sentence: Message) -> None:
        self.found.setdefault(name, sentence)


def _parsed(content: bytes) -> dict[str, Any]:
    if len(content) > MOST_BYTES:
        raise _Unreadable(
            format_lazy(_("The document is larger than {most} bytes."), most=MOST_BYTES)
        )
    try:
        given = json.loads(content.decode("utf-8"))
    except UnicodeDecodeError:
        raise _Unreadable(_("The document is not written in UTF-8.")) from None
    except json.JSONDecodeError as error:
        raise _Unreadable(
            format_lazy(_("This is not JSON; look at line {line}."), line=error.lineno)
        ) from None
    except (RecursionError, ValueError):
        raise _Unreadable(_("This is not JSON of a form.")) from None
    if not isinstance(given, dict):
        raise _Unreadable(_("This is not JSON of a form."))
    return given


def _sheet_of(given: dict[str, Any], faults: _Faults) -> Sheet | None:
    if given.get("format") != FORMAT:
        faults.add("format", format_lazy(_("This must be “{value}”."), value=FORMAT))
    if given.get("version") != VERSION:
        faults.add("version", format_lazy(_("This must be “{value}”."), value=VERSION))
    name = given.get("form")
    sheet = sheets().get(name) if isinstance(name, str) else None
    if sheet is None or sheet.by_service:
        faults.add("form", _("There is no such form."))
        return None
    if given.get("form_version") != sheet.version:
        faults.add("form_version", format_lazy(_("This must be “{value}”."), value=sheet.version))
    _refuse_unknown(given, {"format", "version", "form", "form_version", *LISTED}, "", faults)
    return None if faults.found else sheet


def _refuse_unknown(given: Mapping[str, Any], known: set[str], path: str, faults: _Faults) -> None:
    for name in sorted(given.keys() - known)[:MOST_LISTED]:
        shown = "".join(c for c in name[:60] if c.isprintable())
        faults.add(f"{path}{shown}", _("The form has no such field."))


def _statement(sheet: Sheet, given: dict[str, Any], faults: _Faults) -> Statement:
    particulars = _object(given.get("particulars", {}), "particulars", faults)
    types = {item.name: type_of(item) for item in sheet.items}
    stated = _fields(particulars, types, "particulars.", faults)
    common = {name: value for name, value in stated.items() if name in STATED_FIELDS}
    own = {name: value for name, value in stated.items() if name not in STATED_FIELDS}
    members = _rows(given.get("members", []), "members", MEMBER_SHAPE, faults)
    evidence = _rows(given.get("evidence", []), "evidence", evidence_shape(), faults)
    if sheet.id != OWN_NATIONAL:
        common["track"] = sheet.id
    if faults.found:
        return Statement()
    return replace(
        Statement(),
        **common,
        particulars={name: value for name, value in own.items() if value != ""},
        members=tuple(
            MemberStatement(**{"relation": "", "surname": "", "given_names": "", **row})
            for row in members
        ),
        evidence=tuple(EvidenceStatement(**{"kind": "", **row}) for row in evidence),
    )


def _object(value: Any, name: str, faults: _Faults) -> dict[str, Any]:
    if isinstance(value, dict):
        return value
    faults.add(name, _("This must be an object with named fields."))
    return {}


def _rows(value: Any, name: str, types: Mapping[str, str], faults: _Faults) -> list[dict[str, Any]]:
    if not isinstance(value, list) or len(value) > MOST_LISTED:
        faults.add(name, format_lazy(_("This must be a list of at most {most}."), most=MOST_LISTED))
        return []
    return [
        _fields(_object(row, f"{name}.{n}", faults), types, f"{name}.{n}.", faults)
        for n, row in enumerate(value)
    ]


def _fields(
    given: Mapping[str, Any], types: Mapping[str, str], path: str, faults: _Faults
) -> dict[str, Any]:
    _refuse_unknown(given, set(types), path, faults)
    read = {}
    for name in given.keys() & types.keys():
        try:
            read[name] = _value(given[name], types[name])
        except ValueError:
            faults.add(f"{path}{name}", SENTENCES[types[name]])
            continue
        fault = text_fault(read[name]) if isinstance(read[name], str) else None
        if fault is not None:
            faults.add(f"{path}{name}", fault)
    return read


def _value(raw: Any, kind: str) -> Any:
    if kind == DATES:
        if not isinstance(raw, str) or len(raw) != len("2026-03-27"):
            raise ValueError
        return date.fromisoformat(raw)
    wanted = {"text": str, "boolean": bool, "integer": int}[kind]
    if type(raw) is not wanted:
        raise ValueError
    return raw
