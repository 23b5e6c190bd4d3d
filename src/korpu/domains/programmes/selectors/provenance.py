"""What the jurisdiction's file says of a row, where people changed it since."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.db import models

from korpu.domains.programmes.models import Declared
from korpu.domains.programmes.words_of_change import FieldChange, labels_of, value_words
from korpu.foundations.accounts.api import Actor


def said_by_file(row: Declared, form: type[forms.Form], *, for_actor: Actor) -> list[FieldChange]:
    """Fields people changed: the file's value before, today's after, under the form's labels."""
    del for_actor  # row security shows the actor what there is
    labels = labels_of(form)
    return [
        FieldChange(
            labels.get(name, name), _words(row, name, said), _words(row, name, _today(row, name))
        )
        for name, said in row.changed_here.items()
    ]


def _today(row: Declared, name: str) -> Any:
    return getattr(row, _field(row, name).attname)


def _words(row: Declared, name: str, value: Any) -> str:
    field = _field(row, name)
    if isinstance(field, models.ForeignKey) and value is not None:
        found = field.related_model._default_manager.filter(pk=value).first()  # noqa: SLF001  Django's public door to any model
        return str(found or value)
    choices: Mapping[Any, Any] = dict(field.flatchoices)
    return value_words(choices.get(value, value) if isinstance(value, str) else value)


def _field(row: Declared, name: str) -> "models.Field[Any, Any]":
    found = row._meta.get_field(name)  # noqa: SLF001  Django's documented door
    assert isinstance(found, models.Field)
    return found
