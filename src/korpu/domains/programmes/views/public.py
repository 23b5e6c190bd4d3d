"""The portfolio and the page of a project, for everybody."""

from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import render

from korpu.domains.programmes.counting import sections_of
from korpu.domains.programmes.public import public_project, standings
from korpu.domains.programmes.public_drawings import map_of, time_line
from korpu.domains.programmes.public_page import project_page
from korpu.domains.programmes.selectors import published_projects
from korpu.foundations.accounts.api import Request, public
from korpu.foundations.ui.public import published

PORTFOLIO_LIMIT = 200


@public
@published()
def portfolio(request: Request) -> HttpResponse:
    """Every published project, on a map, a time line and in words."""
    projects = published_projects(for_actor=request.actor)[:PORTFOLIO_LIMIT]
    found = standings(projects)
    context = {"standings": found, "map": map_of(found), "time_line": time_line(found)}
    return render(request, "programmes/public/portfolio.html", context)


@public
@published()
def project(request: Request, code: str) -> HttpResponseBase:
    """Everything published of a project, each fact with its source."""
    found = public_project(code, for_actor=request.actor)
    sections = sections_of(found.ref, for_actor=request.actor)
    context = {**project_page(found), "sections": sections}
    return render(request, "programmes/public/project.html", context)
