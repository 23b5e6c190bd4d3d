"""What a check of the zone can find, and the rules it finds it by."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Literal

import yaml

from korpu.engines.mrtd.layouts import FieldName, Layout
from korpu.kernel.texts import Text

DATA = Path(__file__).parent / "data"

Kind = Literal["fault", "deviation", "uncheckable", "notice"]


@dataclass(frozen=True, slots=True)
class Deviation:
    """A way of not conforming that genuine documents are known for.

    Attributes:
        type: the standard's word, ``MRZ-WrongCheckDigit``.
        oid: its object identifier.
        confidence: how well it is known: ``seen``, ``seen_in_part`` or ``weak``.
        source: where it was seen; empty where the rule itself says so.

    Standard: ICAO Doc 9303-3, 7.3.5.
    """

    type: str
    oid: str
    confidence: str
    source: str = ""


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing a check found.

    Attributes:
        kind: ``fault`` (against the standard), ``deviation`` (against it, but known of genuine
            documents), ``uncheckable`` (the zone alone cannot tell), ``notice`` (nothing wrong).
        rule: the rule's short name, stable.
        field: the field it is about, ``None`` for lines and characters.
        line: from one; 0 when it is about the whole zone.
        first: first position in the line, from one; 0 when it is about the whole line.
        last: last position, inclusive.
        paragraph: of Doc 9303, such as ``9303-3, 4.9``.
        message: a plain sentence; holds at most a check digit of the document, no data of a person.
        deviation: set when ``kind`` is ``deviation``.
    """

    kind: Kind
    rule: str
    field: FieldName | None
    line: int
    first: int
    last: int
    paragraph: str
    message: Text
    deviation: Deviation | None = None


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule as declared in ``data/rules.yaml``."""

    id: str
    kind: Kind
    field: FieldName | None
    paragraph: str
    message: Text


@cache
def rules() -> Mapping[str, Rule]:
    """Every rule by its short name."""
    return {
        name: Rule(name, each["kind"], each.get("field"), each["paragraph"], text_of(each))
        for name, each in load("rules.yaml").items()
    }


@cache
def oids() -> Mapping[str, str]:
    """The vocabulary of deviations: type to object identifier."""
    return dict(load("deviations.yaml")["vocabulary"])


def text_of(declared: Mapping[str, Any]) -> Text:
    """The sentence of a declared mapping that holds ``az``, ``en`` and ``ru``."""
    return Text(az=declared["az"], en=declared["en"], ru=declared["ru"])


@cache
def load(name: str) -> Any:
    """A file of the engine's own data, read once; not to be changed."""
    return yaml.safe_load((DATA / name).read_text(encoding="utf-8"))


def finding(
    rule: str,
    layout: Layout,
    *,
    field: FieldName | None = None,
    positions: tuple[int, int] | None = None,
    values: Mapping[str, object] | None = None,
) -> Finding:
    """A finding at a field.

    Args:
        rule: its short name.
        layout: the format at hand.
        field: the field, where it is not the rule's own.
        positions: first and last position in the line, where not the whole field is meant.
        values: what the sentence speaks of.
    """
    declared = rules()[rule]
    name = field or declared.field
    where = layout.fields[name] if name else None
    first, last = positions or ((where.first, where.last) if where else (0, 0))
    return Finding(
        declared.kind,
        rule,
        name,
        where.line if where else 0,
        first,
        last,
        paragraph_of(declared, layout),
        declared.message.format(**values) if values else declared.message,
        Deviation("MRZ-WrongData", oids()["MRZ-WrongData"], "seen")
        if declared.kind == "deviation"
        else None,
    )


def finding_at(rule: str, line: int, positions: tuple[int, int], **values: object) -> Finding:
    """A finding about lines and characters, before the format is known."""
    declared = rules()[rule]
    message = declared.message.format(**values) if values else declared.message
    return Finding(declared.kind, rule, None, line, *positions, declared.paragraph, message)


def paragraph_of(rule: Rule, layout: Layout) -> str:
    """The paragraph of Doc 9303 for this format; of the structure, the paragraph of the line."""
    found = layout.paragraphs.get(rule.paragraph, rule.paragraph)
    if rule.paragraph == "structure" and rule.field:
        return f"{found}.{layout.fields[rule.field].line}"
    return found
