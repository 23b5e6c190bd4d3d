"""The forms of statistics."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.functional import lazystr
from django.utils.translation import gettext_lazy as _

from korpu.domains.statistics.declarations import ended_period, measures, release_rules
from korpu.domains.statistics.enums import RunStatus
from korpu.domains.statistics.extracts import registered_extracts
from korpu.domains.statistics.models import Run
from korpu.foundations.ui.forms import Autocomplete, DateField, FilterForm, Form
from korpu.kernel.periods import add_months
from korpu.kernel.texts import Text

_NOTE_LENGTH = 500


def measure_choices() -> list[tuple[str, Any]]:
    """Every measure of the jurisdiction; the empty choice first."""
    return [("", _("All measures")), *((m.id, lazystr(m.title)) for m in measures().values())]


def _runnable() -> list[tuple[str, Any]]:
    published = registered_extracts()
    found = [m for m in measures().values() if m.extract in published]
    return [("", ""), *((measure.id, lazystr(measure.title)) for measure in found)]


class ReleaseFilters(FilterForm):
    """What the public list of releases can be narrowed by."""

    measure = forms.ChoiceField(label=_("Measure"), choices=measure_choices)
    year = forms.RegexField(
        label=_("Year"),
        regex=r"^\d{4}$",
        error_messages={"invalid": _("Write a year, such as 2026.")},
    )


class RunFilters(FilterForm):
    """What the list of runs can be narrowed by."""

    measure = forms.ChoiceField(label=_("Measure"), choices=measure_choices)
    status = forms.ChoiceField(
        label=_("Status"), choices=[("", _("All statuses")), *RunStatus.choices]
    )


class RunForm(Form):
    """Which measure is counted for which period."""

    measure = forms.ChoiceField(
        label=_("Measure"),
        choices=_runnable,
        help_text=_("Measures whose data a room publishes."),
    )
    period = forms.CharField(
        label=_("Period"),
        max_length=10,
        help_text=_("A quarter that has ended, such as 2026-Q3."),
    )

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        first = next(iter(measures().values()), None)
        if first is not None:
            today = timezone.localdate()
            self.fields["period"].initial = ended_period(first, today).sdmx_name


class ReleaseForm(Form):
    """When and how a run's table is released."""

    due_on = DateField(
        label=_("Day of release"),
        help_text=_("Announced to everybody once approved. Nothing is published before this day."),
    )
    is_provisional = forms.BooleanField(
        label=_("The figures are provisional and may still be revised"), required=False
    )

    def __init__(self, *args: Any, run: Run, is_revision: bool, **options: Any) -> None:
        super().__init__(*args, **options)
        months = release_rules().publish_after_months
        self.fields["due_on"].initial = add_months(run.last_on, months)
        self.is_revision = is_revision
        if is_revision:
            self.fields |= _note_fields()

    @property
    def note(self) -> Text | None:
        """Why published figures are revised; None for a first release."""
        if not self.is_revision:
            return None
        return Text(**{code: self.cleaned_data[f"note_{code}"] for code in ("az", "en", "ru")})


def _note_fields() -> dict[str, forms.Field]:
    labels = {
        "note_az": _("Reason for the revision, in Azerbaijani"),
        "note_en": _("Reason for the revision, in English"),
        "note_ru": _("Reason for the revision, in Russian"),
    }
    return {
        name: forms.CharField(
            label=label, max_length=_NOTE_LENGTH, widget=forms.Textarea(attrs={"rows": 3})
        )
        for name, label in labels.items()
    }


class SeriesForm(FilterForm):
    """Which of UNHCR's series is shown."""

    direction = forms.ChoiceField(
        label=_("Which people"),
        choices=[("in", _("People in Azerbaijan")), ("from", _("People from Azerbaijan"))],
        widget=forms.RadioSelect,
        initial="in",
    )
    country = forms.ChoiceField(
        label=_("Country on the other side"),
        help_text=_("Where they come from, or where they have found asylum."),
        widget=Autocomplete,
    )

    def __init__(self, *args: Any, countries: Iterable[tuple[str, Text]], **options: Any) -> None:
        super().__init__(*args, **options)
        named = sorted(((code, str(title)) for code, title in countries), key=lambda one: one[1])
        field = self.fields["country"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [("", _("All countries")), *named]
