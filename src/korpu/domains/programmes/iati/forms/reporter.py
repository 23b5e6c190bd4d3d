"""The identifier of the reporting organisation."""

from django import forms
from django.utils.translation import gettext_lazy as _

from korpu.foundations.ui.forms import Form


class ReporterForm(Form):
    """The identifier, and where it can be looked up."""

    ref = forms.CharField(
        label=_("IATI identifier of the organisation"),
        max_length=100,
        help_text=_("Code of a register, a hyphen and the number there, such as AZ-IVI-1234567."),
    )
    source = forms.CharField(
        label=_("Source of the number"),
        max_length=300,
        help_text=_("The document or register in which it can be looked up, with its date."),
    )
    url = forms.URLField(
        label=_("Address of the source on the web"),
        max_length=500,
        required=False,
        assume_scheme="https",
    )

    def clean_ref(self) -> str:
        """Capitals, without spaces around."""
        return str(self.cleaned_data["ref"]).strip().upper()
