"""The workbench: runs, comparison, release under four eyes."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from korpu.domains.statistics.forms import ReleaseForm, RunForm
from korpu.domains.statistics.lists import BATCHES, RUNS, measure_title
from korpu.domains.statistics.selectors.releases import open_releases
from korpu.domains.statistics.selectors.runs import (
    get_run,
    list_batches,
    list_extracts,
    list_runs,
)
from korpu.domains.statistics.services.releases import prepare_release
from korpu.domains.statistics.services.runs import request_run
from korpu.domains.statistics.tasks import carry_out_run
from korpu.foundations.accounts.api import Request, needs
from korpu.kernel.errors import Conflict, InvalidInput, NotPossibleNow


@needs("statistics.run.read")
def overview(request: Request) -> HttpResponse:
    """Releases on their way, and the runs."""
    asked = RUNS.read(request.GET)
    page = list_runs(asked=asked, for_actor=request.actor)
    on_their_way = [
        (release, measure_title(release.measure))
        for release in open_releases(for_actor=request.actor)
    ]
    context = {"table": asked.show(page), "on_their_way": on_their_way}
    return render(request, "statistics/workbench/overview.html", context)


@needs("statistics.run.create")
def new_run(request: Request) -> HttpResponse:
    """Ask for a run; a job carries it out."""
    form = RunForm(request.POST or None)
    if form.is_valid():
        try:
            run = request_run(**form.cleaned_data, actor=request.actor, at=timezone.now())
        except InvalidInput as error:
            form.add_invalid_input(error)
        else:
            carry_out_run.defer(run_id=run.pk)
            return redirect("statistics:run", run.uuid)
    return render(request, "statistics/workbench/new_run.html", {"form": form})


@needs("statistics.run.read")
def run(request: Request, uuid: UUID) -> HttpResponse:
    """One run: how far it is, what it counted, how it differs from the one before."""
    view = get_run(uuid=uuid, for_actor=request.actor)
    template = "run_status" if request.headers.get("HX-Request") else "run"
    return render(request, f"statistics/workbench/{template}.html", {"view": view})


@needs("statistics.run.create")
def prepare(request: Request, uuid: UUID) -> HttpResponse:
    """Propose a run's table for release."""
    view = get_run(uuid=uuid, for_actor=request.actor)
    form = ReleaseForm(request.POST or None, run=view.run, is_revision=view.is_published)
    if form.is_valid():
        try:
            release = prepare_release(
                run=view.run,
                due_on=form.cleaned_data["due_on"],
                is_provisional=form.cleaned_data["is_provisional"],
                note=form.note,
                actor=request.actor,
                at=timezone.now(),
            )
        except InvalidInput as error:
            form.add_invalid_input(error)
        except (Conflict, NotPossibleNow) as error:
            form.add_error(None, str(error))
        else:
            messages.success(request, _("The release is prepared; an analyst has to approve it."))
            return redirect("statistics:workbench_release", release.uuid)
    return render(request, "statistics/workbench/prepare.html", {"form": form, "view": view})


@needs("statistics.extract.read")
def extracts(request: Request) -> HttpResponse:
    """What rooms publish, and what has been collected."""
    asked = BATCHES.read(request.GET)
    page = list_batches(asked=asked, for_actor=request.actor)
    offered = list_extracts(for_actor=request.actor)
    context = {"table": asked.show(page), "offered": offered}
    return render(request, "statistics/workbench/extracts.html", context)
