"""What happened out of order is recorded with leave, and frees nothing that was barred."""

import random
from collections import deque
from dataclasses import replace
from datetime import date, timedelta

import pytest

from korpu.engines.procedure.api import (
    CaseState,
    IllegalLog,
    Library,
    LogEntry,
    Procedure,
    deviating_acts,
    fold,
    possible_acts,
    receipt_of,
)
from korpu.engines.procedure.conformance import deviations
from korpu.engines.procedure.receipts import check, declaration_text, document
from korpu.engines.procedure.tests.logs import carried, entry, opening
from korpu.engines.procedure.tests.test_library import PROCEDURES

DAY = date(2025, 1, 6)
LATER = DAY + timedelta(days=4000)
OWN = "az/readmission-own-national"
GATED = [
    OWN,
    f"{OWN}-accelerated",
    f"{OWN}-documented",
    "az/readmission-in-error",
    "az/readmission-third-country-national",
    "az/readmission-transit",
    "az/removal",
]
AGREED = ("begin_examination", "confirm_identity", "agree")


def arrived_early(procedure: Procedure) -> list[LogEntry]:
    log = opening(procedure, DAY)
    log += [replace(entry(act, DAY), by="officer") for act in AGREED]
    out = replace(entry("confirm_arrival", DAY), by="border")
    return [*log, replace(out, deviation="out_of_place", allowed_by="chief")]


def test_a_deviation_moves_the_case_and_its_terms_as_the_act_would(library: Library) -> None:
    procedure = library.procedure(OWN, on=DAY)
    state = fold(procedure, arrived_early(procedure), library.calendars, on=DAY)
    assert state.status == "arrived"
    transfer = state.deadline("transfer")
    assert transfer is not None
    assert transfer.state == "met"


@pytest.mark.parametrize(
    ("change", "kind"),
    [
        ({"deviation": ""}, "out_of_place"),
        ({"deviation": "because"}, "no_deviation"),
        ({"allowed_by": ""}, "alone"),
        ({"allowed_by": "border"}, "alone"),
        ({"act": "issue_travel_document"}, "no_deviation"),
        ({"act": "close_refused"}, "no_deviation"),
        ({"act": "submit_application"}, "no_deviation"),
    ],
)
def test_a_log_with_a_deviation_nobody_may_allow_is_illegal(
    library: Library, change: dict[str, str], kind: str
) -> None:
    procedure = library.procedure(OWN, on=DAY)
    *before, last = arrived_early(procedure)
    with pytest.raises(IllegalLog) as refused:
        fold(procedure, [*before, replace(last, **change)], library.calendars, on=DAY)
    assert refused.value.kind == kind


def test_a_replay_names_what_was_allowed_and_what_was_not(library: Library) -> None:
    procedure = library.procedure(OWN, on=DAY)
    log = arrived_early(procedure)
    (allowed,) = deviations(procedure, log, library.calendars)
    assert (allowed.kind, allowed.allowed_by) == ("out_of_place", "chief")
    forced = [*log[:-1], replace(log[-1], deviation="", allowed_by="")]
    (illegal,) = deviations(procedure, forced, library.calendars)
    assert (illegal.kind, illegal.allowed_by) == ("out_of_place", "")


def test_the_receipt_of_a_decision_out_of_place_runs_again(library: Library) -> None:
    procedure = library.procedure(OWN, on=DAY)
    log = arrived_early(procedure)[:-1]
    last = replace(
        entry("close_returned", DAY), by="officer", deviation="out_of_place", allowed_by="chief"
    )
    role = next(iter(procedure.acts["close_returned"].roles))
    receipt = receipt_of(
        procedure, library.calendars, log, last,
        case="T-1", role=role, facts={"gate_clear": True}, reasons="r", recorded_on=DAY,
    )  # fmt: skip
    law = {procedure.digest: declaration_text(procedure)}
    law |= {found: declaration_text(library.calendars[name])
            for name, found in receipt.calendars.items()}  # fmt: skip
    assert check(document(receipt, law, reasons="r")) == ()


@pytest.mark.parametrize("procedure_id", PROCEDURES)
def test_deviations_reach_nothing_that_lawful_acts_could_not_reach_now(
    library: Library, procedure_id: str
) -> None:
    """Same day, same answers: every act allowed out of its place lies on some lawful way."""
    procedure = library.procedure(procedure_id, on=DAY)
    chance = random.Random(20261123)
    for _ in range(6):
        log, on, facts = somewhere(library, procedure, chance)
        state = fold(procedure, log, library.calendars, on=on)
        allowed = [
            each.option.act.id
            for each in deviating_acts(procedure, state, facts, roles=frozenset(), on=on)
            if each.option.possible
        ]
        if allowed:
            lawful = reached(library, procedure, log, facts, on, deviating=False)
            assert set(allowed) <= lawful


def test_the_procedures_with_a_gate_are_the_ones_tried(library: Library) -> None:
    found = [each.id for each in library.current(DAY) if "gate_clear" in each.facts]
    assert sorted(found) == sorted(GATED)


@pytest.mark.parametrize("procedure_id", GATED)
def test_what_the_gate_bars_stays_barred_however_often_one_deviates(
    library: Library, procedure_id: str
) -> None:
    procedure = library.procedure(procedure_id, on=DAY)
    facts = {name: True for name, fact in procedure.facts.items() if not fact.from_acts}
    facts |= {"gate_clear": False, "valid_travel_document": procedure_id.endswith("documented")}
    log = opening(procedure, DAY)
    with_deviations = reached(library, procedure, log, facts, LATER, deviating=True)
    lawful = reached(library, procedure, log, facts, LATER, deviating=False)
    assert with_deviations == lawful
    assert not any(
        condition.subject == "gate_clear"
        for act in with_deviations
        for condition in procedure.acts[act].conditions
    )


def somewhere(
    library: Library, procedure: Procedure, chance: random.Random
) -> tuple[list[LogEntry], date, dict[str, object]]:
    """A case some lawful acts on its way, and answers for it."""
    log, on = opening(procedure, DAY), DAY
    facts: dict[str, object] = {}
    for _ in range(chance.randrange(1, 6)):
        facts = {
            name: chance.random() < 0.85
            for name, fact in procedure.facts.items()
            if not fact.from_acts
        }
        state = fold(procedure, log, library.calendars, on=on)
        options = possible_acts(procedure, state, facts, roles=frozenset(), on=on)
        possible = [option.act for option in options if option.possible]
        if state.ended or not possible:
            break
        act = chance.choice(possible)
        log.append(entry(act.id, on, **carried(procedure, act.facts_required, on)))
        on += timedelta(days=chance.choice((0, 1, 10)))
    return log, on, facts


def reached(
    library: Library,
    procedure: Procedure,
    log: list[LogEntry],
    facts: dict[str, object],
    on: date,
    *,
    deviating: bool,
) -> set[str]:
    """Every act that can come to be done on one day, by trying all of them."""
    done: set[str] = set()
    seen: set[object] = set()
    queue = deque([log])
    while queue:
        here = queue.popleft()
        state = fold(procedure, here, library.calendars, on=on)
        if _known(state) in seen:
            continue
        seen.add(_known(state))
        options = [
            (each, "") for each in possible_acts(procedure, state, facts, roles=frozenset(), on=on)
        ]
        if deviating:
            found = deviating_acts(procedure, state, facts, roles=frozenset(), on=on)
            options += [(each.option, "out_of_place") for each in found]
        for option, kind in options:
            if not option.possible or state.ended:
                continue
            done.add(option.act.id)
            new = entry(option.act.id, on, **carried(procedure, option.act.facts_required, on))
            queue.append([*here, replace(new, deviation=kind, allowed_by="chief" if kind else "")])
    return done


def _known(state: CaseState) -> object:
    """What tells situations apart: where the case is and what it knows and waits for."""
    waits = tuple((each.id, each.state) for each in state.waits)
    facts = frozenset((name, str(value)) for name, value in state.facts.items())
    return state.places, state.came_from, state.status, facts, waits
