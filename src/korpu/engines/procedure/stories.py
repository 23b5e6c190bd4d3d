"""Cases a jurist can read: what happens on which day, and what must come of it.

A story is YAML: a procedure, the steps of a case, and what is expected after them::

    - id: examined
      about: The reply comes in time
      procedure: az/readmission-own-national
      steps:
        - 2026-06-01: submit_application
        - 2026-06-10: begin_examination
          given: {application_complete: true}
        - 2026-06-11: agree
          given: {gate_clear: true}
          refused: Confirm the person's identity first.
      on: 2026-06-12
      expect:
        status: under_examination
        deadlines:
          reply: {state: running, due_on: 2026-06-16}

``given`` are facts the business supplies, ``states`` facts the act itself carries, ``by`` who does
it where that matters; ``refused`` is the English sentence an act must be refused with;
``allowed_by`` makes a step a deviation, recorded out of its place by leave of that person. A story
with ``after: examined`` goes on where that one ended and needs no ``procedure``. What a story is
called follows from what it expects, so that its name cannot contradict it; ``about`` says what it
is for.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time

from korpu.engines.procedure.deviating import OUT_OF_PLACE, deviation_option
from korpu.engines.procedure.errors import IllegalLog
from korpu.engines.procedure.fold import fold
from korpu.engines.procedure.library import Library
from korpu.engines.procedure.model import FactValue, Procedure
from korpu.engines.procedure.options import act_option, missing_facts
from korpu.engines.procedure.states import ActOption, CaseState, LogEntry


@dataclass(frozen=True, slots=True)
class Step:
    """One act on one day; ``refused`` null when it must be done, ``by`` empty when it is open.

    Attributes:
        allowed_by: who allowed it out of its place; empty: it is an ordinary act.
    """

    act: str
    on: date
    given: Mapping[str, FactValue]
    states: Mapping[str, FactValue]
    refused: str | None
    by: str = ""
    allowed_by: str = ""


@dataclass(frozen=True, slots=True)
class Story:
    """One case told to its expected end.

    Attributes:
        about: what it is for; may be empty.
        on: the day the expectation is looked at.
        deadlines: expected fields by deadline.
        branches: expected statuses by procedure beside the main one.
        waits: expected states by question to another body.
        place: where it stands, for messages.
    """

    about: str
    procedure: str
    steps: tuple[Step, ...]
    on: date
    status: str | None
    deadlines: Mapping[str, Mapping[str, FactValue]]
    place: str
    branches: Mapping[str, FactValue] = field(default_factory=dict)
    waits: Mapping[str, FactValue] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Played:
    """One step as it came out, with the state before it; null before the case is opened."""

    step: Step
    before: CaseState | None
    option: ActOption
    refused: str | None


def play(story: Story, library: Library) -> tuple[str, ...]:
    """What differs from the expectation, one sentence each; empty when the story holds."""
    procedure = library.procedure(story.procedure, on=story.steps[0].on)
    return tuple(_differences(story, procedure, library))


def steps_of(
    story: Story, procedure: Procedure, library: Library, log: list[LogEntry]
) -> Iterator[Played]:
    """Do every step in turn; what is done is appended to ``log``."""
    for step in story.steps:
        state = fold(procedure, log, library.calendars, on=step.on) if log else None
        option, refused = _judged(procedure, step, state)
        if refused is None:
            at = datetime.combine(step.on, time(8), UTC)
            deviation = OUT_OF_PLACE if step.allowed_by else ""
            log.append(
                LogEntry(step.act, at, step.on, step.states, step.by, deviation, step.allowed_by)
            )
        yield Played(step, state, option, refused)


def _differences(story: Story, procedure: Procedure, library: Library) -> Iterator[str]:
    log: list[LogEntry] = []
    for played in steps_of(story, procedure, library, log):
        step, refused = played.step, played.refused
        if refused != step.refused:
            yield f"{step.on} {step.act}: expected {_told(step.refused)}, found {_told(refused)}"
    if not log:
        if story.status:
            yield f"expected status {story.status}, but no case was opened"
        return
    try:
        yield from _compare(story, fold(procedure, log, library.calendars, on=story.on))
    except IllegalLog as error:
        yield str(error)


def _judged(
    procedure: Procedure, step: Step, state: CaseState | None
) -> tuple[ActOption, str | None]:
    facts = {**step.given, **step.states}
    roles = procedure.acts[step.act].roles
    if step.allowed_by and state is not None:
        option = deviation_option(
            procedure, step.act, state, facts, roles=roles, on=step.on, by=step.by
        ).option
    else:
        option = act_option(procedure, step.act, state, facts, roles=roles, on=step.on, by=step.by)
    missing = missing_facts(procedure, option.act, step.states)
    return option, next((each.sentence.en for each in (*option.refusals, *missing)), None)


def _compare(story: Story, state: CaseState) -> Iterator[str]:
    if story.status and state.status != story.status:
        yield f"expected status {story.status}, found {state.status}"
    places = {each.id: each.status for each in state.branches}
    waits = {each.id: each.state for each in state.waits}
    for beside, wanted in (*story.branches.items(), *story.waits.items()):
        there = {**places, **waits}.get(beside)
        if there != wanted:
            yield f"{beside}: expected {wanted}, found {there}"
    for deadline_id, expected in story.deadlines.items():
        found = state.deadline(deadline_id)
        if found is None:
            yield f"the deadline {deadline_id} has not started"
            continue
        for name, value in expected.items():
            if getattr(found, name) != value:
                yield f"{deadline_id}.{name}: expected {value}, found {getattr(found, name)}"


def _told(refusal: str | None) -> str:
    return f"“{refusal}”" if refusal else "that it is done"
