"""What waits for the director, and the director's word."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from korpu.domains.programmes.forms.money import RefusalForm
from korpu.domains.programmes.kinds import KINDS, Kind
from korpu.domains.programmes.models import Approved, Period, Project
from korpu.domains.programmes.selectors import project_of
from korpu.domains.programmes.selectors.accounts import proposals_of
from korpu.domains.programmes.selectors.keeping import (
    get_change,
    get_proposal,
    waiting_changes,
    waiting_figures,
)
from korpu.domains.programmes.services.approvals import (
    approve_figure,
    approve_money,
    publish_project,
    refuse_money,
    withdraw_project,
)
from korpu.domains.programmes.services.proposals import approve_change, refuse_change
from korpu.domains.programmes.views.frame import frame
from korpu.foundations.accounts.api import Request, needs

DECIDE, PUBLISH = "programmes.approval.decide", "programmes.project.publish"


@needs("programmes.history.read")
def approvals(request: Request, code: str) -> HttpResponse:
    """Money and figures waiting for the director."""
    project = project_of(code, for_actor=request.actor)
    return _page(request, project, RefusalForm())


@needs(DECIDE)
@require_POST
def decide_money(request: Request, code: str, kind: str, uuid: UUID) -> HttpResponse:
    """Approve a proposal, or refuse it with the reason."""
    project = project_of(code, for_actor=request.actor)
    money = get_proposal(_money_kind(kind), project, uuid, for_actor=request.actor)
    assert isinstance(money, Approved)
    revision, actor, now = _revision(request), request.actor, timezone.now()
    if request.POST.get("decision") == "approve":
        approve_money(money=money, revision=revision, actor=actor, at=now)
        return _back(request, project, _("Approved."))
    form = RefusalForm(request.POST)
    if not form.is_valid():
        return _page(request, project, form, refused=uuid)
    reason = form.cleaned_data["reason"]
    refuse_money(money=money, revision=revision, reason=reason, actor=actor, at=now)
    return _back(request, project, _("Not approved; the reason stands with it."))


@needs(DECIDE)
@require_POST
def decide_figure(request: Request, code: str, uuid: UUID) -> HttpResponse:
    """Let a typed figure count."""
    project = project_of(code, for_actor=request.actor)
    period = get_proposal(KINDS["periods"], project, uuid, for_actor=request.actor)
    assert isinstance(period, Period)
    approve_figure(
        period=period,
        revision=_revision(request),
        actor=request.actor,
        at=timezone.now(),
    )
    return _back(request, project, _("Approved."))


@needs(DECIDE)
@require_POST
def decide_change(request: Request, code: str, uuid: UUID) -> HttpResponse:
    """Let a changed figure take the place of the approved one, or refuse it with the reason."""
    project = project_of(code, for_actor=request.actor)
    change = get_change(project, uuid, for_actor=request.actor)
    revision, actor, now = _revision(request), request.actor, timezone.now()
    if request.POST.get("decision") == "approve":
        approve_change(proposal=change, revision=revision, actor=actor, at=now)
        return _back(request, project, _("Approved."))
    form = RefusalForm(request.POST)
    if not form.is_valid():
        return _page(request, project, form, refused=uuid)
    reason = form.cleaned_data["reason"]
    refuse_change(proposal=change, revision=revision, reason=reason, actor=actor, at=now)
    return _back(request, project, _("Not approved; the reason stands with it."))


@needs(PUBLISH)
@require_POST
def publish(request: Request, code: str) -> HttpResponse:
    """Let everybody read the project."""
    project = project_of(code, for_actor=request.actor)
    publish_project(project=project, actor=request.actor, at=timezone.now())
    messages.success(request, _("Published: everybody reads the project now."))
    return redirect("programmes:project", code=code)


@needs(PUBLISH)
@require_POST
def withdraw(request: Request, code: str) -> HttpResponse:
    """Take the project off the public pages."""
    project = project_of(code, for_actor=request.actor)
    withdraw_project(project=project, actor=request.actor, at=timezone.now())
    messages.success(request, _("The public no longer reads the project."))
    return redirect("programmes:project", code=code)


def _money_kind(name: str) -> Kind:
    if name not in ("budgets", "lines"):
        raise Http404
    return KINDS[name]


def _revision(request: Request) -> int:
    given = request.POST.get("revision", "")
    return int(given) if given.isdecimal() and len(given) < 10 else 0  # noqa: PLR2004  fits the column


def _back(request: Request, project: Project, said: str) -> HttpResponse:
    messages.success(request, said)
    return redirect("programmes:approvals", code=project.code)


def _page(
    request: Request, project: Project, form: RefusalForm, refused: UUID | None = None
) -> HttpResponse:
    context = frame(request, project, "approvals") | {"form": form, "refused": refused}
    context |= {
        "proposals": proposals_of(project),
        "figures": waiting_figures(project, for_actor=request.actor),
        "changes": waiting_changes(project, for_actor=request.actor),
    }
    status = 422 if form.errors else 200
    return render(request, "programmes/approvals.html", context, status=status)
