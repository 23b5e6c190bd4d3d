"""The name field: read into components, written from them, cut where it must be.

Standard: ICAO Doc 9303-3, 4.6; truncation: 9303-4, -5 and -6, 4.2.3; 9303-7, 4.2.3 and 7.2.3.
"""

from dataclasses import dataclass

from korpu.engines.mrtd.digits import FILLER

SEPARATOR = FILLER * 2


@dataclass(frozen=True, slots=True)
class HolderName:
    """The name as the zone has it.

    Attributes:
        primary: components of the primary identifier (surname).
        secondary: components of the secondary identifier (given names); may be empty.
        possibly_truncated: the field is full to its last position, so the name may go on.
    """

    primary: tuple[str, ...]
    secondary: tuple[str, ...]
    possibly_truncated: bool


def read_name(field: str) -> HolderName:
    """The components of a name field. Nothing is refused: what is wrong with it, the checks say."""
    primary, _, secondary = field.rstrip(FILLER).partition(SEPARATOR)
    return HolderName(
        tuple(part for part in primary.split(FILLER) if part),
        tuple(part for part in secondary.split(FILLER) if part),
        possibly_truncated=not field.endswith(FILLER),
    )


def write_name(primary: tuple[str, ...], secondary: tuple[str, ...], width: int) -> str:
    """The name field of ``width`` characters; cut by rule when the name does not fit.

    A name that fits is never cut. A cut name ends with a letter and keeps at least the first letter
    of the secondary identifier. Of the methods the standard allows, this one cuts at the end.

    Args:
        primary: components in capital letters A–Z; at least one.
        secondary: likewise; may be empty.
        width: characters of the field.
    """
    first, second = FILLER.join(primary), FILLER.join(secondary)
    whole = f"{first}{SEPARATOR}{second}" if second else first
    if len(whole) <= width:
        return whole.ljust(width, FILLER)
    if not second:
        return _cut(first, width).ljust(width, FILLER)
    first = _cut(first, width - len(SEPARATOR) - 1)
    rest = _cut(second, width - len(first) - len(SEPARATOR))
    if len(first) + len(SEPARATOR) + len(rest) < width:  # only initials: one more needs two places
        first = _without_one_letter(first, len(first))
        rest = _cut(second, width - len(first) - len(SEPARATOR))
    return (first + SEPARATOR + rest).ljust(width, FILLER)


def _cut(text: str, width: int) -> str:
    """The first ``width`` characters, ending with a letter.

    Where the cut would fall behind a separator, a component before it gives up its last letter, so
    that the initial of the next one still shows that there is one.
    """
    if len(text) > width and text[width - 1] == FILLER:
        text = _without_one_letter(text, width - 1)
    return text[:width].rstrip(FILLER)


def _without_one_letter(text: str, end: int) -> str:
    """The text without the last letter of the last component before ``end`` that has two."""
    for at in range(end - 1, 0, -1):
        if FILLER not in text[at - 1 : at + 1]:
            return text[:at] + text[at + 1 :]
    return text
