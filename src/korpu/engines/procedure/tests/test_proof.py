"""Each planted fault is found, and told as the shortest story that shows it."""

from pathlib import Path

import pytest

from korpu.engines.procedure.api import DeclarationError, Library, load_library, prove
from korpu.engines.procedure.tests import permit
from korpu.engines.procedure.tests.permit import PROCEDURE, declared

FEE = """
      - fact: fee_paid
        operator: is
        value: true
        sentence: {az: a, en: b, ru: c}"""
PAID = "- fact: fee_paid\n        operator: is\n        value: true"
REMEDY = """\
    remedy:
      text: {az: "{term}", en: "{term}", ru: "{term}"}
      parameter: decide
"""
TO_WAITING = "[officer]\n    from: [filed]\n    to: waiting"

FAULTS = {
    "unreachable": [("from: [filed]\n    to: waiting", "from: [filed]\n    to: stay")],
    "dead-act": [("sets: {checked: true}", "sets: {checked: false}")],
    "no-completion": [
        ("from: any open", "from: [filed]"),
        ("from: [filed, waiting]", "from: [filed]"),
        ("from: [waiting]\n    to: filed", "from: [waiting]\n    to: stay"),
    ],
    "trapped": [
        ("- fact: checked", "- fact: fee_paid"),
        ("    refuses: true", f"    refuses: true\n    conditions:{FEE}"),
        ("- deadline: decide\n        operator: has_passed", PAID),
    ],
    "unowned-wait": [(", owner: applicant}", "}"), ("met_by: [grant,", "met_by: [ask, grant,")],
    "no-outcome": [("    effect: escalate\n", "")],
    "refusal-without-reasons": [("    reasons_required: true\n", "")],
    "refusal-without-remedy": [(REMEDY, "")],
    "nobody-may": [(TO_WAITING, TO_WAITING.replace("officer", ""))],
    "no-opening": [("    opens_case: true\n", "    from: [filed]\n")],
    "discretion-by-clock": [("proposes: expire", "proposes: grant")],
    "nowhere-to-go-back": [(TO_WAITING, TO_WAITING.replace("waiting", "back"))],
}


def test_the_permit_is_sound(permits: Library) -> None:
    assert prove(permits.procedures[0]) == ()


@pytest.mark.parametrize("code", FAULTS)
def test_a_planted_fault_is_found(permits: Library, tmp_path: Path, code: str) -> None:
    procedure = declared(permits, tmp_path, *FAULTS[code])
    assert code in {finding.code for finding in prove(procedure)}


def test_a_dead_end_is_told_as_the_shortest_story(permits: Library, tmp_path: Path) -> None:
    procedure = declared(permits, tmp_path, *FAULTS["no-completion"])
    finding = next(each for each in prove(procedure) if each.code == "no-completion")
    assert finding.subject == "waiting"
    assert [step.en for step in finding.story] == ["  1. “File” → Filed", "  2. “Ask” → Waiting"]


def test_a_role_nobody_knows_is_found(permits: Library) -> None:
    findings = prove(permits.procedures[0], roles=frozenset({"officer"}))
    assert [(each.code, each.subject) for each in findings] == [("unknown-role", "applicant")]


def test_an_act_that_waits_for_an_unknown_number_is_dead(library: Library, tmp_path: Path) -> None:
    unknown = permit.PARAMETERS.replace("quantity: 20", "quantity: null")
    unknown = unknown.replace("quantity: 10", "quantity: null")
    plain = "    remedy:\n      text: {az: a, en: b, ru: c}\n"
    folder = permit.write(tmp_path, PROCEDURE.replace(REMEDY, plain))
    (folder / "parameters" / "permit.yaml").write_text(unknown, encoding="utf-8")
    with pytest.raises(DeclarationError, match="“Expire” never becomes possible"):
        load_library(folder)


def test_a_library_refuses_an_unsound_procedure_and_prints_the_story(tmp_path: Path) -> None:
    text = PROCEDURE
    for written, instead in FAULTS["no-completion"]:
        text = text.replace(written, instead)
    with pytest.raises(DeclarationError) as raised:
        load_library(permit.write(tmp_path, text))
    assert "xx/permit is not sound" in str(raised.value)
    assert "2. “Ask” → Waiting" in str(raised.value)
