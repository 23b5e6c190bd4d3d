"""What higher rooms may listen to."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from korpu.foundations.accounts.api import Actor


@dataclass(frozen=True, slots=True)
class Arrived:
    """A person has been received at the border.

    Attributes:
        person_id: key of the person the case is about.
        wants_support: the person agrees to be referred to reintegration support; without it
            nothing about them goes further.
    """

    case_uuid: UUID
    person_id: int
    arrived_at: datetime
    wants_support: bool


Listener = Callable[[Arrived, Actor, datetime], None]

_listeners: list[Listener] = []


def on_arrival(callback: Listener) -> None:
    """Call ``callback(arrived, actor, at)`` in the transaction of each confirmed arrival.

    Raises:
        RuntimeError: this callback listens already.
    """
    if callback in _listeners:
        raise RuntimeError(f"{callback!r} listens to arrivals twice.")
    _listeners.append(callback)


def tell_of_arrival(arrived: Arrived, *, actor: Actor, at: datetime) -> None:
    """Tell everybody who listens, in order of registration."""
    for listener in _listeners:
        listener(arrived, actor, at)
