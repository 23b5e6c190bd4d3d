"""Who accompanies the returnee."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from korpu.domains.assistance.mentors import mentor_contracts
from korpu.foundations.accounts.models import User
from korpu.foundations.casework.api import ActForm
from korpu.foundations.ui.forms import DateField


class AssignMentorForm(ActForm):
    """A mentor of an NGO for a period within their contract."""

    mentor = forms.ChoiceField(label=_("Mentor"))
    valid_until = DateField(
        label=_("Until when"),
        help_text=_("Last day. The mentor sees the case from the date of effect to this day."),
    )

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["mentor"].choices = [  # type: ignore[attr-defined]  # a ChoiceField
            (one.user_id, one.full_name) for one in mentor_contracts()
        ]

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or {}
        first, last = cleaned.get("effective_on"), cleaned.get("valid_until")
        if first and last and last < first:
            self.add_error("valid_until", _("The last day cannot be before the first."))
        return cleaned

    def data_for_domain(self) -> dict[str, object]:
        return {
            "mentor": User.objects.get(pk=self.cleaned_data["mentor"]),
            "valid_until": self.cleaned_data["valid_until"],
        }


class ReplaceMentorForm(AssignMentorForm):
    """Another mentor takes over from the date of effect."""


class EndMentorForm(ActForm):
    """The assignment ends on the date of effect."""
