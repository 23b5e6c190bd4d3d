"""Whether a record has the parts the standard asks for, in its order, with values of its kinds.

This check explains: it walks the record against the model and says at each place what is wrong.
:mod:`korpu.engines.iati.fast` answers the same question with yes or no, sooner.

Standard: IATI 2.03, iati-activities-schema.xsd and iati-organisations-schema.xsd.
"""

from collections.abc import Iterator
from dataclasses import replace

from lxml import etree

from korpu.engines.iati.declaring import XML, AttributeShape, ChildShape, Element, Shape, shape_of
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


def check_structure(record: etree._Element, number: int, cls: type[Element]) -> list[Finding]:
    """Everything in a record that the standard's structure does not allow; empty when it is valid.

    Args:
        record: the activity or organisation.
        number: which record of the file it is, from one.
        cls: ``Activity`` or ``Organisation``.
    """
    return list(_Walk(record, number, cls).element(record, shape_of(cls)))


def check_root(root: etree._Element, cls: type[Element]) -> list[Finding]:
    """What is wrong with the attributes of a file's first element, and with text beside records."""
    walk = _Walk(root, 1, cls)
    return [
        replace(finding, path=finding.path.replace("[1]", "", 1))
        for finding in walk.attributes(root, shape_of(cls))
    ]


def stray_part(part: etree._Element, root: etree._Element) -> Finding:
    """An element between the records that has no place there."""
    name = etree.QName(part).localname
    message = UNKNOWN.format(name=name, parent=root.tag)
    return Finding(
        "structure", "unknown", "error", message, f"{root.tag}/{name}", (), part.sourceline
    )


class _Walk:
    def __init__(self, record: etree._Element, number: int, cls: type[Element]) -> None:
        self.record, self.number, self.cls = record, number, cls

    def element(self, element: etree._Element, shape: Shape) -> Iterator[Finding]:
        yield from self.attributes(element, shape)
        if shape.text is not None:
            yield from self.bare(element, shape.text)
            return
        if _has_text(element):
            yield self.finding("text", element, STRAY_TEXT, parent=element.tag)
        yield from self.sequence(element, shape)

    def attributes(self, element: etree._Element, shape: Shape) -> Iterator[Finding]:
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

    def attribute(
        self, element: etree._Element, known: AttributeShape, value: str
    ) -> Iterator[Finding]:
        if not known.kind.accepts(value):
            yield self.wrong_value(element, f"@{known.name}", known.kind, value)

    def bare(self, element: etree._Element, kind: Kind) -> Iterator[Finding]:
        if len(element):
            yield self.finding("parts", element, NO_PARTS, parent=element.tag)
        elif not kind.accepts(element.text or ""):
            yield self.wrong_value(element, "text()", kind, element.text or "")

    def leaf(self, element: etree._Element, known: ChildShape) -> Iterator[Finding]:
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

    def sequence(self, element: etree._Element, shape: Shape) -> Iterator[Finding]:
        place, counts = 0, [0] * len(shape.children)
        foreign_seen = False
        for part in element:
            name = str(part.tag)
            if name.startswith("{"):
                foreign_seen = True
                if place > shape.foreign_at:
                    yield self.unknown(element, part)
                continue
            here = shape.places.get(name)
            if here is None:
                yield self.unknown(element, part)
                continue
            known = shape.children[here]
            counts[here] += 1
            if here < place:
                before = shape.children[place].name
                yield self.finding("order", part, ORDER, name=name, before=before)
            elif foreign_seen and here < shape.foreign_at:
                yield self.finding("order", part, FOREIGN_LAST, name=name)
            elif counts[here] > 1 and not known.repeated:
                yield self.finding("once", part, ONCE, name=name, parent=element.tag)
            place = max(place, here)
            if known.shape is not None:
                yield from self.element(part, known.shape)
            else:
                yield from self.leaf(part, known)
        for here, known in enumerate(shape.children):
            if known.required and not counts[here]:
                yield self.finding(
                    "missing", element, MISSING, known.name, name=known.name, parent=element.tag
                )

    def unknown(self, element: etree._Element, part: etree._Element) -> Finding:
        name = etree.QName(part).localname
        return self.finding("unknown", part, UNKNOWN, name=name, parent=element.tag)

    def wrong_value(self, element: etree._Element, part: str, kind: Kind, value: str) -> Finding:
        shown = value if len(value) <= LONGEST_SHOWN else f"{value[:LONGEST_SHOWN]}…"
        return self.finding("value", element, VALUE, part, value=shown, kind=kind.title)

    def finding(
        self, rule: str, element: etree._Element, message: Text, part: str = "", **facts: object
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


def _allowed(name: str, *, sealed: bool) -> bool:
    if name.startswith(SCHEMA_INSTANCE):
        return True
    return name.startswith("{") and not sealed


def _has_text(element: etree._Element) -> bool:
    if element.text and not element.text.isspace():
        return True
    return any(part.tail and not part.tail.isspace() for part in element)
