"""Forms of the parts of a project: one form per kind of part, for the page and the workbook."""

import copy
from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext_lazy as _

from korpu.domains.programmes import enums
from korpu.domains.programmes.forms.fields import (
    SPLIT_HELP,
    ChoiceOf,
    Columned,
    CountriesField,
    FigureField,
    LinkField,
    OrganisationField,
    PartialDateField,
    ShareField,
    SourceField,
    SplitsField,
    StaffField,
    UnitField,
    Values,
    WordsField,
)
from korpu.domains.programmes.models import (
    Activity,
    Component,
    Indicator,
    Objective,
    Part,
    Period,
    Project,
    Result,
)
from korpu.domains.programmes.offers import counters_offered, waiting_change
from korpu.domains.programmes.services.proposals import CARRIED
from korpu.foundations.ui.forms import DateField, Form


def title_fields(length: int = 500) -> tuple[forms.CharField, forms.CharField, forms.CharField]:
    """The title in three languages; only Azerbaijani is compulsory."""
    return (
        forms.CharField(label=_("Title in Azerbaijani"), max_length=length),
        forms.CharField(label=_("Title in English"), max_length=length, required=False),
        forms.CharField(label=_("Title in Russian"), max_length=length, required=False),
    )


class PartForm(Form):
    """What a part says, and where it is known from."""

    last_fields: ClassVar = ("source", "statements", "note_az", "note_en", "note_ru", "place")

    source = SourceField(
        label=_("Source"),
        required=False,
        help_text=_("The publication it can be looked up in; empty: entered by the office."),
    )
    statements = WordsField(
        longest=5,
        label=_("Statements of the source"),
        max_length=100,
        required=False,
        help_text=_("Numbers with commas between, such as C7, C8."),
    )
    note_az = forms.CharField(label=_("Remark in Azerbaijani"), max_length=500, required=False)
    note_en = forms.CharField(label=_("Remark in English"), max_length=500, required=False)
    note_ru = forms.CharField(label=_("Remark in Russian"), max_length=500, required=False)
    place = forms.IntegerField(
        label=_("Place in the order"), required=False, initial=0, min_value=0, max_value=999
    )

    def __init__(self, *args: Any, project: Project, **options: Any) -> None:
        super().__init__(*args, **options)
        first = [name for name in self.fields if name not in self.last_fields]
        self.order_fields([*first, *self.last_fields])
        for field in self.fields.values():
            if isinstance(field, ChoiceOf | UnitField):
                field.offer(project)

    @classmethod
    def initial_of(cls, part: Part) -> dict[str, Any]:
        """What the fields show for a part that is there."""
        return {
            name: field.shown(name, part) if isinstance(field, Columned) else getattr(part, name)
            for name, field in cls.base_fields.items()
        }

    def values(self) -> Values:
        """The columns of the row, from a valid form."""
        made: Values = {}
        for name, field in self.fields.items():
            value = self.cleaned_data.get(name)
            if isinstance(field, Columned):
                made |= field.columns(name, value)
            elif name == "place":
                made[name] = value or 0
            else:
                made[name] = value
        return made


class ObjectiveForm(PartForm):
    """What the project wants to change."""

    level = forms.ChoiceField(label=_("Level"), choices=enums.ObjectiveLevel.choices)
    number = forms.IntegerField(
        label=_("Number, as printed"), min_value=1, max_value=99, required=False
    )
    title_az, title_en, title_ru = title_fields()


class ComponentForm(PartForm):
    """A strand of work."""

    number = forms.IntegerField(label=_("Number"), min_value=1, max_value=99)
    title_az, title_en, title_ru = title_fields()
    objective = LinkField(label=_("Objective"), to=Objective, required=False)


class ActivityForm(PartForm):
    """Something the project does."""

    title_az, title_en, title_ru = title_fields()
    kind = forms.ChoiceField(label=_("Kind"), choices=enums.ActivityKind.choices)
    status = forms.ChoiceField(
        label=_("Status"),
        choices=[("", _("Not stated by the source")), *enums.ActivityStatus.choices],
        required=False,
    )
    component = LinkField(label=_("Component"), to=Component, required=False)
    objective = LinkField(label=_("Objective"), to=Objective, required=False)
    planned_start = PartialDateField(
        label=_("Planned start"), precision="precision", required=False
    )
    planned_end = PartialDateField(label=_("Planned end"), precision="precision", required=False)
    actual_start = PartialDateField(label=_("Actual start"), precision="precision", required=False)
    actual_end = PartialDateField(label=_("Actual end"), precision="precision", required=False)

    days: ClassVar = ("planned_start", "planned_end", "actual_start", "actual_end")

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or {}
        known = {name: cleaned[name][1] for name in self.days if cleaned.get(name)}
        if len(set(known.values())) > 1:
            for name in known:
                self.add_error(
                    name, _("Give all days of an activity equally exactly: days, months or years.")
                )
        return cleaned

    def values(self) -> Values:
        made = super().values()
        given = [self.cleaned_data[name][1] for name in self.days if self.cleaned_data.get(name)]
        return made | {"precision": given[0] if given else enums.Precision.DAY}


class PartyForm(PartForm):
    """An organisation in a role."""

    role = forms.ChoiceField(label=_("Role"), choices=enums.PartyRole.choices)
    organisation = OrganisationField(
        label=_("Organisation"),
        required=False,
        help_text=_("Of the register of organisations. Leave empty when the source names none."),
    )
    label_az = forms.CharField(
        label=_("Description in Azerbaijani"),
        max_length=300,
        required=False,
        help_text=_("Instead of an organisation, for example: 9 institutions, names not stated."),
    )
    label_en = forms.CharField(label=_("Description in English"), max_length=300, required=False)
    label_ru = forms.CharField(label=_("Description in Russian"), max_length=300, required=False)
    unnamed_count = forms.IntegerField(
        label=_("How many institutions"), min_value=1, max_value=999, required=False
    )
    countries = CountriesField(label=_("Countries"))
    component = LinkField(label=_("Component it leads"), to=Component, required=False)
    share = ShareField(
        label=_("Share of the budget, per cent"),
        help_text=_("Of donors only. n/s: not stated by the source; empty: not known to us."),
    )


class DateForm(PartForm):
    """A day of the project."""

    kind = forms.ChoiceField(label=_("What happened"), choices=enums.DateKind.choices)
    day = PartialDateField(label=_("When"), precision="precision")


class OfficeForm(PartForm):
    """A place where the project works."""

    city_az = forms.CharField(label=_("City, in Azerbaijani"), max_length=100)
    city_en = forms.CharField(label=_("City, in English"), max_length=100)
    city_ru = forms.CharField(label=_("City, in Russian"), max_length=100)
    country = forms.CharField(
        label=_("Country"), min_length=3, max_length=3, help_text=_("Three-letter code: AZE.")
    )
    opened_on = PartialDateField(label=_("Opened"), precision="opened_precision", required=False)
    closed_on = PartialDateField(label=_("Closed"), precision="closed_precision", required=False)


class ResultForm(PartForm):
    """A change the project answers for."""

    level = forms.ChoiceField(label=_("Level"), choices=enums.ResultLevel.choices)
    title_az, title_en, title_ru = title_fields()
    objective = LinkField(label=_("Objective"), to=Objective, required=False)
    component = LinkField(label=_("Component"), to=Component, required=False)


class IndicatorForm(PartForm):
    """How a result is measured."""

    result = LinkField(label=_("Result"), to=Result)
    title_az, title_en, title_ru = title_fields()
    unit = UnitField(label=_("Unit"), help_text=_("In what the figures are given."))
    is_rising = forms.TypedChoiceField(
        label=_("What is better"),
        choices=(("yes", _("More is better")), ("no", _("Less is better"))),
        coerce=lambda value: value == "yes",
    )
    counter = forms.ChoiceField(
        label=_("Where the figures come from"),
        required=False,
        help_text=_("Counted figures cannot be typed; typed ones need a source and an approval."),
    )
    counted_from = DateField(
        label=_("Counted from"),
        required=False,
        help_text=_("Periods that ended earlier are typed from a source."),
    )
    counted_activity = LinkField(label=_("Count only this activity"), to=Activity, required=False)
    baseline = FigureField(label=_("Baseline"))
    baseline_year = forms.IntegerField(
        label=_("Year of the baseline"), min_value=1990, max_value=2100, required=False
    )
    dimensions = WordsField(
        longest=30,
        label=_("Split by"),
        max_length=200,
        required=False,
        help_text=_("Words with commas between, such as sex, age."),
    )

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["counter"].choices = [  # type: ignore[attr-defined]  # a ChoiceField
            ("", _("Typed, with a source")),
            *counters_offered(),
        ]

    @classmethod
    def initial_of(cls, part: Part) -> dict[str, Any]:
        assert isinstance(part, Indicator)
        return super().initial_of(part) | {"is_rising": "yes" if part.is_rising else "no"}


class PeriodForm(PartForm):
    """Target and actual from one day to another."""

    indicator = LinkField(label=_("Indicator"), to=Indicator)
    first = DateField(label=_("First day"))
    last = DateField(label=_("Last day"))
    target = FigureField(label=_("Target"))
    actual = FigureField(label=_("Actual"))
    splits = SplitsField(
        label=_("How the actual splits"), required=False, max_length=2000, help_text=SPLIT_HELP
    )
    comment = forms.CharField(
        label=_("Comment"),
        max_length=1000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    @classmethod
    def initial_of(cls, part: Part) -> dict[str, Any]:
        """Where a change of the figure waits for approval, the figure as it was proposed."""
        assert isinstance(part, Period)
        waiting = waiting_change(part)
        shown = copy.copy(part)
        for name in CARRIED if waiting is not None else ():
            setattr(shown, name, getattr(waiting, name))
        return super().initial_of(shown)


class RiskForm(PartForm):
    """Something that may go wrong."""

    grades: ClassVar = [(str(grade), str(grade)) for grade in range(1, 6)]

    title_az, title_en, title_ru = title_fields()
    probability = forms.TypedChoiceField(
        label=_("Probability, 1 (hardly) to 5 (almost certain)"), choices=grades, coerce=int
    )
    impact = forms.TypedChoiceField(
        label=_("Impact, 1 (slight) to 5 (the project fails)"), choices=grades, coerce=int
    )
    response = forms.CharField(
        label=_("What is done about it"),
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    owner = StaffField(label=_("Who watches it"))
    review_on = DateField(label=_("Look at it again on"))
    status = forms.ChoiceField(label=_("Status"), choices=enums.RiskStatus.choices)
