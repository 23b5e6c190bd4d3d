"""Telling the database who acts, for the length of a transaction."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager
from dataclasses import replace
from datetime import date

from django.db import connection, transaction
from django.utils import timezone

from korpu.foundations.accounts.actor import Actor, HeldRole
from korpu.foundations.accounts.models import User
from korpu.foundations.audit.api import collecting, trail
from korpu.kernel.errors import Unavailable
from korpu.kernel.texts import Text

NOBODY = Actor(account=None)

_NAMES = ("actor", "on_behalf_of", "office", "today", "signing_in")
_READ = "select " + ", ".join(f"current_setting('korpu.{name}', true) as {name}" for name in _NAMES)
_WRITE = "select " + ", ".join(f"set_config('korpu.{name}', %s, true)" for name in _NAMES)
# The former values are read before the new ones are set: one round trip for both.
_SWAP = ", ".join(
    (
        f"with former as materialized ({_READ}) select former.*",
        *(f"set_config('korpu.{name}', %s, true)" for name in _NAMES),
    )
)
_SWAP += " from former"


@contextmanager
def acting(actor: Actor) -> Iterator[Actor]:
    """One transaction in which the database knows the actor; readings are written when it ended.

    Inside another ``acting`` it is a savepoint, and the outer actor returns at its end. The
    outermost one insists on a transaction of its own, so that a reading survives its rollback.

    Raises:
        Unavailable: readings could not be written; what was read must not be shown.
    """
    outermost = not collecting()
    with trail(), transaction.atomic(durable=outermost), settings_of(actor):
        yield actor


@contextmanager
def signing_in() -> Iterator[None]:
    """One transaction in which accounts may be looked up to find out who somebody is.

    For log-in, password reset and bearer tokens: nothing else becomes visible.
    """
    with transaction.atomic(), _settings(_of(NOBODY) | {"signing_in": "on"}):
        yield


def actor_of(user: User, *, on: date | None = None, office_id: int | None = None) -> Actor:
    """The actor a person is on a day (None: today), acting for one office or (None) for all.

    A withdrawn account holds nothing.
    """
    bare = _bare(user, on=on, office_id=office_id)
    with transaction.atomic(), settings_of(bare):
        return _with_roles(bare)


@contextmanager
def acting_as_found(find: Callable[[], tuple[User | None, int | None]]) -> Iterator[Actor]:
    """Find out who asks, then act as them, inside the running transaction of a request.

    ``find`` may look accounts up; it answers with the account, None for a visitor, and the one
    office acted for. As few round trips as it can be done with: every page pays for them.
    """
    former = _swap(_of(NOBODY) | {"signing_in": "on"})
    user, office_id = find()
    actor = NOBODY if user is None else _bare(user, on=None, office_id=office_id)
    _write(_of(actor))
    yield actor if user is None else _with_roles(actor)
    if not connection.needs_rollback:
        _write(former)


def _bare(user: User, *, on: date | None, office_id: int | None) -> Actor:
    day = (on or timezone.localdate()).isoformat()
    return Actor(account=user, office_id=office_id, on=day)


def _with_roles(bare: Actor) -> Actor:
    """The actor the database already acts for, with the roles it says they hold."""
    with connection.cursor() as cursor:
        cursor.execute(
            "select role, compartment_id, business, office_id, on_behalf_of from korpu_held_roles()"
        )
        held = tuple(HeldRole(*row) for row in cursor.fetchall())
    if bare.office_id is not None:
        held = tuple(role for role in held if role.office_id == bare.office_id)
    return replace(bare, held=held)


def system_actor() -> Actor:
    """The service's own hand: timers, imports, set-up. It sees every compartment.

    Raises:
        Unavailable: the database has no such account; it has not been migrated.
    """
    with signing_in():
        user = User.objects.filter(is_system=True).first()
    if user is None:
        raise Unavailable(
            Text(
                az="Sistemin öz hesabı bazada yoxdur.",
                en="The service's own account is missing from the database.",
                ru="В базе данных нет собственной учётной записи системы.",
            ),
            "korpu migrate",
        )
    return Actor(account=user, on=timezone.localdate().isoformat())


def settings_of(actor: Actor) -> AbstractContextManager[None]:
    """Tell the running transaction who acts, and put back what it knew before."""
    return _settings(_of(actor))


def allow_sign_in() -> None:
    """Let the running transaction look accounts up until the settings around it are put back."""
    with connection.cursor() as cursor:
        cursor.execute("select set_config('korpu.signing_in', 'on', true)")


def _of(actor: Actor) -> dict[str, str]:
    return {
        "actor": _text(actor.id_or_none),
        "on_behalf_of": "",
        "office": _text(actor.office_id),
        "today": actor.on,
        "signing_in": "",
    }


def _text(value: int | None) -> str:
    return "" if value is None else str(value)


@contextmanager
def _settings(wanted: Mapping[str, str]) -> Iterator[None]:
    """Set the transaction's settings and put the former ones back.

    A released savepoint keeps what was set inside it, so putting back is ours to do; a rolled-back
    one forgets by itself.
    """
    former = _swap(wanted)
    yield
    if not connection.needs_rollback:
        _write(former)


def _swap(wanted: Mapping[str, str]) -> dict[str, str]:
    """Set the settings; what they were before."""
    with connection.cursor() as cursor:
        cursor.execute(_SWAP, [wanted[name] for name in _NAMES])
        row = cursor.fetchone() or ()
    return {name: value or "" for name, value in zip(_NAMES, row, strict=False)}


def _write(wanted: Mapping[str, str]) -> None:
    with connection.cursor() as cursor:
        cursor.execute(_WRITE, [wanted[name] for name in _NAMES])
