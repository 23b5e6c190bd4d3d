"""The main navigation and the account menu: rooms register their entries when they start."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any, Protocol

from django.http import HttpRequest
from django.urls import reverse

from korpu.kernel.texts import Message


class MayAsk(Protocol):
    """The one question the navigation asks of an actor."""

    def may(self, permission: str, /) -> bool: ...


@dataclass(frozen=True, slots=True)
class NavItem:
    """One entry.

    Attributes:
        permission: without it the entry is not shown; None: everybody who is signed in.
        count: how many things wait behind it, given the actor; cheap, asked on every page.
        hides_when_empty: it is shown only while something waits.
        about: one sentence on what is done there, for the first page.
    """

    label: Message
    url_name: str
    permission: str | None = None
    order: int = 100
    count: Callable[[Any], int] | None = None
    hides_when_empty: bool = False
    about: Message | None = None


@dataclass(frozen=True, slots=True)
class Link:
    """An entry as the page shows it.

    Attributes:
        active: the reader is on its page or below.
        count: how many things wait there; zero is not shown.
        about: what is done there.
    """

    text: Message
    href: str
    active: bool
    count: int = 0
    about: Message | None = None


_main: dict[str, NavItem] = {}
_account: dict[str, NavItem] = {}
_public: dict[str, NavItem] = {}


def register(item: NavItem) -> None:
    """Add an entry to the main navigation.

    Raises:
        RuntimeError: another entry leads to the same page.
    """
    _add(_main, item)


def register_account(item: NavItem) -> None:
    """Add an entry to the account menu.

    Raises:
        RuntimeError: another entry leads to the same page.
    """
    _add(_account, item)


def register_public(item: NavItem) -> None:
    """Add a page everybody may read to the navigation of visitors.

    Raises:
        RuntimeError: another entry leads to the same page.
    """
    _add(_public, item)


def _add(entries: dict[str, NavItem], item: NavItem) -> None:
    if item.url_name in entries:
        raise RuntimeError(f"The navigation already leads to {item.url_name}.")
    entries[item.url_name] = item


def main_links(request: HttpRequest, actor: MayAsk | None) -> list[Link]:
    """What this actor may enter, in order; empty for nobody."""
    return _links(_main, request, actor)


def account_links(request: HttpRequest, actor: MayAsk | None) -> list[Link]:
    """The account menu of this actor; empty for nobody."""
    return _links(_account, request, actor)


def public_links(request: HttpRequest) -> list[Link]:
    """The pages everybody may read, in order."""
    return _shown(_public.values(), request, None)


def _links(entries: dict[str, NavItem], request: HttpRequest, actor: MayAsk | None) -> list[Link]:
    if actor is None:
        return []
    seen = [item for item in entries.values() if not item.permission or actor.may(item.permission)]
    return _shown(seen, request, actor)


def _shown(items: Iterable[NavItem], request: HttpRequest, actor: MayAsk | None) -> list[Link]:
    ordered = sorted(items, key=lambda item: (item.order, item.url_name))
    hrefs = [reverse(item.url_name) for item in ordered]
    here = max((href for href in hrefs if _covers(href, request.path)), key=len, default=None)
    counts = [item.count(actor) if actor and item.count else 0 for item in ordered]
    return [
        Link(item.label, href, href == here, count, item.about)
        for item, href, count in zip(ordered, hrefs, counts, strict=True)
        if count or not item.hides_when_empty
    ]


def _covers(href: str, path: str) -> bool:
    return path == href or (href != "/" and path.startswith(href))
