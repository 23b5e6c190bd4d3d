"""The smallest words of a declaration: where a rule comes from, and the numbers it speaks of."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal

from korpu.kernel.texts import Text

FactValue = bool | int | str | date | None
FactKind = Literal["yes_no", "number", "text", "date", "time", "choice"]
Confidence = Literal["seen", "seen_in_part", "weak", "unverified"]
CONFIDENCES: tuple[Confidence, ...] = ("seen", "seen_in_part", "weak", "unverified")
DeadlineKind = Literal["planned", "service", "statutory"]
Bound = Literal["service", "person", "body", "state"]
Unit = Literal["hours", "calendar_days", "working_days", "months", "times"]
Roll = Literal["next_working_day", "previous_working_day", "none"]
Operator = Literal[
    "is",
    "is_not",
    "is_known",
    "not_known_to_be",
    "at_least",
    "at_most",
    "has_passed",
    "has_not_passed",
]


@dataclass(frozen=True, slots=True)
class Citation:
    """Where a rule comes from, and how sure we are of it.

    Attributes:
        confidence: ``seen`` read in the source; ``seen_in_part`` read in an incomplete source;
            ``weak`` secondary text; ``unverified`` an expectation nobody has confirmed.
    """

    instrument: str
    article: str
    confidence: Confidence
    note: str = ""
    source: str = ""


def weakest(confidences: tuple[Confidence, ...]) -> Confidence:
    """The least sure of several; a result is only as good as its weakest input."""
    return max(confidences, key=CONFIDENCES.index)


@dataclass(frozen=True, slots=True)
class ParameterVersion:
    """One quantity in force.

    Attributes:
        quantity: whole units; null when the rule exists and its number is not known: nothing is
            computed from it.
        valid_from: first day in force; null means since the instrument entered into force.
        valid_until: last day in force, inclusive; null means until further notice.
    """

    quantity: int | None
    citation: Citation
    valid_from: date | None = None
    valid_until: date | None = None

    def in_force(self, on: date) -> bool:
        return (self.valid_from is None or self.valid_from <= on) and (
            self.valid_until is None or on <= self.valid_until
        )


@dataclass(frozen=True, slots=True)
class Parameter:
    """A number of the law, dated and cited, that never stands in code."""

    id: str
    title: Text
    unit: Unit
    versions: tuple[ParameterVersion, ...]

    def on(self, day: date) -> ParameterVersion | None:
        """The version in force on ``day``; null when none was."""
        return next((version for version in self.versions if version.in_force(day)), None)


@dataclass(frozen=True, slots=True)
class TableRow:
    """One line of a decision table: for these values, this number of the law.

    Attributes:
        when: allowed values by input; an input left out takes any value.
    """

    when: Mapping[str, tuple[FactValue, ...]]
    parameter: Parameter

    def matches(self, facts: Mapping[str, FactValue]) -> bool:
        return all(facts.get(name) in values for name, values in self.when.items())


@dataclass(frozen=True, slots=True)
class Table:
    """Which number of the law applies to which case; proven complete and unambiguous.

    Attributes:
        inputs: facts it asks, each a choice or a yes or no.
    """

    id: str
    title: Text
    inputs: tuple[str, ...]
    rows: tuple[TableRow, ...]
    law: tuple[Citation, ...]

    def choose(self, facts: Mapping[str, FactValue]) -> Parameter | None:
        """The number for these facts; null while one it asks for is unknown."""
        if any(facts.get(name) is None for name in self.inputs):
            return None
        return next((row.parameter for row in self.rows if row.matches(facts)), None)
