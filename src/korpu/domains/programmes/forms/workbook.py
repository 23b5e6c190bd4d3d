"""Handing a workbook in."""

from django import forms
from django.utils.translation import gettext_lazy as _

from korpu.domains.programmes.enums import WorkbookMode
from korpu.foundations.ui.forms import Form


class WorkbookForm(Form):
    """The file, and what it may do: chosen, never guessed."""

    file = forms.FileField(label=_("Workbook (XLSX, at most 5 MB)"))
    mode = forms.ChoiceField(
        label=_("What it may do"), choices=WorkbookMode.choices, widget=forms.RadioSelect
    )
