"""Opening a case of a procedure that has no room of its own."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from korpu.foundations.accounts.api import Request, needs
from korpu.foundations.casework.models import Case
from korpu.foundations.casework.opening_form import OpeningForm
from korpu.foundations.casework.selectors.opening import (
    Openable,
    Subject,
    openable,
    openable_procedures,
    subject_of,
)
from korpu.foundations.casework.services.cases import open_case
from korpu.kernel.errors import DomainError, InvalidInput, NotPossibleNow


@needs("casework.case.open")
def index(request: Request) -> HttpResponse:
    """The procedures the reader may open a case of."""
    found = openable_procedures(for_actor=request.actor, on=timezone.localdate())
    subject = subject_of(uuid=_person(request), for_actor=request.actor)
    return render(request, "casework/open.html", {"procedures": found, "subject": subject})


@needs("casework.case.open")
def start(request: Request, identifier: str) -> HttpResponse:
    """The form of the opening act; nothing typed is lost when it is refused."""
    opens = openable(identifier=identifier, for_actor=request.actor, on=timezone.localdate())
    subject = subject_of(uuid=_person(request), for_actor=request.actor)
    form = OpeningForm(*([request.POST] if request.method == "POST" else []), opens=opens)
    if request.method != "POST":
        return _show(request, opens, subject, form)
    if not form.is_valid():
        return _show(request, opens, subject, form, status=422)
    try:
        case = _open(request, opens, subject, form)
    except InvalidInput as error:
        form.add_invalid_input(error)
        return _show(request, opens, subject, form, status=422)
    except NotPossibleNow as error:
        return _show(request, opens, subject, form, status=409, error=error)
    return redirect("casework:case", uuid=case.uuid)


def _open(request: Request, opens: Openable, subject: Subject | None, form: OpeningForm) -> Case:
    return open_case(
        procedure=opens.procedure.id,
        compartment=form.place,
        counterpart=None,
        subject=subject.person if subject else None,
        act=opens.act.id,
        facts=form.facts(),
        actor=request.actor,
        at=timezone.now(),
        effective_on=form.cleaned_data["effective_on"],
        reference=form.cleaned_data["reference"],
        note=form.cleaned_data["note"],
        client_key=form.key,
    )


def _person(request: Request) -> UUID | None:
    """The person named in the address; a malformed name is nobody."""
    try:
        return UUID(request.GET.get("person", ""))
    except ValueError:
        return None


def _show(
    request: Request,
    opens: Openable,
    subject: Subject | None,
    form: OpeningForm,
    *,
    status: int = 200,
    error: DomainError | None = None,
) -> HttpResponse:
    context = {"opens": opens, "subject": subject, "form": form, "error": error}
    return render(request, "casework/open_one.html", context, status=status)
