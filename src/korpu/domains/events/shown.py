"""What the templates of an event's page need beside the event itself."""

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from korpu.domains.events.models import Event
from korpu.domains.events.selectors.events import EventFile
from korpu.domains.events.tables import days
from korpu.foundations.codelists.api import titles
from korpu.foundations.ui.navigation import Link


def facts_context(file: EventFile) -> dict[str, Any]:
    """The event, its days, and the names of countries and languages that occur in it."""
    named, spoken = titles("countries"), titles("languages")
    codes = {one.country for one in (*file.venues, *file.sides)}
    return {
        "file": file,
        "event": file.event,
        "days": days(file.event),
        "country_names": {code: str(named.get(code, "")) for code in codes},
        "spoken": ", ".join(str(spoken.get(code, code)) for code in file.event.languages),
    }


def tabs(event: Event, active: str) -> list[Link]:
    """The parts of an event's page."""
    parts = [("event", "overview", _("Overview"))]
    return [
        Link(text, reverse(f"events:{name}", args=(event.uuid,)), active == key)
        for name, key, text in parts
    ]
