"""Whether a zone conforms: the same answer as the walk of :mod:`.checking`, and nothing else.

Border volumes are mostly right, and what is right need not be walked. One expression parts the
fields and says whether each can be what it is; weighted sums of dates and of three characters are
kept, so that a check digit costs a few look-ups.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache

from korpu.engines.mrtd.codes import CARDS, barred, code_rules, document_codes
from korpu.engines.mrtd.dates import is_possible, read_expiry, year_of_expiry
from korpu.engines.mrtd.digits import FILLER, MODULUS, VALUES, WEIGHTS
from korpu.engines.mrtd.layouts import LAYOUTS, FieldName, Format, Layout

_STATE = r"[A-Z](?:[A-Z][A-Z<]|<<)"
_NAME = r"(?=[A-Z<]{%d}\n|[A-Z<]{%d}\Z)[A-Z]+(?:<[A-Z]+)*(?:<<[A-Z]+(?:<[A-Z]+)*)?<*"
_ANY = r"[A-Z\d<]"
_FORMS: Mapping[FieldName, str] = {
    "issuer": _STATE,
    "number": r"[A-Z\d][A-Z\d<]{8}",
    "nationality": _STATE,
    "birth": r"[\d<]{6}",
    "birth_digit": r"\d",
    "expiry": r"\d{6}",
    "expiry_digit": r"\d",
    "optional_digit": r"[\d<]",
    "composite_digit": r"\d",
}
_UNGROUPED: Mapping[FieldName, str] = {"sex": "[MF<]"}
_ORDER: tuple[FieldName, ...] = (
    "document_code", "issuer", "number", "number_digit", "nationality", "birth", "birth_digit",
    "expiry", "expiry_digit", "optional", "optional_digit", "optional_2", "composite_digit",
)  # fmt: skip
_DIGITS = "0123456789"


class _Sums(dict[str, int]):
    """The weighted sum of at most three characters, the first weighed by ``WEIGHTS[phase]``."""

    def __init__(self, phase: int) -> None:
        super().__init__()
        self._weights = tuple(WEIGHTS[(phase + at) % len(WEIGHTS)] for at in range(len(WEIGHTS)))

    def __missing__(self, part: str) -> int:
        total = sum(
            VALUES[sign] * weight for sign, weight in zip(part, self._weights, strict=False)
        )
        self[part] = total
        return total


_SUMS = tuple(_Sums(phase) for phase in range(len(WEIGHTS)))


class _Dates(dict[str, tuple[int, ...]]):
    """Of every date that can be its weighted sums by phase; nothing of what cannot be."""

    def __init__(self, *, unknown_parts: bool) -> None:
        super().__init__()
        self._unknown_parts = unknown_parts

    def __missing__(self, raw: str) -> tuple[int, ...]:
        if not is_possible(raw, unknown_parts=self._unknown_parts):
            return ()
        found = tuple(_sum(raw, phase) for phase in range(len(WEIGHTS)))
        self[raw] = found
        return found


def _sum(text: str, phase: int) -> int:
    sums, total = _SUMS[phase], 0
    for start in range(0, len(text), 3):
        total += sums[text[start : start + 3]]
    return total


_BIRTHS, _EXPIRIES = _Dates(unknown_parts=True), _Dates(unknown_parts=False)


@dataclass(frozen=True, slots=True)
class _Plan:
    """How the zones of one format are asked.

    Attributes:
        expression: over the lines parted by line ends; a group for each field of ``_ORDER``.
        order: the groups in the order of ``_ORDER``.
        phases: at which weight each field begins within the composite.
    """

    layout: Layout
    expression: re.Pattern[str]
    order: tuple[int, ...] | None
    phases: Mapping[FieldName, int]


def conforms(text: str, layout: Layout, *, on: date, issued_on: date | None = None) -> bool:
    """Whether a zone has neither fault nor deviation.

    Args:
        text: its lines, parted by line ends.
        layout: its format.
        on: the day of the check.
        issued_on: the day of issue, where it is known from elsewhere.
    """
    plan = _plan(layout.format)
    match = plan.expression.fullmatch(text)
    if match is None:
        return False
    groups = match.groups()
    if plan.order is not None:
        groups = tuple([groups[at] for at in plan.order])
    if groups[1] in _NO_ISSUERS or groups[4] in _NO_NATIONALITIES:
        return False
    if not _digits(groups, plan.phases):
        return False
    return layout.format is not Format.TD3 or _dated_code(groups[0], groups[7], on, issued_on)


def _digits(groups: tuple[str, ...], phases: Mapping[FieldName, int]) -> bool:
    """Whether every digit agrees; the sum of the number serves its digit and the composite."""
    _, _, number, digit, _, birth, birth_digit, expiry, expiry_digit, *rest = groups
    births, expiries = _BIRTHS[birth], _EXPIRIES[expiry]
    if not births or not expiries:
        return False
    if (
        _DIGITS[births[0] % MODULUS] != birth_digit
        or _DIGITS[expiries[0] % MODULUS] != expiry_digit
    ):
        return False
    optional, optional_digit, optional_2, composite = rest
    sums = _SUMS[0]
    total = sums[number[:3]] + sums[number[3:6]] + sums[number[6:]]
    if not _number_digit(total, digit, optional) or not _optional_digit(optional, optional_digit):
        return False
    if not composite:
        return True
    total += (
        births[phases["birth"]]
        + expiries[phases["expiry"]]
        + _SUMS[phases["number_digit"]][digit]
        + _SUMS[phases["birth_digit"]][birth_digit]
        + _SUMS[phases["expiry_digit"]][expiry_digit]
        + _sum(optional.rstrip(FILLER), phases["optional"])
        + _sum(optional_2.rstrip(FILLER), phases.get("optional_2", 0))
        + _SUMS[phases.get("optional_digit", 0)][optional_digit]
    )
    return _DIGITS[total % MODULUS] == composite


def _number_digit(total: int, digit: str, optional: str) -> bool:
    if digit == FILLER:
        return _long_number(total, optional)
    return _DIGITS[total % MODULUS] == digit


def _optional_digit(optional: str, digit: str) -> bool:
    """Whether the digit agrees; a filler may stand behind an empty field, nothing where none is."""
    plain = optional.rstrip(FILLER)
    if not digit or (digit == FILLER and not plain):
        return True
    return _DIGITS[_sum(plain, 0) % MODULUS] == digit


def _long_number(total: int, optional: str) -> bool:
    """Whether the number's sum, its rest in the optional data and the digit there agree."""
    rest, filler, _ = optional.partition(FILLER)
    return (
        bool(filler)
        and len(rest) > 1
        and rest[-1].isdigit()
        and _DIGITS[(total + _sum(rest[:-1], 0)) % MODULUS] == rest[-1]
    )


def _dated_code(code: str, expiry: str, on: date, issued_on: date | None) -> bool:
    if code in _known_passports():
        return True
    if issued_on is None:
        year = year_of_expiry(int(expiry[:2]), on=on)
        if year < document_codes().others_expire_before.year:
            return True
    expires = read_expiry(expiry, on=on).value
    return not code_rules(code, Format.TD3, expiry=expires, issued_on=issued_on)


@cache
def _known_passports() -> frozenset[str]:
    """The codes of passports that stand whatever the day of issue."""
    rules = document_codes()
    return frozenset({rules.single_sheet, *(f"P{letter}" for letter in rules.letters)})


@cache
def _plan(form: Format) -> _Plan:
    layout = LAYOUTS[form]
    ordered = sorted(layout.fields.values(), key=lambda each: (each.line, each.first))
    grouped = [each.name for each in ordered if each.name in _ORDER]
    missing = [name for name in _ORDER if name not in grouped]
    lines = [
        "".join(_form(layout, each.name) for each in ordered if each.line == line)
        for line in range(1, layout.lines + 1)
    ]
    groups = [*grouped, *missing]
    order = tuple(groups.index(name) for name in _ORDER)
    return _Plan(
        layout,
        re.compile("\n".join(lines) + "()" * len(missing), re.ASCII),
        None if order == tuple(range(len(_ORDER))) else order,
        _phases(layout),
    )


def _form(layout: Layout, name: FieldName) -> str:
    """The expression of a field, a group if the digits or codes need it."""
    width = layout.fields[name].width
    if name == "name":
        return _NAME % (width, width)
    if name == "document_code":
        return f"({_document_codes(layout)})"
    if name == "number_digit":
        return r"([\d<])" if layout.format in CARDS else r"(\d)"
    plain = _UNGROUPED.get(name)
    return plain or f"({_FORMS.get(name, f'{_ANY}{{{width}}}')})"


def _document_codes(layout: Layout) -> str:
    rules = document_codes()
    first = rules.first_letters[layout.format]
    second = "[A-Z<]" if layout.format is Format.TD3 else _ANY
    if layout.format not in CARDS:
        return f"[{first}]{second}"
    return f"(?!{'|'.join(sorted(rules.forbidden_on_cards))})[{first}]{second}"


def _phases(layout: Layout) -> Mapping[FieldName, int]:
    """At which weight each field begins among the characters of the composite."""
    places = [place for part in layout.composite_slices for place in range(part.start, part.stop)]
    return {
        name: places.index(part.start) % len(WEIGHTS)
        for name, part in layout.slices.items()
        if part.start in places
    }


_NO_ISSUERS, _NO_NATIONALITIES = barred("issuer"), barred("nationality")
