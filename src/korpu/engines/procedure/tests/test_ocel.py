"""The export is valid OCEL 2.0 in both forms, and replay names what does not fit."""

import sqlite3
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from korpu.engines.procedure.api import Library
from korpu.engines.procedure.conformance import deviations
from korpu.engines.procedure.ocel import (
    ObjectAttribute,
    OcelEvent,
    OcelObject,
    Relation,
    check_json,
    write_json,
    write_sqlite,
)
from korpu.engines.procedure.tests.test_fold import entry
from korpu.kernel.errors import InvalidInput

AT = datetime(2026, 6, 1, 9, tzinfo=UTC)
CASE = OcelObject(
    "case/1", "case", (ObjectAttribute("status", AT, "filed"),), (Relation("v/1", "follows"),)
)
VERSION = OcelObject("v/1", "procedure version")
EVENT = OcelEvent("e/1", "file", AT, (Relation("case/1", "acts on"),), {"effective_on": "2026"})


def test_both_forms_hold_the_same_log(tmp_path: Path) -> None:
    content = write_json([CASE, VERSION], [EVENT])
    assert check_json(content) == []
    path = tmp_path / "log.sqlite"
    write_sqlite([CASE, VERSION], [EVENT], path)
    with sqlite3.connect(path) as database:
        one = database.execute
        assert one("select ocel_type_map from object_map_type order by 1").fetchall() == [
            ("Case",),
            ("ProcedureVersion",),
        ]
        assert one("select status from object_Case where ocel_changed_field = 'status'").fetchall()
        assert one("select ocel_time, effective_on from event_File").fetchall() == [
            ("2026-06-01T09:00:00.000000Z", "2026")
        ]
        assert one("select * from event_object").fetchall() == [("e/1", "case/1", "acts on")]
        assert one("select * from object_object").fetchall() == [("case/1", "v/1", "follows")]
        assert one("pragma foreign_key_check").fetchall() == []
        assert pointers(one, "event_object") == {"event", "object"}
        assert pointers(one, "object_object") == {"object"}
        assert pointers(one, "event") == {"event_map_type"}
        assert pointers(one, "event_File") == {"event"}
        assert pointers(one, "object_Case") == {"object"}
    with pytest.raises(InvalidInput):
        write_sqlite([CASE, VERSION], [EVENT], path)


def pointers(one: Callable[[str], sqlite3.Cursor], table: str) -> set[str]:
    """The tables a table's foreign keys point at."""
    return {row[2] for row in one(f"pragma foreign_key_list({table})")}


def test_a_pointer_to_nothing_is_refused() -> None:
    with pytest.raises(InvalidInput):
        write_json([CASE], [EVENT])


@pytest.mark.parametrize("key", ["objectTypes", "eventTypes", "objects", "events"])
def test_the_check_finds_what_is_missing_or_wrong(key: str) -> None:
    content = write_json([CASE, VERSION], [EVENT])
    assert check_json({k: v for k, v in content.items() if k != key}) == [f"{key} is missing"]
    events = content["events"]
    assert isinstance(events, list)
    events.append(dict(events[0], type="unknown"))
    found = check_json(content)
    assert any("there twice" in each for each in found)
    assert any("not declared" in each for each in found)


@given(places=st.lists(st.integers(0, 3), max_size=3))
def test_each_act_put_in_the_wrong_place_is_one_deviation(permits: Library, places) -> None:
    permit = permits.version("xx/permit", "1")
    day = date(2026, 6, 1)
    log = [entry("file", day), entry("check", day), entry("grant", day)]
    for place in places:
        log.insert(place, entry("answer", day))
    found = deviations(permit, log, permits.calendars)
    assert [each.act for each in found] == ["answer"] * len(places)
    assert [log[each.position].act for each in found] == ["answer"] * len(places)
