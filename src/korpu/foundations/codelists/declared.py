"""A list as it is declared, in a file or by a standard's own library."""

import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

import yaml

from korpu.foundations.codelists.models.code_list import Confidence
from korpu.kernel.errors import InvalidInput
from korpu.kernel.texts import LANGUAGES, Text

_LIST_KEYS = {"list", "title", "source", "version", "confidence", "codes"}
_REQUIRED_IN_LIST = _LIST_KEYS
_CODE_KEYS = {"code", "title", "valid_from", "valid_until"}


@dataclass(frozen=True, slots=True)
class DeclaredCode:
    """One code; further keys of the file are its attributes."""

    code: str
    title: Text
    valid_from: date | None = None
    valid_until: date | None = None
    attributes: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class DeclaredList:
    """One list; the order of its codes is their order in choices."""

    name: str
    title: Text
    source: str
    version: str
    confidence: Confidence
    codes: tuple[DeclaredCode, ...]
    sorted_by_title: bool = False

    @property
    def digest(self) -> str:
        """SHA-256 of everything that loading would write."""
        parts = [self.name, self.title.as_dict(), self.source, self.version, self.confidence]
        codes = [
            [code.code, code.title.as_dict(), code.valid_from, code.valid_until, code.attributes]
            for code in self.codes
        ]
        written = json.dumps([parts, codes, self.sorted_by_title], default=str, sort_keys=True)
        return hashlib.sha256(written.encode()).hexdigest()


def read_folder(folder: Path) -> Iterator[DeclaredList]:
    """Every list of a folder, by file name.

    Raises:
        InvalidInput: a file is not a list: which file, which code, what to write instead.
    """
    for path in sorted(folder.glob("*.yaml")):
        yield read_list(path)


def read_list(path: Path) -> DeclaredList:
    """One list from its YAML file. See ``docs/how-to/add-a-code-list.md`` for the keys."""
    try:
        given = yaml.safe_load(path.read_text(encoding="utf-8"))
    except yaml.YAMLError as broken:
        raise _mistake(path, f"It is no YAML: {broken}") from broken
    if not isinstance(given, dict):
        raise _mistake(path, "It must be a mapping with the keys of a list.")
    _check_keys(path, given)
    codes = tuple(_code(path, row) for row in given["codes"])
    doubles = {row.code for row in codes if [other.code for other in codes].count(row.code) > 1}
    if doubles:
        raise _mistake(path, f"These codes stand twice: {', '.join(sorted(doubles))}.")
    return DeclaredList(
        name=given["list"],
        title=_text(path, given["list"], given["title"]),
        source=given["source"],
        version=str(given["version"]),
        confidence=_confidence(path, given["confidence"]),
        codes=codes,
    )


def _check_keys(path: Path, given: Mapping[str, Any]) -> None:
    missing, unknown = _REQUIRED_IN_LIST - given.keys(), given.keys() - _LIST_KEYS
    if missing:
        raise _mistake(path, f"These keys are missing: {', '.join(sorted(missing))}.")
    if unknown:
        raise _mistake(path, f"These keys are not known: {', '.join(sorted(unknown))}.")


def _code(path: Path, row: Mapping[str, Any]) -> DeclaredCode:
    code = row.get("code")
    if not isinstance(code, str):
        raise _mistake(path, f"A code must be text; write it in quotes: {code!r}.")
    return DeclaredCode(
        code=code,
        title=_text(path, code, row.get("title")),
        valid_from=row.get("valid_from"),
        valid_until=row.get("valid_until"),
        attributes={key: row[key] for key in row.keys() - _CODE_KEYS},
    )


def _text(path: Path, name: str, given: object) -> Text:
    if not isinstance(given, dict) or set(given) != set(LANGUAGES) or not all(given.values()):
        raise _mistake(path, f"The title of {name!r} needs az, en and ru, each of them filled.")
    return Text(**given)


def _confidence(path: Path, given: str) -> Confidence:
    if given not in Confidence.values:
        raise _mistake(path, f"confidence is one of {', '.join(Confidence.values)}.")
    return Confidence(given)


def _mistake(path: Path, sentence: str) -> InvalidInput:
    return InvalidInput(f"The code list {path.name} cannot be loaded.", sentence)
