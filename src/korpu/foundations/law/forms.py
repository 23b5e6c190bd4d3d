"""Forms of the law room."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from korpu.engines.procedure.api import CONFIDENCE_TEXTS, Citation
from korpu.foundations.law.enums import ChangeKind, ChangeState
from korpu.foundations.law.services.drafting import Entered
from korpu.foundations.ui.forms import DateField, FilterForm, Form
from korpu.kernel.texts import Text

Choices = list[tuple[str, str]]


class ChangeFilters(FilterForm):
    state = forms.ChoiceField(label=_("Status"), choices=[("", _("Any")), *ChangeState.choices])
    kind = forms.ChoiceField(label=_("What changes"), choices=[("", _("Any")), *ChangeKind.choices])


class KindForm(Form):
    kind = forms.ChoiceField(
        label=_("What changes?"), choices=ChangeKind.choices, widget=forms.RadioSelect
    )


class LawForm(Form):
    """What every change needs: the act of law, its article, how sure we are, why.

    Args:
        subjects: what can be chosen.
        kind: of the change.
    """

    subject = forms.ChoiceField()
    instrument = forms.CharField(
        label=_("Act of law"),
        max_length=200,
        help_text=_("Its title and number, as it was published."),
    )
    article = forms.CharField(label=_("Article"), max_length=100)
    confidence = forms.ChoiceField(
        label=_("How was it read?"),
        widget=forms.RadioSelect,
        help_text=_("What is not read in the official text stays marked on every page."),
    )
    note = forms.CharField(
        label=_("Why"),
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("For the colleague who publishes it."),
    )

    subject_label = _("Which one")

    def __init__(self, *args: Any, subjects: Choices, kind: ChangeKind, **options: Any) -> None:
        self.kind = kind
        super().__init__(*args, **options)
        self.choice("subject").choices = [("", "–"), *subjects]
        self.fields["subject"].label = self.subject_label
        self.choice("confidence").choices = [
            (word, str(text)) for word, text in CONFIDENCE_TEXTS.items()
        ]

    def choice(self, name: str) -> forms.ChoiceField:
        found = self.fields[name]
        assert isinstance(found, forms.ChoiceField)
        return found

    @property
    def law(self) -> Citation:
        given = self.cleaned_data
        return Citation(given["instrument"], given["article"], given["confidence"])

    def entered(self) -> Entered:
        """What the service is told."""
        given = self.cleaned_data
        return Entered(
            kind=self.kind,
            subject=given["subject"],
            law=self.law,
            valid_from=given["valid_from"],
            note=given["note"],
            **self.more(),
        )

    def more(self) -> dict[str, Any]:
        return {}


RUNNING = [
    ("keep", _("They keep the version they were opened under")),
    ("move", _("The law puts them under the new one: a move is prepared and signed apart")),
]


class NumberForm(LawForm):
    """A number that changes from a date."""

    subject_label = _("Number of the law")
    quantity = forms.IntegerField(
        label=_("New number"),
        min_value=0,
        max_value=10_000,
        help_text=_("In the unit of the number: days, working days, months or times."),
    )
    valid_from = DateField(label=_("In force from"))
    running = forms.ChoiceField(
        label=_("What does the law say of running cases?"),
        choices=RUNNING,
        widget=forms.RadioSelect,
        initial="keep",
    )
    field_order = ("subject", "quantity", "valid_from", "running")

    def more(self) -> dict[str, Any]:
        given = self.cleaned_data
        return {"quantity": given["quantity"], "running": given["running"]}


class SourceForm(LawForm):
    """The source of a number that is in force."""

    subject_label = _("Number of the law")
    quantity = forms.IntegerField(
        label=_("The number as the source states it"), min_value=0, max_value=10_000
    )
    valid_from = DateField(
        label=_("In force since"),
        help_text=_("The first day of the number in force, as the list of numbers shows it."),
    )
    field_order = ("subject", "quantity", "valid_from")

    def more(self) -> dict[str, Any]:
        return {"quantity": self.cleaned_data["quantity"]}


class DayOffForm(LawForm):
    """A day declared free."""

    subject_label = _("Calendar")
    valid_from = DateField(label=_("Free day"))
    title_az = forms.CharField(label=_("What it is called in Azerbaijani"), max_length=100)
    title_en = forms.CharField(label=_("What it is called in English"), max_length=100)
    title_ru = forms.CharField(label=_("What it is called in Russian"), max_length=100)
    field_order = ("subject", "valid_from", "title_az", "title_en", "title_ru")
    names_of_fields: Mapping[str, str] = {"on": "valid_from"}

    def more(self) -> dict[str, Any]:
        given = self.cleaned_data
        return {"title": Text(az=given["title_az"], en=given["title_en"], ru=given["title_ru"])}


class ExchangeForm(LawForm):
    """A working day exchanged for a free one."""

    subject_label = _("Calendar")
    valid_from = DateField(label=_("Working day that becomes free"))
    worked_on = DateField(label=_("Free day that is worked instead"))
    field_order = ("subject", "valid_from", "worked_on")

    def more(self) -> dict[str, Any]:
        return {"worked_on": self.cleaned_data["worked_on"]}


class HolidayForm(LawForm):
    """The days of a holiday as a decree sets them."""

    subject_label = _("Calendar")
    holiday = forms.ChoiceField(label=_("Holiday"))
    valid_from = DateField(label=_("First day of the holiday"))
    last_on = DateField(label=_("Last day of the holiday"))
    decreed_until = DateField(
        label=_("Every decree is on record up to"),
        required=False,
        help_text=_("Dates beyond this day are shown as provisional. Empty: unchanged."),
    )
    field_order = ("subject", "holiday", "valid_from", "last_on", "decreed_until")

    def __init__(self, *args: Any, holidays: Choices, **options: Any) -> None:
        super().__init__(*args, **options)
        self.choice("holiday").choices = holidays

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        first, last = given.get("valid_from"), given.get("last_on")
        if first and last and not 0 <= (last - first).days <= LONGEST_HOLIDAY:
            self.add_error(
                "last_on", _("The last day is the first day or one of the days that follow it.")
            )
        return given

    def more(self) -> dict[str, Any]:
        given = self.cleaned_data
        first, last = given["valid_from"], given["last_on"]
        days = range(first.toordinal(), last.toordinal() + 1)
        return {
            "holiday": given["holiday"],
            "days": tuple(map(date.fromordinal, days)),
            "decreed_until": given["decreed_until"],
        }


LONGEST_HOLIDAY = 13
FORMS: Mapping[ChangeKind, type[LawForm]] = {
    ChangeKind.NUMBER: NumberForm,
    ChangeKind.SOURCE: SourceForm,
    ChangeKind.DAY_OFF: DayOffForm,
    ChangeKind.EXCHANGE: ExchangeForm,
    ChangeKind.HOLIDAY: HolidayForm,
}


class PublishForm(Form):
    digest = forms.CharField(widget=forms.HiddenInput)
    read = forms.BooleanField(
        label=_("I have read the change, the proof and what it leads to, and sign it.")
    )


class WithdrawForm(Form):
    from_on = DateField(label=_("New cases do not come under it from"))
    reason = forms.CharField(
        label=_("Reason"), max_length=2000, widget=forms.Textarea(attrs={"rows": 3})
    )


class PeriodForm(Form):
    first = DateField(label=_("Cases opened from"))
    last = DateField(label=_("Cases opened up to"))


class TrialForm(Form):
    """Which running cases would be moved where."""

    versions = forms.ChoiceField(label=_("From which version to which"))

    def __init__(self, *args: Any, pairs: Choices, **options: Any) -> None:
        super().__init__(*args, **options)
        found = self.fields["versions"]
        assert isinstance(found, forms.ChoiceField)
        found.choices = pairs
