"""What a declaration is made of, wherever in it that stands."""

from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from typing import TypeVar

from korpu.engines.procedure.model import Citation, Parameter, Procedure

T = TypeVar("T")


def parts_of(value: object, kind: type[T]) -> Iterator[T]:
    """Every ``kind`` inside a declaration, in the order declared, as often as it stands there."""
    if isinstance(value, kind):
        yield value
    if is_dataclass(value):
        for each in fields(value):
            yield from parts_of(getattr(value, each.name), kind)
    elif isinstance(value, Mapping):
        for inner in value.values():
            yield from parts_of(inner, kind)
    elif isinstance(value, tuple | frozenset):
        for inner in value:
            yield from parts_of(inner, kind)


def parameters_of(procedure: Procedure) -> dict[str, Parameter]:
    """The numbers of the law a procedure uses, by id."""
    return {each.id: each for each in parts_of(procedure, Parameter)}


def citations_of(procedure: Procedure) -> tuple[Citation, ...]:
    """Everything a procedure cites, each once."""
    return tuple(dict.fromkeys(parts_of(procedure, Citation)))
