"""The kinds of value an IATI file holds: what is written, what it means, how we write it.

Standard: W3C XML Schema Part 2 (lexical spaces), as the IATI 2.03 schemas use them.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta, timezone
from decimal import Decimal
from typing import Any

from korpu.kernel.texts import Text

_SPACES = re.compile(r"[ \t\r\n]+")
_ZONE = r"(Z|[+-](?:(?:0\d|1[0-3]):[0-5]\d|14:00))?"
_DATE = re.compile(r"(-?(?:[1-9]\d{4,}|\d{4}))-(\d\d)-(\d\d)" + _ZONE)
_MOMENT = re.compile(
    r"(-?(?:[1-9]\d{4,}|\d{4}))-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)(?:\.(\d+))?" + _ZONE
)
_DECIMAL = re.compile(r"[+-]?(?:\d+(?:\.\d*)?|\.\d+)")
_WHOLE = re.compile(r"[+-]?\d+")
_TOKEN = re.compile(r"[\w.\-:·]+")
_LANGUAGE = re.compile(r"[a-zA-Z]{1,8}(?:-[a-zA-Z0-9]{1,8})*")
_UNRESERVED = r"(?:[^\s%\[\]#?/:@]|%[0-9A-Fa-f]{2})"
_URI = re.compile(
    r"(?:[A-Za-z][A-Za-z0-9+.\-]*:)?"
    r"(?://(?:[^\s%\[\]#?/@]|%[0-9A-Fa-f]{2})*@?(?:\[[0-9A-Fa-f:.]+\]|[^\s%\[\]#?/:@]*)(?::\d*)?)?"
    r"(?:[^\s%\[\]#?]|%[0-9A-Fa-f]{2})*"
    r"(?:\?(?:[^%#\[\]]|%[0-9A-Fa-f]{2}|[\[\]])*)?(?:#(?:[^%#]|%[0-9A-Fa-f]{2})*)?"
)
_URI_ESCAPED = str.maketrans(dict.fromkeys(' <>"{}|\\^`', "_"))
INT_BOUND = 2**31
DAY_END = 24
MICROSECOND_DIGITS = 6


class Lost(Exception):  # a signal between the reader and its values
    """The value is right by the standard, and there is no place for all of it here."""

    def __init__(self, kept: Any) -> None:
        super().__init__()
        self.kept = kept


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of value.

    ``collapsed``: spaces around it do not count. ``fits`` judges the collapsed text, ``read``
    takes a text that fits (and raises :class:`Lost` for what has no place here), ``write`` is
    its inverse. ``xsd`` is the name of the type in XML Schema, ``title`` what a person calls it.
    """

    name: str
    xsd: str
    title: Text
    collapsed: bool
    fits: Callable[[str], bool]
    read: Callable[[str], Any]
    write: Callable[[Any], str]

    def normal(self, raw: str) -> str:
        """The text as the standard compares it."""
        return _SPACES.sub(" ", raw).strip(" ") if self.collapsed else raw

    def accepts(self, raw: str) -> bool:
        """Whether the text stands for a value of this kind."""
        return self.fits(self.normal(raw))


def _is_date(text: str) -> bool:
    found = _DATE.fullmatch(text)
    return found is not None and _is_day(*found.group(1, 2, 3))


def _is_day(year: str, month: str, day: str) -> bool:
    number = int(year)
    if number == 0:
        return False
    leap = number % 4 == 0 and (number % 100 != 0 or number % 400 == 0)
    try:
        date(2000 if leap else 2001, int(month), int(day))
    except ValueError:
        return False
    return True


def _read_date(text: str) -> date | None:
    year, month, day, zone = _DATE.fullmatch(text).groups()  # type: ignore[union-attr]  # it fits
    kept = _day_or_nothing(year, month, day)
    if kept is None or zone:
        raise Lost(kept)
    return kept


def _day_or_nothing(year: str, month: str, day: str) -> date | None:
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return None


def _is_moment(text: str) -> bool:
    found = _MOMENT.fullmatch(text)
    if found is None or not _is_day(*found.group(1, 2, 3)):
        return False
    hour, minute, second = (int(part) for part in found.group(4, 5, 6))
    if hour == DAY_END:
        return minute == 0 and second == 0 and not int(found.group(7) or 0)
    return hour < DAY_END and minute < 60 and second < 60  # noqa: PLR2004  # minutes and seconds


def _read_moment(text: str) -> datetime | None:
    found = _MOMENT.fullmatch(text)
    year, month, day, hour, minute, second, fraction, zone = found.groups()  # type: ignore[union-attr]  # it fits
    start = _day_or_nothing(year, month, day)
    if start is None:
        raise Lost(None)
    at = datetime(start.year, start.month, start.day, tzinfo=_read_zone(zone))
    micro = int((fraction or "").ljust(MICROSECOND_DIGITS, "0")[:MICROSECOND_DIGITS])
    at += timedelta(hours=int(hour), minutes=int(minute), seconds=int(second), microseconds=micro)
    if fraction and fraction[MICROSECOND_DIGITS:].strip("0"):
        raise Lost(at)
    return at


def _read_zone(zone: str | None) -> timezone | None:
    if not zone:
        return None
    if zone == "Z":
        return UTC
    shift = timedelta(hours=int(zone[1:3]), minutes=int(zone[4:6]))
    return timezone(-shift if zone[0] == "-" else shift)


def _write_moment(at: datetime) -> str:
    written = at.isoformat()
    return written.removesuffix("+00:00") + "Z" if written.endswith("+00:00") else written


def _write_decimal(number: Decimal) -> str:
    return format(number, "f")


def _is_int(text: str) -> bool:
    return _WHOLE.fullmatch(text) is not None and -INT_BOUND <= int(text) < INT_BOUND


def _is_natural(text: str) -> bool:
    return _WHOLE.fullmatch(text) is not None and int(text) >= 0


def _is_positive(text: str) -> bool:
    return _WHOLE.fullmatch(text) is not None and int(text) > 0


def _is_uri(text: str) -> bool:
    return _URI.fullmatch(text.translate(_URI_ESCAPED)) is not None


def _is_language(text: str) -> bool:
    return not text or _LANGUAGE.fullmatch(text) is not None


def _always(_text: str) -> bool:
    return True


_WORDS = Text(az="mətn", en="text", ru="текст")
_NUMBER = Text(az="bütöv ədəd", en="a whole number", ru="целое число")

KINDS: dict[str, Kind] = {
    kind.name: kind
    for kind in (
        Kind("str", "string", _WORDS, False, _always, str, str),
        Kind(
            "uri",
            "anyURI",
            Text(az="veb-ünvan", en="a web address", ru="веб-адрес"),
            True,
            _is_uri,
            str,
            str,
        ),
        Kind(
            "date",
            "date",
            Text(
                az="2024-05-31 şəklində tarix",
                en="a date such as 2024-05-31",
                ru="дата вида 2024-05-31",
            ),
            True,
            _is_date,
            _read_date,
            date.isoformat,
        ),
        Kind(
            "datetime",
            "dateTime",
            Text(
                az="2024-05-31T10:00:00Z şəklində tarix və vaxt",
                en="a date and time such as 2024-05-31T10:00:00Z",
                ru="дата и время вида 2024-05-31T10:00:00Z",
            ),
            True,
            _is_moment,
            _read_moment,
            _write_moment,
        ),
        Kind(
            "Decimal",
            "decimal",
            Text(
                az="12345.67 şəklində ədəd",
                en="a number such as 12345.67",
                ru="число вида 12345.67",
            ),
            True,
            lambda text: _DECIMAL.fullmatch(text) is not None,
            Decimal,
            _write_decimal,
        ),
        Kind(
            "bool",
            "boolean",
            Text(az="true və ya false", en="true or false", ru="true или false"),
            True,
            {"true", "false", "1", "0"}.__contains__,
            {"true", "1"}.__contains__,
            lambda value: "true" if value else "false",
        ),
        Kind("int", "int", _NUMBER, True, _is_int, int, str),
        Kind("natural", "nonNegativeInteger", _NUMBER, True, _is_natural, int, str),
        Kind("positive", "positiveInteger", _NUMBER, True, _is_positive, int, str),
        Kind(
            "token",
            "NMTOKEN",
            Text(az="boşluqsuz ad", en="a name without spaces", ru="имя без пробелов"),
            True,
            lambda text: _TOKEN.fullmatch(text) is not None,
            str,
            str,
        ),
        Kind(
            "language",
            "language",
            Text(
                az="az, en, ru kimi dil kodu",
                en="a language code such as az, en or ru",
                ru="код языка, например az, en или ru",
            ),
            True,
            _is_language,
            str,
            str,
        ),
    )
}
