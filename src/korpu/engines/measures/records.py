"""A measure as plain data, so that a run can keep the very rule it counted by."""

from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from korpu.engines.measures.declaration import Basis, Classification, Code, Dimension, Measure
from korpu.kernel.texts import Text


def to_record(measure: Measure) -> dict[str, Any]:
    """The measure, its dimensions and classifications as JSON-ready data."""
    return asdict(measure)


def from_record(record: Mapping[str, Any]) -> Measure:
    """The measure back. Raises KeyError or TypeError when the record is of another shape."""
    return Measure(
        **{
            **record,
            "title": Text(**record["title"]),
            "definition": Text(**record["definition"]),
            "unit": Text(**record["unit"]),
            "where": {column: tuple(values) for column, values in record["where"].items()},
            "dimensions": tuple(_dimension(each) for each in record["dimensions"]),
            "basis": tuple(Basis(**each) for each in record["basis"]),
        }
    )


def _dimension(record: Mapping[str, Any]) -> Dimension:
    classification = _classification(record["classification"])
    title = Text(**record["title"])
    return Dimension(**{**record, "title": title, "classification": classification})


def _classification(record: Mapping[str, Any]) -> Classification:
    codes = tuple(_code(each) for each in record["codes"])
    return Classification(**{**record, "title": Text(**record["title"]), "codes": codes})


def _code(record: Mapping[str, Any]) -> Code:
    values = tuple(record["values"])
    return Code(**{**record, "title": Text(**record["title"]), "values": values})
