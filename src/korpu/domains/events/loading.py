"""Events the jurisdiction's projects tell of, brought into the tables.

Loading again changes nothing that people changed since: an event is brought in once, and is
brought in line with its file only as long as nobody has touched it (``version`` is still 1).
"""

from datetime import date, datetime
from typing import Any

from django.db import transaction

from korpu.domains.events.enums import EventKind, EventMode, EventStatus, Precision, SideRole
from korpu.domains.events.models import Event, Side, Venue
from korpu.domains.programmes.api import DeclaredEvent, PartialDate, Project, declared_projects
from korpu.engines.azeri import slug
from korpu.foundations.accounts.api import Actor
from korpu.kernel.texts import Text

_MONTHS = 12
_SLUG_LENGTH = 100


def load_events(*, actor: Actor, at: datetime) -> int:
    """Bring every declared event of every project that is loaded; how many are declared."""
    count = 0
    with transaction.atomic():
        for declared in declared_projects():
            project = Project.objects.filter(code=declared.code).first()
            if project is not None:
                for event in declared.events:
                    _load(project, event, actor, at)
                    count += 1
    return count


def _load(project: Project, declared: DeclaredEvent, actor: Actor, at: datetime) -> None:
    key = f"{project.code}/{declared.id}"
    event = Event.objects.filter(declared_key=key).first()
    if event is not None and event.version > 1:
        return
    columns = _columns(project, declared)
    if event is None:
        event = Event.objects.create(
            declared_key=key,
            slug=slug(f"{project.code} {declared.id}")[:_SLUG_LENGTH],
            created_by_id=actor.user_id,
            created_at=at,
            **columns,
        )
        _add_parts(event, declared)
    elif any(getattr(event, name) != value for name, value in columns.items()):
        for name, value in columns.items():
            setattr(event, name, value)
        event.save()


def _columns(project: Project, declared: DeclaredEvent) -> dict[str, Any]:
    first, last, precision = _days(declared)
    return {
        "compartment_id": project.compartment_id,
        "project_id": project.pk,
        "kind": EventKind(declared.kind),
        "mode": EventMode(declared.mode) if declared.mode else EventMode.NOT_STATED,
        "status": EventStatus.HELD,
        "starts_on": first,
        "ends_on": last,
        "precision": precision,
        "official_title": declared.official_title,
        "is_series": declared.series,
        "stated_count": declared.count,
        "source": declared.source,
        "statements": list(declared.statements),
        **_worded("title", declared.title),
        **_worded("note", declared.note),
    }


def _worded(name: str, text: Text | None) -> dict[str, str]:
    return {
        f"{name}_{language}": words
        for language, words in (text or Text("", "", "")).as_dict().items()
    }


def _days(declared: DeclaredEvent) -> tuple[date | None, date | None, Precision]:
    """First and last possible day, and how exactly they are known."""
    if declared.starts is None:
        return None, None, Precision.NOT_STATED
    first = declared.starts.day
    last = _last_day(declared.ends or declared.starts)
    return first, last, Precision(declared.starts.precision)


def _last_day(stated: PartialDate) -> date:
    day = stated.day
    if stated.precision == "year":
        return date(day.year, _MONTHS, 31)
    if stated.precision == "month":
        following = date(day.year + day.month // _MONTHS, day.month % _MONTHS + 1, 1)
        return date.fromordinal(following.toordinal() - 1)
    return day


def _add_parts(event: Event, declared: DeclaredEvent) -> None:
    for country, city in declared.places:
        Venue.objects.create(event=event, country=country, **_worded("city", city))
    for role, name in ((SideRole.INVITER, declared.inviter), (SideRole.INVITED, declared.guest)):
        if name is not None:
            Side.objects.create(event=event, role=role, **_worded("name", name))
