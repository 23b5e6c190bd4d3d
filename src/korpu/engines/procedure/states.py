"""What a case is: its log, and what the log comes to on a day."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Literal

from korpu.engines.procedure.model import (
    Act,
    Bound,
    Citation,
    Confidence,
    DeadlineKind,
    FactValue,
)
from korpu.kernel.texts import Text

DeadlineCondition = Literal[
    "running", "suspended", "met", "breached", "cancelled", "not_computable"
]

NOTHING = Text(az="", en="", ru="")


@dataclass(frozen=True, slots=True)
class LogEntry:
    """One act of a case's log.

    Attributes:
        at: when it was recorded, an aware instant.
        effective_on: the day it counts from; never earlier than the entry before it.
        facts: what the act carried.
        by: who did it, as a key that only has to differ between people; empty when not told.
        deviation: how it departs from the procedure (``deviating.OUT_OF_PLACE``); empty: it fits.
        allowed_by: who allowed the departure, another person than ``by``; empty: it fits.
    """

    act: str
    at: datetime
    effective_on: date
    facts: Mapping[str, FactValue]
    by: str = ""
    deviation: str = ""
    allowed_by: str = ""


@dataclass(frozen=True, slots=True)
class DeadlineState:
    """One deadline of one case on one day.

    Attributes:
        anchor_on: the day it is counted from; null when that day is not on file.
        due_on: the last day in time, inclusive; null when not computable or while suspended.
        breached_on: the first day it was late; stays when the act comes after all.
        met_on: the day the awaited act took effect.
        remaining: units left at the end of the day asked about, or when the clock stopped; null
            when nothing runs.
        provisional: the calendar is not yet decreed as far as the term reaches.
        earlier_breaches: the same, from runs of the term before it started again.
        for_person: the explanation in plain words for the person the case is about.
        due_at: the moment a term in hours ends; null for others and when only the day is known.
        binds: whose term it is.
        moved_from: the days it was counted from before they were corrected.
    """

    id: str
    title: Text
    kind: DeadlineKind
    state: DeadlineCondition
    anchor_on: date | None
    due_on: date | None
    breached_on: date | None
    effect: str | None
    explanation: Text
    citation: Citation
    confidence: Confidence
    met_on: date | None = None
    remaining: int | None = None
    provisional: bool = False
    proposes: str | None = None
    escalates_to: str | None = None
    earlier_breaches: tuple[date, ...] = ()
    for_person: Text = NOTHING
    due_at: datetime | None = None
    binds: Bound = "person"
    moved_from: tuple[date, ...] = ()


@dataclass(frozen=True, slots=True)
class BranchState:
    """Where a procedure beside the main one stands.

    Attributes:
        ended_on: the day it reached a final status; null while open.
    """

    id: str
    title: Text
    status: str
    began_on: date
    ended_on: date | None


@dataclass(frozen=True, slots=True)
class WaitState:
    """How a question to another body stands.

    Attributes:
        state: ``silent`` when its term has passed without an answer.
        asked_on: null while not asked.
        due_on: the last day for the answer; null when not asked or not computable.
        owner: the role that answers.
    """

    id: str
    title: Text
    state: Literal["not_asked", "open", "answered", "silent"]
    asked_on: date | None
    answered_on: date | None
    due_on: date | None
    owner: str | None


@dataclass(frozen=True, slots=True)
class CaseState:
    """The fold of a case's log.

    Attributes:
        came_from: the status held before the present one; null in the first.
        last_effective_on: the day of effect of the last act.
        ended_on: the day the main way and every branch begun had ended; null while open.
        extensions: how often each deadline has been extended in its present run.
        branches: the procedures beside the main one that have begun.
        waits: every question the procedure may put to another body.
        doers: who has done each act, by opaque keys; empty where the log does not say.
        places: the open statuses the case is in, on the main way and in its branches.
    """

    status: str
    log_length: int
    opened_on: date
    last_effective_on: date
    came_from: str | None
    ended_on: date | None
    deadlines: tuple[DeadlineState, ...]
    facts: Mapping[str, FactValue]
    extensions: Mapping[str, int]
    branches: tuple[BranchState, ...] = ()
    waits: tuple[WaitState, ...] = ()
    doers: Mapping[str, frozenset[str]] = field(default_factory=dict)
    places: frozenset[str] = frozenset()

    @property
    def ended(self) -> bool:
        return self.ended_on is not None

    def deadline(self, deadline_id: str) -> DeadlineState | None:
        """The deadline's state; null when it has not started."""
        return next((state for state in self.deadlines if state.id == deadline_id), None)


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why an act cannot be done now, in a sentence, with the law behind it where there is one."""

    sentence: Text
    citation: Citation | None = None


@dataclass(frozen=True, slots=True)
class ActOption:
    """An act of the present status.

    Attributes:
        possible: nothing stands in the way now, whoever asks.
        permitted: one of the asker's roles may do it, whenever it is possible.
        refusals: every obstacle; empty exactly when ``possible``.
    """

    act: Act
    possible: bool
    permitted: bool
    refusals: tuple[Refusal, ...]
