"""Random cases: does every one come to its end, whatever people do and whenever they do it."""

import random
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from korpu.engines.procedure.calendars import Calendar
from korpu.engines.procedure.fold import fold
from korpu.engines.procedure.model import Act, Fact, FactValue, Procedure
from korpu.engines.procedure.options import possible_acts
from korpu.engines.procedure.states import CaseState, LogEntry

LONGEST = 80
GAPS = (0, 1, 3, 10, 45)
CLEAR_SHARE = 0.7
LIVE = {"running", "suspended", "not_computable"}


@dataclass(frozen=True, slots=True)
class Walk:
    """One random case.

    Attributes:
        acts: what was done, in order.
        fault: what is wrong with it; empty when nothing is.
        ended: whether it came to its end within the longest walk.
    """

    acts: tuple[str, ...]
    fault: str
    ended: bool


def walk(
    procedure: Procedure,
    calendars: Mapping[str, Calendar],
    chance: random.Random,
    *,
    begin: date,
) -> Walk:
    """One random case; see :func:`logged_walk`."""
    return logged_walk(procedure, calendars, chance, begin=begin)[0]


def logged_walk(
    procedure: Procedure,
    calendars: Mapping[str, Calendar],
    chance: random.Random,
    *,
    begin: date,
) -> tuple[Walk, tuple[LogEntry, ...]]:
    """Do possible acts at random until the case ends; the walk and its log.

    Args:
        procedure: a sound one.
        calendars: by id, all that its deadlines name.
        chance: decides acts, facts and days.
        begin: the day the case is opened.
    """
    on, first = begin, procedure.opening_acts[0]
    log = [_entry(procedure, first, on, chance)]
    for _ in range(LONGEST):
        state = fold(procedure, log, calendars, on=on)
        if state.ended:
            return Walk(_names(log), _left_over(state), ended=True), tuple(log)
        facts = _world(procedure, chance)
        options = possible_acts(procedure, state, facts, roles=frozenset(), on=on)
        possible = [option.act for option in options if option.possible]
        if possible:
            log.append(_entry(procedure, chance.choice(possible), on, chance))
        elif not options:
            fault = f"nothing can be done in {sorted(state.places)}"
            return Walk(_names(log), fault, ended=False), tuple(log)
        on += timedelta(days=chance.choice(GAPS))
    return Walk(_names(log), "", ended=False), tuple(log)


def _left_over(state: CaseState) -> str:
    live = [term.id for term in state.deadlines if term.state in LIVE]
    return f"terms outlive the case: {', '.join(live)}" if live else ""


def _names(log: list[LogEntry]) -> tuple[str, ...]:
    return tuple(entry.act for entry in log)


def _world(procedure: Procedure, chance: random.Random) -> dict[str, FactValue]:
    """What the world happens to say; yes or no only, the rest is stated by acts."""
    return {
        fact.id: chance.random() < CLEAR_SHARE
        for fact in procedure.facts.values()
        if fact.kind == "yes_no" and not fact.from_acts
    }


def _entry(procedure: Procedure, act: Act, on: date, chance: random.Random) -> LogEntry:
    facts = {name: _answer(procedure.facts[name], on, chance) for name in act.facts_required}
    return LogEntry(act.id, datetime.combine(on, time(9), UTC), on, facts)


def _answer(fact: Fact, on: date, chance: random.Random) -> FactValue:
    if fact.kind == "choice":
        return chance.choice(list(fact.values))
    answers: dict[str, FactValue] = {
        "date": on + timedelta(days=chance.randint(-20, 60)),
        "time": f"{chance.randint(0, 23):02}:{chance.randint(0, 59):02}",
        "yes_no": True,
        "number": chance.randint(0, 9),
        "text": "x",
    }
    return answers[fact.kind]
