"""The page of a person, and what is recorded on it."""

from collections.abc import Callable
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from korpu.foundations.accounts.api import Request, needs
from korpu.foundations.audit.api import readings_of
from korpu.foundations.persons import forms, selectors
from korpu.foundations.persons.enums import FactKind
from korpu.foundations.persons.models import Person
from korpu.foundations.persons.page import person_page
from korpu.foundations.persons.purposes import PURPOSES
from korpu.foundations.persons.services import documents, facts, protection
from korpu.foundations.ui.forms import Form
from korpu.kernel.errors import InvalidInput


@needs("persons.person.read")
def show(request: Request, uuid: UUID) -> HttpResponse:
    person = _open(request, uuid, "page")
    if person.uuid != uuid:
        return redirect("persons:person", uuid=person.uuid)
    page = person_page(person=person, for_actor=request.actor, on=timezone.localdate())
    may_change = request.actor.may("persons.person.change")
    context = {
        "page": page,
        "fact_kinds": list(FactKind) if may_change else [],
        "may_change": may_change,
        "may_merge": request.actor.may("persons.person.merge"),
        "may_hold": request.actor.may("persons.hold.record"),
    }
    return render(request, "persons/person.html", context)


@needs("persons.person.read")
def readers(request: Request, uuid: UUID) -> HttpResponse:
    """Who looked at this file, as far as the reader may know."""
    person = _open(request, uuid, "readers")
    readings = readings_of(for_actor=request.actor, person_uuid=person.uuid)
    context = {"person": person, "readings": readings, "purposes": PURPOSES}
    return render(request, "persons/readers.html", context)


@needs("persons.person.change")
def add_fact(request: Request, uuid: UUID, kind: str) -> HttpResponse:
    person = _open(request, uuid, "change")
    if kind not in FactKind.values:
        raise Http404
    on = timezone.localdate()
    form = forms.FactForm(_posted(request), kind=FactKind(kind), on=on)

    def save() -> None:
        try:
            facts.add_facts(
                person=person,
                facts=[form.fact()],
                source=form.source(),
                actor=request.actor,
                at=timezone.now(),
            )
        except InvalidInput as error:
            raise InvalidInput(error.title, fields={"value": error.fields[kind]}) from error

    return _form_page(request, person, form, save, _("Add: %(kind)s") % {"kind": form.kind.label})


@needs("persons.person.change")
def withdraw_fact(request: Request, uuid: UUID, fact: UUID) -> HttpResponse:
    person = _open(request, uuid, "change")
    row = selectors.get_fact(uuid=fact, person=person)
    form = forms.WithdrawForm(_posted(request))

    def save() -> None:
        facts.supersede_fact(
            fact=row,
            better=None,
            source=None,
            reason=form.cleaned_data["reason"],
            actor=request.actor,
            at=timezone.now(),
        )

    kind = FactKind(row.kind).label
    title = _("Take back: %(kind)s, %(value)s") % {"kind": kind, "value": row.value}
    return _form_page(request, person, form, save, title)


@needs("persons.person.change")
def add_document(request: Request, uuid: UUID) -> HttpResponse:
    person = _open(request, uuid, "change")
    form = forms.DocumentForm(_posted(request), on=timezone.localdate())

    def save() -> None:
        documents.record_document(
            person=person, **form.cleaned_data, actor=request.actor, at=timezone.now()
        )

    return _form_page(request, person, form, save, _("Add a document"))


@needs("persons.person.change")
def withdraw_document(request: Request, uuid: UUID, document: UUID) -> HttpResponse:
    person = _open(request, uuid, "change")
    row = selectors.get_document(uuid=document, person=person)
    form = Form(_posted(request))

    def save() -> None:
        documents.withdraw_document(document=row, actor=request.actor, at=timezone.now())

    title = _("Take back the document %(number)s") % {"number": row.number}
    return _form_page(request, person, form, save, title)


@needs("persons.hold.record")
def add_hold(request: Request, uuid: UUID) -> HttpResponse:
    person = _open(request, uuid, "hold")
    held_by = selectors.compartments_to("persons.hold.record", for_actor=request.actor)
    form = forms.HoldForm(_posted(request), on=timezone.localdate(), compartments=held_by)

    def save() -> None:
        given = form.cleaned_data | {"compartment": int(form.cleaned_data["compartment"])}
        protection.record_protection_hold(
            person=person, **given, actor=request.actor, at=timezone.now()
        )

    return _form_page(request, person, form, save, _("Record a hold of protection"))


@needs("persons.hold.record")
def end_hold(request: Request, uuid: UUID, hold: UUID) -> HttpResponse:
    person = _open(request, uuid, "hold")
    row = selectors.get_hold(uuid=hold)
    form = forms.EndHoldForm(_posted(request))

    def save() -> None:
        protection.end_protection_hold(hold=row, **form.cleaned_data, actor=request.actor)

    return _form_page(request, person, form, save, _("End a hold of protection"))


def _open(request: Request, uuid: UUID, purpose: str) -> Person:
    return selectors.get_person(uuid=uuid, for_actor=request.actor, purpose=purpose)


def _posted(request: Request) -> object:
    return request.POST if request.method == "POST" else None


def _form_page(
    request: Request, person: Person, form: Form, save: Callable[[], None], title: str
) -> HttpResponse:
    """Show the form; when it is right, save and go back to the person. Nothing typed is lost."""
    if form.is_bound and form.is_valid():
        try:
            save()
        except forms.REFUSALS as error:
            forms.show_refusal(form, error)
        else:
            messages.success(request, _("Saved."))
            return redirect("persons:person", uuid=person.uuid)
    context = {"person": person, "form": form, "title": title}
    status = 422 if form.is_bound else 200
    return render(request, "persons/form.html", context, status=status)
