"""Which articles the written cases try, and whether each is seen both to hold and to fail."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from korpu.engines.procedure.fold import fold
from korpu.engines.procedure.library import Library
from korpu.engines.procedure.model import Citation, Deadline, Procedure
from korpu.engines.procedure.options import holds
from korpu.engines.procedure.states import CaseState, LogEntry
from korpu.engines.procedure.stories import Played, Story, steps_of

Article = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Coverage:
    """Articles by what the written cases show of them.

    Attributes:
        used: every article a rule of the procedures in force rests on.
        holding: those some case obeys: the act is done, the term is met.
        failing: those some case runs into: the act is refused, the term passes or has no number.
    """

    used: frozenset[Article]
    holding: frozenset[Article]
    failing: frozenset[Article]

    @property
    def untried(self) -> list[tuple[str, Article]]:
        """What is missing, as (“holds” or “fails”, article)."""
        missing = [("holds", each) for each in self.used - self.holding]
        return sorted(missing + [("fails", each) for each in self.used - self.failing])


def coverage_of(stories: Sequence[Story], library: Library, *, on: date) -> Coverage:
    """What ``stories`` show of the procedures in force on a day."""
    found: dict[str, set[Article]] = defaultdict(set)
    for story in stories:
        procedure = library.procedure(story.procedure, on=story.steps[0].on)
        for verdict, citation in _shown(story, procedure, library):
            found[verdict].add(_article(citation))
    used = frozenset(
        _article(each) for procedure in library.current(on) for each in _rules(procedure)
    )
    return Coverage(used, frozenset(found["holds"]), frozenset(found["fails"]))


def _article(citation: Citation) -> Article:
    return citation.instrument.split(",")[0], citation.article


def _rules(procedure: Procedure) -> Iterator[Citation]:
    """The law of every act, condition, wait and term; not what a procedure rests on as a whole."""
    for act in procedure.acts.values():
        yield from act.law
        yield from (each.citation for each in act.conditions if each.citation)
        yield from act.remedy.law if act.remedy else ()
    for wait in procedure.waits.values():
        yield from wait.law
    for rule in procedure.deadlines.values():
        yield from _law_of(rule)


def _law_of(rule: Deadline) -> Iterable[Citation]:
    return (*rule.law, *(each.versions[-1].citation for each in rule.parameters))


def _shown(story: Story, procedure: Procedure, library: Library) -> Iterator[tuple[str, Citation]]:
    log: list[LogEntry] = []
    for played in steps_of(story, procedure, library, log):
        yield from _by_step(played, procedure)
    if log:
        state = fold(procedure, log, library.calendars, on=story.on)
        yield from _by_terms(state, procedure, story)


def _by_step(played: Played, procedure: Procedure) -> Iterator[tuple[str, Citation]]:
    act = played.option.act
    verdict = "holds" if played.refused is None else "fails"
    yield from ((verdict, each) for each in act.law)
    yield from ((verdict, each) for each in (act.remedy.law if act.remedy else ()))
    known = {**(played.before.facts if played.before else {}), **played.step.given}
    refusals = {each.citation for each in played.option.refusals if each.citation}
    for condition in act.conditions:
        if condition.citation in refusals:
            yield "fails", condition.citation
        elif condition.citation and (condition.on_deadline or holds(condition, known)):
            yield "holds", condition.citation
    for wait in procedure.waits.values():
        if act.id in wait.holds_back:
            own = "fails" if refusals & set(wait.law) else "holds"
            yield from ((own, each) for each in wait.law)


def _by_terms(
    state: CaseState, procedure: Procedure, story: Story
) -> Iterator[tuple[str, Citation]]:
    """Only terms the story says something of."""
    for name in story.deadlines:
        found = state.deadline(name)
        if found is None:
            continue
        rule = procedure.deadlines[name]
        law = (*rule.law, found.citation)
        kept = found.state == "met" or (found.state == "running" and not rule.met_by)
        if kept and found.breached_on is None:
            yield from (("holds", each) for each in law)
        if found.breached_on is not None or found.due_on is None:
            yield from (("fails", each) for each in law)
