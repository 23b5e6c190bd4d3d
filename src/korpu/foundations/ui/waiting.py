"""What waits for somebody on their first page: rooms register their lists when they start."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from korpu.kernel.texts import Message


@dataclass(frozen=True, slots=True)
class Waiting:
    """A list that waits for the reader.

    Attributes:
        title: in the reader's language.
        href: the page that shows just these.
        count: how many; zero is shown, as good news.
        capped: there are more than ``count``.
    """

    title: Message
    href: str
    count: int
    capped: bool = False


Lists = Callable[[Any], Iterable[Waiting]]
"""What waits in one room, given the actor: bounded queries, nothing for who works there not."""

_rooms: dict[str, tuple[int, Lists]] = {}


def register_waiting(room: str, lists: Lists, *, order: int) -> None:
    """Show a room's lists on the first page; the lowest order comes first.

    Raises:
        RuntimeError: the room has registered its lists already.
    """
    if room in _rooms:
        raise RuntimeError(f"What waits in {room} is registered already.")
    _rooms[room] = (order, lists)


def waiting_for(actor: Any) -> list[Waiting]:
    """Every list the actor works from, each with its size; empty for who has no such work."""
    ordered = sorted(_rooms.items(), key=lambda entry: (entry[1][0], entry[0]))
    return [one for _room, (_order, lists) in ordered for one in lists(actor)]
