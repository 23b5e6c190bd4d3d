"""Forms of organisations and offices."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from korpu.foundations.organisations.enums import OrganisationKind
from korpu.foundations.ui.forms import DateField, Form

CODE = _("Latin letters, digits and hyphens, such as “sms-readmission”. It never changes.")


class TitledForm(Form):
    """A thing with a short name and a name in every language."""

    code = forms.SlugField(label=_("Short name"), max_length=50, help_text=CODE)
    title_az = forms.CharField(label=_("Name in Azerbaijani"), max_length=200)
    title_en = forms.CharField(label=_("Name in English"), max_length=200)
    title_ru = forms.CharField(label=_("Name in Russian"), max_length=200)

    def __init__(self, *args: Any, is_new: bool, **options: Any) -> None:
        super().__init__(*args, **options)
        if not is_new:
            self.fields["code"].disabled = True


class OrganisationForm(TitledForm):
    kind = forms.ChoiceField(
        label=_("Kind of organisation"), choices=OrganisationKind.choices, widget=forms.RadioSelect
    )
    country = forms.CharField(
        label=_("Country"),
        max_length=3,
        help_text=_("ISO 3166-1 code of three letters, such as AZE."),
    )
    active_from = DateField(label=_("First day"), required=False)
    active_until = DateField(label=_("Last day"), required=False)
    is_fictional = forms.BooleanField(label=_("Invented for the demonstration"), required=False)

    field_order = ("code", "title_az", "title_en", "title_ru")

    def clean_country(self) -> str:
        """Upper case; what it names is judged by the service."""
        return str(self.cleaned_data["country"]).upper()


class OfficeForm(TitledForm):
    address = forms.CharField(
        label=_("Postal address"), max_length=300, required=False, help_text=_("As on a letter.")
    )
    email = forms.EmailField(label=_("Official mailbox"), required=False)
