"""From an element of a file to the model, keeping an account of what had no place in it."""

from dataclasses import dataclass
from typing import Any, TypeVar, cast

from korpu.engines.iati.declaring import XML, ChildShape, Element, Node, Shape, shape_of
from korpu.engines.iati.findings import place_of
from korpu.engines.iati.values import Kind, Lost
from korpu.kernel.texts import Text

T = TypeVar("T", bound=Element)

FOREIGN = Text(
    az="Standartdan kənar hissə: saxlanılmır.",
    en="Not a part of the standard: it is not kept.",
    ru="Не входит в стандарт: не сохраняется.",
)
NO_PLACE = Text(
    az="Dəyərin bir hissəsi (saat qurşağı, mikrosaniyədən kiçik kəsr və ya 1–9999-dan kənar il) "
    "saxlanılmır.",
    en="A part of the value (a time zone of a date, less than a microsecond, or a year outside "
    "1–9999) is not kept.",
    ru="Часть значения (часовой пояс даты, доли меньше микросекунды или год вне 1–9999) "
    "не сохраняется.",
)
WRONG = Text(
    az="Dəyər standarta uyğun deyil: saxlanılmır.",
    en="The value does not fit the standard: it is not kept.",
    ru="Значение не соответствует стандарту: не сохраняется.",
)
SECOND = Text(
    az="Yalnız bir dəfə ola bilər: birincisi saxlanılır.",
    en="It may stand only once: the first is kept.",
    ru="Может стоять только один раз: сохраняется первое.",
)


@dataclass(frozen=True, slots=True)
class NotUnderstood:
    """One thing of a file that the model has no place for."""

    path: str
    line: int | None
    value: str
    why: Text


@dataclass(frozen=True, slots=True)
class Reading:
    """A record as the model holds it, and what of the file is not in it."""

    record: Element
    not_understood: tuple[NotUnderstood, ...]


def read_record(element: Node, number: int, cls: type[T]) -> tuple[T, "Reading"]:
    """Read one activity or organisation.

    Everything the record holds is either in the model or in ``not_understood``; nothing is
    guessed. A record that does not fit the standard is read as far as it does.
    """
    reader = _Reader(element, number, cls)
    record = cast("T", reader.element(element, shape_of(cls)))
    return record, Reading(record, tuple(reader.rest))


class _Reader:
    def __init__(self, record: Node, number: int, cls: type[Element]) -> None:
        self.record, self.number, self.cls = record, number, cls
        self.rest: list[NotUnderstood] = []

    def element(self, element: Node, shape: Shape) -> Element:
        values: dict[str, Any] = {}
        for raw_name, raw in element.attrib.items():
            name = "xml:lang" if raw_name == f"{XML}lang" else str(raw_name)
            known = shape.attributes.get(name)
            if known is None:
                self.leave(element, f"@{name.replace(XML, 'xml:')}", str(raw), FOREIGN)
                continue
            values[known.field] = self.value(element, f"@{name}", known.kind, str(raw))
        if shape.text is not None:
            values[shape.text_field] = self.value(element, "text()", shape.text, element.text or "")
            for part in element:
                self.leave(part, "", _summary(part), FOREIGN)
        else:
            self.parts(element, shape, values)
        return shape.cls(**values)

    def parts(self, element: Node, shape: Shape, values: dict[str, Any]) -> None:
        stray = " ".join(
            text.strip() for text in (element.text, *(part.tail for part in element)) if text
        ).strip()
        if stray:
            self.leave(element, "text()", stray, FOREIGN)
        for part in element:
            here = shape.places.get(str(part.tag))
            if here is None:
                self.leave(part, "", _summary(part), FOREIGN)
                continue
            known = shape.children[here]
            if known.repeated:
                values.setdefault(known.field, []).append(self.part(part, known))
            elif known.field in values:
                self.leave(part, "", _summary(part), SECOND)
            else:
                values[known.field] = self.part(part, known)
        for known in shape.children:
            if known.repeated and known.field in values:
                values[known.field] = tuple(values[known.field])

    def part(self, part: Node, known: ChildShape) -> Any:
        if known.shape is not None:
            return self.element(part, known.shape)
        for raw_name, raw in part.attrib.items():
            self.leave(part, f"@{str(raw_name).replace(XML, 'xml:')}", str(raw), FOREIGN)
        for inner in part:
            self.leave(inner, "", _summary(inner), FOREIGN)
        assert known.kind is not None
        return self.value(part, "text()", known.kind, part.text or "")

    def value(self, element: Node, part: str, kind: Kind, raw: str) -> Any:
        text = kind.normal(raw)
        if not kind.fits(text):
            self.leave(element, part, raw, WRONG)
            return None
        try:
            return kind.read(text)
        except Lost as lost:
            self.leave(element, part, raw, NO_PLACE)
            return lost.kept

    def leave(self, element: Node, part: str, value: str, why: Text) -> None:
        place = place_of(element, self.record, self.number, self.cls, part)
        self.rest.append(NotUnderstood(place.path, place.line, value, why))


def _summary(element: Node) -> str:
    words = [*(str(value) for value in element.attrib.values()), *element.itertext()]
    return " ".join(" ".join(words).split())[:200]
