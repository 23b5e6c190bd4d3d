"""What the check digits of a zone cannot see.

A zone whose digits agree may still be altered: names, codes and sex are covered by no digit on any
document, and under a digit every character can hide behind those equal to it modulo 10 (K for <,
6 for G, 1 for L). Agreement therefore never means *genuine*.

Standard: the coverage follows from ICAO Doc 9303-4 to -7, sections on check digits.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from korpu.engines.mrtd.digits import ALPHABET, FILLER, indistinguishable
from korpu.engines.mrtd.layouts import LAYOUTS, Field, FieldName, Format, Layout, Signs

Span = tuple[int, int, int]
"""Line, first and last position, inclusive."""

_DIGITS, _LETTERS = ALPHABET[:10], ALPHABET[10:36]
_MAY_STAND: Mapping[Signs, frozenset[str]] = {
    "letters": frozenset(_LETTERS + FILLER),
    "digits": frozenset(_DIGITS + FILLER),
    "any": frozenset(ALPHABET),
    "sex": frozenset("MF" + FILLER),
    "digit": frozenset(_DIGITS + FILLER),
}
OF_A_FIELD: Mapping[FieldName, FieldName] = {
    "number_digit": "number",
    "birth_digit": "birth",
    "expiry_digit": "expiry",
    "optional_digit": "optional",
}
"""The digits over one field, and the field."""


@dataclass(frozen=True, slots=True)
class Unseen:
    """A position at which other characters would pass every check digit and every rule of form.

    Attributes:
        field: the field it belongs to.
        line: from one.
        position: from one.
        characters: those that could stand there unseen, besides the one that does.
        covered: whether a check digit depends on the position at all.
    """

    field: FieldName
    line: int
    position: int
    characters: str
    covered: bool


@cache
def coverage(form: Format) -> Mapping[FieldName, tuple[Span, ...]]:
    """What each check digit of a format covers, itself included."""
    layout = LAYOUTS[form]
    found: dict[FieldName, tuple[Span, ...]] = {
        digit: (_span(layout.fields[of]), _span(layout.fields[digit]))
        for digit, of in OF_A_FIELD.items()
        if digit in layout.fields
    }
    if layout.composite:
        found["composite_digit"] = (*layout.composite, _span(layout.fields["composite_digit"]))
    return found


def _span(field: Field) -> Span:
    return field.line, field.first, field.last


def covering(form: Format, line: int, position: int) -> frozenset[FieldName]:
    """The check digits that depend on a position."""
    return frozenset(
        digit
        for digit, spans in coverage(form).items()
        if any(at == line and first <= position <= last for at, first, last in spans)
    )


def unprotected(form: Format) -> tuple[FieldName, ...]:
    """The fields no check digit covers."""
    return tuple(
        each.name
        for each in LAYOUTS[form].fields.values()
        if not covering(form, each.line, each.first)
    )


def unseen(zone: str, layout: Layout) -> tuple[Unseen, ...]:
    """Where one changed character would go unnoticed, and which ones would.

    Args:
        zone: the lines one after another.
        layout: its format.

    Returns:
        One entry for each position at which another character could stand. No single change of a
        conforming zone passes the check unless it is listed; a listed one may still be found by
        what the listing does not weigh (a date that cannot be, an unknown code).
    """
    return tuple(
        each
        for offset, sign in enumerate(zone)
        if (each := _unseen_at(layout, offset, sign)).characters
    )


def _unseen_at(layout: Layout, offset: int, sign: str) -> Unseen:
    line, position = layout.place(offset)
    field = layout.field_at(line, position)
    covered = bool(covering(layout.format, line, position))
    hidden = indistinguishable(sign) if covered else ALPHABET.replace(sign, "")
    allowed = _MAY_STAND[field.signs]
    characters = "".join(each for each in hidden if each in allowed)
    return Unseen(field.name, line, position, characters, covered)
