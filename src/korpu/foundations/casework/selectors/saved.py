"""Worklists the actor keeps, and those colleagues keep for the office."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from urllib.parse import urlencode
from uuid import UUID

from django.http import QueryDict
from django.urls import reverse

from korpu.foundations.accounts.api import Actor
from korpu.foundations.accounts.models import Compartment
from korpu.foundations.audit.api import names_of
from korpu.foundations.casework import wording
from korpu.foundations.casework.models import SavedList
from korpu.foundations.casework.sides import places_of
from korpu.kernel.errors import NotFound

MOST = 50


@dataclass(frozen=True, slots=True)
class Kept:
    """A list as a page shows it.

    Attributes:
        is_own: the reader's own; they may remove it.
        owner: name of whoever keeps it for the office; empty where it is the reader's.
    """

    saved: SavedList
    href: str
    is_own: bool
    owner: str


def kept_lists(*, for_actor: Actor) -> list[Kept]:
    """Lists of the actor's own first, then those of the office, each by name."""
    found = list(SavedList.objects.order_by("title", "pk")[:MOST])
    others = names_of({one.owner_id for one in found if one.owner_id != for_actor.user_id})
    kept = [
        Kept(one, href_of(one), one.owner_id == for_actor.user_id, others.get(one.owner_id, ""))
        for one in found
    ]
    return sorted(kept, key=lambda one: not one.is_own)


def href_of(saved: SavedList) -> str:
    """Where the list opens."""
    return f"{reverse('casework:worklist')}?{saved.query}"


def default_list(*, for_actor: Actor) -> SavedList | None:
    """What the actor wants to see who opens the worklist plainly; None: nothing special."""
    return SavedList.objects.filter(owner_id=for_actor.user_id, is_default=True).first()


def saved_list(*, uuid: UUID, for_actor: Actor) -> SavedList:  # noqa: ARG001  readers name the actor
    """One list the actor may see.

    Raises:
        NotFound: there is none.
    """
    found = SavedList.objects.filter(uuid=uuid).first()
    if found is None:
        raise NotFound(wording.NO_SUCH_LIST)
    return found


def offices_to_share_with(*, for_actor: Actor) -> list[tuple[str, str]]:
    """Key and name of the compartments the actor is in."""
    found = Compartment.objects.filter(pk__in=places_of(for_actor)).select_related("office")
    return [(str(one.pk), str(one.office.title)) for one in found.order_by("office__code")]


def known_parts(query: QueryDict, names: Iterable[str]) -> str:
    """A query string with the parts a list may keep, in a stable order; paging is none of them."""
    wanted: Sequence[str] = ("view", "sort", *names)
    dates = tuple(f"{name}-{part}" for name in names for part in ("day", "month", "year"))
    kept = [(name, value) for name in (*wanted, *dates) for value in query.getlist(name) if value]
    return urlencode(kept)
