"""Seals that are JSON and carry the certificate of their signer (VDS for non-constrained places).

The signature covers ``data`` in its one canonical form: keys in order, no white space (RFC 8785).
What has no such form without doubt (a key twice, a number with a fraction) is refused.

Standard: ICAO VDS-NC, as used for travel-related health proofs; RFC 8785.
"""

import base64
import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, NoReturn

from korpu.engines.mrtd.seals import MOST_BYTES, no_seal

ALGORITHMS = ("ES256", "ES384", "ES512")
_MOST_NUMBER = 1 << 53


@dataclass(frozen=True, slots=True)
class JsonSeal:
    """A seal as read, nothing of it checked.

    Attributes:
        type: what it proves, such as ``icao.vacc``.
        issuer: code of the State.
        message: its content as it stands.
        algorithm: one of ``ALGORITHMS``.
        certificate: of the signer, DER.
        signed: the bytes the signature covers.
        signature: the two numbers of the signature one after another.
    """

    type: str
    version: int
    issuer: str
    message: Mapping[str, Any]
    algorithm: str
    certificate: bytes
    signed: bytes
    signature: bytes


def read_json_seal(text: str) -> JsonSeal:
    """The parts of a seal.

    Raises:
        NoSeal: the text is not one.
    """
    if len(text) > MOST_BYTES:
        raise no_seal("size")
    try:
        found = json.loads(
            text,
            object_pairs_hook=_once,
            parse_int=_number,
            parse_float=_no_number,
            parse_constant=_no_number,
        )
        return _seal(found["data"], found["sig"])
    except (ValueError, KeyError, TypeError, RecursionError):
        raise no_seal("json") from None


def _seal(data: Mapping[str, Any], sig: Mapping[str, str]) -> JsonSeal:
    header, message = data["hdr"], data["msg"]
    if not isinstance(message, dict) or sig["alg"] not in ALGORITHMS:
        raise no_seal("parts")
    return JsonSeal(
        _text(header["t"]),
        int(header["v"]),
        _text(header["is"]),
        message,
        sig["alg"],
        _unpacked(sig["cer"]),
        canonical(data).encode(),
        _unpacked(sig["sigvl"]),
    )


def canonical(value: Any) -> str:
    """The one form of a JSON value: keys by their UTF-16 units, no white space."""
    if isinstance(value, dict):
        ordered = sorted(value.items(), key=lambda item: item[0].encode("utf-16-be"))
        pairs = (f"{canonical(key)}:{canonical(each)}" for key, each in ordered)
        return "{" + ",".join(pairs) + "}"
    if isinstance(value, list):
        return "[" + ",".join(canonical(each) for each in value) + "]"
    return json.dumps(value, ensure_ascii=False)


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """An object whose keys stand once."""
    found = dict(pairs)
    if len(found) != len(pairs):
        raise no_seal("twice")
    return found


def _number(digits: str) -> int:
    """A whole number that every reader holds exactly."""
    found = int(digits)
    if abs(found) > _MOST_NUMBER:
        raise no_seal("number")
    return found


def _no_number(_: str) -> NoReturn:
    raise no_seal("number")


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise no_seal("text")
    return value


def _unpacked(value: str) -> bytes:
    """Base 64 in either alphabet, with or without padding."""
    plain = _text(value).replace("-", "+").replace("_", "/").rstrip("=")
    return base64.b64decode(plain + "=" * (-len(plain) % 4), validate=True)
