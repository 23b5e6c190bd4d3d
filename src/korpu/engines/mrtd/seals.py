"""Visible digital seals: the signed bar codes on visas and emergency travel documents.

A seal is read into header, features and signature; :mod:`.seal_checking` says whether it holds.

Standard: ICAO Doc 9303-13, section 2 (header versions 3 and 4).
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache

from korpu.engines.mrtd.digits import FILLER
from korpu.engines.mrtd.findings import load, text_of
from korpu.engines.mrtd.layouts import LAYOUTS, Format
from korpu.engines.mrtd.seal_text import decode_text, encode_text
from korpu.kernel.errors import InvalidInput
from korpu.kernel.texts import Text

MAGIC = 0xDC
SIGNATURE_MARKER = 0xFF
MOST_BYTES = 8192
"""No bar code of the standard holds more."""

_VERSIONS = {2: 3, 3: 4}
_LATEST = 4
_SIGNER_CHARACTERS, _OLD_REFERENCE = 4, 5
_LONG_LENGTH, _MOST_LENGTH_BYTES = 0x80, 4
_DATE_BYTES = 3


class NoSeal(InvalidInput):
    """The bytes are no seal of the standard; the sentence says where they stop being one."""


@dataclass(frozen=True, slots=True)
class Profile:
    """What the seals of one kind hold.

    Attributes:
        zones: the format of the zone by its tag.
        zone_characters: how many of its characters the seal holds, by tag.
        required: tags that must be there besides the zone.
        texts: tags whose bytes are text, besides the zone.
        lengths: least and most bytes by tag.
    """

    id: str
    paragraph: str
    title: Text
    zones: Mapping[int, Format]
    zone_characters: Mapping[int, int]
    required: frozenset[int]
    texts: frozenset[int]
    lengths: Mapping[int, tuple[int, int]]


@dataclass(frozen=True, slots=True)
class Header:
    """Who made a seal, when, and of which kind.

    Attributes:
        issuer: code of the State, without fillers.
        signer: country (two letters) and name (two characters) of the signer.
        reference: number of its certificate, hexadecimal.
        issued_on: day of issue of the document.
        signed_on: day of signing.
        definition: which set of features; with ``category`` it names the profile.
    """

    issuer: str
    signer: str
    reference: str
    issued_on: date
    signed_on: date
    definition: int
    category: int


@dataclass(frozen=True, slots=True)
class Seal:
    """A seal as read, nothing of it checked.

    Attributes:
        version: 3 or 4.
        features: their bytes by tag.
        signed: the bytes the signature covers.
        signature: the two numbers of the signature one after another.
    """

    version: int
    header: Header
    features: Mapping[int, bytes]
    signed: bytes
    signature: bytes

    @property
    def profile(self) -> Profile | None:
        """The kind of seal; ``None`` when it is not one of the standard's."""
        return profiles().get((self.header.definition, self.header.category))

    @property
    def zone(self) -> tuple[str, ...] | None:
        """The lines of the machine-readable zone as far as the seal holds them, with fillers.

        ``None`` when the seal is of no known kind or holds no text there.
        """
        for tag, form in self.profile.zones.items() if self.profile else ():
            text = self.text(tag)
            if text is not None:
                zone, width = text.replace(" ", FILLER), LAYOUTS[form].width
                return zone[:width], zone[width:]
        return None

    def text(self, tag: int) -> str | None:
        """A feature as text; ``None`` when it is not there or no text."""
        try:
            return decode_text(self.features[tag])
        except (KeyError, ValueError):
            return None


@cache
def profiles() -> Mapping[tuple[int, int], Profile]:
    """The standard's kinds of seals by definition and category."""
    return {
        (each["definition"], each["category"]): Profile(
            each["id"],
            each["paragraph"],
            text_of(each),
            {tag: Format(name) for tag, name in each["zone"].items()},
            each["zone_characters"],
            frozenset(each["required"]),
            frozenset(each["texts"]),
            {tag: (least, most) for tag, (least, most) in each["lengths"].items()},
        )
        for each in load("seals.yaml")["profiles"]
    }


def read_seal(data: bytes) -> Seal:
    """The parts of a seal.

    Raises:
        NoSeal: the bytes are not one.
    """
    if len(data) > MOST_BYTES:
        raise no_seal("size")
    try:
        return _Cursor(data).seal()
    except ValueError:
        raise no_seal("text") from None


class _Cursor:
    """Reads on from where it stands and never past the end."""

    def __init__(self, data: bytes) -> None:
        self.data, self.at = data, 0

    def seal(self) -> Seal:
        if self.take(1)[0] != MAGIC:
            raise no_seal("magic")
        version = _VERSIONS.get(self.take(1)[0])
        if version is None:
            raise no_seal("version")
        issuer = decode_text(self.take(2)).rstrip()
        signer, reference = self.signer(version)
        issued_on, signed_on = self.day(), self.day()
        definition, category = self.take(2)
        features = self.features(version)
        signed = self.data[: self.at]
        self.take(1)
        signature = self.take(self.length())
        if self.at != len(self.data):
            raise no_seal("rest")
        header = Header(issuer, signer, reference, issued_on, signed_on, definition, category)
        return Seal(version, header, features, signed, signature)

    def take(self, count: int) -> bytes:
        if self.at + count > len(self.data):
            raise no_seal("end")
        self.at += count
        return self.data[self.at - count : self.at]

    def signer(self, version: int) -> tuple[str, str]:
        """Signer and number of the certificate; version 4 says how long the number is."""
        if version < _LATEST:
            text = decode_text(self.take(6))
            return text[:_SIGNER_CHARACTERS], text[_SIGNER_CHARACTERS:]
        start = self.take(4)
        count = int(decode_text(start)[_SIGNER_CHARACTERS:], 16)
        characters = _SIGNER_CHARACTERS + 2 + count
        text = decode_text(start + self.take(-(-characters // 3) * 2 - len(start)))
        if len(text) != characters:
            raise no_seal("signer")
        return text[:_SIGNER_CHARACTERS], text[_SIGNER_CHARACTERS + 2 :]

    def day(self) -> date:
        """Month, day and year as one number."""
        number = int.from_bytes(self.take(_DATE_BYTES), "big")
        return date(number % 10000, number // 1000000, number // 10000 % 100)

    def features(self, version: int) -> dict[int, bytes]:
        found: dict[int, bytes] = {}
        while self.at < len(self.data) and self.data[self.at] != SIGNATURE_MARKER:
            tag = self.take(1)[0]
            if tag in found:
                raise no_seal("twice")
            found[tag] = self.take(self.length() if version >= _LATEST else self.take(1)[0])
        return found

    def length(self) -> int:
        """A length by DER: one byte, or how many bytes follow."""
        first = self.take(1)[0]
        if first < _LONG_LENGTH:
            return first
        count = first - _LONG_LENGTH
        if not 1 <= count <= _MOST_LENGTH_BYTES:
            raise no_seal("length")
        return int.from_bytes(self.take(count), "big")


def write_seal(
    header: Header, features: Mapping[int, bytes], *, sign: Callable[[bytes], bytes]
) -> bytes:
    """The bytes of a seal of version 4.

    Args:
        header: who makes it, when, and of which kind.
        features: bytes by tag, in the order to be written.
        sign: from the bytes to be signed to the two numbers of the signature.
    """
    named = f"{header.signer}{len(header.reference):02X}{header.reference}"
    signed = bytearray((MAGIC, _LATEST - 1))
    signed += encode_text(header.issuer.ljust(3, FILLER)) + encode_text(named)
    for day in (header.issued_on, header.signed_on):
        signed += int(day.strftime("%m%d%Y")).to_bytes(_DATE_BYTES, "big")
    signed += bytes((header.definition, header.category))
    for tag, value in features.items():
        signed += bytes((tag,)) + _der_length(len(value)) + value
    signature = sign(bytes(signed))
    return bytes(signed) + bytes((SIGNATURE_MARKER,)) + _der_length(len(signature)) + signature


def _der_length(length: int) -> bytes:
    if length < _LONG_LENGTH:
        return bytes((length,))
    digits = length.to_bytes(-(-length.bit_length() // 8), "big")
    return bytes((_LONG_LENGTH + len(digits),)) + digits


def no_seal(reason: str) -> NoSeal:
    """What is not a seal; ``reason`` says for machines where it stops being one."""
    return NoSeal(text_of(load("seals.yaml")["results"]["WRONG_FORMAT"]), facts={"reason": reason})
