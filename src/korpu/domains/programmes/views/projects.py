"""The portfolio and the page of a project, for those who work on it."""

from django.http import HttpResponse
from django.shortcuts import render

from korpu.domains.programmes.counting import sections_of
from korpu.domains.programmes.selectors import get_project, projects_for_staff
from korpu.domains.programmes.tables import PORTFOLIO
from korpu.foundations.accounts.api import Request, needs
from korpu.foundations.ui.tables import fetch_page


@needs("programmes.project.read")
def portfolio(request: Request) -> HttpResponse:
    """Projects of the reader's office, or those the reader's organisation funds."""
    asked = PORTFOLIO.read(request.GET)
    projects = projects_for_staff(for_actor=request.actor, **asked.filters)
    page = fetch_page(projects, asked, key="code")
    return render(request, "programmes/portfolio.html", {"table": asked.show(page)})


@needs("programmes.project.read")
def project(request: Request, code: str) -> HttpResponse:
    """Everything known of a project, each fact with its source."""
    file = get_project(code, for_actor=request.actor)
    sections = sections_of(file.ref, for_actor=request.actor)
    return render(request, "programmes/project.html", {"file": file, "sections": sections})
