"""From text to lines and fields. What cannot be read is named; nothing is put right in silence.

Standard: ICAO Doc 9303-3, 4.3 and 4.10.
"""

import unicodedata
from dataclasses import dataclass
from operator import itemgetter
from typing import NamedTuple

from korpu.engines.mrtd.digits import ALPHABET
from korpu.engines.mrtd.findings import Finding, finding_at
from korpu.engines.mrtd.layouts import LAYOUTS, WIDTHS, Layout, layout_of

MOST_CHARACTERS = 1000
"""More than this is not a zone; it is not looked at."""
MOST_LINES = 3

LOOKALIKES = dict(
    zip(
        "АВЕКМНОРСТУХІЈЅԚԜΑΒΕΖΗΙΚΜΝΟΡΤΥΧ«‹〈＜≺",
        "ABEKMHOPCTYXIJSQWABEZHIKMNOPTYX<<<<<",
        strict=True,
    )
)
"""Letters and signs of other scripts that look like characters of the zone."""

_ONE_LINE = {90: (3, 30), 88: (2, 44), 72: (2, 36)}
_ALLOWED = frozenset(ALPHABET)


class Zone(NamedTuple):
    """The fields as they stand, fillers included; empty where the format has no such field."""

    document_code: str
    issuer: str
    name: str
    number: str
    number_digit: str
    nationality: str
    birth: str
    birth_digit: str
    sex: str
    expiry: str
    expiry_digit: str
    optional: str
    optional_digit: str
    optional_2: str
    composite_digit: str


@dataclass(frozen=True, slots=True)
class Reading:
    """What could be read of a text.

    Attributes:
        lines: the lines as given, without what stands around them.
        layout: ``None`` when the lines have the shape of no format.
        findings: what is wrong with lines and characters; the fields are read only if empty.
    """

    lines: tuple[str, ...]
    layout: Layout | None
    findings: tuple[Finding, ...]


def _fields_of(layout: Layout) -> "itemgetter[tuple[str, ...]]":
    nothing = slice(0, 0)
    return itemgetter(*(layout.slices.get(name, nothing) for name in Zone._fields))  # type: ignore[call-overload]  # the names of the fields are those of the layout


_CUTTERS = {each.format: _fields_of(each) for each in LAYOUTS.values()}


def cut(zone: str, layout: Layout) -> Zone:
    """The fields of the lines written one after another."""
    return Zone._make(_CUTTERS[layout.format](zone))


def lines_of(text: str) -> tuple[str, ...]:
    """The lines of a text: spaces around them and empty lines are no part of a zone.

    A chip stores the zone as one line; it is parted by its length.
    """
    lines = tuple(stripped for line in text.splitlines() if (stripped := line.strip()))
    if len(lines) == 1 and len(lines[0]) in _ONE_LINE:
        count, width = _ONE_LINE[len(lines[0])]
        return tuple(lines[0][at : at + width] for at in range(0, count * width, width))
    return lines


def read(text: str) -> Reading:
    """Part a text into the lines of a zone and say what is wrong with them.

    Args:
        text: two or three lines; or one, as a chip stores it.
    """
    if len(text) > MOST_CHARACTERS:
        return Reading((), None, (finding_at("too_long", 0, (0, 0)),))
    if "\x00" in text:
        return Reading((), None, (finding_at("not_text", 0, (0, 0)),))
    lines = lines_of(text)
    if not lines:
        return Reading((), None, (finding_at("empty", 0, (0, 0)),))
    wrong = [*_wrong_shape(lines), *_wrong_characters(lines)]
    if wrong:
        return Reading(lines, None, (*wrong, finding_at("not_read", 0, (0, 0))))
    return Reading(lines, layout_of(len(lines), len(lines[0]), lines[0][0]), ())


def _wrong_shape(lines: tuple[str, ...]) -> list[Finding]:
    count = len(lines)
    if count not in WIDTHS:
        return [finding_at("line_count", 0, (0, 0), count=count)]
    allowed = WIDTHS[count]
    told = " / ".join(str(width) for width in sorted(allowed))
    wrong = [at for at, line in enumerate(lines, 1) if len(line) not in allowed]
    if not wrong and len({len(line) for line in lines}) > 1:
        wrong = list(range(1, count + 1))
    return [
        finding_at("line_length", at, (0, 0), count=len(lines[at - 1]), lines=count, allowed=told)
        for at in wrong
    ]


def _wrong_characters(lines: tuple[str, ...]) -> list[Finding]:
    return [
        _wrong_character(line, position, sign)
        for line, signs in enumerate(lines[:MOST_LINES], 1)
        for position, sign in enumerate(signs[: max(WIDTHS[2]) * 2], 1)
        if sign not in _ALLOWED
    ]


def _wrong_character(line: int, position: int, sign: str) -> Finding:
    place = (position, position)
    if sign.isascii() and sign.isalpha():
        return finding_at("lower_case", line, place)
    named = f"U+{ord(sign):04X} {unicodedata.name(sign, '')}".strip()
    meant = LOOKALIKES.get(sign.upper())
    if meant:
        return finding_at("lookalike", line, place, sign=named, meant=meant)
    return finding_at("characters", line, place, sign=named)
