"""The one template: a sheet per kind of part, a column per field of its form."""

from collections.abc import Mapping, Sequence
from typing import Any

from django import forms

from korpu.domains.programmes.forms.fields import ChoiceOf
from korpu.domains.programmes.kinds import KINDS, Kind
from korpu.domains.programmes.models import Part, Project

KEY, REVISION = "key", "revision"
FIRST_ROW = 3
"""Row 1 holds the names of the columns, row 2 says them in words; parts follow."""

Cells = dict[str, str]


def sheets() -> Sequence[Kind]:
    """The kinds with a sheet, in the order in which rows may point at earlier ones."""
    return [kind for kind in KINDS.values() if kind.in_workbook]


def columns(kind: Kind) -> list[str]:
    """Names of a sheet's columns, left to right."""
    return [KEY, REVISION, *_fields(kind)]


def labels(kind: Kind) -> list[str]:
    """The columns in the reader's words."""
    return [KEY, REVISION, *(str(field.label) for field in _fields(kind).values())]


def written(kind: Kind, part: Part, offers: Mapping[str, Mapping[str, str]]) -> Cells:
    """A part as the cells of its row; ``offers``: column → row of a choice → its code."""
    shown = kind.form.initial_of(part)
    cells = {name: _text(shown[name], offers.get(name)) for name in _fields(kind)}
    return {KEY: part.key, REVISION: str(part.revision), **cells}


def offers_of(kind: Kind, project: Project) -> dict[str, dict[str, str]]:
    """For each column that points elsewhere: the row's key in the table → its code."""
    found = {}
    for name, field in _fields(kind).items():
        if isinstance(field, ChoiceOf):
            found[name] = {offer.pk: offer.code for offer in field.offers(project)}
    return found


def form_data(
    kind: Kind, cells: Mapping[str, str], offers: Mapping[str, Mapping[str, str]]
) -> tuple[dict[str, str], list[str]]:
    """Cells as the form takes them, and the columns whose code nobody knows."""
    data, unknown = {}, []
    for name in _fields(kind):
        value = cells.get(name, "")
        if value and name in offers:
            rows = {code: row for row, code in offers[name].items()}
            if value not in rows:
                unknown.append(name)
            value = rows.get(value, "")
        data[name] = value
    return data, unknown


def _fields(kind: Kind) -> dict[str, forms.Field]:
    base: dict[str, forms.Field] = kind.form.base_fields
    last = [name for name in kind.form.last_fields if name in base]
    return {name: base[name] for name in (*(n for n in base if n not in last), *last)}


def _text(value: Any, codes: Mapping[str, str] | None) -> str:
    if codes is not None:
        return codes.get(str(value), "")
    return "" if value is None else str(value)
