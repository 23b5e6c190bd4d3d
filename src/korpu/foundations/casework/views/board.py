"""The supervisor's board, handing a caseload over, cover for absence."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from korpu.foundations.accounts.api import Request, needs
from korpu.foundations.accounts.models import Compartment
from korpu.foundations.casework.forms_desk import CaseloadForm, CoverForm
from korpu.foundations.casework.people import colleagues_in
from korpu.foundations.casework.selectors import board as selectors
from korpu.foundations.casework.selectors.handovers import latest_handovers
from korpu.foundations.casework.services.caseload import (
    Plan,
    apply_plan,
    arrange_cover,
    plan_handover,
)
from korpu.kernel.errors import Conflict, InvalidInput, NotPermitted, NotPossibleNow


def _place(request: Request) -> Compartment:
    return selectors.board_place(key=request.GET.get("office", ""), for_actor=request.actor)


def _back(place: Compartment) -> str:
    return f"{reverse('casework:board')}?office={place.pk}"


@needs("casework.board.read")
def show(request: Request) -> HttpResponse:
    place = _place(request)
    found = selectors.board(place=place, for_actor=request.actor, on=timezone.localdate())
    context = {
        "board": found,
        "places": selectors.boards_of(for_actor=request.actor),
        "handovers": latest_handovers(for_actor=request.actor),
        "may_cover": request.actor.may("accounts.deputyship.arrange", compartment_id=place.pk),
    }
    return render(request, "casework/board.html", context)


@needs("casework.board.read")
def hand_over(request: Request) -> HttpResponse:
    """Choose, look at the plan, apply it: the plan is shown before anything moves."""
    place = _place(request)
    posted = request.method == "POST"
    bound = request.POST if posted else (request.GET if "to" in request.GET else None)
    form = CaseloadForm(
        bound, people=colleagues_in(place.pk), initial={"from_user": request.GET.get("from", "")}
    )
    plan = _plan(request, place, form) if form.is_bound and form.is_valid() else None
    if posted and plan is not None:
        try:
            return _apply(request, form, plan)
        except Conflict as error:
            messages.error(request, str(error))
    context = {"form": form, "plan": plan, "place": place, "back_url": _back(place)}
    status = 422 if form.errors else (409 if posted else 200)
    return render(request, "casework/caseload.html", context, status=status)


def _plan(request: Request, place: Compartment, form: CaseloadForm) -> Plan | None:
    chosen = form.cleaned_data["from_user"]
    try:
        return plan_handover(
            place=place,
            from_id=int(chosen) if chosen else None,
            to_ids=[int(key) for key in form.cleaned_data["to"]],
            for_actor=request.actor,
        )
    except InvalidInput as error:
        form.add_invalid_input(error)
        return None


def _apply(request: Request, form: CaseloadForm, plan: Plan) -> HttpResponse:
    handover = apply_plan(
        plan=plan,
        expected=request.POST.get("plan", ""),
        reason=form.cleaned_data["reason"],
        actor=request.actor,
        at=timezone.now(),
    )
    messages.success(request, _("The cases have been handed over. You can undo it here."))
    return redirect("casework:handover", uuid=handover.uuid)


@needs("casework.board.read")
def cover(request: Request) -> HttpResponse:
    """Arrange who stands in for an absent officer."""
    place = _place(request)
    form = CoverForm(
        request.POST if request.method == "POST" else None, people=colleagues_in(place.pk)
    )
    if form.is_bound and form.is_valid():
        try:
            _arrange(request, place, form)
        except InvalidInput as error:
            form.add_invalid_input(error)
        except (Conflict, NotPossibleNow, NotPermitted) as error:
            form.add_error(None, str(error))
        else:
            messages.success(request, _("The stand-in has been arranged."))
            return redirect(_back(place))
    context = {
        "form": form,
        "title": _("Cover for an absence"),
        "intro": _("The stand-in holds the roles of the absent colleague on these days."),
        "submit_label": _("Arrange"),
        "back_url": _back(place),
    }
    return render(request, "ui/form_page.html", context, status=422 if form.errors else 200)


def _arrange(request: Request, place: Compartment, form: CoverForm) -> None:
    given = form.cleaned_data
    arrange_cover(
        place=place,
        absent_id=int(given["absent"]),
        deputy_id=int(given["deputy"]),
        valid_from=given["valid_from"],
        valid_until=given["valid_until"],
        reason=given["reason"],
        actor=request.actor,
        at=timezone.now(),
    )
