"""Who acts: a person (or the service's own hand) with the roles they hold on a day."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from django.db import connection

from korpu.foundations.accounts.models import Compartment, User
from korpu.foundations.accounts.roles import Role, roles
from korpu.kernel.errors import NotPermitted
from korpu.kernel.texts import LANGUAGES, Language, Text, active_language

_NOT_PERMITTED = Text(
    az="Bu əməliyyat üçün icazəniz yoxdur.",
    en="You do not have permission to do this.",
    ru="У вас нет разрешения на это действие.",
)
_NOT_PERMITTED_DETAIL = Text(
    az="Sizə bu icazə lazımdırsa, idarənizin inzibatçısına müraciət edin.",
    en="If you need this permission, ask the administrator of your office.",
    ru="Если это разрешение вам необходимо, обратитесь к администратору вашего подразделения.",
)
_NOBODY = Text(
    az="Bunun üçün sistemə daxil olmaq lazımdır.",
    en="You have to log in to do this.",
    ru="Для этого необходимо войти в систему.",
)


@dataclass(frozen=True, slots=True)
class HeldRole:
    """A role held on the actor's day. ``on_behalf_of_id``: the absent colleague whose it is."""

    role: str
    compartment_id: int
    business: str
    office_id: int
    on_behalf_of_id: int | None


@dataclass(frozen=True)
class Actor:
    """Somebody who acts, and what they may do. Made by ``actor_of`` and ``system_actor``.

    Attributes:
        account: the row of the account; None for a visitor who has not logged in.
        held: roles held on the day the actor was made, those of absent colleagues included.
        office_id: the one office the person chose to act for; None: all of theirs.
        on: the day (ISO 8601) on which roles are judged, in the database too.
    """

    account: User | None
    held: tuple[HeldRole, ...] = ()
    office_id: int | None = None
    on: str = ""

    @property
    def user(self) -> User:
        """The account.

        Raises:
            NotPermitted: nobody has logged in.
        """
        if self.account is None:
            raise NotPermitted(_NOBODY)
        return self.account

    @property
    def user_id(self) -> int:
        """The account's key.

        Raises:
            NotPermitted: nobody has logged in.
        """
        return self.user.pk

    @property
    def id_or_none(self) -> int | None:
        """The account's key; None for a visitor who has not logged in."""
        return self.account.pk if self.account else None

    @property
    def is_anonymous(self) -> bool:
        return self.account is None

    @property
    def is_system(self) -> bool:
        """The service's own hand: may everything, in every compartment."""
        return self.account is not None and self.account.is_system

    @property
    def language(self) -> Language:
        """The person's own language; a visitor's is the one the page is shown in."""
        chosen = self.account.language if self.account else active_language()
        return next((language for language in LANGUAGES if language == chosen), "az")

    def may(self, permission: str, *, compartment_id: int | None = None) -> bool:
        """Whether a held role carries the permission, in one compartment or (None) in any."""
        if self.is_system:
            return True
        return any(
            compartment_id in (None, held.compartment_id) for held in self._holding(permission)
        )

    def check(self, permission: str, *, compartment_id: int | None = None) -> None:
        """Insist on a permission; where only a stand-in's role gives it, the trail says for whom.

        Raises:
            NotPermitted: no held role carries it.
        """
        if not self.may(permission, compartment_id=compartment_id):
            raise NotPermitted(
                _NOT_PERMITTED, _NOT_PERMITTED_DETAIL, facts={"permission": permission}
            )
        behalf = self.on_behalf_of(permission, compartment_id=compartment_id)
        if behalf is not None and connection.in_atomic_block:
            with connection.cursor() as cursor:
                cursor.execute("select set_config('korpu.on_behalf_of', %s, true)", [str(behalf)])

    def on_behalf_of(self, permission: str, *, compartment_id: int | None = None) -> int | None:
        """Whose role alone gives the permission: an absent colleague's; None: the actor's own."""
        givers = [
            held.on_behalf_of_id
            for held in self._holding(permission)
            if compartment_id in (None, held.compartment_id)
        ]
        return None if None in givers else min((g for g in givers if g is not None), default=None)

    def compartments_with(self, permission: str) -> frozenset[int]:
        """Keys of the compartments in which the actor may; all of them for the system actor."""
        if self.is_system:
            return self._every_compartment
        return frozenset(held.compartment_id for held in self._holding(permission))

    def roles_in(self, compartment_id: int) -> frozenset[str]:
        """Ids of roles held in a compartment, stand-in roles included; all for the system actor."""
        if self.is_system:
            return frozenset(roles())
        return frozenset(h.role for h in self.held if h.compartment_id == compartment_id)

    @property
    def permissions(self) -> frozenset[str]:
        """Everything the actor may do somewhere; for menus. Empty for the system actor."""
        return frozenset(name for _, role in self._roles() for name in role.permissions)

    @property
    def stands_in_for(self) -> frozenset[int]:
        """Keys of the absent colleagues whose roles the actor holds."""
        return frozenset(h.on_behalf_of_id for h in self.held if h.on_behalf_of_id is not None)

    @cached_property
    def _every_compartment(self) -> frozenset[int]:
        return frozenset(Compartment.objects.values_list("pk", flat=True))

    def _holding(self, permission: str) -> Iterator[HeldRole]:
        return (held for held, role in self._roles() if permission in role.permissions)

    def _roles(self) -> Iterator[tuple[HeldRole, Role]]:
        declared = roles()
        return ((held, declared[held.role]) for held in self.held if held.role in declared)
