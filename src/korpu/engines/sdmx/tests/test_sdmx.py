"""What we write must be read, with the same meaning, by the library the trade uses."""

from datetime import UTC, datetime
from decimal import Decimal
from io import BytesIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from korpu.engines.sdmx.api import (
    CodeList,
    Component,
    DataStructure,
    crossdomain,
    structure_message,
    write_csv,
)
from korpu.kernel.errors import InvalidInput
from korpu.kernel.texts import Text


def same(text):
    return Text(az=text, en=text, ru=text)


STATES = CodeList(
    "SMS",
    "CL_STATE",
    "1.0",
    same("State"),
    (("DEU", same("Germany & co")), ("SWE", same("Sweden")), ("_T", same("Total"))),
)
STRUCTURE = DataStructure(
    agency="SMS",
    id="READMISSION",
    version="1.0",
    title=same("Readmission <applications>"),
    dimensions=(
        Component("FREQ", same("Frequency"), "code", crossdomain.FREQ),
        Component("STATE", same("State"), "code", STATES),
        Component("TIME_PERIOD", same("Period"), "time"),
    ),
    measure=Component("OBS_VALUE", same("Value"), "number"),
    attributes=(Component("OBS_STATUS", same("Status"), "code", crossdomain.OBS_STATUS),),
)
COLUMNS = {
    "FREQ": "Q",
    "STATE": ["DEU", "SWE", "_T"],
    "TIME_PERIOD": "2026-Q3",
    "OBS_VALUE": [15, None, 20],
    "OBS_STATUS": ["A", "Q", "A"],
}


def written(columns, structure=STRUCTURE):
    out = BytesIO()
    write_csv(structure, columns, out)
    return out.getvalue().decode()


def test_the_columns_of_sdmx_csv_stand_as_the_standard_orders_them():
    assert written(COLUMNS) == (
        "STRUCTURE,STRUCTURE_ID,ACTION,FREQ,STATE,TIME_PERIOD,OBS_VALUE,OBS_STATUS\r\n"
        "datastructure,SMS:READMISSION(1.0),I,Q,DEU,2026-Q3,15,A\r\n"
        "datastructure,SMS:READMISSION(1.0),I,Q,SWE,2026-Q3,,Q\r\n"
        "datastructure,SMS:READMISSION(1.0),I,Q,_T,2026-Q3,20,A\r\n"
    )


observations = st.lists(
    st.tuples(
        st.sampled_from("AQM"),
        st.sampled_from(("DEU", "SWE", "_T")),
        st.sampled_from(("2025", "2026-Q1", "2026-M07")),
        st.none() | st.integers(-(10**9), 10**9) | st.decimals(-1000, 1000, places=2),
        st.sampled_from("APQ"),
    ),
    min_size=1,
    unique_by=lambda row: row[:3],
)


@settings(max_examples=40, deadline=None)
@given(observations)
def test_pysdmx_reads_back_every_observation(rows):
    from pysdmx.io import read_sdmx

    names = [component.id for component in STRUCTURE.components]
    text = written(dict(zip(names, map(list, zip(*rows, strict=True)), strict=True)))
    (dataset,) = read_sdmx(text).data
    assert dataset.short_urn == "DataStructure=SMS:READMISSION(1.0)"
    frame = dataset.data[names].astype(object).where(dataset.data[names].notna(), None)
    read = [tuple(row) for row in frame.itertuples(index=False)]
    for got, put in zip(read, rows, strict=True):
        assert (*got[:3], got[4]) == (*put[:3], put[4])
        assert (None if got[3] in (None, "") else Decimal(str(got[3]))) == (
            None if put[3] is None else Decimal(put[3])
        )


def test_pysdmx_reads_the_structure_and_the_official_schema_accepts_it():
    from pysdmx.io import read_sdmx

    message = structure_message(
        STRUCTURE, message_id="M1", prepared_at=datetime(2026, 11, 22, tzinfo=UTC)
    )
    read = read_sdmx(message.decode(), validate=True)
    (definition,) = read.get_data_structure_definitions()
    assert [d.id for d in definition.components.dimensions] == ["FREQ", "STATE", "TIME_PERIOD"]
    assert [m.id for m in definition.components.measures] == ["OBS_VALUE"]
    assert [a.id for a in definition.components.attributes] == ["OBS_STATUS"]
    codelists = {codelist.id: codelist for codelist in read.get_codelists()}
    assert [code.id for code in codelists["CL_STATE"]] == ["DEU", "SWE", "_T"]


@pytest.mark.parametrize(
    ("change", "culprit"),
    [
        ({"STATE": ["DEU", "SWE", "FRA"]}, "STATE"),
        ({"STATE": ["DEU", "SWE", None]}, "STATE"),
        ({"TIME_PERIOD": "=cmd()"}, "TIME_PERIOD"),
        ({"TIME_PERIOD": "2026-Q5"}, "TIME_PERIOD"),
        ({"OBS_VALUE": [1, 2, float("nan")]}, "OBS_VALUE"),
        ({"OBS_VALUE": [1, 2, Decimal("Infinity")]}, "OBS_VALUE"),
        ({"OBS_VALUE": [1, 2, "3"]}, "OBS_VALUE"),
        ({"OBS_VALUE": [1, 2, True]}, "OBS_VALUE"),
    ],
)
def test_a_value_that_does_not_belong_is_refused_before_anything_is_written(change, culprit):
    out = BytesIO()
    with pytest.raises(InvalidInput) as caught:
        write_csv(STRUCTURE, {**COLUMNS, **change}, out)
    assert caught.value.facts["component"] == culprit
    assert out.getvalue() == b""


@pytest.mark.parametrize(
    "change", [{"STATE": ["DEU", "DEU", "_T"]}, {"STATE": ["DEU"]}, {"SEX": "F"}]
)
def test_a_double_observation_a_short_and_a_surplus_column_are_refused(change):
    with pytest.raises(InvalidInput):
        written({**COLUMNS, **change})


def test_a_code_that_could_start_a_formula_is_never_written_even_from_a_bad_code_list():
    bad = CodeList("SMS", "CL_STATE", "1.0", same("State"), (("=1+1", same("x")),))
    structure = DataStructure(
        "SMS",
        "X",
        "1.0",
        same("x"),
        (Component("STATE", same("State"), "code", bad),),
        STRUCTURE.measure,
        (),
    )
    with pytest.raises(InvalidInput):
        written({"STATE": ["=1+1"], "OBS_VALUE": [1]}, structure)


def test_blocks_join_without_a_seam():
    many = CodeList(
        "SMS", "CL_N", "1", same("n"), tuple((f"c{n}", same("n")) for n in range(250_001))
    )
    structure = DataStructure(
        "SMS",
        "X",
        "1.0",
        same("x"),
        (Component("N", same("n"), "code", many),),
        STRUCTURE.measure,
        (),
    )
    text = written(
        {"N": [f"c{n}" for n in range(250_001)], "OBS_VALUE": list(range(250_001))}, structure
    )
    lines = text.split("\r\n")
    assert lines.pop() == ""
    assert lines[1:] == [f"datastructure,SMS:X(1.0),I,c{n},{n}" for n in range(250_001)]
