"""What texts, names and dates must satisfy in every statement and notice.

Each function returns the sentence to show at the field, or ``None`` when there is nothing to say.
"""

import re
import unicodedata
from datetime import date

from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from korpu.kernel.texts import Message

EARLIEST = date(1900, 1, 1)
"""Nobody concerned can have a date before this day; an earlier one is a slip of the keyboard."""

NAME_LENGTH = 100
LINE_LENGTH = 200
TEXT_LENGTH = 4000
REFERENCE_LENGTH = 60
FLIGHT_LENGTH = 60
MOST_ESCORTS = 50

_NAME_MARKS = frozenset(" -'’ʼ‘`.,‐")
_PARTIAL_DATE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?\Z", re.ASCII)
_INVISIBLE = frozenset({"Cc", "Cf", "Cs", "Co", "Cn"})

Fault = Message | None


def text_fault(value: str, *, longest: int = TEXT_LENGTH) -> Fault:
    """Free text: any letters and signs, no control, bidirectional or broken characters."""
    if len(value) > longest:
        return format_lazy(_("Shorten this to {longest} characters or fewer."), longest=longest)
    hidden = (c for c in value if c not in "\n\r\t\u200c\u200d")
    if any(unicodedata.category(c) in _INVISIBLE for c in hidden):
        return _(
            "Remove the hidden control characters. They can come with copied text; type it anew."
        )
    return None


def name_fault(value: str, *, longest: int = NAME_LENGTH) -> Fault:
    """A name: letters of any script with their marks, spaces, hyphens, apostrophes, full stops."""
    fault = text_fault(value, longest=longest)
    if fault is not None:
        return fault
    if any(unicodedata.category(c)[0] not in "LM" and c not in _NAME_MARKS for c in value):
        return _("Use only letters, spaces, hyphens, apostrophes and full stops in a name.")
    return None


def past_date_fault(value: date, *, on: date) -> Fault:
    """A day that has come: not after ``on``, not before :data:`EARLIEST`."""
    if value > on:
        return _("The date cannot be in the future.")
    if value < EARLIEST:
        return _("The date must be in 1900 or later.")
    return None


def birth_date_fault(value: str, *, on: date) -> Fault:
    """A date of birth as exact as known: ``1990``, ``1990-04`` or ``1990-04-12``."""
    first = first_day_of(value)
    if first is None:
        return _("Enter a real date of birth: the year, or year and month, or the full date.")
    if first > on:
        return _("The date of birth cannot be in the future.")
    if first < EARLIEST:
        return _("The date of birth must be in 1900 or later.")
    return None


def first_day_of(partial: str) -> date | None:
    """The earliest day a partial ISO 8601 date can mean; ``None`` when it is no such date."""
    found = _PARTIAL_DATE.match(partial)
    if found is None:
        return None
    year, month, day = (int(part or 1) for part in found.groups())
    try:
        return date(year, month, day)
    except ValueError:
        return None
