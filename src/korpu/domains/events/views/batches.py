"""Lists taken in from files, and how far a job is."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from korpu.domains.events.forms.outcome import ListForm
from korpu.domains.events.lists_in import COLUMNS, read_list
from korpu.domains.events.permissions import PARTICIPANTS, READ
from korpu.domains.events.selectors.events import batch_of, batch_rows, get_event
from korpu.domains.events.services.imports import request_import, undo_import
from korpu.domains.events.tables import BATCH_ROWS
from korpu.domains.events.tasks import carry_out_batch
from korpu.domains.events.views.people import file_of
from korpu.domains.events.views.staff import page, posted
from korpu.foundations.accounts.api import Request, needs
from korpu.foundations.ui.tables import Column, csv_response
from korpu.kernel.errors import InvalidInput, NotPossibleNow


@needs(PARTICIPANTS)
def new_import(request: Request, uuid: UUID) -> HttpResponse:
    """Take a list of participants in."""
    file = file_of(request, uuid)
    form = ListForm(posted(request), request.FILES or None)
    if form.is_valid():
        given = form.cleaned_data["file"]
        try:
            batch = request_import(
                event=file.event,
                rows=read_list(given),
                name=given.name or "",
                actor=request.actor,
                at=timezone.now(),
            )
        except InvalidInput as error:
            form.add_invalid_input(error)
        except NotPossibleNow as error:
            form.add_error(None, str(error))
        else:
            carry_out_batch.defer(batch_id=batch.pk)
            return redirect("events:batch", uuid, batch.uuid)
    context = {"form": form, "columns": COLUMNS, "has_faults": bool(form.errors)}
    return page(request, "import", file, "participants", **context)


@needs(PARTICIPANTS)
def template(request: Request, uuid: UUID) -> HttpResponseBase:
    """An empty list with the right headings."""
    file_of(request, uuid)
    columns = [Column[str](name, name, str) for name in COLUMNS]
    return csv_response(columns, (), "participants")


@needs(READ)
def batch(request: Request, uuid: UUID, batch: UUID) -> HttpResponse:
    """How far a job is, and what became of each line."""
    file = get_event(uuid=uuid, for_actor=request.actor)
    found = batch_of(event=file.event, uuid=batch)
    if request.headers.get("HX-Request"):
        context = {"event": file.event, "batch": found}
        return render(request, "events/staff/batch_status.html", context)
    asked = BATCH_ROWS.read(request.GET)
    table = asked.show(batch_rows(batch=found, asked=asked))
    active = "participants" if found.kind == "import" else "certificates"
    return page(request, "batch", file, active, batch=found, table=table)


@needs(READ)
def batch_csv(request: Request, uuid: UUID, batch: UUID) -> HttpResponseBase:
    """Which line, which column, why: for correcting the file."""
    file = get_event(uuid=uuid, for_actor=request.actor)
    found = batch_of(event=file.event, uuid=batch)
    rows = found.rows.order_by("number")
    return csv_response(BATCH_ROWS.columns, rows.iterator(), "import-report")


@needs(PARTICIPANTS)
def undo(request: Request, uuid: UUID, batch: UUID) -> HttpResponse:
    """Take everybody of an import back."""
    file = file_of(request, uuid)
    found = batch_of(event=file.event, uuid=batch)
    if request.method == "POST":
        undo_import(batch=found, actor=request.actor, at=timezone.now())
        messages.success(request, _("The import is taken back."))
    return redirect("events:batch", uuid, batch)
