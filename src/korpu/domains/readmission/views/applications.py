"""The list of applications, and the files enclosed with them."""

from uuid import UUID

from django import forms
from django.http import FileResponse, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from korpu.domains.readmission.enums import FILED_TRACKS, Track
from korpu.domains.readmission.models import Application
from korpu.domains.readmission.permissions import READ_APPLICATION
from korpu.domains.readmission.selectors import drafts
from korpu.domains.readmission.selectors.applications import (
    application_page,
    evidence_item,
    writing_places,
)
from korpu.domains.readmission.selectors.progress import shown_status_title
from korpu.domains.readmission.services.received import note_received
from korpu.domains.readmission.sheets import OWN_NATIONAL, sheets
from korpu.foundations.accounts.api import Request, needs
from korpu.foundations.audit.api import record_reading
from korpu.foundations.casework.api import Received, follows
from korpu.foundations.files.api import download_response
from korpu.foundations.ui.forms import FilterForm
from korpu.foundations.ui.tables import Column, TableSpec
from korpu.kernel.errors import NotFound

ORDER_OF_FORMS = (
    OWN_NATIONAL,
    Track.THIRD_COUNTRY,
    Track.DOCUMENTED,
    Track.TRANSIT,
    Track.ERROR,
)
"""As they are offered: the commonest first."""


class ApplicationFilters(FilterForm):
    """What narrows the list."""

    q = forms.CharField(label=_("Reference number"), required=False, max_length=60)
    track = forms.ChoiceField(
        label=_("Procedure"),
        required=False,
        choices=[("", _("All")), *((track.value, track.label) for track in FILED_TRACKS)],
    )


APPLICATIONS: TableSpec[Application] = TableSpec(
    caption=_("Readmission applications"),
    columns=(
        Column(
            "number",
            _("Case"),
            lambda row: row.case.number,
            href=lambda row: reverse("casework:case", args=[row.case.uuid]),
            is_row_header=True,
        ),
        Column(
            "reference",
            _("Reference number"),
            lambda row: row.authority_reference,
            order_by=("reference_key",),
        ),
        Column("authority", _("Requesting authority"), lambda row: row.requesting_authority.title),
        Column("track", _("Procedure"), lambda row: Track(row.track).label),
        Column("received", _("Received"), lambda row: row.received_on, order_by=("received_on",)),
        Column("status", _("Status"), shown_status_title),
    ),
    default_sort="-received",
    filters=ApplicationFilters,
    empty=_("There are no applications yet."),
)


@needs(READ_APPLICATION)
def index(request: Request) -> HttpResponse:
    """Applications the reader may see, and drafts the reader may go on writing."""
    asked = APPLICATIONS.read(request.GET)
    page = application_page(for_actor=request.actor, asked=asked)
    theirs = [row.case for row in page.rows if follows(row.case, request.actor)]
    note_received(Received(theirs, request.actor, timezone.now(), in_list=True))
    context = {
        "table": asked.show(page),
        "drafts": drafts.drafts_of(for_actor=request.actor),
        "places": writing_places(for_actor=request.actor),
        "sheets": [sheets()[name] for name in ORDER_OF_FORMS],
    }
    return render(request, "readmission/applications.html", context)


@needs(READ_APPLICATION)
def evidence_file(request: Request, uuid: UUID) -> FileResponse:
    """The copy of a piece of evidence, as a download."""
    item = evidence_item(uuid=uuid, for_actor=request.actor)
    if item.file is None:
        raise NotFound(_("No copy came with this piece of evidence."))
    record_reading(
        actor=request.actor,
        object_type="readmission.evidence",
        object_uuid=item.uuid,
        compartment_id=item.compartment_id,
    )
    return download_response(item.file, item.file.name)
