"""Facts in the log: a date among them survives JSON as a date."""

from collections.abc import Mapping
from datetime import date

from korpu.engines.procedure.api import FactValue

_DATE = "$date"


def to_json(facts: Mapping[str, FactValue]) -> dict[str, object]:
    """``facts`` as JSON can hold them; ``from_json`` gives back the same."""
    return {name: _encoded(value) for name, value in sorted(facts.items())}


def from_json(stored: Mapping[str, object]) -> dict[str, FactValue]:
    """The facts ``to_json`` stored."""
    return {name: _decoded(value) for name, value in stored.items()}


def _encoded(value: FactValue) -> object:
    return {_DATE: value.isoformat()} if isinstance(value, date) else value


def _decoded(value: object) -> FactValue:
    if isinstance(value, Mapping):
        return date.fromisoformat(value[_DATE])
    if value is None or isinstance(value, (bool, int, str)):
        return value
    raise ValueError(f"A fact cannot be a {type(value).__name__}.")
