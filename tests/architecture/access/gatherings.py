"""Events to be tried: one announced, one being prepared, one that has just taken place."""

from dataclasses import dataclass
from datetime import timedelta

from django.utils import timezone

from korpu.domains.events.models import Event
from korpu.domains.events.testing import make_announced, make_event
from tests.cast import Cast


@dataclass(frozen=True)
class Gatherings:
    """Events of the projects' office.

    Attributes:
        announced: in a week.
        draft: being prepared, ready to be announced.
        spare: announced and begun: can be said to have taken place.
    """

    announced: Event
    draft: Event
    spare: Event


def some_events(cast: Cast) -> Gatherings:
    """Made by the project manager."""
    manager, now = cast.actor("project_manager"), timezone.now()
    today = timezone.localdate(now)
    coming = today + timedelta(days=7)
    return Gatherings(
        announced=make_announced(manager, first=coming, at=now),
        draft=make_event(manager, first=coming, at=now),
        spare=make_announced(manager, first=today, at=now),
    )
