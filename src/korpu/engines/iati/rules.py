"""The rules a record must keep beyond its structure, and the checks behind each kind of rule.

Standard: IATI Rulesets 2.03. The kinds are those of its specification, with what the
specification leaves out: ``NOW`` stands for the moment of the check in rules on the order of dates.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from korpu.engines.iati.declaring import Element, Node
from korpu.engines.iati.findings import Finding, Severity, place_of
from korpu.engines.iati.paths import Spot, contexts, finder, truth
from korpu.engines.iati.rulekinds import KINDS, Asked
from korpu.kernel.texts import Text

DATA = Path(__file__).parent / "data"


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule.

    Attributes:
        id: its number in the standard's ruleset.
        context: an XPath from the file: the elements the rule is asked at.
        kind: which check; see :mod:`korpu.engines.iati.rulekinds`.
        case: what the check needs: paths, dates, a sum.
        condition: an XPath; where it does not hold the rule is not asked. Empty: always asked.
        each: an XPath; the rule is asked once for every different value it gives, which takes the
            place of ``$1`` in the fields named in ``filled``. Empty: asked once.
    """

    id: str
    severity: Severity
    category: str
    context: str
    kind: str
    message: Text
    case: Mapping[str, Any] = field(hash=False)
    condition: str = ""
    each: str = ""
    filled: frozenset[str] = frozenset()


class Ruleset:
    """Rules, ready to be asked of one record after another."""

    def __init__(self, rules: Sequence[Rule], agencies: frozenset[str] = frozenset()) -> None:
        """Group the rules by context.

        Args:
            rules: in the order in which their findings shall come.
            agencies: the prefixes by which an organisation identifier may begin.
        """
        self.rules = tuple(rules)
        self.agencies = agencies
        grouped: dict[str, list[Rule]] = {}
        for rule in rules:
            grouped.setdefault(contexts(rule.context), []).append(rule)
        self._grouped = tuple(
            (_context_finder(context), tuple(group)) for context, group in grouped.items()
        )

    def check(
        self, record: Node, number: int, cls: type[Element], *, now: datetime
    ) -> list[Finding]:
        """What in a record breaks a rule, in the order of the rules.

        Args:
            record: the activity or organisation.
            number: which record of the file it is, from one.
            cls: ``Activity`` or ``Organisation``.
            now: the moment that dates may not lie after.
        """
        found: list[Finding] = []
        for find, group in self._grouped:
            for element in find(record):
                for rule in group:
                    for spot in _broken(rule, element, Asked(now, self.agencies)):
                        place = place_of(spot.element, record, number, cls, spot.part)
                        found.append(
                            Finding(
                                "rule",
                                rule.id,
                                rule.severity,
                                rule.message,
                                place.path,
                                place.model_path,
                                place.line,
                            )
                        )
        return found


def _context_finder(context: str) -> Callable[[Node], Sequence[Node]]:
    if context in {"self::iati-activity", "self::iati-organisation"}:
        tag = context.removeprefix("self::")
        return lambda record: (record,) if record.tag == tag else ()
    find = finder(context)
    return lambda record: [spot.element for spot in find(record)]


def _broken(rule: Rule, element: Node, asked: Asked) -> Iterator[Spot]:
    for case, condition in _cases(rule, element):
        if condition and not truth(condition)(element):
            continue
        yield from KINDS[rule.kind](element, case, asked)


def _cases(rule: Rule, element: Node) -> Iterator[tuple[Mapping[str, Any], str]]:
    if not rule.each:
        yield rule.case, rule.condition
        return
    for value in dict.fromkeys(spot.text for spot in finder(rule.each)(element)):
        if "'" in value:
            continue  # no code of a vocabulary; it cannot be named in XPath 1.0 either
        case = {key: _fill(rule, key, each, value) for key, each in rule.case.items()}
        yield case, str(_fill(rule, "condition", rule.condition, value))


def _fill(rule: Rule, key: str, given: Any, value: str) -> Any:
    if key not in rule.filled:
        return given
    if isinstance(given, str):
        return given.replace("$1", value)
    if isinstance(given, list):
        return [_fill(rule, key, each, value) for each in given]
    return given


LOOPED = frozenset({"paths", "if", "then", "condition"})


@cache
def standard_rules() -> Ruleset:
    """The rules of the standard in force, with our own sentences."""
    sentences = {
        str(number): Text(**{key: each[key] for key in ("az", "en", "ru")})
        for each in _load("sentences.yaml")
        for number in each["rules"]
    }
    rules = []
    for each in _load("rules.yaml"):
        given = dict(each)
        head = {key: given.pop(key) for key in ("id", "severity", "category", "kind")}
        rules.append(
            Rule(
                **head,
                context=given.pop("at"),
                message=sentences[head["id"]],
                condition=given.pop("condition", ""),
                each=given.pop("each", ""),
                filled=LOOPED,
                case=given,
            )
        )
    return Ruleset(rules, frozenset(_load("agencies.yaml")["codes"].split()))


def read_ruleset(ruleset: Mapping[str, Any], *, agencies: frozenset[str] = frozenset()) -> Ruleset:
    """A ruleset in the JSON form of the IATI standard, such as an organisation's own.

    Args:
        ruleset: the document, parsed.
        agencies: the prefixes by which an organisation identifier may begin.
    """
    rules = [
        rule
        for context, kinds in ruleset.items()
        for kind, body in kinds.items()
        for rule in _official(context, kind, body["cases"])
    ]
    return Ruleset(rules, agencies)


def _official(context: str, kind: str, cases: Sequence[Mapping[str, Any]]) -> Iterator[Rule]:
    for case in cases:
        if kind == "loop":
            for inner, body in case["do"].items():
                for rule in _official(context, inner, body["cases"]):
                    yield _looped(rule, case)
            continue
        given = dict(case)
        about = given.pop("ruleInfo", {})
        message = str(about.get("message", f"{kind} {given}"))
        yield Rule(
            str(about.get("id", "")),
            about.get("severity", "error"),
            str(about.get("category", "")),
            context,
            kind,
            Text(message, message, message),
            condition=given.pop("condition", ""),
            case=given,
        )


def _looped(rule: Rule, case: Mapping[str, Any]) -> Rule:
    return Rule(
        rule.id,
        rule.severity,
        rule.category,
        rule.context,
        rule.kind,
        rule.message,
        case=rule.case,
        condition=rule.condition,
        each=case["foreach"],
        filled=frozenset(case["subs"]),
    )


def _load(name: str) -> Any:
    with (DATA / name).open(encoding="utf-8") as file:
        return yaml.safe_load(file)
