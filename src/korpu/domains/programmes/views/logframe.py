"""The logical framework on one screen."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import ngettext

from korpu.domains.programmes.forms.logframe import LogframeForm
from korpu.domains.programmes.kinds import KINDS
from korpu.domains.programmes.models import Change
from korpu.domains.programmes.selectors import project_of
from korpu.domains.programmes.selectors.keeping import last_change, removed_parts
from korpu.domains.programmes.selectors.logframe import logframe as read_logframe
from korpu.domains.programmes.services.figures import save_figures
from korpu.domains.programmes.views.frame import frame
from korpu.foundations.accounts.api import Request, needs
from korpu.kernel.errors import InvalidInput

EDIT = "programmes.project.edit"
KINDS_HERE = ("results", "indicators", "periods")


@needs("programmes.project.read")
def logframe(request: Request, code: str) -> HttpResponse:
    """Results, indicators and figures per period; who keeps the project types into the cells."""
    project = project_of(code, for_actor=request.actor)
    results = read_logframe(project, for_actor=request.actor)
    given = request.POST if request.method == "POST" else None
    form = LogframeForm(given, results=results)
    if request.method == "POST":
        request.actor.check(EDIT, compartment_id=project.compartment_id)
        if form.is_valid() and not form.clashes and _saved(request, form):
            return redirect("programmes:logframe", code=code)
    removed = {
        name: removed_parts(KINDS[name], project, for_actor=request.actor) for name in KINDS_HERE
    }
    context = frame(request, project, "logframe") | {"results": results, "form": form}
    context |= {"removed": removed, "kinds": KINDS, "changers": _changers(form)}
    status = 422 if form.errors else 409 if form.clashes else 200
    return render(request, "programmes/logframe.html", context, status=status)


def _changers(form: LogframeForm) -> dict[str, Change | None]:
    """Who was faster, by the name of the cell."""
    return {name: last_change(row) for name, row in form.clashes.items()}


def _saved(request: Request, form: LogframeForm) -> bool:
    try:
        count = save_figures(rows=form.changes(), actor=request.actor, at=timezone.now())
    except InvalidInput as error:
        form.add_invalid_input(error)
        return False
    said = ngettext("%(count)s row was saved.", "%(count)s rows were saved.", count)
    messages.success(request, said % {"count": count})
    return True
