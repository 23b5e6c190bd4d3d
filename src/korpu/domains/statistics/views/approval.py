"""A release on the workbench: approve, publish, discard, each with its refusal in words."""

from collections.abc import Callable
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from korpu.domains.statistics.models import Release
from korpu.domains.statistics.policies import approval_obstacle, publication_obstacle
from korpu.domains.statistics.selectors.releases import workbench_release
from korpu.domains.statistics.services.releases import (
    approve_release,
    discard_release,
    publish_release,
)
from korpu.foundations.accounts.api import Request, needs
from korpu.kernel.errors import NotPossibleNow

Act = Callable[..., Release]


@needs("statistics.run.read")
def release(request: Request, uuid: UUID) -> HttpResponse:
    """Where the release stands, what it would show, and what can be done."""
    view = workbench_release(uuid=uuid, for_actor=request.actor)
    compartment = view.release.compartment_id
    context = {
        "view": view,
        "may_approve": request.actor.may("statistics.release.approve", compartment_id=compartment),
        "may_publish": request.actor.may("statistics.release.publish", compartment_id=compartment),
        "not_approved": approval_obstacle(view.release, request.actor.user_id),
        "not_published": publication_obstacle(view.release, timezone.localdate()),
    }
    return render(request, "statistics/workbench/release.html", context)


@require_POST
@needs("statistics.release.approve")
def approve(request: Request, uuid: UUID) -> HttpResponse:
    return _act(request, uuid, approve_release, _("The release is approved and announced."))


@require_POST
@needs("statistics.release.publish")
def publish(request: Request, uuid: UUID) -> HttpResponse:
    return _act(request, uuid, publish_release, _("The release is published."))


@require_POST
@needs("statistics.release.approve")
def discard(request: Request, uuid: UUID) -> HttpResponse:
    return _act(request, uuid, discard_release, _("The release is discarded."))


def _act(request: Request, uuid: UUID, act: Act, done: str) -> HttpResponse:
    """Do it, or say on the release's page why it cannot be done now."""
    view = workbench_release(uuid=uuid, for_actor=request.actor)
    try:
        act(release=view.release, actor=request.actor, at=timezone.now())
    except NotPossibleNow as error:
        messages.error(request, str(error))
    else:
        messages.success(request, done)
    return redirect("statistics:workbench_release", uuid)
