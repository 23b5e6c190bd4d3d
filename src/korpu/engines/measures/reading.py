"""Reading a declaration: what is missing or left over is named with its file and place."""

import hashlib
from pathlib import Path
from typing import Any

import yaml

from korpu.kernel.texts import LANGUAGES, Text


class DeclarationError(ValueError):
    """A declaration that cannot be right: a mistake of its author, found when it is loaded."""

    def __init__(self, path: Path, what: str) -> None:
        super().__init__(f"{path.name}: {what}")


def file_digest(path: Path) -> str:
    """SHA-256 of a file's bytes."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


class Reading:
    """A mapping of a declaration that complains about what is missing and what is left over."""

    def __init__(self, path: Path, where: str, data: object) -> None:
        if not isinstance(data, dict):
            raise DeclarationError(path, f"{where or 'the file'} must be a mapping.")
        self._path, self._where, self._data = path, where, dict(data)

    @classmethod
    def of(cls, path: Path) -> "Reading":
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

    def inner(self, name: str) -> "Reading":
        return Reading(self._path, self._at(name), self.need(name))

    def number(self, name: str) -> int:
        value = self.need(name)
        if type(value) is not int:
            raise DeclarationError(self._path, f"{self._at(name)} must be a whole number.")
        return value

    def items(self, name: str, default: tuple[object, ...] | None = None) -> "list[Reading]":
        values = self.need(name) if default is None else self.get(name, default)
        return [
            Reading(self._path, f"{self._at(name)}[{place}]", value)
            for place, value in enumerate(values)
        ]

    def end(self) -> None:
        if self._data:
            extra = ", ".join(map(str, self._data))
            raise DeclarationError(self._path, f"{self._where or 'the file'}: unknown: {extra}.")

    def _at(self, name: str) -> str:
        return f"{self._where}.{name}" if self._where else name
