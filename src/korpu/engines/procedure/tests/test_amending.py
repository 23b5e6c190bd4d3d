"""Amendments over files: new cases take the new number, old ones keep theirs."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from korpu.engines.procedure.amending import Amendment, amended
from korpu.engines.procedure.api import Citation, Library, Rights, diff, fold, prove
from korpu.engines.procedure.tests.test_fold import entry
from korpu.kernel.errors import InvalidInput, NotFound
from korpu.kernel.texts import speaking

LAW = Citation("Amending Act", "Art. 2", "seen")
FIRST = date(2026, 9, 1)
SHORTER = Amendment("A1", FIRST, LAW, parameters={"decide": 5})
ID = "xx/permit"


def due(library: Library, version: str, opened: date) -> date | None:
    state = fold(
        library.version(ID, version), [entry("file", opened)], library.calendars, on=opened
    )
    deadline = state.deadline("decide")
    assert deadline is not None
    return deadline.due_on


def test_new_cases_take_the_new_term_and_old_ones_keep_the_old_whenever_it_starts(
    permits: Library,
) -> None:
    library = amended(permits, [SHORTER])
    before, after = FIRST - timedelta(days=1), FIRST
    assert library.procedure(ID, on=before).version == "1"
    assert library.procedure(ID, on=after).version == "1+A1"
    assert due(library, "1", after) == due(permits, "1", after) == date(2026, 9, 15)
    assert due(library, "1+A1", after) == date(2026, 9, 8)
    assert library.version(ID, "1").digest == permits.version(ID, "1").digest
    assert prove(library.version(ID, "1+A1")) == ()


def test_the_proof_of_a_change_knows_what_each_role_may_do(permits: Library) -> None:
    rights = {"officer": Rights(reaches_cases=True)}
    assert amended(replace(permits, rights=rights), [SHORTER]).rights == rights


def test_a_rule_of_a_term_changes_with_its_own_article(permits: Library) -> None:
    change = Amendment("A2", FIRST, LAW, "move", terms={ID: {"decide": {"roll": "none"}}})
    found = amended(permits, [change]).version(ID, "1+A2")
    assert found.deadlines["decide"].roll == "none"
    assert found.deadlines["decide"].law == (LAW,)
    assert found.transition is not None
    assert found.transition.running == "move"


def changing(**rules: str) -> Amendment:
    return Amendment("A2", FIRST, LAW, terms={ID: {"decide": rules}})


def test_everything_said_of_a_term_can_change_and_is_told(permits: Library) -> None:
    change = changing(
        quantity="4", unit="months", anchor="answer", roll="none", kind="service", effect="none",
        proposes="", extension_quantity="1", extension_times="3",
    )  # fmt: skip
    library = amended(permits, [change])
    old, new = library.version(ID, "1"), library.version(ID, "1+A2")
    rule, before = new.deadlines["decide"], old.deadlines["decide"]
    assert rule.extension is not None
    assert rule.extension.parameter is not None
    assert rule.extension.at_most is not None
    numbers = (rule.parameter, rule.extension.parameter, rule.extension.at_most)
    assert [(each.unit, each.versions[-1].quantity) for each in numbers] == [
        ("months", 4), ("months", 1), ("times", 3),
    ]  # fmt: skip
    assert {each.versions[-1].citation for each in numbers} == {LAW}
    assert [each.act for each in rule.starts_with] == ["answer"]
    assert (rule.proposes, rule.kind, rule.effect) == (None, "service", "none")
    assert (rule.met_by, rule.suspension) == (before.met_by, before.suspension)
    with speaking("en"):
        words = " ".join(str(each.sentence) for each in diff(old, new).changes)
    assert "Before: 10 working days. Now: 4 months" in words
    assert "counted from another event" in words
    assert permits.version(ID, "1").deadlines["decide"] == before
    assert amended(permits, [change]).version(ID, "1+A2").digest == new.digest


def test_a_length_of_its_own_leaves_every_other_term_of_the_same_number_alone(
    library: Library,
) -> None:
    name, day = "az/readmission-own-national", date(2026, 12, 1)
    change = Amendment(
        "A1", day, LAW, terms={name: {"reply": {"quantity": "7", "unit": "working_days"}}}
    )
    found = amended(library, [change]).procedure(name, on=day)
    assert prove(found, rights=library.rights) == ()
    state = fold(found, [entry("submit_application", day)], library.calendars, on=day).deadline(
        "reply"
    )
    assert state is not None
    assert state.due_on == library.calendars["az"].nth_after(day, 7)
    others = {key: rule for key, rule in found.deadlines.items() if key != "reply"}
    now = library.procedure(name, on=day).deadlines
    assert others == {key: now[key] for key in others}


@pytest.mark.parametrize(
    ("rules", "at"),
    [
        ({"colour": "red"}, "colour"),
        ({"quantity": "-1"}, "quantity"),
        ({"quantity": "ten"}, "quantity"),
        ({"unit": "moons"}, "unit"),
        ({"unit": "months"}, "quantity"),
        ({"unit": "months", "quantity": "1"}, "extension_quantity"),
        ({"unit": "hours", "quantity": "1"}, "roll"),
        ({"unit": "hours", "quantity": "1", "roll": "none"}, "unit"),
        ({"extension_times": "99999"}, "extension_times"),
    ],
)
def test_what_cannot_be_said_of_a_term_is_refused_at_its_place(
    permits: Library, rules: dict[str, str], at: str
) -> None:
    with pytest.raises(InvalidInput) as refused:
        amended(permits, [changing(**rules)])
    assert set(refused.value.fields) == {at}


def test_a_version_pinned_in_between_is_built_again_from_its_name(permits: Library) -> None:
    earlier = Amendment("A2", date(2026, 8, 1), LAW, parameters={"extend_by": 3})
    pinned = amended(permits, [SHORTER]).version(ID, "1+A1")
    library = amended(permits, [SHORTER, earlier])
    assert library.procedure(ID, on=FIRST).version == "1+A2+A1"
    assert library.version(ID, "1+A1").digest == pinned.digest
    with pytest.raises(NotFound):
        library.version(ID, "1+A9")


def test_withdrawing_stops_new_cases_only(permits: Library) -> None:
    library = amended(permits, [replace(SHORTER, withdrawn_from=date(2026, 10, 1))])
    versions = [library.procedure(ID, on=date(2026, month, 15)).version for month in (8, 9, 10)]
    assert versions == ["1", "1+A1", "1"]
    assert due(library, "1+A1", FIRST) == date(2026, 9, 8)
    assert len(library.current(date(2026, 10, 15))) == 1


def test_a_source_counts_for_every_case_and_changes_no_number(permits: Library) -> None:
    weak = Citation("Hearsay", "", "unverified")
    doubted = [Amendment("A1", FIRST, weak, parameters={"decide": 5})]
    source = Amendment("A2", FIRST, LAW, parameters={"decide": 5}, is_source=True)
    sure = amended(permits, [*doubted, source])
    assert due(sure, "1", FIRST) == date(2026, 9, 15)
    assert due(sure, "1+A1", FIRST) == date(2026, 9, 8)
    version = sure.version(ID, "1+A1").deadlines["decide"].parameter.on(FIRST)
    assert version is not None
    assert version.citation == LAW
    with speaking("en"), pytest.raises(InvalidInput, match="number in force is 5"):
        amended(permits, [*doubted, replace(source, parameters={"decide": 9})])


@given(
    days=st.lists(st.integers(0, 40), min_size=1, max_size=5),
    withdrawn=st.lists(st.one_of(st.none(), st.integers(0, 50)), min_size=5, max_size=5),
)
def test_each_day_stands_under_exactly_the_amendments_in_force_that_day(
    permits: Library, days, withdrawn
) -> None:
    amendments = [
        Amendment(
            f"A{n}",
            FIRST + timedelta(days=day),
            LAW,
            parameters={"decide": n + 1},
            withdrawn_from=None if gone is None else FIRST + timedelta(days=gone),
        )
        for n, (day, gone) in enumerate(zip(days, withdrawn, strict=False))
    ]
    library = amended(permits, amendments)
    for offset in range(-1, 60):
        on = FIRST + timedelta(days=offset)
        active = [each for each in amendments if each.in_force(on)]
        active.sort(key=lambda each: (each.valid_from, amendments.index(each)))
        assert [each.id for each in library.current(on)] == [ID]
        found = library.procedure(ID, on=on)
        assert found.version == "+".join(["1", *(each.number for each in active)])
        version = found.deadlines["decide"].parameter.on(on)
        assert version is not None
        assert version.quantity == (active[-1].parameters["decide"] if active else 10)
