"""Forms of the parts of a project."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from korpu.domains.programmes.forms.parts import IndicatorForm, PartForm
from korpu.domains.programmes.kinds import Kind, kind_named
from korpu.domains.programmes.models import Indicator, Part, Period, Project
from korpu.domains.programmes.offers import waiting_change
from korpu.domains.programmes.selectors import project_of
from korpu.domains.programmes.selectors.keeping import get_part, last_change
from korpu.domains.programmes.selectors.preview import preview
from korpu.domains.programmes.selectors.provenance import said_by_file
from korpu.domains.programmes.services.parts import (
    add_part,
    change_part,
    put_back_part,
    remove_part,
)
from korpu.domains.programmes.views.frame import frame
from korpu.domains.programmes.words_of_change import fields_of
from korpu.foundations.accounts.api import Request, needs
from korpu.kernel.errors import Conflict, InvalidInput

EDIT = "programmes.project.edit"


@needs(EDIT)
def add(request: Request, code: str, kind: str) -> HttpResponse:
    """Add a part."""
    project = project_of(code, for_actor=request.actor)
    request.actor.check(EDIT, compartment_id=project.compartment_id)
    found = kind_named(kind)
    initial = {name: request.GET[name] for name in request.GET}
    form = found.form(request.POST or None, project=project, initial=initial)
    if (looked := _looked_up(request, project, form, None)) is not None:
        return _form_page(request, project, found, form, **looked)
    if request.method == "POST" and form.is_valid() and _added(request, project, found, form):
        return _back(request, project, found, _("Added."))
    return _form_page(request, project, found, form)


@needs(EDIT)
def change(request: Request, code: str, kind: str, uuid: UUID) -> HttpResponse:
    """Change a part; where somebody was faster, both versions are shown."""
    project = project_of(code, for_actor=request.actor)
    found = kind_named(kind)
    part = get_part(found, project, uuid, for_actor=request.actor)
    form = found.form(request.POST or None, project=project, initial=found.form.initial_of(part))
    more: dict[str, Any] = {"part": part, "revision": part.revision}
    more["said"] = said_by_file(part, found.form, for_actor=request.actor)
    if isinstance(part, Period):
        more["waiting"] = waiting_change(part)
    if (looked := _looked_up(request, project, form, part)) is not None:
        return _form_page(request, project, found, form, **more, **looked)
    if request.method == "POST" and form.is_valid():
        try:
            if _changed(request, part, form):
                return _back(request, project, found, _("Saved."))
        except Conflict as conflict:
            more["conflict"] = conflict
            theirs = last_change(part)
            more |= {"change": theirs, "theirs": fields_of(theirs) if theirs else []}
    return _form_page(request, project, found, form, **more)


@needs(EDIT)
@require_POST
def remove(request: Request, code: str, kind: str, uuid: UUID) -> HttpResponse:
    """Take a part out."""
    project = project_of(code, for_actor=request.actor)
    found = kind_named(kind)
    part = get_part(found, project, uuid, for_actor=request.actor)
    revision = _revision(request)
    remove_part(part=part, revision=revision, actor=request.actor, at=timezone.now())
    return _back(request, project, found, _("Taken out. It can be put back below."))


@needs(EDIT)
@require_POST
def put_back(request: Request, code: str, kind: str, uuid: UUID) -> HttpResponse:
    """Undo taking a part out."""
    project = project_of(code, for_actor=request.actor)
    found = kind_named(kind)
    part = get_part(found, project, uuid, for_actor=request.actor)
    put_back_part(part=part, actor=request.actor, at=timezone.now())
    return _back(request, project, found, _("Put back."))


def _looked_up(
    request: Request, project: Project, form: PartForm, part: Part | None
) -> dict[str, Any] | None:
    """What the chosen counter counts, where that was asked for instead of saving."""
    if "preview" not in request.POST or not isinstance(form, IndicatorForm) or not form.is_valid():
        return None
    indicator = part if isinstance(part, Indicator) else None
    counts = preview(project, form.values(), indicator=indicator, for_actor=request.actor)
    return {"preview": counts}


def _added(request: Request, project: Project, kind: Kind, form: PartForm) -> bool:
    try:
        add_part(
            model=kind.model,
            project=project,
            values=form.values(),
            actor=request.actor,
            at=timezone.now(),
        )
    except InvalidInput as error:
        form.add_invalid_input(error)
        return False
    return True


def _changed(request: Request, part: Part, form: PartForm) -> bool:
    try:
        change_part(
            part=part,
            values=form.values(),
            revision=_revision(request),
            actor=request.actor,
            at=timezone.now(),
        )
    except InvalidInput as error:
        form.add_invalid_input(error)
        return False
    return True


def _revision(request: Request) -> int:
    """The revision the page was made from; a missing or broken one is an old one."""
    given = request.POST.get("revision", "")
    return int(given) if given.isdecimal() and len(given) < 10 else 0  # noqa: PLR2004  fits the column


def _back(request: Request, project: Project, kind: Kind, said: str) -> HttpResponse:
    messages.success(request, said)
    return redirect(f"programmes:{kind.tab}", code=project.code)


def _form_page(
    request: Request, project: Project, kind: Kind, form: PartForm, **more: Any
) -> HttpResponse:
    context = frame(request, project, kind.tab) | {"kind": kind, "form": form} | more
    status = 409 if "conflict" in more else 422 if form.errors else 200
    return render(request, "programmes/part.html", context, status=status)
