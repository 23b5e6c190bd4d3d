"""Many zones of one format at once: which rules each breaks, for border volumes.

The same rules as :mod:`.checking`, computed over columns of characters instead of one zone after
another; property tests hold the two together. Whoever wants sentences asks ``check`` about the rows
that break something.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np
import numpy.typing as npt

from korpu.engines.mrtd.batch_tables import (
    BIT,
    FOREIGN,
    LAST_DAYS,
    NO_FORM,
    NO_NUMBER,
    NOT_THERE,
    PAIRS,
    PLACES,
    RULES,
    UNKNOWN,
    WORTHS,
    Masks,
    Numbers,
    code_masks,
    covered,
    state_kinds,
)
from korpu.engines.mrtd.codes import CARDS, document_codes
from korpu.engines.mrtd.dates import year_of_expiry
from korpu.engines.mrtd.digits import ALPHABET, FILLER, MODULUS, WEIGHTS
from korpu.engines.mrtd.layouts import LAYOUTS, FieldName, Format, Layout

Signs = npt.NDArray[np.uint8]
Flags = npt.NDArray[np.bool_]

_ROWS = 4096
_COUNT = len(ALPHABET)
_FILLER = ALPHABET.index(FILLER)
_TWO = 2
_MONTHS = 12


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
        return frozenset(rule for rule, bit in BIT.items() if mask >> bit & 1)


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
            found |= flags.astype(np.uint32) << np.uint32(BIT[rule])
    readable = fitting & columns.readable()
    return np.where(readable, found, np.uint32(1 << BIT["not_read"]))


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
        places, shape = data.translate(PLACES), (count, layout.size)
        self.foreign = bytes([FOREIGN]) in places
        self.signs: Signs = np.frombuffer(places, np.uint8).reshape(shape).T.copy()
        worths = np.frombuffer(data.translate(WORTHS), np.uint8).reshape(shape)
        self.values = worths.T.astype(np.uint16, order="C")
        self.sums = {name: self._sum(spans) for name, spans in covered(layout.format).items()}

    def readable(self) -> Flags:
        """Which zones hold characters of the zone alone."""
        if not self.foreign:
            return np.ones(self.signs.shape[1], dtype=np.bool_)
        readable: Flags = self.signs.max(axis=0) < FOREIGN
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
            kinds = state_kinds(field)[self._index(self._of(field))]
            yield f"{field}_form", kinds == NO_FORM
            yield f"{field}_class", kinds == NOT_THERE

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
            none = (year == NO_NUMBER) | (month == NO_NUMBER) | (day == NO_NUMBER)
            impossible = none | _no_day(year, month, day)
            unknown = (year == UNKNOWN) | (month == UNKNOWN) | (day == UNKNOWN)
            if field == "birth":
                yield "birth_date", impossible
                continue
            yield "expiry_date", impossible
            yield "expiry_unknown", unknown & ~impossible
            yield from self._document_codes(year, month, day, ~(impossible | unknown))

    def _parts(self, field: FieldName) -> tuple[Numbers, Numbers, Numbers]:
        signs = self._of(field)
        year, month, day = (PAIRS[self._index(signs[at : at + 2])] for at in (0, 2, 4))
        return year, month, day

    def _document_codes(
        self, year: Numbers, month: Numbers, day: Numbers, known: Flags
    ) -> Iterator[tuple[str, Flags]]:
        """The code by its own rules, which for passports depend on the expiry."""
        limit = document_codes().others_expire_before
        years = np.array([year_of_expiry(short, on=self.on) for short in range(100)], np.int32)
        expiry = years[np.maximum(year, 0)] * 10000 + month * 100 + day
        late = known & (expiry >= limit.year * 10000 + limit.month * 100 + limit.day)
        tables = code_masks(self.layout.format, self.issued_on)
        masks = tables[late.astype(np.int32), self._index(self._of("document_code"))]
        for rule in RULES[1:5]:
            yield rule, (masks >> np.uint32(BIT[rule]) & np.uint32(1)).astype(np.bool_)

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
    leap = ((year == UNKNOWN) | (year & 3 == 0)).astype(np.int32)
    no_month = (month != UNKNOWN) & ((month < 1) | (month > _MONTHS))
    last = LAST_DAYS[leap, np.where(no_month, 1, month)]
    no_day = (day != UNKNOWN) & ((day < 1) | (day > last))
    either: Flags = no_month | no_day
    return either
