"""Where each field stands in the five formats of the machine-readable zone.

Standard: ICAO Doc 9303-4 (TD3), -5 (TD1), -6 (TD2) and -7 (visas), sections on the data structure.
Positions are counted from one within a line, as the standard counts them.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from types import MappingProxyType
from typing import Literal

FieldName = Literal[
    "document_code",
    "issuer",
    "name",
    "number",
    "number_digit",
    "nationality",
    "birth",
    "birth_digit",
    "sex",
    "expiry",
    "expiry_digit",
    "optional",
    "optional_digit",
    "optional_2",
    "composite_digit",
]
Signs = Literal["letters", "digits", "any", "sex", "digit"]


class Format(StrEnum):
    """The formats; the value is the standard's own name."""

    TD1 = "TD1"
    TD2 = "TD2"
    TD3 = "TD3"
    MRV_A = "MRV-A"
    MRV_B = "MRV-B"


@dataclass(frozen=True, slots=True)
class Field:
    """A field: its line, its first and last position (inclusive), and what may stand in it.

    Attributes:
        signs: ``letters`` (and fillers), ``digits`` (a date; fillers where unknown), ``any``,
            ``sex`` (M, F, filler), ``digit`` (a check digit).
    """

    name: FieldName
    line: int
    first: int
    last: int
    signs: Signs

    @property
    def width(self) -> int:
        return self.last - self.first + 1


@dataclass(frozen=True)
class Layout:
    """One format.

    Attributes:
        composite: what the composite check digit covers, as (line, first, last); empty: there is
            no such digit.
        paragraphs: where the standard describes ``structure`` (by line), ``names`` and ``digits``.
    """

    format: Format
    lines: int
    width: int
    fields: Mapping[FieldName, Field]
    composite: tuple[tuple[int, int, int], ...]
    paragraphs: Mapping[str, str]

    @cached_property
    def slices(self) -> Mapping[FieldName, slice]:
        """The fields as slices of the lines written one after another."""
        return {
            name: slice(*self.between(each.line, each.first, each.last))
            for name, each in self.fields.items()
        }

    @cached_property
    def composite_slices(self) -> tuple[slice, ...]:
        return tuple(slice(*self.between(*each)) for each in self.composite)

    @property
    def size(self) -> int:
        """Characters in the whole zone."""
        return self.lines * self.width

    def between(self, line: int, first: int, last: int) -> tuple[int, int]:
        """Start and end, counted from zero, of positions in the lines one after another."""
        start = (line - 1) * self.width
        return start + first - 1, start + last

    def place(self, offset: int) -> tuple[int, int]:
        """Line and position of a character of the lines one after another."""
        return offset // self.width + 1, offset % self.width + 1

    def field_at(self, line: int, position: int) -> Field:
        """The field a position belongs to; every position belongs to one."""
        return next(
            each
            for each in self.fields.values()
            if each.line == line and each.first <= position <= each.last
        )

    def split(self, zone: str) -> tuple[str, ...]:
        """The lines of a zone written as one."""
        return tuple(zone[at : at + self.width] for at in range(0, self.size, self.width))


def _fields(*fields: Field) -> Mapping[FieldName, Field]:
    return MappingProxyType({each.name: each for each in fields})


def _lower_line(optional: tuple[int, int]) -> tuple[Field, ...]:
    """The lower line common to TD2, TD3 and the visas."""
    return (
        Field("number", 2, 1, 9, "any"),
        Field("number_digit", 2, 10, 10, "digit"),
        Field("nationality", 2, 11, 13, "letters"),
        Field("birth", 2, 14, 19, "digits"),
        Field("birth_digit", 2, 20, 20, "digit"),
        Field("sex", 2, 21, 21, "sex"),
        Field("expiry", 2, 22, 27, "digits"),
        Field("expiry_digit", 2, 28, 28, "digit"),
        Field("optional", 2, *optional, "any"),
    )


def _upper_line(width: int) -> tuple[Field, ...]:
    return (
        Field("document_code", 1, 1, 2, "any"),
        Field("issuer", 1, 3, 5, "letters"),
        Field("name", 1, 6, width, "letters"),
    )


def _paragraphs(part: str, structure: str, names: str, digits: str) -> Mapping[str, str]:
    return MappingProxyType(
        {
            "structure": f"{part}, {structure}",
            "names": f"{part}, {names}",
            "digits": f"{part}, {digits}",
        }
    )


TD3 = Layout(
    Format.TD3,
    2,
    44,
    _fields(
        *_upper_line(44),
        *_lower_line((29, 42)),
        Field("optional_digit", 2, 43, 43, "digit"),
        Field("composite_digit", 2, 44, 44, "digit"),
    ),
    ((2, 1, 10), (2, 14, 20), (2, 22, 43)),
    _paragraphs("9303-4", "4.2.2", "4.2.3", "4.2.4"),
)
TD2 = Layout(
    Format.TD2,
    2,
    36,
    _fields(*_upper_line(36), *_lower_line((29, 35)), Field("composite_digit", 2, 36, 36, "digit")),
    ((2, 1, 10), (2, 14, 20), (2, 22, 35)),
    _paragraphs("9303-6", "4.2.2", "4.2.3", "4.2.4"),
)
TD1 = Layout(
    Format.TD1,
    3,
    30,
    _fields(
        Field("document_code", 1, 1, 2, "any"),
        Field("issuer", 1, 3, 5, "letters"),
        Field("number", 1, 6, 14, "any"),
        Field("number_digit", 1, 15, 15, "digit"),
        Field("optional", 1, 16, 30, "any"),
        Field("birth", 2, 1, 6, "digits"),
        Field("birth_digit", 2, 7, 7, "digit"),
        Field("sex", 2, 8, 8, "sex"),
        Field("expiry", 2, 9, 14, "digits"),
        Field("expiry_digit", 2, 15, 15, "digit"),
        Field("nationality", 2, 16, 18, "letters"),
        Field("optional_2", 2, 19, 29, "any"),
        Field("composite_digit", 2, 30, 30, "digit"),
        Field("name", 3, 1, 30, "letters"),
    ),
    ((1, 6, 30), (2, 1, 7), (2, 9, 15), (2, 19, 29)),
    _paragraphs("9303-5", "4.2.2", "4.2.3", "4.2.4"),
)
MRV_A = Layout(
    Format.MRV_A,
    2,
    44,
    _fields(*_upper_line(44), *_lower_line((29, 44))),
    (),
    _paragraphs("9303-7", "4.2.2", "4.2.3", "4.2.2.2"),
)
MRV_B = Layout(
    Format.MRV_B,
    2,
    36,
    _fields(*_upper_line(36), *_lower_line((29, 36))),
    (),
    _paragraphs("9303-7", "7.2.2", "7.2.3", "7.2.2.2"),
)
LAYOUTS: Mapping[Format, Layout] = MappingProxyType(
    {each.format: each for each in (TD1, TD2, TD3, MRV_A, MRV_B)}
)
WIDTHS: Mapping[int, frozenset[int]] = MappingProxyType(
    {
        lines: frozenset(each.width for each in LAYOUTS.values() if each.lines == lines)
        for lines in (2, 3)
    }
)
LARGEST = max(each.size for each in LAYOUTS.values())


def layout_of(lines: int, width: int, first_sign: str) -> Layout | None:
    """The layout by shape and first letter; ``None`` when no format has that shape.

    The last characters never decide: a visa may fill its line to the end.
    """
    if (lines, width) == (3, TD1.width):
        return TD1
    if (lines, width) == (2, TD3.width):
        return MRV_A if first_sign == "V" else TD3
    if (lines, width) == (2, TD2.width):
        return MRV_B if first_sign == "V" else TD2
    return None


def layout_by_size(text: str) -> Layout | None:
    """The layout of lines parted by single line ends, by their length and first letter."""
    return _BY_SIZE.get((len(text), text[:1] == "V"))


_BY_SIZE = {
    (each.size + each.lines - 1, visa): found
    for each in (TD1, TD2, TD3)
    for visa in (False, True)
    if (found := layout_of(each.lines, each.width, "V" if visa else ""))
}
