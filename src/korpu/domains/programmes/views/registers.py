"""The registers all projects share: listed, filled and corrected."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from korpu.domains.programmes.forms.registers import EntryForm
from korpu.domains.programmes.registers import REGISTERS, Register, register_named
from korpu.domains.programmes.selectors.provenance import said_by_file
from korpu.domains.programmes.selectors.registers import entries, get_entry
from korpu.domains.programmes.services.registers import (
    add_entry,
    change_entry,
    end_entry,
    put_back_entry,
)
from korpu.foundations.accounts.api import Request, needs
from korpu.foundations.ui.tables import fetch_page
from korpu.kernel.errors import Conflict, InvalidInput

READ, EDIT = "programmes.project.read", "programmes.project.edit"


@needs(READ)
def register(request: Request, register: str) -> HttpResponse:
    """The entries of a register."""
    found = register_named(register)
    asked = found.table.read(request.GET)
    rows = entries(found.model, for_actor=request.actor, **asked.filters)
    page = fetch_page(rows, asked, key="uuid")
    context = {"register": found, "registers": REGISTERS, "table": asked.show(page)}
    context["can_edit"] = request.actor.may(EDIT)
    return render(request, "programmes/register.html", context)


@needs(EDIT)
def add(request: Request, register: str) -> HttpResponse:
    """Add an entry."""
    found = register_named(register)
    form = found.form(request.POST or None, entry=None)
    if request.method == "POST" and form.is_valid():
        try:
            values, now = form.values(), timezone.now()
            add_entry(model=found.model, values=values, actor=request.actor, at=now)
        except InvalidInput as error:
            form.add_invalid_input(error)
        else:
            return _back(request, found, _("Added."))
    return _page(request, found, form)


@needs(EDIT)
def change(request: Request, register: str, uuid: UUID) -> HttpResponse:
    """Change an entry; where somebody was faster, both versions are shown."""
    found = register_named(register)
    entry = get_entry(found.model, uuid, for_actor=request.actor)
    initial = found.form.initial_of(entry)
    form = found.form(request.POST or None, entry=entry, initial=initial)
    more: dict[str, Any] = {"entry": entry}
    more["said"] = said_by_file(entry, found.form, for_actor=request.actor)
    if request.method == "POST" and form.is_valid():
        try:
            _change(request, entry, form)
        except InvalidInput as error:
            form.add_invalid_input(error)
        except Conflict as conflict:
            more["conflict"] = conflict
        else:
            return _back(request, found, _("Saved."))
    return _page(request, found, form, **more)


@needs(EDIT)
@require_POST
def end(request: Request, register: str, uuid: UUID) -> HttpResponse:
    """Take an entry out of the register."""
    found = register_named(register)
    entry = get_entry(found.model, uuid, for_actor=request.actor)
    revision = _revision(request)
    end_entry(entry=entry, revision=revision, actor=request.actor, at=timezone.now())
    return _back(request, found, _("Taken out. It can be put back from the list of those."))


@needs(EDIT)
@require_POST
def put_back(request: Request, register: str, uuid: UUID) -> HttpResponse:
    """Undo taking an entry out."""
    found = register_named(register)
    entry = get_entry(found.model, uuid, for_actor=request.actor)
    put_back_entry(entry=entry, actor=request.actor, at=timezone.now())
    return _back(request, found, _("Put back."))


def _change(request: Request, entry: Any, form: EntryForm) -> None:
    change_entry(
        entry=entry,
        values=form.values(),
        revision=_revision(request),
        actor=request.actor,
        at=timezone.now(),
    )


def _revision(request: Request) -> int:
    given = request.POST.get("revision", "")
    return int(given) if given.isdecimal() and len(given) < 10 else 0  # noqa: PLR2004  fits the column


def _back(request: Request, register: Register, said: str) -> HttpResponse:
    messages.success(request, said)
    return redirect("programmes:register", register=register.id)


def _page(request: Request, register: Register, form: EntryForm, **more: Any) -> HttpResponse:
    status = 409 if "conflict" in more else 422 if form.errors else 200
    context = {"register": register, "form": form} | more
    return render(request, "programmes/entry.html", context, status=status)
