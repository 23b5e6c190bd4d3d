"""Where a person stands to a case: its office, somebody it is shared with, the other side."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.db.models import Q

from korpu.foundations.accounts.api import Actor
from korpu.foundations.casework.enums import Audience
from korpu.foundations.casework.models import Case
from korpu.foundations.casework.running import running_shares


@dataclass(frozen=True, slots=True)
class RoleHeld:
    """A role the actor may use in a case.

    Attributes:
        side: the side it is held on.
        on_behalf_of_id: the absent colleague it belongs to; None: own.
    """

    role: str
    side: Audience
    on_behalf_of_id: int | None = None


def places_of(actor: Actor) -> frozenset[int]:
    """The compartments the actor is in; every one for the system actor."""
    if actor.is_system:
        return actor.compartments_with("casework.case.read")
    return frozenset(held.compartment_id for held in actor.held)


def works_for(actor: Actor) -> frozenset[int]:
    """The actor and the colleagues the actor stands in for."""
    return actor.stands_in_for | {actor.user_id}


def roles_held(case: Case, actor: Actor) -> tuple[RoleHeld, ...]:
    """The roles the actor may use in a case: the office's first, own ones before a colleague's.

    A role counts when it is held in the compartment of the case, in one the case is shared with,
    or in the counterpart's. Somebody with whom it is shared in person uses the roles they hold
    anywhere. Empty: none.
    """
    sides = {case.counterpart_id: Audience.COUNTERPART} if case.counterpart_id else {}
    sides |= dict.fromkeys(_shared_places(case, actor), Audience.SHARED)
    sides[case.compartment_id] = Audience.OFFICE
    order = (Audience.OFFICE, Audience.SHARED, Audience.COUNTERPART)
    found = sorted(
        _held_in(actor, sides, case),
        key=lambda held: (order.index(held.side), held.on_behalf_of_id or 0, held.role),
    )
    return tuple(found)


def _held_in(actor: Actor, sides: dict[int, Audience], case: Case) -> Iterator[RoleHeld]:
    if actor.is_system:
        for role in actor.roles_in(case.compartment_id):
            yield RoleHeld(role, Audience.OFFICE)
    for held in actor.held:
        if held.compartment_id in sides:
            yield RoleHeld(held.role, sides[held.compartment_id], held.on_behalf_of_id)


def side_of(case: Case, actor: Actor) -> Audience | None:
    """The nearest side the actor is on; None: no role in the case."""
    if case.compartment_id in places_of(actor):
        return Audience.OFFICE  # the nearest there is: who it is shared with need not be read
    held = roles_held(case, actor)
    return held[0].side if held else None


def _shared_places(case: Case, actor: Actor) -> frozenset[int]:
    places = places_of(actor)
    if places <= {case.compartment_id}:
        return frozenset()  # a share adds no place to those who are nowhere but in the office
    people = works_for(actor)
    found: set[int] = set()
    for share in (
        running_shares().filter(case=case).filter(Q(user__in=people) | Q(compartment__in=places))
    ):
        found |= places if share.compartment_id is None else {share.compartment_id}
    return frozenset(found)
