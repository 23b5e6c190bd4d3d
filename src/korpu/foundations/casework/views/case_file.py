"""Taking a case out whole."""

from uuid import UUID

from django.http import FileResponse, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from korpu.foundations.accounts.api import Request, needs
from korpu.foundations.casework.case_file import Asked, day_of
from korpu.foundations.casework.forms_desk import CaseFileForm
from korpu.foundations.casework.models import Case
from korpu.foundations.casework.selectors.case_file import EXPORT, case_file
from korpu.foundations.casework.selectors.cases import get_case
from korpu.kernel.errors import InvalidInput


@needs(EXPORT)
def export(request: Request, uuid: UUID) -> HttpResponseBase:
    """Ask for whom and why; on POST send the file."""
    case = get_case(uuid=uuid, for_actor=request.actor, purpose="export")
    request.actor.check(EXPORT, compartment_id=case.compartment_id)
    form = CaseFileForm(request.POST if request.method == "POST" else None)
    if not form.is_bound or not form.is_valid():
        return _ask(request, case, form)
    at, asked = timezone.now(), Asked(**form.cleaned_data)
    try:
        made = case_file(case=case, asked=asked, for_actor=request.actor, at=at)
    except InvalidInput as error:
        form.add_invalid_input(error)
        return _ask(request, case, form)
    name = f"{case.number}-{day_of(at)}.zip"
    return FileResponse(made, as_attachment=True, filename=name, content_type="application/zip")


def _ask(request: Request, case: Case, form: CaseFileForm) -> HttpResponse:
    context = {
        "form": form,
        "title": _("Take out the case %(number)s") % {"number": case.number},
        "submit_label": _("Download the file"),
        "back_url": reverse("casework:papers", args=[case.uuid]),
    }
    return render(request, "ui/form_page.html", context, status=422 if form.errors else 200)
