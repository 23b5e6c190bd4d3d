"""Procedures for other tools: BPMN with a layout, a schema for editors, walks and listings."""

import random
from xml.etree import ElementTree as ET

import jsonschema_rs
import pytest
import yaml

from korpu.engines.procedure.api import Library
from korpu.engines.procedure.bpmn import DC, DI, MODEL, bpmn
from korpu.engines.procedure.command import WALKED_FROM, main
from korpu.engines.procedure.schema import schema_of_declarations
from korpu.engines.procedure.tests.conftest import AZ
from korpu.engines.procedure.tests.test_library import PROCEDURES
from korpu.engines.procedure.walks import walk

every = pytest.mark.parametrize("procedure_id", PROCEDURES)
WALKS = 60


@every
def test_every_flow_leads_from_a_node_to_a_node_and_everything_is_drawn(
    library: Library, procedure_id: str
) -> None:
    root = ET.fromstring(bpmn(library.procedure(procedure_id, on=WALKED_FROM), "az"))
    process = root.find(f"{{{MODEL}}}process")
    assert process is not None
    flows = process.findall(f"{{{MODEL}}}sequenceFlow")
    nodes = {each.get("id") for each in process} - {each.get("id") for each in flows}
    ends = {each.get("id") for each in process.findall(f"{{{MODEL}}}endEvent")}
    assert {each.get("targetRef") for each in flows} <= nodes
    assert nodes - {each.get("sourceRef") for each in flows} == ends
    drawn = {
        each.get("bpmnElement") for each in root.iter() if each.tag.startswith(f"{{{DI}}}BPMN")
    }
    assert nodes | {each.get("id") for each in flows} <= drawn


@every
def test_no_two_shapes_of_the_layout_overlap(library: Library, procedure_id: str) -> None:
    root = ET.fromstring(bpmn(library.procedure(procedure_id, on=WALKED_FROM), "ru"))
    boxes = [
        tuple(int(each.get(name, "0")) for name in ("x", "y", "width", "height"))
        for each in root.iter(f"{{{DC}}}Bounds")
    ]
    for number, (x, y, width, height) in enumerate(boxes):
        for left, top, wide, high in boxes[number + 1 :]:
            apart = x + width <= left or left + wide <= x or y + height <= top or top + high <= y
            assert apart


def test_every_declaration_fits_the_schema_and_a_typing_error_does_not() -> None:
    schema = schema_of_declarations()
    for path in sorted((AZ / "procedures").glob("*.yaml")):
        declaration = yaml.load(path.read_text(encoding="utf-8"), yaml.BaseLoader)
        jsonschema_rs.validate(schema, _typed(declaration))
    assert not jsonschema_rs.is_valid(schema, {"acts": {"file": {"rolls": ["officer"]}}})


def _typed(value: object) -> object:
    """Text as YAML reads it, with yes and no as such."""
    if isinstance(value, dict):
        return {key: _typed(each) for key, each in value.items()}
    if isinstance(value, list):
        return [_typed(each) for each in value]
    return {"true": True, "false": False}.get(str(value), value)


@every
def test_random_cases_end_and_leave_nothing_over(library: Library, procedure_id: str) -> None:
    procedure, chance = library.procedure(procedure_id, on=WALKED_FROM), random.Random(7)
    walks = [walk(procedure, library.calendars, chance, begin=WALKED_FROM) for _ in range(WALKS)]
    assert [each for each in walks if each.fault] == []
    assert sum(each.ended for each in walks) > WALKS * 0.5


def test_the_command_prints_terms_cases_and_forms(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["procedures", "explain", "az/removal", "--language", "ru"]) == 0
    assert "48 часов" in capsys.readouterr().out
    assert main(["procedures", "cases", "az/removal"]) == 0
    assert "After “Record the departure” on 12 June 2026" in capsys.readouterr().out
    assert main(["procedures", "bpmn", "az/asylum"]) == 0
    assert "<process" in capsys.readouterr().out
    assert main(["procedures", "schema"]) == 0
    assert "json-schema.org" in capsys.readouterr().out
    assert main(["procedures", "walk", "--walks", "45"]) == 0
    assert "0 faults" in capsys.readouterr().out
