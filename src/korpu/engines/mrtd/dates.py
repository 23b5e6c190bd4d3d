"""The six characters of a date, and which century they mean.

Doc 9303 gives years two digits and no rule for the century. Ours is stated in
``data/dates.yaml`` and shown with every date; the raw characters always stay beside it.

Standard: ICAO Doc 9303-3, 4.8.
"""

import calendar
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache

from korpu.engines.mrtd.digits import FILLER
from korpu.engines.mrtd.findings import load, text_of
from korpu.kernel.texts import Text

_Century = Callable[[int, int | None, int | None], int | None]

UNKNOWN = FILLER * 2
_CENTURIES = range(1800, 2200, 100)
_HALF = 50
_KEPT = 1 << 16
_LONGEST_MONTH = 31
_A_LEAP_YEAR = 2000


@cache
def century_rules() -> Mapping[str, Text]:
    """How a century is chosen: ``century_of_birth`` and ``century_of_expiry``."""
    return {name: text_of(each) for name, each in load("dates.yaml").items()}


@dataclass(frozen=True, slots=True)
class ReadDate:
    """A date as the zone has it.

    Attributes:
        raw: the six characters.
        value: the day, ``None`` when a part is unknown or the date cannot be.
        year: with its century, ``None`` when unknown.
        month: ``None`` when unknown.
        day: ``None`` when unknown.
        possible: whether the characters are a date at all.
        rule: how the century was chosen.
    """

    raw: str
    value: date | None
    year: int | None
    month: int | None
    day: int | None
    possible: bool
    rule: Text


def is_possible(raw: str, *, unknown_parts: bool) -> bool:
    """Whether six characters can be a date.

    Args:
        raw: the characters.
        unknown_parts: whether year, month and day may each be ``<<``.
    """
    year, month, day = raw[:2], raw[2:4], raw[4:]
    if any(
        not (_is_number(part) or (unknown_parts and part == UNKNOWN)) for part in (year, month, day)
    ):
        return False
    if month != UNKNOWN and not 1 <= int(month) <= 12:  # noqa: PLR2004  # months of a year
        return False
    return day == UNKNOWN or 1 <= int(day) <= _last_day(year, month)


def _is_number(part: str) -> bool:
    return part.isascii() and part.isdigit()


def _last_day(year: str, month: str) -> int:
    if month == UNKNOWN:
        return _LONGEST_MONTH
    full = _A_LEAP_YEAR if year == UNKNOWN else _A_LEAP_YEAR + int(year)
    return calendar.monthrange(full, int(month))[1]


def read_birth(raw: str, *, on: date, expiry: date | None = None) -> ReadDate:
    """The date of birth in the latest century that is not after ``on`` nor after the expiry."""
    return _read_birth(raw, min(on, expiry) if expiry else on)


@lru_cache(maxsize=_KEPT)
def _read_birth(raw: str, latest: date) -> ReadDate:
    return _read(
        raw,
        century_rules()["century_of_birth"],
        lambda year, month, day: _not_after(year, month, day, latest),
    )


@lru_cache(maxsize=_KEPT)
def read_expiry(raw: str, *, on: date) -> ReadDate:
    """The date of expiry in the year nearest to ``on``: from 50 years before to 49 after."""
    rule = century_rules()["century_of_expiry"]
    return _read(raw, rule, lambda year, _month, _day: year_of_expiry(year, on=on))


def year_of_expiry(short: int, *, on: date) -> int:
    """The year nearest to ``on`` of those that end in two digits."""
    first = on.year - _HALF
    return first + (short - first) % 100


def _read(raw: str, rule: Text, century: _Century) -> ReadDate:
    known = [None if part == UNKNOWN else part for part in (raw[:2], raw[2:4], raw[4:])]
    if not is_possible(raw, unknown_parts=True):
        return ReadDate(raw, None, None, None, None, possible=False, rule=rule)
    short, month, day = (None if part is None else int(part) for part in known)
    year = None if short is None else century(short, month, day)
    value = None
    if year is not None and month is not None and day is not None:
        value = _day(year, month, day)
    return ReadDate(raw, value, year, month, day, possible=True, rule=rule)


def _not_after(short: int, month: int | None, day: int | None, latest: date) -> int | None:
    """The latest year that may hold the date, of those that end in ``short``; leap days count."""
    fitting = [
        century + short
        for century in _CENTURIES
        if (century + short, month or 1, day or 1) <= (latest.year, latest.month, latest.day)
        and (month is None or day is None or _day(century + short, month, day) is not None)
    ]
    return fitting[-1] if fitting else None


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
