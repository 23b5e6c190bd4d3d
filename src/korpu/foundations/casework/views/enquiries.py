"""Asking another body: the office's pages, and those on which the body answers."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from korpu.foundations.accounts.api import (
    Actor,
    Request,
    acting,
    needs,
    public,
    system_actor,
)
from korpu.foundations.audit.api import record_reading
from korpu.foundations.casework.forms_desk import AnswerForm, EnquiryForm
from korpu.foundations.casework.models import Case, Enquiry
from korpu.foundations.casework.selectors import enquiries as selectors
from korpu.foundations.casework.selectors.cases import find_case
from korpu.foundations.casework.services.enquiries import (
    Question,
    ask_body,
    record_answer,
    remind_body,
    withdraw_enquiry,
)
from korpu.foundations.casework.views.common import case_page, read_case
from korpu.foundations.organisations.models import Organisation
from korpu.kernel.errors import InvalidInput, NotPossibleNow


@needs("casework.enquiry.ask")
def ask(request: Request, uuid: UUID) -> HttpResponse:
    case = find_case(uuid=uuid, for_actor=request.actor)
    request.actor.check("casework.enquiry.ask", compartment_id=case.compartment_id)
    form = EnquiryForm(
        request.POST if request.method == "POST" else None,
        bodies=selectors.bodies_to_ask(case=case, for_actor=request.actor),
    )
    if form.is_bound and form.is_valid():
        try:
            _ask(request, case, form)
        except InvalidInput as error:
            form.add_invalid_input(error)
        except NotPossibleNow as error:
            form.add_error(None, str(error))
        else:
            messages.success(request, _("The question is sent."))
            return redirect("casework:work", uuid=uuid)
    context = {
        "form": form,
        "title": _("Ask another body about case %(number)s") % {"number": case.number},
        "intro": _("It gets an e-mail with a secret link. The question is seen behind it only."),
        "submit_label": _("Send the question"),
        "back_url": reverse("casework:work", args=[uuid]),
    }
    return render(request, "ui/form_page.html", context, status=422 if form.errors else 200)


def _ask(request: Request, case: Case, form: EnquiryForm) -> None:
    given = dict(form.cleaned_data)
    organisation = Organisation.objects.get(pk=given.pop("organisation"))
    question = Question(organisation=organisation, **given)
    ask_body(case=case, question=question, actor=request.actor, at=timezone.now())


@needs("casework.case.read")
def show(request: Request, uuid: UUID, enquiry: UUID) -> HttpResponse:
    """The question, the answer and what can be done."""
    case = read_case(request, uuid)
    found = selectors.get_enquiry(case=case, uuid=enquiry, for_actor=request.actor)
    on = timezone.localdate()
    context = {
        "shown": selectors.shown_enquiry(enquiry=found, for_actor=request.actor, on=on),
        "may_ask": request.actor.may("casework.enquiry.ask", compartment_id=case.compartment_id),
    }
    return case_page(request, case, "enquiry", context)


@require_POST
@needs("casework.enquiry.ask")
def remind(request: Request, uuid: UUID, enquiry: UUID) -> HttpResponse:
    case = find_case(uuid=uuid, for_actor=request.actor)
    request.actor.check("casework.enquiry.ask", compartment_id=case.compartment_id)
    found = selectors.get_enquiry(case=case, uuid=enquiry, for_actor=request.actor)
    remind_body(enquiry=found, actor=request.actor, at=timezone.now())
    messages.success(request, _("The reminder is sent, with a new link."))
    return redirect("casework:enquiry", uuid=uuid, enquiry=enquiry)


@require_POST
@needs("casework.enquiry.ask")
def withdraw(request: Request, uuid: UUID, enquiry: UUID) -> HttpResponse:
    case = find_case(uuid=uuid, for_actor=request.actor)
    found = selectors.get_enquiry(case=case, uuid=enquiry, for_actor=request.actor)
    withdraw_enquiry(enquiry=found, actor=request.actor, at=timezone.now())
    messages.success(request, _("The question is withdrawn."))
    return redirect("casework:enquiry", uuid=uuid, enquiry=enquiry)


@public
def answer_link(request: HttpRequest, token: str) -> HttpResponse:
    """A body answers by its secret link."""
    with acting(system_actor()) as hand:
        found = selectors.enquiry_behind(token=token, for_actor=hand, at=timezone.now())
        _record(found, hand, "by the link")
    return _answer(request, found, answered_by_id=None)


@needs("casework.enquiry.answer")
def asked_of_us(request: Request) -> HttpResponse:
    """Questions to my organisation."""
    found = selectors.asked_of_us(for_actor=request.actor, on=timezone.localdate())
    return render(request, "casework/asked_of_us.html", {"asked": found})


@needs("casework.enquiry.answer")
def answer_own(request: Request, uuid: UUID) -> HttpResponse:
    """A body answers by an account of its own."""
    found = selectors.question_to_us(uuid=uuid, for_actor=request.actor)
    _record(found, request.actor, "by the body's account")
    return _answer(request, found, answered_by_id=request.actor.user_id)


def _record(enquiry: Enquiry, actor: Actor, purpose: str) -> None:
    record_reading(
        actor=actor,
        object_type="casework.enquiry",
        object_uuid=enquiry.uuid,
        purpose=purpose,
    )


def _answer(request: HttpRequest, enquiry: Enquiry, *, answered_by_id: int | None) -> HttpResponse:
    posted = request.method == "POST"
    form = AnswerForm(request.POST, request.FILES) if posted else AnswerForm()
    context = {"enquiry": enquiry, "form": form}
    if posted and form.is_valid():
        try:
            with acting(system_actor()) as hand:
                record_answer(
                    enquiry=enquiry,
                    **form.cleaned_data,
                    answered_by_id=answered_by_id,
                    actor=hand,
                    at=timezone.now(),
                )
        except InvalidInput as error:
            form.add_invalid_input(error)
        else:
            return render(request, "casework/answered.html", {})
    answer = render(request, "casework/answer.html", context, status=422 if form.errors else 200)
    answer["Cache-Control"] = "no-store"
    return answer
