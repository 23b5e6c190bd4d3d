"""Days that are known to the day, the month or the year only."""

from datetime import date

from babel.dates import format_date
from django.utils.translation import gettext

from korpu.domains.information.enums import Precision
from korpu.foundations.ui.formats import LOCALES, long_date
from korpu.kernel.texts import active_language


def day_in_words(day: date | None, precision: str) -> str:
    """``5 March 2018``, ``April 2018`` or ``2018``; without a day that it is not stated."""
    if day is None:
        return gettext("Not stated")
    if precision == Precision.DAY:
        return long_date(day)
    pattern = "y" if precision == Precision.YEAR else "LLLL y"
    return format_date(day, pattern, locale=LOCALES[active_language()])
