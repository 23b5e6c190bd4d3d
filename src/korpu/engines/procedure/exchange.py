"""Declarations, calendars and logs as plain JSON and back, so that they outlive this program.

The form is canonical: what equals its default is left out. A later version of the engine that knows
more can therefore still read an old file, and an old declaration keeps its fingerprint.
"""

import json
from collections.abc import Mapping
from dataclasses import MISSING, Field, fields, is_dataclass
from datetime import date, datetime
from hashlib import sha256
from types import UnionType
from typing import Any, Literal, TypeVar, Union, cast, get_args, get_origin, get_type_hints

from korpu.kernel.errors import InvalidInput
from korpu.kernel.texts import Text

Plain = None | bool | int | str | list["Plain"] | dict[str, "Plain"]
T = TypeVar("T")
_DAY, _INSTANT = "$date", "$at"


def to_plain(value: object) -> Plain:
    """``value`` as JSON can hold it; :func:`from_plain` gives back its equal.

    Raises:
        TypeError: a part of it is none of dataclass, mapping, list, set, text, number, date.
    """
    if isinstance(value, date):
        return {_INSTANT if isinstance(value, datetime) else _DAY: value.isoformat()}
    if value is None or isinstance(value, bool | int | str):
        return value
    if is_dataclass(value):
        return _record(value)
    if isinstance(value, Mapping):
        return {str(key): to_plain(each) for key, each in value.items()}
    if isinstance(value, frozenset | set):
        return cast("Plain", sorted(to_plain(each) for each in value))
    if isinstance(value, tuple | list):
        return [to_plain(each) for each in value]
    raise TypeError(f"A {type(value).__name__} has no plain form.")


def canonical(value: object) -> str:
    """The plain form as one line of JSON: the same for equal values, whatever their order."""
    return json.dumps(to_plain(value), sort_keys=True, ensure_ascii=False, separators=(",", ":"))


def fingerprint(value: object) -> str:
    """SHA-256 in hex of the canonical form."""
    return sha256(canonical(value).encode()).hexdigest()


def from_plain(kind: type[T], plain: Plain) -> T:
    """What :func:`to_plain` wrote, as ``kind``.

    Raises:
        InvalidInput: the JSON does not fit.
    """
    try:
        return cast("T", _read(kind, plain))
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise InvalidInput(UNREADABLE, str(error), facts={"kind": kind.__name__}) from error


def _record(value: Any) -> dict[str, Plain]:
    shown = [each for each in fields(value) if not each.name.startswith("_")]
    return {
        each.name: to_plain(getattr(value, each.name))
        for each in shown
        if not _is_default(each, getattr(value, each.name))
    }


def _is_default(one: Field[Any], value: object) -> bool:
    if one.default is not MISSING:
        return bool(value == one.default and type(value) is type(one.default))
    return one.default_factory is not MISSING and bool(value == one.default_factory())


def _read(kind: Any, plain: Any) -> Any:
    origin = get_origin(kind)
    if origin in {Union, UnionType}:
        return _read_one_of(get_args(kind), plain)
    if isinstance(plain, dict) and (_DAY in plain or _INSTANT in plain):
        return _read_time(plain)
    if is_dataclass(kind):
        return _read_record(kind, plain)
    if origin is not None:
        return _read_many(origin, get_args(kind), plain)
    if not isinstance(plain, kind):
        raise TypeError(f"{plain!r} is not a {kind.__name__}")
    return plain


def _read_many(origin: Any, inner: tuple[Any, ...], plain: Any) -> Any:
    if origin is Literal:
        if plain not in inner:
            raise ValueError(f"{plain!r} is not one of {inner}")
        return plain
    if issubclass(origin, Mapping):
        return {key: _read(inner[1], each) for key, each in plain.items()}
    if origin is frozenset:
        return frozenset(_read(inner[0], each) for each in plain)
    if inner[-1] is Ellipsis:
        return tuple(_read(inner[0], each) for each in plain)
    return tuple(_read(one, each) for one, each in zip(inner, plain, strict=True))


def _read_one_of(kinds: tuple[Any, ...], plain: Any) -> Any:
    if plain is None and type(None) in kinds:
        return None
    record = next((kind for kind in kinds if is_dataclass(kind)), None)
    if isinstance(plain, dict) and not {_DAY, _INSTANT} & plain.keys() and record is not None:
        return _read_record(record, plain)
    if isinstance(plain, dict):
        return _read_time(plain)
    literal = next((kind for kind in kinds if get_origin(kind) is Literal), None)
    if literal is not None:
        return _read(literal, plain)
    if not any(kind in {bool, int, str} and isinstance(plain, kind) for kind in kinds):
        raise TypeError(f"{plain!r} is none of {kinds}")
    return plain


def _read_record(kind: Any, plain: Any) -> Any:
    hints = get_type_hints(kind)
    known = {each.name for each in fields(kind)}
    return kind(
        **{name: _read(hints[name], value) for name, value in plain.items() if name in known}
    )


def _read_time(plain: dict[str, Any]) -> date | datetime:
    if _INSTANT in plain:
        return datetime.fromisoformat(plain[_INSTANT])
    return date.fromisoformat(plain[_DAY])


UNREADABLE = Text(
    az="Fayl oxunmur: məzmunu gözlənilən quruluşda deyil.",
    en="The file cannot be read: its content is not built as expected.",
    ru="Файл не читается: его содержание имеет другую структуру.",
)
