"""The open door of the demonstration: its cast logs in by a click, and nobody anywhere else."""

from dataclasses import dataclass
from uuid import UUID

from django.conf import settings
from django.utils.translation import gettext_lazy as _

from korpu.foundations.accounts.acting import acting, actor_of, system_actor
from korpu.foundations.accounts.models import User
from korpu.foundations.accounts.roles import roles
from korpu.foundations.organisations.models import Office
from korpu.kernel.errors import NotFound
from korpu.kernel.texts import Text

DOMAIN = "demo.example"  # the cast's addresses; nobody can have one (RFC 2606)


@dataclass(frozen=True, slots=True)
class DemoLogin:
    """Somebody of the cast, and what they are there for."""

    uuid: UUID
    name: str
    roles: tuple[Text, ...]
    office: Text | None
    place: int


def demo_logins() -> list[DemoLogin]:
    """The cast, in the order of the declared roles; empty where this is no demonstration."""
    if not settings.KORPU_DEMO_LOGINS:
        return []
    with acting(system_actor()):
        found = [_login(user) for user in _cast()]
    return sorted(found, key=lambda login: (login.place, login.name))


def demo_account(uuid: UUID) -> User:
    """One of the cast.

    Raises:
        NotFound: this is no demonstration, or nobody of its cast.
    """
    if settings.KORPU_DEMO_LOGINS:
        with acting(system_actor()):
            user = next((user for user in _cast() if user.uuid == uuid), None)
        if user is not None:
            return user
    raise NotFound(_("There is no such account."))


def _cast() -> list[User]:
    return list(User.objects.filter(email__endswith=f"@{DOMAIN}", is_active=True, is_system=False))


def _login(user: User) -> DemoLogin:
    held = actor_of(user).held
    order = list(roles())
    places = [order.index(one.role) for one in held if one.role in order]
    office = Office.objects.filter(pk=held[0].office_id).first() if held else None
    return DemoLogin(
        uuid=user.uuid,
        name=user.full_name,
        roles=tuple(dict.fromkeys(roles()[one.role].title for one in held if one.role in order)),
        office=office.title if office else None,
        place=min(places, default=len(order)),
    )
