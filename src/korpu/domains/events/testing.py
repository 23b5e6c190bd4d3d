"""Events for tests of every room, made through the services."""

from datetime import date, datetime, time, timedelta

from django.utils import timezone

from korpu.domains.events.enums import DayPart, EventKind, EventMode, SideRole
from korpu.domains.events.models import Event
from korpu.domains.events.services.events import (
    EventFacts,
    SideFacts,
    VenueFacts,
    announce_event,
    create_event,
    set_places,
)
from korpu.domains.events.services.programme import SessionFacts, add_session
from korpu.domains.programmes.api import load_projects
from korpu.foundations.accounts.api import Actor, acting, jurisdiction_folder, system_actor
from korpu.foundations.accounts.models import Compartment
from korpu.foundations.accounts.services import load_organisations
from korpu.kernel.texts import Text

TITLE = Text(az="Sənədlərin təhlükəsizliyi", en="Document security", ru="Безопасность документов")
HALVES = ((DayPart.MORNING, time(9), time(12)), (DayPart.AFTERNOON, time(13), time(17)))


def load_shipped_projects() -> None:
    """The jurisdiction's bodies and its projects."""
    folder = jurisdiction_folder()
    with acting(system_actor()) as system:
        load_organisations(file=folder / "organisations.yaml", actor=system)
        load_projects(folder / "projects", actor=system, at=timezone.now())


def event_facts(*, first: date, days: int = 1, **changes: object) -> EventFacts:
    """What a training on document security is stated to be."""
    facts: dict[str, object] = {
        "kind": EventKind.TRAINING,
        "mode": EventMode.IN_PERSON,
        "title": TITLE,
        "starts_on": first,
        "ends_on": first + timedelta(days=days - 1),
        "languages": ("az", "en"),
        "registration_until": timezone.make_aware(datetime.combine(first, time(8))),
    }
    return EventFacts(**(facts | changes))  # type: ignore[arg-type]  # the caller's


def make_event(
    actor: Actor, *, first: date, at: datetime, days: int = 1, **changes: object
) -> Event:
    """A training being prepared, with a place, an organiser and two half-days a day."""
    with acting(actor):
        compartment = Compartment.objects.get(
            pk__in=actor.compartments_with("events.event.keep"), business="programmes"
        )
        facts = event_facts(first=first, days=days, **changes)
        event = create_event(facts=facts, compartment=compartment, actor=actor, at=at)
        place = VenueFacts("AZE", Text("Bakı", "Baku", "Баку"), "Təlim mərkəzi")
        organiser = Text("DMX", "State Migration Service", "ГМС")
        sides = [SideFacts(SideRole.ORGANISER, organiser, "AZE")]
        set_places(event=event, venues=[place], sides=sides, actor=actor)
        for day in range(days):
            for part, start, end in HALVES:
                title = Text("Sessiya", "Session", "Заседание")
                on = first + timedelta(days=day)
                session = SessionFacts(on, part, start, end, title)
                add_session(event=event, facts=session, actor=actor)
        event.refresh_from_db()
    return event


def make_announced(
    actor: Actor, *, first: date, at: datetime, days: int = 1, **changes: object
) -> Event:
    """The same, announced."""
    event = make_event(actor, first=first, at=at, days=days, **changes)
    with acting(actor):
        return announce_event(event=event, actor=actor, at=at)
