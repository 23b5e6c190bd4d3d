"""The lists of the events room, declared once."""

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from korpu.domains.events.enums import Precision
from korpu.domains.events.faults import fault_words
from korpu.domains.events.forms.filters import EventFilters, PublicEventFilters, RowFilters
from korpu.domains.events.forms.people import ParticipantFilters
from korpu.domains.events.models import BatchRow, Event, Participant
from korpu.foundations.ui.formats import long_date, partial_date
from korpu.foundations.ui.tables import Column, TableSpec
from korpu.kernel.texts import Message


def days(event: Event) -> Message:
    """The days of an event as exactly as they are known; never more exactly."""
    first, last = event.starts_on, event.ends_on
    if first is None:
        return _("Not stated by the source")
    if event.precision in {Precision.YEAR, Precision.MONTH}:
        return partial_date(first, event.precision)
    if first == last or last is None:
        return long_date(first)
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}–{long_date(last)}"
    return f"{long_date(first)} – {long_date(last)}"


_TITLE = Column[Event](
    "title",
    _("Event"),
    lambda event: event.title,
    ("title_az",),
    href=lambda event: reverse("events:event", args=(event.uuid,)),
    is_row_header=True,
)
_PUBLIC_TITLE = Column[Event](
    "title",
    _("Event"),
    lambda event: event.title,
    ("title_az",),
    href=lambda event: reverse("events:public_event", args=(event.slug,)),
    is_row_header=True,
)
_KIND = Column[Event]("kind", _("Kind"), lambda event: event.get_kind_display(), ("kind",))
_DAYS = Column[Event]("days", _("Days"), days, ("day",), export=lambda event: event.starts_on)
_PROJECT = Column[Event](
    "project",
    _("Project"),
    lambda event: event.project.acronym if event.project else None,
    is_unbroken=True,
)

EVENTS = TableSpec[Event](
    caption=_("Events"),
    columns=(
        _TITLE,
        _KIND,
        _DAYS,
        Column("status", _("Status"), lambda event: event.get_status_display(), ("status",)),
        _PROJECT,
        Column(
            "people", _("Registered"), lambda event: getattr(event, "people", None), is_numeric=True
        ),
    ),
    default_sort="-days",
    filters=EventFilters,
    empty=_("No event has been entered yet."),
)
PUBLIC_EVENTS = TableSpec[Event](
    caption=_("Events"),
    columns=(
        _PUBLIC_TITLE,
        _KIND,
        _DAYS,
        _PROJECT,
        Column("state", _("Status"), lambda event: event.get_status_display()),
    ),
    default_sort="-days",
    filters=PublicEventFilters,
    empty=_("There is no such event."),
)
PARTICIPANTS_LIST = TableSpec[Participant](
    caption=_("Participants"),
    columns=(
        Column(
            "name",
            _("Name"),
            lambda person: f"{person.family_name} {person.given_names}".strip() or person.code,
            ("family_name", "given_names"),
            href=lambda person: reverse(
                "events:participant", args=(person.event.uuid, person.uuid)
            ),
            is_row_header=True,
        ),
        Column(
            "institution", _("Institution"), lambda person: person.institution, ("institution",)
        ),
        Column("country", _("Country"), lambda person: person.country or None, ("country",)),
        Column("status", _("Status"), lambda person: person.get_status_display(), ("status",)),
        Column("code", _("Code"), lambda person: person.code, is_unbroken=True),
        Column(
            "registered",
            _("Registered on"),
            lambda person: person.registered_at,
            ("registered_at",),
        ),
    ),
    default_sort="name",
    filters=ParticipantFilters,
    empty=_("Nobody is on the list yet."),
)
PARTICIPANT_COLUMNS: tuple[Column[Participant], ...] = (
    Column("family_name", "family_name", lambda person: person.family_name),
    Column("given_names", "given_names", lambda person: person.given_names),
    Column("email", "email", lambda person: person.email),
    Column("institution", "institution", lambda person: person.institution),
    Column("country", "country", lambda person: person.country),
    Column("sex", "sex", lambda person: person.sex),
    Column("position", "position", lambda person: person.position),
    Column("language", "language", lambda person: person.language),
    Column("status", "status", lambda person: person.status),
    Column("code", "code", lambda person: person.code),
)
"""The list as a file; its first columns are those an import reads."""
BATCH_ROWS = TableSpec[BatchRow](
    caption=_("Lines of the list"),
    columns=(
        Column("line", _("Line"), lambda row: row.number, ("number",), is_row_header=True),
        Column("outcome", _("What became of it"), lambda row: row.get_outcome_display()),
        Column("column", _("Column"), lambda row: row.column or None),
        Column("fault", _("Why"), fault_words),
    ),
    default_sort="line",
    filters=RowFilters,
    empty=_("No line."),
)
