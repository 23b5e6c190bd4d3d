"""Reports to the donors: on the way, and the editions they read."""

from datetime import date
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from korpu.domains.programmes.documents import fingerprint
from korpu.domains.programmes.enums import ReportSection
from korpu.domains.programmes.forms.reports import BeginReportForm, NarrativeForm
from korpu.domains.programmes.models import Report
from korpu.domains.programmes.selectors import project_of
from korpu.domains.programmes.selectors.editions import (
    NO_REPORT,
    documents_now,
    editions_of,
    file_of,
    get_edition,
    get_narrative,
    get_report,
    later_edition,
    reports_of,
    words_of,
)
from korpu.domains.programmes.services.reports import (
    begin_report,
    issue_report,
    review_narrative,
    write_narratives,
)
from korpu.domains.programmes.views.frame import frame
from korpu.foundations.accounts.api import Request, needs
from korpu.foundations.audit.api import record_export
from korpu.kernel.errors import Conflict, InvalidInput, NotFound
from korpu.kernel.texts import LANGUAGES, active_language

READ, EDIT = "programmes.project.read", "programmes.project.edit"
HISTORY, APPROVE = "programmes.history.read", "programmes.approval.decide"


@needs(READ)
def reports(request: Request, code: str) -> HttpResponse:
    """Editions, newest first; for the office the reports on the way."""
    return _list(request, code, BeginReportForm())


@needs(EDIT)
@require_POST
def begin(request: Request, code: str) -> HttpResponse:
    """Begin a report on some days."""
    project = project_of(code, for_actor=request.actor)
    form = BeginReportForm(request.POST)
    if form.is_valid():
        first: date | None = form.cleaned_data["first"]
        last: date | None = form.cleaned_data["last"]
        try:
            made = begin_report(
                project=project, first=first, last=last, actor=request.actor, at=timezone.now()
            )
        except InvalidInput as error:
            form.add_invalid_input(error)
        else:
            return redirect("programmes:draft_report", code=code, uuid=made.uuid)
    return _list(request, code, form)


@needs(HISTORY)
def draft(request: Request, code: str, uuid: UUID) -> HttpResponse:
    """A report as it would be issued now: its words by language, its figures, who reviewed."""
    project = project_of(code, for_actor=request.actor)
    report = get_report(project, uuid, for_actor=request.actor)
    documents = documents_now(report, on=timezone.localdate(), for_actor=request.actor)
    context = frame(request, project, "report") | {
        "report": report,
        "document": documents[active_language()],
        "seen": fingerprint(documents),
        "words": {one.section.value: one for one in words_of(report, for_actor=request.actor)},
        "editions": list(report.editions.defer("content")[:50]),
    }
    return render(request, "programmes/report_draft.html", context)


@needs(EDIT)
def narrative(request: Request, code: str, uuid: UUID, section: str) -> HttpResponse:
    """Write the words of a section in three languages; both versions where somebody was faster."""
    project = project_of(code, for_actor=request.actor)
    report = get_report(project, uuid, for_actor=request.actor)
    words = {one.section.value: one for one in words_of(report, for_actor=request.actor)}
    if section not in words:
        raise NotFound(NO_REPORT)
    form = NarrativeForm(request.POST or None, words=words[section])
    context = frame(request, project, "report") | {"report": report, "form": form}
    context["section"] = words[section]
    status = 422 if form.errors else 200
    if request.method == "POST" and form.is_valid():
        try:
            _write(request, report, ReportSection(section), form)
        except Conflict as conflict:
            context["conflict"], status = conflict, 409
        else:
            messages.success(request, _("Saved. What changed is a draft until it is reviewed."))
            return redirect("programmes:draft_report", code=code, uuid=uuid)
    return render(request, "programmes/report_words.html", context, status=status)


@needs(APPROVE)
@require_POST
def review(request: Request, code: str, uuid: UUID, words: UUID) -> HttpResponse:
    """Vouch for the words of a section in one language."""
    project = project_of(code, for_actor=request.actor)
    report = get_report(project, uuid, for_actor=request.actor)
    text = get_narrative(report, words, for_actor=request.actor)
    revision = _revision(request.POST.get("revision", ""))
    review_narrative(narrative=text, revision=revision, actor=request.actor, at=timezone.now())
    messages.success(request, _("Reviewed."))
    return redirect("programmes:draft_report", code=code, uuid=uuid)


@needs(APPROVE)
@require_POST
def issue(request: Request, code: str, uuid: UUID) -> HttpResponse:
    """Fix the report in an edition the donors read."""
    project = project_of(code, for_actor=request.actor)
    report = get_report(project, uuid, for_actor=request.actor)
    edition = issue_report(
        report=report,
        seen=request.POST.get("seen", ""),
        site=request.build_absolute_uri("/").rstrip("/"),
        actor=request.actor,
        at=timezone.now(),
    )
    messages.success(request, _("Issued. The donors read this edition now."))
    return redirect("programmes:edition", code=code, number=edition.number)


@needs(READ)
def edition(request: Request, code: str, number: int) -> HttpResponse:
    """An issued report, each figure leading to its source for those who may open it."""
    project = project_of(code, for_actor=request.actor)
    found = get_edition(project, number, for_actor=request.actor)
    context = frame(request, project, "report") | {
        "edition": found,
        "document": found.content[active_language()],
        "later": later_edition(found, for_actor=request.actor),
        "languages": LANGUAGES,
    }
    return render(request, "programmes/edition.html", context)


@needs(READ)
def edition_pdf(request: Request, code: str, number: int, language: str) -> HttpResponse:
    """An edition as the tagged PDF that was made when it was issued; the download is noted."""
    project = project_of(code, for_actor=request.actor)
    found = get_edition(project, number, for_actor=request.actor)
    file = file_of(found, language, for_actor=request.actor)
    record_export(actor=request.actor, object_type="programmes.report", object_uuid=found.uuid)
    response = HttpResponse(bytes(file.content), content_type="application/pdf")
    name = f"{code}-report-{number}-{language}.pdf"
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    response["Cache-Control"] = "private, no-store"
    return response


def _list(request: Request, code: str, form: BeginReportForm) -> HttpResponse:
    project = project_of(code, for_actor=request.actor)
    context = frame(request, project, "report") | {
        "form": form,
        "editions": editions_of(project, for_actor=request.actor),
        "reports": reports_of(project, for_actor=request.actor),
    }
    status = 422 if form.errors else 200
    return render(request, "programmes/reports.html", context, status=status)


def _write(request: Request, report: Report, section: ReportSection, form: NarrativeForm) -> None:
    write_narratives(
        report=report,
        section=section,
        texts=form.texts(),
        revisions={one: _revision(request.POST.get(f"revision_{one}", "")) for one in LANGUAGES},
        actor=request.actor,
        at=timezone.now(),
    )


def _revision(given: str) -> int:
    """The revision the page was made from; a missing or broken one is an old one."""
    return int(given) if given.isdecimal() and len(given) < 10 else -1  # noqa: PLR2004  fits the column
