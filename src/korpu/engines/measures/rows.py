"""Rows of an extract as bytes: one way to write them, so that their hash means something."""

import hashlib
import json
from collections.abc import Iterable
from datetime import date

from korpu.engines.measures.schema import Cell, Schema


def to_bytes(schema: Schema, rows: Iterable[object]) -> bytes:
    """The rows as JSON Lines, sorted, each with its columns in declared order.

    The same set of rows gives the same bytes, whatever order they came in. No row: no byte.

    Raises:
        InvalidRows: see :meth:`Schema.validate`.
    """
    lines = sorted(_line(schema, cells) for cells in schema.validate(rows))
    return b"".join(lines)


def from_bytes(schema: Schema, content: bytes) -> tuple[object, ...]:
    """The rows back as instances of the schema's row type, in stored order."""
    return tuple(
        schema.row_type(**{c.name: _read(c.kind, record[c.name]) for c in schema.columns})
        for record in map(json.loads, content.splitlines())
    )


def digest(content: bytes) -> str:
    """SHA-256, in lower-case hexadecimal."""
    return hashlib.sha256(content).hexdigest()


def _line(schema: Schema, cells: tuple[Cell, ...]) -> bytes:
    record = {
        column.name: cell.isoformat() if isinstance(cell, date) else cell
        for column, cell in zip(schema.columns, cells, strict=True)
    }
    return json.dumps(record, separators=(",", ":")).encode() + b"\n"


def _read(kind: type, value: str | int | None) -> Cell:
    if kind is date and isinstance(value, str):
        return date.fromisoformat(value)
    return value
