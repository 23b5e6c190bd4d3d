"""Drawings and sheets: made from the declaration, well formed, complete, and not stale."""

from datetime import date
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from korpu.engines.procedure.api import Library, draw, sheet
from korpu.engines.procedure.command import main, reference
from korpu.engines.procedure.layout import lay_out
from korpu.engines.procedure.tests.test_library import PROCEDURES
from korpu.kernel.texts import LANGUAGES, Language

DAY = date(2026, 6, 1)
REFERENCE = Path(__file__).parents[5] / "docs" / "reference" / "procedures"
SVG = "{http://www.w3.org/2000/svg}"
OWN = "az/readmission-own-national"
every = pytest.mark.parametrize("procedure_id", PROCEDURES)
spoken = pytest.mark.parametrize("language", LANGUAGES)


@every
@spoken
def test_the_drawing_names_every_status_and_act(
    library: Library, procedure_id: str, language: Language
) -> None:
    procedure = library.procedure(procedure_id, on=DAY)
    tree = ET.fromstring(draw(procedure, language))
    words = " ".join(" ".join(each.text.split()) for each in tree.iter(f"{SVG}text") if each.text)
    for named in (*procedure.statuses.values(), *procedure.acts.values()):
        for word in named.title.in_language(language).split():
            assert word in words


@every
def test_no_two_statuses_share_a_cell(library: Library, procedure_id: str) -> None:
    spots = list(lay_out(library.procedure(procedure_id, on=DAY)).spots.values())
    assert len(spots) == len(set(spots))


@every
def test_the_boxes_of_a_drawing_do_not_overlap(library: Library, procedure_id: str) -> None:
    tree = ET.fromstring(draw(library.procedure(procedure_id, on=DAY), "ru"))
    boxes = [
        tuple(int(each.get(name, "0")) for name in ("x", "y", "width", "height"))
        for each in tree.iter(f"{SVG}rect")
        if each.get("rx")
    ]
    for number, (x, y, width, height) in enumerate(boxes):
        for left, top, wide, high in boxes[number + 1 :]:
            apart = x + width <= left or left + wide <= x or y + height <= top or top + high <= y
            assert apart


def test_the_drawing_marks_where_the_case_is(library: Library) -> None:
    procedure = library.procedure(OWN, on=DAY)
    assert "İş buradadır" in draw(procedure, "az", here="agreed")
    assert "İş buradadır" not in draw(procedure, "az")


def test_a_drawing_can_stand_in_a_page_that_forbids_styles_and_scripts(library: Library) -> None:
    picture = draw(library.procedure(OWN, on=DAY), "en")
    assert not any(word in picture for word in ("<style", "<script", "style=", "onload"))


@every
@spoken
def test_the_sheet_says_every_rule_with_its_law(
    library: Library, procedure_id: str, language: Language
) -> None:
    procedure = library.procedure(procedure_id, on=DAY)
    text = sheet(procedure, language)
    for act in procedure.acts.values():
        assert act.title.in_language(language) in text
        for condition in act.conditions:
            assert condition.sentence.in_language(language) in text
    for rule in procedure.deadlines.values():
        assert rule.title.in_language(language) in text
        assert rule.parameter.versions[-1].citation.instrument in text
    assert "{" not in text


def test_the_reference_in_the_documentation_is_not_stale(library: Library) -> None:
    """Mend with: ``korpu procedures reference docs/reference/procedures``."""
    expected = reference(library, date.max)
    found = {path.name: path.read_text(encoding="utf-8") for path in REFERENCE.iterdir()}
    assert found == expected


def test_the_command_lists_proves_draws_and_prints(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["procedures", "list"]) == 0
    assert "az/reintegration-support" in capsys.readouterr().out
    assert main(["procedures", "prove"]) == 0
    assert "written cases hold" in capsys.readouterr().out
    assert main(["procedures", "draw", OWN, "--language", "az"]) == 0
    assert capsys.readouterr().out.startswith("<svg")
    assert main(["procedures", "sheet", "az/reintegration-support", "--language", "ru"]) == 0
    assert capsys.readouterr().out.startswith("# Поддержка реинтеграции")


def test_the_command_writes_the_reference(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["procedures", "reference", str(tmp_path / "out")]) == 0
    assert len(capsys.readouterr().out.splitlines()) == len(PROCEDURES) * len(LANGUAGES) * 2
    assert (tmp_path / "out" / "az-reintegration-support.az.svg").exists()
