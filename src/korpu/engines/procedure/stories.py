"""Cases a jurist can read: what happens on which day, and what must come of it.

A story is YAML: a procedure, the steps of a case, and what is expected after them::

    - title: The reply comes in time
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

``given`` are facts the business supplies, ``states`` facts the act itself carries; ``refused`` is
the English sentence an act must be refused with.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from pathlib import Path

from korpu.engines.procedure.errors import IllegalLog
from korpu.engines.procedure.fold import fold
from korpu.engines.procedure.library import Library
from korpu.engines.procedure.model import FactValue, Procedure
from korpu.engines.procedure.options import act_option, missing_facts
from korpu.engines.procedure.states import CaseState, LogEntry
from korpu.engines.procedure.yamlfile import Fields, Place, open_yaml

EXPECTABLE = {
    "anchor_on", "state", "due_on", "breached_on", "met_on", "remaining", "confidence",
    "provisional", "proposes",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Step:
    """One act on one day; ``refused`` null when it must be done."""

    act: str
    on: date
    given: Mapping[str, FactValue]
    states: Mapping[str, FactValue]
    refused: str | None


@dataclass(frozen=True, slots=True)
class Story:
    """One case told to its expected end.

    Attributes:
        on: the day the expectation is looked at.
        deadlines: expected fields by deadline.
        place: where it stands, for messages.
    """

    title: str
    procedure: str
    steps: tuple[Step, ...]
    on: date
    status: str | None
    deadlines: Mapping[str, Mapping[str, FactValue]]
    place: str


def read_stories(folder: Path) -> tuple[Story, ...]:
    """Every story of ``procedures/cases/``.

    Raises:
        DeclarationError: a story cannot be read; file, line, what to do.
    """
    paths = sorted((folder / "procedures" / "cases").glob("*.yaml"))
    return tuple(
        _story(each)
        for path in paths
        for each in open_yaml(path, str(path.relative_to(folder.parent))).sequence()
    )


def play(story: Story, library: Library) -> tuple[str, ...]:
    """What differs from the expectation, one sentence each; empty when the story holds."""
    procedure = library.procedure(story.procedure, on=story.steps[0].on)
    return tuple(_differences(story, procedure, library))


def _differences(story: Story, procedure: Procedure, library: Library) -> Iterator[str]:
    log: list[LogEntry] = []
    for step in story.steps:
        state = fold(procedure, log, library.calendars, on=step.on) if log else None
        refused = _refusal(procedure, step, state)
        if refused != step.refused:
            yield f"{step.on} {step.act}: expected {_told(step.refused)}, found {_told(refused)}"
        if refused is None:
            at = datetime.combine(step.on, time(8), UTC)
            log.append(LogEntry(step.act, at, step.on, step.states))
    if not log:
        if story.status:
            yield f"expected status {story.status}, but no case was opened"
        return
    try:
        yield from _compare(story, fold(procedure, log, library.calendars, on=story.on))
    except IllegalLog as error:
        yield str(error)


def _refusal(procedure: Procedure, step: Step, state: CaseState | None) -> str | None:
    facts = {**step.given, **step.states}
    option = act_option(
        procedure, step.act, state, facts, roles=procedure.acts[step.act].roles, on=step.on
    )
    missing = missing_facts(procedure, option.act, step.states)
    return next((each.sentence.en for each in (*option.refusals, *missing)), None)


def _compare(story: Story, state: CaseState) -> Iterator[str]:
    if story.status and state.status != story.status:
        yield f"expected status {story.status}, found {state.status}"
    for deadline_id, expected in story.deadlines.items():
        found = state.deadline(deadline_id)
        if found is None:
            yield f"the deadline {deadline_id} has not started"
            continue
        for field, value in expected.items():
            if getattr(found, field) != value:
                yield f"{deadline_id}.{field}: expected {value}, found {getattr(found, field)}"


def _told(refusal: str | None) -> str:
    return f"“{refusal}”" if refusal else "that it is done"


def _story(place: Place) -> Story:
    fields = Fields(place, {"title", "procedure", "steps", "on", "expect"})
    steps = tuple(_step(each) for each in fields.need("steps").sequence())
    expect = Fields(fields.need("expect"), {"status", "deadlines"})
    deadlines = list(expect.by_key["deadlines"].items()) if "deadlines" in expect else []
    return Story(
        title=fields.need("title").scalar(),
        procedure=fields.need("procedure").scalar(),
        steps=steps,
        on=fields.get("on", Place.day, None) or steps[-1].on,
        status=expect.get("status", Place.scalar, None),
        deadlines={key.scalar(): _values(value, EXPECTABLE) for key, value in deadlines},
        place=f"{place.file}:{place.line}",
    )


def _step(place: Place) -> Step:
    found = place.mapping()
    (day, act), *others = found.items()
    allowed = {"given", "states", "refused"}
    for name, value in others:
        if name not in allowed:
            value.fail(f"“{name}” is not known here", "Known: given, states, refused.")
    return Step(
        act=act.scalar(),
        on=date.fromisoformat(day),
        given=_values(found["given"]) if "given" in found else {},
        states=_values(found["states"]) if "states" in found else {},
        refused=found["refused"].scalar() if "refused" in found else None,
    )


def _values(place: Place, known: set[str] | None = None) -> dict[str, FactValue]:
    return {key: value.value() for key, value in place.mapping(known).items()}
