"""A project out and in as a workbook."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from korpu.domains.programmes.forms.workbook import WorkbookForm
from korpu.domains.programmes.models import Project, Workbook
from korpu.domains.programmes.selectors import project_of
from korpu.domains.programmes.selectors.keeping import get_workbook, workbooks_of
from korpu.domains.programmes.services.workbooks import (
    apply_workbook,
    counts,
    hand_in,
    try_workbook,
)
from korpu.domains.programmes.views.frame import frame
from korpu.domains.programmes.workbooks.writing import workbook_of
from korpu.foundations.accounts.api import Request, needs
from korpu.foundations.audit.api import record_export
from korpu.foundations.files.api import LARGEST_WORKBOOK
from korpu.kernel.errors import InvalidInput

USE = "programmes.workbook.use"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@needs(USE)
def workbook(request: Request, code: str) -> HttpResponse:
    """Take the project out, hand a workbook in."""
    project = project_of(code, for_actor=request.actor)
    request.actor.check(USE, compartment_id=project.compartment_id)
    is_sent = request.method == "POST"
    form = WorkbookForm(request.POST, request.FILES) if is_sent else WorkbookForm()
    if is_sent and form.is_valid() and (made := _handed_in(request, project, form)):
        return redirect("programmes:workbook_preview", code=code, uuid=made.uuid)
    earlier = workbooks_of(project, for_actor=request.actor)
    context = frame(request, project, "workbook") | {"form": form, "earlier": earlier}
    status = 422 if form.errors else 200
    return render(request, "programmes/workbook.html", context, status=status)


def _handed_in(request: Request, project: Project, form: WorkbookForm) -> Workbook | None:
    upload = form.cleaned_data["file"]
    try:
        return hand_in(
            project=project,
            name=upload.name,
            content=upload.read(LARGEST_WORKBOOK + 1),
            mode=form.cleaned_data["mode"],
            actor=request.actor,
            at=timezone.now(),
        )
    except InvalidInput as error:
        form.add_invalid_input(error)
        return None


@needs(USE)
def preview(request: Request, code: str, uuid: UUID) -> HttpResponse:
    """What every row would do; a POST applies all of them or none."""
    project = project_of(code, for_actor=request.actor)
    handed_in = get_workbook(project, uuid, for_actor=request.actor)
    if request.method == "POST":
        done = apply_workbook(workbook=handed_in, actor=request.actor, at=timezone.now())
        said = _("Applied: %(added)s added, %(updated)s updated, %(unchanged)s unchanged.")
        messages.success(request, said % counts(done))
        return redirect("programmes:history", code=code)
    applied = handed_in.applied_at is not None
    at = timezone.now()
    reports = [] if applied else try_workbook(workbook=handed_in, actor=request.actor, at=at)
    context = frame(request, project, "workbook") | {"workbook": handed_in, "reports": reports}
    context |= {"counts": counts(reports), "has_faults": any(one.faults for one in reports)}
    return render(request, "programmes/workbook_preview.html", context)


@needs(USE)
def download(request: Request, code: str) -> HttpResponse:
    """The project in the one template; the download is noted."""
    project = project_of(code, for_actor=request.actor)
    request.actor.check(USE, compartment_id=project.compartment_id)
    record_export(actor=request.actor, object_type="programmes.workbook", object_uuid=project.uuid)
    response = HttpResponse(workbook_of(project), content_type=XLSX)
    response["Content-Disposition"] = f'attachment; filename="{project.code}.xlsx"'
    response["Cache-Control"] = "private, no-store"
    return response
