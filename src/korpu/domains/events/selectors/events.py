"""Events as lists and pages show them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any, TypeVar
from uuid import UUID

from django.db.models import Count, F, Model, Prefetch, Q, QuerySet, Value
from django.db.models.functions import Coalesce

from korpu.domains.events import sentences
from korpu.domains.events.enums import (
    VISIBLE_STATUSES,
    AttendanceStatus,
    Audience,
    EventStatus,
    ParticipantStatus,
)
from korpu.domains.events.models import (
    Batch,
    BatchRow,
    Decision,
    Event,
    HalfDay,
    Material,
    Minutes,
    Session,
    Side,
    Venue,
)
from korpu.domains.events.permissions import KEEP, READ
from korpu.foundations.accounts.api import Actor
from korpu.foundations.accounts.models import Compartment, User
from korpu.foundations.ui.tables import Asked, Page, fetch_page
from korpu.kernel.errors import NotFound

P = TypeVar("P", bound=Model)
LIST_LIMIT = 500
MOST_ROWS = 20_000
UNDATED = Value(date(1, 1, 1))
"""Where events whose day nobody states stand in the order of days."""


@dataclass(frozen=True)
class EventFile:
    """An event with its parts, in the order they are read."""

    event: Event

    @cached_property
    def venues(self) -> Sequence[Venue]:
        return list(self.event.venues.all())

    @cached_property
    def sides(self) -> Sequence[Side]:
        return list(self.event.sides.all())

    @cached_property
    def half_days(self) -> Sequence[HalfDay]:
        sessions = Session.objects.select_related("venue").prefetch_related("facilitators")
        found = self.event.half_days.prefetch_related(Prefetch("sessions", sessions))
        return list(found[:LIST_LIMIT])

    @cached_property
    def minutes_in_all(self) -> int:
        return sum(one.minutes for half in self.half_days for one in half.sessions.all())

    @cached_property
    def materials(self) -> Sequence[Material]:
        return list(self.event.materials.select_related("file")[:LIST_LIMIT])

    def materials_for(self, *audiences: Audience) -> list[Material]:
        return [one for one in self.materials if one.audience in audiences]

    @cached_property
    def batches(self) -> Sequence[Batch]:
        return list(self.event.batches.all()[:20])

    @cached_property
    def decisions(self) -> Sequence[Decision]:
        return list(self.event.decisions.select_related("owner")[:LIST_LIMIT])


def list_events(*, asked: Asked[Event], for_actor: Actor) -> Page[Event]:
    """One page of the events of the actor's offices."""
    return fetch_page(_ours(asked, for_actor), asked, key="uuid")


def every_event(*, asked: Asked[Event], for_actor: Actor) -> list[Event]:
    """The list as it is filtered, for a file; at most twenty thousand, the latest first."""
    latest = F("starts_on").desc(nulls_last=True)
    return list(_ours(asked, for_actor).order_by(latest, "pk")[:MOST_ROWS])


def _ours(asked: Asked[Event], for_actor: Actor) -> QuerySet[Event]:
    kept = for_actor.compartments_with(READ)
    rows = Event.objects.filter(compartment__in=kept).filter(_wanted(asked.filters))
    counted = Count("participants", filter=Q(participants__status=ParticipantStatus.REGISTERED))
    shown = rows.annotate(people=counted, day=Coalesce("starts_on", UNDATED))
    return shown.select_related("project")


def get_event(*, uuid: UUID, for_actor: Actor, permission: str = READ) -> EventFile:
    """An event of the actor's offices.

    Raises:
        NotFound: none that this actor may know of.
    """
    kept = for_actor.compartments_with(permission)
    found = Event.objects.select_related("project").filter(uuid=uuid, compartment__in=kept).first()
    if found is None:
        raise NotFound(sentences.NO_EVENT)
    return EventFile(found)


def compartments_for_new(*, for_actor: Actor) -> list[Compartment]:
    """Where the actor may begin an event."""
    kept = for_actor.compartments_with(KEEP)
    return list(
        Compartment.objects.filter(pk__in=kept, business="programmes").select_related("office")
    )


def public_events(*, filters: Any, for_actor: Actor) -> QuerySet[Event]:
    """What the public reads: announced, held and called-off events."""
    del for_actor  # the same for everybody
    rows = Event.objects.filter(is_public=True, status__in=VISIBLE_STATUSES)
    return rows.filter(_wanted(filters)).select_related("project").prefetch_related("venues")


def list_public_events(*, asked: Asked[Event], for_actor: Actor) -> Page[Event]:
    """One page of the public list."""
    rows = public_events(filters=asked.filters, for_actor=for_actor)
    return fetch_page(rows.annotate(day=Coalesce("starts_on", UNDATED)), asked, key="uuid")


def get_public_event(*, slug: str, for_actor: Actor) -> EventFile:
    """A public event by its name in the address.

    Raises:
        NotFound: none that the public may know of.
    """
    found = public_events(filters={}, for_actor=for_actor).filter(slug=slug).first()
    if found is None:
        raise NotFound(sentences.NO_EVENT)
    return EventFile(found)


def events_of_project(*, project_uuid: UUID, for_actor: Actor) -> list[Event]:
    """Public events of a project, latest first; those without days last."""
    rows = public_events(filters={}, for_actor=for_actor).filter(project__uuid=project_uuid)
    dated = sorted(
        (one for one in rows[:LIST_LIMIT] if one.starts_on),
        key=lambda one: str(one.starts_on),
        reverse=True,
    )
    return dated + [one for one in rows[:LIST_LIMIT] if not one.starts_on]


def half_day_of(*, event: Event, uuid: UUID) -> HalfDay:
    """A half-day of an event the caller has already found. Raises NotFound."""
    return _part(event.half_days.select_related("event"), uuid)


def material_of(*, event: Event, uuid: UUID) -> Material:
    """A file of an event. Raises NotFound."""
    return _part(event.materials.select_related("file", "event"), uuid)


def session_of(*, event: Event, pk: int) -> Session:
    """An item of the programme. Raises NotFound."""
    found = (
        Session.objects.select_related("half_day__event", "venue")
        .filter(half_day__event=event, pk=pk)
        .first()
    )
    if found is None:
        raise NotFound(sentences.NOT_FOUND)
    return found


def batch_of(*, event: Event, uuid: UUID) -> Batch:
    """A piece of work done by a job. Raises NotFound."""
    return _part(event.batches.select_related("event"), uuid)


def batch_rows(*, batch: Batch, asked: Asked[BatchRow]) -> Page[BatchRow]:
    """One page of the lines of a list; the lines carry no person."""
    rows = batch.rows.all()
    if outcome := asked.filters.get("outcome"):
        rows = rows.filter(outcome=outcome)
    return fetch_page(rows, asked, key="pk")


def half_days_with_counts(event: Event) -> list[HalfDay]:
    """Half-days of an event, each with how many are marked ``present`` and ``marked``."""
    present = Count("attendances", filter=Q(attendances__status=AttendanceStatus.PRESENT))
    halves = event.half_days.annotate(present=present, marked=Count("attendances"))
    return list(halves.prefetch_related("sessions")[:LIST_LIMIT])


def minutes_of(event: Event) -> Minutes | None:
    """The minutes; None: nobody has written any."""
    return Minutes.objects.filter(event=event).select_related("kept_by").first()


def colleagues(*, for_actor: Actor) -> list[User]:
    """Who may be given a task: people of the actor's own organisation with an active account."""
    organisation = for_actor.user.organisation
    found = User.objects.filter(organisation=organisation, is_active=True, is_system=False)
    return list(found.order_by("full_name")[:LIST_LIMIT])


def _part(rows: QuerySet[P], uuid: UUID) -> P:
    found = rows.filter(uuid=uuid).first()
    if found is None:
        raise NotFound(sentences.NOT_FOUND)
    return found


def _wanted(filters: Any) -> Q:
    wanted = Q()
    for name in ("kind", "status", "mode"):
        if filters.get(name):
            wanted &= Q(**{name: filters[name]})
    if filters.get("project"):
        wanted &= Q(project__code=filters["project"])
    if filters.get("first"):
        wanted &= Q(ends_on__gte=filters["first"])
    if filters.get("last"):
        wanted &= Q(starts_on__lte=filters["last"])
    if filters.get("when") == "upcoming":
        wanted &= Q(status=EventStatus.ANNOUNCED)
    if filters.get("when") == "past":
        wanted &= ~Q(status=EventStatus.ANNOUNCED)
    if text := filters.get("text"):
        wanted &= (
            Q(title_az__icontains=text) | Q(title_en__icontains=text) | Q(title_ru__icontains=text)
        )
    return wanted
