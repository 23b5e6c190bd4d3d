"""Dates, numbers and amounts as each language writes them.

``None`` is shown as a dash everywhere. Moments are shown in the zone of the settings.
"""

from datetime import date, datetime
from decimal import Decimal

from babel.dates import format_date
from babel.numbers import format_decimal, format_percent
from django.utils import timezone
from django.utils.translation import gettext

from korpu.engines.azeri import az_lower, az_upper
from korpu.kernel.money import Money
from korpu.kernel.texts import Language, Message, active_language

NOTHING = "–"
LOCALES: dict[Language, str] = {"az": "az", "en": "en_GB", "ru": "ru"}
SHORT_DATES: dict[Language, str] = {"az": "%d.%m.%Y", "en": "%d/%m/%Y", "ru": "%d.%m.%Y"}
LONG_DATES: dict[Language, str] = {"az": "d MMMM y", "en": "d MMMM y", "ru": "d MMMM y 'г'."}


def _day(value: date) -> date:
    return timezone.localtime(value).date() if isinstance(value, datetime) else value


def short_date(value: date | None) -> str:
    """``05.03.2026`` (az, ru), ``05/03/2026`` (en): for tables."""
    return NOTHING if value is None else _day(value).strftime(SHORT_DATES[active_language()])


def long_date(value: date | None) -> str:
    """``5 mart 2026``, ``5 March 2026``, ``5 марта 2026 г.``: for sentences and letters."""
    if value is None:
        return NOTHING
    language = active_language()
    return format_date(_day(value), LONG_DATES[language], locale=LOCALES[language])


def partial_date(value: date | None, precision: str) -> str:
    """A day as far as it is known: ``5 March 2016``, ``March 2016``, ``2016``.

    ``precision`` is ``"month"`` or ``"year"``; with anything else it is known to the day.
    """
    pattern = {"month": "LLLL y", "year": "y"}.get(precision)
    if value is None or pattern is None:
        return long_date(value)
    return format_date(_day(value), pattern, locale=LOCALES[active_language()])


def moment(value: datetime | None) -> str:
    """Day and minute in local time: ``05.03.2026, 14:07``."""
    if value is None:
        return NOTHING
    return f"{short_date(value)}, {timezone.localtime(value):%H:%M}"


def number(value: float | Decimal | None, places: int | None = None) -> str:
    """A number with the language's separators; ``places`` fixes the digits after the point."""
    if value is None:
        return NOTHING
    pattern = "#,##0.###" if places is None else "#,##0" + ("." + "0" * places if places else "")
    return format_decimal(value, format=pattern, locale=LOCALES[active_language()])


def share(value: float | Decimal | None, places: int = 1) -> str:
    """A share between 0 and 1 in per cent: ``12,5 %``."""
    if value is None:
        return NOTHING
    pattern = "#,##0" + ("." + "0" * places if places else "") + "\N{NO-BREAK SPACE}%"
    return format_percent(value, format=pattern, locale=LOCALES[active_language()])


def money(value: Money | None) -> str:
    """An amount with its currency's ISO code behind it: ``1.234,50 AZN``."""
    if value is None:
        return NOTHING
    return f"{number(value.amount, 2)}\N{NO-BREAK SPACE}{value.currency}"


def file_size(size: int | None) -> str:
    """Bytes in the unit a person reads: ``640 KB``, ``1,2 MB``."""
    if size is None:
        return NOTHING
    kilobytes = size / 1000
    if kilobytes < 1000:  # noqa: PLR2004  # a thousand kilobytes are a megabyte
        return f"{number(max(1, round(kilobytes)))}\N{NO-BREAK SPACE}KB"
    return f"{number(kilobytes / 1000, 1)}\N{NO-BREAK SPACE}MB"


def upper(text: Message) -> str:
    """Upper case as the language being spoken writes it: ``i`` is ``İ`` in Azerbaijani."""
    return az_upper(str(text)) if active_language() == "az" else str(text).upper()


def lower(text: Message) -> str:
    """Lower case as the language being spoken writes it: ``I`` is ``ı`` in Azerbaijani."""
    return az_lower(str(text)) if active_language() == "az" else str(text).lower()


def as_text(value: object) -> str:
    """Any value as a cell or a sentence shows it: dates, numbers and None in the house style."""
    if value is None:
        return NOTHING
    if isinstance(value, bool):
        return gettext("Yes") if value else gettext("No")
    if isinstance(value, datetime):
        return moment(value)
    if isinstance(value, date):
        return short_date(value)
    if isinstance(value, int | float | Decimal):
        return number(value)
    return money(value) if isinstance(value, Money) else str(value)
