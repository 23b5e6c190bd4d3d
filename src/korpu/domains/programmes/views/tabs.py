"""The pages of one project."""

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from korpu.domains.programmes.counting import sections_of
from korpu.domains.programmes.drawings import activity_bars, burn_chart, gantt, project_bar
from korpu.domains.programmes.forms.project import CommentForm
from korpu.domains.programmes.kinds import KINDS
from korpu.domains.programmes.models import Project
from korpu.domains.programmes.selectors import get_project, project_of
from korpu.domains.programmes.selectors.accounts import accounts_of
from korpu.domains.programmes.selectors.keeping import (
    comments_of,
    history_of,
    removed_parts,
    risks_of,
)
from korpu.domains.programmes.services.projects import write_comment
from korpu.domains.programmes.tables import HISTORY
from korpu.domains.programmes.views.frame import frame
from korpu.foundations.accounts.api import Request, needs
from korpu.foundations.ui.tables import fetch_page


def _removed(request: Request, project: Project, *names: str) -> dict[str, object]:
    """Parts that can be put back, by kind."""
    found = {name: removed_parts(KINDS[name], project, for_actor=request.actor) for name in names}
    return {"removed": found, "kinds": KINDS}


@needs("programmes.project.read")
def overview(request: Request, code: str) -> HttpResponse:
    """What the project is, its days, instruments and what other rooms add."""
    file = get_project(code, for_actor=request.actor)
    context = frame(request, file.project, "project") | _removed(
        request, file.project, "objectives", "components", "dates", "instruments"
    )
    context |= {"file": file, "sections": sections_of(file.ref, for_actor=request.actor)}
    return render(request, "programmes/overview.html", context)


@needs("programmes.project.read")
def activities(request: Request, code: str) -> HttpResponse:
    """Activities, and a drawing of those whose days are known."""
    file = get_project(code, for_actor=request.actor)
    bars = [project_bar(file.project.acronym, file.dates), *activity_bars(file.activities)]
    alt = _("The project and its activities over the years: planned dashed, actual filled.")
    context = frame(request, file.project, "activities")
    context |= _removed(request, file.project, "activities")
    context |= {"file": file, "drawing": gantt(bars, today=timezone.localdate(), alt=alt)}
    return render(request, "programmes/activities.html", context)


@needs("programmes.project.read")
def money(request: Request, code: str) -> HttpResponse:
    """Budget, lines, transactions, and how the money burns down."""
    project = project_of(code, for_actor=request.actor)
    accounts = accounts_of(project, on=timezone.localdate(), for_actor=request.actor)
    currency = accounts.whole.currency if accounts.whole else ""
    alt = _("Money planned and spent by the end of each month.")
    context = frame(request, project, "money")
    context |= _removed(request, project, "budgets", "lines", "transactions", "splits")
    context |= {"accounts": accounts, "drawing": burn_chart(accounts.points, currency, alt)}
    return render(request, "programmes/money.html", context)


@needs("programmes.project.read")
def organisations(request: Request, code: str) -> HttpResponse:
    """Who does what in the project, and where."""
    file = get_project(code, for_actor=request.actor)
    context = frame(request, file.project, "organisations") | {"file": file}
    context |= _removed(request, file.project, "organisations", "offices")
    return render(request, "programmes/organisations.html", context)


@needs("programmes.project.read")
def risks(request: Request, code: str) -> HttpResponse:
    """Risks, the heaviest first, and the office's remarks."""
    project = project_of(code, for_actor=request.actor)
    context = frame(request, project, "risks") | _removed(request, project, "risks")
    context |= {
        "risks": risks_of(project, for_actor=request.actor),
        "comments": comments_of(project, for_actor=request.actor),
        "comment_form": CommentForm(),
        "today": timezone.localdate(),
    }
    return render(request, "programmes/risks.html", context)


@needs("programmes.comment.write")
@require_POST
def comment(request: Request, code: str) -> HttpResponse:
    """Leave a remark."""
    project = project_of(code, for_actor=request.actor)
    form = CommentForm(request.POST)
    if form.is_valid():
        text = form.cleaned_data["text"]
        write_comment(project=project, text=text, actor=request.actor, at=timezone.now())
        return redirect("programmes:risks", code=code)
    context = frame(request, project, "risks") | _removed(request, project, "risks")
    context |= {
        "risks": risks_of(project, for_actor=request.actor),
        "comments": comments_of(project, for_actor=request.actor),
        "comment_form": form,
        "today": timezone.localdate(),
    }
    return render(request, "programmes/risks.html", context, status=422)


@needs("programmes.project.read")
def sources(request: Request, code: str) -> HttpResponse:
    """Where everything is known from, and where sources disagree."""
    file = get_project(code, for_actor=request.actor)
    context = frame(request, file.project, "sources")
    context |= _removed(request, file.project, "claims")
    context |= {"file": file, "points": file.points, "cited": file.cited}
    return render(request, "programmes/sources.html", context)


@needs("programmes.history.read")
def history(request: Request, code: str) -> HttpResponse:
    """What was done to the project, newest first."""
    project = project_of(code, for_actor=request.actor)
    asked = HISTORY.read(request.GET)
    changes = history_of(project, for_actor=request.actor).select_related("by")
    page = fetch_page(changes, asked, key="uuid")
    context = frame(request, project, "history") | {"table": asked.show(page)}
    return render(request, "programmes/history.html", context)
