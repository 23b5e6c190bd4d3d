"""Events as organisers see them."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse, HttpResponseBase, QueryDict
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from korpu.domains.events.forms.event import EventForm, PlaceForms, ReasonForm, SideForms
from korpu.domains.events.permissions import ANNOUNCE, KEEP, PARTICIPANTS, READ
from korpu.domains.events.selectors.events import (
    EventFile,
    compartments_for_new,
    every_event,
    get_event,
    list_events,
)
from korpu.domains.events.services.events import (
    announce_event,
    cancel_event,
    change_event,
    close_event,
    create_event,
    set_places,
    why_not_announced,
)
from korpu.domains.events.shown import facts_context, tabs
from korpu.domains.events.tables import EVENTS
from korpu.foundations.accounts.api import Request, needs
from korpu.foundations.ui.tables import csv_response
from korpu.kernel.errors import Conflict, InvalidInput, NotPossibleNow

UNPROCESSABLE = 422


def posted(request: Request) -> QueryDict | None:
    """What was sent, also when it is nothing; None: the form was only asked for."""
    return request.POST if request.method == "POST" else None


def site_of(request: Request) -> str:
    """The beginning of links in messages."""
    return request.build_absolute_uri("/")


def page(request: Request, name: str, file: EventFile, active: str, **context: Any) -> HttpResponse:
    """A tab of the event's page; a form with faults answers 422."""
    may_keep = request.actor.may(PARTICIPANTS, compartment_id=file.event.compartment_id)
    shared = facts_context(file) | {"tabs": tabs(file.event, active, may_keep=may_keep)}
    shared["has_faults"] = False
    status = UNPROCESSABLE if context.get("has_faults") else 200
    return render(request, f"events/staff/{name}.html", shared | context, status=status)


@needs(READ)
def listing(request: Request) -> HttpResponse:
    """Events of one's offices."""
    asked = EVENTS.read(request.GET)
    found = list_events(asked=asked, for_actor=request.actor)
    return render(request, "events/staff/list.html", {"table": asked.show(found)})


@needs(READ)
def listing_csv(request: Request) -> HttpResponseBase:
    """The list as it is filtered, without names of people."""
    asked = EVENTS.read(request.GET)
    rows = every_event(asked=asked, for_actor=request.actor)
    return csv_response(EVENTS.columns, rows, "events")


@needs(READ)
def event(request: Request, uuid: UUID) -> HttpResponse:
    """An event: what it is, what can be done next."""
    file = get_event(uuid=uuid, for_actor=request.actor)
    refusal = why_not_announced(file.event)
    return page(request, "event", file, "overview", refusal=refusal, cancel_form=ReasonForm())


@needs(KEEP)
def new(request: Request) -> HttpResponse:
    """Begin preparing an event."""
    form = EventForm(posted(request), actor=request.actor)
    places = compartments_for_new(for_actor=request.actor)
    if form.is_valid():
        try:
            made = create_event(
                facts=form.facts(), compartment=places[0], actor=request.actor, at=timezone.now()
            )
        except InvalidInput as error:
            form.add_invalid_input(error)
        else:
            return redirect("events:event", made.uuid)
    status = UNPROCESSABLE if form.errors else 200
    return render(request, "events/staff/new.html", {"form": form}, status=status)


@needs(KEEP)
def edit(request: Request, uuid: UUID) -> HttpResponse:
    """Change what is stated about an event."""
    file = get_event(uuid=uuid, for_actor=request.actor, permission=KEEP)
    form = EventForm(posted(request), actor=request.actor, event=file.event)
    if form.is_valid():
        try:
            change_event(
                event=file.event,
                facts=form.facts(),
                expected_version=form.cleaned_data["expected_version"] or 0,
                actor=request.actor,
                at=timezone.now(),
                site=site_of(request),
            )
        except InvalidInput as error:
            form.add_invalid_input(error)
        except (Conflict, NotPossibleNow) as error:
            form.add_error(None, str(error))
        else:
            messages.success(request, _("The event is saved."))
            return redirect("events:event", uuid)
    return page(request, "edit", file, "overview", form=form, has_faults=bool(form.errors))


@needs(KEEP)
def places(request: Request, uuid: UUID) -> HttpResponse:
    """Where it is held and who takes part in which role."""
    file = get_event(uuid=uuid, for_actor=request.actor, permission=KEEP)
    venue_forms = PlaceForms(posted(request), initial=_rows(file.venues), prefix="venue")
    side_forms = SideForms(posted(request), initial=_rows(file.sides), prefix="side")
    if request.method == "POST" and venue_forms.is_valid() and side_forms.is_valid():
        set_places(
            event=file.event,
            venues=[venue for form in venue_forms if (venue := form.facts())],
            sides=[side for form in side_forms if (side := form.facts())],
            actor=request.actor,
        )
        messages.success(request, _("Places and sides are saved."))
        return redirect("events:event", uuid)
    has_faults = request.method == "POST"
    forms = {"venue_forms": venue_forms, "side_forms": side_forms, "has_faults": has_faults}
    return page(request, "places", file, "overview", **forms)


@needs(ANNOUNCE)
def announce(request: Request, uuid: UUID) -> HttpResponse:
    """Make it known."""
    file = get_event(uuid=uuid, for_actor=request.actor, permission=ANNOUNCE)
    if request.method == "POST":
        announce_event(event=file.event, actor=request.actor, at=timezone.now())
        messages.success(request, _("The event is announced."))
    return redirect("events:event", uuid)


@needs(KEEP)
def close(request: Request, uuid: UUID) -> HttpResponse:
    """Say that it took place."""
    file = get_event(uuid=uuid, for_actor=request.actor, permission=KEEP)
    if request.method == "POST":
        close_event(event=file.event, actor=request.actor, at=timezone.now())
        messages.success(request, _("The event took place; its figures count from now on."))
    return redirect("events:event", uuid)


@needs(ANNOUNCE)
def cancel(request: Request, uuid: UUID) -> HttpResponse:
    """Call it off, with a reason that everybody is told."""
    file = get_event(uuid=uuid, for_actor=request.actor, permission=ANNOUNCE)
    form = ReasonForm(posted(request))
    if form.is_valid():
        cancel_event(
            event=file.event,
            reason=form.cleaned_data["reason"],
            actor=request.actor,
            at=timezone.now(),
            site=site_of(request),
        )
        messages.success(request, _("The event is called off and everybody is told."))
        return redirect("events:event", uuid)
    return page(request, "cancel", file, "overview", form=form, has_faults=bool(form.errors))


def _rows(parts: Any) -> list[dict[str, Any]]:
    return [
        {key: value for key, value in vars(part).items() if not key.startswith("_")}
        for part in parts
    ]
