"""Many zones of one format at once: which rules each breaks, for border volumes.

The same rules as :mod:`.checking`, computed over columns of characters instead of one zone after
another; property tests hold the two together. Whoever wants sentences asks ``check`` about the rows
that break something.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from itertools import product

import numpy as np
import numpy.typing as npt

from korpu.engines.mrtd.blindness import OF_A_FIELD
from korpu.engines.mrtd.codes import CARDS, barred, code_rules, document_codes
from korpu.engines.mrtd.dates import year_of_expiry
from korpu.engines.mrtd.digits import ALPHABET, FILLER, MODULUS, VALUES, WEIGHTS
from korpu.engines.mrtd.layouts import LAYOUTS, FieldName, Format, Layout

RULES: tuple[str, ...] = (
    "not_read", "document_code", "document_code_letter", "document_code_missing",
    "document_code_expiry", "issuer_form", "issuer_class", "nationality_form",
    "nationality_class", "name_start", "name_characters", "name_separators", "number_start",
    "number_digit", "long_number_form", "long_number_digit", "birth_date", "birth_digit", "sex",
    "sex_x", "expiry_date", "expiry_unknown", "expiry_digit", "optional_digit", "composite_digit",
)  # fmt: skip
"""The rules in the order of their bits: faults and deviations, no notices."""

Signs = npt.NDArray[np.uint8]
Flags = npt.NDArray[np.bool_]
Masks = npt.NDArray[np.uint32]
Numbers = npt.NDArray[np.int32]

_ROWS = 4096
_BIT: Mapping[str, int] = {rule: at for at, rule in enumerate(RULES)}
_COUNT = len(ALPHABET)
_FILLER, _FOREIGN = ALPHABET.index(FILLER), 255
_UNKNOWN, _NO_NUMBER = -2, -1
_TWO = 2
_NO_FORM, _NOT_THERE = 1, 2
_LEAP_MONTH, _MONTHS = 2, 12
_BYTES = 256


@dataclass(frozen=True, slots=True)
class Batch:
    """What was found in many zones; one row each, in the order given.

    Attributes:
        masks: one number a zone; bit *n* is set when it breaks ``RULES[n]``.
    """

    masks: Masks

    @property
    def conforms(self) -> Flags:
        """Which zones break nothing."""
        return np.equal(self.masks, 0)

    def broken(self, row: int) -> frozenset[str]:
        """The rules a zone breaks."""
        mask = int(self.masks[row])
        return frozenset(rule for rule, bit in _BIT.items() if mask >> bit & 1)


def check_batch(
    zones: Sequence[str], form: Format, *, on: date, issued_on: date | None = None
) -> Batch:
    """Check many zones of one format.

    Args:
        zones: each the lines of a zone one after another, without line ends.
        form: the format of all of them.
        on: the day of the check.
        issued_on: the day of issue, if all were issued on one day.

    Returns:
        One mask a zone. A zone of another length or with foreign characters is ``not_read``.
    """
    layout = LAYOUTS[form]
    masks = np.zeros(len(zones), dtype=np.uint32)
    for start in range(0, len(zones), _ROWS):
        part = zones[start : start + _ROWS]
        masks[start : start + _ROWS] = _masks(part, layout, on, issued_on)
    return Batch(masks)


def _masks(zones: Sequence[str], layout: Layout, on: date, issued_on: date | None) -> Masks:
    data, fitting = _joined(zones, layout.size)
    columns = _Columns(data, len(zones), layout, on, issued_on)
    found = np.zeros(len(zones), dtype=np.uint32)
    for rule, flags in columns.broken():
        if flags.any():
            found |= flags.astype(np.uint32) << np.uint32(_BIT[rule])
    readable = fitting & columns.readable()
    return np.where(readable, found, np.uint32(1 << _BIT["not_read"]))


def _joined(zones: Sequence[str], size: int) -> tuple[bytes, Flags]:
    """All characters one after another, and which zones have the right length."""
    lengths = np.fromiter(map(len, zones), np.int32, len(zones))
    fitting: Flags = np.equal(lengths, size)
    if not fitting.all():
        zones = [each[:size].ljust(size, FILLER) for each in zones]
    return "".join(zones).encode("ascii", "replace"), fitting


class _Columns:
    """The zones as columns; every method says of each row whether it breaks a rule.

    Characters are held by their place in the alphabet: digits 0–9, letters 10–35, the filler 36.
    """

    def __init__(
        self, data: bytes, count: int, layout: Layout, on: date, issued_on: date | None
    ) -> None:
        self.layout, self.on, self.issued_on = layout, on, issued_on
        places, shape = data.translate(_PLACES), (count, layout.size)
        self.foreign = bytes([_FOREIGN]) in places
        self.signs: Signs = np.frombuffer(places, np.uint8).reshape(shape).T.copy()
        worths = np.frombuffer(data.translate(_WORTHS), np.uint8).reshape(shape)
        self.values = worths.T.astype(np.uint16, order="C")
        self.sums = {name: self._sum(spans) for name, spans in _covered(layout.format).items()}

    def readable(self) -> Flags:
        """Which zones hold characters of the zone alone."""
        if not self.foreign:
            return np.ones(self.signs.shape[1], dtype=np.bool_)
        readable: Flags = self.signs.max(axis=0) < _FOREIGN
        return readable

    def _sum(self, spans: tuple[slice, ...]) -> Numbers:
        """The values times 7, 3, 1, 7, … over the positions of the spans, one after another."""
        total = np.zeros(self.values.shape[1], dtype=np.uint16)
        phase = 0
        for span in spans:
            rows = self.values[span]
            for at in range(min(3, len(rows))):
                weight = np.uint16(WEIGHTS[(phase + at) % 3])
                total += rows[at::3].sum(axis=0, dtype=np.uint16) * weight
            phase += len(rows)
        return total.astype(np.int32)

    def broken(self) -> Iterator[tuple[str, Flags]]:
        yield from self._names()
        yield from self._states()
        yield "number_start", self._one("number") == _FILLER
        yield from self._number_digits()
        yield from self._dates()
        yield from self._sexes()
        yield from self._other_digits()

    def _of(self, name: FieldName) -> Signs:
        return self.signs[self.layout.slices[name]]

    def _one(self, name: FieldName) -> Signs:
        """The first character of a field."""
        one: Signs = self.signs[self.layout.slices[name].start]
        return one

    def _names(self) -> Iterator[tuple[str, Flags]]:
        name = self._of("name")
        filler: Flags = np.equal(name, _FILLER)
        width, letters = len(name), ~filler
        some = letters.any(axis=0)
        yield "name_start", filler[0]
        yield "name_characters", np.less(name.min(axis=0), MODULUS)
        leading = np.where(some, letters.argmax(axis=0), width)
        trailing = np.where(some, letters[::-1].argmax(axis=0), width)
        pairs = (filler[:-1] & filler[1:]).sum(axis=0, dtype=np.int32)
        inner = pairs - np.maximum(leading - 1, 0) - np.maximum(trailing - 1, 0)
        yield "name_separators", some & (inner >= _TWO)

    def _states(self) -> Iterator[tuple[str, Flags]]:
        for field in ("issuer", "nationality"):
            kinds = _state_kinds(field)[self._index(self._of(field))]
            yield f"{field}_form", kinds == _NO_FORM
            yield f"{field}_class", kinds == _NOT_THERE

    def _index(self, signs: Signs) -> Numbers:
        """A few characters as one number."""
        found = signs[0].astype(np.int32)
        for each in signs[1:]:
            found = found * np.int32(_COUNT) + each
        most: Numbers = np.minimum(found, _COUNT ** len(signs) - 1)
        return most

    def _number_digits(self) -> Iterator[tuple[str, Flags]]:
        wrong = self._wrong("number_digit")
        if self.layout.format not in CARDS:
            yield "number_digit", wrong
            return
        long = self._one("number_digit") == _FILLER
        yield "number_digit", wrong & ~long
        form, digit = self._long_numbers()
        yield "long_number_form", long & form
        yield "long_number_digit", long & ~form & digit

    def _long_numbers(self) -> tuple[Flags, Flags]:
        """Whether the rest has not the form of one, and whether its digit is wrong."""
        rest, values = self._of("optional"), self.values[self.layout.slices["optional"]]
        filler: Flags = np.equal(rest, _FILLER)
        end = filler.argmax(axis=0)
        last = np.maximum(end - 1, 0)
        rows = np.arange(rest.shape[1])
        printed = rest[last, rows]
        no_form = ~filler.any(axis=0) | (end < _TWO) | (printed >= MODULUS)
        weights = np.resize(np.array(WEIGHTS, dtype=np.uint16), len(rest))[:, None]
        before = (values * weights).cumsum(axis=0, dtype=np.int32)[np.maximum(last - 1, 0), rows]
        computed = (self.sums["number_digit"] + before) % MODULUS
        return no_form, np.not_equal(computed, printed)

    def _dates(self) -> Iterator[tuple[str, Flags]]:
        for field in ("birth", "expiry"):
            year, month, day = self._parts(field)
            none = (year == _NO_NUMBER) | (month == _NO_NUMBER) | (day == _NO_NUMBER)
            impossible = none | _no_day(year, month, day)
            unknown = (year == _UNKNOWN) | (month == _UNKNOWN) | (day == _UNKNOWN)
            if field == "birth":
                yield "birth_date", impossible
                continue
            yield "expiry_date", impossible
            yield "expiry_unknown", unknown & ~impossible
            yield from self._document_codes(year, month, day, ~(impossible | unknown))

    def _parts(self, field: FieldName) -> tuple[Numbers, Numbers, Numbers]:
        signs = self._of(field)
        year, month, day = (_PAIRS[self._index(signs[at : at + 2])] for at in (0, 2, 4))
        return year, month, day

    def _document_codes(
        self, year: Numbers, month: Numbers, day: Numbers, known: Flags
    ) -> Iterator[tuple[str, Flags]]:
        """The code by its own rules, which for passports depend on the expiry."""
        limit = document_codes().others_expire_before
        years = np.array([year_of_expiry(short, on=self.on) for short in range(100)], np.int32)
        expiry = years[np.maximum(year, 0)] * 10000 + month * 100 + day
        late = known & (expiry >= limit.year * 10000 + limit.month * 100 + limit.day)
        tables = _code_masks(self.layout.format, self.issued_on)
        masks = tables[late.astype(np.int32), self._index(self._of("document_code"))]
        for rule in RULES[1:5]:
            yield rule, (masks >> np.uint32(_BIT[rule]) & np.uint32(1)).astype(np.bool_)

    def _sexes(self) -> Iterator[tuple[str, Flags]]:
        sex = self._one("sex")
        stated_x: Flags = sex == ALPHABET.index("X")
        known = (sex == ALPHABET.index("M")) | (sex == ALPHABET.index("F")) | (sex == _FILLER)
        yield "sex_x", stated_x
        yield "sex", ~(stated_x | known)

    def _other_digits(self) -> Iterator[tuple[str, Flags]]:
        yield "birth_digit", self._wrong("birth_digit")
        yield "expiry_digit", self._wrong("expiry_digit")
        if "optional_digit" in self.layout.fields:
            empty = (self._of("optional") == _FILLER).all(axis=0)
            left_out = empty & (self._one("optional_digit") == _FILLER)
            yield "optional_digit", self._wrong("optional_digit") & ~left_out
        if self.layout.composite:
            yield "composite_digit", self._wrong("composite_digit")

    def _wrong(self, name: FieldName) -> Flags:
        """Whether the printed digit is another than the computed one."""
        return np.not_equal(self.sums[name] % MODULUS, self._one(name))


def _no_day(year: Numbers, month: Numbers, day: Numbers) -> Flags:
    """Whether no month of the year has the day; unknown parts allow what any would."""
    leap = ((year == _UNKNOWN) | (year & 3 == 0)).astype(np.int32)
    no_month = (month != _UNKNOWN) & ((month < 1) | (month > _MONTHS))
    last = _LAST_DAYS[leap, np.where(no_month, 1, month)]
    no_day = (day != _UNKNOWN) & ((day < 1) | (day > last))
    either: Flags = no_month | no_day
    return either


@cache
def _covered(form: Format) -> Mapping[FieldName, tuple[slice, ...]]:
    """What each check digit is computed over."""
    layout = LAYOUTS[form]
    found: dict[FieldName, tuple[slice, ...]] = {
        digit: (layout.slices[of],) for digit, of in OF_A_FIELD.items() if digit in layout.fields
    }
    return {**found, "composite_digit": layout.composite_slices} if layout.composite else found


@cache
def _state_kinds(role: FieldName) -> npt.NDArray[np.uint8]:
    """Of every three characters: 0, or that they have not the form or may not stand there."""
    not_there = barred("issuer" if role == "issuer" else "nationality")
    return np.fromiter(
        (_state_kind("".join(each), not_there) for each in product(ALPHABET, repeat=3)), np.uint8
    )


def _state_kind(raw: str, not_there: frozenset[str]) -> int:
    code = raw.rstrip(FILLER)
    if not code.isalpha():
        return _NO_FORM
    return _NOT_THERE if raw in not_there else 0


@cache
def _code_masks(form: Format, issued_on: date | None) -> Masks:
    """Of every document code what it breaks; a row for an early and one for a late expiry."""
    late = document_codes().others_expire_before
    rows = [
        [
            sum(
                1 << _BIT[rule]
                for rule in code_rules(a + b, form, expiry=expiry, issued_on=issued_on)
            )
            for a, b in product(ALPHABET, repeat=2)
        ]
        for expiry in (None, late)
    ]
    return np.array(rows, dtype=np.uint32)


def _table(of: Mapping[str, int], otherwise: int) -> bytes:
    """A table for ``bytes.translate``."""
    return bytes(of.get(chr(code), otherwise) for code in range(_BYTES))


def _pair_table() -> Numbers:
    """Two characters as a number of two digits, or as unknown, or as none."""
    return np.array(
        [
            int(a + b) if (a + b).isdigit() else _UNKNOWN if a == b == FILLER else _NO_NUMBER
            for a, b in product(ALPHABET, repeat=2)
        ],
        dtype=np.int32,
    )


def _last_days() -> Numbers:
    """By leap year and month; the last but one column answers for an unknown month (-2)."""
    days = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    leap = [*days[:1], 29, *days[_LEAP_MONTH:]]
    return np.array([[0, *each, 31, 0] for each in (days, leap)], dtype=np.int32)


_PLACES = _table({sign: place for place, sign in enumerate(ALPHABET)}, _FOREIGN)
_WORTHS = _table(VALUES, 0)
_PAIRS, _LAST_DAYS = _pair_table(), _last_days()
