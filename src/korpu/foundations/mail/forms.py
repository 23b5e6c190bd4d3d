"""Forms of outgoing mail."""

from django import forms
from django.utils.translation import gettext_lazy as _

from korpu.foundations.mail.enums import MessageState
from korpu.foundations.ui.forms import FilterForm


class MessageFilters(FilterForm):
    state = forms.ChoiceField(label=_("Status"), choices=[("", _("Any")), *MessageState.choices])
    text = forms.CharField(
        label=_("E-mail address"), max_length=100, help_text=_("Any part of it.")
    )
