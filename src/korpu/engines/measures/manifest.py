"""A run and its manifest: what went in, by which rules, and what came out, each by its hash."""

import hashlib
import json
from dataclasses import asdict, dataclass
from datetime import date
from functools import cache
from importlib.metadata import version
from importlib.resources import files

from korpu.engines.measures.counting import count
from korpu.engines.measures.declaration import Measure, Protection
from korpu.engines.measures.protection import PublishedCell, protect
from korpu.engines.measures.rows import digest
from korpu.engines.measures.schema import Schema
from korpu.engines.measures.table import Table

FORMAT = "korpu.measures/1"
OUTPUT = "cells.jsonl"


@dataclass(frozen=True, slots=True)
class RunResult:
    """What a run made.

    Attributes:
        output: the published cells as canonical JSON Lines.
        manifest: canonical JSON. It holds no time and no name, so the same inputs under the same
            rules and code give the same bytes. It may be published: it holds no number of rows
            and no hash over true counts, from which small counts could be found by trial.
    """

    table: Table
    cells: tuple[PublishedCell, ...]
    output: bytes
    manifest: bytes


def run(
    *,
    measure: Measure,
    schema: Schema,
    content: bytes,
    period: str,
    first: date,
    last: date,
    rules: Protection,
) -> RunResult:
    """Count, protect and write down how.

    Args:
        measure: the rule.
        schema: the shape of the extract.
        content: the extract's rows, as :func:`korpu.engines.measures.rows.to_bytes` writes them.
        period: its SDMX name, such as ``2026-Q3``.
        first: first day of the period.
        last: last day of the period, inclusive.
        rules: parameters of protection.

    Raises:
        InvalidInput, InvalidRows: see :func:`korpu.engines.measures.counting.count`.
    """
    table = count(measure, schema, content, first, last)
    cells = protect(table, rules)
    output = b"".join(canonical(_record(measure, cell)) for cell in cells)
    manifest = {
        "format": FORMAT,
        "measure": {"id": measure.id, "version": measure.version, "sha256": measure.digest},
        "classifications": {
            d.classification.id: {
                "version": d.classification.version,
                "sha256": d.classification.digest,
            }
            for d in measure.dimensions
        },
        "period": {"name": period, "first": first.isoformat(), "last": last.isoformat()},
        "inputs": [{"extract": schema.name, "sha256": digest(content)}],
        "parameters": asdict(rules),
        "code": {"version": version("korpu"), "sha256": code_digest()},
        "outputs": {OUTPUT: digest(output)},
    }
    return RunResult(table, cells, output, canonical(manifest))


def canonical(record: object) -> bytes:
    """JSON with sorted keys, no blanks, ASCII only: one way to write a thing."""
    return json.dumps(record, sort_keys=True, separators=(",", ":")).encode() + b"\n"


@cache
def code_digest() -> str:
    """SHA-256 over this engine's own source files: two programs that differ do not share it."""
    whole = hashlib.sha256()
    for source in sorted(files(__package__).iterdir(), key=lambda item: item.name):
        if source.name.endswith(".py"):
            whole.update(source.name.encode() + b"\0" + source.read_bytes())
    return whole.hexdigest()


def _record(measure: Measure, cell: PublishedCell) -> dict[str, object]:
    place = {d.id: code for d, code in zip(measure.dimensions, cell.key, strict=True)}
    return {**place, "value": cell.value, "treatment": cell.treatment}
