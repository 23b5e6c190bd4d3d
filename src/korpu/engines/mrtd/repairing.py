"""What a zone that was read wrong may have been: proposals with their proof, never applied.

A character is put in question only where its field forbids it (a letter in a date, a digit in a
name), and every check digit must agree afterwards. Several answers are all given, as ambiguous.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import permutations, product
from math import prod
from typing import Any, Literal

from korpu.engines.mrtd.blindness import coverage, covering
from korpu.engines.mrtd.digits import ALPHABET, FILLER
from korpu.engines.mrtd.findings import load, text_of
from korpu.engines.mrtd.layouts import WIDTHS, FieldName, Layout, layout_of
from korpu.engines.mrtd.reading import LOOKALIKES, MOST_LINES
from korpu.engines.mrtd.swift import conforms
from korpu.kernel.texts import Text

Reason = Literal["order", "script", "filler", "confusion"]
MOST_TRIED = 4096
"""Combinations tried of one text; with more characters in question nothing is proposed."""


@dataclass(frozen=True, slots=True)
class Change:
    """One character put in question; both empty when whole lines change places.

    Attributes:
        line: from one, in the proposed zone.
        position: from one.
        read: the character as given; empty where one was put in.
        proposed: the character in its place.
    """

    line: int
    position: int
    read: str
    proposed: str


@dataclass(frozen=True, slots=True)
class Repair:
    """A zone that conforms and differs from the one given only where that could not stand.

    Attributes:
        lines: the proposed lines.
        reason: what kind of mistake it supposes.
        changes: every difference; empty for lines that change places.
        proof: the check digits that cover the changes and agree.
        proven: every change is covered by a check digit; otherwise only its place speaks for it,
            and a human has to look.
        ambiguous: other proposals explain the zone as well.
    """

    lines: tuple[str, ...]
    reason: Reason
    changes: tuple[Change, ...]
    proof: tuple[FieldName, ...]
    proven: bool
    ambiguous: bool

    @property
    def sentence(self) -> Text:
        return text_of(_declared()["reasons"][self.reason])


def _declared() -> Mapping[str, Any]:
    found: Mapping[str, Any] = load("repairs.yaml")
    return found


def propose_repairs(
    lines: tuple[str, ...], *, on: date, issued_on: date | None = None
) -> tuple[Repair, ...]:
    """The zones the lines may have been meant to be; all of them conform.

    Args:
        lines: as given.
        on: the day of the check.
        issued_on: the day of issue, where it is known.
    """
    if len(lines) not in WIDTHS or len(lines) > MOST_LINES:
        return ()
    clean = tuple(_latin(line) for line in lines)
    if swapped := in_order(clean, on=on):
        return (_proven(clean, swapped, "order", ambiguous=False),)
    found: dict[tuple[str, ...], Reason] = {}
    for each, reason in _candidates(clean):
        if each != lines and _conforms(each, on, issued_on):
            found.setdefault(each, reason)
    return tuple(
        _proven(lines, each, reason, ambiguous=len(found) > 1) for each, reason in found.items()
    )


def in_order(lines: tuple[str, ...], *, on: date) -> tuple[str, ...] | None:
    """The lines in the only other order in which they conform; ``None`` when there is none."""
    if len({len(each) for each in lines}) != 1 or _conforms(lines, on, None):
        return None
    others = (each for each in permutations(lines) if each != lines)
    return next((each for each in others if _conforms(each, on, None)), None)


def _conforms(lines: tuple[str, ...], on: date, issued_on: date | None) -> bool:
    if len({len(each) for each in lines}) != 1 or not lines[0]:
        return False
    layout = layout_of(len(lines), len(lines[0]), lines[0][0])
    return layout is not None and conforms("\n".join(lines), layout, on=on, issued_on=issued_on)


def _latin(line: str) -> str:
    return "".join(LOOKALIKES.get(sign.upper(), sign.upper()) for sign in line)


def _candidates(clean: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], Reason]]:
    if len({len(each) for each in clean}) == 1:
        yield clean, "script"
        yield from ((each, "confusion") for each in _unconfused(clean))
        return
    several = list(_filled(clean))
    for filled in several:
        yield filled, "filler"
        yield from ((each, "confusion") for each in _unconfused(filled, MOST_TRIED // len(several)))


def _filled(lines: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """The lines with one filler put into the only line that lacks a character."""
    width = max(len(each) for each in lines)
    short = [at for at, each in enumerate(lines) if len(each) == width - 1]
    if width not in WIDTHS[len(lines)] or len(short) != 1:
        return
    at = short[0]
    mended = {lines[at][:place] + FILLER + lines[at][place:] for place in range(width)}
    for each in sorted(mended):
        yield (*lines[:at], each, *lines[at + 1 :])


def _unconfused(lines: tuple[str, ...], most: int = MOST_TRIED) -> Iterator[tuple[str, ...]]:
    """The lines with every character that cannot stand in its place taken for a similar one."""
    layout = layout_of(len(lines), len(lines[0]), lines[0][0])
    if layout is None:
        return
    choices = [_choices(layout, at, sign) for at, sign in enumerate("".join(lines))]
    if prod(len(each) for each in choices) <= most:
        for signs in product(*choices):
            yield layout.split("".join(signs))


def _choices(layout: Layout, offset: int, sign: str) -> str:
    """The characters that may stand here instead of ``sign``; itself where it may stand."""
    signs = layout.field_at(*layout.place(offset)).signs
    if signs in {"digits", "digit"} and sign not in ALPHABET[:10] + FILLER:
        return str(_declared()["in_digits"].get(sign, sign))
    if signs == "letters" and sign.isdigit():
        return str(_declared()["in_letters"].get(sign, sign))
    return sign


def _proven(
    given: tuple[str, ...], proposed: tuple[str, ...], reason: Reason, *, ambiguous: bool
) -> Repair:
    layout = layout_of(len(proposed), len(proposed[0]), proposed[0][0])
    assert layout is not None  # it conforms
    changes = () if reason == "order" else tuple(_changes(given, proposed))
    digits = [covering(layout.format, each.line, each.position) for each in changes]
    if reason == "order":
        digits = [frozenset(coverage(layout.format))]
    proof = tuple(name for name in layout.fields if any(name in each for each in digits))
    return Repair(proposed, reason, changes, proof, all(digits), ambiguous)


def _changes(given: tuple[str, ...], proposed: tuple[str, ...]) -> Iterator[Change]:
    for line, (old, new) in enumerate(zip(given, proposed, strict=True), 1):
        if len(old) != len(new):
            place = next((at for at, sign in enumerate(old) if sign != new[at]), len(old))
            yield Change(line, place + 1, "", new[place])
            old = old[:place] + new[place] + old[place:]  # noqa: PLW2901  # the rest is compared too
        for position, (before, after) in enumerate(zip(old, new, strict=True), 1):
            if before != after:
                yield Change(line, position, before, after)
