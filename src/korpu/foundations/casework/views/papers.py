"""Files and letters of a case."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from korpu.foundations.accounts.api import Request, needs, signed_in
from korpu.foundations.casework.forms import AttachForm
from korpu.foundations.casework.forms_desk import ReturnForm
from korpu.foundations.casework.models import Case
from korpu.foundations.casework.selectors import filed as selectors
from korpu.foundations.casework.selectors.case_file import EXPORT
from korpu.foundations.casework.selectors.cases import find_case
from korpu.foundations.casework.selectors.decisions import decisions_without_letter
from korpu.foundations.casework.services.downloads import take_file
from korpu.foundations.casework.services.filing import attach_uploads
from korpu.foundations.casework.services.letters import return_letter, send_letter
from korpu.foundations.casework.views.common import case_page, read_case
from korpu.foundations.files.api import download_response
from korpu.kernel.errors import InvalidInput


@signed_in
def show(request: Request, uuid: UUID) -> HttpResponse:
    return _page(request, read_case(request, uuid), AttachForm())


def _page(request: Request, case: Case, form: AttachForm) -> HttpResponse:
    context = {
        "files": selectors.files_of(case=case, for_actor=request.actor),
        "letters": selectors.letters_of(case=case, for_actor=request.actor, at=timezone.now()),
        "decisions": decisions_without_letter(case=case, for_actor=request.actor),
        "form": form,
        "may_attach": request.actor.may("casework.file.attach"),
        "may_export": request.actor.may(EXPORT, compartment_id=case.compartment_id),
        "may_send": request.actor.may("casework.letter.send"),
    }
    return case_page(request, case, "papers", context, status=422 if form.errors else 200)


@require_POST
@needs("casework.file.attach")
def attach(request: Request, uuid: UUID) -> HttpResponse:
    case = find_case(uuid=uuid, for_actor=request.actor)
    form = AttachForm(request.POST, request.FILES)
    if not form.is_valid():
        return _page(request, case, form)
    try:
        attach_uploads(
            case=case,
            uploads=form.cleaned_data["uploads"],
            title=form.cleaned_data["title"],
            actor=request.actor,
            at=timezone.now(),
        )
    except InvalidInput as error:
        for sentence in error.fields.values():
            form.add_error("uploads", str(sentence))
        return _page(request, case, form)
    messages.success(request, _("The files are on the case."))
    return redirect("casework:papers", uuid=uuid)


@signed_in
def download(request: Request, uuid: UUID, file: UUID) -> HttpResponseBase:
    case = read_case(request, uuid)
    filed = selectors.filed_in(case=case, uuid=file, for_actor=request.actor)
    taken = take_file(case=case, filed=filed, actor=request.actor, at=timezone.now())
    return download_response(taken)


@needs("casework.letter.send")
def returned(request: Request, uuid: UUID, letter: UUID) -> HttpResponse:
    """Note that a letter came back undelivered."""
    case = find_case(uuid=uuid, for_actor=request.actor)
    found = selectors.get_letter(case=case, uuid=letter, for_actor=request.actor)
    form = ReturnForm(request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid():
        try:
            return_letter(letter=found, **form.cleaned_data, actor=request.actor, at=timezone.now())
        except InvalidInput as error:
            form.add_invalid_input(error)
        else:
            messages.success(request, _("It is noted that the letter came back."))
            return redirect("casework:papers", uuid=uuid)
    context = {
        "form": form,
        "title": _("Letter %(number)s came back") % {"number": found.number},
        "submit_label": _("Note it"),
        "back_url": reverse("casework:papers", args=[uuid]),
    }
    return render(request, "ui/form_page.html", context, status=422 if form.errors else 200)


@require_POST
@needs("casework.letter.send")
def send(request: Request, uuid: UUID, letter: UUID) -> HttpResponse:
    case = find_case(uuid=uuid, for_actor=request.actor)
    found = selectors.get_letter(case=case, uuid=letter, for_actor=request.actor)
    send_letter(letter=found, actor=request.actor, at=timezone.now())
    messages.success(request, _("The letter is sent."))
    return redirect("casework:papers", uuid=uuid)
