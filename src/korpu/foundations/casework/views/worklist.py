"""The worklist: reading it, assigning from it, taking it out as a file."""

import csv
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from korpu.foundations.accounts.api import Request, needs
from korpu.foundations.audit.api import record_export
from korpu.foundations.casework.received import Received, follows, tell_received
from korpu.foundations.casework.selectors.lists import list_file, list_page
from korpu.foundations.casework.selectors.people import colleague
from korpu.foundations.casework.selectors.saved import default_list, href_of
from korpu.foundations.casework.selectors.worklist import picked
from korpu.foundations.casework.services.handing_over import assign_cases
from korpu.kernel.errors import InvalidInput


@needs("casework.worklist.read")
def show(request: Request) -> HttpResponse:
    """The list asked for; opened plainly, the one the reader wants first."""
    if not request.GET:
        saved = default_list(for_actor=request.actor)
        if saved is not None and saved.query:
            return redirect(href_of(saved))
    page = list_page(query=request.GET, for_actor=request.actor, on=timezone.localdate())
    theirs = [case for case in page.found.cases if follows(case, request.actor)]
    tell_received(Received(theirs, request.actor, timezone.now(), in_list=True))
    return render(request, "casework/worklist.html", {"page": page})


@require_POST
@needs("casework.case.assign")
def assign(request: Request) -> HttpResponse:
    """Give the ticked cases to the chosen colleague, all or none."""
    back = redirect(f"{reverse('casework:worklist')}?{_back(request)}")
    cases = picked(uuids=_uuids(request), for_actor=request.actor)
    if not cases:
        messages.error(request, _("Tick at least one case."))
        return back
    try:
        user = colleague(case=cases[0], key=request.POST.get("user", ""))
        handover = assign_cases(cases=cases, user=user, actor=request.actor, at=timezone.now())
    except InvalidInput as error:
        messages.error(request, " ".join(str(text) for text in error.fields.values()))
        return back
    count = len(cases)
    done = ngettext("%(count)d case is assigned.", "%(count)d cases are assigned.", count)
    link = reverse("casework:handover", args=[handover.uuid])
    undo = format_html(' <a class="govuk-link" href="{}">{}</a>', link, _("See it or undo it"))
    messages.success(request, format_html("{}{}", done % {"count": count}, undo))
    return back


@needs("casework.worklist.export")
def export(request: Request) -> HttpResponse:
    """The list as filtered, at most a thousand cases, as CSV with a byte-order mark."""
    table = list_file(query=request.GET, for_actor=request.actor, on=timezone.localdate())
    record_export(
        actor=request.actor, object_type="casework.worklist", detail=request.GET.urlencode()[:500]
    )
    response = HttpResponse(content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = 'attachment; filename="worklist.csv"'
    response.write("\N{BYTE ORDER MARK}")
    csv.writer(response).writerows(table)
    return response


def _back(request: Request) -> str:
    return QueryDict(request.POST.get("back", "")).urlencode()


def _uuids(request: Request) -> list[UUID]:
    found = []
    for text in request.POST.getlist("case"):
        try:
            found.append(UUID(text))
        except ValueError:
            continue
    return found
