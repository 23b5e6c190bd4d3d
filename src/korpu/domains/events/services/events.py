"""Preparing an event, announcing it, and saying how it went."""

from dataclasses import asdict, dataclass, field
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from korpu.domains.events import sentences
from korpu.domains.events.enums import EventKind, EventMode, EventStatus, Precision, SideRole
from korpu.domains.events.models import Event, Side, Venue
from korpu.domains.events.permissions import ANNOUNCE, KEEP
from korpu.domains.events.services import telling
from korpu.domains.events.services.registration import fill_places
from korpu.engines.azeri import slug
from korpu.foundations.accounts.api import Actor
from korpu.foundations.accounts.models import Compartment
from korpu.kernel.errors import Conflict, InvalidInput, NotPossibleNow
from korpu.kernel.texts import Message, Text

_SLUG_LENGTH = 90


@dataclass(frozen=True, slots=True)
class EventFacts:
    """What an organiser states about an event; days inclusive, ``capacity`` None: no limit."""

    kind: EventKind
    mode: EventMode
    title: Text
    summary: Text = field(default_factory=lambda: Text("", "", ""))
    starts_on: date | None = None
    ends_on: date | None = None
    precision: Precision = Precision.DAY
    languages: tuple[str, ...] = ()
    capacity: int | None = None
    registration_until: datetime | None = None
    online_address: str = ""
    is_public: bool = True
    is_fictional: bool = False
    project_uuid: UUID | None = None
    activity_uuid: UUID | None = None

    def columns(self) -> dict[str, Any]:
        """The facts as columns of the event; the project is looked up by the caller."""
        plain = asdict(self)
        for name in ("title", "summary", "project_uuid"):
            del plain[name]
        plain["languages"] = list(self.languages)
        for language, title in self.title.as_dict().items():
            plain[f"title_{language}"] = title
        for language, text in self.summary.as_dict().items():
            plain[f"summary_{language}"] = text
        return plain


@dataclass(frozen=True, slots=True)
class VenueFacts:
    """A place; ``city`` in English and Russian may be empty: as in Azerbaijani."""

    country: str
    city: Text = field(default_factory=lambda: Text("", "", ""))
    name: str = ""
    address: str = ""

    def columns(self) -> dict[str, Any]:
        """The facts as columns of a venue."""
        cities = {f"city_{language}": city for language, city in self.city.as_dict().items()}
        return {"country": self.country, "name": self.name, "address": self.address, **cities}


@dataclass(frozen=True, slots=True)
class SideFacts:
    role: SideRole
    name: Text
    country: str = ""


def create_event(
    *, facts: EventFacts, compartment: Compartment, actor: Actor, at: datetime
) -> Event:
    """Begin preparing an event; nobody outside sees it yet.

    Raises:
        NotPermitted: the actor keeps no events in the compartment.
        InvalidInput: days missing or the wrong way round.
    """
    actor.check(KEEP, compartment_id=compartment.pk)
    check_days(facts)
    with transaction.atomic():
        return Event.objects.create(
            compartment=compartment,
            slug=free_slug(facts),
            project_id=_project_key(facts.project_uuid),
            created_by_id=actor.user_id,
            created_at=at,
            **facts.columns(),
        )


def change_event(
    *, event: Event, facts: EventFacts, expected_version: int, actor: Actor, at: datetime, site: str
) -> Event:
    """Change what is stated; who is registered is told when day or mode of an announced one moves.

    Raises:
        Conflict: somebody else changed it since ``expected_version``.
        InvalidInput, NotPermitted, NotPossibleNow: see the sentences.
    """
    actor.check(KEEP, compartment_id=event.compartment_id)
    check_days(facts)
    with transaction.atomic():
        locked = lock_event(event, expected_version)
        if locked.status == EventStatus.CANCELLED:
            raise NotPossibleNow(sentences.CANCELLED)
        before = _what_calendars_show(locked)
        for name, value in facts.columns().items():
            setattr(locked, name, value)
        locked.project_id = _project_key(facts.project_uuid)
        has_moved = before != _what_calendars_show(locked)
        tells = has_moved and locked.status == EventStatus.ANNOUNCED
        locked.sequence += int(tells)
        locked.reminded_at = None if tells else locked.reminded_at
        locked.version += 1
        locked.save()
        if locked.status == EventStatus.ANNOUNCED:
            fill_places(locked, at=at, site=site, actor=actor)
        if tells:
            telling.tell_change(event=locked, actor=actor, at=at, site=site)
    return locked


def set_places(
    *, event: Event, venues: list[VenueFacts], sides: list[SideFacts], actor: Actor
) -> Event:
    """Replace places and sides of an event by these.

    Raises:
        NotPermitted, NotPossibleNow: the event was called off.
    """
    actor.check(KEEP, compartment_id=event.compartment_id)
    with transaction.atomic():
        locked = lock_event(event)
        if locked.status == EventStatus.CANCELLED:
            raise NotPossibleNow(sentences.CANCELLED)
        _keep_as(Venue, locked, [venue.columns() for venue in venues])
        _keep_as(Side, locked, [_side(side) for side in sides])
    return locked


def announce_event(*, event: Event, actor: Actor, at: datetime) -> Event:
    """Make an event known.

    Raises:
        NotPermitted: the actor may not announce.
        NotPossibleNow: it is no draft, or something everybody asks for is missing.
    """
    actor.check(ANNOUNCE, compartment_id=event.compartment_id)
    with transaction.atomic():
        locked = lock_event(event)
        if (refusal := why_not_announced(locked)) is not None:
            raise NotPossibleNow(refusal)
        locked.status = EventStatus.ANNOUNCED
        locked.announced_at = at
        locked.version += 1
        locked.save(update_fields=["status", "announced_at", "version"])
    return locked


def why_not_announced(event: Event) -> Message | None:
    """What stands in the way of announcing; None: nothing."""
    if event.status != EventStatus.DRAFT:
        return sentences.NOT_A_DRAFT
    if not all((event.title_az, event.title_en, event.title_ru)):
        return sentences.SUMMARY_NEEDED
    if event.starts_on is None:
        return sentences.DAYS_NEEDED
    if not event.sides.exists():
        return sentences.SIDE_NEEDED
    has_place = event.venues.exists() or event.online_address
    return None if has_place else sentences.PLACE_NEEDED


def close_event(*, event: Event, actor: Actor, at: datetime) -> Event:
    """Say that an announced event took place: its figures count from now on.

    Raises:
        NotPermitted: the actor keeps no events here.
        NotPossibleNow: it is not announced, or has not begun.
    """
    actor.check(KEEP, compartment_id=event.compartment_id)
    with transaction.atomic():
        locked = lock_event(event)
        if locked.status != EventStatus.ANNOUNCED:
            raise NotPossibleNow(sentences.NOT_ANNOUNCED)
        if locked.starts_on is None or locked.starts_on > timezone.localdate(at):
            raise NotPossibleNow(sentences.NOT_OVER)
        locked.status = EventStatus.HELD
        locked.held_at = at
        locked.version += 1
        locked.save(update_fields=["status", "held_at", "version"])
    return locked


def cancel_event(*, event: Event, reason: str, actor: Actor, at: datetime, site: str) -> Event:
    """Call an event off and tell everybody who is registered or invited.

    Raises:
        NotPermitted: the actor may not.
        NotPossibleNow: it took place, or was called off before.
    """
    actor.check(ANNOUNCE, compartment_id=event.compartment_id)
    with transaction.atomic():
        locked = lock_event(event)
        if locked.status not in (EventStatus.DRAFT, EventStatus.ANNOUNCED):
            raise NotPossibleNow(sentences.ALREADY_OVER)
        tells = locked.status == EventStatus.ANNOUNCED
        locked.status = EventStatus.CANCELLED
        locked.cancelled_at, locked.cancelled_reason = at, reason
        locked.sequence += 1
        locked.version += 1
        locked.save()
        if tells:
            telling.tell_cancelled(event=locked, actor=actor, at=at, site=site)
    return locked


def lock_event(event: Event, expected_version: int | None = None) -> Event:
    """The event as it is now, locked until the transaction ends.

    Raises:
        Conflict: it is no longer the version that was expected.
    """
    locked = Event.objects.select_for_update(of=("self",)).get(pk=event.pk)
    if expected_version is not None and locked.version != expected_version:
        raise Conflict(sentences.CHANGED_MEANWHILE, sentences.CHANGED_MEANWHILE_HELP)
    return locked


def check_days(facts: EventFacts) -> None:
    """Raises InvalidInput: days needed and missing, or the wrong way round."""
    if facts.precision == Precision.DAY and not (facts.starts_on and facts.ends_on):
        field = "ends_on" if facts.starts_on else "starts_on"
        raise InvalidInput(sentences.DAYS_NEEDED, fields={field: sentences.DAYS_NEEDED})
    if facts.starts_on and facts.ends_on and facts.ends_on < facts.starts_on:
        sentence = sentences.ENDS_BEFORE_START
        raise InvalidInput(sentence, fields={"ends_on": sentence})


def free_slug(facts: EventFacts) -> str:
    """A name for the public address that no other event has."""
    year = f"-{facts.starts_on.year}" if facts.starts_on else ""
    base = (slug(facts.title.az) or slug(facts.title.en) or "event")[:_SLUG_LENGTH].strip("-")
    wanted = f"{base}{year}"
    taken = set(Event.objects.filter(slug__startswith=wanted).values_list("slug", flat=True))
    numbered = (f"{wanted}-{number}" for number in range(2, len(taken) + 3))
    return next(one for one in (wanted, *numbered) if one not in taken)


def _what_calendars_show(event: Event) -> tuple[object, ...]:
    return (event.starts_on, event.ends_on, event.mode, event.online_address, event.title_az)


def _project_key(uuid: UUID | None) -> int | None:
    from korpu.domains.events.projects import key_of_project

    return None if uuid is None else key_of_project(uuid)


def _side(side: SideFacts) -> dict[str, Any]:
    names = {f"name_{language}": name for language, name in side.name.as_dict().items()}
    return {"role": side.role, "country": side.country, **names}


def _keep_as(model: type[Venue] | type[Side], event: Event, wanted: list[dict[str, Any]]) -> None:
    """Make the rows of an event these ones; rows that stay are not touched."""
    present = list(model.objects.filter(event=event).order_by("pk"))
    for place, columns in enumerate(wanted):
        if place < len(present):
            row = present[place]
            if any(getattr(row, name) != value for name, value in columns.items()):
                for name, value in columns.items():
                    setattr(row, name, value)
                row.save()
        else:
            model.objects.create(event=event, **columns)
    for row in present[len(wanted) :]:
        row.delete()
