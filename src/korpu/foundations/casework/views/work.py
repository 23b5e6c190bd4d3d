"""The page of a case's notes, tasks and assignment."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from korpu.foundations.accounts.api import Request, needs
from korpu.foundations.casework.enums import Audience
from korpu.foundations.casework.forms import AssignForm, NoteForm, TaskForm
from korpu.foundations.casework.models import Case
from korpu.foundations.casework.selectors import papers
from korpu.foundations.casework.selectors.cases import find_case
from korpu.foundations.casework.selectors.enquiries import enquiries_of
from korpu.foundations.casework.selectors.people import assignee_choices, colleague
from korpu.foundations.casework.services.papers import add_note, add_task, finish_task
from korpu.foundations.casework.services.people import assign_case
from korpu.foundations.casework.views.common import case_page, read_case
from korpu.kernel.errors import NotPossibleNow
from korpu.kernel.texts import Text


@needs("casework.case.read")
def show(request: Request, uuid: UUID) -> HttpResponse:
    return _page(request, read_case(request, uuid))


def _page(request: Request, case: Case, **bound: object) -> HttpResponse:
    """Everything on the page; a form handed in comes back with its errors."""
    people = assignee_choices(case=case, for_actor=request.actor)
    context = {
        "notes": papers.notes_of(case=case, for_actor=request.actor),
        "tasks": papers.tasks_of(case=case, for_actor=request.actor),
        "assignments": papers.assignments_of(case=case, for_actor=request.actor),
        "shares": papers.shares_of(case=case, for_actor=request.actor),
        "note_form": NoteForm(prefix="note"),
        "task_form": TaskForm(prefix="task", people=people),
        "assign_form": AssignForm(
            prefix="assign", people=people, initial={"user": case.assigned_to_id}
        ),
        "today": timezone.localdate(),
        "enquiries": enquiries_of(case=case, for_actor=request.actor, on=timezone.localdate()),
        "may_ask": request.actor.may("casework.enquiry.ask", compartment_id=case.compartment_id),
        "may_share": request.actor.may("casework.case.share", compartment_id=case.compartment_id),
    }
    return case_page(request, case, "work", context | bound, status=422 if bound else 200)


@require_POST
@needs("casework.note.add")
def note(request: Request, uuid: UUID) -> HttpResponse:
    case = find_case(uuid=uuid, for_actor=request.actor)
    form = NoteForm(request.POST, prefix="note")
    if not form.is_valid():
        return _page(request, case, note_form=form)
    add_note(
        case=case,
        text=form.cleaned_data["text"],
        audience=Audience.SHARED if form.cleaned_data["shared"] else Audience.OFFICE,
        actor=request.actor,
        at=timezone.now(),
    )
    messages.success(request, _("The note is on the case."))
    return redirect("casework:work", uuid=uuid)


@require_POST
@needs("casework.task.add")
def task(request: Request, uuid: UUID) -> HttpResponse:
    case = find_case(uuid=uuid, for_actor=request.actor)
    people = assignee_choices(case=case, for_actor=request.actor)
    form = TaskForm(request.POST, prefix="task", people=people)
    if not form.is_valid():
        return _page(request, case, task_form=form)
    title = form.cleaned_data["title"]
    add_task(
        case=case,
        title=Text(az=title, en=title, ru=title),
        user=colleague(case=case, key=form.cleaned_data["user"]),
        due_on=form.cleaned_data["due_on"],
        actor=request.actor,
        at=timezone.now(),
    )
    messages.success(request, _("The task is set."))
    return redirect("casework:work", uuid=uuid)


@require_POST
@needs("casework.task.add")
def task_done(request: Request, uuid: UUID, task: UUID) -> HttpResponse:
    case = find_case(uuid=uuid, for_actor=request.actor)
    found = papers.get_task(case=case, uuid=task, for_actor=request.actor)
    try:
        finish_task(task=found, actor=request.actor, at=timezone.now())
    except NotPossibleNow as error:
        messages.info(request, str(error))
    else:
        messages.success(request, _("The task is done."))
    return redirect("casework:work", uuid=uuid)


@require_POST
@needs("casework.case.assign")
def assign(request: Request, uuid: UUID) -> HttpResponse:
    case = find_case(uuid=uuid, for_actor=request.actor)
    people = assignee_choices(case=case, for_actor=request.actor)
    form = AssignForm(request.POST, prefix="assign", people=people)
    if not form.is_valid():
        return _page(request, case, assign_form=form)
    user = colleague(case=case, key=form.cleaned_data["user"])
    assign_case(case=case, user=user, actor=request.actor, at=timezone.now())
    messages.success(request, _("The assignment is changed."))
    return redirect("casework:work", uuid=uuid)
