"""The lists of the calls room, declared once."""

from django import forms
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from korpu.domains.calls.enums import ApplicationStatus, CallStatus
from korpu.domains.calls.models import Application, Call
from korpu.domains.calls.selectors.ranked import RankedApplication
from korpu.foundations.ui.forms import FilterForm
from korpu.foundations.ui.tables import Column, TableSpec


class CallFilters(FilterForm):
    status = forms.ChoiceField(
        label=_("Stage"),
        choices=[("", "—"), *[one for one in CallStatus.choices if one[0] != CallStatus.DRAFT]],
    )


class StaffCallFilters(FilterForm):
    status = forms.ChoiceField(label=_("Stage"), choices=[("", "—"), *CallStatus.choices])


class ApplicationFilters(FilterForm):
    status = forms.ChoiceField(
        label=_("State of the application"), choices=[("", "—"), *ApplicationStatus.choices]
    )


PUBLIC_CALLS = TableSpec[Call](
    caption=_("Calls for proposals"),
    columns=(
        Column(
            "title",
            _("Call"),
            lambda call: call.title,
            is_row_header=True,
            href=lambda call: reverse("calls:public_call", args=[call.number]),
        ),
        Column(
            "number",
            _("Number of the call"),
            lambda call: call.number,
            ("is_historical", "number"),
            is_unbroken=True,
        ),
        Column("status", _("Stage"), lambda call: call.get_status_display()),
        Column(
            "closes",
            _("Apply until"),
            lambda call: call.closes_at or _("not stated"),
            ("closes_at",),
            nullable=True,
        ),
    ),
    default_sort="number",
    filters=CallFilters,
    empty=_("There is no such call at present."),
)
STAFF_CALLS = TableSpec[Call](
    caption=_("Calls for proposals"),
    columns=(
        Column(
            "number",
            _("Number of the call"),
            lambda call: call.number,
            ("is_historical", "number"),
            is_unbroken=True,
            is_row_header=True,
            href=lambda call: reverse("calls:call", args=[call.number]),
        ),
        Column("title", _("Call"), lambda call: call.title),
        Column("status", _("Stage"), lambda call: call.get_status_display()),
        Column(
            "closes",
            _("Apply until"),
            lambda call: call.closes_at or _("not stated"),
            ("closes_at",),
            nullable=True,
        ),
    ),
    default_sort="number",
    filters=StaffCallFilters,
    empty=_("There is no call yet."),
)
APPLICATIONS = TableSpec[Application](
    caption=_("Applications"),
    columns=(
        Column(
            "reference",
            _("Number of the application"),
            lambda one: one.reference,
            ("reference",),
            is_unbroken=True,
            is_row_header=True,
            href=lambda one: reverse("calls:application", args=[one.uuid]),
        ),
        Column("organisation", _("Organisation"), lambda one: one.organisation_name),
        Column("status", _("State of the application"), lambda one: one.get_status_display()),
        Column("submitted", _("Submitted at"), lambda one: one.submitted_at, ("submitted_at",)),
    ),
    default_sort="submitted",
    filters=ApplicationFilters,
    empty=_("No application has been submitted."),
)


def _written(application: Application) -> str:
    """When it was handed in, by ISO 8601 with the offset of the service's own time."""
    at = application.submitted_at
    return timezone.localtime(at).isoformat(timespec="seconds") if at else ""


APPLICATION_COLUMNS = (
    Column[RankedApplication](
        "reference", _("Number of the application"), lambda one: one.application.reference
    ),
    Column[RankedApplication](
        "organisation", _("Organisation"), lambda one: one.application.organisation_name
    ),
    Column[RankedApplication](
        "registration", _("Tax number (VÖEN)"), lambda one: one.application.registration_number
    ),
    Column[RankedApplication]("posts", _("Posts applied for"), lambda one: "; ".join(one.posts)),
    Column[RankedApplication](
        "status", _("State of the application"), lambda one: one.application.get_status_display()
    ),
    Column[RankedApplication](
        "submitted", _("Submitted at"), lambda one: _written(one.application)
    ),
    Column[RankedApplication]("total", _("Total"), lambda one: one.total),
    Column[RankedApplication]("rank", _("Rank"), lambda one: one.rank),
)
"""What the file of applications holds: organisations, nobody's name or address."""
