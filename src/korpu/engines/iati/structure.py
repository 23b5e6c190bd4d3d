"""Whether a record has the parts the standard asks for, in its order, with values of its kinds.

This check explains: it walks the record against the model and says at each place what is wrong.
:mod:`korpu.engines.iati.fast` answers the same question with yes or no, sooner.

Standard: IATI 2.03, iati-activities-schema.xsd and iati-organisations-schema.xsd.
"""

from collections.abc import Iterator
from dataclasses import replace

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
from korpu.engines.iati.findings import Finding, place_of
from korpu.engines.iati.values import KINDS, Kind
from korpu.kernel.texts import Text

SCHEMA_INSTANCE = "{http://www.w3.org/2001/XMLSchema-instance}"
ON_ANY = {
    f"{XML}lang": KINDS["language"],
    f"{XML}base": KINDS["uri"],
    f"{XML}id": KINDS["token"],
}

MISSING = Text(
    az="<{parent}> içində <{name}> çatışmır: standart onu tələb edir.",
    en="<{name}> is missing in <{parent}>: the standard requires it.",
    ru="В <{parent}> нет <{name}>: стандарт его требует.",
)
MISSING_ATTRIBUTE = Text(
    az="<{parent}> elementində {name} atributu çatışmır: standart onu tələb edir.",
    en="The attribute {name} of <{parent}> is missing: the standard requires it.",
    ru="У <{parent}> нет атрибута {name}: стандарт его требует.",
)
UNKNOWN = Text(
    az="<{name}> standartın 2.03 versiyasında <{parent}> elementinin hissəsi deyil.",
    en="<{name}> is not a part of <{parent}> in version 2.03 of the standard.",
    ru="<{name}> не входит в <{parent}> в версии стандарта 2.03.",
)
UNKNOWN_ATTRIBUTE = Text(
    az="Standartın 2.03 versiyasında <{parent}> elementinin {name} atributu yoxdur.",
    en="<{parent}> has no attribute {name} in version 2.03 of the standard.",
    ru="В версии стандарта 2.03 у <{parent}> нет атрибута {name}.",
)
ORDER = Text(
    az="<{name}> <{before}> elementindən əvvəl gəlməlidir.",
    en="<{name}> must stand before <{before}>.",
    ru="<{name}> должен стоять перед <{before}>.",
)
ONCE = Text(
    az="<{parent}> içində <{name}> yalnız bir dəfə ola bilər.",
    en="<{name}> may stand only once in <{parent}>.",
    ru="<{name}> может стоять в <{parent}> только один раз.",
)
VALUE = Text(
    az="“{value}” uyğun deyil: burada {kind} yazılmalıdır.",
    en="“{value}” does not fit: {kind} belongs here.",
    ru="«{value}» не подходит: здесь должно быть указано {kind}.",
)
FOREIGN_LAST = Text(
    az="<{name}> başqa ad fəzasından olan elementlərdən əvvəl gəlməlidir.",
    en="<{name}> must stand before the elements of other namespaces.",
    ru="<{name}> должен стоять перед элементами других пространств имён.",
)
STRAY_TEXT = Text(
    az="<{parent}> bilavasitə mətn saxlaya bilməz: mətn <narrative> kimi hissədə yazılır.",
    en="<{parent}> may not hold text of its own: text goes into a part such as <narrative>.",
    ru="<{parent}> не может содержать текст сам: текст пишется в части, например <narrative>.",
)
NO_PARTS = Text(
    az="<{parent}> yalnız mətn saxlaya bilər, başqa elementlər yox.",
    en="<{parent}> may hold text only, no other elements.",
    ru="<{parent}> может содержать только текст, без других элементов.",
)
LONGEST_SHOWN = 60


def check_structure(record: Node, number: int, cls: type[Element]) -> list[Finding]:
    """Everything in a record that the standard's structure does not allow; empty when it is valid.

    Args:
        record: the activity or organisation.
        number: which record of the file it is, from one.
        cls: ``Activity`` or ``Organisation``.
    """
    return list(_Walk(record, number, cls).element(record, shape_of(cls)))


def check_root(root: Node, cls: type[Element]) -> list[Finding]:
    """What is wrong with the attributes of a file's first element, and with text beside records."""
    walk = _Walk(root, 1, cls)
    return [
        replace(finding, path=finding.path.replace("[1]", "", 1))
        for finding in walk.attributes(root, shape_of(cls))
    ]


def stray_part(part: Node, root: Node) -> Finding:
    """An element between the records that has no place there."""
    name = etree.QName(part).localname
    message = UNKNOWN.format(name=name, parent=root.tag)
    return Finding(
        "structure", "unknown", "error", message, f"{root.tag!s}/{name}", (), part.sourceline
    )


class _Walk:
    def __init__(self, record: Node, number: int, cls: type[Element]) -> None:
        self.record, self.number, self.cls = record, number, cls

    def element(self, element: Node, shape: Shape) -> Iterator[Finding]:
        yield from self.attributes(element, shape)
        if shape.text is not None:
            yield from self.bare(element, shape.text)
            return
        if _has_text(element):
            yield self.finding("text", element, STRAY_TEXT, parent=element.tag)
        yield from self.sequence(element, shape)

    def attributes(self, element: Node, shape: Shape) -> Iterator[Finding]:
        for raw_name, value in element.attrib.items():
            name = str(raw_name)
            known = shape.attributes.get("xml:lang" if name == f"{XML}lang" else name)
            if known is not None:
                yield from self.attribute(element, known, str(value))
            elif not _allowed(name, sealed=shape.sealed):
                shown = name.replace(XML, "xml:")
                yield self.finding(
                    "unknown-attribute",
                    element,
                    UNKNOWN_ATTRIBUTE,
                    f"@{shown}",
                    parent=element.tag,
                    name=shown,
                )
            elif name in ON_ANY and not ON_ANY[name].accepts(str(value)):
                yield self.wrong_value(element, f"@{name}", ON_ANY[name], str(value))
        for one in shape.attributes.values():
            if one.required and one.name not in element.attrib:
                yield self.finding(
                    "missing-attribute",
                    element,
                    MISSING_ATTRIBUTE,
                    f"@{one.name}",
                    parent=element.tag,
                    name=one.name,
                )

    def attribute(self, element: Node, known: AttributeShape, value: str) -> Iterator[Finding]:
        if not known.kind.accepts(value):
            yield self.wrong_value(element, f"@{known.name}", known.kind, value)

    def bare(self, element: Node, kind: Kind) -> Iterator[Finding]:
        if len(element):
            yield self.finding("parts", element, NO_PARTS, parent=element.tag)
        elif not kind.accepts(element.text or ""):
            yield self.wrong_value(element, "text()", kind, element.text or "")

    def leaf(self, element: Node, known: ChildShape) -> Iterator[Finding]:
        if known.anything:
            return
        for name in element.attrib:
            if not str(name).startswith(SCHEMA_INSTANCE):
                shown = str(name).replace(XML, "xml:")
                yield self.finding(
                    "unknown-attribute",
                    element,
                    UNKNOWN_ATTRIBUTE,
                    f"@{shown}",
                    parent=element.tag,
                    name=shown,
                )
        assert known.kind is not None
        yield from self.bare(element, known.kind)

    def sequence(self, element: Node, shape: Shape) -> Iterator[Finding]:
        order = _Order(shape)
        for part in element:
            name = str(part.tag)
            known = order.known(name)
            if known is None:
                if not order.foreign(name):
                    yield self.unknown(element, part)
                continue
            fault = order.take(known)
            if fault is not None:
                rule, message, before = fault
                yield self.finding(
                    rule, part, message, name=name, parent=element.tag, before=before
                )
            if known.shape is not None:
                yield from self.element(part, known.shape)
            else:
                yield from self.leaf(part, known)
        for name in order.missing():
            yield self.finding("missing", element, MISSING, name, name=name, parent=element.tag)

    def unknown(self, element: Node, part: Node) -> Finding:
        name = etree.QName(part).localname
        return self.finding("unknown", part, UNKNOWN, name=name, parent=element.tag)

    def wrong_value(self, element: Node, part: str, kind: Kind, value: str) -> Finding:
        shown = value if len(value) <= LONGEST_SHOWN else f"{value[:LONGEST_SHOWN]}…"
        return self.finding("value", element, VALUE, part, value=shown, kind=kind.title)

    def finding(
        self, rule: str, element: Node, message: Text, part: str = "", **facts: object
    ) -> Finding:
        place = place_of(element, self.record, self.number, self.cls, part)
        return Finding(
            "structure",
            rule,
            "error",
            message.format(**facts),
            place.path,
            place.model_path,
            place.line,
        )


class _Order:
    """How far the parts of one element have come in the order of the standard."""

    def __init__(self, shape: Shape) -> None:
        self.shape = shape
        self.place = 0
        self.counts = [0] * len(shape.children)
        self.foreign_seen = False

    def known(self, name: str) -> ChildShape | None:
        here = self.shape.places.get(name)
        return None if here is None else self.shape.children[here]

    def foreign(self, name: str) -> bool:
        """Note a part that is not the standard's own; whether it may stand here."""
        if not name.startswith("{"):
            return False
        self.foreign_seen = True
        return self.place <= self.shape.foreign_at

    def take(self, known: ChildShape) -> tuple[str, Text, str] | None:
        """Note a part; what is wrong with its place, if anything."""
        here = self.shape.places[known.name]
        self.counts[here] += 1
        if here < self.place:
            return "order", ORDER, self.shape.children[self.place].name
        self.place = here
        if self.foreign_seen and here < self.shape.foreign_at:
            return "order", FOREIGN_LAST, ""
        if self.counts[here] > 1 and not known.repeated:
            return "once", ONCE, ""
        return None

    def missing(self) -> Iterator[str]:
        for here, known in enumerate(self.shape.children):
            if known.required and not self.counts[here]:
                yield known.name


def _allowed(name: str, *, sealed: bool) -> bool:
    if name.startswith(SCHEMA_INSTANCE):
        return True
    return name.startswith("{") and not sealed


def _has_text(element: Node) -> bool:
    if element.text and not element.text.isspace():
        return True
    return any(part.tail and not part.tail.isspace() for part in element)
