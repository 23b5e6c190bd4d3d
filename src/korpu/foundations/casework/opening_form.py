"""The form that opens a case of a declared procedure."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from korpu.engines.procedure.api import FactValue
from korpu.foundations.accounts.models import Compartment
from korpu.foundations.casework.fact_fields import facts_from, fields_for
from korpu.foundations.casework.forms import NOTE_LENGTH
from korpu.foundations.casework.selectors.opening import Openable
from korpu.foundations.ui.forms import DateField, Form
from korpu.kernel.ids import new_id


class OpeningForm(Form):
    """Whose case, from which day, under which reference, and what the opening act states."""

    compartment = forms.ChoiceField(label=_("Office that keeps the case"))
    effective_on = DateField(
        label=_("Date it takes effect"),
        help_text=_("The day it happened or counts from. It cannot be in the future."),
        latest=timezone.localdate,
    )
    reference = forms.CharField(label=_("Number of the paper file"), required=False, max_length=60)
    note = forms.CharField(
        label=_("Note"),
        required=False,
        max_length=NOTE_LENGTH,
        widget=forms.Textarea(attrs={"rows": 4}),
    )
    client_key = forms.UUIDField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, opens: Openable, **options: Any) -> None:
        options["initial"] = {"effective_on": timezone.localdate(), "client_key": new_id()}
        super().__init__(*args, **options)
        self.opens = opens
        self.places = {str(each.pk): each for each in opens.compartments}
        own = fields_for(opens.procedure, opens.act)
        self.fields.update(own)
        self.fields["compartment"].choices = [(key, str(each)) for key, each in self.places.items()]  # type: ignore[attr-defined]  # a ChoiceField
        self.fields["note"].required = opens.act.reasons_required
        if len(self.places) == 1:
            self.fields["compartment"].widget = forms.HiddenInput()
            self.initial["compartment"] = next(iter(self.places))
        self.order_fields(["compartment", "effective_on", *own, "reference", "note"])

    def facts(self) -> Mapping[str, FactValue]:
        """What the opening act states; called on a valid form."""
        return facts_from(self.opens.procedure, self.cleaned_data)

    @property
    def place(self) -> Compartment:
        return self.places[self.cleaned_data["compartment"]]

    @property
    def key(self) -> UUID:
        return UUID(str(self.cleaned_data["client_key"]))
