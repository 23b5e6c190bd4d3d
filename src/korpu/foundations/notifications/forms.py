"""Forms of notifications."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from korpu.foundations.notifications.enums import Telling
from korpu.foundations.notifications.kinds import kinds
from korpu.foundations.ui.forms import FilterForm, Form


class NotificationFilters(FilterForm):
    state = forms.ChoiceField(
        label=_("Which"),
        choices=[("", _("All")), ("unread", _("Not read")), ("read", _("Read"))],
    )


class ChoicesForm(Form):
    """One question per kind; the field is named like the kind."""

    def __init__(self, *args: Any, chosen: Mapping[str, Telling], **options: Any) -> None:
        super().__init__(*args, **options)
        for kind in kinds():
            self.fields[kind.id] = forms.ChoiceField(
                label=str(kind.title), choices=Telling.choices, initial=chosen[kind.id]
            )
