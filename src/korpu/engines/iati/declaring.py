"""How a class of the model says what its element looks like in a file.

The dataclasses of :mod:`korpu.engines.iati.model` are the one description of the standard: the
order of their fields is the order of the elements, and :func:`shape_of` compiles them into what
the reader, the writer and the checker run on. ``None`` and ``()`` mean *not stated*; every field
may be left out, because what is missing is for the check to say and not for the constructor.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from types import UnionType
from typing import Any, Union, cast, get_args, get_origin, get_type_hints

from lxml import etree

from korpu.engines.iati.values import KINDS, Kind

Node = etree._Element  # noqa: SLF001  # its only name
XML = "{http://www.w3.org/XML/1998/namespace}"


@dataclass(frozen=True, kw_only=True, slots=True)
class Element:
    """The root of every class that stands for an element with parts of its own."""


@dataclass(frozen=True, slots=True)
class AttributeShape:
    """One attribute: its name in the file, its field in the class, its kind of value."""

    name: str
    field: str
    kind: Kind
    required: bool


@dataclass(frozen=True, slots=True)
class ChildShape:
    """One kind of child: ``shape`` when it has parts, ``kind`` when it holds a bare value."""

    name: str
    field: str
    required: bool
    repeated: bool
    shape: "Shape | None"
    kind: Kind | None
    anything: bool


@dataclass(frozen=True, slots=True)
class Shape:
    """What an element may hold, in the order in which it must hold it.

    ``text`` is the kind of its text, None where it holds elements only. ``sealed``: attributes of
    other namespaces are refused. ``foreign_at``: before which child (by index) elements of other
    namespaces may stand.
    """

    cls: type[Element]
    attributes: Mapping[str, AttributeShape]
    children: tuple[ChildShape, ...]
    places: Mapping[str, int]
    text: Kind | None
    text_field: str
    sealed: bool
    foreign_at: int


def attribute(*, required: bool = False, kind: str = "", name: str = "") -> Any:
    """A field that is an attribute; ``kind`` where the Python type does not tell it."""
    metadata = {"part": "attribute", "required": required, "kind": kind, "name": name}
    return field(default=None, metadata=metadata)


def child(*, required: bool = False) -> Any:
    """A field that is an element which may stand once."""
    return field(default=None, metadata={"part": "child", "required": required})


def children(*, required: bool = False) -> Any:
    """A field that is an element which may stand any number of times."""
    return field(default=(), metadata={"part": "child", "required": required})


def leaf(*, required: bool = False, anything: bool = False) -> Any:
    """A field that is an element with a bare value: no attributes, no parts.

    Args:
        required: it must stand.
        anything: the standard says nothing of its inside, so nothing in it is a fault.
    """
    metadata = {"part": "leaf", "required": required, "anything": anything}
    return field(default=None, metadata=metadata)


def text(*, kind: str = "") -> Any:
    """The field that is the element's own text."""
    return field(default=None, metadata={"part": "text", "kind": kind})


def shaped(*, sealed: bool = False, foreign_before: str = "") -> Any:
    """Class decorator for what no field can say: see :class:`Shape`."""

    def remember(cls: type[Element]) -> type[Element]:
        _SHAPED[cls] = (sealed, foreign_before)
        return cls

    return remember


_SHAPED: dict[type[Element], tuple[bool, str]] = {}
_COMPILED: dict[type[Element], Shape] = {}


def shape_of(cls: type[Element]) -> Shape:
    """The compiled form of a class of the model."""
    known = _COMPILED.get(cls)
    if known is None:
        known = _COMPILED[cls] = _compile(cls)
    return known


def _compile(cls: type[Element]) -> Shape:
    hints = get_type_hints(cls)
    attributes: dict[str, AttributeShape] = {}
    found: list[ChildShape] = []
    text_kind: Kind | None = None
    text_field = ""
    for each in fields(cls):
        inner, repeated = _inner_type(hints[each.name])
        part = each.metadata["part"]
        if part == "attribute":
            name = each.metadata["name"] or xml_name(each.name)
            kind = _kind(inner, each.metadata["kind"])
            attributes[name] = AttributeShape(name, each.name, kind, each.metadata["required"])
        elif part == "text":
            text_kind, text_field = _kind(inner, each.metadata["kind"]), each.name
        else:
            found.append(_child_shape(each.name, each.metadata, inner, repeated=repeated))
    sealed, foreign_before = _SHAPED.get(cls, (False, ""))
    places = {one.name: place for place, one in enumerate(found)}
    foreign_at = places.get(foreign_before, len(found))
    return Shape(cls, attributes, tuple(found), places, text_kind, text_field, sealed, foreign_at)


def xml_name(field_name: str) -> str:
    """``iso_date`` in the class is ``iso-date`` in the file."""
    return "xml:lang" if field_name == "lang" else field_name.replace("_", "-")


def _child_shape(
    name: str, metadata: Mapping[str, Any], inner: type, *, repeated: bool
) -> ChildShape:
    bare = metadata["part"] == "leaf"
    return ChildShape(
        xml_name(name),
        name,
        metadata["required"],
        repeated,
        None if bare else shape_of(cast("type[Element]", inner)),
        _kind(inner, "") if bare else None,
        bool(metadata.get("anything")),
    )


def _kind(inner: type, name: str) -> Kind:
    return KINDS[name or inner.__name__]


def _inner_type(hint: Any) -> tuple[type, bool]:
    if get_origin(hint) is tuple:
        return get_args(hint)[0], True
    if get_origin(hint) in {UnionType, Union}:
        return next(arg for arg in get_args(hint) if arg is not type(None)), False
    return hint, False
