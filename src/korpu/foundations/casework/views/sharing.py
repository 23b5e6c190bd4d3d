"""Opening a case to somebody else by hand, and shutting it again."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from korpu.foundations.accounts.api import Request, needs
from korpu.foundations.casework.forms_desk import ShareForm
from korpu.foundations.casework.models import Case
from korpu.foundations.casework.selectors.cases import find_case
from korpu.foundations.casework.selectors.sharing import (
    get_share,
    people_to_share_with,
    places_to_share_with,
)
from korpu.foundations.casework.services.shares import end_share, share_by_hand
from korpu.kernel.errors import InvalidInput


@needs("casework.case.share")
def share(request: Request, uuid: UUID) -> HttpResponse:
    """Say with whom, why and until when."""
    case = find_case(uuid=uuid, for_actor=request.actor)
    request.actor.check("casework.case.share", compartment_id=case.compartment_id)
    form = ShareForm(
        request.POST if request.method == "POST" else None,
        places=places_to_share_with(case=case, for_actor=request.actor),
        people=people_to_share_with(case=case, for_actor=request.actor),
    )
    if form.is_bound and form.is_valid():
        try:
            _share(request, case, form)
        except InvalidInput as error:
            form.add_invalid_input(error)
        else:
            messages.success(request, _("The case is shared."))
            return redirect("casework:work", uuid=uuid)
    context = {
        "form": form,
        "title": _("Share case %(number)s") % {"number": case.number},
        "intro": _(
            "They see the case, its shared acts, notes and files, and the basic facts of the "
            "people in it. It ends by itself after the last day, and every reading is recorded."
        ),
        "submit_label": _("Share"),
        "back_url": reverse("casework:work", args=[uuid]),
    }
    return render(request, "ui/form_page.html", context, status=422 if form.errors else 200)


def _share(request: Request, case: Case, form: ShareForm) -> None:
    given = form.cleaned_data
    share_by_hand(
        case=case,
        compartment_id=int(given["compartment"]) if given["compartment"] else None,
        user_id=int(given["user"]) if given["user"] else None,
        purpose=given["purpose"],
        valid_from=given["valid_from"],
        valid_until=given["valid_until"],
        actor=request.actor,
        at=timezone.now(),
    )


@require_POST
@needs("casework.case.share")
def unshare(request: Request, uuid: UUID, share: UUID) -> HttpResponse:
    case = find_case(uuid=uuid, for_actor=request.actor)
    request.actor.check("casework.case.share", compartment_id=case.compartment_id)
    found = get_share(case=case, uuid=share, for_actor=request.actor)
    end_share(share=found, actor=request.actor, at=timezone.now())
    messages.success(request, _("The share has ended."))
    return redirect("casework:work", uuid=uuid)
