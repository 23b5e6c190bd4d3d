"""The list of events, declared."""

from django import forms
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from korpu.foundations.audit.enums import EventKind
from korpu.foundations.audit.selectors import ShownEvent
from korpu.foundations.audit.words import what_happened
from korpu.foundations.ui.forms import DateField, FilterForm
from korpu.foundations.ui.tables import Column, TableSpec


class EventFilters(FilterForm):
    subject = forms.CharField(
        label=_("Person or case"),
        max_length=100,
        help_text=_("The number of a case, or the identifier in the address of its page."),
    )
    who = forms.CharField(
        label=_("Who did it"), max_length=200, help_text=_("Name or e-mail address.")
    )
    kind = forms.ChoiceField(label=_("Kind"), choices=[("", _("Any")), *EventKind.choices])
    first = DateField(label=_("From"))
    last = DateField(label=_("To, this day included"))


EVENTS: TableSpec[ShownEvent] = TableSpec(
    caption=_("Audit trail"),
    columns=(
        Column(
            "at",
            _("When"),
            lambda shown: shown.event.at,
            order_by=("at",),
            href=lambda shown: reverse("audit-event", args=[shown.event.pk]),
            is_unbroken=True,
            is_row_header=True,
        ),
        Column("who", _("Who did it"), lambda shown: shown.actor_name or None),
        Column("kind", _("Kind"), lambda shown: EventKind(shown.event.kind).label),
        Column("what", _("What"), what_happened),
    ),
    default_sort="-at",
    filters=EventFilters,
    empty=_("No event fits."),
)
