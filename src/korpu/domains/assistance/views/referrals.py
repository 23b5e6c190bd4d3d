"""The coordinators' intake."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from korpu.domains.assistance.forms import DeclineForm, OpenSupportForm
from korpu.domains.assistance.models import Referral
from korpu.domains.assistance.selectors import get_referral, open_programmes, waiting_referrals
from korpu.domains.assistance.services.plans import open_support
from korpu.domains.assistance.services.referrals import decline_referral
from korpu.domains.assistance.tables import REFERRALS
from korpu.foundations.accounts.api import Request, needs
from korpu.foundations.ui.tables import fetch_page


@needs("assistance.referral.read")
def waiting(request: Request) -> HttpResponse:
    """People who arrived and wait for a coordinator."""
    asked = REFERRALS.read(request.GET)
    page = fetch_page(waiting_referrals(for_actor=request.actor), asked, key="uuid")
    return render(request, "assistance/referrals.html", {"table": asked.show(page)})


@needs("assistance.plan.open")
def settle(request: Request, uuid: UUID) -> HttpResponse:
    """Take a returnee on, or close the referral with a reason."""
    referral = get_referral(uuid=uuid, for_actor=request.actor)
    decision = request.POST.get("decision", "")
    programmes = open_programmes(on=timezone.localdate(), for_actor=request.actor)
    opening = request.POST if decision == "open" else None
    form = OpenSupportForm(opening, programmes=programmes)
    decline_form = DeclineForm(request.POST if decision == "decline" else None)
    if form.is_bound and form.is_valid():
        return _open(request, referral, form)
    if decline_form.is_bound and decline_form.is_valid():
        return _decline(request, referral, decline_form)
    context = {
        "referral": referral,
        "programmes": programmes,
        "form": form,
        "decline_form": decline_form,
    }
    status = 422 if form.errors or decline_form.errors else 200
    return render(request, "assistance/referral.html", context, status=status)


def _open(request: Request, referral: Referral, form: OpenSupportForm) -> HttpResponse:
    plan = open_support(
        referral=referral,
        programme=form.chosen_programme,
        family_member_count=form.cleaned_data["family_member_count"],
        is_unaccompanied_child=form.cleaned_data["is_unaccompanied_child"],
        actor=request.actor,
        at=timezone.now(),
        effective_on=timezone.localdate(),
    )
    messages.success(request, _("Support is open. Next: the screening."))
    return redirect("casework:case", uuid=plan.case.uuid)


def _decline(request: Request, referral: Referral, form: DeclineForm) -> HttpResponse:
    decline_referral(
        referral=referral,
        reason=form.cleaned_data["reason"],
        actor=request.actor,
        at=timezone.now(),
    )
    messages.success(request, _("The referral is closed."))
    return redirect("assistance:referrals")
