"""What happens elsewhere when a contract ends: other rooms are told through the site."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from korpu.foundations.accounts.api import Actor
from korpu.foundations.accounts.models import User


@dataclass(frozen=True, slots=True)
class ContractEnded:
    """A contract ended before its last day.

    Attributes:
        users: who held a role under it.
        role: the role they held.
        reason: as recorded; no personal data.
    """

    number: str
    role: str
    users: tuple[User, ...]
    reason: str


Listener = Callable[[ContractEnded, Actor, datetime], None]
_listeners: list[Listener] = []


def on_contract_ended(callback: Listener) -> None:
    """Call ``callback`` in the transaction that ends a contract, before its roles are taken back.

    Raises:
        RuntimeError: this very callback listens already.
    """
    if callback in _listeners:
        raise RuntimeError(f"{callback!r} listens twice.")
    _listeners.append(callback)


def tell(ended: ContractEnded, *, actor: Actor, at: datetime) -> None:
    """Tell everybody who listens, in order of registration."""
    for listener in _listeners:
        listener(ended, actor, at)
