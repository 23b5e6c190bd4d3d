"""What a mentor fills in with the returnee, often on a phone."""

from typing import Any

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from korpu.domains.assistance.enums import VisitKind, VisitOutcome
from korpu.domains.assistance.selectors import (
    approved_lines,
    left_on_line,
    open_deliveries,
    plan_of,
)
from korpu.foundations.casework.api import ActForm


class VisitForm(ActForm):
    """A contact held, missed or refused."""

    kind = forms.ChoiceField(label=_("Kind of contact"), choices=VisitKind.choices)
    outcome = forms.ChoiceField(
        label=_("Did it take place?"), choices=VisitOutcome.choices, widget=forms.RadioSelect
    )
    language = forms.ChoiceField(
        label=_("Language spoken"), choices=[("", "—"), *settings.LANGUAGES], required=False
    )
    had_interpreter = forms.BooleanField(label=_("An interpreter was present"), required=False)
    has_safety_concern = forms.BooleanField(
        label=_("I am worried about somebody's safety"),
        required=False,
        help_text=_("The coordinator is told at once."),
    )

    def data_for_domain(self) -> dict[str, object]:
        data = dict(super().data_for_domain())
        return data | {"note": self.cleaned_data["note"]}


class DeliveryForm(ActForm):
    """Help handed over, with the signed delivery note."""

    line = forms.ChoiceField(label=_("For which line of the plan"))
    amount_eur = forms.DecimalField(label=_("Value in euro"), max_digits=10, decimal_places=2)
    proof = forms.FileField(
        label=_("Delivery note signed by the returnee"),
        help_text=_("Photo or PDF. A photo's place and camera data are removed."),
    )

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.lines = {str(line.pk): line for line in approved_lines(plan_of(self.case))}
        self.fields["line"].choices = [  # type: ignore[attr-defined]  # a ChoiceField
            (key, _("%(what)s (EUR %(left)s left)") % {"what": line, "left": left_on_line(line)})
            for key, line in self.lines.items()
        ]

    def data_for_domain(self) -> dict[str, object]:
        return {
            "line": self.lines[self.cleaned_data["line"]],
            "amount_eur": self.cleaned_data["amount_eur"],
            "proof": self.cleaned_data["proof"],
        }


class ConfirmDeliveryForm(ActForm):
    """Somebody else checks the proof of a delivery."""

    delivery = forms.ChoiceField(label=_("Delivery"))
    accepted = forms.TypedChoiceField(
        label=_("Is the proof in order?"),
        choices=(("yes", _("Yes, the help arrived")), ("no", _("No, the proof is not accepted"))),
        widget=forms.RadioSelect,
        coerce=lambda value: value == "yes",
    )

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.deliveries = {str(found.uuid): found for found in open_deliveries(plan_of(self.case))}
        self.fields["delivery"].choices = [  # type: ignore[attr-defined]  # a ChoiceField
            (key, f"{found.line}, EUR {found.amount_eur}, {found.delivered_on:%d.%m.%Y}")
            for key, found in self.deliveries.items()
        ]

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or {}
        if cleaned.get("accepted") is False and not cleaned.get("note"):
            self.add_error("note", _("Say why the proof is not accepted."))
        return cleaned

    def data_for_domain(self) -> dict[str, object]:
        return {
            "delivery": self.deliveries[self.cleaned_data["delivery"]],
            "accepted": self.cleaned_data["accepted"],
            "reason": self.cleaned_data["note"],
        }
