"""Pages of organisations and offices."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.forms import model_to_dict
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from korpu.foundations.organisations import selectors
from korpu.foundations.organisations.forms import OfficeForm, OrganisationForm, TitledForm
from korpu.foundations.organisations.services import (
    OfficeData,
    OrganisationData,
    save_office,
    save_organisation,
)
from korpu.kernel.access import needs
from korpu.kernel.errors import Conflict, InvalidInput


class Request(HttpRequest):
    """A request as the accounts room, which stands above this one, hands it on."""

    actor: Any


@needs("organisations.office.read")
@require_GET
def organisations(request: Request) -> HttpResponse:
    """Every organisation with its offices."""
    context = {
        "organisations": selectors.organisations(for_actor=request.actor),
        "may_edit": request.actor.may("organisations.office.edit"),
    }
    return render(request, "organisations/list.html", context)


@needs("organisations.office.edit")
def add_organisation(request: Request) -> HttpResponse:
    """A new organisation."""
    form = OrganisationForm(request.POST or None, is_new=True)
    return _answer(
        request,
        form,
        _("Add an organisation"),
        lambda given: save_organisation(
            organisation=None, data=OrganisationData(**given), actor=request.actor
        ),
    )


@needs("organisations.office.edit")
def edit_organisation(request: Request, code: str) -> HttpResponse:
    """Change an organisation."""
    found = selectors.organisation(code=code, for_actor=request.actor)
    form = OrganisationForm(request.POST or None, is_new=False, initial=model_to_dict(found))
    return _answer(
        request,
        form,
        str(found.title),
        lambda given: save_organisation(
            organisation=found, data=OrganisationData(**given), actor=request.actor
        ),
    )


@needs("organisations.office.edit")
def add_office(request: Request, code: str) -> HttpResponse:
    """A new office of an organisation."""
    owner = selectors.organisation(code=code, for_actor=request.actor)
    form = OfficeForm(request.POST or None, is_new=True)
    return _answer(
        request,
        form,
        _("Add an office of %(organisation)s") % {"organisation": owner.title},
        lambda given: save_office(
            office=None, organisation=owner, data=OfficeData(**given), actor=request.actor
        ),
    )


@needs("organisations.office.edit")
def edit_office(request: Request, code: str) -> HttpResponse:
    """Change an office."""
    found = selectors.office(code=code, for_actor=request.actor)
    form = OfficeForm(request.POST or None, is_new=False, initial=model_to_dict(found))
    return _answer(
        request,
        form,
        str(found.title),
        lambda given: save_office(
            office=found,
            organisation=found.organisation,
            data=OfficeData(**given),
            actor=request.actor,
        ),
    )


def _answer(
    request: Request, form: TitledForm, title: str, save: Callable[[dict[str, Any]], object]
) -> HttpResponse:
    back = reverse("organisations")
    if request.method == "POST" and form.is_valid():
        try:
            save(form.cleaned_data)
        except InvalidInput as error:
            form.add_invalid_input(error)
        except Conflict as error:
            form.add_error("code", str(error))
        else:
            messages.success(request, _("Saved."))
            return HttpResponseRedirect(back)
    context = {"form": form, "title": title, "submit_label": _("Save"), "back_url": back}
    return render(request, "ui/form_page.html", context)
