from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings

from korpu.engines.measures.api import TOTAL, InvalidRows, count, to_bytes
from korpu.engines.measures.reference import count_slowly
from korpu.engines.measures.tests.tables import FIRST, LAST, MEASURE, SCHEMA, Plan, plans
from korpu.kernel.errors import InvalidInput


@settings(max_examples=60, deadline=None)
@given(plans())
def test_duckdb_counts_what_the_reference_counts(rows):
    fast = count(MEASURE, SCHEMA, to_bytes(SCHEMA, rows), FIRST, LAST)
    assert fast == count_slowly(MEASURE, rows)


def test_a_small_table_drawn_by_hand():
    rows = [
        Plan("p1", date(2026, 7, 1), "DEU", "F", 1990),
        Plan("p2", date(2026, 9, 30), "DEU", "F", 2008),
        Plan("p3", date(2026, 8, 15), "SWE", None, 1961),
        Plan("p4", date(2026, 8, 15), "SWE", "X", None),
        Plan("p5", date(2026, 8, 15), "POL", "M", 1990),
    ]
    table = count(MEASURE, SCHEMA, to_bytes(SCHEMA, rows), FIRST, LAST)
    assert table.counts[("DEU", "F", "Y18T64")] == 2
    assert table.counts[("SWE", "_U", "Y_GE65")] == 1
    assert table.counts[("SWE", "_U", "_U")] == 1
    assert table.counts[(TOTAL, TOTAL, TOTAL)] == 4, "Poland is not asked for"
    assert table.codes[0] == ("DEU", "SWE"), "of an open list only what occurs"


def test_an_empty_extract_counts_zero_over_the_declared_codes():
    table = count(MEASURE, SCHEMA, b"", FIRST, LAST)
    assert table.counts[(TOTAL, "F", "Y0T17")] == 0


def test_a_row_outside_the_period_is_refused_and_not_dropped():
    rows = [Plan("p1", date(2026, 10, 1), "DEU", "F", 1990)]
    with pytest.raises(InvalidRows):
        count(MEASURE, SCHEMA, to_bytes(SCHEMA, rows), FIRST, LAST)


@pytest.mark.parametrize("change", [{"sex": "male"}, {"birth_year": 2040}, {"state": "ger"}])
def test_a_value_without_a_code_is_refused_and_not_guessed(change):
    row = replace(Plan("p1", date(2026, 7, 1), "DEU", "F", 1990), **change)
    measure = replace(MEASURE, where={})
    with pytest.raises(InvalidInput):
        count(measure, SCHEMA, to_bytes(SCHEMA, [row]), FIRST, LAST)
