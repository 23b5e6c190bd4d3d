"""Who accompanies the returnee."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from korpu.foundations.accounts import api as accounts
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
        self.mentors = {str(user.uuid): user for user in accounts.people_with_role("mentor")}
        self.fields["mentor"].choices = [  # type: ignore[attr-defined]  # a ChoiceField
            (key, user.full_name) for key, user in self.mentors.items()
        ]

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or {}
        first, last = cleaned.get("effective_on"), cleaned.get("valid_until")
        if first and last and last < first:
            self.add_error("valid_until", _("The last day cannot be before the first."))
        return cleaned

    def data_for_domain(self) -> dict[str, object]:
        return {
            "mentor": self.mentors[self.cleaned_data["mentor"]],
            "valid_until": self.cleaned_data["valid_until"],
        }


class ReplaceMentorForm(AssignMentorForm):
    """Another mentor takes over from the date of effect."""


class EndMentorForm(ActForm):
    """The assignment ends on the date of effect."""
