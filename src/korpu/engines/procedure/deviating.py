"""What really happened out of order: an act done where its procedure does not place it.

A deviation leaves out steps that did not happen, never a decision. The act must lie ahead of where
the case stands, on a way whose every step left out is plain (no decision, no duty kept apart, no
question to another body) and would have been allowed by everything known at that moment; and its
own conditions hold. So with a given set of answers nothing can be reached by deviations that could
not be reached without them: what the gate bars, and what waits for a term or for somebody else's
decision, stays barred.
"""

from collections import deque
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from korpu.engines.procedure import deviating_sentences as told
from korpu.engines.procedure.model import BACK, STAY, Act, FactValue, Procedure
from korpu.engines.procedure.options import is_in_place, obstacles, same_person
from korpu.engines.procedure.places import begins
from korpu.engines.procedure.states import ActOption, CaseState, Refusal

OUT_OF_PLACE = "out_of_place"
"""``LogEntry.deviation`` of an act recorded where the procedure does not place it."""

Standing = frozenset[str]
Way = tuple[Act, ...]


@dataclass(frozen=True, slots=True)
class Deviating:
    """An act judged as a deviation.

    Attributes:
        option: the act, whether it may be recorded so, and everything in the way.
        skipped: the steps left out, in order; empty when there is no way to the act.
    """

    option: ActOption
    skipped: tuple[Act, ...]


def deviation_option(
    procedure: Procedure,
    act_id: str,
    state: CaseState,
    facts: Mapping[str, FactValue],
    *,
    roles: frozenset[str],
    on: date,
    by: str = "",
) -> Deviating:
    """Whether an act that really happened may be recorded out of its place.

    Args:
        procedure: the version the case has pinned.
        act_id: of an act of the procedure.
        state: the fold of the case's log.
        facts: what the business knows beside the log, and what the act itself states.
        roles: the asker's roles in the case's compartment.
        on: the day the act took effect.
        by: who did it, as the log calls them.

    Raises:
        KeyError: the procedure has no such act.
    """
    act = procedure.acts[act_id]
    known = {**state.facts, **facts}
    begun = frozenset(each.id for each in state.branches)
    search = _Search(procedure, act, begun)
    way = search.way(state.places, _open_to(procedure, state, known, on))
    refusals = tuple(_refusals(search, state, known, on, by, way=way))
    option = ActOption(act, not refusals, bool(act.roles & roles), refusals)
    return Deviating(option, way or ())


def deviating_acts(
    procedure: Procedure,
    state: CaseState,
    facts: Mapping[str, FactValue],
    *,
    roles: frozenset[str],
    on: date,
    by: str = "",
) -> tuple[Deviating, ...]:
    """Every act that is not in place now, in the order declared, judged as a deviation."""
    return tuple(
        deviation_option(procedure, act.id, state, facts, roles=roles, on=on, by=by)
        for act in procedure.acts.values()
        if not act.opening and not is_in_place(procedure, act, state)
    )


def leads_on(procedure: Procedure, places: Standing, begun: frozenset[str], act: Act) -> bool:
    """Whether plain steps alone lead from ``places`` to the act; what a replay can know.

    ``begun`` names the branches that have begun, the ended ones too.
    """
    plain = _Search(procedure, act, begun)
    return plain.way(places, lambda step: is_plain(procedure, step)) is not None


def is_plain(procedure: Procedure, act: Act) -> bool:
    """Whether a step may be left out: it decides nothing, and nobody else must do it."""
    apart = frozenset().union(
        *(group for each in procedure.separations for group in each.groups),
        *(each.other_than for each in procedure.acts.values()),
    )
    asked = frozenset().union(
        *(wait.asked_by | wait.answered_by for wait in procedure.waits.values())
    )
    target = procedure.statuses.get(act.to_status)
    decides = act.refuses or act.discretion or act.reasons_required or act.other_than
    moves = target is not None and not target.final and act.also_to is None
    return not decides and moves and act.id not in apart | asked


def _refusals(
    search: "_Search",
    state: CaseState,
    known: Mapping[str, FactValue],
    on: date,
    by: str,
    *,
    way: Way | None,
) -> Iterator[Refusal]:
    procedure, act = search.procedure, search.act
    if is_in_place(procedure, act, state):
        yield Refusal(told.FITS.format(act=act.title))
        return
    if act.opening or act.to_status == BACK or state.ended:
        yield Refusal(told.NEVER.format(act=act.title))
        return
    if way is None:
        yield _what_is_between(search, state, known, on)
    yield from obstacles(procedure, act, state, known, on)
    if by:
        yield from same_person(procedure, act, state, by)


def _open_to(
    procedure: Procedure, state: CaseState, known: Mapping[str, FactValue], on: date
) -> Callable[[Act], bool]:
    """Whether a step may be left out: it is plain, and everything known now allows it."""
    return lambda step: (
        is_plain(procedure, step) and not any(_barring(procedure, step, state, known, on))
    )


def _barring(
    procedure: Procedure, step: Act, state: CaseState, known: Mapping[str, FactValue], on: date
) -> Iterator[Refusal]:
    """What bars a step; that it lacks something to say does not, for it was never said."""
    unsaid = {each.sentence for each in step.conditions if each.operator == "is_known"}
    found = obstacles(procedure, step, state, known, on)
    yield from (each for each in found if each.sentence not in unsaid)


def _what_is_between(
    search: "_Search", state: CaseState, known: Mapping[str, FactValue], on: date
) -> Refusal:
    """The first thing that stands on the shortest way to the act."""
    procedure, act = search.procedure, search.act
    for step in search.way(state.places, lambda _: True) or ():
        if not is_plain(procedure, step):
            return Refusal(told.DECISION_BETWEEN.format(act=act.title, step=step.title))
        for refusal in _barring(procedure, step, state, known, on):
            return refusal
    return Refusal(told.NOT_AHEAD.format(act=act.title))


@dataclass(frozen=True, slots=True)
class _Search:
    """For the ways to one act of a case in which some branches have begun."""

    procedure: Procedure
    act: Act
    begun: frozenset[str]

    def way(self, places: Standing, may_pass: Callable[[Act], bool]) -> Way | None:
        """The fewest steps from ``places`` to where the act stands; null: none leads there."""
        steps = [step for step in self.procedure.acts.values() if _moves(step) and may_pass(step)]
        ways: dict[Standing, Way] = {places: ()}
        queue = deque([places])
        while queue:
            here = queue.popleft()
            if not here.isdisjoint(self.act.from_statuses):
                return ways[here]
            for step in steps:
                there = self._after(here, step)
                if there is not None and there not in ways:
                    ways[there] = (*ways[here], step)
                    queue.append(there)
        return None

    def _after(self, here: Standing, step: Act) -> Standing | None:
        """Where a step leads; null when it is not in place."""
        branch = self.procedure.statuses[step.to_status].branch
        inside = {each for each in here if self.procedure.statuses[each].branch == branch}
        again = begins(self.procedure, step) is not None and (inside or branch in self.begun)
        if here.isdisjoint(step.from_statuses) or again:
            return None
        return here - inside | {step.to_status}


def _moves(step: Act) -> bool:
    return not step.opening and step.to_status not in {STAY, BACK}
