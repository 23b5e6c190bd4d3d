"""The IATI files, for everybody."""

from django.http import HttpResponse
from django.shortcuts import render

from korpu.domains.programmes.iati.selectors import (
    NOT_PUBLISHED,
    newest_organisation,
    newest_records,
)
from korpu.domains.programmes.iati.views.responses import xml_response
from korpu.foundations.accounts.api import Request, public
from korpu.foundations.ui.public import published
from korpu.kernel.errors import NotFound


@public
@published()
def files(request: Request) -> HttpResponse:
    """What is published as IATI and how to use it."""
    records = newest_records(for_actor=request.actor)
    return render(request, "programmes/iati/files.html", {"records": records})


@public
@published()
def activities(request: Request) -> HttpResponse:
    """Every public project in one file."""
    records = newest_records(for_actor=request.actor)
    if not records:
        raise NotFound(NOT_PUBLISHED)
    return xml_response(records, "activities")


@public
@published()
def activity(request: Request, code: str) -> HttpResponse:
    """One public project."""
    return xml_response(newest_records(for_actor=request.actor, code=code), code)


@public
@published()
def organisation(request: Request) -> HttpResponse:
    """The reporting organisation."""
    return xml_response([newest_organisation(for_actor=request.actor)], "organisation")
