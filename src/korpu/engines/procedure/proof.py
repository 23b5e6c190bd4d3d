"""The proof a procedure must pass before it is used; a failure is told as a short story."""

from collections.abc import Iterator, Mapping
from itertools import product

from korpu.engines.procedure import proof_sentences as told
from korpu.engines.procedure.duties import Rights, united
from korpu.engines.procedure.findings import Finding, tell
from korpu.engines.procedure.model import FactValue, Procedure, Table
from korpu.engines.procedure.statespace import Situation, StateSpace, explore
from korpu.engines.procedure.wording import NO, YES, joined
from korpu.kernel.texts import Text


def prove(
    procedure: Procedure,
    *,
    roles: frozenset[str] | None = None,
    rights: Mapping[str, Rights] | None = None,
) -> tuple[Finding, ...]:
    """Every fault found; empty means the procedure is sound.

    Proven over the whole state space: statuses, facts set by acts and live terms; facts from
    outside are taken to be true or not as the worst case needs.

    Args:
        procedure: as declared.
        roles: the roles that exist; null leaves their existence unchecked.
        rights: what each role may do and with which it cannot be held; null leaves unchecked who
            may reach an act and which duties one person may unite.
    """
    space = explore(procedure)
    return (
        *_static(procedure, roles),
        *_reach(procedure, space),
        *_ends(procedure, space),
        *_waits(procedure, space),
        *_powerless(procedure, rights or {}),
        *(united(procedure, space, rights) if rights is not None else ()),
    )


def _static(procedure: Procedure, roles: frozenset[str] | None) -> Iterator[Finding]:
    if not procedure.opening_acts:
        yield Finding("no-opening", procedure.id, told.NO_OPENING)
    for act in procedure.acts.values():
        if not act.roles:
            yield Finding("nobody-may", act.id, told.NOBODY.format(act=act.title))
        if act.refuses and not act.reasons_required:
            yield Finding("refusal-without-reasons", act.id, told.NO_REASONS.format(act=act.title))
        if act.refuses and act.remedy is None:
            yield Finding("refusal-without-remedy", act.id, told.NO_REMEDY.format(act=act.title))
        if act.refuses and act.remedy is not None and act.remedy.parameter is None:
            yield Finding("remedy-without-term", act.id, told.NO_TERM.format(act=act.title))
    if roles is not None:
        for role in sorted(procedure.roles - roles):
            yield Finding("unknown-role", role, told.NO_ROLE.format(role=role))
    for table in procedure.tables.values():
        yield from _table(procedure, table)
    yield from _deadlines(procedure)


def _table(procedure: Procedure, table: Table) -> Iterator[Finding]:
    """Every combination of answers fits exactly one row."""
    answers: list[tuple[FactValue, ...]] = [
        tuple(procedure.facts[name].values) or (True, False) for name in table.inputs
    ]
    for values in product(*answers):
        facts: dict[str, FactValue] = dict(zip(table.inputs, values, strict=True))
        fitting = sum(row.matches(facts) for row in table.rows)
        if fitting == 1:
            continue
        case = joined([_answered(procedure, name, facts[name]) for name in facts], ", ")
        code, sentence = ("table-overlap", told.OVERLAP) if fitting else ("table-gap", told.GAP)
        yield Finding(code, table.id, sentence.format(table=table.title, case=case))


def _answered(procedure: Procedure, name: str, value: FactValue) -> Text:
    fact = procedure.facts[name]
    answer = fact.values.get(str(value)) or (YES if value else NO)
    return joined([fact.title, answer], ": ")


def _powerless(procedure: Procedure, rights: Mapping[str, Rights]) -> Iterator[Finding]:
    """A role that may act must be able to reach the case it acts in."""
    for act in procedure.acts.values():
        for role in sorted(act.roles & rights.keys()):
            if not rights[role].reaches_cases:
                sentence = told.POWERLESS.format(role=role, act=act.title)
                yield Finding("role-cannot-reach", act.id, sentence)


def _deadlines(procedure: Procedure) -> Iterator[Finding]:
    for rule in procedure.deadlines.values():
        heard = rule.proposes or rule.escalates_to
        if rule.kind == "statutory" and (
            rule.effect is None or (rule.effect == "unknown" and not heard)
        ):
            yield Finding("no-outcome", rule.id, told.NO_OUTCOME.format(deadline=rule.title))
        if rule.proposes and procedure.acts[rule.proposes].discretion:
            act = procedure.acts[rule.proposes].title
            sentence = told.DISCRETION.format(deadline=rule.title, act=act)
            yield Finding("discretion-by-clock", rule.id, sentence)


def _reach(procedure: Procedure, space: StateSpace) -> Iterator[Finding]:
    reached = {
        status
        for situation in space.steps
        for status in (situation.status, *(each for _, each in situation.branches))
    }
    for status in procedure.statuses.values():
        if status.id not in reached:
            yield Finding("unreachable", status.id, told.UNREACHABLE.format(status=status.title))
    done = {step.act for steps in space.steps.values() for step in steps}
    done |= {step.act for _, step in space.came_by.values()}
    for act in procedure.acts.values():
        if act.id not in done:
            yield Finding("dead-act", act.id, told.DEAD.format(act=act.title))
    for situation, act_id in space.stranded[:1]:
        sentence = told.STRANDED.format(act=procedure.acts[act_id].title)
        yield Finding("nowhere-to-go-back", act_id, sentence, tell(procedure, space, situation))


def _ends(procedure: Procedure, space: StateSpace) -> Iterator[Finding]:
    stuck = _first(space, space.can_end(worldly=True))
    if stuck is not None:
        title = procedure.statuses[stuck.status].title
        sentence = told.NO_END.format(status=title)
        yield Finding("no-completion", stuck.status, sentence, tell(procedure, space, stuck))
        return
    trapped = _first(space, space.can_end(worldly=False))
    if trapped is not None:
        title = procedure.statuses[trapped.status].title
        sentence = told.TRAPPED.format(status=title)
        yield Finding("trapped", trapped.status, sentence, tell(procedure, space, trapped))


def _waits(procedure: Procedure, space: StateSpace) -> Iterator[Finding]:
    seen: set[str] = set()
    for situation in space.steps:
        for place in sorted(situation.places(procedure) - seen):
            status = procedure.statuses[place]
            if status.owner or situation.clocks:
                continue
            seen.add(place)
            sentence = told.UNOWNED.format(status=status.title)
            yield Finding("unowned-wait", place, sentence, tell(procedure, space, situation))
    for wait in procedure.waits.values():
        if wait.owner is None and not wait.silence_suffices:
            yield Finding("unowned-wait", wait.id, told.UNANSWERED.format(wait=wait.title))


def _first(space: StateSpace, good: frozenset[Situation]) -> Situation | None:
    """The first situation, in the order of distance from the opening, that is not good."""
    return next((situation for situation in space.steps if situation not in good), None)
