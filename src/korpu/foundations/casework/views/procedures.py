"""The procedures as declared: drawing, sheet, articles. For everybody who works here."""

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone

from korpu.foundations.accounts.api import Request, signed_in
from korpu.foundations.casework.selectors.procedures import procedure_page, procedures_in_force


@signed_in
def index(request: Request) -> HttpResponse:
    found = procedures_in_force(on=timezone.localdate())
    return render(request, "casework/procedures.html", {"procedures": found})


@signed_in
def show(request: Request, identifier: str) -> HttpResponse:
    page = procedure_page(identifier=identifier, on=timezone.localdate())
    return render(request, "casework/procedure.html", {"page": page})
