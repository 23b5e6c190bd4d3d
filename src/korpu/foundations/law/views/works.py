"""Pages of computations over many cases: what-if, dates of running cases, moves."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse, StreamingHttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from korpu.foundations.accounts.api import Request, needs
from korpu.foundations.audit.api import record_export
from korpu.foundations.law.enums import UNFINISHED, WorkKind
from korpu.foundations.law.forms import PeriodForm, TrialForm
from korpu.foundations.law.lists import WHAT_IF
from korpu.foundations.law.selectors import works as selectors
from korpu.foundations.law.selectors.changes import find_change
from korpu.foundations.law.services.moving import request_trial, request_undo, sign_move
from korpu.foundations.law.services.whatif import request_what_if
from korpu.foundations.law.staff_time import staff_time
from korpu.foundations.law.views.common import posted
from korpu.foundations.ui.tables import csv_response
from korpu.kernel.errors import InvalidInput


@needs("law.change.read")
def what_if(request: Request, uuid: UUID) -> HttpResponse:
    """Ask what the cases of a period would come to under a change."""
    change = find_change(uuid=uuid, for_actor=request.actor)
    form = PeriodForm(posted(request))
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        try:
            work = request_what_if(change=change, actor=request.actor, at=timezone.now(), **given)
        except InvalidInput as error:
            form.add_invalid_input(error)
        else:
            return redirect("law:work", uuid=work.uuid)
    status = 422 if form.is_bound else 200
    return render(request, "law/what_if.html", {"change": change, "form": form}, status=status)


@needs("law.change.read")
@require_GET
def show(request: Request, uuid: UUID) -> HttpResponse:
    """How far a computation is, and what came of it."""
    work = selectors.find_work(uuid=uuid, for_actor=request.actor)
    context: dict[str, object] = {
        "work": work,
        "followers": selectors.followers_of(work=work, for_actor=request.actor),
        "may_sign": request.actor.may("law.change.publish")
        and work.requested_by_id != request.actor.user_id,
        "staff_time": staff_time(),
    }
    if work.kind == WorkKind.WHAT_IF:
        context["found"] = selectors.what_if_of(work=work, for_actor=request.actor)
        context["columns"] = WHAT_IF
    answer = render(request, f"law/works/{work.kind}.html", context)
    if work.state in UNFINISHED:
        answer["Refresh"] = "5"
    return answer


@needs("law.change.read")
@require_GET
def rows(request: Request, uuid: UUID) -> StreamingHttpResponse:
    """The sums of a what-if as CSV."""
    work = selectors.find_work(uuid=uuid, for_actor=request.actor)
    record_export(actor=request.actor, object_type="law.change", object_uuid=work.uuid)
    found = selectors.what_if_of(work=work, for_actor=request.actor)
    return csv_response(WHAT_IF, found.rows, "what-if")


@needs("law.change.read")
def moves(request: Request) -> HttpResponse:
    """Trials and moves; and the form of a new trial."""
    pairs = selectors.version_pairs(for_actor=request.actor)
    form = TrialForm(posted(request), pairs=pairs)
    if request.method == "POST" and form.is_valid():
        procedure, one, other = form.cleaned_data["versions"].split("|")
        work = request_trial(
            procedure=procedure,
            from_version=one,
            to_version=other,
            actor=request.actor,
            at=timezone.now(),
        )
        return redirect("law:work", uuid=work.uuid)
    context = {
        "form": form,
        "moves": selectors.moves(for_actor=request.actor),
        "may_try": bool(pairs) and request.actor.may("law.change.draft"),
    }
    return render(request, "law/moves.html", context, status=422 if form.is_bound else 200)


@needs("law.change.publish")
@require_POST
def sign(request: Request, uuid: UUID) -> HttpResponse:
    """Sign a trial: its cases are moved."""
    trial = selectors.find_work(uuid=uuid, for_actor=request.actor)
    work = sign_move(trial=trial, actor=request.actor, at=timezone.now())
    messages.success(request, _("Signed. The cases are being moved."))
    return redirect("law:work", uuid=work.uuid)


@needs("law.change.publish")
@require_POST
def undo(request: Request, uuid: UUID) -> HttpResponse:
    """Take a move back."""
    move = selectors.find_work(uuid=uuid, for_actor=request.actor)
    work = request_undo(move=move, actor=request.actor, at=timezone.now())
    messages.success(request, _("The cases are being put back."))
    return redirect("law:work", uuid=work.uuid)
