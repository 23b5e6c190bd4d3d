import hashlib
import json
from dataclasses import replace
from datetime import date

from korpu.engines.measures.api import Protection, from_record, run, to_bytes, to_record
from korpu.engines.measures.tests.tables import FIRST, LAST, MEASURE, SCHEMA, Plan

RULES = Protection(threshold=5, minimum_interval=3, rounding_base=5, additivity="each_cell")
ROWS = [
    Plan(f"p{n}", date(2026, 8, 1), ("DEU", "SWE")[n % 2], "FM"[n % 3 == 0], 1960 + n)
    for n in range(60)
]


def run_of(rows=ROWS, measure=MEASURE, rules=RULES):
    return run(
        measure=measure,
        schema=SCHEMA,
        content=to_bytes(SCHEMA, rows),
        period="2026-Q3",
        first=FIRST,
        last=LAST,
        rules=rules,
    )


def test_the_same_manifest_gives_the_same_bytes():
    one, other = run_of(), run_of(list(reversed(ROWS)))
    assert one.manifest == other.manifest
    assert one.output == other.output


def test_the_manifest_names_inputs_rules_code_and_outputs_by_their_hash():
    result = run_of()
    manifest = json.loads(result.manifest)
    assert manifest["inputs"] == [
        {
            "extract": "plans",
            "sha256": hashlib.sha256(to_bytes(SCHEMA, ROWS)).hexdigest(),
        }
    ]
    assert manifest["measure"] == {"id": "plans", "version": "1", "sha256": "1" * 64}
    assert manifest["outputs"]["cells.jsonl"] == (hashlib.sha256(result.output).hexdigest())
    assert len(manifest["code"]["sha256"]) == 64


def test_another_row_rule_or_parameter_gives_another_manifest():
    manifests = {
        run_of().manifest,
        run_of(ROWS[1:]).manifest,
        run_of(measure=replace(MEASURE, version="2")).manifest,
        run_of(rules=replace(RULES, threshold=3)).manifest,
    }
    assert len(manifests) == 4


def test_the_published_cells_hold_no_true_count_and_no_reason():
    lines = [json.loads(line) for line in run_of().output.splitlines()]
    assert {key for line in lines for key in line} == {"STATE", "SEX", "AGE", "value", "treatment"}
    assert any(line["value"] is None for line in lines)


def test_the_manifest_gives_nothing_to_check_a_guess_at_small_counts_against():
    """No number of rows, and the only hash over results is of what is published anyway."""
    manifest = json.loads(run_of().manifest)
    assert set(manifest["inputs"][0]) == {"extract", "sha256"}
    assert set(manifest["outputs"]) == {"cells.jsonl"}


def test_a_run_can_keep_the_rule_it_counted_by():
    record = json.loads(json.dumps(to_record(MEASURE)))
    assert from_record(record) == MEASURE
