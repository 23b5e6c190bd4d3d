"""The programme of an event and its files, as organisers keep them."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _

from korpu.domains.events.enums import Audience
from korpu.domains.events.forms.programme import MaterialForm, SessionForm
from korpu.domains.events.permissions import KEEP, READ
from korpu.domains.events.selectors.events import (
    EventFile,
    get_event,
    get_public_event,
    material_of,
    session_of,
)
from korpu.domains.events.services.programme import (
    add_material,
    add_session,
    change_session,
    remove_material,
    remove_session,
)
from korpu.domains.events.views.staff import page, posted
from korpu.foundations.accounts.api import Request, needs, public
from korpu.foundations.files.api import download_response
from korpu.kernel.errors import InvalidInput, NotFound, NotPossibleNow


@needs(READ)
def programme(request: Request, uuid: UUID) -> HttpResponse:
    """Sessions by half-day, and the files."""
    return page(request, "programme", get_event(uuid=uuid, for_actor=request.actor), "programme")


@needs(KEEP)
def new_session(request: Request, uuid: UUID) -> HttpResponse:
    """Add an item."""
    file = _kept(request, uuid)
    form = SessionForm(posted(request), venues=list(file.venues), first=file.event.starts_on)
    if form.is_valid():
        try:
            add_session(event=file.event, facts=form.facts(), actor=request.actor)
        except InvalidInput as error:
            form.add_invalid_input(error)
        else:
            messages.success(request, _("The programme is saved."))
            return redirect("events:programme", uuid)
    return page(request, "session", file, "programme", form=form, has_faults=bool(form.errors))


@needs(KEEP)
def session(request: Request, uuid: UUID, pk: int) -> HttpResponse:
    """Change an item, or take it out."""
    file = _kept(request, uuid)
    found = session_of(event=file.event, pk=pk)
    if request.POST.get("remove"):
        remove_session(session=found, actor=request.actor)
        messages.success(request, _("The item is taken out."))
        return redirect("events:programme", uuid)
    form = SessionForm(posted(request), venues=list(file.venues), session=found)
    if form.is_valid():
        try:
            change_session(session=found, facts=form.facts(), actor=request.actor)
        except InvalidInput as error:
            form.add_invalid_input(error)
        except NotPossibleNow as error:
            form.add_error(None, str(error))
        else:
            messages.success(request, _("The programme is saved."))
            return redirect("events:programme", uuid)
    context = {"form": form, "session": found, "has_faults": bool(form.errors)}
    return page(request, "session", file, "programme", **context)


@needs(KEEP)
def new_material(request: Request, uuid: UUID) -> HttpResponse:
    """Add a file."""
    file = _kept(request, uuid)
    form = MaterialForm(posted(request), request.FILES or None)
    if form.is_valid():
        given = form.cleaned_data
        try:
            add_material(
                event=file.event,
                upload=given["file"],
                title=given["title"],
                language=given["language"],
                audience=Audience(given["audience"]),
                actor=request.actor,
                at=timezone.now(),
            )
        except InvalidInput as error:
            form.add_invalid_input(error)
        else:
            messages.success(request, _("The file is added."))
            return redirect("events:programme", uuid)
    return page(request, "new_material", file, "programme", form=form, has_faults=bool(form.errors))


@needs(READ)
def material(request: Request, uuid: UUID, material: UUID) -> HttpResponseBase:
    """A file, for organisers; with POST it is taken away."""
    if request.method == "POST":
        file = _kept(request, uuid)
        remove_material(material=material_of(event=file.event, uuid=material), actor=request.actor)
        messages.success(request, _("The file is taken away."))
        return redirect("events:programme", uuid)
    file = get_event(uuid=uuid, for_actor=request.actor)
    found = material_of(event=file.event, uuid=material)
    return download_response(found.file, found.title)


@public
def public_material(request: Request, slug: str, uuid: UUID) -> HttpResponseBase:
    """A file for everybody."""
    file = get_public_event(slug=slug, for_actor=request.actor)
    found = material_of(event=file.event, uuid=uuid)
    if found.audience != Audience.PUBLIC:
        raise NotFound(_("There is no such file."))
    return download_response(found.file, found.title)


def _kept(request: Request, uuid: UUID) -> EventFile:
    return get_event(uuid=uuid, for_actor=request.actor, permission=KEEP)
