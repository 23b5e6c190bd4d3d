"""The programme of an event: sessions in half-days, and files."""

from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction

from korpu.domains.events import sentences
from korpu.domains.events.enums import Audience, DayPart, EventStatus
from korpu.domains.events.models import Event, Facilitator, HalfDay, Material, Session, Venue
from korpu.domains.events.permissions import KEEP
from korpu.domains.events.services.events import lock_event
from korpu.foundations.accounts.api import Actor
from korpu.foundations.files.api import store_upload
from korpu.kernel.errors import InvalidInput, NotPossibleNow
from korpu.kernel.texts import Text


@dataclass(frozen=True, slots=True)
class SessionFacts:
    """One item of the programme, in local time of its place.

    Attributes:
        part: the half-day attendance is taken for.
        facilitators: name and institution; the latter may be empty.
    """

    held_on: date
    part: DayPart
    starts_at: time
    ends_at: time
    title: Text
    venue: Venue | None = None
    is_break: bool = False
    facilitators: tuple[tuple[str, str], ...] = ()


def add_session(*, event: Event, facts: SessionFacts, actor: Actor) -> Session:
    """Add an item to the programme.

    Raises:
        NotPermitted: the actor keeps no events here.
        NotPossibleNow: the event was called off.
        InvalidInput: it ends before it begins, or on a day that is not the event's.
    """
    actor.check(KEEP, compartment_id=event.compartment_id)
    with transaction.atomic():
        locked = _open_event(event)
        _check(locked, facts)
        session = Session(half_day=_half_day(locked, facts))
        _write(session, facts)
        _tell_calendars(locked)
    return session


def change_session(*, session: Session, facts: SessionFacts, actor: Actor) -> Session:
    """Change an item; attendance of the half-day it leaves stays.

    Raises: as :func:`add_session`, and NotPossibleNow when it is the last item of a half-day
        attendance was taken for and would leave it.
    """
    event = session.half_day.event
    actor.check(KEEP, compartment_id=event.compartment_id)
    with transaction.atomic():
        locked = _open_event(event)
        _check(locked, facts)
        left, entered = session.half_day, _half_day(locked, facts)
        session.half_day = entered
        _write(session, facts)
        if left.pk != entered.pk:
            _drop_if_empty(left)
        _tell_calendars(locked)
    return session


def remove_session(*, session: Session, actor: Actor) -> None:
    """Take an item out of the programme.

    Raises:
        NotPermitted: the actor keeps no events here.
        NotPossibleNow: attendance was taken for the half-day it is the last item of.
    """
    half_day = session.half_day
    actor.check(KEEP, compartment_id=half_day.event.compartment_id)
    with transaction.atomic():
        locked = _open_event(half_day.event)
        session.delete()
        _drop_if_empty(half_day)
        _tell_calendars(locked)


def add_material(
    *,
    event: Event,
    upload: "UploadedFile[Any]",
    title: str,
    language: str,
    audience: Audience,
    actor: Actor,
    at: datetime,
) -> Material:
    """Keep a file with the event.

    Raises:
        NotPermitted: the actor keeps no events here.
        InvalidInput: at ``file``: it is not taken (type, size, damaged).
    """
    actor.check(KEEP, compartment_id=event.compartment_id)
    with transaction.atomic():
        file = store_upload(upload=upload, kind="event_material", actor=actor, at=at)
        return Material.objects.create(
            event=event, title=title, language=language, audience=audience, file=file, added_at=at
        )


def remove_material(*, material: Material, actor: Actor) -> None:
    """Take a file away from the event.

    Raises:
        NotPermitted: the actor keeps no events here.
    """
    actor.check(KEEP, compartment_id=material.event.compartment_id)
    material.delete()


def _open_event(event: Event) -> Event:
    locked = lock_event(event)
    if locked.status == EventStatus.CANCELLED:
        raise NotPossibleNow(sentences.CANCELLED)
    return locked


def _check(event: Event, facts: SessionFacts) -> None:
    if facts.ends_at <= facts.starts_at:
        raise InvalidInput(sentences.OVERLAPS, fields={"ends_at": sentences.OVERLAPS})
    first, last = event.starts_on, event.ends_on
    if (first and facts.held_on < first) or (last and facts.held_on > last):
        raise InvalidInput(sentences.DAY_OUTSIDE, fields={"held_on": sentences.DAY_OUTSIDE})


def _half_day(event: Event, facts: SessionFacts) -> HalfDay:
    found, _ = HalfDay.objects.get_or_create(event=event, held_on=facts.held_on, part=facts.part)
    return found


def _write(session: Session, facts: SessionFacts) -> None:
    session.starts_at, session.ends_at = facts.starts_at, facts.ends_at
    session.venue, session.is_break = facts.venue, facts.is_break
    for language, title in facts.title.as_dict().items():
        setattr(session, f"title_{language}", title)
    session.save()
    session.facilitators.all().delete()
    Facilitator.objects.bulk_create(
        Facilitator(session=session, name=name, institution=institution)
        for name, institution in facts.facilitators
    )


def _drop_if_empty(half_day: HalfDay) -> None:
    if half_day.sessions.exists():
        return
    if half_day.attendances.exists():
        raise NotPossibleNow(sentences.HAS_ATTENDANCE)
    half_day.delete()


def _tell_calendars(event: Event) -> None:
    """Hours may have moved: whoever fetches the event's calendar sees a later version."""
    event.sequence += 1
    event.version += 1
    event.save(update_fields=["sequence", "version"])
