"""The portfolio and the page of a project, for everybody."""

from django.http import HttpResponse
from django.shortcuts import render

from korpu.domains.programmes.counting import sections_of
from korpu.domains.programmes.selectors import published_project, published_projects
from korpu.foundations.accounts.api import Request, public
from korpu.foundations.ui.public import published


@public
@published()
def portfolio(request: Request) -> HttpResponse:
    """Every published project."""
    projects = list(published_projects(for_actor=request.actor)[:200])
    return render(request, "programmes/public/portfolio.html", {"projects": projects})


@public
@published()
def project(request: Request, code: str) -> HttpResponse:
    """Everything published of a project, each fact with its source."""
    file = published_project(code, for_actor=request.actor)
    sections = sections_of(file.ref, for_actor=request.actor)
    context = {"file": file, "sections": sections}
    return render(request, "programmes/public/project.html", context)
