"""The tables behind :mod:`.batch`: what stands where, computed once from the plain rules.

Characters are held by their place in the alphabet: digits 0–9, letters 10–35, the filler 36.
"""

from collections.abc import Mapping
from datetime import date
from functools import cache
from itertools import product

import numpy as np
import numpy.typing as npt

from korpu.engines.mrtd.blindness import OF_A_FIELD
from korpu.engines.mrtd.codes import barred, code_rules, document_codes
from korpu.engines.mrtd.digits import ALPHABET, FILLER, VALUES
from korpu.engines.mrtd.layouts import LAYOUTS, FieldName, Format

RULES: tuple[str, ...] = (
    "not_read", "document_code", "document_code_letter", "document_code_missing",
    "document_code_expiry", "issuer_form", "issuer_class", "nationality_form",
    "nationality_class", "name_start", "name_characters", "name_separators", "number_start",
    "number_digit", "long_number_form", "long_number_digit", "birth_date", "birth_digit", "sex",
    "sex_x", "expiry_date", "expiry_unknown", "expiry_digit", "optional_digit", "composite_digit",
)  # fmt: skip
"""The rules in the order of their bits: faults and deviations, no notices."""

BIT: Mapping[str, int] = {rule: at for at, rule in enumerate(RULES)}
FOREIGN = 255
"""In place of a character that is not of the zone."""
UNKNOWN, NO_NUMBER = -2, -1
NO_FORM, NOT_THERE = 1, 2
LEAP_MONTH = 2
BYTES = 256

Masks = npt.NDArray[np.uint32]
Numbers = npt.NDArray[np.int32]


@cache
def covered(form: Format) -> Mapping[FieldName, tuple[slice, ...]]:
    """What each check digit is computed over."""
    layout = LAYOUTS[form]
    found: dict[FieldName, tuple[slice, ...]] = {
        digit: (layout.slices[of],) for digit, of in OF_A_FIELD.items() if digit in layout.fields
    }
    return {**found, "composite_digit": layout.composite_slices} if layout.composite else found


@cache
def state_kinds(role: FieldName) -> npt.NDArray[np.uint8]:
    """Of every three characters: 0, or that they have not the form or may not stand there."""
    not_there = barred("issuer" if role == "issuer" else "nationality")
    return np.fromiter(
        (_state_kind("".join(each), not_there) for each in product(ALPHABET, repeat=3)), np.uint8
    )


def _state_kind(raw: str, not_there: frozenset[str]) -> int:
    code = raw.rstrip(FILLER)
    if not code.isalpha():
        return NO_FORM
    return NOT_THERE if raw in not_there else 0


@cache
def code_masks(form: Format, issued_on: date | None) -> Masks:
    """Of every document code what it breaks; a row for an early and one for a late expiry."""
    late = document_codes().others_expire_before
    rows = [
        [
            sum(
                1 << BIT[rule]
                for rule in code_rules(a + b, form, expiry=expiry, issued_on=issued_on)
            )
            for a, b in product(ALPHABET, repeat=2)
        ]
        for expiry in (None, late)
    ]
    return np.array(rows, dtype=np.uint32)


def _table(of: Mapping[str, int], otherwise: int) -> bytes:
    """A table for ``bytes.translate``."""
    return bytes(of.get(chr(code), otherwise) for code in range(BYTES))


def _pair_table() -> Numbers:
    """Two characters as a number of two digits, or as unknown, or as none."""
    return np.array(
        [
            int(a + b) if (a + b).isdigit() else UNKNOWN if a == b == FILLER else NO_NUMBER
            for a, b in product(ALPHABET, repeat=2)
        ],
        dtype=np.int32,
    )


def _last_days() -> Numbers:
    """By leap year and month; the last but one column answers for an unknown month (-2)."""
    days = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    leap = [*days[:1], 29, *days[LEAP_MONTH:]]
    return np.array([[0, *each, 31, 0] for each in (days, leap)], dtype=np.int32)


PLACES = _table({sign: place for place, sign in enumerate(ALPHABET)}, FOREIGN)
WORTHS = _table(VALUES, 0)
PAIRS, LAST_DAYS = _pair_table(), _last_days()
