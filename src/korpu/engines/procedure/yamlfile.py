"""YAML with a place for every value, so that an error can point at its line."""

import difflib
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import NoReturn, TypeVar

import yaml

from korpu.engines.procedure.errors import DeclarationError
from korpu.kernel.texts import LANGUAGES, Text

T = TypeVar("T")


class Place:
    """One value of a YAML file and where it stands."""

    def __init__(self, node: yaml.Node) -> None:
        self.node = node

    @property
    def file(self) -> str:
        return str(self.node.start_mark.name)

    @property
    def line(self) -> int:
        return int(self.node.start_mark.line) + 1

    def fail(self, what: str, remedy: str) -> NoReturn:
        """Raise the error that points here."""
        raise DeclarationError(what, remedy, file=self.file, line=self.line)

    def items(self) -> Iterator[tuple["Place", "Place"]]:
        """Keys and values of a mapping, in the order written; a key written twice is refused."""
        if not isinstance(self.node, yaml.MappingNode):
            self.fail("a mapping is expected here", "Write `key: value` lines, indented.")
        seen: set[str] = set()
        for key, value in self.node.value:
            place = Place(key)
            if place.scalar() in seen:
                place.fail(f"“{place.scalar()}” is written twice", "Keep one of the two.")
            seen.add(place.scalar())
            yield place, Place(value)

    def mapping(self, known: set[str] | None = None) -> "Mapping[str, Place]":
        """The mapping by key; a key not in ``known`` is refused."""
        found: dict[str, Place] = {}
        for key, value in self.items():
            name = key.scalar()
            if known is not None and name not in known:
                near = difflib.get_close_matches(name, known, 1)
                hint = (
                    f"Did you mean “{near[0]}”?" if near else f"Known: {', '.join(sorted(known))}."
                )
                key.fail(f"“{name}” is not known here", hint)
            found[name] = value
        return found

    def sequence(self) -> "list[Place]":
        """The members of a list; a single value counts as a list of one."""
        if isinstance(self.node, yaml.SequenceNode):
            return [Place(member) for member in self.node.value]
        return [self]

    def is_scalar(self) -> bool:
        return isinstance(self.node, yaml.ScalarNode)

    def scalar(self) -> str:
        """The text as written."""
        if not isinstance(self.node, yaml.ScalarNode):
            self.fail("a single value is expected here", "Write one word, number or sentence.")
        return str(self.node.value).strip()

    def value(self) -> bool | int | str | date | None:
        """The typed value YAML reads here: yes/no, whole number, text, date or null."""
        loader = yaml.SafeLoader("")
        value = loader.construct_object(self.node, deep=True)
        if value is None or isinstance(value, bool | int | str | date):
            return value
        return self.fail(
            "this kind of value is not known", "Write yes/no, a number, text or a date."
        )

    def text(self) -> Text:
        """A sentence in all three languages."""
        fields = self.mapping(set(LANGUAGES))
        missing = [language for language in LANGUAGES if language not in fields]
        if missing:
            self.fail(f"the sentence is missing in: {', '.join(missing)}", "Add every language.")
        return Text(**{language: fields[language].scalar() for language in LANGUAGES})

    def choice(self, allowed: tuple[str, ...]) -> str:
        """One of the ``allowed`` words."""
        word = self.scalar()
        if word not in allowed:
            near = difflib.get_close_matches(word, allowed, 1)
            hint = f"Did you mean “{near[0]}”? " if near else ""
            self.fail(f"“{word}” is not allowed here", f"{hint}Allowed: {', '.join(allowed)}.")
        return word

    def day(self) -> date | None:
        """A date or null."""
        value = self.value()
        if value is None or type(value) is date:
            return value
        return self.fail(f"“{self.scalar()}” is not a date", "Write it as 2026-11-08.")

    def yes_no(self) -> bool:
        value = self.value()
        if isinstance(value, bool):
            return value
        return self.fail(f"“{self.scalar()}” is neither yes nor no", "Write `true` or `false`.")

    def number(self) -> int | None:
        """A whole number of nought or more, or null."""
        value = self.value()
        if value is None or (type(value) is int and value >= 0):
            return value
        return self.fail(
            f"“{self.scalar()}” is not a whole number of 0 or more",
            "Write the number, or `null` when the rule's number is not known.",
        )


class Fields:
    """The keys of one mapping, each read by the way its value is written."""

    def __init__(self, place: Place, known: set[str]) -> None:
        self.place = place
        self.by_key = place.mapping(known)

    def need(self, key: str) -> Place:
        if key not in self.by_key:
            self.place.fail(f"“{key}” is missing", f"Add a line `{key}: …`.")
        return self.by_key[key]

    def get(self, key: str, read: Callable[[Place], T], default: T) -> T:
        return read(self.by_key[key]) if key in self.by_key else default

    def many(self, key: str) -> list[Place]:
        """The members of a list, none when the key is absent."""
        return self.by_key[key].sequence() if key in self.by_key else []

    def __contains__(self, key: str) -> bool:
        return key in self.by_key


def open_yaml(path: Path, name: str | None = None) -> Place:
    """Read one file.

    Args:
        path: the file.
        name: how errors call it; the path when not given.

    Raises:
        DeclarationError: the file is not UTF-8 text, not YAML, or empty.
    """
    shown = name or str(path)
    try:
        loader = yaml.SafeLoader(path.read_text(encoding="utf-8"))
        loader.name = shown
        node = loader.get_single_node()
    except UnicodeDecodeError:
        raise DeclarationError(
            "the file is not UTF-8 text", "Save it as UTF-8.", file=shown, line=1
        ) from None
    except yaml.MarkedYAMLError as error:
        line = (error.problem_mark.line + 1) if error.problem_mark else 1
        raise DeclarationError(
            f"this is not YAML: {error.problem}",
            "Check colons, quotes and indents.",
            file=shown,
            line=line,
        ) from None
    if node is None:
        raise DeclarationError("the file is empty", "Write the declaration.", file=shown, line=1)
    return Place(node)


def overlay(base: yaml.Node, above: yaml.Node) -> yaml.Node:
    """``above`` laid over ``base``: mappings merge key by key, everything else is replaced.

    The merged values keep the marks of the file they were written in.
    """
    if not isinstance(base, yaml.MappingNode) or not isinstance(above, yaml.MappingNode):
        return above
    values = {key.value: (key, value) for key, value in base.value}
    for key, value in above.value:
        below = values.get(key.value)
        values[key.value] = (key, overlay(below[1], value) if below else value)
    return yaml.MappingNode(above.tag, list(values.values()), above.start_mark, above.end_mark)
