"""A hand-over: what it moved, and undoing it."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from korpu.foundations.accounts.api import Request, needs
from korpu.foundations.casework.selectors.handovers import get_handover, shown
from korpu.foundations.casework.services.handing_over import undo_handover


@needs("casework.case.assign")
def show(request: Request, uuid: UUID) -> HttpResponse:
    found = get_handover(uuid=uuid, for_actor=request.actor)
    context = {"shown": shown(handover=found, for_actor=request.actor)}
    return render(request, "casework/handover.html", context)


@require_POST
@needs("casework.case.assign")
def undo(request: Request, uuid: UUID) -> HttpResponse:
    found = get_handover(uuid=uuid, for_actor=request.actor)
    count = undo_handover(handover=found, actor=request.actor, at=timezone.now())
    said = ngettext("%(count)d case was given back.", "%(count)d cases were given back.", count)
    messages.success(request, said % {"count": count})
    return redirect("casework:handover", uuid=uuid)
