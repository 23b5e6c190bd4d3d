"""Filter panels of the lists."""

from django import forms
from django.utils.translation import gettext_lazy as _

from korpu.domains.events.enums import EventKind, EventMode, EventStatus, RowOutcome
from korpu.foundations.ui.forms import DateField, FilterForm

ANY = ("", _("All"))


class EventFilters(FilterForm):
    text = forms.CharField(label=_("Words of the title"), max_length=100)
    kind = forms.ChoiceField(label=_("Kind"), choices=(ANY, *EventKind.choices))
    status = forms.ChoiceField(label=_("Status"), choices=(ANY, *EventStatus.choices))
    mode = forms.ChoiceField(label=_("How it is held"), choices=(ANY, *EventMode.choices))
    project = forms.SlugField(label=_("Code of the project"), max_length=50)
    first = DateField(label=_("From"))
    last = DateField(label=_("Until"))


class PublicEventFilters(FilterForm):
    text = forms.CharField(label=_("Words of the title"), max_length=100)
    when = forms.ChoiceField(
        label=_("When"),
        choices=(ANY, ("upcoming", _("Still to come")), ("past", _("Past"))),
    )
    kind = forms.ChoiceField(label=_("Kind"), choices=(ANY, *EventKind.choices))
    project = forms.SlugField(label=_("Code of the project"), max_length=50)
    first = DateField(label=_("From"))
    last = DateField(label=_("Until"))


class RowFilters(FilterForm):
    outcome = forms.ChoiceField(label=_("What became of it"), choices=(ANY, *RowOutcome.choices))
