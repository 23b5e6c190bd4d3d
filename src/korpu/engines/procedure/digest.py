"""A fingerprint of everything a declaration says."""

import json
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from hashlib import sha256

from korpu.engines.procedure.model import Procedure


def digest_of(procedure: Procedure) -> str:
    """SHA-256 in hex over the procedure, its parameters and its citations, in a canonical order."""
    canonical = json.dumps(_plain(procedure), sort_keys=True, ensure_ascii=False)
    return sha256(canonical.encode()).hexdigest()


def _plain(value: object) -> object:
    if is_dataclass(value):
        return {
            each.name: _plain(getattr(value, each.name))
            for each in fields(value)
            if each.name not in {"digest", "role_titles"}
        }
    if isinstance(value, Mapping):
        return {str(key): _plain(each) for key, each in value.items()}
    if isinstance(value, frozenset):
        return sorted(_plain(each) for each in value)  # type: ignore[type-var]  # sets hold words only
    if isinstance(value, tuple):
        return [_plain(each) for each in value]
    return value if value is None or isinstance(value, bool | int | str) else str(value)
