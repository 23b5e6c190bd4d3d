"""The history in words: which field was what before and what after."""

from dataclasses import dataclass

from django import forms
from django.utils.translation import gettext as _

from korpu.domains.programmes.kinds import KINDS
from korpu.domains.programmes.models import Change
from korpu.foundations.ui.formats import as_text
from korpu.kernel.texts import Message

LONGEST = 120


@dataclass(frozen=True, slots=True)
class FieldChange:
    """A field with its value before and after, as text."""

    label: Message
    before: str
    after: str


def fields_of(change: Change) -> list[FieldChange]:
    """The changed fields under the names of the form; a field without a label under its own."""
    kind = next((k for k in KINDS.values() if k.model.__name__.lower() == change.part), None)
    labels = labels_of(kind.form) if kind else {}
    names = sorted({*change.before, *change.after} - {"removed_at", "place"})
    return [
        FieldChange(
            labels.get(name, name),
            value_words(change.before.get(name)),
            value_words(change.after.get(name)),
        )
        for name in names
    ]


def summary(change: Change) -> str:
    """The changed fields in one line, for a list."""
    told = [f"{one.label}: {one.before} → {one.after}" for one in fields_of(change)]
    return "; ".join(told) if change.before else ""


def part_name(change: Change) -> Message:
    """What kind of part was changed."""
    kind = next((k for k in KINDS.values() if k.model.__name__.lower() == change.part), None)
    return kind.one if kind else _("Project")


def labels_of(form: type[forms.Form]) -> dict[str, Message]:
    """Columns of a row under the labels of the form that fills them."""
    found: dict[str, Message] = {}
    for name, field in form.base_fields.items():
        label = field.label or name
        found |= {name: label, f"{name}_id": label}
    return found


def value_words(value: object) -> str:
    """A value in one line, shortened where it is long."""
    text = ", ".join(str(one) for one in value) if isinstance(value, list) else as_text(value)
    return text if len(text) <= LONGEST else f"{text[: LONGEST - 1]}…"
