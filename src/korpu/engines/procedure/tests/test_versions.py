"""Versions in files: an amendment says only what changes, and old cases keep the old law."""

from datetime import date
from pathlib import Path

import pytest

from korpu.engines.procedure.api import DeclarationError, Library, fold, load_library
from korpu.engines.procedure.tests import permit
from korpu.engines.procedure.tests.test_fold import entry

AMENDMENT = f"""\
amends: permit
version: "2"
valid_from: 2026-09-01
law: [{permit.LAW}]
transition: {{running: keep, law: {permit.LAW}}}
formerly: {{check: verify}}
acts:
  verify:
    title: {{az: Yoxlamaq, en: Verify, ru: Проверить}}
    roles: [officer]
    from: [filed]
    to: stay
    sets: {{checked: true}}
deadlines:
  decide: {{roll: none}}
"""


@pytest.fixture(scope="module")
def two(tmp_path_factory: pytest.TempPathFactory) -> Library:
    folder = tmp_path_factory.mktemp("two")
    text = AMENDMENT.replace("formerly: {check: verify}\n", "")
    return load_library(permit.write(folder, second=text))


def test_each_day_has_one_version_and_the_amended_one_ends_the_day_before(two: Library) -> None:
    assert two.procedure("xx/permit", on=date(2026, 8, 31)).version == "1"
    assert two.procedure("xx/permit", on=date(2026, 9, 1)).version == "2"
    assert two.version("xx/permit", "1").valid_until == date(2026, 8, 31)
    assert two.version("xx/permit", "2").acts.keys() > two.version("xx/permit", "1").acts.keys()


def test_a_case_keeps_the_version_it_was_opened_under(two: Library) -> None:
    log = [entry("file", date(2026, 8, 31))]
    old = fold(two.version("xx/permit", "1"), log, two.calendars, on=date(2026, 9, 2))
    new = fold(two.version("xx/permit", "2"), log, two.calendars, on=date(2026, 9, 2))
    assert old.deadline("decide") == new.deadline("decide")


@pytest.mark.parametrize(
    ("written", "instead", "told"),
    [
        ("valid_from: 2026-09-01\n", "", "an amendment says its own valid_from"),
        ('version: "2"\n', 'version: "1"\n', "overlaps version 1"),
        ("valid_from: 2026-09-01", "valid_from: 2019-01-01", "overlaps"),
        ("amends: permit", "amends: permitt", "is not allowed here"),
        ('version: "2"', 'id: xx/other\nversion: "2"', "keeps the procedure's id"),
        ("running: keep", "running: maybe", "is not allowed here"),
        ("", "", "is still an act"),
    ],
)
def test_half_an_amendment_is_refused_at_its_line(
    tmp_path: Path, written: str, instead: str, told: str
) -> None:
    text = AMENDMENT.replace(written, instead, 1)
    if written:
        text = text.replace("formerly: {check: verify}\n", "")
    with pytest.raises(DeclarationError, match=told) as caught:
        load_library(permit.write(tmp_path, second=text))
    assert caught.value.file.endswith(".yaml")


def test_an_act_that_is_called_otherwise_now_is_found_by_its_former_name(tmp_path: Path) -> None:
    text = AMENDMENT.replace("formerly: {check: verify}", "formerly: {look_at: verify}")
    second = load_library(permit.write(tmp_path, second=text)).version("xx/permit", "2")
    day = date(2026, 9, 2)
    log = [entry("file", day), entry("look_at", day)]
    state = fold(second, log, load_library(tmp_path).calendars, on=day)
    assert state.facts == {"checked": True}
    assert second.act("look_at").id == "verify"
    with pytest.raises(KeyError):
        second.act("never")
