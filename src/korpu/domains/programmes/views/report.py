"""What the record of a project tells today, for the office: a report before it is a report."""

from datetime import date
from typing import Any

from django import forms
from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from korpu.domains.programmes.documents import document_of, printed
from korpu.domains.programmes.selectors import project_of
from korpu.domains.programmes.selectors.report import ShownReport, donor_report
from korpu.domains.programmes.services.reports import TEMPLATE
from korpu.domains.programmes.views.frame import frame
from korpu.foundations.accounts.api import Request, needs
from korpu.foundations.audit.api import record_export
from korpu.foundations.ui import pdf
from korpu.foundations.ui.forms import DateField, FilterForm
from korpu.kernel.texts import active_language

HISTORY = "programmes.history.read"


class ReportForm(FilterForm):
    """Which days the report covers."""

    first = DateField(label=gettext_lazy("From"))
    last = DateField(label=gettext_lazy("To, this day included"))

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or {}
        first, last = cleaned.get("first"), cleaned.get("last")
        if first and last and last < first:
            raise forms.ValidationError({"last": _("The last day cannot be before the first day.")})
        return cleaned


@needs(HISTORY)
def report(request: Request, code: str) -> HttpResponse:
    """Figures of the chosen days as the donors may read them, each leading to its source."""
    project = project_of(code, for_actor=request.actor)
    request.actor.check(HISTORY, compartment_id=project.compartment_id)
    form = ReportForm(request.GET)
    document = document_of(_made(request, code, form))
    context = frame(request, project, "report") | {"form": form, "document": document}
    context["query"] = request.GET.urlencode()
    status = 200 if form.is_valid() else 422
    return render(request, "programmes/report.html", context, status=status)


@needs(HISTORY)
def report_pdf(request: Request, code: str) -> HttpResponse:
    """The same as PDF/UA, marked as no edition; the download is noted."""
    made = _made(request, code, ReportForm(request.GET))
    request.actor.check(HISTORY, compartment_id=made.project.compartment_id)
    record_export(
        actor=request.actor, object_type="programmes.report", object_uuid=made.project.uuid
    )
    site = request.build_absolute_uri("/").rstrip("/")
    data = printed(document_of(made), site, _("Working copy: not issued to anybody."))
    content = pdf.render(TEMPLATE, data, active_language(), at=timezone.now())
    response = HttpResponse(content, content_type="application/pdf")
    response["Content-Disposition"] = f'attachment; filename="{code}-report.pdf"'
    response["Cache-Control"] = "private, no-store"
    return response


def _made(request: Request, code: str, form: ReportForm) -> ShownReport:
    days = form.cleaned_data if form.is_valid() else {}
    first: date | None = days.get("first")
    last: date | None = days.get("last")
    today = timezone.localdate()
    return donor_report(code, first=first, last=last, on=today, for_actor=request.actor)
