"""Logs of cases as OCEL 2.0: one event, many objects; JSON and SQLite.

Standard: OCEL (Object-Centric Event Log) Specification 2.0, 2023, sections on the JSON and the
SQLite exchange formats; https://www.ocel-standard.org.
"""

import json
import re
import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Literal
from zlib import crc32

from korpu.kernel.errors import InvalidInput
from korpu.kernel.texts import Text

AttributeType = Literal["string", "time", "integer", "float", "boolean"]
Value = str | int | float | bool | datetime
SQL_TYPES: Mapping[AttributeType, str] = {
    "string": "TEXT",
    "time": "TIMESTAMP",
    "integer": "INTEGER",
    "float": "REAL",
    "boolean": "BOOLEAN",
}
BEGINNING = datetime(1970, 1, 1, tzinfo=UTC)
"""The time the standard gives to attributes that never change."""


@dataclass(frozen=True, slots=True)
class ObjectAttribute:
    """A value an object has from a moment on."""

    name: str
    at: datetime
    value: Value


@dataclass(frozen=True, slots=True)
class Relation:
    """A qualified pointer to an object."""

    object_id: str
    qualifier: str


@dataclass(frozen=True, slots=True)
class OcelObject:
    """One object: a case, an office, a role's holder by opaque key, a version of a procedure."""

    id: str
    type: str
    attributes: tuple[ObjectAttribute, ...] = ()
    relations: tuple[Relation, ...] = ()


@dataclass(frozen=True, slots=True)
class OcelEvent:
    """One event, with every object it touched."""

    id: str
    type: str
    at: datetime
    relations: tuple[Relation, ...]
    attributes: Mapping[str, Value] = field(default_factory=dict)


def write_json(objects: Sequence[OcelObject], events: Sequence[OcelEvent]) -> dict[str, object]:
    """The log in the JSON form of the standard.

    Raises:
        InvalidInput: an event or object points at an object that is not there.
    """
    _check_pointers(objects, events)
    return {
        "objectTypes": _types(
            (each.type, {one.name: one.value for one in each.attributes}) for each in objects
        ),
        "eventTypes": _types((each.type, each.attributes) for each in events),
        "objects": [_object(each) for each in objects],
        "events": [_event(each) for each in events],
    }


def write_sqlite(objects: Sequence[OcelObject], events: Sequence[OcelEvent], path: Path) -> None:
    """The log as a SQLite file in the relational form of the standard.

    Raises:
        InvalidInput: as :func:`write_json`, or the file is there already.
    """
    _check_pointers(objects, events)
    if path.exists():
        raise InvalidInput(EXISTS, facts={"file": path.name})
    database = sqlite3.connect(path)
    try:
        with database:
            _write_tables(database, objects, events)
    finally:
        database.close()


def check_json(content: Mapping[str, object]) -> list[str]:
    """What keeps a JSON log from being valid against the published schema; empty: nothing.

    Checked are the keys the schema requires, their types, that every type is declared with its
    attributes, that ids are unique, and that every pointer leads to an object.
    """
    faults = [
        f"{key} is missing"
        for key in ("objectTypes", "eventTypes", "objects", "events")
        if not isinstance(content.get(key), list)
    ]
    if faults:
        return faults
    objects, events = _rows(content, "objects"), _rows(content, "events")
    known = {str(each.get("id")) for each in objects}
    for kind, rows, need in (
        ("objects", objects, ("id", "type")),
        ("events", events, ("id", "type", "time")),
    ):
        declared = _declared(content, "objectTypes" if kind == "objects" else "eventTypes")
        ids: set[str] = set()
        for row in rows:
            faults += _faults(row, need, declared, known, ids)
    return faults


def _rows(content: Mapping[str, object], key: str) -> list[dict[str, object]]:
    rows = content[key]
    assert isinstance(rows, list)
    return rows


def _declared(content: Mapping[str, object], key: str) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for each in _rows(content, key):
        attributes = each["attributes"]
        assert isinstance(attributes, list)
        found[str(each["name"])] = {str(one["name"]) for one in attributes}
    return found


def _faults(
    row: Mapping[str, object],
    need: Sequence[str],
    declared: Mapping[str, set[str]],
    known: set[str],
    ids: set[str],
) -> Iterator[str]:
    name = str(row.get("id"))
    for key in need:
        if not isinstance(row.get(key), str):
            yield f"{name}: {key} is missing or not text"
    if name in ids:
        yield f"{name} is there twice"
    ids.add(name)
    if row.get("type") not in declared:
        yield f"{name}: its type is not declared"
        return
    for one in _parts(row, "attributes"):
        if one.get("name") not in declared[str(row["type"])]:
            yield f"{name}: the attribute {one.get('name')} is not declared"
    for one in _parts(row, "relationships"):
        if str(one.get("objectId")) not in known or not isinstance(one.get("qualifier"), str):
            yield f"{name}: points at {one.get('objectId')}, which is not there"


def _parts(row: Mapping[str, object], key: str) -> list[dict[str, object]]:
    found = row.get(key, [])
    assert isinstance(found, list)
    return found


def _check_pointers(objects: Sequence[OcelObject], events: Sequence[OcelEvent]) -> None:
    known = {each.id for each in objects}
    pointed = {one.object_id for each in objects for one in each.relations}
    pointed |= {one.object_id for each in events for one in each.relations}
    if pointed - known:
        raise InvalidInput(DANGLING, facts={"ids": sorted(pointed - known)[:5]})


def _types(rows: Iterable[tuple[str, Mapping[str, Value]]]) -> list[dict[str, object]]:
    return [
        {
            "name": name,
            "attributes": [{"name": key, "type": kind} for key, kind in sorted(attributes.items())],
        }
        for name, attributes in sorted(_kinds(rows).items())
    ]


def _kinds(
    rows: Iterable[tuple[str, Mapping[str, Value]]],
) -> dict[str, dict[str, AttributeType]]:
    found: dict[str, dict[str, AttributeType]] = {}
    for name, attributes in rows:
        kinds = found.setdefault(name, {})
        for key, value in attributes.items():
            kinds[key] = _kind(value)
    return found


def _kind(value: Value) -> AttributeType:
    if isinstance(value, bool):
        return "boolean"
    if isinstance(value, datetime):
        return "time"
    if isinstance(value, int):
        return "integer"
    return "float" if isinstance(value, float) else "string"


def _object(each: OcelObject) -> dict[str, object]:
    return {
        "id": each.id,
        "type": each.type,
        "attributes": [
            {"name": one.name, "time": _time(one.at), "value": _plain(one.value)}
            for one in each.attributes
        ],
        "relationships": _relations(each.relations),
    }


def _event(each: OcelEvent) -> dict[str, object]:
    return {
        "id": each.id,
        "type": each.type,
        "time": _time(each.at),
        "attributes": [
            {"name": name, "value": _plain(value)} for name, value in each.attributes.items()
        ],
        "relationships": _relations(each.relations),
    }


def _relations(relations: Sequence[Relation]) -> list[dict[str, str]]:
    return [{"objectId": one.object_id, "qualifier": one.qualifier} for one in relations]


def _time(moment: datetime) -> str:
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")


def _plain(value: Value) -> Value:
    return _time(value) if isinstance(value, datetime) else value


def table_name(type_name: str) -> str:
    """The name of a type's table after ``event_`` or ``object_``: letters and digits only.

    What is left out of the name comes back as a number where it would be missed: no two types
    share a table.
    """
    plain = re.sub(r"[^A-Za-z0-9]", "", type_name.title())
    simple = re.sub(r"[^a-z0-9]", "_", type_name.lower())
    words = re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", plain).lower()
    return plain if simple in {words, type_name} else f"{plain}{crc32(type_name.encode())}"


def _write_tables(
    database: sqlite3.Connection, objects: Sequence[OcelObject], events: Sequence[OcelEvent]
) -> None:
    database.executescript(BASE)
    database.executemany("insert into object values (?, ?)", [(o.id, o.type) for o in objects])
    database.executemany("insert into event values (?, ?)", [(e.id, e.type) for e in events])
    database.executemany(
        "insert into event_object values (?, ?, ?)",
        [(e.id, one.object_id, one.qualifier) for e in events for one in e.relations],
    )
    database.executemany(
        "insert into object_object values (?, ?, ?)",
        [(o.id, one.object_id, one.qualifier) for o in objects for one in o.relations],
    )
    _write_objects(database, objects)
    _write_events(database, events)


def _write_objects(database: sqlite3.Connection, objects: Sequence[OcelObject]) -> None:
    kinds = _kinds((o.type, {one.name: one.value for one in o.attributes}) for o in objects)
    for name, attributes in kinds.items():
        _map(database, "object", name)
        columns = sorted(attributes)
        _table(database, "object", name, attributes, ("ocel_changed_field TEXT",))
        for each in (o for o in objects if o.type == name):
            rows: list[tuple[object, ...]] = [
                (each.id, _time(BEGINNING), *(None for _ in columns), None)
            ]
            rows += [
                (
                    each.id,
                    _time(one.at),
                    *(_plain(one.value) if key == one.name else None for key in columns),
                    one.name,
                )
                for one in each.attributes
            ]
            _insert(database, "object", name, rows)


def _write_events(database: sqlite3.Connection, events: Sequence[OcelEvent]) -> None:
    for name, attributes in _kinds((e.type, e.attributes) for e in events).items():
        _map(database, "event", name)
        _table(database, "event", name, attributes, ())
        columns = sorted(attributes)
        rows = [
            (e.id, _time(e.at), *(_plain(e.attributes[c]) if c in e.attributes else None
                                  for c in columns))
            for e in events if e.type == name
        ]  # fmt: skip
        _insert(database, "event", name, rows)


def _map(database: sqlite3.Connection, kind: str, name: str) -> None:
    database.execute(
        f"insert into {kind}_map_type values (?, ?)",  # noqa: S608  one of two words of ours
        (name, table_name(name)),
    )


def _table(
    database: sqlite3.Connection,
    kind: str,
    name: str,
    attributes: Mapping[str, AttributeType],
    further: Sequence[str],
) -> None:
    columns = [f'"{key}" {SQL_TYPES[attributes[key]]}' for key in sorted(attributes)]
    inside = ", ".join([KEYS[kind], "ocel_time TIMESTAMP", *columns, *further])
    database.execute(f'create table "{kind}_{table_name(name)}" ({inside})')


def _insert(
    database: sqlite3.Connection, kind: str, name: str, rows: Sequence[Sequence[object]]
) -> None:
    if rows:
        places = ", ".join("?" * len(rows[0]))
        database.executemany(
            f'insert into "{kind}_{table_name(name)}" values ({places})',  # noqa: S608  letters only
            rows,
        )


def to_text(content: Mapping[str, object]) -> str:
    """The JSON form as text."""
    return json.dumps(content, ensure_ascii=False, indent=1)


BASE = """
create table event_map_type (ocel_type TEXT primary key, ocel_type_map TEXT);
create table object_map_type (ocel_type TEXT primary key, ocel_type_map TEXT);
create table event (ocel_id TEXT primary key,
  ocel_type TEXT references event_map_type (ocel_type));
create table object (ocel_id TEXT primary key,
  ocel_type TEXT references object_map_type (ocel_type));
create table event_object (ocel_event_id TEXT references event (ocel_id),
  ocel_object_id TEXT references object (ocel_id), ocel_qualifier TEXT,
  primary key (ocel_event_id, ocel_object_id, ocel_qualifier));
create table object_object (ocel_source_id TEXT references object (ocel_id),
  ocel_target_id TEXT references object (ocel_id), ocel_qualifier TEXT,
  primary key (ocel_source_id, ocel_target_id, ocel_qualifier));
"""
KEYS = {
    "event": "ocel_id TEXT primary key references event (ocel_id)",
    "object": "ocel_id TEXT references object (ocel_id)",
}
"""Of the tables of a type: an event has one row there, an object one for each change."""
DANGLING = Text(
    az="Jurnalda olmayan obyektə istinad var.",
    en="Something points at an object that is not in the log.",
    ru="Есть ссылка на объект, которого нет в журнале.",
)
EXISTS = Text(
    az="Belə fayl artıq var. Başqa ad verin.",
    en="There is such a file already. Give another name.",
    ru="Такой файл уже есть. Укажите другое имя.",
)
