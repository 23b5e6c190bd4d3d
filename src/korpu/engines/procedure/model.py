"""The words of a procedure: what a declaration says once it has been read and found sound."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from korpu.engines.procedure.model_deadlines import (
    Anchor,
    CalendarChoice,
    Deadline,
    Extension,
    Suspension,
)
from korpu.engines.procedure.model_parts import (
    CONFIDENCES,
    Bound,
    Citation,
    Confidence,
    DeadlineKind,
    FactKind,
    FactValue,
    Operator,
    Parameter,
    ParameterVersion,
    Roll,
    Table,
    TableRow,
    Unit,
    weakest,
)
from korpu.kernel.texts import Text

__all__ = [
    "BACK", "CONFIDENCES", "STAY", "Act", "Anchor", "Bound", "Branch", "CalendarChoice",
    "Citation", "Condition", "Confidence", "Deadline", "DeadlineKind", "Extension", "Fact",
    "FactKind", "FactValue", "Operator", "Parameter", "ParameterVersion", "Procedure", "Remedy",
    "Roll", "Separation", "Status", "Suspension", "Table", "TableRow", "Transition", "Unit",
    "Wait", "weakest",
]  # fmt: skip

STAY = "stay"
"""``Act.to_status`` of an act that leaves the case where it is."""
BACK = "back"
"""``Act.to_status`` of an act that returns the case to the status it came from."""


@dataclass(frozen=True, slots=True)
class Fact:
    """Something a case knows or does not know.

    Attributes:
        from_acts: true when only acts of this procedure set it; false when the business that runs
            the case supplies it from outside.
        values: the answers of a choice by code, in the order declared; empty for other kinds.
    """

    id: str
    title: Text
    kind: FactKind
    from_acts: bool
    values: Mapping[str, Text] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Status:
    """Where a case can stand; an open one is waited for by its ``owner`` role or by a deadline.

    Attributes:
        branch: the sub-procedure it belongs to; null on the main way.
    """

    id: str
    title: Text
    owner: str | None
    final: bool
    branch: str | None = None


@dataclass(frozen=True, slots=True)
class Branch:
    """A procedure beside the main one, such as an appeal beside an enforcement.

    It begins with an act that leads from the main way into one of its statuses, once in a case,
    and the case ends when the main way and every branch begun have ended.
    """

    id: str
    title: Text
    law: tuple[Citation, ...]


@dataclass(frozen=True, slots=True)
class Wait:
    """Something asked of another body while the case goes on, with a term of its own.

    Attributes:
        asked_by: acts that ask.
        answered_by: acts that record the answer or call the question off.
        holds_back: acts that are not done while the answer is out.
        required: those acts also need the question to have been asked.
        silence_suffices: once ``deadline`` has passed without an answer they may be done.
        owner: the role that answers.
    """

    id: str
    title: Text
    asked_by: frozenset[str]
    answered_by: frozenset[str]
    deadline: str
    holds_back: frozenset[str]
    required: bool
    silence_suffices: bool
    owner: str | None
    sentence: Text
    law: tuple[Citation, ...]


@dataclass(frozen=True, slots=True)
class Separation:
    """Duties no one person may unite in one case: at most all groups but one.

    Attributes:
        groups: acts by duty, such as request, approve, release.
    """

    title: Text
    groups: tuple[frozenset[str], ...]
    law: tuple[Citation, ...]


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
        also_to: for an act of a branch, the status it moves the main way to.
        other_than: acts whose doer may not do this one in the same case.
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
    also_to: str | None = None
    other_than: frozenset[str] = frozenset()


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
    branches: Mapping[str, Branch] = field(default_factory=dict)
    waits: Mapping[str, Wait] = field(default_factory=dict)
    tables: Mapping[str, Table] = field(default_factory=dict)
    separations: tuple[Separation, ...] = ()

    def act_called(self, name: str) -> Act | None:
        """The act of that name, also of its name in an earlier version; null: there is none."""
        return self.acts.get(name) or self.acts.get(self.formerly.get(name, ""))

    def act(self, name: str) -> Act:
        """The act an entry of a log tells of, by its present or its former name.

        Raises:
            KeyError: the procedure never had such an act.
        """
        found = self.act_called(name)
        if found is None:
            raise KeyError(name)
        return found

    @property
    def opening_acts(self) -> tuple[Act, ...]:
        return tuple(act for act in self.acts.values() if act.opening)

    @property
    def roles(self) -> frozenset[str]:
        """Every role the declaration names."""
        owners = {status.owner for status in self.statuses.values() if status.owner}
        told = {rule.escalates_to for rule in self.deadlines.values() if rule.escalates_to}
        asked = {wait.owner for wait in self.waits.values() if wait.owner}
        return frozenset(owners | told | asked).union(*(act.roles for act in self.acts.values()))
