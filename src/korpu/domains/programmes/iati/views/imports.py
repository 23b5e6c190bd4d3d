"""Bringing in a file: upload, preview, agreement, report."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from korpu.domains.programmes.iati.forms import ImportForm
from korpu.domains.programmes.iati.importing.planning import ACTIONS, plan_import
from korpu.domains.programmes.iati.models.imported import ImportMode
from korpu.domains.programmes.iati.selectors import find_import, offices_with_projects
from korpu.domains.programmes.iati.services.importing import apply_import, keep_import
from korpu.foundations.accounts.api import Request, needs
from korpu.foundations.codelists import api as codelists
from korpu.kernel.errors import InvalidInput
from korpu.kernel.texts import active_language

MOST_UNITS = 1000


@needs("programmes.project.edit")
def new(request: Request) -> HttpResponse:
    """Choose a file and what it may do."""
    sent = request.method == "POST"
    form = ImportForm(
        request.POST if sent else None,
        request.FILES if sent else None,
        offices=offices_with_projects(for_actor=request.actor),
    )
    if sent and form.is_valid():
        try:
            kept = keep_import(
                content=form.cleaned_data["file"].read(),
                name=form.cleaned_data["file"].name,
                mode=ImportMode(form.cleaned_data["mode"]),
                compartment_id=int(form.cleaned_data["office"]),
                actor=request.actor,
                at=timezone.now(),
            )
        except InvalidInput as refused:
            form.add_invalid_input(refused)
        else:
            return redirect("programmes_iati:import", kept.uuid)
    status = 422 if form.errors else 200
    return render(request, "programmes/iati/new_import.html", {"form": form}, status=status)


@needs("programmes.project.edit")
def preview(request: Request, uuid: UUID) -> HttpResponse:
    """What the file would do, or what it did."""
    imported = find_import(uuid, for_actor=request.actor)
    at, refused = timezone.now(), None
    if request.method == "POST":
        try:
            seen = request.POST.get("seen", "")
            units = [request.POST.get(f"unit-{place}", "") for place in range(MOST_UNITS)]
            apply_import(imported=imported, seen=seen, units=units, actor=request.actor, at=at)
        except InvalidInput as error:
            refused = error
        else:
            messages.success(request, _("The file is applied; the report stands below."))
            return redirect("programmes_iati:import", uuid)
    if imported.applied_at is not None:
        context = {"imported": imported, "actions": ACTIONS}
        return render(request, "programmes/iati/report.html", context)
    mode = ImportMode(imported.mode)
    plan = plan_import(bytes(imported.content), mode, for_actor=request.actor, at=at)
    context = {"imported": imported, "plan": plan, "actions": ACTIONS, "refused": refused}
    today, language = timezone.localdate(at), active_language()
    context |= {
        "units": codelists.choices("indicator-units", on=today, language=language),
        "faults": dict(refused.fields) if refused else {},
        "chosen": request.POST,
    }
    status = 422 if refused else 200
    return render(request, "programmes/iati/preview.html", context, status=status)
