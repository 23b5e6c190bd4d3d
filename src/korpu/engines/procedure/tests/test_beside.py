"""Branches, waits, decision tables, separated duties, hours: what stands beside the plain term."""

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from korpu.engines.procedure.api import (
    DeclarationError,
    Library,
    Rights,
    act_option,
    fold,
    load_library,
    prove,
)
from korpu.engines.procedure.calendars import Calendar
from korpu.engines.procedure.declaring import procedure as declared
from korpu.engines.procedure.terms import Term
from korpu.engines.procedure.tests import permit
from korpu.engines.procedure.tests.conftest import AZ
from korpu.engines.procedure.tests.logs import entry
from korpu.engines.procedure.tests.permit import PROCEDURE
from korpu.engines.procedure.yamlfile import open_yaml

NO_ROLES: frozenset[str] = frozenset()
DAY = date(2026, 6, 5)


def in_zone(library: Library, zone: str) -> Calendar:
    from dataclasses import replace

    return replace(library.calendars["az"], time_zone=zone)


@given(
    anchor=st.dates(date(2012, 1, 1), date(2031, 12, 31)),
    minute=st.integers(0, 24 * 60 - 1),
    hours=st.integers(0, 500),
    zone=st.sampled_from(["Asia/Baku", "Europe/Berlin", "America/New_York", "UTC"]),
)
def test_hours_are_hours_whatever_the_clocks_do(
    library: Library, anchor: date, minute: int, hours: int, zone: str
) -> None:
    """The twin counts hours one by one on the clock of the world."""
    time = f"{minute // 60:02}:{minute % 60:02}"
    found = Term(hours, "hours", in_zone(library, zone), "none", time=time).reckon(anchor)
    at = datetime(
        anchor.year, anchor.month, anchor.day, minute // 60, minute % 60, tzinfo=ZoneInfo(zone)
    )
    walked = at.astimezone(UTC)
    for _ in range(hours):
        walked += timedelta(hours=1)
    assert found.due_at == walked
    assert found.due_on == (walked - timedelta(microseconds=1)).astimezone(ZoneInfo(zone)).date()


def test_the_night_the_clocks_go_forward_has_an_hour_less(library: Library) -> None:
    berlin = in_zone(library, "Europe/Berlin")
    due = Term(48, "hours", berlin, "none", time="14:00").reckon(date(2026, 3, 28)).due_at
    assert due is not None
    assert due.astimezone(ZoneInfo("Europe/Berlin")).strftime("%d %H:%M") == "30 15:00"


def test_hours_without_a_time_of_day_run_from_the_end_of_it(library: Library) -> None:
    term = Term(48, "hours", library.calendars["az"], "none")
    assert term.reckon(date(2026, 6, 5)).due_on == date(2026, 6, 7)
    at_once = Term(0, "hours", library.calendars["az"], "none")
    assert at_once.reckon(date(2026, 6, 5)).due_on == date(2026, 6, 5)


@pytest.mark.parametrize(
    ("anchor", "months", "due"),
    [
        (date(2024, 2, 29), 12, date(2025, 2, 28)),
        (date(2024, 2, 29), 48, date(2028, 2, 29)),
        (date(2027, 8, 31), 6, date(2028, 2, 29)),
    ],
)
def test_months_from_and_to_the_29th_of_february(
    library: Library, anchor: date, months: int, due: date
) -> None:
    assert Term(months, "months", library.calendars["az"], "none").reckon(anchor).due_on == due


def test_a_date_that_was_wrong_moves_its_term_and_says_so(library: Library) -> None:
    procedure = library.procedure("az/stay-registration", on=DAY)
    log = [
        entry("file_registration", DAY, entered_on=date(2026, 6, 1), entry_basis="visa_free"),
        entry("register_visa_free", DAY),
        entry("inform_applicant", DAY, entered_on=date(2026, 6, 3)),
    ]
    stay = fold(procedure, log, library.calendars, on=DAY).deadline("visa_free_stay")
    assert stay is not None
    assert (stay.anchor_on, stay.due_on) == (date(2026, 6, 3), date(2026, 9, 1))
    assert stay.moved_from == (date(2026, 6, 1),)
    assert "It was counted from 1 June 2026 before" in stay.explanation.en


def test_a_choice_stated_anew_chooses_the_length_anew(library: Library) -> None:
    procedure = library.procedure("az/temporary-residence", on=DAY)
    log = [
        entry("file_application", DAY, stay_until=date(2026, 9, 1), ground="study", speed="fast"),
        entry("begin_examination", DAY, speed="standard"),
    ]
    fast = fold(procedure, log[:1], library.calendars, on=DAY).deadline("decision")
    slow = fold(procedure, log, library.calendars, on=DAY).deadline("decision")
    assert fast is not None
    assert slow is not None
    assert (fast.due_on, slow.due_on) == (date(2026, 6, 30), date(2026, 7, 7))


def test_the_person_and_the_officer_read_the_same_date_in_other_words(library: Library) -> None:
    procedure = library.procedure("az/removal", on=DAY)
    roles = ["open_removal", "check_bars", "hear_person", "propose_removal", "order_removal"]
    log = [
        entry(act, DAY, **({"ground": "undesirable"} if act == roles[0] else {})) for act in roles
    ]
    log.append(entry("present_decision", DAY, presented_time="10:30"))
    term = fold(procedure, log, library.calendars, on=DAY).deadline("departure")
    assert term is not None
    assert term.due_at == datetime(2026, 6, 7, 6, 30, tzinfo=UTC)
    assert "The hours run from 10:30." in term.explanation.en
    assert term.for_person.en.startswith("Leaving the country: you have until 7 June 2026.")
    assert "Otherwise: Enforced removal becomes possible." in term.for_person.en


def test_the_case_ends_only_when_its_branch_has_ended_too(library: Library) -> None:
    procedure = library.procedure("az/removal", on=DAY)
    rest = ["check_bars", "hear_person", "propose_removal", "order_removal"]
    log = [
        entry("open_removal", DAY, ground="permit_cancelled"),
        *(entry(act, DAY) for act in rest),
        entry("present_decision", DAY, presented_time="10:30"),
        entry("lodge_appeal", DAY),
        entry("lift_decision", DAY),
    ]
    lifted = fold(procedure, log, library.calendars, on=DAY)
    assert (lifted.status, lifted.ended, lifted.places) == (
        "closed_lifted",
        False,
        {"appeal_filed"},
    )
    outcome = act_option(procedure, "record_dismissed", lifted, {}, roles=NO_ROLES, on=DAY)
    assert outcome.possible
    over = fold(procedure, [*log, entry("record_dismissed", DAY)], library.calendars, on=DAY)
    assert over.ended_on == DAY


def test_without_the_guard_one_person_could_propose_and_decide(tmp_path: Path) -> None:
    source = (AZ / "procedures" / "removal.yaml").read_text(encoding="utf-8")
    plain = source.replace("    other_than: [propose_removal]\n", "")
    assert plain != source
    library = load_library(AZ)
    path = tmp_path / "removal.yaml"
    path.write_text(plain, encoding="utf-8")
    unguarded = declared(open_yaml(path), library.parameters, frozenset(library.calendars))
    [finding] = prove(unguarded, rights=library.rights)
    assert finding.code == "duties-united"
    assert [each.en.endswith("(that person)") for each in finding.story].count(True) == 2
    apart = {role: Rights(True, frozenset(unguarded.roles - {role})) for role in unguarded.roles}
    assert prove(unguarded, rights=apart) == ()


def test_a_role_that_cannot_open_a_case_cannot_act_in_it(library: Library) -> None:
    procedure = library.procedure("az/stay-registration", on=DAY)
    blind = {role: Rights(reaches_cases=False) for role in procedure.roles}
    assert {each.code for each in prove(procedure, rights=blind)} == {"role-cannot-reach"}


TABLE = """\
tables:
  length:
    title: {az: m, en: length, ru: с}
    inputs: [checked]
    rows:
      - {when: {checked: [true]}, gives: decide}
      - {when: {checked: [false]}, gives: decide}
deadlines:
"""


@pytest.mark.parametrize(
    ("written", "instead", "told"),
    [
        (
            "      - {when: {checked: [false]}, gives: decide}\n",
            "",
            "says nothing for: checked: no",
        ),
        ("[false]", "[true, false]", "more than one row fits: checked: yes"),
        ("inputs: [checked]", "inputs: [chekced]", "Did you mean “checked”"),
        ("gives: decide}\ndeadlines", "gives: dicide}\ndeadlines", "Did you mean “decide”"),
    ],
)
def test_a_decision_table_is_complete_and_unambiguous(
    tmp_path: Path, written: str, instead: str, told: str
) -> None:
    assert written in TABLE
    text = PROCEDURE.replace("deadlines:\n", TABLE.replace(written, instead))
    with pytest.raises(DeclarationError) as raised:
        load_library(permit.write(tmp_path, text))
    assert told in str(raised.value)


CIRCLE = """\
  second:
    title: {az: i, en: second, ru: в}
    kind: service
    parameter: decide
    calendar: plain
    roll: none
    starts_with: [{lapse_of: third}]
    met_by: [grant]
  third:
    title: {az: u, en: third, ru: т}
    kind: service
    parameter: decide
    calendar: plain
    roll: none
    starts_with: [{lapse_of: second}]
    met_by: [grant]
"""


def twice(text: str) -> str:
    return text.replace('days: ["05-01"]', 'days: ["05-01", "05-01"]')


@pytest.mark.parametrize(
    ("file", "mend", "advice"),
    [
        ("procedures/permit.yaml", lambda text: text + CIRCLE, "Break the circle"),
        ("calendars/plain.yaml", twice, "stands here twice"),
        ("calendars/plain.yaml", lambda text: "time_zone: Asia/Bakuu\n" + text, "no time zone"),
    ],
)
def test_what_cannot_be_is_refused_with_its_line(
    tmp_path: Path, file: str, mend: Callable[[str], str], advice: str
) -> None:
    folder = permit.write(tmp_path)
    path = folder / file
    path.write_text(mend(path.read_text(encoding="utf-8")), encoding="utf-8")
    with pytest.raises(DeclarationError, match=r"\w+\.yaml:\d+: ") as raised:
        load_library(folder)
    assert advice in str(raised.value)
