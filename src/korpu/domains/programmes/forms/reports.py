"""Forms of reports to the donors."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from korpu.domains.programmes.models.reporting import LONGEST_NARRATIVE
from korpu.domains.programmes.selectors.editions import SectionWords
from korpu.foundations.ui.forms import DateField, Form
from korpu.kernel.texts import LANGUAGES, Language


class BeginReportForm(Form):
    """Which days a report covers."""

    first = DateField(
        label=_("From"), required=False, help_text=_("Empty: from the beginning of the project.")
    )
    last = DateField(
        label=_("To, this day included"), required=False, help_text=_("Empty: to its end.")
    )


class NarrativeForm(Form):
    """The words of a section in three languages."""

    az = forms.CharField(
        label=_("In Azerbaijani"),
        required=False,
        max_length=LONGEST_NARRATIVE,
        widget=forms.Textarea(attrs={"rows": 8, "lang": "az"}),
        help_text=_("A blank line begins a new paragraph. Write no names of people who get help."),
    )
    en = forms.CharField(
        label=_("In English"),
        required=False,
        max_length=LONGEST_NARRATIVE,
        widget=forms.Textarea(attrs={"rows": 8, "lang": "en"}),
    )
    ru = forms.CharField(
        label=_("In Russian"),
        required=False,
        max_length=LONGEST_NARRATIVE,
        widget=forms.Textarea(attrs={"rows": 8, "lang": "ru"}),
    )

    def __init__(self, *args: Any, words: SectionWords, **options: Any) -> None:
        super().__init__(*args, **options)
        for language, text in words.texts.items():
            self.initial[language] = text.text if text else ""

    def texts(self) -> dict[Language, str]:
        """The text of each language, from a valid form."""
        return {one: self.cleaned_data[one].replace("\r\n", "\n").strip() for one in LANGUAGES}
