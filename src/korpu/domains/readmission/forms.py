"""The steps by which an application is written, and the forms of one family member and evidence.

A step parses; what is right or wrong is said once, in :mod:`korpu.domains.readmission.rules`.
"""

import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any, ClassVar

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from korpu.domains.readmission import rules
from korpu.domains.readmission.act_forms import long_text, offered
from korpu.domains.readmission.codes import CIVIL_STATUS, COUNTRY, EVIDENCE, code_checker
from korpu.domains.readmission.enums import OWN_NATIONAL_TRACKS, NeedsBasis, Relation, Sex
from korpu.domains.readmission.statement import (
    EvidenceStatement,
    MemberStatement,
    Statement,
)
from korpu.foundations.ui.forms import Autocomplete, DateField, Form, NameField
from korpu.kernel.texts import Message

NO_NEEDS = "none"
"""What the radio button says where the statement says nothing: a button needs a value."""

_POINTED = re.compile(r"(?:(\d{1,2})[./])?(?:(\d{1,2})[./])?(\d{4})")


class PartialDateField(forms.CharField):
    """A date of birth as exact as known; cleaned to ISO 8601 (``1990``, ``1990-04-12``)."""

    def __init__(self, **options: Any) -> None:
        options.setdefault(
            "help_text",
            _("The full date, or month and year, or the year alone: 12.04.1990, 04.1990, 1990."),
        )
        super().__init__(max_length=20, **options)

    def to_python(self, value: Any) -> Any:
        typed = super().to_python(value)
        found = _POINTED.fullmatch(typed) if isinstance(typed, str) else None
        if found is None:
            return typed
        first, second, year = found.groups()
        day, month = (first, second) if second else (None, first)
        return "-".join(part.zfill(2) for part in (year, month, day) if part)


class StepForm(Form):
    """One step: a part of the statement, judged by the rules for its own fields.

    Attributes:
        stated: the particulars of the statement that this step fills.
    """

    stated: ClassVar[tuple[str, ...]] = ()

    def __init__(self, *args: Any, day: date | None = None, **options: Any) -> None:
        super().__init__(*args, **options)
        self.day = day or timezone.localdate()

    def values(self) -> dict[str, Any]:
        """The particulars as far as they could be parsed."""
        return {name: self.cleaned_data[name] for name in self.stated if name in self.cleaned_data}

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        faults = rules.statement_faults(
            replace(Statement(), **self.values()),
            on=self.day,
            is_code=code_checker(self.day),
        )
        add_faults(self, {name: faults[name] for name in self.stated if name in faults})
        return cleaned


def add_faults(form: forms.BaseForm, faults: Mapping[str, Message]) -> None:
    """Show faults at their fields; a field that could not be parsed keeps its own sentence."""
    for name, fault in faults.items():
        if name not in form.errors:
            form.add_error(name, str(fault))


class HeaderForm(StepForm):
    """Who asks, under which number, by which procedure."""

    stated = (
        "authority_reference",
        "track",
        "irregular_stay_established_on",
        "apprehended_on",
        "contact_name",
        "contact_email",
        "contact_phone",
    )
    authority_reference = forms.CharField(
        label=_("Your reference number"),
        max_length=rules.REFERENCE_LENGTH,
        help_text=_("The number of the case at the requesting authority. It can be used once."),
    )
    track = forms.ChoiceField(
        label=_("Procedure"),
        choices=[(track.value, track.label) for track in OWN_NATIONAL_TRACKS],
        widget=forms.RadioSelect,
    )
    irregular_stay_established_on = DateField(
        label=_("Date on which irregular stay was established")
    )
    apprehended_on = DateField(
        label=_("Date of apprehension in the border region"),
        required=False,
        help_text=_("Only for the accelerated procedure. For example, 27 3 2026"),
    )
    contact_name = NameField(label=_("Officer in charge"), max_length=rules.NAME_LENGTH)
    contact_email = forms.CharField(
        label=_("E-mail address"), max_length=rules.LINE_LENGTH, widget=forms.EmailInput
    )
    contact_phone = forms.CharField(
        label=_("Telephone"), required=False, max_length=rules.NAME_LENGTH
    )


class PaperHeaderForm(HeaderForm):
    """The header of an application that came on paper."""

    authority = forms.ChoiceField(label=_("Requesting authority"))
    received_on = DateField(
        label=_("Date of receipt"),
        latest=timezone.localdate,
        help_text=_("The reply limit is counted from this day. For example, 27 3 2026"),
    )

    def __init__(self, *args: Any, authorities: list[tuple[str, str]], **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["authority"].choices = [("", _("Choose")), *authorities]  # type: ignore[attr-defined]  # a choice field
        self.order_fields(["authority", "received_on"])


class PersonForm(StepForm):
    """The person as the requesting authority knows them."""

    stated = (
        "surname",
        "given_names",
        "patronymic",
        "earlier_names",
        "aliases",
        "sex",
        "birth_date",
        "birth_place",
        "birth_country",
        "last_residence",
        "civil_status",
        "holds_valid_travel_document",
    )
    surname = NameField(label=_("Surname"), required=False, max_length=rules.NAME_LENGTH)
    given_names = NameField(label=_("Given names"), required=False, max_length=rules.NAME_LENGTH)
    patronymic = NameField(label=_("Patronymic"), required=False, max_length=rules.NAME_LENGTH)
    earlier_names = NameField(
        label=_("Earlier names"),
        required=False,
        max_length=rules.LINE_LENGTH,
        help_text=_("Surname at birth and other former names, separated by commas."),
    )
    aliases = NameField(label=_("Other names used"), required=False, max_length=rules.LINE_LENGTH)
    sex = forms.ChoiceField(label=_("Sex"), choices=Sex, widget=forms.RadioSelect)
    birth_date = PartialDateField(label=_("Date of birth"))
    birth_place = forms.CharField(
        label=_("Place of birth"), required=False, max_length=rules.LINE_LENGTH
    )
    birth_country = forms.ChoiceField(
        label=_("Country of birth"), required=False, widget=Autocomplete
    )
    last_residence = forms.CharField(
        label=_("Last residence in Azerbaijan"), required=False, max_length=rules.LINE_LENGTH
    )
    civil_status = forms.ChoiceField(label=_("Civil status"), required=False)
    holds_valid_travel_document = forms.BooleanField(
        label=_("The person holds a valid travel document"), required=False
    )

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["birth_country"].choices = offered(COUNTRY)  # type: ignore[attr-defined]  # a choice field
        self.fields["civil_status"].choices = offered(CIVIL_STATUS)  # type: ignore[attr-defined]  # a choice field


class NeedsForm(StepForm):
    """Needs, protective measures, remarks."""

    stated = (
        "needs_basis",
        "care_needs",
        "health_needs",
        "transport_needs",
        "protective_measures",
        "remarks",
    )
    needs_basis = forms.ChoiceField(
        label=_("May care, health and transport needs be passed on?"),
        help_text=_("Without consent or vital need these data may not be sent."),
        choices=[(basis.value or NO_NEEDS, basis.label) for basis in NeedsBasis],
        widget=forms.RadioSelect,
    )
    care_needs = long_text(_("Care needs"), required=False, rows=3)
    health_needs = long_text(_("Health needs"), required=False, rows=3)
    transport_needs = long_text(_("Transport needs"), required=False, rows=3)
    protective_measures = long_text(
        _("Protective or security measures"),
        required=False,
        help_text=_("What the transfer needs for the safety of the person and of others."),
    )
    remarks = long_text(_("Remarks"), required=False)

    def clean_needs_basis(self) -> str:
        basis = str(self.cleaned_data["needs_basis"])
        return "" if basis == NO_NEEDS else basis


class MemberForm(Form):
    """One family member."""

    relation = forms.ChoiceField(label=_("Relation"), choices=Relation, widget=forms.RadioSelect)
    surname = NameField(label=_("Surname"), required=False, max_length=rules.NAME_LENGTH)
    given_names = NameField(label=_("Given names"), required=False, max_length=rules.NAME_LENGTH)
    sex = forms.ChoiceField(label=_("Sex"), choices=Sex, widget=forms.RadioSelect)
    birth_date = PartialDateField(label=_("Date of birth"), required=False)

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        if not self.errors:
            found = rules.member_faults(self.statement(), on=timezone.localdate())
            add_faults(self, {name: fault for name, fault in found if fault is not None})
        return cleaned

    def statement(self) -> MemberStatement:
        return MemberStatement(**{name: self.cleaned_data[name] for name in self.fields})


class EvidenceForm(Form):
    """One entry of the list of evidence."""

    kind = forms.ChoiceField(label=_("Kind of evidence"))
    issued_on = DateField(label=_("Date of issue"), required=False)
    valid_until = DateField(label=_("Valid until"), required=False)
    note = forms.CharField(
        label=_("Description"),
        required=False,
        max_length=rules.LINE_LENGTH,
        help_text=_("Number, issuing body, what it shows."),
    )
    file = forms.FileField(
        label=_("Copy"),
        required=False,
        help_text=_("PDF, JPEG or PNG. The type is checked by the content."),
    )

    def __init__(self, *args: Any, codelist: str = EVIDENCE, **options: Any) -> None:
        super().__init__(*args, **options)
        self.codelist = codelist
        self.fields["kind"].choices = offered(codelist)  # type: ignore[attr-defined]  # a choice field

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        if not self.errors:
            on = timezone.localdate()
            found = rules.evidence_faults(
                self.statement(), on=on, is_code=code_checker(on), codelist=self.codelist
            )
            add_faults(self, {name: fault for name, fault in found if fault is not None})
        return cleaned

    def statement(self) -> EvidenceStatement:
        given = self.cleaned_data
        return EvidenceStatement(
            kind=given["kind"],
            issued_on=given["issued_on"],
            valid_until=given["valid_until"],
            copy_enclosed=given["file"] is not None,
            note=given["note"],
        )
