"""What auditors' pages read from the trail. Every function runs inside ``acting(for_actor)``."""

from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from typing import Any, Protocol
from uuid import UUID
from zoneinfo import ZoneInfo

from django.conf import settings
from django.contrib.auth import get_user_model
from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _

from korpu.foundations.audit.chain import Head, head, last_anchor_at, waiting_count
from korpu.foundations.audit.enums import EventKind
from korpu.foundations.audit.models import Event, EventPerson, Seal
from korpu.foundations.audit.reading import names_of
from korpu.foundations.audit.recording import Reader, record_reading
from korpu.foundations.ui.tables import Asked, Page, fetch_page
from korpu.kernel.errors import NotFound

AT_MOST_PEOPLE = 100
LAST_CHECKS = 10


class Auditor(Reader, Protocol):
    """Whoever reads the trail: an actor of the accounts room."""

    def check(self, permission: str) -> None: ...


@dataclass(frozen=True, slots=True)
class ShownEvent:
    """An event with the names of the people in it; ``seal`` None: not sealed yet."""

    event: Event
    record: dict[str, Any]
    actor_name: str
    on_behalf_of_name: str
    persons: tuple[UUID, ...] = ()
    seal: Seal | None = None


@dataclass(frozen=True, slots=True)
class ChainStatus:
    """Where the chain stands. ``checks``: the latest verifications, newest first."""

    head: Head
    waiting: int
    anchored_at: datetime | None
    checks: tuple[ShownEvent, ...]


def events(*, for_actor: Auditor, asked: Asked[ShownEvent]) -> Page[ShownEvent]:
    """A page of the trail, newest first unless asked otherwise. Looking is itself noted.

    Raises:
        NotPermitted: the actor may not read the trail.
    """
    for_actor.check("audit.event.read")
    record_reading(actor=for_actor, object_type="audit.trail", object_uuid=_uuid(asked))
    page = fetch_page(_filtered(Event.objects.all(), asked.filters), asked)
    return Page(
        _shown(list(page.rows)),
        first=page.first,
        last=page.last,
        has_next=page.has_next,
        has_previous=page.has_previous,
        count=page.count,
        count_is_limit=page.count_is_limit,
    )


def event(*, pk: int, for_actor: Auditor) -> ShownEvent:
    """One event with its seal. Looking is itself noted.

    Raises:
        NotPermitted: the actor may not read the trail.
        NotFound: there is no such event.
    """
    for_actor.check("audit.event.read")
    found = Event.objects.filter(pk=pk).first()
    if found is None:
        raise NotFound(_("There is no such event."))
    record_reading(
        actor=for_actor, object_type="audit.event", object_uuid=None, purpose=f"event {pk}"
    )
    persons = EventPerson.objects.filter(event=found).values_list("person_uuid", flat=True)
    (shown,) = _shown([found])
    return ShownEvent(
        event=found,
        record=shown.record,
        actor_name=shown.actor_name,
        on_behalf_of_name=shown.on_behalf_of_name,
        persons=tuple(persons),
        seal=Seal.objects.filter(event=found).first(),
    )


def chain_status(*, for_actor: Auditor) -> ChainStatus:
    """Where the chain stands and what the latest verifications found.

    Raises:
        NotPermitted: the actor may not read the trail.
    """
    for_actor.check("audit.event.read")
    checks = Event.objects.filter(kind=EventKind.CHECK).order_by("-pk")[:LAST_CHECKS]
    return ChainStatus(head(), waiting_count(), last_anchor_at(), tuple(_shown(list(checks))))


def about(uuid: UUID) -> Q:
    """Events about a thing or a person: its own, its parts', and readings that showed it."""
    condition = Q(object_uuid=uuid) | Q(
        pk__in=EventPerson.objects.filter(person_uuid=uuid).values("event_id")
    )
    own = Event.objects.filter(object_uuid=uuid, object_id__isnull=False)
    for table, key in own.values_list("object_type", "object_id").distinct():
        condition |= Q(parent_type=table, parent_id=key)
    return condition


def _filtered(found: QuerySet[Event], filters: Any) -> QuerySet[Event]:
    if subject := filters.get("subject"):
        found = _about_subject(found, subject)
    if who := filters.get("who"):
        people = get_user_model().objects.filter(Q(email__iexact=who) | Q(full_name__icontains=who))
        found = found.filter(
            actor_id__in=list(people.values_list("pk", flat=True)[:AT_MOST_PEOPLE])
        )
    if kind := filters.get("kind"):
        found = found.filter(kind=kind)
    if first := filters.get("first"):
        found = found.filter(at__gte=_midnight(first))
    if last := filters.get("last"):
        found = found.filter(at__lt=_midnight(last + timedelta(days=1)))
    return found


def _about_subject(found: QuerySet[Event], subject: str) -> QuerySet[Event]:
    try:
        return found.filter(about(UUID(subject)))
    except ValueError:
        numbered = Event.objects.filter(object_number=subject, object_uuid__isnull=False)
        uuid = numbered.values_list("object_uuid", flat=True).first()
        return found.filter(about(uuid)) if uuid else found.none()


def _uuid(asked: Asked[ShownEvent]) -> UUID | None:
    try:
        return UUID(str(asked.filters.get("subject", "")))
    except ValueError:
        return None


def _midnight(day: Any) -> datetime:
    return datetime.combine(day, time(), ZoneInfo(settings.TIME_ZONE)).astimezone(UTC)


def _shown(found: list[Event]) -> list[ShownEvent]:
    ids = {event.actor_id for event in found} | {event.on_behalf_of_id for event in found}
    names = names_of({one for one in ids if one is not None})
    return [
        ShownEvent(
            event=event,
            record=event.record,
            actor_name=names.get(event.actor_id or 0, ""),
            on_behalf_of_name=names.get(event.on_behalf_of_id or 0, ""),
        )
        for event in found
    ]
