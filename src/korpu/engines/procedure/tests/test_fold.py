"""A log becomes a state, or is refused with its reason."""

import random
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from korpu.engines.procedure.api import (
    CaseState,
    Folder,
    IllegalLog,
    Library,
    LogEntry,
    Procedure,
    act_option,
    due_days,
    fold,
    possible_acts,
)
from korpu.engines.procedure.tests.logs import carried, entry, opening
from korpu.engines.procedure.walks import logged_walk

DAY = date(2026, 6, 1)
NO_ROLES: frozenset[str] = frozenset()


@pytest.fixture(scope="module")
def permit(permits: Library) -> Procedure:
    return permits.procedure("xx/permit", on=DAY)


def state_of(permits: Library, permit: Procedure, *log: LogEntry, on: date) -> CaseState:
    return fold(permit, log, permits.calendars, on=on)


def test_an_extension_lengthens_the_term_once_and_then_no_more(
    permits: Library, permit: Procedure
) -> None:
    log = [entry("file", DAY)]
    before = state_of(permits, permit, *log, on=DAY)
    assert act_option(permit, "extend", before, {}, roles=NO_ROLES, on=DAY).possible
    after = state_of(permits, permit, *log, entry("extend", DAY), on=DAY)
    deadline = after.deadline("decide")
    assert deadline is not None
    assert deadline.due_on == date(2026, 6, 22)
    refused = act_option(permit, "extend", after, {}, roles=NO_ROLES, on=DAY)
    assert refused.refusals[0].sentence.en == (
        "The term “Decision” has been extended as often as allowed: 1."
    )


def test_an_extension_comes_too_late_once_the_term_has_passed(
    permits: Library, permit: Procedure
) -> None:
    late = date(2026, 6, 16)
    state = state_of(permits, permit, entry("file", DAY), on=DAY)
    option = act_option(permit, "extend", state, {}, roles=NO_ROLES, on=late)
    assert option.refusals[0].sentence.en == (
        "It cannot be extended: the term “Decision” ended on 15 June 2026."
    )


def test_a_suspension_keeps_and_an_interruption_restores(
    permits: Library, permit: Procedure
) -> None:
    file = entry("file", DAY)
    asked = [file, entry("ask", date(2026, 6, 4)), entry("answer", date(2026, 6, 9))]
    again = [file, entry("start_again", date(2026, 6, 9))]
    kept = state_of(permits, permit, *asked, on=date(2026, 6, 9)).deadline("decide")
    restored = state_of(permits, permit, *again, on=date(2026, 6, 9)).deadline("decide")
    assert kept is not None
    assert restored is not None
    assert (kept.due_on, restored.due_on) == (date(2026, 6, 19), date(2026, 6, 23))
    assert "started again in full" in restored.explanation.en


def test_a_breach_before_an_interruption_stays_on_record(
    permits: Library, permit: Procedure
) -> None:
    again = entry("start_again", date(2026, 6, 18))
    found = state_of(permits, permit, entry("file", DAY), again, on=again.effective_on)
    deadline = found.deadline("decide")
    assert deadline is not None
    assert deadline.breached_on is None
    assert deadline.earlier_breaches == (date(2026, 6, 16),)


def test_a_suspension_after_the_term_has_passed_changes_nothing(
    permits: Library, permit: Procedure
) -> None:
    log = [entry("file", DAY), entry("ask", date(2026, 6, 18))]
    deadline = state_of(permits, permit, *log, on=date(2026, 6, 30)).deadline("decide")
    assert deadline is not None
    assert (deadline.state, deadline.breached_on) == ("breached", date(2026, 6, 16))


def test_the_quantity_is_the_one_in_force_on_the_day_counted_from(
    permits: Library, permit: Procedure
) -> None:
    due = [
        state_of(permits, permit, entry("file", day), on=day).deadline("decide")
        for day in (date(2025, 12, 31), date(2026, 1, 1))
    ]
    assert [each.due_on for each in due if each] == [date(2026, 1, 28), date(2026, 1, 15)]


@pytest.mark.parametrize(
    ("log", "message"),
    [
        ([], "a case begins with an opening act"),
        ([entry("burn", DAY)], "no act “burn”"),
        ([entry("check", DAY)], "“Check” cannot be done at this point"),
        ([entry("file", DAY), entry("file", DAY)], "“File” cannot be done at this point"),
        ([entry("file", DAY), entry("answer", DAY)], "“Answer” cannot be done at this point"),
        ([entry("file", DAY), entry("check", DAY - timedelta(days=1))], "before the act"),
        ([LogEntry("file", datetime(2026, 6, 1), DAY, {})], "time zone"),  # noqa: DTZ001  # the case
        ([LogEntry("file", datetime(2026, 6, 1, tzinfo=UTC), date(2026, 6, 3), {})], "not come"),
    ],
)
def test_a_log_the_procedure_does_not_allow_is_refused(
    permits: Library, permit: Procedure, log: list[LogEntry], message: str
) -> None:
    with pytest.raises(IllegalLog) as raised:
        fold(permit, log, permits.calendars, on=DAY)
    assert message in raised.value.detail.en
    assert raised.value.position == max(len(log) - 1, 0)


def test_an_entry_must_carry_what_its_act_asks_for(library: Library) -> None:
    procedure = library.procedure("az/readmission-own-national", on=DAY)
    log = [
        entry("submit_application", DAY),
        entry("record_deemed_agreement", DAY),
        entry("issue_travel_document", DAY),
        entry("announce_transfer", DAY, transfer_on=DAY),
    ]
    with pytest.raises(IllegalLog, match=r"."):
        fold(procedure, log, library.calendars, on=DAY)


def test_roles_open_acts_and_conditions_bar_them_independently(
    permits: Library, permit: Procedure
) -> None:
    state = state_of(permits, permit, entry("file", DAY), on=DAY)
    options = possible_acts(permit, state, {}, roles=frozenset({"officer"}), on=DAY)
    grant = next(each for each in options if each.act.id == "grant")
    assert (grant.permitted, grant.possible) == (True, False)
    assert [each.sentence.en for each in grant.refusals] == ["Check it first."]
    checked = state_of(permits, permit, entry("file", DAY), entry("check", DAY), on=DAY)
    assert act_option(permit, "grant", checked, {}, roles=NO_ROLES, on=DAY).possible


def test_before_a_case_is_open_only_opening_acts_are_offered(permit: Procedure) -> None:
    options = possible_acts(permit, None, {}, roles=frozenset({"applicant"}), on=DAY)
    assert [(each.act.id, each.possible, each.permitted) for each in options] == [
        ("file", True, True)
    ]
    assert not act_option(permit, "check", None, {}, roles=NO_ROLES, on=DAY).possible


@given(data=st.data())
def test_the_same_log_folds_to_the_same_state_and_a_later_day_only_moves_deadlines(
    library: Library, data: st.DataObject
) -> None:
    procedures = library.current(DAY)
    procedure = procedures[data.draw(st.integers(0, len(procedures) - 1))]
    log = random_log(library, procedure, data)
    on = log[-1].effective_on + timedelta(days=data.draw(st.integers(0, 400)))
    once, twice = (fold(procedure, list(log), library.calendars, on=on) for _ in range(2))
    assert once == twice
    earlier = fold(procedure, log, library.calendars, on=log[-1].effective_on)
    assert (earlier.status, earlier.facts, earlier.ended_on) == (
        once.status,
        once.facts,
        once.ended_on,
    )
    for before in earlier.deadlines:
        after = once.deadline(before.id)
        assert after is not None
        assert before.state in {after.state, "running"}


def random_log(library: Library, procedure: Procedure, data: st.DataObject) -> list[LogEntry]:
    facts = {"gate_clear": True, "person_linked": True, "application_complete": True}
    on, log = DAY, opening(procedure, DAY)
    for _ in range(data.draw(st.integers(0, 12))):
        on += timedelta(days=data.draw(st.integers(0, 40)))
        state = fold(procedure, log, library.calendars, on=on)
        options = possible_acts(procedure, state, facts, roles=NO_ROLES, on=on)
        possible = [each.act for each in options if each.possible]
        if not possible:
            break
        act = possible[data.draw(st.integers(0, len(possible) - 1))]
        log.append(entry(act.id, on, **carried(procedure, act.facts_required, on)))
    return log


def test_folding_many_cases_together_comes_to_what_each_comes_to_alone(library: Library) -> None:
    chance, begin = random.Random(7), date(2025, 1, 6)
    for procedure in library.current(date(2026, 6, 1)):
        together = Folder(procedure, library.calendars)
        for _ in range(15):
            log = logged_walk(procedure, library.calendars, chance, begin=begin)[1]
            for on in (log[-1].effective_on, log[-1].effective_on + timedelta(days=90)):
                asked = (procedure, log, library.calendars)
                assert together.both(log, on=on) == (fold(*asked, on=on), due_days(*asked, on=on))
