"""Looking for a person, and registering one who was not found."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from korpu.foundations.accounts.api import Request, needs
from korpu.foundations.codelists.api import titles
from korpu.foundations.persons.forms import REFUSALS, RegisterForm, SearchForm, show_refusal
from korpu.foundations.persons.selectors import candidates_shown, compartments_to, get_receipt
from korpu.foundations.persons.services.registration import create_person
from korpu.foundations.persons.services.searching import search_persons


@needs("persons.person.search")
def search(request: Request) -> HttpResponse:
    """The form; what was typed is sent in the body, so that no name stands in an address."""
    form = SearchForm(request.POST) if request.method == "POST" else SearchForm()
    if form.is_bound and form.is_valid():
        try:
            found = search_persons(query=form.query(), actor=request.actor, at=timezone.now())
        except REFUSALS as error:
            show_refusal(form, error)
        else:
            return redirect("persons:found", searched=found.receipt.uuid)
    status = 422 if form.is_bound else 200
    return render(request, "persons/search.html", {"form": form, "result": None}, status=status)


@needs("persons.person.search")
def found(request: Request, searched: UUID) -> HttpResponse:
    """What a search showed, with the search itself to change and repeat."""
    receipt = get_receipt(uuid=searched, for_actor=request.actor)
    typed = {name: getattr(receipt, name) for name in SearchForm.base_fields}
    result = {
        "receipt": receipt,
        "candidates": candidates_shown(searched=receipt, for_actor=request.actor),
        "countries": titles("nationalities"),
        "may_create": request.actor.may("persons.person.create") and bool(receipt.keys),
        "may_merge": request.actor.may("persons.person.merge"),
    }
    context = {"form": SearchForm(initial=typed), "result": result}
    return render(request, "persons/search.html", context)


@needs("persons.person.create")
def register(request: Request, searched: UUID) -> HttpResponse:
    """A new person, after the search that did not find them."""
    receipt = get_receipt(uuid=searched, for_actor=request.actor)
    form = RegisterForm(
        request.POST if request.method == "POST" else None,
        initial=RegisterForm.initial_from(receipt),
        on=timezone.localdate(),
        compartments=compartments_to("persons.person.create", for_actor=request.actor),
    )
    if form.is_bound and form.is_valid():
        try:
            person = create_person(
                facts=form.facts(),
                source=form.source(),
                compartment=int(form.cleaned_data["compartment"]),
                searched=receipt,
                actor=request.actor,
                at=timezone.now(),
            )
        except REFUSALS as error:
            show_refusal(form, error)
        else:
            messages.success(request, _("The person is registered."))
            return redirect("persons:person", uuid=person.uuid)
    context = {"form": form, "receipt": receipt}
    status = 422 if form.is_bound else 200
    return render(request, "persons/register.html", context, status=status)
