"""Checking and publishing IATI files, for those who work on projects."""

from uuid import UUID

from django.conf import settings
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from korpu.domains.programmes.iati.forms import DetailsForm
from korpu.domains.programmes.iati.reporting import reporting
from korpu.domains.programmes.iati.selectors import (
    find_version,
    organisation_record,
    profile_of,
    project_activity,
    projects_with_files,
    recent_imports,
    told_of,
    versions_of,
)
from korpu.domains.programmes.iati.services.profiles import change_profile
from korpu.domains.programmes.iati.services.publishing import (
    publish_organisation_record,
    publish_project_record,
)
from korpu.domains.programmes.iati.showing import check_of
from korpu.domains.programmes.iati.tables import FILES
from korpu.domains.programmes.iati.views.responses import xml_response
from korpu.domains.programmes.selectors import get_project
from korpu.engines.iati.api import lists_as_of
from korpu.foundations.accounts.api import Request, needs
from korpu.foundations.ui.tables import fetch_page
from korpu.kernel.errors import InvalidInput


@needs("programmes.project.read")
def overview(request: Request) -> HttpResponse:
    """Every project of the reader and what of it is published as IATI."""
    asked = FILES.read(request.GET)
    page = fetch_page(projects_with_files(for_actor=request.actor), asked, key="code")
    context = {
        "table": asked.show(page),
        "organisation": next(iter(versions_of(None)), None),
        "imports": recent_imports(for_actor=request.actor),
        "may_import": request.actor.may("programmes.project.edit"),
    }
    return render(request, "programmes/iati/overview.html", context)


@needs("programmes.project.read")
def check(request: Request, code: str) -> HttpResponse:
    """What a project's file would say, what is wrong with it, and publishing it."""
    file = get_project(code, for_actor=request.actor)
    project, at, base = file.project, timezone.now(), settings.KORPU_SITE_URL
    if request.method == "POST":
        seen = request.POST.get("seen", "")
        publish_project_record(
            project=project, base_url=base, seen=seen, actor=request.actor, at=at
        )
        messages.success(request, _("The project's IATI file is published."))
        return redirect("programmes_iati:check", code)
    record = project_activity(code, for_actor=request.actor, base_url=base, at=at)
    told = told_of(file, profile_of(project), request.actor, base)
    context = {
        "project": project,
        "check": check_of(record, at=at, told=told),
        "profile": profile_of(project),
        "versions": versions_of(project),
        "reporting": reporting(),
        "lists_as_of": lists_as_of(),
        "may_edit": _may(request, "programmes.project.edit", project.compartment_id),
        "may_publish": _may(request, "programmes.project.publish", project.compartment_id),
    }
    return render(request, "programmes/iati/check.html", context)


@needs("programmes.project.read")
def organisation(request: Request) -> HttpResponse:
    """The same for the file of the reporting organisation."""
    at = timezone.now()
    if request.method == "POST":
        seen = request.POST.get("seen", "")
        publish_organisation_record(seen=seen, actor=request.actor, at=at)
        messages.success(request, _("The organisation's IATI file is published."))
        return redirect("programmes_iati:organisation")
    context = {
        "check": check_of(organisation_record(at=at), at=at, told=None),
        "versions": versions_of(None),
        "reporting": reporting(),
        "lists_as_of": lists_as_of(),
        "may_publish": request.actor.may("programmes.project.publish"),
    }
    return render(request, "programmes/iati/organisation.html", context)


@needs("programmes.project.edit")
def details(request: Request, code: str) -> HttpResponse:
    """Identifier, sector and country of a project's file."""
    project = get_project(code, for_actor=request.actor).project
    profile = profile_of(project)
    names = ("identifier", "sector", "country", "revision")
    form = DetailsForm(
        request.POST if request.method == "POST" else None,
        initial={name: getattr(profile, name) for name in names},
    )
    if request.method == "POST" and form.is_valid():
        values = dict(form.cleaned_data)
        try:
            change_profile(
                project=project,
                revision=values.pop("revision"),
                values=values,
                actor=request.actor,
                at=timezone.now(),
            )
        except InvalidInput as refused:
            form.add_invalid_input(refused)
        else:
            return redirect("programmes_iati:check", code)
    context = {"form": form, "project": project}
    return render(request, "programmes/iati/details.html", context, status=_status(form))


@needs("programmes.project.read")
def version(request: Request, uuid: UUID) -> HttpResponse:
    """A published version as a file of its own."""
    found = find_version(uuid, for_actor=request.actor)
    return xml_response([found], f"{found.identifier}-{found.number}")


def _status(form: DetailsForm) -> int:
    return 422 if form.is_bound and form.errors else 200


def _may(request: Request, permission: str, compartment_id: int) -> bool:
    return request.actor.may(permission, compartment_id=compartment_id)
