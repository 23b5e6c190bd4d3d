"""The pages on which a case is read."""

from uuid import UUID

from django.http import HttpResponse
from django.utils import timezone

from korpu.foundations.accounts.api import Request, needs, signed_in
from korpu.foundations.casework.selectors import cases as selectors
from korpu.foundations.casework.selectors.overview import overview_of
from korpu.foundations.casework.selectors.parties import people_of
from korpu.foundations.casework.selectors.readers import readers_of
from korpu.foundations.casework.views.common import case_page, read_case


@signed_in
def overview(request: Request, uuid: UUID) -> HttpResponse:
    case = read_case(request, uuid)
    found = overview_of(case=case, for_actor=request.actor, on=timezone.localdate())
    return case_page(request, case, "case", {"overview": found})


@signed_in
def log(request: Request, uuid: UUID) -> HttpResponse:
    case = read_case(request, uuid)
    entries = selectors.log_of(case=case, for_actor=request.actor)
    return case_page(request, case, "log", {"entries": entries})


@needs("casework.case.read")
def people(request: Request, uuid: UUID) -> HttpResponse:
    case = read_case(request, uuid)
    found = people_of(case=case, for_actor=request.actor)
    context = {"people": found, "may_read_persons": request.actor.may("persons.person.read")}
    return case_page(request, case, "people", context)


@needs("casework.case.read")
def readers(request: Request, uuid: UUID) -> HttpResponse:
    case = read_case(request, uuid)
    found = readers_of(case=case, for_actor=request.actor)
    return case_page(request, case, "readers", {"readings": found})
