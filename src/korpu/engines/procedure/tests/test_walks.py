"""Thousands of random cases: none gets stuck, every one can be brought to its end."""

import random
from datetime import date, timedelta

import pytest

from korpu.engines.procedure.api import Library, Procedure, fold, possible_acts
from korpu.engines.procedure.tests.logs import carried, entry, opening
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
    on, log = DAY, opening(procedure, DAY)
    for _ in range(LONGEST):
        state = fold(procedure, log, library.calendars, on=on)
        if state.ended:
            live = {"running", "suspended", "not_computable"}
            assert not any(deadline.state in live for deadline in state.deadlines)
            return True
        facts = {fact: chance.random() < 0.7 for fact in procedure.facts}
        facts = {
            each: given for each, given in facts.items() if not procedure.facts[each].from_acts
        }
        options = possible_acts(procedure, state, facts, roles=frozenset(), on=on)
        possible = [option.act for option in options if option.possible]
        assert possible, (state.status, state.facts)
        act = chance.choice(possible)
        log.append(entry(act.id, on, **carried(procedure, act.facts_required, on)))
        on += timedelta(days=chance.choice((0, 1, 3, 10, 45)))
    return False
