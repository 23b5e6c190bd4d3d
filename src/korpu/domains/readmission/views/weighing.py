"""Weighing a piece of evidence."""

from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from korpu.domains.readmission.act_forms import long_text
from korpu.domains.readmission.enums import EvidenceWeight
from korpu.domains.readmission.permissions import CHECK_IDENTITY
from korpu.domains.readmission.selectors.applications import evidence_item
from korpu.domains.readmission.selectors.weights import effect_of
from korpu.domains.readmission.services.weighing import weigh_evidence
from korpu.domains.readmission.sheets import sheet_of
from korpu.foundations.accounts.api import Request, needs
from korpu.foundations.codelists.api import title
from korpu.foundations.ui.forms import Form


class WeightForm(Form):
    """What a piece of evidence amounts to, and why."""

    weight = forms.ChoiceField(
        label=gettext_lazy("What does it amount to?"), widget=forms.RadioSelect
    )
    reason = long_text(
        gettext_lazy("Reason"),
        help_text=gettext_lazy("Why it counts for more or less than its kind."),
    )

    def __init__(self, *args: object, **options: object) -> None:
        super().__init__(*args, **options)
        self.fields["weight"].choices = [  # type: ignore[attr-defined]  # a choice field
            (weight.value, f"{weight.label}. {effect_of(weight)}") for weight in EvidenceWeight
        ]


@needs(CHECK_IDENTITY)
@require_http_methods(["GET", "HEAD", "POST"])
def weigh(request: Request, uuid: UUID) -> HttpResponse:
    """Say what a piece of evidence amounts to in this case."""
    item = evidence_item(uuid=uuid, for_actor=request.actor)
    request.actor.check(CHECK_IDENTITY, compartment_id=item.compartment_id)
    form = WeightForm(request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid():
        weigh_evidence(
            evidence=item,
            weight=form.cleaned_data["weight"],
            reason=form.cleaned_data["reason"],
            actor=request.actor,
            at=timezone.now(),
        )
        messages.success(request, _("The weight has been recorded."))
        return redirect("casework:case", item.case.uuid)
    kind = title(sheet_of(item.application.track).evidence_list, item.kind)
    context = {"form": form, "item": item, "kind": kind}
    return render(request, "readmission/weigh.html", context, status=422 if form.errors else 200)
