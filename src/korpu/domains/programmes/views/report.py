"""The donor's report on screen and as a tagged PDF."""

from datetime import date
from pathlib import Path
from typing import Any

from django import forms
from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from korpu.domains.programmes.selectors import project_of
from korpu.domains.programmes.selectors.report import Cell, Report, donor_report
from korpu.domains.programmes.views.frame import frame
from korpu.foundations.accounts.api import Request, needs
from korpu.foundations.audit.api import record_export
from korpu.foundations.ui import pdf
from korpu.foundations.ui.formats import short_date
from korpu.foundations.ui.forms import DateField, FilterForm
from korpu.kernel.texts import active_language

TEMPLATE = Path(__file__).parents[1] / "typst" / "report.typ"


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


@needs("programmes.project.read")
def report(request: Request, code: str) -> HttpResponse:
    """Words and figures of the chosen days, each figure leading to its source."""
    project = project_of(code, for_actor=request.actor)
    form = ReportForm(request.GET)
    made = _made(request, code, form)
    context = frame(request, project, "report") | {"form": form, "report": made}
    context["query"] = request.GET.urlencode()
    status = 200 if form.is_valid() else 422
    return render(request, "programmes/report.html", context, status=status)


@needs("programmes.project.read")
def report_pdf(request: Request, code: str) -> HttpResponse:
    """The same report as PDF/UA; the download is noted."""
    made = _made(request, code, ReportForm(request.GET))
    record_export(
        actor=request.actor, object_type="programmes.report", object_uuid=made.project.uuid
    )
    data = _document(made, request.build_absolute_uri("/").rstrip("/"))
    content = pdf.render(TEMPLATE, data, active_language(), at=timezone.now())
    response = HttpResponse(content, content_type="application/pdf")
    response["Content-Disposition"] = f'attachment; filename="{code}-report.pdf"'
    response["Cache-Control"] = "private, no-store"
    return response


def _made(request: Request, code: str, form: ReportForm) -> Report:
    days = form.cleaned_data if form.is_valid() else {}
    first: date | None = days.get("first")
    last: date | None = days.get("last")
    today = timezone.localdate()
    return donor_report(code, first=first, last=last, on=today, for_actor=request.actor)


def _document(made: Report, site: str) -> dict[str, Any]:
    sections = [
        {
            "heading": one.heading,
            "paragraphs": one.paragraphs,
            "items": one.items,
            "tables": [
                {
                    "caption": table.caption,
                    "head": table.head,
                    "rows": [[_cell(cell, site) for cell in row] for row in table.rows],
                }
                for table in one.tables
            ],
        }
        for one in made.sections
    ]
    references = [
        {"number": one.number, "words": one.words, "href": site + one.href, "path": one.href}
        for one in made.references
    ]
    return {
        "title": f"{made.project.acronym}: {made.project.title}",
        "acronym": made.project.acronym,
        "author": str(made.project.compartment.office.organisation.title),
        "period": period_words(made),
        "sections": sections,
        "sources_heading": _("Sources of the figures"),
        "references": references,
    }


def _cell(cell: Cell, site: str) -> dict[str, Any]:
    at = cell.reference
    return {
        "text": cell.text,
        "number": at.number if at else None,
        "href": site + at.href if at else "",
    }


def period_words(made: Report) -> str:
    """The report's days in words."""
    if made.first is None and made.last is None:
        return _("The whole of the project")
    first = short_date(made.first) if made.first else "…"
    return f"{first} – {short_date(made.last) if made.last else '…'}"
