"""The code lists as they are loaded: for everybody who works here."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from korpu.foundations.codelists.selectors import all_lists, codes_of
from korpu.kernel.access import signed_in


@signed_in
def index(request: HttpRequest) -> HttpResponse:
    return render(request, "codelists/index.html", {"lists": all_lists()})


@signed_in
def show(request: HttpRequest, name: str) -> HttpResponse:
    found, codes = codes_of(name)
    context = {"list": found, "codes": codes, "today": timezone.localdate()}
    return render(request, "codelists/list.html", context)
