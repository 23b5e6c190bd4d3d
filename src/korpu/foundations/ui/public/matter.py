"""What rooms offer to the public site as a whole: its search, feeds, open data and site map."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from korpu.kernel.texts import Message


@dataclass(frozen=True, slots=True)
class Found:
    """Something published.

    Attributes:
        href: path on this site.
        kind: what it is, in a word or two.
        summary: what else helps to choose; may be empty.
        at: when it was published or changed last; None where that is not known.
    """

    title: Message
    href: str
    kind: Message
    summary: Message = ""
    at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Distribution:
    """A data set in one format. ``media_type`` as registered with IANA."""

    title: Message
    href: str
    media_type: str


@dataclass(frozen=True, slots=True)
class Dataset:
    """Data anybody may take.

    Attributes:
        id: stable, part of its address in the catalogue.
        changed_at: None where it is made anew at each download.
        licence_url: under what it may be used; empty: see the data set itself.
    """

    id: str
    title: Message
    description: Message
    distributions: Sequence[Distribution]
    changed_at: datetime | None = None
    licence_url: str = ""
    keywords: Sequence[str] = ()


def _nothing(*_asked: object) -> list[Found]:
    return []


def _no_data() -> list[Dataset]:
    return []


@dataclass(frozen=True, slots=True)
class PublicMatter:
    """What one room publishes. Every callable runs as the visitor and is bounded by itself.

    Attributes:
        id: also the name of its feed.
        order: ascending among the rooms.
        search: what holds the words asked for, the best match first; at most twenty.
        newest: what was published last, at most so many.
        pages: every page of its own, for the site map; lists first.
        datasets: what can be taken as data.
    """

    id: str
    title: Message
    order: int
    search: Callable[[str], Iterable[Found]] = _nothing
    newest: Callable[[int], Iterable[Found]] = _nothing
    pages: Callable[[], Iterable[Found]] = _nothing
    datasets: Callable[[], Iterable[Dataset]] = field(default=_no_data)


_matters: dict[str, PublicMatter] = {}


def register_public_matter(matter: PublicMatter) -> None:
    """Add what a room publishes to the pages of the whole site.

    Raises:
        RuntimeError: a room publishes under this id already.
    """
    if matter.id in _matters:
        raise RuntimeError(f"Public matter {matter.id} is registered already.")
    _matters[matter.id] = matter


def public_matters() -> list[PublicMatter]:
    """What the rooms publish, in order."""
    return sorted(_matters.values(), key=lambda one: (one.order, one.id))
