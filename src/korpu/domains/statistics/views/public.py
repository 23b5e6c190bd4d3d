"""What anybody may read: releases and where each figure comes from."""

import json
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render

from korpu.domains.statistics.drawings import release_chart
from korpu.domains.statistics.lists import RELEASES, measure_title, release_state
from korpu.domains.statistics.selectors.releases import (
    announced_releases,
    list_releases,
    public_release,
)
from korpu.foundations.accounts.api import Request, public
from korpu.foundations.ui.public import published


@public
@published()
def releases(request: Request) -> HttpResponse:
    """Everything published, and what is announced."""
    asked = RELEASES.read(request.GET)
    page = list_releases(asked=asked, for_actor=request.actor)
    announced = [
        (release, measure_title(release.measure))
        for release in announced_releases(for_actor=request.actor)
    ]
    context = {"table": asked.show(page), "announced": announced}
    return render(request, "statistics/releases.html", context)


@public
@published()
def release(request: Request, uuid: UUID) -> HttpResponse:
    """One release: definition, table, chart, protection in words, downloads."""
    view = public_release(uuid=uuid, for_actor=request.actor)
    context = {
        "view": view,
        "chart": release_chart(view.table),
        "state": release_state(view.release),
    }
    return render(request, "statistics/release.html", context)


@public
@published()
def lineage(request: Request, uuid: UUID, place: int) -> HttpResponse:
    """Where one figure comes from: rule, run, input, protection."""
    view = public_release(uuid=uuid, for_actor=request.actor)
    figure = view.figure(place)
    context = {
        "view": view,
        "figure": figure,
        "headings": view.table.titles_of(figure.codes),
        "manifest": json.loads(view.release.run.manifest),
    }
    return render(request, "statistics/lineage.html", context)
