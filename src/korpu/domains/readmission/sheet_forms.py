"""The pages of a declared form: one section, its fields made from the declaration."""

from collections.abc import Mapping
from copy import deepcopy
from dataclasses import replace
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from korpu.domains.readmission import rules
from korpu.domains.readmission.act_forms import YES_NO, long_text, offered
from korpu.domains.readmission.codes import CIVIL_STATUS, COUNTRY, code_checker
from korpu.domains.readmission.forms import (
    HeaderForm,
    NeedsForm,
    PaperHeaderForm,
    PersonForm,
    StepForm,
    add_faults,
)
from korpu.domains.readmission.sheets import Item, Section
from korpu.domains.readmission.statement import Particular, Statement
from korpu.foundations.ui.forms import Autocomplete, DateField

COMMON: Mapping[str, forms.Field] = {
    **HeaderForm.base_fields,
    **PersonForm.base_fields,
    **NeedsForm.base_fields,
}
"""The field of every particular that all forms share."""
_LISTED = {"birth_country": COUNTRY, "civil_status": CIVIL_STATUS}


class SheetForm(StepForm):
    """One section of a declared form, judged by the rules for its own items.

    Args:
        section: what it asks for.
        track: of the cases the form opens.
        authorities: of a form that came on paper: whose it may be.
    """

    def __init__(
        self,
        *args: Any,
        section: Section,
        track: str,
        authorities: list[tuple[str, str]] | None = None,
        **options: Any,
    ) -> None:
        super().__init__(*args, **options)
        self.section, self.track = section, track
        if authorities is not None:
            self._ask_for_paper(authorities)
        for item in section.items:
            self.fields[item.name] = field_of(item)

    def _ask_for_paper(self, authorities: list[tuple[str, str]]) -> None:
        for name in ("authority", "received_on"):
            self.fields[name] = deepcopy(PaperHeaderForm.base_fields[name])
        self.fields["authority"].choices = [("", _("Choose")), *authorities]  # type: ignore[attr-defined]  # a choice field

    def clean_needs_basis(self) -> str:
        """As the form of needs cleans it."""
        return NeedsForm.clean_needs_basis(self)  # type: ignore[arg-type]  # reads the cleaned data alone

    def values(self) -> dict[str, Any]:
        """The common particulars as far as they could be parsed."""
        return self._cleaned(item for item in self.section.items if item.is_common)

    def particulars(self) -> dict[str, Particular]:
        """The items only this form asks for, as far as they could be parsed."""
        found = self._cleaned(item for item in self.section.items if not item.is_common)
        return {name: value for name, value in found.items() if value not in (None, "")}

    def _cleaned(self, items: Any) -> dict[str, Any]:
        return {
            item.name: cleaned_value(item, self.cleaned_data[item.name])
            for item in items
            if item.name in self.cleaned_data
        }

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = forms.Form.clean(self) or self.cleaned_data
        faults = rules.statement_faults(
            replace(Statement(), track=self.track, **self.values(), particulars=self.particulars()),
            on=self.day,
            is_code=code_checker(self.day),
        )
        names = [item.name for item in self.section.items]
        add_faults(self, {name: faults[name] for name in names if name in faults})
        return cleaned


def cleaned_value(item: Item, cleaned: Any) -> Any:
    """What a field was answered with, as the statement holds it."""
    if item.kind != "yes_no":
        return cleaned
    return {"yes": True, "no": False}.get(cleaned)


def field_of(item: Item) -> forms.Field:
    """The field an item is asked by, in the reader's language."""
    if item.is_common:
        return _common(item)
    words: dict[str, Any] = {
        "label": str(item.title),
        "help_text": str(item.help) if item.help else "",
        "required": item.required,
    }
    if item.kind == "long_text":
        return long_text(words.pop("label"), rows=3, **words)
    if item.kind == "date":
        return DateField(**words)
    if item.kind == "number":
        return forms.IntegerField(min_value=0, max_value=rules.MOST_ESCORTS, **words)
    if item.kind in {"yes_no", "choice", "code"}:
        return _choice(item, words)
    return forms.CharField(max_length=rules.LINE_LENGTH, **words)


def _common(item: Item) -> forms.Field:
    field = deepcopy(COMMON[item.name])
    if item.name in _LISTED:
        field.choices = offered(_LISTED[item.name])  # type: ignore[attr-defined]  # a choice field
    return field


def _choice(item: Item, words: dict[str, Any]) -> forms.Field:
    if item.kind == "yes_no":
        return forms.ChoiceField(choices=YES_NO, widget=forms.RadioSelect, **words)
    if item.kind == "choice":
        values = [(code, str(title)) for code, title in item.values]
        return forms.ChoiceField(choices=values, widget=forms.RadioSelect, **words)
    widget = Autocomplete if item.codelist == COUNTRY else forms.Select
    return forms.ChoiceField(choices=offered(item.codelist), widget=widget, **words)
