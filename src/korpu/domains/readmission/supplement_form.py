"""The form by which an application is corrected or supplemented."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from korpu.domains.readmission.act_forms import offered
from korpu.domains.readmission.codes import CIVIL_STATUS, COUNTRY
from korpu.domains.readmission.forms import PersonForm
from korpu.domains.readmission.models import Application
from korpu.domains.readmission.selectors.statements import current_statement
from korpu.domains.readmission.sheet_forms import cleaned_value, field_of
from korpu.domains.readmission.sheets import find_sheet, sheet_of
from korpu.domains.readmission.statement import EvidenceStatement
from korpu.foundations.casework.api import ActForm

CORRECTED = tuple(name for name in PersonForm.stated if name != "holds_valid_travel_document")


class SupplementForm(ActForm):
    """What stands in the application today, open to correction; and one more piece of evidence."""

    surname = PersonForm.base_fields["surname"]
    given_names = PersonForm.base_fields["given_names"]
    patronymic = PersonForm.base_fields["patronymic"]
    earlier_names = PersonForm.base_fields["earlier_names"]
    aliases = PersonForm.base_fields["aliases"]
    sex = PersonForm.base_fields["sex"]
    birth_date = PersonForm.base_fields["birth_date"]
    birth_place = PersonForm.base_fields["birth_place"]
    birth_country = PersonForm.base_fields["birth_country"]
    last_residence = PersonForm.base_fields["last_residence"]
    civil_status = PersonForm.base_fields["civil_status"]
    evidence_kind = forms.ChoiceField(label=_("Further evidence"), required=False)
    evidence_file = forms.FileField(
        label=_("Copy of the evidence"),
        required=False,
        help_text=_("PDF, JPEG or PNG. The type is checked by the content."),
    )

    def __init__(self, *args: Any, **options: Any) -> None:
        application = Application.objects.get(case=options["case"])
        self.statement = current_statement(application)
        stands = {name: getattr(self.statement, name) for name in CORRECTED}
        options["initial"] = stands | options.get("initial", {})
        super().__init__(*args, **options)
        sheet = find_sheet(application.track)
        self.own = sheet.own_items if sheet else ()
        for item in self.own:
            self.fields[item.name] = field_of(item)
            self.fields[item.name].initial = _initial(self.statement.says(item.name))
        self._order()
        for name, codelist in (
            ("birth_country", COUNTRY),
            ("civil_status", CIVIL_STATUS),
            ("evidence_kind", sheet_of(application.track).evidence_list),
        ):
            self.fields[name].choices = offered(codelist)  # type: ignore[attr-defined]  # a choice field

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        if cleaned.get("evidence_file") and not cleaned.get("evidence_kind"):
            self.add_error("evidence_kind", _("Say what kind of evidence the copy is."))
        return cleaned

    def data_for_domain(self) -> Mapping[str, object]:
        given = self.cleaned_data
        changed = {n: given[n] for n in CORRECTED if given[n] != getattr(self.statement, n)}
        own = {item.name: cleaned_value(item, given[item.name]) for item in self.own}
        changed |= {
            name: value
            for name, value in own.items()
            if value not in (None, "") and value != self.statement.says(name)
        }
        return {"changes": changed, **self._evidence()}

    def _evidence(self) -> dict[str, object]:
        kind, upload = self.cleaned_data["evidence_kind"], self.cleaned_data["evidence_file"]
        if not kind:
            return {}
        return {
            "evidence": [EvidenceStatement(kind=kind, copy_enclosed=upload is not None)],
            "uploads": [upload],
        }


def _initial(value: object) -> object:
    """As the field shows it: yes and no are words."""
    return {True: "yes", False: "no"}[value] if isinstance(value, bool) else value
