"""Measures and classifications from YAML, refused with file and reason when they are wrong."""

import hashlib
from collections.abc import Mapping
from pathlib import Path
from typing import Any, cast, get_args

import yaml

from korpu.engines.measures.declaration import (
    Basis,
    Classification,
    Code,
    Confidence,
    Dimension,
    Measure,
)
from korpu.kernel.texts import LANGUAGES, Text


class DeclarationError(ValueError):
    """A declaration that cannot be right: a mistake of its author, found when it is loaded."""

    def __init__(self, path: Path, what: str) -> None:
        super().__init__(f"{path.name}: {what}")


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
    data = _Mapping.of(path)
    made = Classification(
        id=data.text("id"),
        version=data.text("version"),
        title=data.titles("title"),
        kind=data.choice("kind", ("list", "ages", "countries")),
        codes=tuple(_code(item) for item in data.items("codes", default=())),
        unknown=data.optional("unknown"),
        source=data.text("source"),
        digest=_digest(path),
    )
    data.end()
    known = [code.id for code in made.codes]
    if len(set(known)) != len(known):
        raise DeclarationError(path, "a code is declared twice; keep one of them.")
    if made.unknown is not None and made.unknown not in known:
        raise DeclarationError(path, f"'unknown' names {made.unknown!r}, which is not a code.")
    return made


def _code(data: "_Mapping") -> Code:
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
    data = _Mapping.of(path)
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
        basis=tuple(_basis(item) for item in data.items("basis")),
        digest=_digest(path),
    )
    period.end()
    data.end()
    return made


def _dimension(data: "_Mapping", classifications: Mapping[str, Classification]) -> Dimension:
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


def _basis(data: "_Mapping") -> Basis:
    made = Basis(
        instrument=data.text("instrument"),
        article=data.text("article"),
        confidence=cast("Confidence", data.choice("confidence", get_args(Confidence))),
        note=data.get("note", ""),
    )
    data.end()
    return made


def _digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


class _Mapping:
    """A mapping of a declaration that complains about what is missing and what is left over."""

    def __init__(self, path: Path, where: str, data: object) -> None:
        if not isinstance(data, dict):
            raise DeclarationError(path, f"{where or 'the file'} must be a mapping.")
        self._path, self._where, self._data = path, where, dict(data)

    @classmethod
    def of(cls, path: Path) -> "_Mapping":
        try:
            return cls(path, "", yaml.safe_load(path.read_text(encoding="utf-8")))
        except yaml.YAMLError as error:
            raise DeclarationError(path, f"this is not YAML: {error}") from error

    def get(self, name: str, default: Any) -> Any:
        return self._data.pop(name, default)

    def need(self, name: str) -> Any:
        if name not in self._data:
            raise DeclarationError(self._path, f"{self._at(name)} is missing.")
        return self._data.pop(name)

    def text(self, name: str) -> str:
        value = self.need(name)
        if not isinstance(value, str) or not value.strip():
            raise DeclarationError(self._path, f"{self._at(name)} must be a text; quote it.")
        return value

    def optional(self, name: str) -> str | None:
        return self.text(name) if name in self._data else None

    def choice(self, name: str, allowed: tuple[str, ...]) -> Any:
        value = self.text(name)
        if value not in allowed:
            listed = ", ".join(allowed)
            raise DeclarationError(self._path, f"{self._at(name)} must be one of: {listed}.")
        return value

    def titles(self, name: str) -> Text:
        inner = self.inner(name)
        made = Text(**{language: inner.text(language) for language in LANGUAGES})
        inner.end()
        return made

    def inner(self, name: str) -> "_Mapping":
        return _Mapping(self._path, self._at(name), self.need(name))

    def items(self, name: str, default: tuple[object, ...] | None = None) -> "list[_Mapping]":
        values = self.need(name) if default is None else self.get(name, default)
        return [
            _Mapping(self._path, f"{self._at(name)}[{place}]", value)
            for place, value in enumerate(values)
        ]

    def end(self) -> None:
        if self._data:
            extra = ", ".join(map(str, self._data))
            raise DeclarationError(self._path, f"{self._where or 'the file'}: unknown: {extra}.")

    def _at(self, name: str) -> str:
        return f"{self._where}.{name}" if self._where else name
