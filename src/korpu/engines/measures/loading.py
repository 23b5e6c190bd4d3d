"""Measures and classifications from YAML, refused with file and reason when they are wrong."""

from collections.abc import Mapping
from pathlib import Path
from typing import cast, get_args

from korpu.engines.measures.declaration import (
    Basis,
    Classification,
    Code,
    Confidence,
    Dimension,
    Measure,
)
from korpu.engines.measures.reading import DeclarationError, Reading, file_digest


def load_classifications(folder: Path) -> dict[str, Classification]:
    """Every classification in the folder, by id. Raises DeclarationError."""
    found = [_classification(path) for path in sorted(folder.glob("*.yaml"))]
    return {classification.id: classification for classification in found}


def load_measures(
    folder: Path, classifications: Mapping[str, Classification]
) -> dict[str, Measure]:
    """Every measure in the folder, by id. Raises DeclarationError."""
    found = [_measure(path, classifications) for path in sorted(folder.glob("*.yaml"))]
    return {measure.id: measure for measure in found}


def _classification(path: Path) -> Classification:
    data = Reading.of(path)
    made = Classification(
        id=data.text("id"),
        version=data.text("version"),
        title=data.titles("title"),
        kind=data.choice("kind", ("list", "ages", "countries")),
        codes=tuple(_code(item) for item in data.items("codes", default=())),
        unknown=data.optional("unknown"),
        source=data.text("source"),
        digest=file_digest(path),
    )
    data.end()
    known = [code.id for code in made.codes]
    if len(set(known)) != len(known):
        raise DeclarationError(path, "a code is declared twice; keep one of them.")
    if made.unknown is not None and made.unknown not in known:
        raise DeclarationError(path, f"'unknown' names {made.unknown!r}, which is not a code.")
    return made


def _code(data: Reading) -> Code:
    name = data.text("id")
    made = Code(
        id=name,
        title=data.titles("title"),
        values=tuple(data.get("values", [name])),
        from_age=data.get("from_age", None),
        until_age=data.get("until_age", None),
    )
    data.end()
    return made


def _measure(path: Path, classifications: Mapping[str, Classification]) -> Measure:
    data = Reading.of(path)
    period = data.inner("period")
    made = Measure(
        id=data.text("id"),
        version=data.text("version"),
        title=data.titles("title"),
        definition=data.titles("definition"),
        unit=data.titles("unit"),
        extract=data.text("extract"),
        period_column=period.text("column"),
        frequency=period.choice("frequency", ("Q", "M", "A")),
        where={column: tuple(values) for column, values in data.get("where", {}).items()},
        dimensions=tuple(_dimension(d, classifications) for d in data.items("dimensions")),
        basis=tuple(basis(item) for item in data.items("basis")),
        digest=file_digest(path),
    )
    period.end()
    data.end()
    return made


def _dimension(data: Reading, classifications: Mapping[str, Classification]) -> Dimension:
    wanted = data.choice("classification", tuple(classifications))
    made = Dimension(
        id=data.text("id"),
        title=data.titles("title"),
        column=data.text("column"),
        classification=classifications[wanted],
        age_on=data.optional("age_on"),
    )
    data.end()
    return made


def basis(data: Reading) -> Basis:
    made = Basis(
        instrument=data.text("instrument"),
        article=data.text("article"),
        confidence=cast("Confidence", data.choice("confidence", get_args(Confidence))),
        note=data.get("note", ""),
    )
    data.end()
    return made
