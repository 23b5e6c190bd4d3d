"""A decision can be run again from its receipt alone, and nothing in the file can be altered."""

import json
from argparse import Namespace
from dataclasses import replace
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from korpu.engines.procedure.api import Library, Procedure, fingerprint
from korpu.engines.procedure.receipt_command import check_file
from korpu.engines.procedure.receipts import check, declaration_text, document, receipt_of
from korpu.engines.procedure.tests.test_fold import entry
from korpu.kernel.errors import InvalidInput

DAY = date(2026, 6, 1)


@pytest.fixture
def content(permits: Library) -> dict[str, Any]:
    permit = permits.procedure("xx/permit", on=DAY)
    receipt = receipt_of(
        permit,
        permits.calendars,
        [entry("file", DAY), entry("check", DAY)],
        entry("grant", date(2026, 6, 3)),
        case="P-1",
        role="officer",
        facts={"fee_paid": True},
        reasons="All papers are in order.",
        recorded_on=date(2026, 6, 3),
    )
    law = {permit.digest: declaration_text(permit)}
    law |= {fingerprint(each): declaration_text(each) for each in permits.calendars.values()}
    written = document(receipt, law, reasons="All papers are in order.")
    return json.loads(json.dumps(written))  # type: ignore[no-any-return]


def test_a_receipt_agrees_with_itself_and_says_facts_with_their_origin_and_rules(
    content: dict[str, Any],
) -> None:
    assert check(content) == ()
    receipt = content["receipt"]
    assert receipt["rules"][0]["held"] is True
    assert {each["fact"]: each["origin"] for each in receipt["facts"]} == {"fee_paid": "file"}
    assert receipt["terms"][0]["due_on"] == {"$date": "2026-06-15"}


def reseal(content: dict[str, Any]) -> dict[str, Any]:
    """What a forger does who knows how a receipt is sealed."""
    text = json.dumps(content["receipt"], sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return content | {"digest": sha256(text.encode()).hexdigest()}


@pytest.mark.parametrize("sealed_again", [False, True])
@pytest.mark.parametrize(
    ("path", "value", "where"),
    [
        (("receipt", "status_after"), "denied", "status_after"),
        (("receipt", "rules", 0, "held"), False, "rules"),
        (("receipt", "role"), "applicant", "role"),
        (("receipt", "log", 1, "act"), "ask", "log"),
        (("receipt", "terms", 0, "due_on"), {"$date": "2026-07-15"}, "terms"),
        (("receipt", "entry", "effective_on"), {"$date": "2026-05-30"}, "log"),
    ],
)
def test_an_altered_receipt_is_found_out_even_when_it_was_sealed_again(
    content: dict[str, Any], path: tuple[Any, ...], value: object, where: str, sealed_again
) -> None:
    part: Any = content
    for step in path[:-1]:
        part = part[step]
    part[path[-1]] = value
    found = check(reseal(content) if sealed_again else content)
    assert [each.where for each in found][:1] == [where if sealed_again else "receipt"]


def test_altered_law_or_reasons_are_found_out(content: dict[str, Any]) -> None:
    digest = content["receipt"]["procedure_digest"]
    altered = json.loads(json.dumps(content))
    altered["declarations"][digest]["acts"]["grant"]["roles"] = ["applicant"]
    assert [each.where for each in check(altered)] == ["procedure"]
    assert [each.where for each in check(content | {"reasons": "Others."})] == ["reasons"]
    assert "procedure" in [each.where for each in check(content | {"declarations": {}})]


@pytest.mark.parametrize("wrong", [{}, {"format": "other"}, {"receipt": {"case": 1}}])
def test_what_is_no_receipt_is_refused(content: dict[str, Any], wrong: dict[str, Any]) -> None:
    with pytest.raises(InvalidInput):
        check(content | wrong if wrong else {})


def test_the_command_says_agrees_or_where_it_differs(
    content: dict[str, Any], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "receipt.json"
    file.write_text(json.dumps(content))
    assert check_file(Namespace(file=file)) == 0
    content["receipt"]["status_after"] = "denied"
    file.write_text(json.dumps(reseal(content)))
    assert check_file(Namespace(file=file)) == 1
    file.write_text("[]")
    assert check_file(Namespace(file=file)) == 2
    told = capsys.readouterr().out
    assert "agrees" in told
    assert "differs in status_after" in told
    assert "cannot be read" in told


def test_the_same_decision_has_the_same_receipt_whatever_the_order_of_the_law(
    permits: Library,
) -> None:
    permit = permits.procedure("xx/permit", on=DAY)
    other: Procedure = replace(permit, acts=dict(reversed(permit.acts.items())))
    assert json.loads(declaration_text(other)) == json.loads(declaration_text(permit))
