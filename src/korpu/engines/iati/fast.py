"""The same yes or no as :mod:`korpu.engines.iati.structure`, from libxml2's schema engine.

The model is written out as an XML Schema and compiled once. It says only *that* a record is
invalid; the walk then says where and why. The tests hold the two against each other, and both
against the official schemas.
"""

from collections.abc import Iterator
from xml.sax.saxutils import quoteattr

from lxml import etree

from korpu.engines.iati.declaring import (
    XML,
    AttributeShape,
    ChildShape,
    Element,
    Node,
    Shape,
    shape_of,
)
from korpu.engines.iati.structure import ON_ANY

_XML_ATTRIBUTES = etree.XPath(
    "descendant-or-self::*/@xml:*", namespaces={"xml": XML.strip("{}")}, smart_strings=True
)
_ANY = '<x:any namespace="##other" processContents="lax" minOccurs="0" maxOccurs="unbounded"/>'


_COMPILED: dict[type[Element], etree.XMLSchema] = {}


def is_valid(record: Node, cls: type[Element]) -> bool:
    """Whether the record keeps the standard's structure."""
    return _schema(cls).validate(record) and _xml_attributes_fit(record)


def _xml_attributes_fit(record: Node) -> bool:
    for value in _XML_ATTRIBUTES(record):
        kind = ON_ANY.get(str(value.attrname))
        if kind is not None and not kind.accepts(str(value)):
            return False
    return True


def _schema(cls: type[Element]) -> etree.XMLSchema:
    known = _COMPILED.get(cls)
    if known is None:
        known = _COMPILED[cls] = etree.XMLSchema(etree.fromstring(schema_text(cls)))
    return known


def schema_text(cls: type[Element]) -> str:
    """An XML Schema of one kind of record; attributes of the ``xml`` namespace are left open."""
    name = "iati-activity" if cls.__name__ == "Activity" else "iati-organisation"
    types = "".join(_type(shape) for shape in _shapes(shape_of(cls), set()))
    return (
        '<x:schema xmlns:x="http://www.w3.org/2001/XMLSchema">'
        f'<x:element name="{name}" type="{cls.__name__}"/>{types}</x:schema>'
    )


def _shapes(shape: Shape, seen: set[type[Element]]) -> Iterator[Shape]:
    if shape.cls in seen:
        return
    seen.add(shape.cls)
    yield shape
    for known in shape.children:
        if known.shape is not None:
            yield from _shapes(known.shape, seen)


def _type(shape: Shape) -> str:
    attributes = "".join(_attribute(each) for each in shape.attributes.values())
    if not shape.sealed:
        attributes += '<x:anyAttribute namespace="##other" processContents="lax"/>'
    if shape.text is not None:
        return (
            f'<x:complexType name="{shape.cls.__name__}"><x:simpleContent>'
            f'<x:extension base="x:{shape.text.xsd}">{attributes}</x:extension>'
            "</x:simpleContent></x:complexType>"
        )
    parts = [_child(known) for known in shape.children]
    parts.insert(shape.foreign_at, _ANY)
    return (
        f'<x:complexType name="{shape.cls.__name__}"><x:sequence>{"".join(parts)}</x:sequence>'
        f"{attributes}</x:complexType>"
    )


def _attribute(known: AttributeShape) -> str:
    if known.name.startswith("xml:"):
        return ""
    use = ' use="required"' if known.required else ""
    return f'<x:attribute name={quoteattr(known.name)} type="x:{known.kind.xsd}"{use}/>'


def _child(known: ChildShape) -> str:
    low = "1" if known.required else "0"
    high = "unbounded" if known.repeated else "1"
    if known.anything:
        typed = ""
    elif known.shape is not None:
        typed = f' type="{known.shape.cls.__name__}"'
    else:
        typed = f' type="x:{known.kind.xsd}"' if known.kind else ""
    return f'<x:element name="{known.name}"{typed} minOccurs="{low}" maxOccurs="{high}"/>'
