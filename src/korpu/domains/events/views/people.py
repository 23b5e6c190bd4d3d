"""The list of participants and the invitations, as organisers keep them."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _

from korpu.domains.events.forms.people import EnteredPersonForm, InvitationForm
from korpu.domains.events.permissions import PARTICIPANTS
from korpu.domains.events.selectors.events import EventFile, get_event
from korpu.domains.events.selectors.people import (
    all_participants,
    invitation_for,
    invitations_of,
    list_participants,
    participant_for,
)
from korpu.domains.events.services.invitations import invite_institution, withdraw_invitation
from korpu.domains.events.services.registration import (
    cancel_participant,
    change_participant,
    enter_participant,
    facts_of,
)
from korpu.domains.events.tables import PARTICIPANT_COLUMNS, PARTICIPANTS_LIST
from korpu.domains.events.views.staff import page, posted, site_of
from korpu.foundations.accounts.api import Request, needs
from korpu.foundations.audit.api import record_export
from korpu.foundations.ui.tables import csv_response
from korpu.kernel.errors import Conflict, InvalidInput, NotPossibleNow


def file_of(request: Request, uuid: UUID) -> EventFile:
    """The event, for somebody who keeps its list."""
    return get_event(uuid=uuid, for_actor=request.actor, permission=PARTICIPANTS)


@needs(PARTICIPANTS)
def participants(request: Request, uuid: UUID) -> HttpResponse:
    """Who is on the list."""
    file = file_of(request, uuid)
    asked = PARTICIPANTS_LIST.read(request.GET)
    found = list_participants(event=file.event, asked=asked, for_actor=request.actor)
    return page(request, "participants", file, "participants", table=asked.show(found))


@needs(PARTICIPANTS)
def participants_csv(request: Request, uuid: UUID) -> HttpResponseBase:
    """The whole list as a file; that it was taken out is recorded."""
    file = file_of(request, uuid)
    asked = PARTICIPANTS_LIST.read(request.GET)
    rows = all_participants(event=file.event, asked=asked, for_actor=request.actor)
    record_export(actor=request.actor, object_type="events.event", object_uuid=file.event.uuid)
    return csv_response(PARTICIPANT_COLUMNS, rows.iterator(), f"{file.event.slug}-participants")


@needs(PARTICIPANTS)
def add_participant(request: Request, uuid: UUID) -> HttpResponse:
    """Put somebody on the list."""
    file = file_of(request, uuid)
    form = EnteredPersonForm(posted(request), initial={"language": "az"})
    if form.is_valid():
        try:
            enter_participant(
                event=file.event,
                facts=form.facts(),
                actor=request.actor,
                at=timezone.now(),
                site=site_of(request),
            )
        except InvalidInput as error:
            form.add_invalid_input(error)
        except NotPossibleNow as error:
            form.add_error(None, str(error))
        else:
            messages.success(request, _("The person is on the list."))
            return redirect("events:participants", uuid)
    title = _("Put somebody on the list")
    return page(
        request, "person", file, "participants", form=form, heading=title,
        has_faults=bool(form.errors),
    )  # fmt: skip


@needs(PARTICIPANTS)
def participant(request: Request, uuid: UUID, person: UUID) -> HttpResponse:
    """Correct what is known of a participant."""
    file = file_of(request, uuid)
    found = participant_for(event=file.event, uuid=person, for_actor=request.actor)
    known = facts_of(found)
    initial = {name: getattr(known, name) for name in known.__dataclass_fields__}
    form = EnteredPersonForm(posted(request), initial=initial)
    if form.is_valid():
        try:
            change_participant(
                participant=found, facts=form.facts(), actor=request.actor, expected=known
            )
        except InvalidInput as error:
            form.add_invalid_input(error)
        except Conflict as error:
            form.add_error(None, str(error))
        else:
            messages.success(request, _("The person is saved."))
            return redirect("events:participants", uuid)
    return page(
        request, "person", file, "participants", form=form, heading=str(found), person=found,
        has_faults=bool(form.errors),
    )  # fmt: skip


@needs(PARTICIPANTS)
def remove_participant(request: Request, uuid: UUID, person: UUID) -> HttpResponse:
    """Take somebody off the list."""
    file = file_of(request, uuid)
    found = participant_for(event=file.event, uuid=person, for_actor=request.actor)
    if request.method == "POST":
        cancel_participant(
            participant=found, actor=request.actor, at=timezone.now(), site=site_of(request)
        )
        messages.success(request, _("The registration is cancelled."))
    return redirect("events:participants", uuid)


@needs(PARTICIPANTS)
def invitations(request: Request, uuid: UUID) -> HttpResponse:
    """Which institutions are invited, and whom they named."""
    file = file_of(request, uuid)
    form = InvitationForm(posted(request), initial={"language": "az"})
    if form.is_valid():
        try:
            invite_institution(
                event=file.event,
                facts=form.facts(),
                actor=request.actor,
                at=timezone.now(),
                site=site_of(request),
            )
        except InvalidInput as error:
            form.add_invalid_input(error)
        except NotPossibleNow as error:
            form.add_error(None, str(error))
        else:
            messages.success(request, _("The invitation is sent."))
            return redirect("events:invitations", uuid)
    sent = invitations_of(file.event)
    return page(
        request, "invitations", file, "invitations", form=form, invitations=sent,
        has_faults=bool(form.errors),
    )  # fmt: skip


@needs(PARTICIPANTS)
def close_invitation(request: Request, uuid: UUID, invitation: UUID) -> HttpResponse:
    """Nobody more is named under it."""
    file = file_of(request, uuid)
    found = invitation_for(event=file.event, uuid=invitation)
    if request.method == "POST":
        withdraw_invitation(invitation=found, actor=request.actor)
        messages.success(request, _("The invitation is withdrawn."))
    return redirect("events:invitations", uuid)
