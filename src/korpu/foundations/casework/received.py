"""What the other side of a case receives: rooms are told of every page and every file."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.core.exceptions import ImproperlyConfigured

from korpu.foundations.accounts.api import Actor
from korpu.foundations.casework.models import Attachment, Case, Letter
from korpu.foundations.casework.registry import check_outgoing
from korpu.foundations.casework.sides import places_of
from korpu.kernel.errors import NotPossibleNow


@dataclass(frozen=True, slots=True)
class Received:
    """Somebody of the other side received something, inside the transaction of the page.

    Attributes:
        cases: each has its other side; one, unless ``in_list``.
        in_list: their numbers and statuses stood in a list.
        filed: the file that was taken; None: a page was read.
    """

    cases: Sequence[Case]
    actor: Actor
    at: datetime
    in_list: bool = False
    filed: Attachment | Letter | None = None


Listener = Callable[[Received], None]
_listeners: list[Listener] = []


def on_received(callback: Listener) -> None:
    """Call ``callback(received)`` whenever the other side of cases receives something of them.

    Raises:
        ImproperlyConfigured: this very callback listens already.
    """
    if callback in _listeners:
        raise ImproperlyConfigured(f"{callback!r} listens twice.")
    _listeners.append(callback)


def tell_received(received: Received) -> None:
    """Tell everybody who listens, unless nothing was received."""
    if received.cases:
        for listener in _listeners:
            listener(received)


def follows(case: Case, actor: Actor) -> bool:
    """Whether the actor knows the case from the other side only."""
    places = places_of(actor)
    return case.compartment_id not in places and case.counterpart_id in places


def may_leave(case: Case, *, actor: Actor, at: datetime) -> bool:
    """Whether anything of the case may leave the house at this moment; never why not."""
    try:
        check_outgoing(case, actor=actor, at=at)
    except NotPossibleNow:
        return False
    return True
