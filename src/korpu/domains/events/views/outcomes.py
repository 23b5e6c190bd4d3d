"""What comes after an event: answers, minutes, tasks, certificates."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from korpu.domains.events.declarations import event_rules
from korpu.domains.events.forms.outcome import (
    DecisionForm,
    EvaluationForm,
    EvidenceForm,
    MinutesForm,
)
from korpu.domains.events.permissions import KEEP, READ
from korpu.domains.events.selectors.events import (
    colleagues,
    get_event,
    minutes_of,
)
from korpu.domains.events.selectors.people import my_page
from korpu.domains.events.selectors.results import results_of
from korpu.domains.events.selectors.tasks import decision_for, open_tasks
from korpu.domains.events.services.outcomes import (
    add_decision,
    evaluate,
    finish_task,
    keep_minutes,
)
from korpu.domains.events.shown import facts_context
from korpu.domains.events.views.joining import secret
from korpu.domains.events.views.staff import UNPROCESSABLE, page, posted
from korpu.foundations.accounts.api import Request, needs, public, signed_in
from korpu.kernel.errors import InvalidInput


@needs(READ)
def outcome(request: Request, uuid: UUID) -> HttpResponse:
    """Answers, minutes and decisions."""
    file = get_event(uuid=uuid, for_actor=request.actor)
    results, minutes = results_of(file.event), minutes_of(file.event)
    return page(request, "outcome", file, "outcome", results=results, minutes=minutes)


@needs(KEEP)
def minutes(request: Request, uuid: UUID) -> HttpResponse:
    """Write down what was said."""
    file = get_event(uuid=uuid, for_actor=request.actor, permission=KEEP)
    known = minutes_of(file.event)
    form = MinutesForm(posted(request), initial={"text": known.text if known else ""})
    if form.is_valid():
        text = form.cleaned_data["text"]
        keep_minutes(event=file.event, text=text, actor=request.actor, at=timezone.now())
        messages.success(request, _("The minutes are saved."))
        return redirect("events:outcome", uuid)
    context = {"form": form, "heading": _("Minutes"), "has_faults": bool(form.errors)}
    return page(request, "simple_form", file, "outcome", back="events:outcome", **context)


@needs(KEEP)
def new_decision(request: Request, uuid: UUID) -> HttpResponse:
    """Write down a decision."""
    file = get_event(uuid=uuid, for_actor=request.actor, permission=KEEP)
    form = DecisionForm(posted(request), people=colleagues(for_actor=request.actor))
    if form.is_valid():
        try:
            add_decision(
                event=file.event,
                text=form.cleaned_data["text"],
                owner=form.people.get(form.cleaned_data["owner"]),
                due_on=form.cleaned_data["due_on"],
                actor=request.actor,
                at=timezone.now(),
            )
        except InvalidInput as error:
            form.add_invalid_input(error)
        else:
            messages.success(request, _("The decision is written down."))
            return redirect("events:outcome", uuid)
    context = {"form": form, "heading": _("A decision"), "has_faults": bool(form.errors)}
    return page(request, "simple_form", file, "outcome", back="events:outcome", **context)


@signed_in
def tasks(request: Request) -> HttpResponse:
    """My open tasks from decisions."""
    context = {"tasks": open_tasks(for_actor=request.actor), "today": timezone.localdate()}
    return render(request, "events/staff/tasks.html", context)


@signed_in
def finish(request: Request, uuid: UUID) -> HttpResponse:
    """A task is done, and what shows it."""
    decision = decision_for(uuid=uuid, for_actor=request.actor)
    form = EvidenceForm(posted(request))
    if form.is_valid():
        finish_task(
            decision=decision,
            evidence=form.cleaned_data["evidence"],
            actor=request.actor,
            at=timezone.now(),
        )
        messages.success(request, _("The task is done."))
        return redirect("events:tasks")
    context = {"form": form, "decision": decision}
    status = UNPROCESSABLE if form.errors else 200
    return render(request, "events/staff/finish.html", context, status=status)


@public
def my_evaluation(request: Request, token: str) -> HttpResponse:
    """A participant answers the questions; the answers are kept without the person."""
    shown = my_page(token=token, at=timezone.now())
    form = EvaluationForm(posted(request), questions=event_rules().questions)
    if form.is_valid():
        evaluate(token=token, answers=form.answers(), at=timezone.now())
        messages.success(request, _("Thank you. Your answers are kept without your name."))
        return redirect("events:mine", token)
    context = facts_context(shown.file) | {"shown": shown, "form": form, "token": token}
    status = UNPROCESSABLE if form.errors else 200
    return secret(render(request, "events/mine/evaluate.html", context, status=status))
