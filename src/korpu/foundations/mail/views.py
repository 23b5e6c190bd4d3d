"""Administrators' pages of outgoing mail."""

from typing import Any
from uuid import UUID

from django.contrib import messages as banner
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from korpu.foundations.mail import selectors
from korpu.foundations.mail.enums import MessageState
from korpu.foundations.mail.lists import MESSAGES
from korpu.foundations.mail.services.queue import give_up, send_again
from korpu.kernel.access import needs


class Request(HttpRequest):
    """A request as the accounts room, which stands above this one, hands it on."""

    actor: Any


@needs("mail.message.read")
@require_GET
def messages(request: Request) -> HttpResponse:
    """Every message that has not been purged."""
    asked = MESSAGES.read(request.GET)
    table = asked.show(selectors.messages(for_actor=request.actor, asked=asked))
    return render(request, "mail/messages.html", {"table": table})


@needs("mail.message.read")
@require_GET
def message(request: Request, uuid: UUID) -> HttpResponse:
    """One message: what became of it, without its text."""
    found = selectors.message(uuid=uuid, for_actor=request.actor)
    is_open = found.state in {MessageState.WAITING, MessageState.FAILED}
    context = {
        "message": found,
        "may_act": is_open and request.actor.may("mail.message.resend"),
    }
    return render(request, "mail/message.html", context)


@needs("mail.message.resend")
@require_POST
def again(request: Request, uuid: UUID) -> HttpResponse:
    """Try it now."""
    found = selectors.message(uuid=uuid, for_actor=request.actor)
    send_again(message=found, actor=request.actor, at=timezone.now())
    banner.success(request, _("The e-mail is being sent again."))
    return HttpResponseRedirect(reverse("mail:message", args=[uuid]))


@needs("mail.message.resend")
@require_POST
def end(request: Request, uuid: UUID) -> HttpResponse:
    """Stop trying."""
    found = selectors.message(uuid=uuid, for_actor=request.actor)
    give_up(message=found, actor=request.actor, at=timezone.now())
    banner.success(request, _("The e-mail has been given up."))
    return HttpResponseRedirect(reverse("mail:message", args=[uuid]))
