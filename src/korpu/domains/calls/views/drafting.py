"""Pages on which a call is written, published and corrected."""

from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from korpu.domains.calls.forms import calls as forms
from korpu.domains.calls.lists import STAFF_CALLS
from korpu.domains.calls.projects import project_of
from korpu.domains.calls.selectors import staff as selectors
from korpu.domains.calls.selectors.public import announcement
from korpu.domains.calls.services import calls as services
from korpu.domains.calls.services.questions import answer_question
from korpu.domains.calls.views.frame import frame
from korpu.domains.calls.views.pages import FormPage, answer, posted, press
from korpu.foundations.accounts.api import Request, needs
from korpu.foundations.ui.tables import fetch_page
from korpu.kernel.texts import LANGUAGES

EDIT, PUBLISH = "calls.call.edit", "calls.call.publish"


def page_of(number: str) -> str:
    """The staff's page of a call."""
    return reverse("calls:call", args=[number])


@needs(selectors.READ_CALL)
@require_GET
def listing(request: Request) -> HttpResponse:
    """Calls of the reader's office."""
    asked = STAFF_CALLS.read(request.GET)
    calls = selectors.staff_calls(for_actor=request.actor, **asked.filters)
    context = {
        "table": asked.show(fetch_page(calls, asked, key="number")),
        "may_edit": request.actor.may(EDIT),
    }
    return render(request, "calls/staff/list.html", context)


@needs(EDIT)
def new(request: Request) -> HttpResponse:
    """Begin a draft."""
    projects = selectors.own_projects(for_actor=request.actor)
    form = forms.NewCallForm(posted(request), projects=projects)
    page = FormPage(
        _("Draft a call"),
        _("Save the draft"),
        _("The draft is saved. Next: posts, conditions, criteria and documents."),
        reverse("calls:calls"),
    )

    def perform() -> None:
        project = project_of(form.project_uuid)
        if project is None:
            raise Http404
        services.create_call(
            number=form.cleaned_data["number"],
            project_uuid=project.uuid,
            compartment=project.compartment,
            data=form.data_of_call(),
            actor=request.actor,
            at=timezone.now(),
        )

    return answer(request, form, page, perform)


@needs(selectors.READ_CALL)
@require_GET
def call(request: Request, number: str) -> HttpResponse:
    """The announcement with its parts, and what can be done with it now."""
    found = selectors.staff_call(number=number, for_actor=request.actor)
    context = {
        **frame(found, "call", request.actor),
        "view": announcement(found, at=timezone.now()),
        "missing": services.missing_to_publish(found, at=timezone.now()),
        "may_edit": request.actor.may(EDIT, compartment_id=found.compartment_id),
        "may_publish": request.actor.may(PUBLISH, compartment_id=found.compartment_id),
        "is_over": bool(found.closes_at and found.closes_at < timezone.now()),
    }
    return render(request, "calls/staff/call.html", context)


@needs(EDIT)
def edit(request: Request, number: str) -> HttpResponse:
    """Change a draft."""
    found = selectors.staff_call(number=number, for_actor=request.actor)
    form = forms.CallForm(posted(request), initial=forms.initial_of(found))
    page = FormPage(_("Change the draft"), _("Save"), _("Saved."), page_of(number))
    return answer(
        request,
        form,
        page,
        lambda: services.change_call(call=found, data=form.data_of_call(), actor=request.actor),
    )


@needs(EDIT)
def add_part(request: Request, number: str, kind: str) -> HttpResponse:
    """Add a post, condition, criterion or document to a draft."""
    found = selectors.staff_call(number=number, for_actor=request.actor)
    if kind not in forms.PART_FORMS:
        raise Http404
    form = forms.PART_FORMS[kind](posted(request))
    page = FormPage(forms.PART_TITLES[kind], _("Add"), _("Added."), page_of(number))
    return answer(
        request,
        form,
        page,
        lambda: services.add_part(
            call=found, kind=kind, values=form.cleaned_data, actor=request.actor
        ),
    )


@needs(EDIT)
@require_POST
def remove_part(request: Request, number: str, kind: str, pk: int) -> HttpResponse:
    """Take a part out of a draft."""
    found = selectors.staff_call(number=number, for_actor=request.actor)
    if kind not in forms.PART_FORMS:
        raise Http404
    return press(
        request,
        lambda: services.remove_part(call=found, kind=kind, pk=pk, actor=request.actor),
        said=_("Removed."),
        back=page_of(number),
    )


@needs(PUBLISH)
@require_POST
def publish(request: Request, number: str) -> HttpResponse:
    """Announce the call."""
    found = selectors.staff_call(number=number, for_actor=request.actor)
    return press(
        request,
        lambda: services.publish_call(call=found, actor=request.actor, at=timezone.now()),
        said=_("The call is published."),
        back=page_of(number),
    )


@needs(EDIT)
def correct(request: Request, number: str) -> HttpResponse:
    """Correct a published call; every applicant is told."""
    found = selectors.staff_call(number=number, for_actor=request.actor)
    form = forms.CorrectionForm(posted(request), initial=forms.initial_of(found))
    page = FormPage(
        _("Correct the published call"),
        _("Publish the correction"),
        _("The correction is published and applicants are told."),
        page_of(number),
        _("Posts, conditions, criteria and weights stay as announced. The time can be extended."),
    )
    return answer(
        request,
        form,
        page,
        lambda: services.correct_call(
            call=found,
            changes=form.changes(),
            note=form.text_of("note"),
            actor=request.actor,
            at=timezone.now(),
        ),
    )


@needs(EDIT)
@require_POST
def close(request: Request, number: str) -> HttpResponse:
    """End the time of applications."""
    found = selectors.staff_call(number=number, for_actor=request.actor)
    return press(
        request,
        lambda: services.close_call(call=found, actor=request.actor, at=timezone.now()),
        said=_("The call is closed. Next: eligibility."),
        back=page_of(number),
    )


@needs(PUBLISH)
def cancel(request: Request, number: str) -> HttpResponse:
    """Call it off."""
    found = selectors.staff_call(number=number, for_actor=request.actor)
    form = forms.ReasonForm(posted(request))
    page = FormPage(
        _("Call off the call"),
        _("Call it off now"),
        _("The call is off and applicants are told."),
        page_of(number),
        _("The reason is published and sent to everybody who began an application."),
    )
    return answer(
        request,
        form,
        page,
        lambda: services.cancel_call(
            call=found,
            reason=form.cleaned_data["reason"],
            actor=request.actor,
            at=timezone.now(),
        ),
    )


@needs(selectors.READ_CALL)
@require_GET
def questions(request: Request, number: str) -> HttpResponse:
    """What applicants asked."""
    found = selectors.staff_call(number=number, for_actor=request.actor)
    context = {
        **frame(found, "questions", request.actor),
        "questions": selectors.questions_of(found),
        "may_edit": request.actor.may(EDIT, compartment_id=found.compartment_id),
    }
    return render(request, "calls/staff/questions.html", context)


@needs(EDIT)
def answer_to(request: Request, uuid: UUID) -> HttpResponse:
    """Publish a question with its answer."""
    question = selectors.get_question(uuid=uuid, for_actor=request.actor)
    shown = {
        f"{name}_{language}": getattr(question, f"{name}_{language}")
        for name in ("question", "answer")
        for language in LANGUAGES
    }
    form = forms.AnswerForm(posted(request), initial=shown)
    page = FormPage(
        _("Answer a question"),
        _("Publish question and answer"),
        _("Question and answer are published."),
        reverse("calls:questions", args=[question.call.number]),
        question.asked,
    )
    return answer(
        request,
        form,
        page,
        lambda: answer_question(
            question=question,
            asked=form.text_of("question"),
            answer=form.text_of("answer"),
            actor=request.actor,
            at=timezone.now(),
        ),
    )
