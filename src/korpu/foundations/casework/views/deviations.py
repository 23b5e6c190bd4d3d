"""What really happened out of order: asking for leave, giving it."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from korpu.foundations.accounts.api import Request, needs
from korpu.foundations.casework.engine import procedure_of
from korpu.foundations.casework.forms_deviations import HappenedForm, LeaveForm
from korpu.foundations.casework.models import Case, Deviation
from korpu.foundations.casework.selectors import deviations as selectors
from korpu.foundations.casework.selectors.cases import find_case
from korpu.foundations.casework.services.deviations import (
    Happened,
    ask_deviation,
    decide_deviation,
)
from korpu.foundations.casework.views.common import case_page, read_case
from korpu.kernel.errors import DomainError, InvalidInput, NotFound, NotPossibleNow


@needs("casework.case.read")
def index(request: Request, uuid: UUID) -> HttpResponse:
    """What was recorded out of its place, and what may be."""
    case = read_case(request, uuid)
    leaves = selectors.leaves_of(case=case, for_actor=request.actor)
    options = selectors.what_may_deviate(
        case=case, for_actor=request.actor, on=timezone.localdate()
    )
    return case_page(request, case, "deviations", {"leaves": leaves, "options": options})


@needs("casework.case.read")
def ask(request: Request, uuid: UUID, act: str) -> HttpResponse:
    """Ask for leave; nothing typed is lost when it is refused, but a file must be chosen again."""
    case = find_case(uuid=uuid, for_actor=request.actor)
    posted = (request.POST, request.FILES) if request.method == "POST" else ()
    form = HappenedForm(*posted, initial={"effective_on": timezone.localdate()})
    if not form.is_bound or not form.is_valid():
        return _ask_page(request, case, act, form, status=422 if form.is_bound else 200)
    try:
        asked = _asked(request, case, act, form)
    except InvalidInput as error:
        form.add_invalid_input(error)
        return _ask_page(request, case, act, form, status=422)
    except NotPossibleNow as error:
        return _ask_page(request, case, act, form, status=409, error=error)
    messages.success(request, _("Leave is asked for. You are told when it is decided."))
    return redirect("casework:deviation", uuid=uuid, deviation=asked.pk)


def _asked(request: Request, case: Case, act: str, form: HappenedForm) -> Deviation:
    happened = Happened(
        act=act,
        on=form.cleaned_data["effective_on"],
        reason=form.cleaned_data["reason"],
        document=form.cleaned_data["document"],
    )
    return ask_deviation(
        case=case, happened=happened, facts={}, actor=request.actor, at=timezone.now()
    )


def _ask_page(
    request: Request,
    case: Case,
    act: str,
    form: HappenedForm,
    *,
    status: int,
    error: DomainError | None = None,
) -> HttpResponse:
    declared = procedure_of(case).acts.get(act)
    if declared is None:
        raise NotFound(_("The procedure has no such act."))
    context = {"case": case, "act": declared, "form": form, "error": error}
    return render(request, "casework/deviation_ask.html", context, status=status)


@needs("casework.case.read")
def show(request: Request, uuid: UUID, deviation: UUID) -> HttpResponse:
    """One request, and the decision on it."""
    case = read_case(request, uuid)
    leave = selectors.get_leave(case=case, uuid=deviation, for_actor=request.actor)
    form = LeaveForm(request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid():
        _decide(request, leave.row, form)
        messages.success(request, _("The decision is recorded."))
        return redirect("casework:deviation", uuid=uuid, deviation=deviation)
    context = {"leave": leave, "form": form}
    return case_page(request, case, "deviation", context, status=422 if form.errors else 200)


def _decide(request: Request, deviation: Deviation, form: LeaveForm) -> None:
    decide_deviation(
        deviation=deviation,
        allowed=form.cleaned_data["allowed"] == "yes",
        answer=form.cleaned_data["answer"],
        actor=request.actor,
        at=timezone.now(),
    )
