"""The portfolio, and a project as a whole."""

from django.contrib import messages
from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from korpu.domains.programmes.forms.project import NewProjectForm, ProjectForm
from korpu.domains.programmes.models import Project
from korpu.domains.programmes.selectors import project_of, projects_for_staff
from korpu.domains.programmes.services.projects import change_project, open_project
from korpu.domains.programmes.tables import PORTFOLIO
from korpu.domains.programmes.views.frame import frame
from korpu.foundations.accounts.api import Request, needs
from korpu.foundations.audit.api import record_export
from korpu.foundations.ui.tables import csv_response, fetch_page
from korpu.kernel.errors import Conflict, InvalidInput

EDIT = "programmes.project.edit"


@needs("programmes.project.read")
def portfolio(request: Request) -> HttpResponse:
    """Projects of the reader's office, or those the reader's organisation funds."""
    asked = PORTFOLIO.read(request.GET)
    projects = projects_for_staff(for_actor=request.actor, **asked.filters)
    page = fetch_page(projects, asked, key="code")
    context = {"table": asked.show(page), "query": request.GET.urlencode()}
    context["can_open"] = request.actor.may(EDIT)
    return render(request, "programmes/portfolio.html", context)


@needs("programmes.project.read")
def portfolio_csv(request: Request) -> HttpResponseBase:
    """The filtered portfolio as CSV; the download is noted."""
    asked = PORTFOLIO.read(request.GET)
    projects = projects_for_staff(for_actor=request.actor, **asked.filters).order_by("acronym")
    record_export(actor=request.actor, object_type="programmes.portfolio")
    return csv_response(PORTFOLIO.columns, list(projects[:1000]), "projects")


@needs(EDIT)
def new(request: Request) -> HttpResponse:
    """Begin a project."""
    form = NewProjectForm(request.POST or None, actor=request.actor)
    if request.method == "POST" and form.is_valid():
        try:
            project = open_project(
                code=form.cleaned_data["code"],
                compartment_id=int(form.cleaned_data["office"]),
                values=form.values(),
                actor=request.actor,
                at=timezone.now(),
            )
        except InvalidInput as error:
            form.add_invalid_input(error)
        else:
            messages.success(request, _("The project has begun. The public does not see it yet."))
            return redirect("programmes:project", code=project.code)
    context = {"form": form}
    return render(request, "programmes/new.html", context, status=422 if form.errors else 200)


@needs(EDIT)
def edit(request: Request, code: str) -> HttpResponse:
    """Change what a project says of itself."""
    project = project_of(code, for_actor=request.actor)
    request.actor.check(EDIT, compartment_id=project.compartment_id)
    initial = ProjectForm.initial_of(project)
    form = ProjectForm(request.POST or None, project=project, initial=initial)
    context = frame(request, project, "project") | {"form": form, "revision": project.revision}
    if request.method == "POST" and form.is_valid():
        try:
            if _saved(request, project, form):
                return redirect("programmes:project", code=code)
        except Conflict as conflict:
            context["conflict"] = conflict
    status = 409 if "conflict" in context else 422 if form.errors else 200
    return render(request, "programmes/edit.html", context, status=status)


def _saved(request: Request, project: Project, form: ProjectForm) -> bool:
    given = request.POST.get("revision", "")
    try:
        change_project(
            project=project,
            values=form.values(),
            revision=int(given) if given.isdecimal() else 0,
            actor=request.actor,
            at=timezone.now(),
        )
    except InvalidInput as error:
        form.add_invalid_input(error)
        return False
    messages.success(request, _("Saved."))
    return True
