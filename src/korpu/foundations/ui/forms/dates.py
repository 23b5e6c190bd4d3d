"""A date typed in three boxes, or pasted whole into the first."""

import re
from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from korpu.foundations.ui.formats import long_date

PARTS = ("day", "month", "year")
ISO = re.compile(r"\s*(\d{4})-(\d{1,2})-(\d{1,2})\s*")
POINTED = re.compile(r"\s*(\d{1,2})[./](\d{1,2})[./](\d{4})\s*")
YEAR_DIGITS = 4

Typed = dict[str, str]
Bound = date | Callable[[], date]


class DateWidget(forms.Widget):
    """Inputs ``<name>-day``, ``<name>-month``, ``<name>-year``; also reads plain ``<name>``."""

    def value_from_datadict(
        self,
        data: Mapping[str, Any],
        files: Mapping[str, Any],  # noqa: ARG002  # Django's signature
        name: str,
    ) -> Typed:
        if data.get(name):
            return split_date(str(data[name]))
        typed = {part: str(data.get(f"{name}-{part}") or "").strip() for part in PARTS}
        if typed["day"] and not typed["month"] and not typed["year"]:
            return split_date(typed["day"])
        return typed

    def value_omitted_from_data(
        self,
        data: Mapping[str, Any],
        files: Mapping[str, Any],  # noqa: ARG002  # Django's signature
        name: str,
    ) -> bool:
        return name not in data and not any(f"{name}-{part}" in data for part in PARTS)

    def id_for_label(self, id_: str | None, index: str | None = None) -> str:  # noqa: ARG002  # Django's signature
        return f"{id_}-day"


def split_date(text: str) -> Typed:
    """``2026-03-05``, ``05.03.2026`` or ``05/03/2026`` in parts; anything else stays in ``day``."""
    if found := ISO.fullmatch(text):
        year, month, day = found.groups()
        return {"day": day, "month": month, "year": year}
    if found := POINTED.fullmatch(text):
        return dict(zip(PARTS, found.groups(), strict=True))
    return {"day": text.strip(), "month": "", "year": ""}


class DateField(forms.Field):
    """A calendar date.

    Args:
        earliest, latest: the first and the last day taken, both inclusive; a callable is asked
            anew each time (``timezone.localdate`` for "not in the future").
        options: of Django's ``Field``; ``help_text`` is the hint, an example is given without one.
    """

    widget = DateWidget

    def __init__(
        self, *, earliest: Bound | None = None, latest: Bound | None = None, **options: Any
    ) -> None:
        options.setdefault("help_text", _("For example, 27 3 2026"))
        super().__init__(**options)
        self.earliest, self.latest = earliest, latest

    def prepare_value(self, value: Any) -> Typed:
        """What the boxes show: what was typed, or the parts of a date."""
        if isinstance(value, date):
            return {"day": str(value.day), "month": str(value.month), "year": str(value.year)}
        return value if isinstance(value, dict) else dict.fromkeys(PARTS, "")

    def to_python(self, value: Any) -> date | None:
        if value is None or isinstance(value, date):
            return value
        typed: Typed = split_date(value) if isinstance(value, str) else value
        if not any(typed.values()):
            return None
        _refuse_missing_parts(typed)
        if not all(part.isascii() and part.isdigit() for part in typed.values()):
            raise ValidationError(_("Write the date in digits, for example 27 3 2026."), "digits")
        if len(typed["year"]) != YEAR_DIGITS:
            raise ValidationError(_("Write the year with four digits."), "year")
        try:
            return date(int(typed["year"]), int(typed["month"]), int(typed["day"]))
        except ValueError as error:
            raise ValidationError(_("There is no such date in the calendar."), "real") from error

    def validate(self, value: date | None) -> None:
        super().validate(value)
        earliest, latest = _resolve(self.earliest), _resolve(self.latest)
        if value and earliest and value < earliest:
            raise ValidationError(
                _("The date must be %(date)s or later."), "early", {"date": long_date(earliest)}
            )
        if value and latest and value > latest:
            raise ValidationError(
                _("The date must be %(date)s or earlier."), "late", {"date": long_date(latest)}
            )

    def has_changed(self, initial: Any, data: Any) -> bool:
        return bool(self.prepare_value(initial) != self.prepare_value(data))


def _refuse_missing_parts(typed: Typed) -> None:
    if not typed["day"]:
        raise ValidationError(_("Give the day as well."), "day")
    if not typed["month"]:
        raise ValidationError(_("Give the month as well."), "month")
    if not typed["year"]:
        raise ValidationError(_("Give the year as well."), "year")


def _resolve(bound: Bound | None) -> date | None:
    return bound() if callable(bound) else bound
