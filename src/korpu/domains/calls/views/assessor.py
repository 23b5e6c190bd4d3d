"""An assessor's pages: declare conflicts, read, score, lock."""

from uuid import UUID

from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from korpu.domains.calls.forms.staff import ConflictForm, SheetForm, sheet_initial
from korpu.domains.calls.selectors import assessing as selectors
from korpu.domains.calls.services import assessing as services
from korpu.domains.calls.views.pages import FormPage, answer, posted, press
from korpu.foundations.accounts.api import Request, needs
from korpu.foundations.files.api import download_response


@needs(selectors.SCORE)
@require_GET
def appointments(request: Request) -> HttpResponse:
    """Calls the reader assesses."""
    found = selectors.appointments(for_actor=request.actor)
    return render(request, "calls/assessor/appointments.html", {"appointments": found})


@needs(selectors.SCORE)
@require_GET
def to_score(request: Request, number: str) -> HttpResponse:
    """The applications to score in one call, or the declaration first."""
    assessor = selectors.appointment(number=number, for_actor=request.actor)
    if assessor.declared_at is None and assessor.call.status == "closed":
        return redirect("calls:declare", number=number)
    rows = selectors.to_score(assessor)
    context = {"assessor": assessor, "call": assessor.call, "rows": rows}
    return render(request, "calls/assessor/to_score.html", context)


@needs(selectors.SCORE)
def declare(request: Request, number: str) -> HttpResponse:
    """Declare conflicts of interest; before it only names are shown."""
    assessor = selectors.appointment(number=number, for_actor=request.actor)
    form = ConflictForm(posted(request), applicants=selectors.applicants(assessor))
    page = FormPage(
        _("Conflicts of interest"),
        _("Declare"),
        _("Declared. You see the applications without a conflict."),
        reverse("calls:to_score", args=[number]),
        _("You neither see nor score an application with which you have a conflict."),
    )
    return answer(
        request,
        form,
        page,
        lambda: services.declare_conflicts(
            assessor=assessor,
            conflicts=form.conflicts(),
            actor=request.actor,
            at=timezone.now(),
        ),
    )


@needs(selectors.SCORE)
def sheet(request: Request, uuid: UUID) -> HttpResponse:
    """Read one application and score it; nobody else sees the sheet before all are locked."""
    file = selectors.sheet_file(uuid=uuid, for_actor=request.actor)
    version = file.sheet.version if file.sheet else 0
    comment = file.sheet.comment if file.sheet else ""
    form = SheetForm(
        posted(request),
        criteria=file.criteria,
        initial=sheet_initial(file.scores, comment, version),
    )
    page = FormPage(
        _("Score the application"),
        _("Save"),
        _("Saved. Lock the sheet when you are sure."),
        reverse("calls:sheet", args=[uuid]),
        template="calls/assessor/sheet.html",
    )

    def perform() -> None:
        services.save_sheet(
            application=file.application,
            points=form.points(),
            comment=form.cleaned_data["comment"],
            expected_version=form.cleaned_data["version"],
            actor=request.actor,
            at=timezone.now(),
        )

    return answer(request, form, page, perform, version=version, file=file)


@needs(selectors.SCORE)
@require_POST
def lock(request: Request, uuid: UUID) -> HttpResponse:
    """Finish the own sheet for good."""
    application = selectors.find_assessed(uuid=uuid, for_actor=request.actor)
    return press(
        request,
        lambda: services.lock_sheet(
            application=application, actor=request.actor, at=timezone.now()
        ),
        said=_("The sheet is locked."),
        back=reverse("calls:sheet", args=[uuid]),
    )


@needs(selectors.SCORE)
@require_GET
def document(request: Request, uuid: UUID) -> HttpResponseBase:
    """Download a file of an application; the reading is recorded."""
    return download_response(selectors.assessed_document(uuid=uuid, for_actor=request.actor).file)
