"""The application beside the persons it may be about."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from korpu.domains.readmission.permissions import CHECK_IDENTITY
from korpu.domains.readmission.selectors.identity import identity_page
from korpu.domains.readmission.services import identity as services
from korpu.foundations.accounts.api import Request, needs
from korpu.foundations.casework.api import get_case
from korpu.foundations.persons.api import get_candidate, get_receipt


@needs(CHECK_IDENTITY)
@require_safe
def show(request: Request, uuid: UUID) -> HttpResponse:
    """What the application states, and whom the last search showed."""
    case = get_case(uuid=uuid, for_actor=request.actor, purpose="identity")
    page = identity_page(case=case, searched=request.GET.get("searched"), for_actor=request.actor)
    return render(request, "readmission/identity.html", {"case": case, "page": page})


@needs(CHECK_IDENTITY)
@require_POST
def search(request: Request, uuid: UUID) -> HttpResponse:
    """Search for the person the application describes."""
    case = get_case(uuid=uuid, for_actor=request.actor, purpose="identity")
    found = services.search_for_subject(case=case, actor=request.actor, at=timezone.now())
    return _shown(uuid, found.receipt.uuid)


@needs(CHECK_IDENTITY)
@require_POST
def link(request: Request, uuid: UUID) -> HttpResponse:
    """Link the application to one of the persons the search showed."""
    case = get_case(uuid=uuid, for_actor=request.actor, purpose="identity")
    receipt = get_receipt(uuid=_uuid(request, "searched"), for_actor=request.actor)
    person = get_candidate(uuid=_uuid(request, "person"), searched=receipt, for_actor=request.actor)
    services.link_person(case=case, person=person, actor=request.actor, at=timezone.now())
    messages.success(request, _("The application is linked to the person."))
    return _shown(uuid, receipt.uuid)


@needs(CHECK_IDENTITY)
@require_POST
def register(request: Request, uuid: UUID) -> HttpResponse:
    """Register the person as the application states them."""
    case = get_case(uuid=uuid, for_actor=request.actor, purpose="identity")
    receipt = get_receipt(uuid=_uuid(request, "searched"), for_actor=request.actor)
    services.register_subject(case=case, searched=receipt, actor=request.actor, at=timezone.now())
    messages.success(request, _("The person has been registered and linked."))
    return _shown(uuid, receipt.uuid)


def _uuid(request: Request, name: str) -> UUID:
    """An identifier of a form of ours; anything else is as good as one that does not exist."""
    try:
        return UUID(request.POST.get(name, ""))
    except ValueError:
        return UUID(int=0)


def _shown(uuid: UUID, searched: UUID) -> HttpResponse:
    return redirect(f"{reverse('readmission:identity', args=[uuid])}?searched={searched}")
