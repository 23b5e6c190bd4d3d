"""The published JSON Schema of the documents of each form."""

from typing import Any

from korpu.domains.readmission.enums import (
    OWN_NATIONAL_TRACKS,
    NeedsBasis,
    Relation,
    Sex,
)
from korpu.domains.readmission.sheets import Item, Section, Sheet
from korpu.domains.readmission.text_rules import (
    LINE_LENGTH,
    MOST_ESCORTS,
    NAME_LENGTH,
    REFERENCE_LENGTH,
    TEXT_LENGTH,
)

FORMAT = "korpu-readmission-form"
VERSION = "1"
DIALECT = "https://json-schema.org/draft/2020-12/schema"
MOST_BYTES = 1_000_000
"""A document holds text only; thirty pieces of evidence fit many times over."""
MOST_LISTED = 30
LISTED = ("particulars", "members", "evidence")
DATES = "date"

_COMMON_DATES = frozenset({"irregular_stay_established_on", "apprehended_on"})
_COMMON_LENGTHS = {
    "authority_reference": REFERENCE_LENGTH,
    **dict.fromkeys(("contact_name", "contact_phone", "surname", "given_names"), NAME_LENGTH),
    "patronymic": NAME_LENGTH,
    **dict.fromkeys(("care_needs", "health_needs", "transport_needs"), TEXT_LENGTH),
    **dict.fromkeys(("protective_measures", "remarks"), TEXT_LENGTH),
}
_COMMON_VALUES = {
    "track": [str(track.value) for track in OWN_NATIONAL_TRACKS],
    "sex": [str(value) for value in Sex.values],
    "needs_basis": [str(value) for value in NeedsBasis.values],
}
_REQUIRED = (
    "authority_reference",
    "track",
    "irregular_stay_established_on",
    "contact_name",
    "contact_email",
    "sex",
    "birth_date",
)
_BIRTH_DATE = r"^\d{4}(-\d{2}(-\d{2})?)?$"

MEMBER_SHAPE = dict.fromkeys(("relation", "surname", "given_names", "birth_date", "sex"), "text")


def evidence_shape() -> dict[str, str]:
    """The type of each field of a piece of evidence."""
    return {
        "kind": "text",
        "issued_on": DATES,
        "valid_until": DATES,
        "copy_enclosed": "boolean",
        "note": "text",
    }


def type_of(item: Item) -> str:
    """What a document holds for an item: ``text``, ``date``, ``boolean`` or ``integer``."""
    if item.name == "holds_valid_travel_document" or item.kind == "yes_no":
        return "boolean"
    if item.name in _COMMON_DATES or item.kind == "date":
        return DATES
    return "integer" if item.kind == "number" else "text"


def json_schema(sheet: Sheet) -> dict[str, Any]:
    """The schema of one form's documents."""
    return {
        "$schema": DIALECT,
        "title": sheet.title.en,
        "description": f"{sheet.instrument}, {sheet.article}; layout {sheet.confidence}.",
        **shape_of(sheet),
    }


def shape_of(sheet: Sheet) -> dict[str, Any]:
    """The schema without its head, to stand inside another."""
    properties = {
        "format": {"const": FORMAT},
        "version": {"const": VERSION},
        "form": {"const": sheet.id},
        "form_version": {"const": sheet.version},
        "particulars": _particulars(sheet),
    }
    for section in sheet.sections:
        if section.lists:
            properties[section.lists] = _list(section)
    return {
        "type": "object",
        "additionalProperties": False,
        "required": ["format", "version", "form", "form_version", "particulars"],
        "properties": properties,
    }


def _particulars(sheet: Sheet) -> dict[str, Any]:
    required = [i.name for i in sheet.items if i.required or (i.is_common and i.name in _REQUIRED)]
    return {
        "type": "object",
        "additionalProperties": False,
        "required": required,
        "properties": {item.name: _item(item) for item in sheet.items},
    }


def _item(item: Item) -> dict[str, Any]:
    kind = type_of(item)
    words = {"description": item.title.en} if item.title else {}
    if kind == "integer":
        return {"type": "integer", "minimum": 0, "maximum": MOST_ESCORTS, **words}
    if kind == DATES:
        return {"type": "string", "format": "date", **words}
    if kind == "boolean":
        return {"type": "boolean", **words}
    return {"type": "string", **_bounds(item), **words}


def _bounds(item: Item) -> dict[str, Any]:
    if item.name == "birth_date":
        return {"pattern": _BIRTH_DATE}
    values = _COMMON_VALUES.get(item.name) or [code for code, _title in item.values]
    if values:
        return {"enum": values}
    longest = TEXT_LENGTH if item.kind == "long_text" else LINE_LENGTH
    bounds: dict[str, Any] = {"maxLength": _COMMON_LENGTHS.get(item.name, longest)}
    return bounds | ({"x-codelist": item.codelist} if item.codelist else {})


def _list(section: Section) -> dict[str, Any]:
    row = _member() if section.lists == "members" else _evidence(section.codelist)
    return {"type": "array", "maxItems": MOST_LISTED, "items": row}


def _member() -> dict[str, Any]:
    name = {"type": "string", "maxLength": NAME_LENGTH}
    return {
        "type": "object",
        "additionalProperties": False,
        "required": ["relation"],
        "properties": {
            "relation": {"enum": [str(value) for value in Relation.values]},
            "surname": name,
            "given_names": name,
            "birth_date": {"type": "string", "pattern": rf"{_BIRTH_DATE}|^$"},
            "sex": {"enum": [str(value) for value in Sex.values]},
        },
    }


def _evidence(codelist: str) -> dict[str, Any]:
    day = {"type": "string", "format": "date"}
    return {
        "type": "object",
        "additionalProperties": False,
        "required": ["kind"],
        "properties": {
            "kind": {"type": "string", "maxLength": 60, "x-codelist": codelist},
            "issued_on": day,
            "valid_until": day,
            "copy_enclosed": {"type": "boolean"},
            "note": {"type": "string", "maxLength": LINE_LENGTH},
        },
    }
