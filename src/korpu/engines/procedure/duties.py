"""Whether one person could do what the law wants two to do: every sequence of acts is tried."""

from collections import deque
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from korpu.engines.procedure import proof_sentences as told
from korpu.engines.procedure.findings import Finding, narrate
from korpu.engines.procedure.model import Act, Procedure, Separation
from korpu.engines.procedure.statespace import Situation, StateSpace, Step
from korpu.engines.procedure.wording import joined
from korpu.kernel.texts import Text


@dataclass(frozen=True, slots=True)
class Rights:
    """What a jurisdiction says of a role.

    Attributes:
        reaches_cases: whether it may open the page of a case.
        incompatible_with: roles nobody holds together with it.
    """

    reaches_cases: bool
    incompatible_with: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class _Node:
    """A situation, and which of the acts that matter one person has done on the way to it."""

    situation: Situation
    done: frozenset[str]


def united(
    procedure: Procedure, space: StateSpace, rights: Mapping[str, Rights]
) -> Iterator[Finding]:
    """Each separation that some sequence of permitted acts defeats.

    One person, holding any roles that may be held together, does some of the acts and others do
    the rest; the search covers every situation and every division of the acts between them.
    """
    for number, separation in enumerate(procedure.separations, 1):
        for roles in _holdings(procedure, rights):
            way = _Search(procedure, space, separation, roles).way()
            if way is None:
                continue
            steps, own = way
            duties = joined([_duty(procedure, group) for group in separation.groups], "; ")
            story = narrate(procedure, steps, own)
            yield Finding("duties-united", str(number), told.UNITED.format(duties=duties), story)
            break


def _duty(procedure: Procedure, group: frozenset[str]) -> Text:
    return joined([procedure.acts[act].title for act in sorted(group)], ", ")


def _holdings(procedure: Procedure, rights: Mapping[str, Rights]) -> list[frozenset[str]]:
    """The largest sets of the procedure's roles that one person may hold."""
    found: list[frozenset[str]] = [frozenset()]
    for role in sorted(procedure.roles):
        found += [held | {role} for held in found if _fits(role, held, rights)]
    return [held for held in found if not any(held < other for other in found)]


def _fits(role: str, held: frozenset[str], rights: Mapping[str, Rights]) -> bool:
    own = rights[role].incompatible_with if role in rights else frozenset()
    return not own & held and not any(
        role in rights[other].incompatible_with for other in held if other in rights
    )


class _Search:
    def __init__(
        self,
        procedure: Procedure,
        space: StateSpace,
        separation: Separation,
        roles: frozenset[str],
    ) -> None:
        self.procedure, self.space, self.roles = procedure, space, roles
        self.groups = separation.groups
        guarded = [act for act in procedure.acts.values() if act.other_than]
        self.telling = frozenset().union(*self.groups, *(act.other_than for act in guarded))

    def way(self) -> tuple[tuple[Step, ...], frozenset[int]] | None:
        """A shortest way on which one person does an act of every group; and which steps."""
        came_by: dict[_Node, tuple[_Node | None, Step, bool]] = {}
        queue: deque[_Node] = deque()
        for _, step in self._openings():
            self._reach(None, frozenset(), step, came_by, queue)
        while queue:
            node = queue.popleft()
            if all(node.done & group for group in self.groups):
                return self._told(node, came_by)
            for step in self.space.steps.get(node.situation, ()):
                self._reach(node, node.done, step, came_by, queue)
        return None

    def _openings(self) -> list[tuple[Situation | None, Step]]:
        return [found for found in self.space.came_by.values() if found[0] is None]

    def _reach(
        self,
        before: _Node | None,
        done: frozenset[str],
        step: Step,
        came_by: dict[_Node, tuple[_Node | None, Step, bool]],
        queue: deque[_Node],
    ) -> None:
        act = self.procedure.acts[step.act] if step.act else None
        nodes = [(_Node(step.target, done), False)]
        if act is not None and self._may(act, done) and act.id in self.telling:
            nodes.append((_Node(step.target, done | {act.id}), True))
        for node, own in nodes:
            if node not in came_by:
                came_by[node] = (before, step, own)
                queue.append(node)

    def _may(self, act: Act, done: frozenset[str]) -> bool:
        return bool(act.roles & self.roles) and not act.other_than & done

    def _told(
        self, node: _Node, came_by: dict[_Node, tuple[_Node | None, Step, bool]]
    ) -> tuple[tuple[Step, ...], frozenset[int]]:
        way: list[tuple[Step, bool]] = []
        here: _Node | None = node
        while here is not None:
            here, step, own = came_by[here]
            way.append((step, own))
        way.reverse()
        own_steps = frozenset(number for number, (_, own) in enumerate(way, 1) if own)
        return tuple(step for step, _ in way), own_steps
