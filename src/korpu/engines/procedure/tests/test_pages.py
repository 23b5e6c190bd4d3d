"""Drawings and sheets: made from the declaration, well formed, complete, and not stale."""

from datetime import date
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from korpu.engines.procedure.api import Library, draw, sections, sheet
from korpu.engines.procedure.command import main, reference
from korpu.engines.procedure.layout import lay_out
from korpu.engines.procedure.tests.test_library import PROCEDURES
from korpu.engines.procedure.told_beside import marks
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


@every
@spoken
def test_branches_questions_and_tables_are_marked_and_explained_in_drawing_and_sheet(
    library: Library, procedure_id: str, language: Language
) -> None:
    procedure = library.procedure(procedure_id, on=DAY)
    picture, text = draw(procedure, language), sheet(procedure, language)
    words = " ".join(" ".join(each.text.split()) for each in texts_of(picture))
    beside = (*procedure.branches.values(), *procedure.waits.values(), *procedure.tables.values())
    assert sum(len(section.members) for section in sections(procedure)) == len(beside)
    for section in sections(procedure):
        for each in section.members:
            said = each.title.in_language(language)
            assert f"{each.mark} {said}." in words
            assert f"**{each.mark} {said}.**" in text
    for wait in procedure.waits.values():
        for act in wait.asked_by | wait.answered_by | wait.holds_back:
            assert "[" in marks(procedure)[act]


@every
@spoken
def test_no_line_of_a_drawing_runs_out_of_it(
    library: Library, procedure_id: str, language: Language
) -> None:
    tree = ET.fromstring(draw(library.procedure(procedure_id, on=DAY), language))
    width, height = (int(tree.get(name, "0")) for name in ("width", "height"))
    for each in tree.iter(f"{SVG}text"):
        wide = len(each.text or "") * int(each.get("font-size", "0")) * 0.51
        assert int(each.get("x", "0")) + wide <= width
        assert int(each.get("y", "0")) < height


def texts_of(picture: str) -> list[ET.Element]:
    return [each for each in ET.fromstring(picture).iter(f"{SVG}text") if each.text]


@every
def test_no_arrow_passes_behind_a_box(library: Library, procedure_id: str) -> None:
    layout = lay_out(library.procedure(procedure_id, on=DAY))
    for link in layout.up:
        source, target = layout.spots[link.source], layout.spots[link.target]
        height = target.row if source.column < target.column else source.row
        between = range(min(source.column, target.column) + 1, max(source.column, target.column))
        assert not any(
            spot.row == height and spot.column in between for spot in layout.spots.values()
        )


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
