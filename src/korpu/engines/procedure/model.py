"""The words of a procedure: what a declaration says once it has been read and found sound."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from korpu.kernel.texts import Text

FactValue = bool | int | str | date | None
FactKind = Literal["yes_no", "number", "text", "date"]
Confidence = Literal["seen", "seen_in_part", "weak", "unverified"]
CONFIDENCES: tuple[Confidence, ...] = ("seen", "seen_in_part", "weak", "unverified")
DeadlineKind = Literal["planned", "service", "statutory"]
Unit = Literal["calendar_days", "working_days", "months", "times"]
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

STAY = "stay"
"""``Act.to_status`` of an act that leaves the case where it is."""
BACK = "back"
"""``Act.to_status`` of an act that returns the case to the status it came from."""


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
class Fact:
    """Something a case knows or does not know.

    Attributes:
        from_acts: true when only acts of this procedure set it; false when the business that runs
            the case supplies it from outside.
    """

    id: str
    title: Text
    kind: FactKind
    from_acts: bool


@dataclass(frozen=True, slots=True)
class Status:
    """Where a case can stand; an open one is waited for by its ``owner`` role or by a deadline."""

    id: str
    title: Text
    owner: str | None
    final: bool


@dataclass(frozen=True, slots=True)
class Condition:
    """What must hold before an act, and the sentence that refuses it.

    Attributes:
        subject: a fact's id, or a deadline's id for ``has_passed`` and ``has_not_passed``.
        value: what the fact is compared with; null for the operators that compare nothing.
    """

    subject: str
    operator: Operator
    value: FactValue
    sentence: Text
    citation: Citation | None

    @property
    def on_deadline(self) -> bool:
        return self.operator in {"has_passed", "has_not_passed"}


@dataclass(frozen=True, slots=True)
class Remedy:
    """What a person can do against a refusal, and until when; ``str()`` is the sentence.

    Attributes:
        sentence: complete, the term in force when the procedure was read filled in.
        parameter: that term; null when the remedy has none.
    """

    sentence: Text
    parameter: Parameter | None
    law: tuple[Citation, ...]

    def __str__(self) -> str:
        return str(self.sentence)


@dataclass(frozen=True, slots=True)
class Act:
    """Something a person does that a case records.

    Attributes:
        roles: who may do it.
        from_statuses: statuses it may be done in; empty for an act that opens a case.
        to_status: a status's id, ``stay`` or ``back``.
        facts_required: facts the act itself must carry in its log entry.
        sets: facts it establishes.
        discretion: only a person decides it; no deadline may propose it.
    """

    id: str
    title: Text
    roles: frozenset[str]
    from_statuses: tuple[str, ...]
    to_status: str
    opening: bool
    conditions: tuple[Condition, ...]
    facts_required: tuple[str, ...]
    sets: Mapping[str, FactValue]
    reasons_required: bool
    refuses: bool
    discretion: bool
    remedy: Remedy | None
    letter: str | None
    law: tuple[Citation, ...]


@dataclass(frozen=True, slots=True)
class Anchor:
    """The event a term is counted from: an act, on its day of effect.

    Attributes:
        fact: count from this date of the act's facts instead.
        or_act: when that fact is not on file, count from the act itself.
        lapse_of: count from the end of this other deadline: the law's own event is the lapse.
    """

    act: str | None
    fact: str | None = None
    or_act: bool = False
    lapse_of: str | None = None


@dataclass(frozen=True, slots=True)
class Extension:
    """A bounded lengthening: by ``parameter`` each time, at most ``at_most`` times."""

    act: str
    parameter: Parameter
    at_most: Parameter


@dataclass(frozen=True, slots=True)
class Suspension:
    """Acts that stop the clock and start it again; a day with the clock stopped does not count."""

    suspended_by: frozenset[str]
    resumed_by: frozenset[str]
    citation: Citation


@dataclass(frozen=True, slots=True)
class Deadline:
    """A term: how long, from what, on whose calendar, and what its lapse means.

    Attributes:
        direction: ``before`` counts backwards from the anchor.
        restarted_by: acts that interrupt the term: it starts again in full.
        proposes: the act a person is asked to confirm once the term has passed.
        escalates_to: the role that is told when it has.
        binds: ``service`` where the term is the service's own; any other is a person's, which no
            change of a calendar after it began may shorten.
    """

    id: str
    title: Text
    kind: DeadlineKind
    parameter: Parameter
    calendar: str
    direction: Literal["after", "before"]
    roll: Roll
    starts_with: tuple[Anchor, ...]
    met_by: frozenset[str]
    cancelled_by: frozenset[str]
    restarted_by: frozenset[str]
    suspension: Suspension | None
    extension: Extension | None
    effect: str | None
    proposes: str | None
    escalates_to: str | None
    law: tuple[Citation, ...]
    binds: Literal["person", "service"] = "person"


@dataclass(frozen=True, slots=True)
class Transition:
    """What a version says of the cases already running when it comes into force.

    Attributes:
        running: ``keep`` their own version, or ``move``: the law puts them under this one; they are
            moved by a plan that is proven against each log, never by themselves.
    """

    running: Literal["keep", "move"]
    citation: Citation


@dataclass(frozen=True, slots=True)
class Procedure:
    """One version of one procedure, complete.

    Attributes:
        version: the version's name; a case pins it together with ``id``.
        valid_from: first day new cases open under it.
        valid_until: last such day, inclusive; null means until further notice.
        digest: SHA-256 over everything the declaration says, parameters included.
        role_titles: how the jurisdiction calls the roles; not part of the digest.
        transition: the clause for cases already running; null: they keep their version.
        formerly: acts of earlier versions by what they are called in this one.
    """

    id: str
    version: str
    valid_from: date
    valid_until: date | None
    title: Text
    facts: Mapping[str, Fact]
    statuses: Mapping[str, Status]
    acts: Mapping[str, Act]
    deadlines: Mapping[str, Deadline]
    law: tuple[Citation, ...]
    digest: str = ""
    role_titles: Mapping[str, Text] = field(default_factory=dict)
    transition: Transition | None = None
    formerly: Mapping[str, str] = field(default_factory=dict)

    def act_called(self, name: str) -> Act | None:
        """The act of that name, also of its name in an earlier version; null: there is none."""
        return self.acts.get(name) or self.acts.get(self.formerly.get(name, ""))

    @property
    def opening_acts(self) -> tuple[Act, ...]:
        return tuple(act for act in self.acts.values() if act.opening)

    @property
    def roles(self) -> frozenset[str]:
        """Every role the declaration names."""
        owners = {status.owner for status in self.statuses.values() if status.owner}
        told = {rule.escalates_to for rule in self.deadlines.values() if rule.escalates_to}
        return frozenset(owners | told).union(*(act.roles for act in self.acts.values()))
