"""What the templates of an event's page need beside the event itself."""

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from korpu.domains.events.models import Event
from korpu.domains.events.selectors.events import EventFile
from korpu.domains.events.tables import days
from korpu.foundations.codelists.api import titles
from korpu.foundations.ui.navigation import Link

ON_THE_LIST = frozenset({"invitations", "participants", "attendance"})


def facts_context(file: EventFile) -> dict[str, Any]:
    """The event, its days, and the names of countries and languages that occur in it."""
    named, spoken = titles("countries"), titles("languages")
    codes = {one.country for one in file.venues} | {one.country for one in file.sides}
    return {
        "file": file,
        "event": file.event,
        "days": days(file.event),
        "country_names": {code: str(named.get(code, "")) for code in codes},
        "spoken": ", ".join(str(spoken.get(code, code)) for code in file.event.languages),
    }


def tabs(event: Event, active: str, *, may_keep: bool) -> list[Link]:
    """The parts of an event's page; lists of people for those who keep them."""
    parts = [
        ("event", "overview", _("Overview")),
        ("programme", "programme", _("Programme")),
        ("invitations", "invitations", _("Invitations")),
        ("participants", "participants", _("Participants")),
        ("attendance", "attendance", _("Attendance")),
        ("outcome", "outcome", _("Outcome")),
        ("certificates", "certificates", _("Certificates")),
    ]
    if not may_keep:
        parts = [part for part in parts if part[1] not in ON_THE_LIST]
    return [
        Link(text, reverse(f"events:{name}", args=(event.uuid,)), active == key)
        for name, key, text in parts
    ]
