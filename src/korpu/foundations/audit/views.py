"""Auditors' pages."""

import tempfile
from typing import Any

from django.contrib import messages
from django.db import transaction
from django.http import FileResponse, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST
from procrastinate.exceptions import AlreadyEnqueued

from korpu.foundations.audit import selectors, tasks
from korpu.foundations.audit.bundle import write_bundle
from korpu.foundations.audit.chain import head, take_anchor
from korpu.foundations.audit.enums import EventKind
from korpu.foundations.audit.lists import EVENTS
from korpu.foundations.audit.recording import record_export
from korpu.foundations.audit.things import thing
from korpu.foundations.audit.words import changed_columns, what_happened
from korpu.kernel.access import needs


class Request(HttpRequest):
    """A request as the accounts room, which stands above this one, hands it on."""

    actor: Any


@needs("audit.event.read")
@require_GET
def events(request: Request) -> HttpResponse:
    """Search the trail."""
    asked = EVENTS.read(request.GET)
    table = asked.show(selectors.events(for_actor=request.actor, asked=asked))
    return render(request, "audit/events.html", {"table": table})


@needs("audit.event.read")
@require_GET
def event(request: Request, pk: int) -> HttpResponse:
    """One event, whole."""
    shown = selectors.event(pk=pk, for_actor=request.actor)
    context = {
        "shown": shown,
        "kind": EventKind(shown.event.kind).label,
        "thing": thing(shown.event.object_type),
        "sentence": what_happened(shown),
        "changes": changed_columns(shown.record),
        "seal_hash": bytes(shown.seal.hash).hex() if shown.seal else "",
    }
    return render(request, "audit/event.html", context)


@needs("audit.event.read")
@require_GET
def chain(request: Request) -> HttpResponse:
    """Where the chain stands."""
    context = {
        "status": selectors.chain_status(for_actor=request.actor),
        "words": what_happened,
        "may_verify": request.actor.may("audit.chain.verify"),
        "may_export": request.actor.may("audit.trail.export"),
    }
    return render(request, "audit/chain.html", context)


@needs("audit.chain.verify")
@require_POST
def verify(request: Request) -> HttpResponse:
    """Have the chain verified; the result appears in the list below the button."""
    try:
        with transaction.atomic():
            tasks.verify_chain.defer(ordered_by=request.actor.user_id)
    except AlreadyEnqueued:
        messages.info(request, _("A verification is already waiting."))
    else:
        messages.success(request, _("The verification has been ordered. Look again in a minute."))
    return HttpResponseRedirect(reverse("audit-chain"))


@needs("audit.trail.export")
@require_POST
def anchor(request: Request) -> HttpResponse:
    """The head of the chain as a text file, to be kept outside the system."""
    record_export(actor=request.actor, object_type="audit.trail", detail="anchor")
    take_anchor()
    response = HttpResponse(f"{head()}\n", content_type="text/plain; charset=utf-8")
    response.headers["Content-Disposition"] = 'attachment; filename="korpu-anchor.txt"'
    return response


@needs("audit.trail.export")
@require_POST
def bundle(request: Request) -> FileResponse:
    """The whole trail as a file a third party verifies without us."""
    record_export(actor=request.actor, object_type="audit.trail", detail="bundle")
    file = tempfile.TemporaryFile()  # noqa: SIM115 - the response closes it
    write_bundle(file, at=timezone.now())
    file.seek(0)
    return FileResponse(file, as_attachment=True, filename="korpu-audit.zip")
