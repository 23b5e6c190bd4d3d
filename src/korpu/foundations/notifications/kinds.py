"""What people are told of: rooms declare their kinds when they start."""

from dataclasses import dataclass

from django.core.exceptions import ImproperlyConfigured

from korpu.foundations.notifications.enums import Telling
from korpu.kernel.texts import Text


@dataclass(frozen=True, slots=True)
class NotificationKind:
    """One kind.

    Attributes:
        id: ``room.event``.
        title: what happened, as the page of choices names it.
        usual: how people are told who have chosen nothing.
    """

    id: str
    title: Text
    usual: Telling = Telling.AT_ONCE


_kinds: dict[str, NotificationKind] = {}


def register_kind(kind: NotificationKind) -> None:
    """Declare a kind; called once, in ``AppConfig.ready()``.

    Raises:
        ImproperlyConfigured: the kind is declared already.
    """
    if kind.id in _kinds:
        raise ImproperlyConfigured(f"The notification kind {kind.id} is declared twice.")
    _kinds[kind.id] = kind


def kinds() -> tuple[NotificationKind, ...]:
    """Every kind, by identifier."""
    return tuple(_kinds[name] for name in sorted(_kinds))


def kind_of(identifier: str) -> NotificationKind:
    """One kind.

    Raises:
        KeyError: nobody declared it.
    """
    return _kinds[identifier]
