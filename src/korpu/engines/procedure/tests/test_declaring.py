"""A mistake in a declaration is answered with file, line and what to do."""

from datetime import date
from pathlib import Path

import pytest

from korpu.engines.procedure.api import DeclarationError, load_library
from korpu.engines.procedure.tests import permit
from korpu.engines.procedure.tests.permit import CALENDAR, PARAMETERS, PROCEDURE

MISTAKES = [
    (
        "roles: [applicant]\n    to: filed",
        "role: [applicant]\n    to: filed",
        "Did you mean “roles”",
    ),
    ("to: waiting", "to: waitin", "Did you mean “waiting”"),
    ("    kind: statutory\n", "", "Add a line `kind: …`"),
    ("parameter: decide\n    calendar", "parameter: decid\n    calendar", "Did you mean “decide”"),
    ("calendar: plain", "calendar: moon", "Allowed: plain"),
    ("en: Filed, ", "", "missing in: en"),
    ("valid_from: 2020-01-01", "valid_from: soon", "Write it as 2026-11-08"),
    ("confidence: seen}\n    extension", "confidence: sure}\n    extension", "Allowed: seen"),
    ("operator: has_passed", "operator: has_pased", "Did you mean “has_passed”"),
    ("deadline: decide\n", "deadline: decades\n", "Known: decide"),
    ("sets: {checked: true}", "sets: {fee_paid: true}", "from: acts"),
    ("from: [waiting]", "from: [granted]", "Name statuses that are open"),
    ("proposes: expire", "proposes: explode", "Allowed:"),
    ("effect: escalate", "effect: magic", "Allowed:"),
    ("    starts_with: [{act: file}]", "    starts_with: [{or_act: true}]", "names no event"),
    ("    met_by: [grant, deny]\n    restarted_by: [start_again]\n", "", "met_by"),
    ("at_most: extend_at_most", "at_most: extend_by", "units do not fit"),
    ("  checked:\n    title", "  fee_paid:\n    title", "written twice"),
    ("opens_case: true", "opens_case: perhaps", "`true` or `false`"),
    ("id: xx/permit", "id: [xx", "Check colons"),
    ('"{term}", ru: "{term}"', '"{term}", ru: "x"', "go together"),
    ("operator: has_passed", "operator: has_passed\n        value: true", "do not go together"),
]


@pytest.mark.parametrize(("written", "instead", "advice"), MISTAKES, ids=lambda text: text.strip())
def test_a_mistake_is_placed_and_mended(
    tmp_path: Path, written: str, instead: str, advice: str
) -> None:
    assert written in PROCEDURE
    folder = permit.write(tmp_path / "xx", PROCEDURE.replace(written, instead))
    with pytest.raises(DeclarationError) as raised:
        load_library(folder)
    assert advice in str(raised.value)
    assert raised.value.file == "xx/procedures/permit.yaml"
    assert 1 <= raised.value.line <= PROCEDURE.count("\n") + 1


def test_the_line_is_the_one_the_mistake_stands_on(tmp_path: Path) -> None:
    folder = permit.write(tmp_path, PROCEDURE.replace("to: waiting", "to: waitin"))
    lines = (folder / "procedures" / "permit.yaml").read_text().splitlines()
    with pytest.raises(DeclarationError) as raised:
        load_library(folder)
    assert lines[raised.value.line - 1].strip() == "to: waitin"


def test_a_calendar_that_does_not_say_how_far_it_reaches_is_refused(tmp_path: Path) -> None:
    folder = permit.write(tmp_path)
    endless = CALENDAR.replace("decreed_until: 2050-12-31\n", "")
    (folder / "calendars" / "plain.yaml").write_text(endless, encoding="utf-8")
    with pytest.raises(DeclarationError, match="decreed_until"):
        load_library(folder)


def test_a_day_that_does_not_exist_is_no_holiday(tmp_path: Path) -> None:
    folder = permit.write(tmp_path)
    wrong = CALENDAR.replace("05-01", "02-30")
    (folder / "calendars" / "plain.yaml").write_text(wrong, encoding="utf-8")
    with pytest.raises(DeclarationError, match="not a day of every year"):
        load_library(folder)


def test_two_versions_of_a_parameter_may_not_overlap(tmp_path: Path) -> None:
    folder = permit.write(tmp_path)
    twice = PARAMETERS.replace("valid_until: 2025-12-31", "valid_until: 2026-01-01")
    (folder / "parameters" / "permit.yaml").write_text(twice, encoding="utf-8")
    with pytest.raises(DeclarationError, match="overlaps the one before it"):
        load_library(folder)


def test_two_versions_of_a_procedure_may_not_overlap(tmp_path: Path) -> None:
    second = PROCEDURE.replace('version: "1"', 'version: "2"').replace("2020-01-01", "2026-01-01")
    with pytest.raises(DeclarationError, match="overlaps version 1"):
        load_library(permit.write(tmp_path, second=second))


def test_versions_that_follow_one_another_are_found_by_date_and_name(tmp_path: Path) -> None:
    first = PROCEDURE.replace("2020-01-01", "2020-01-01\nvalid_until: 2025-12-31")
    second = PROCEDURE.replace('version: "1"', 'version: "2"').replace("2020-01-01", "2026-01-01")
    library = load_library(permit.write(tmp_path, first, second=second))
    assert library.procedure("xx/permit", on=date(2025, 12, 31)).version == "1"
    assert library.procedure("xx/permit", on=date(2026, 1, 1)).version == "2"
    assert library.version("xx/permit", "1").valid_until == date(2025, 12, 31)


def test_declarations_may_not_extend_one_another_in_a_circle(tmp_path: Path) -> None:
    circle = "extends: permit\nid: xx/other\n"
    folder = permit.write(tmp_path, "extends: other\n" + PROCEDURE, other=circle)
    with pytest.raises(DeclarationError, match="in a circle"):
        load_library(folder)


def test_a_mistake_in_a_variant_is_placed_in_the_variant(tmp_path: Path) -> None:
    variant = "extends: permit\nid: xx/fast\ndeadlines:\n  decide:\n    parameter: quick\n"
    with pytest.raises(DeclarationError) as raised:
        load_library(permit.write(tmp_path / "xx", fast=variant))
    assert (raised.value.file, raised.value.line) == ("xx/procedures/fast.yaml", 5)


def test_a_file_that_is_not_text_is_refused(tmp_path: Path) -> None:
    folder = permit.write(tmp_path)
    (folder / "procedures" / "permit.yaml").write_bytes(b"title: \xff\xfe")
    with pytest.raises(DeclarationError, match="not UTF-8"):
        load_library(folder)


def test_the_digest_follows_every_change_of_the_rules(tmp_path: Path) -> None:
    plain = load_library(permit.write(tmp_path / "a")).procedures[0].digest
    same = load_library(permit.write(tmp_path / "b")).procedures[0].digest
    lettered = PROCEDURE.replace("refuses: true", "refuses: true\n    letter: no")
    other = load_library(permit.write(tmp_path / "c", lettered)).procedures[0].digest
    folder = permit.write(tmp_path / "d")
    (folder / "parameters" / "permit.yaml").write_text(PARAMETERS.replace("10", "11"))
    number = load_library(folder).procedures[0].digest
    assert plain == same
    assert len({plain, other, number}) == 3
