"""What pages read about accounts."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from allauth.usersessions.models import UserSession
from django.conf import settings
from django.db.models import Prefetch, Q, QuerySet
from django.utils.translation import gettext_lazy as _

from korpu.foundations.accounts.actor import Actor
from korpu.foundations.accounts.models import Compartment, Deputyship, RoleGrant, User
from korpu.foundations.accounts.roles import roles
from korpu.foundations.audit.api import record_reading
from korpu.foundations.organisations.models import Office
from korpu.foundations.ui.tables import Asked, Page, fetch_page
from korpu.kernel.errors import NotFound
from korpu.kernel.texts import Text

DEMO_DOMAIN = "demo.example"  # addresses nobody can have (RFC 2606)
NOT_FOUND = _("There is no such account.")


@dataclass(frozen=True, slots=True)
class DemoLogin:
    """Somebody of the demonstration's cast, and what they are there for."""

    uuid: UUID
    name: str
    roles: tuple[Text, ...]
    office: Text | None


def demo_logins() -> list[DemoLogin]:
    """The cast of the demonstration, in the order of the declared roles; empty anywhere else.

    Must run where accounts may be looked up (``signing_in``).
    """
    if not settings.KORPU_DEMO_LOGINS:
        return []
    order = list(roles())
    found = [_demo_login(user) for user in _cast()]
    return [login for _, login in sorted(found, key=lambda pair: (_place(order, pair[0]), pair[1].name))]


def demo_account(uuid: str) -> User:
    """One of the demonstration's cast.

    Raises:
        NotFound: this is no demonstration, or nobody of its cast.
    """
    user = next((user for user in _cast() if str(user.uuid) == str(uuid)), None)
    if not settings.KORPU_DEMO_LOGINS or user is None:
        raise NotFound(NOT_FOUND)
    return user
