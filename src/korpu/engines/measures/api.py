"""Counting extracts, protecting small counts, and proving how a figure came about.

Pure: no Django, no database of the house, no clock. An extract's rows come in as bytes, a
protected table and a manifest go out.
"""

from korpu.engines.measures.attack import determined
from korpu.engines.measures.counting import count
from korpu.engines.measures.declaration import (
    Additivity,
    Basis,
    Classification,
    Code,
    Confidence,
    Dimension,
    Measure,
    Protection,
)
from korpu.engines.measures.loading import load_classifications, load_measures
from korpu.engines.measures.manifest import RunResult, canonical, code_digest, run
from korpu.engines.measures.protection import PublishedCell, nearest, protect
from korpu.engines.measures.reading import DeclarationError, Reading
from korpu.engines.measures.records import from_record, to_record
from korpu.engines.measures.releasing import Parameter, ReleaseRules, load_release_rules
from korpu.engines.measures.rows import digest, from_bytes, to_bytes
from korpu.engines.measures.schema import Column, Fault, InvalidRows, Schema
from korpu.engines.measures.table import TOTAL, Key, Table, is_total, with_totals

__all__ = [
    "TOTAL",
    "Additivity",
    "Basis",
    "Classification",
    "Code",
    "Column",
    "Confidence",
    "DeclarationError",
    "Dimension",
    "Fault",
    "InvalidRows",
    "Key",
    "Measure",
    "Parameter",
    "Protection",
    "PublishedCell",
    "Reading",
    "ReleaseRules",
    "RunResult",
    "Schema",
    "Table",
    "canonical",
    "code_digest",
    "count",
    "determined",
    "digest",
    "from_bytes",
    "from_record",
    "is_total",
    "load_classifications",
    "load_measures",
    "load_release_rules",
    "nearest",
    "protect",
    "run",
    "to_bytes",
    "to_record",
    "with_totals",
]
