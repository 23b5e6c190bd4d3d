"""Thousands of random cases: none gets stuck, every one can be brought to its end."""

import random
from datetime import UTC, date, datetime, timedelta

import pytest

from korpu.engines.procedure.api import Library, LogEntry, Procedure, fold, possible_acts
from korpu.engines.procedure.tests.test_library import PROCEDURES

DAY = date(2025, 1, 6)
WALKS, LONGEST = 1000, 60


@pytest.mark.parametrize("procedure_id", PROCEDURES)
def test_random_cases_never_get_stuck_and_end_properly(library: Library, procedure_id: str) -> None:
    procedure = library.procedure(procedure_id, on=DAY)
    chance = random.Random(20260601)
    ended = sum(walk(library, procedure, chance) for _ in range(WALKS))
    assert ended > WALKS * 0.9


def walk(library: Library, procedure: Procedure, chance: random.Random) -> bool:
    """Whether the case ended; every step of the way something can be done."""
    on, log = DAY, [entry(procedure.opening_acts[0].id, DAY)]
    for _ in range(LONGEST):
        state = fold(procedure, log, library.calendars, on=on)
        if state.ended:
            live = {"running", "suspended", "not_computable"}
            assert not any(deadline.state in live for deadline in state.deadlines)
            return True
        facts = {fact: chance.random() < 0.7 for fact in procedure.facts}
        facts.pop("identity_confirmed", None)
        facts.pop("mentor_assigned", None)
        options = possible_acts(procedure, state, facts, roles=frozenset(), on=on)
        possible = [option.act for option in options if option.possible]
        assert possible, (state.status, state.facts)
        act = chance.choice(possible)
        carried = {"transfer_on": on, "crossing_point": "Baku airport"}
        log.append(entry(act.id, on, **{fact: carried[fact] for fact in act.facts_required}))
        on += timedelta(days=chance.choice((0, 1, 3, 10, 45)))
    return False


def entry(act: str, on: date, **facts: object) -> LogEntry:
    return LogEntry(act, datetime(on.year, on.month, on.day, 9, tzinfo=UTC), on, facts)
