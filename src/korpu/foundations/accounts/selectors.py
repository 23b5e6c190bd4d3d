"""What pages read about accounts. Every function runs inside ``acting(for_actor)``."""

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from allauth.usersessions.models import UserSession
from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _

from korpu.foundations.accounts.actor import Actor
from korpu.foundations.accounts.models import Compartment, Deputyship, RoleGrant, User
from korpu.foundations.accounts.roles import Role, roles
from korpu.foundations.organisations.models import Office
from korpu.foundations.ui.tables import Asked, Page, fetch_page
from korpu.kernel.errors import NotFound


@dataclass(frozen=True, slots=True)
class GrantRow:
    """A role of a person as a page shows it. ``state``: running, future, past or ended."""

    grant: RoleGrant
    role: Role | None
    state: str


def people(*, for_actor: Actor, asked: Asked[User]) -> Page[User]:
    """Accounts, a page at a time; the service's own is left out.

    Raises:
        NotPermitted: the actor may not see the accounts.
    """
    for_actor.check("accounts.user.read")
    found = User.objects.filter(is_system=False).select_related("organisation")
    if text := asked.filters.get("text"):
        found = found.filter(Q(full_name__icontains=text) | Q(email__icontains=text))
    if organisation := asked.filters.get("organisation"):
        found = found.filter(organisation__code=organisation)
    if state := asked.filters.get("state"):
        found = found.filter(is_active=state == "active")
    if role := asked.filters.get("role"):
        found = found.filter(pk__in=_holders(role, date.fromisoformat(for_actor.on)))
    return fetch_page(found, asked, key="uuid")


def person(*, uuid: UUID, for_actor: Actor) -> User:
    """One account.

    Raises:
        NotPermitted: the actor may not see the accounts.
        NotFound: there is none.
    """
    for_actor.check("accounts.user.read")
    found = User.objects.filter(uuid=uuid, is_system=False).select_related("organisation").first()
    if found is None:
        raise NotFound(_("There is no such account."))
    return found


def grants_of(*, user: User, for_actor: Actor) -> list[GrantRow]:
    """Every role a person holds, held or will hold; running ones first, then by first day."""
    found = RoleGrant.objects.filter(user=user).select_related("compartment__office")
    on = date.fromisoformat(for_actor.on)
    rows = [GrantRow(grant, roles().get(grant.role), _state(grant, on)) for grant in found]
    order = ("running", "future", "past", "ended")
    return sorted(rows, key=lambda row: (order.index(row.state), row.grant.valid_from))


def grant_of(*, user: User, pk: int) -> RoleGrant:
    """One role of a person.

    Raises:
        NotFound: the person has no such role.
    """
    found = RoleGrant.objects.filter(user=user, pk=pk).select_related("compartment__office").first()
    if found is None:
        raise NotFound(_("There is no such role."))
    return found


def deputyships_of(*, user: User, for_actor: Actor) -> list[Deputyship]:
    """Who stands in for the person and for whom the person does: not ended, not past."""
    involved = Deputyship.objects.filter(Q(absent=user) | Q(deputy=user))
    running = involved.filter(ended_at__isnull=True, valid_until__gte=for_actor.on)
    return list(running.select_related("absent", "deputy").order_by("valid_from", "pk"))


def deputyship_of(*, user: User, pk: int) -> Deputyship:
    """One arrangement a person is part of.

    Raises:
        NotFound: there is none.
    """
    involved = Deputyship.objects.filter(Q(absent=user) | Q(deputy=user), pk=pk)
    found = involved.select_related("absent", "deputy").first()
    if found is None:
        raise NotFound(_("There is no such arrangement."))
    return found


def colleagues_of(*, user: User) -> QuerySet[User]:
    """Who could stand in for a person: the same organisation, not withdrawn."""
    same = User.objects.filter(organisation=user.organisation, is_active=True)
    return same.exclude(pk=user.pk).filter(is_system=False).order_by("full_name")


def sessions_of(*, user: User) -> list[UserSession]:
    """Where a person is logged in; the latest first. What has expired is cleared away."""
    found: list[UserSession] = UserSession.objects.purge_and_list(user)
    return sorted(found, key=lambda session: session.created_at, reverse=True)


def compartments() -> list[Compartment]:
    """Every compartment with its office, by office."""
    found = Compartment.objects.select_related("office__organisation")
    return list(found.order_by("office__organisation__code", "office__code", "business"))


def offices_of(*, actor: Actor) -> list[Office]:
    """Offices in which the actor holds a role of their own or a colleague's, by code."""
    held = {role.office_id for role in actor.held}
    return list(Office.objects.filter(pk__in=held).order_by("code"))


def _holders(role: str, on: date) -> QuerySet[RoleGrant, Any]:
    running = RoleGrant.objects.filter(role=role, ended_at__isnull=True, valid_from__lte=on)
    return running.filter(Q(valid_until__isnull=True) | Q(valid_until__gte=on)).values("user_id")


def _state(grant: RoleGrant, on: date) -> str:
    if grant.ended_at is not None:
        return "ended"
    if grant.valid_from > on:
        return "future"
    if grant.valid_until is not None and grant.valid_until < on:
        return "past"
    return "running"
