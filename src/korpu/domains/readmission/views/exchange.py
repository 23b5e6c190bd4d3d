"""The pages of the data-exchange ledger."""

from typing import cast
from uuid import UUID

from django import forms
from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_GET

from korpu.domains.readmission.enums import StatementReader
from korpu.domains.readmission.permissions import (
    AUDIT_EXCHANGE,
    READ_ALERT,
    READ_EXCHANGE,
    RELEASE_STATEMENT,
)
from korpu.domains.readmission.selectors import ledger
from korpu.domains.readmission.services.statements import release_statement
from korpu.domains.readmission.statements import statement_text
from korpu.domains.readmission.tables import ALERTS, ALL_ENTRIES, CASE_ENTRIES, FILE_COLUMNS
from korpu.foundations.accounts.api import Request, needs
from korpu.foundations.audit.api import record_export
from korpu.foundations.casework.api import find_case, get_case
from korpu.foundations.casework.selectors.frame import frame_of
from korpu.foundations.files.api import download_response
from korpu.foundations.ui.forms import Form
from korpu.foundations.ui.languages import OWN_NAMES
from korpu.foundations.ui.tables import csv_response
from korpu.kernel.texts import Language


class StatementForm(Form):
    """In which language, and to whom."""

    language = forms.ChoiceField(
        label=_("Language of the person"),
        choices=tuple(OWN_NAMES.items()),
        widget=forms.RadioSelect,
    )
    given_to = forms.ChoiceField(
        label=_("Handed to"), choices=StatementReader.choices, widget=forms.RadioSelect
    )


@needs(READ_EXCHANGE)
@require_GET
def of_case(request: Request, uuid: UUID) -> HttpResponse:
    """What the other side of one case received, and to whom statements of it were handed."""
    case = get_case(uuid=uuid, for_actor=request.actor)
    asked = CASE_ENTRIES.read(request.GET)
    page = ledger.entries_of_case(case=case, asked=asked, for_actor=request.actor)
    context = {
        "case": case,
        "frame": frame_of(case=case, for_actor=request.actor, on=timezone.localdate()),
        "tab": "readmission:case_exchange",
        "table": asked.show(page),
        "statements": ledger.statements_of(case=case, for_actor=request.actor),
        "may_release": request.actor.may(RELEASE_STATEMENT, compartment_id=case.compartment_id),
        "readers": dict(StatementReader.choices),
        "languages": OWN_NAMES,
    }
    return render(request, "readmission/case_exchange.html", context)


@needs(RELEASE_STATEMENT)
def release(request: Request, uuid: UUID) -> HttpResponse:
    """Hand the statement out: asked first, then written and recorded."""
    case = find_case(uuid=uuid, for_actor=request.actor)
    form = StatementForm(request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid():
        made = release_statement(
            case=case,
            language=form.cleaned_data["language"],
            given_to=StatementReader(form.cleaned_data["given_to"]),
            actor=request.actor,
            at=timezone.now(),
        )
        return redirect("readmission:statement", uuid=made.uuid)
    context = {
        "form": form,
        "title": _t("Hand the person the statement of what was sent abroad"),
        "submit_label": _t("Write the statement"),
        "back_url": reverse("readmission:case_exchange", args=[uuid]),
    }
    return render(request, "ui/form_page.html", context, status=422 if form.errors else 200)


@needs(READ_EXCHANGE)
@require_GET
def statement(request: Request, uuid: UUID) -> HttpResponse:
    """A statement as it was handed out, in the person's language."""
    found = ledger.get_statement(uuid=uuid, for_actor=request.actor)
    text = statement_text(
        number=found.case.number,
        entries=ledger.entries_of_statement(found),
        language=cast(Language, found.language),
    )
    get_case(uuid=found.case.uuid, for_actor=request.actor)
    return render(request, "readmission/statement.html", {"statement": found, "text": text})


@needs(READ_EXCHANGE)
@require_GET
def statement_file(request: Request, uuid: UUID) -> HttpResponseBase:
    """The statement as a document."""
    found = ledger.get_statement(uuid=uuid, for_actor=request.actor)
    record_export(
        actor=request.actor, object_type="readmission_exchangestatement", object_uuid=found.uuid
    )
    return download_response(found.file, found.file.name)


@needs(AUDIT_EXCHANGE)
@require_GET
def index(request: Request) -> HttpResponse:
    """The whole ledger, by body, period and basis."""
    asked = ALL_ENTRIES.read(request.GET)
    page = ledger.all_entries(asked=asked, for_actor=request.actor)
    return render(request, "readmission/exchanges.html", {"table": asked.show(page)})


@needs(AUDIT_EXCHANGE)
@require_GET
def export(request: Request) -> HttpResponseBase:
    """The ledger as filtered, as CSV; that it was taken out is recorded."""
    asked = ALL_ENTRIES.read(request.GET)
    rows = ledger.entries_in_file(asked=asked, for_actor=request.actor)
    record_export(
        actor=request.actor,
        object_type="readmission_exchange",
        detail=request.GET.urlencode()[:500],
    )
    return csv_response(FILE_COLUMNS, rows, "data-received-abroad")


@needs(READ_ALERT)
@require_GET
def alerts(request: Request) -> HttpResponse:
    """Claims that were recorded after data had left."""
    asked = ALERTS.read(request.GET)
    page = ledger.alerts(asked=asked, for_actor=request.actor)
    return render(request, "readmission/alerts.html", {"table": asked.show(page)})


@needs(READ_ALERT)
@require_GET
def alert(request: Request, uuid: UUID) -> HttpResponse:
    """What had left of the case of one alert."""
    found = ledger.get_alert(uuid=uuid, for_actor=request.actor)
    asked = CASE_ENTRIES.read(request.GET)
    page = ledger.entries_of_alert(alert=found, asked=asked, for_actor=request.actor)
    context = {"found": found, "table": asked.show(page)}
    return render(request, "readmission/alert.html", context)
