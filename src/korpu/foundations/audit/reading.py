"""Asking the trail who looked at what."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import connection

from korpu.foundations.audit.enums import EventKind
from korpu.foundations.audit.models import Event
from korpu.foundations.audit.recording import Reader


@dataclass(frozen=True, slots=True)
class Reading:
    """One look at a file. ``actor_name`` is empty where nobody had logged in."""

    at: datetime
    actor_id: int | None
    actor_name: str
    object_type: str
    object_uuid: UUID | None
    purpose: str


def readings_of(
    *,
    for_actor: Reader,
    person_uuid: UUID | None = None,
    object_uuid: UUID | None = None,
    at_most: int = 100,
) -> list[Reading]:
    """Who looked at a person's data, or at one thing; newest first.

    An auditor sees all of it, others the readings of their own compartments' files. Must run
    inside ``acting(for_actor)``.
    """
    if for_actor.id_or_none is None:
        return []
    events = Event.objects.filter(kind=EventKind.READING).order_by("-pk")
    if person_uuid is not None:
        events = events.filter(persons__person_uuid=person_uuid)
    if object_uuid is not None:
        events = events.filter(object_uuid=object_uuid)
    found = list(events[:at_most])
    names = names_of({event.actor_id for event in found if event.actor_id})
    return [_reading(event, names) for event in found]


def names_of(user_ids: set[int]) -> dict[int, str]:
    """Names of people by key, for the signature under what they did."""
    if not user_ids:
        return {}
    with connection.cursor() as cursor:
        cursor.execute("select id, full_name from korpu_names(%s)", [sorted(user_ids)])
        return dict(cursor.fetchall())


def _reading(event: Event, names: dict[int, str]) -> Reading:
    body: dict[str, Any] = event.record
    return Reading(
        at=event.at,
        actor_id=event.actor_id,
        actor_name=names.get(event.actor_id or 0, ""),
        object_type=event.object_type,
        object_uuid=event.object_uuid,
        purpose=str(body.get("purpose", "")),
    )
