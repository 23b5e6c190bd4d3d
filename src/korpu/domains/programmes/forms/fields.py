"""Fields of projects: days known in part, figures that may be missing, links to other parts."""

import re
from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from korpu.domains.programmes.enums import Precision, ValueState
from korpu.domains.programmes.models import Part, Project
from korpu.domains.programmes.offers import (
    Offer,
    instruments_offered,
    keepers_offered,
    organisations_offered,
    parts_offered,
    points_offered,
    sources_offered,
)
from korpu.foundations.codelists import api as codelists
from korpu.kernel.texts import active_language

Values = dict[str, Any]
PARTIAL = re.compile(r"(\d{4})(?:-(\d{1,2}))?(?:-(\d{1,2}))?")
POINTED = re.compile(r"(\d{1,2})[./](\d{1,2})[./](\d{4})")
NOT_STATED_WORD = "n/s"
COUNTRIES = "countries"
LARGEST = Decimal(10) ** 13
SPLIT_HELP = _("A dimension on each line with its figures, for example: sex: female=40, male=47")


class Columned:
    """A field whose value fills other columns than one of its own name."""

    def columns(self, name: str, value: Any) -> Values:
        """The columns of the row this value fills."""
        return {name: value}

    def shown(self, name: str, part: Part) -> object:
        """What the field shows for a row that is there."""
        return getattr(part, name)


class PartialDateField(Columned, forms.CharField):
    """A day, a month or a year in one box: ``2016-01-15``, ``2016-01``, ``2016``, ``15.01.2016``.

    Cleaned to (day, precision), or None when empty.
    """

    def __init__(self, *, precision: str, **options: Any) -> None:
        options.setdefault(
            "help_text",
            _("A day (2016-01-15 or 15.01.2016), a month (2016-01) or a year (2016)."),
        )
        super().__init__(max_length=10, **options)
        self.precision = precision

    def clean(self, value: Any) -> Any:
        text = str(super().clean(value) or "").strip()
        if not text:
            return None
        if pointed := POINTED.fullmatch(text):
            text = "-".join(reversed(pointed.groups()))
        if not (found := PARTIAL.fullmatch(text)):
            raise ValidationError(_("Write a day, a month or a year, for example 2016-03."))
        parts = [int(part) for part in found.groups() if part]
        try:
            day = date(*(*parts, 1, 1)[:3])
        except ValueError as error:
            raise ValidationError(_("There is no such date in the calendar.")) from error
        return day, (Precision.YEAR, Precision.MONTH, Precision.DAY)[len(parts) - 1]

    def columns(self, name: str, value: Any) -> Values:
        day, precision = value or (None, Precision.DAY)
        return {name: day, self.precision: precision}

    def shown(self, name: str, part: Part) -> object:
        day = getattr(part, name)
        return written_day(day, getattr(part, self.precision)) if day else ""


def written_day(day: date, precision: str) -> str:
    """A day as far as it is known: ``2016``, ``2016-03`` or ``2016-03-01``."""
    return day.isoformat()[: {Precision.YEAR: 4, Precision.MONTH: 7}.get(Precision(precision), 10)]


def read_decimal(text: str) -> Decimal:
    """A number as people type it: spaces between thousands, comma or point before the decimals.

    Raises:
        ValidationError: it is no number, or too large to be one of ours.
    """
    plain = re.sub(r"[\s\u00a0\u202f]", "", text).replace(",", ".")
    try:
        number = Decimal(plain)
    except InvalidOperation as error:
        raise ValidationError(_("Write a number in digits, for example 1250.50.")) from error
    if not number.is_finite() or abs(number) >= LARGEST:
        raise ValidationError(_("Write a number in digits, for example 1250.50."))
    if number != round(number, 2):
        raise ValidationError(_("At most two digits after the point."))
    return round(number, 2)


class AmountField(forms.CharField):
    """An amount with at most two decimals; cleaned to a Decimal, None when empty."""

    widget = forms.NumberInput

    def __init__(self, **options: Any) -> None:
        super().__init__(max_length=30, **options)
        self.widget.input_type = "text"

    def clean(self, value: Any) -> Any:
        text = str(super().clean(value) or "").strip()
        return read_decimal(text) if text else None


class RateField(forms.CharField):
    """A rate above zero with up to eight decimals; None when empty."""

    def clean(self, value: Any) -> Any:
        text = str(super().clean(value) or "").strip().replace(",", ".")
        if not text:
            return None
        try:
            rate = Decimal(text)
        except InvalidOperation as error:
            raise ValidationError(_("Write the rate as a number, for example 1.8523.")) from error
        if not (rate.is_finite() and 0 < rate < 10**8):
            raise ValidationError(_("The rate must be above zero."))
        return round(rate, 8)


class FigureField(Columned, forms.CharField):
    """A figure, ``n/s`` for "not stated by the source", or nothing for "not known to us".

    Cleaned to (value, state).
    """

    def __init__(self, **options: Any) -> None:
        options.setdefault(
            "help_text",
            _("A number; n/s: not stated by the source; empty: not known to us. 0 means zero."),
        )
        super().__init__(max_length=30, required=False, **options)

    def clean(self, value: Any) -> Any:
        text = str(super().clean(value) or "").strip()
        if not text:
            return None, ValueState.UNKNOWN
        if text.lower() == NOT_STATED_WORD:
            return None, ValueState.NOT_STATED
        return read_decimal(text), ValueState.STATED

    def columns(self, name: str, value: Any) -> Values:
        number, state = value
        return {name: number, f"{name}_state": state}

    def shown(self, name: str, part: models.Model) -> object:
        return written_figure(getattr(part, name), getattr(part, f"{name}_state"))


def written_figure(value: Decimal | None, state: str) -> str:
    """A figure as a box shows it: without useless zeros, ``n/s`` when the source is silent."""
    if value is not None:
        return f"{value.normalize():f}"
    return NOT_STATED_WORD if state == ValueState.NOT_STATED else ""


class ShareField(Columned, forms.CharField):
    """A donor's share in per cent, ``n/s``, or nothing; cleaned to (0–1, state)."""

    def __init__(self, **options: Any) -> None:
        super().__init__(max_length=20, required=False, **options)

    def clean(self, value: Any) -> Any:
        text = str(super().clean(value) or "").strip().rstrip("%").strip()
        if not text:
            return None, ValueState.UNKNOWN
        if text.lower() == NOT_STATED_WORD:
            return None, ValueState.NOT_STATED
        share = round(read_decimal(text) / 100, 6)
        if not 0 <= share <= 1:
            raise ValidationError(_("A share lies between 0 and 100 per cent."))
        return share, ValueState.STATED

    def columns(self, name: str, value: Any) -> Values:
        share, state = value
        return {name: share, f"{name}_state": state}

    def shown(self, name: str, part: Part) -> object:
        share = getattr(part, name)
        scaled = None if share is None else share * 100
        return written_figure(scaled, getattr(part, f"{name}_state"))


class CountriesField(Columned, forms.CharField):
    """Codes of states (ISO 3166-1 alpha-3) with commas between; cleaned to a list."""

    def __init__(self, **options: Any) -> None:
        options.setdefault("help_text", _("Three-letter codes with commas between: BGR, CZE, LVA."))
        super().__init__(max_length=200, required=False, **options)

    def clean(self, value: Any) -> Any:
        text = str(super().clean(value) or "")
        codes = list(
            dict.fromkeys(part.strip().upper() for part in text.split(",") if part.strip())
        )
        if wrong := [code for code in codes if not codelists.is_known(COUNTRIES, code)]:
            raise ValidationError(
                _("Not a code of a state: %(codes)s."), params={"codes": ", ".join(wrong)}
            )
        return codes

    def shown(self, name: str, part: Part) -> object:
        return ", ".join(getattr(part, name))


class WordsField(Columned, forms.CharField):
    """Short words with commas between, each at most ``longest`` characters; cleaned to a list."""

    def __init__(self, *, longest: int, **options: Any) -> None:
        super().__init__(**options)
        self.longest = longest

    def clean(self, value: Any) -> Any:
        text = str(super().clean(value) or "")
        words = list(dict.fromkeys(part.strip() for part in text.split(",") if part.strip()))
        if long := [word for word in words if len(word) > self.longest]:
            raise ValidationError(
                _("At most %(most)s characters each: %(words)s."),
                params={"most": self.longest, "words": ", ".join(long)},
            )
        return words

    def shown(self, name: str, part: Part) -> object:
        return ", ".join(getattr(part, name))


class ChoiceOf(Columned, forms.ChoiceField):
    """A choice whose offers depend on the project; cleaned to the key of a row, or empty."""

    offered: Sequence[Offer] = ()

    def offer(self, project: Project | None) -> None:
        """Fill in what can be chosen for this project; None: one that begins."""
        self.offered = self.offers(project)
        self.choices = [("", "–"), *((one.pk, one.words) for one in self.offered)]

    def offers(self, project: Project | None) -> Sequence[Offer]:
        raise NotImplementedError

    def columns(self, name: str, value: Any) -> Values:
        return {f"{name}_id": int(value) if value else None}

    def shown(self, name: str, part: Part) -> object:
        return str(getattr(part, f"{name}_id") or "")


class LinkField(ChoiceOf):
    """Another part of the same project."""

    def __init__(self, *, to: type[Part], **options: Any) -> None:
        super().__init__(**options)
        self.to = to

    def offers(self, project: Project | None) -> Sequence[Offer]:
        return parts_offered(self.to, project) if project else ()


class SourceField(ChoiceOf):
    """A publication of the register of sources."""

    def offers(self, project: Project | None) -> Sequence[Offer]:
        del project
        return sources_offered()


class OrganisationField(ChoiceOf):
    """A body of the register of organisations."""

    def offers(self, project: Project | None) -> Sequence[Offer]:
        del project
        return organisations_offered()


class StaffField(ChoiceOf):
    """Somebody of the organisation that keeps the project."""

    def offers(self, project: Project | None) -> Sequence[Offer]:
        return keepers_offered(project) if project else ()


class InstrumentField(ChoiceOf):
    """An instrument of the register of legal instruments."""

    def offers(self, project: Project | None) -> Sequence[Offer]:
        del project
        return instruments_offered()


class PointField(ChoiceOf):
    """A point of the project on which sources disagree; empty: a new one."""

    def offers(self, project: Project | None) -> Sequence[Offer]:
        return points_offered(project) if project else ()

    def columns(self, name: str, value: Any) -> Values:
        return {name: value}

    def shown(self, name: str, part: Part) -> object:
        return getattr(part, name)


class ManyKindsField(ChoiceOf):
    """A row of one of several tables; ``columns`` fills the column of the table it is of."""

    def __init__(self, *, kinds: Mapping[str, type[Part]], **options: Any) -> None:
        super().__init__(**options)
        self.kinds = kinds

    def offers(self, project: Project | None) -> Sequence[Offer]:
        if project is None:
            return ()
        return [
            Offer(f"{kind}:{one.pk}", one.words, f"{kind}:{one.code}")
            for kind, model in self.kinds.items()
            for one in parts_offered(model, project)
        ]

    def columns(self, name: str, value: Any) -> Values:
        del name
        chosen, _colon, key = str(value).partition(":")
        return {f"{kind}_id": int(key) if kind == chosen else None for kind in self.kinds}

    def shown(self, name: str, part: Part) -> object:
        del name
        keys = {kind: getattr(part, f"{kind}_id") for kind in self.kinds}
        return next((f"{kind}:{key}" for kind, key in keys.items() if key), "")


class SplitsField(Columned, forms.CharField):
    """How a figure splits: a dimension on each line, ``sex: female=40, male=47``.

    Cleaned to dimension → category → figure, figures as text.
    """

    widget = forms.Textarea(attrs={"rows": 3})

    def clean(self, value: Any) -> Any:
        lines = str(super().clean(value) or "").splitlines()
        splits: dict[str, dict[str, str]] = {}
        for line in (one.strip() for one in lines if one.strip()):
            dimension, colon, rest = line.partition(":")
            if not (colon and dimension.strip() and rest.strip()):
                raise ValidationError(SPLIT_HELP)
            splits[dimension.strip()] = dict(self._category(one) for one in rest.split(","))
        return splits

    def _category(self, text: str) -> tuple[str, str]:
        category, equals, figure = text.partition("=")
        if not (equals and category.strip()):
            raise ValidationError(SPLIT_HELP)
        number = read_decimal(figure.strip())
        if number < 0:
            raise ValidationError(_("A part of a figure is not below zero."))
        return category.strip(), f"{number.normalize():f}"

    def shown(self, name: str, part: Part) -> object:
        return "\n".join(
            f"{dimension}: {', '.join(f'{one}={figure}' for one, figure in split.items())}"
            for dimension, split in getattr(part, name).items()
        )


class UnitField(forms.ChoiceField):
    """A unit of the codelist; there is no indicator without one."""

    def offer(self, project: Project) -> None:
        """Fill in the units in force."""
        del project
        offered = codelists.choices(
            "indicator-units", on=timezone.localdate(), language=active_language()
        )
        self.choices = [("", "–"), *offered]
