"""Finding the parts of a record that a rule speaks of.

A rule names its parts in XPath. Most of them are plain (``budget/value/@currency``), and a plain
path is walked here without the XPath engine, which is several times faster; the rest is compiled
once. Both give the same spots.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from lxml import etree

from korpu.engines.iati.declaring import XML, Node

_NAMESPACES = {"xml": "http://www.w3.org/XML/1998/namespace"}
_NAME = r"[A-Za-z][\w.-]*"
_PLAIN = re.compile(rf"\.//{_NAME}|(?:\.//{_NAME}/)?(?:{_NAME}/)*(?:{_NAME}|@(?:xml:)?{_NAME})")


@dataclass(frozen=True, slots=True)
class Spot:
    """One part a path found: an element, or an attribute or the text of one."""

    element: Node
    part: str
    text: str


Finder = Callable[[Node], Sequence[Spot]]


@cache
def finder(path: str) -> Finder:
    """The spots a path leads to, from an element."""
    return _plain(path) if _PLAIN.fullmatch(path) else _by_xpath(path)


@cache
def truth(expression: str) -> Callable[[Node], bool]:
    """Whether an XPath expression holds at an element."""
    compiled = etree.XPath(f"boolean({expression})", namespaces=_NAMESPACES)

    def holds(element: Node) -> bool:
        return bool(compiled(element))

    return holds


def _plain(path: str) -> Finder:
    deep, path = _deep(path)
    steps = path.split("/") if path else []
    attribute = steps.pop() if steps and steps[-1].startswith("@") else ""
    name = attribute[1:].replace("xml:", XML)

    def find(element: Node) -> Sequence[Spot]:
        found = list(element.iter(deep)) if deep else [element]
        for step in steps:
            found = [inner for outer in found for inner in outer.iterchildren(step)]
            if not found:
                return ()
        if not attribute:
            return [Spot(each, "", each.text or "") for each in found]
        return [
            Spot(each, attribute, str(value))
            for each in found
            if (value := each.get(name)) is not None
        ]

    return find


def _deep(path: str) -> tuple[str, str]:
    """``.//narrative/@xml:lang`` begins at every narrative, the rest is an ordinary path."""
    if not path.startswith(".//"):
        return "", path
    name, _, rest = path[3:].partition("/")
    return name, rest


def _by_xpath(path: str) -> Finder:
    compiled = etree.XPath(path, namespaces=_NAMESPACES)

    def find(element: Node) -> Sequence[Spot]:
        found: Any = compiled(element)
        return [_spot(each) for each in found]

    return find


def _spot(found: Any) -> Spot:
    if isinstance(found, Node):
        return Spot(found, "", found.text or "")
    part = f"@{found.attrname}".replace(XML, "xml:") if found.is_attribute else "text()"
    return Spot(found.getparent(), part, str(found))


def contexts(context: str) -> str:
    """A context of the standard, which starts at the file, as a path that starts at a record."""
    return " | ".join(_relative(each.strip()) for each in context.split(" | "))


def _relative(context: str) -> str:
    for root in ("/iati-activities/iati-activity", "/iati-organisations/iati-organisation"):
        if context.startswith(root):
            return f"self::{root.rpartition('/')[2]}{context[len(root) :]}"
    if context.startswith("//"):
        plain = "/" not in context[2:] and "[" not in context
        return f".//{context[2:]}" if plain else f"descendant-or-self::{context[2:]}"
    return context
