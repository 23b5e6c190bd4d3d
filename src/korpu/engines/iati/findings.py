"""What a check found: how bad, under which rule, and where, so that a form can point at it."""

from dataclasses import dataclass, replace
from typing import Literal

from lxml import etree

from korpu.engines.iati.declaring import Element, Node, Shape, shape_of, xml_name
from korpu.kernel.texts import Text

Severity = Literal["error", "warning"]
Family = Literal["file", "version", "structure", "rule", "codelist"]
ModelPath = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that is wrong, or unwise, in a file.

    Attributes:
        family: which check found it: the file itself (not readable, too large), its version, the
            structure of the standard, a rule of the standard's ruleset, or a code list.
        rule: the rule's number in the ruleset, or a short name within its family.
        path: the element or attribute in the file, counted from one:
            ``iati-activity[2]/budget[1]/value/@currency``.
        model_path: the same as fields of the record, counted from zero:
            ``("budget", 0, "value", "currency")``; empty where it concerns the whole record.
        line: line of the file, None where the record was never written to one.
        record: the identifier of the activity or organisation, empty where it has none.
        message: what is wrong and what to do, in every language.
    """

    family: Family
    rule: str
    severity: Severity
    message: Text
    path: str = ""
    model_path: ModelPath = ()
    line: int | None = None
    record: str = ""

    def within(self, record: str) -> "Finding":
        """The same finding, saying which record it is about."""
        return replace(self, record=record)


@dataclass(frozen=True, slots=True)
class Place:
    """A spot in a file, for :class:`Finding`."""

    path: str
    model_path: ModelPath
    line: int | None


def place_of(element: Node, record: Node, number: int, cls: type[Element], part: str = "") -> Place:
    """Where an element of a record stands.

    Args:
        element: the element; ``record`` itself or one below it.
        record: the activity or organisation.
        number: which record of the file it is, from one.
        cls: the class of the record.
        part: the name of a child or an attribute (``@name``) of the element that is meant.
    """
    chain: list[Node] = []
    at: Node | None = element
    while at is not None and at is not record:
        chain.append(at)
        at = at.getparent()
    steps = [f"{record.tag!s}[{number}]"]
    fields: list[str | int] = []
    shape: Shape | None = shape_of(cls)
    for each in reversed(chain):
        name, index, alone = _among_siblings(each)
        shape = _descend(shape, name, index, fields)
        steps.append(name if alone and not _repeats(fields) else f"{name}[{index + 1}]")
    if part:
        steps.append(part)
        _finish(shape, part, fields)
    return Place("/".join(steps), tuple(fields), element.sourceline)


def _among_siblings(element: Node) -> tuple[str, int, bool]:
    tag = str(element.tag)
    before = len(list(element.itersiblings(tag, preceding=True)))
    after = next(element.itersiblings(tag), None)
    return _shown(element), before, not before and after is None


def _shown(element: Node) -> str:
    name = etree.QName(element)
    return f"{element.prefix}:{name.localname}" if element.prefix else name.localname


def _descend(shape: Shape | None, name: str, index: int, fields: list[str | int]) -> Shape | None:
    if shape is None or name not in shape.places:
        return None
    known = shape.children[shape.places[name]]
    fields.append(known.field)
    if known.repeated:
        fields.append(index)
    return known.shape


def _repeats(fields: list[str | int]) -> bool:
    return bool(fields) and isinstance(fields[-1], int)


def _finish(shape: Shape | None, part: str, fields: list[str | int]) -> None:
    if shape is None:
        return
    if part.startswith("@"):
        known = shape.attributes.get(part[1:])
        if known:
            fields.append(known.field)
    elif part == "text()":
        fields.append(shape.text_field)
    elif part in shape.places:
        fields.append(shape.children[shape.places[part]].field)


def path_of_fields(cls: type[Element], fields: ModelPath) -> str:
    """The path in a file of a place in the model: the inverse of ``Finding.model_path``."""
    steps: list[str] = []
    for each in fields:
        if isinstance(each, int):
            steps[-1] = f"{steps[-1]}[{each + 1}]"
        else:
            steps.append(xml_name(each))
    shape = shape_of(cls)
    for depth, step in enumerate(steps):
        name = step.partition("[")[0]
        if name in shape.attributes:
            steps[depth] = f"@{name}"
            break
        inner = shape.children[shape.places[name]].shape if name in shape.places else None
        if inner is None:
            break
        shape = inner
    return "/".join(steps)
