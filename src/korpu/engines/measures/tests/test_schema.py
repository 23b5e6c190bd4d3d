from dataclasses import dataclass, replace
from datetime import date, datetime

import pytest
from hypothesis import given

from korpu.engines.measures.api import InvalidRows, Schema, from_bytes, to_bytes
from korpu.engines.measures.tests.tables import SCHEMA, Plan, plans
from korpu.kernel.texts import speaking

GOOD = Plan("p1", date(2026, 7, 1), "DEU", "F", 1990)


@given(plans())
def test_rows_come_back_as_they_went_in_whatever_their_order(rows):
    content = to_bytes(SCHEMA, rows)
    assert content == to_bytes(SCHEMA, reversed(rows))
    assert set(from_bytes(SCHEMA, content)) == set(rows)


@pytest.mark.parametrize(
    ("change", "column", "sentence"),
    [
        ({"state": None}, "state", "a value is required"),
        ({"birth_year": "1990"}, "birth_year", "a whole number is expected"),
        ({"birth_year": True}, "birth_year", "a whole number is expected"),
        ({"opened_on": datetime(2026, 7, 1)}, "opened_on", "a date is expected"),  # noqa: DTZ001
        ({"opened_on": "2026-07-01"}, "opened_on", "a date is expected"),
        ({"sex": "Leyla Məmmədova"}, "sex", "codes only"),
        ({"sex": "=1+1"}, "sex", "codes only"),
        ({"sex": ""}, "sex", "codes only"),
        ({"pseudonym": "p1"}, "pseudonym", "twice"),
    ],
)
def test_a_wrong_cell_is_named_by_row_and_column_and_never_quoted(change, column, sentence):
    bad = replace(GOOD, **{"pseudonym": "p2", **change})
    with pytest.raises(InvalidRows) as caught:
        to_bytes(SCHEMA, [GOOD, bad])
    fault = caught.value.faults[0]
    assert (fault.row, fault.column) == (2, column)
    with speaking("en"):
        assert sentence in str(caught.value)
        assert "Nothing was kept" in str(caught.value)
        assert "Məmmədova" not in str(caught.value)


def test_a_row_of_another_class_is_refused_even_with_the_same_columns():
    @dataclass(frozen=True)
    class Impostor:
        pseudonym: str
        opened_on: date
        state: str
        sex: str | None
        birth_year: int | None

    with pytest.raises(InvalidRows):
        to_bytes(SCHEMA, [Impostor("p1", date(2026, 7, 1), "DEU", "F", 1990)])


def test_only_the_first_faults_are_listed_of_a_file_that_is_wrong_throughout():
    bad = [replace(GOOD, pseudonym=f"p{n}", state=None) for n in range(500)]
    with pytest.raises(InvalidRows) as caught:
        to_bytes(SCHEMA, bad)
    assert len(caught.value.faults) == 20


def test_a_row_type_that_could_change_or_hold_anything_else_is_a_programming_error():
    @dataclass
    class Mutable:
        a: str

    @dataclass(frozen=True)
    class WithFloat:
        a: float

    for row_type in (Mutable, WithFloat, str):
        with pytest.raises(TypeError):
            Schema.of("x", row_type, ("a",))
    with pytest.raises(TypeError):
        Schema.of("x", Plan, ("no_such_column",))
