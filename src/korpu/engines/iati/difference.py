"""What differs between two records, field by field."""

from collections.abc import Iterator
from dataclasses import dataclass, fields
from typing import Any

from korpu.engines.iati.declaring import Element, shape_of
from korpu.engines.iati.findings import ModelPath, path_of_fields


@dataclass(frozen=True, slots=True)
class Difference:
    """One difference: ``old`` None is an addition, ``new`` None is a removal."""

    path: str
    model_path: ModelPath
    old: str | None
    new: str | None


def differences(old: Element, new: Element) -> tuple[Difference, ...]:
    """Every difference between two records of one class, in the order of the standard.

    Repeated parts are compared without regard to those that stand in both: what is only in one
    is removed or added; where as many were removed as added, they are compared one by one.
    """
    return tuple(_element(old, new, type(old), ()))


def _element(old: Element, new: Element, cls: type[Element], at: ModelPath) -> Iterator[Difference]:
    for each in fields(old):
        before, after = getattr(old, each.name), getattr(new, each.name)
        if before != after:
            yield from _value(before, after, cls, (*at, each.name))


def _value(old: Any, new: Any, cls: type[Element], at: ModelPath) -> Iterator[Difference]:
    if isinstance(old, tuple) or isinstance(new, tuple):
        yield from _repeated(old or (), new or (), cls, at)
    elif isinstance(old, Element) and isinstance(new, Element):
        yield from _element(old, new, cls, at)
    else:
        yield Difference(path_of_fields(cls, at), at, _shown(old), _shown(new))


def _repeated(
    old: tuple[Element, ...], new: tuple[Element, ...], cls: type[Element], at: ModelPath
) -> Iterator[Difference]:
    gone = _without(old, new)
    come = _without(new, old)
    if len(gone) == len(come):
        for (_, before), (place, after) in zip(gone, come, strict=True):
            yield from _element(before, after, cls, (*at, place))
        return
    for place, each in gone:
        spot = (*at, place)
        yield Difference(path_of_fields(cls, spot), spot, _shown(each), None)
    for place, each in come:
        spot = (*at, place)
        yield Difference(path_of_fields(cls, spot), spot, None, _shown(each))


def _without(those: tuple[Element, ...], others: tuple[Element, ...]) -> list[tuple[int, Element]]:
    rest = list(others)
    found = []
    for place, each in enumerate(those):
        if each in rest:
            rest.remove(each)
        else:
            found.append((place, each))
    return found


def _shown(value: Any) -> str | None:
    if value is None:
        return None
    if isinstance(value, Element):
        return ", ".join(_words(value)) or type(value).__name__
    return str(value)


def _words(value: Element) -> Iterator[str]:
    shape = shape_of(type(value))
    for each in fields(value):
        own = getattr(value, each.name)
        if isinstance(own, tuple):
            for inner in own:
                yield from _words(inner)
        elif isinstance(own, Element):
            yield from _words(own)
        elif own is not None:
            yield str(own) if each.name == shape.text_field else f"{each.name} {own}"
