"""Every situation a case can get into under a procedure, whatever the outside world does."""

from collections import deque
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Literal

from korpu.engines.procedure.model import (
    BACK,
    STAY,
    Act,
    Condition,
    Deadline,
    FactValue,
    Procedure,
)
from korpu.engines.procedure.options import holds
from korpu.engines.procedure.places import begins

Phase = Literal["running", "paused", "passed"]


@dataclass(frozen=True, slots=True)
class Situation:
    """A status, where it was come to from, what acts have established, and the live terms.

    Attributes:
        branches: where each procedure beside the main one stands that has begun.
        waits: each question put to another body: whether its answer is out.
    """

    status: str
    came_from: str | None
    facts: tuple[tuple[str, FactValue], ...]
    clocks: tuple[tuple[str, Phase], ...]
    branches: tuple[tuple[str, str], ...] = ()
    waits: tuple[tuple[str, bool], ...] = ()

    def places(self, procedure: Procedure) -> frozenset[str]:
        """The open statuses of the main way and of the branches."""
        every = (self.status, *(status for _, status in self.branches))
        return frozenset(each for each in every if not procedure.statuses[each].final)

    def has_ended(self, procedure: Procedure) -> bool:
        return not self.places(procedure)


@dataclass(frozen=True, slots=True)
class Step:
    """One move.

    Attributes:
        act: null when it is a term that passes.
        lapsed: the deadline that passed; null when it is an act.
        worldly: it needs a fact from outside that nobody can be made to supply.
    """

    act: str | None
    lapsed: str | None
    worldly: bool
    target: Situation


@dataclass
class StateSpace:
    """The reachable situations and their moves, found breadth first.

    Attributes:
        came_by: for each situation the one before it and the step, on a shortest way from the
            opening; null for situations an opening act leads to from nothing.
        stranded: ``back`` steps with nothing to go back to.
    """

    procedure: Procedure
    steps: dict[Situation, tuple[Step, ...]] = field(default_factory=dict)
    came_by: dict[Situation, tuple[Situation | None, Step]] = field(default_factory=dict)
    stranded: list[tuple[Situation, str]] = field(default_factory=list)

    def way_to(self, situation: Situation) -> tuple[Step, ...]:
        """A shortest way from nothing to ``situation``."""
        way: list[Step] = []
        here: Situation | None = situation
        while here is not None:
            before, step = self.came_by[here]
            way.append(step)
            here = before
        return tuple(reversed(way))

    def can_end(self, *, worldly: bool) -> frozenset[Situation]:
        """Situations from which a final status can be reached.

        Args:
            worldly: whether moves that need facts from outside may be counted on.
        """
        before: dict[Situation, list[Situation]] = {}
        for situation, steps in self.steps.items():
            for step in steps:
                if worldly or not step.worldly:
                    before.setdefault(step.target, []).append(situation)
        ends = [each for each in self.steps if each.has_ended(self.procedure)]
        found, queue = set(ends), deque(ends)
        while queue:
            for situation in before.get(queue.popleft(), ()):
                if situation not in found:
                    found.add(situation)
                    queue.append(situation)
        return frozenset(found)


def explore(procedure: Procedure) -> StateSpace:
    """Walk everything the procedure allows."""
    space, moves = StateSpace(procedure), _Moves(procedure)
    queue: deque[Situation] = deque()

    def reach(before: Situation | None, step: Step) -> None:
        if step.target not in space.came_by:
            space.came_by[step.target] = (before, step)
            queue.append(step.target)

    for act in procedure.opening_acts:
        start = moves.after(act, Situation(act.to_status, None, (), ()), None)
        reach(None, Step(act.id, None, worldly=bool(act.conditions), target=start))
    while queue:
        here = queue.popleft()
        space.steps[here] = tuple(moves.from_(here, space))
        for step in space.steps[here]:
            reach(here, step)
    return space


class _Moves:
    def __init__(self, procedure: Procedure) -> None:
        self.procedure = procedure
        self.watched = _watched(procedure)
        self.tested = {
            condition.subject
            for act in procedure.acts.values()
            for condition in act.conditions
            if not condition.on_deadline
        }
        self.remembering = {
            status
            for act in procedure.acts.values()
            if act.to_status == BACK
            for status in act.from_statuses
        }

    def from_(self, here: Situation, space: StateSpace) -> Iterator[Step]:
        places = here.places(self.procedure)
        for act in self.procedure.acts.values():
            if places.isdisjoint(act.from_statuses) or not self._may_hold(act, here):
                continue
            if act.to_status == BACK and here.came_from is None:
                space.stranded.append((here, act.id))
                continue
            worldly = any(self._is_worldly(condition) for condition in act.conditions)
            yield Step(act.id, None, worldly, self.after(act, self._moved(act, here), here))
        if places:
            yield from self._lapses(here)

    def after(self, act: Act, moved: Situation, before: Situation | None) -> Situation:
        """``moved`` with what the act establishes and does to the terms."""
        if moved.has_ended(self.procedure):
            return Situation(moved.status, None, (), (), moved.branches)
        facts = dict(moved.facts)
        facts.update({name: value for name, value in act.sets.items() if name in self.tested})
        clocks: dict[str, Phase] = dict(before.clocks) if before else {}
        for rule in self.procedure.deadlines.values():
            _drive(rule, act, clocks)
            if rule.id in clocks and self._is_over(moved, rule.branch):
                del clocks[rule.id]
        return replace(
            moved,
            facts=tuple(sorted(facts.items())),
            clocks=tuple(sorted(clocks.items())),
            waits=self._asked(act, moved),
        )

    def _is_over(self, here: Situation, branch: str | None) -> bool:
        status = dict(here.branches).get(branch) if branch else here.status
        return status is not None and self.procedure.statuses[status].final

    def _asked(self, act: Act, here: Situation) -> tuple[tuple[str, bool], ...]:
        waits = dict(here.waits)
        for wait in self.procedure.waits.values():
            if act.id in wait.asked_by:
                waits[wait.id] = True
            elif act.id in wait.answered_by and wait.id in waits:
                waits[wait.id] = False
        return tuple(sorted(waits.items()))

    def _moved(self, act: Act, here: Situation) -> Situation:
        if act.to_status == STAY:
            found = here
        else:
            target = here.came_from if act.to_status == BACK else act.to_status
            assert target is not None
            found = self._entered(target, here)
        return self._entered(act.also_to, found) if act.also_to else found

    def _entered(self, target: str, here: Situation) -> Situation:
        branch = self.procedure.statuses[target].branch
        if branch is not None:
            branches = {**dict(here.branches), branch: target}
            return replace(here, branches=tuple(sorted(branches.items())))
        if self.procedure.statuses[here.status].final:
            return here
        came_from = here.status if target in self.remembering else None
        return replace(here, status=target, came_from=came_from)

    def _lapses(self, here: Situation) -> Iterator[Step]:
        for rule_id, phase in here.clocks:
            if phase == "running" and rule_id in self.watched:
                clocks: dict[str, Phase] = {**dict(here.clocks), rule_id: "passed"}
                for rule in self.procedure.deadlines.values():
                    if any(
                        each.act is None and each.lapse_of == rule_id for each in rule.starts_with
                    ):
                        clocks[rule.id] = "running"
                target = replace(here, clocks=tuple(sorted(clocks.items())))
                yield Step(None, rule_id, worldly=False, target=target)

    def _is_worldly(self, condition: Condition) -> bool:
        return not condition.on_deadline and not self.procedure.facts[condition.subject].from_acts

    def _may_hold(self, act: Act, here: Situation) -> bool:
        """False when an act's condition certainly fails here; outside facts may always hold."""
        branch = begins(self.procedure, act)
        if branch is not None and branch in dict(here.branches):
            return False
        return not self._is_held_back(act, here) and all(
            self._is_worldly(condition) or self._holds(condition, here)
            for condition in act.conditions
        )

    def _is_held_back(self, act: Act, here: Situation) -> bool:
        """Whether an answer is out that the act must wait for."""
        for wait in self.procedure.waits.values():
            if act.id not in wait.holds_back:
                continue
            out = dict(here.waits).get(wait.id)
            passed = dict(here.clocks).get(wait.deadline) == "passed"
            if (out is None and wait.required) or (out and not (passed and wait.silence_suffices)):
                return True
        return False

    def _holds(self, condition: Condition, here: Situation) -> bool:
        if not condition.on_deadline:
            return holds(condition, dict(here.facts))
        phase = dict(here.clocks).get(condition.subject)
        return phase == ("passed" if condition.operator == "has_passed" else "running")


def _watched(procedure: Procedure) -> frozenset[str]:
    """Terms whose lapse matters and can be known: the law's number is there."""
    named = {
        condition.subject
        for act in procedure.acts.values()
        for condition in act.conditions
        if condition.on_deadline
    }
    named |= {
        anchor.lapse_of
        for rule in procedure.deadlines.values()
        for anchor in rule.starts_with
        if anchor.lapse_of and anchor.act is None
    }
    named |= {wait.deadline for wait in procedure.waits.values() if wait.silence_suffices}
    return frozenset(rule_id for rule_id in named if _computable(procedure.deadlines, rule_id))


def _computable(deadlines: Mapping[str, Deadline], rule_id: str) -> bool:
    return any(
        version.quantity is not None
        for parameter in deadlines[rule_id].parameters
        for version in parameter.versions
    )


def _drive(rule: Deadline, act: Act, clocks: dict[str, Phase]) -> None:
    """What one act does to one term; the same order as in the fold."""
    started = any(anchor.act == act.id for anchor in rule.starts_with)
    started = started or (rule.id in clocks and act.id in rule.restarted_by)
    if started:
        clocks[rule.id] = "running"
    phase = clocks.get(rule.id)
    if phase is None:
        return
    if rule.suspension and phase == "running" and act.id in rule.suspension.suspended_by:
        clocks[rule.id] = "paused"
    elif rule.suspension and phase == "paused" and act.id in rule.suspension.resumed_by:
        clocks[rule.id] = "running"
    if act.id in rule.met_by or (
        not started and (act.id in rule.cancelled_by or act.id == rule.proposes)
    ):
        del clocks[rule.id]
