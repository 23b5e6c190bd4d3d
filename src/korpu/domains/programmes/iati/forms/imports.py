"""Bringing in a file."""

from typing import Any

from django import forms
from django.conf import settings
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from korpu.domains.programmes.iati.models.imported import ImportMode
from korpu.foundations.ui.forms import Form

MEGABYTE = 1_000_000


class ImportForm(Form):
    """A file, what it may do, and the office whose projects it may touch."""

    file = forms.FileField(label=_("IATI activity file"), max_length=200)
    mode = forms.ChoiceField(
        label=_("What may the file do?"),
        choices=ImportMode.choices,
        widget=forms.RadioSelect,
        help_text=_("You see everything it would do before anything is done."),
    )
    office = forms.ChoiceField(label=_("Office that keeps new projects"))

    def __init__(self, *args: Any, offices: list[tuple[str, str]], **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["office"].choices = offices  # type: ignore[attr-defined]  # a ChoiceField
        self.fields["file"].help_text = _now(
            "An XML file of version 2.03, at most %(limit)s MB."
        ) % {"limit": settings.KORPU_UPLOAD_MAX_BYTES // MEGABYTE}
        if len(offices) == 1:
            self.fields["office"].widget = forms.HiddenInput()
            self.fields["office"].initial = offices[0][0]

    def clean_file(self) -> Any:
        """Refuse what is too large before it is read."""
        file = self.cleaned_data["file"]
        if file.size > settings.KORPU_UPLOAD_MAX_BYTES:
            raise forms.ValidationError(
                _("The file is larger than %(limit)s MB. Split it into smaller files."),
                params={"limit": settings.KORPU_UPLOAD_MAX_BYTES // MEGABYTE},
            )
        return file
