"""Forms for what really happened out of order."""

from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from korpu.foundations.casework.forms import NOTE_LENGTH
from korpu.foundations.ui.forms import DateField, FilesField, Form


class HappenedForm(Form):
    """The day, the story and the paper of what happened."""

    effective_on = DateField(label=_("The day it happened"), latest=timezone.localdate)
    reason = forms.CharField(
        label=_("What happened, and why out of order"),
        max_length=NOTE_LENGTH,
        widget=forms.Textarea(attrs={"rows": 5}),
        help_text=_("Whoever decides, and later a court, reads this."),
        error_messages={"required": _("Say what happened.")},
    )
    document = FilesField(
        label=_("Document that shows it"),
        help_text=_("PDF, JPEG or PNG. The type is checked by the content."),
    )

    def clean_document(self) -> Any:
        """One file."""
        files = self.cleaned_data["document"]
        if len(files) > 1:
            raise forms.ValidationError(_("Choose one file."))
        return files[0]


class LeaveForm(Form):
    """Whether a deviation may be recorded, and why."""

    allowed = forms.ChoiceField(
        label=_("Your decision"),
        choices=[("yes", _("It may be recorded")), ("no", _("It may not be recorded"))],
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose a decision.")},
    )
    answer = forms.CharField(
        label=_("Reasons"),
        max_length=NOTE_LENGTH,
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages={"required": _("Give the reasons.")},
    )
