"""Worklists people keep."""

from datetime import datetime

from django.db import transaction

from korpu.foundations.accounts.api import Actor
from korpu.foundations.casework import sentences, wording
from korpu.foundations.casework.models import SavedList
from korpu.foundations.casework.sides import places_of
from korpu.kernel.errors import InvalidInput, NotPermitted

LONGEST_QUERY = 1000


def save_list(
    *,
    title: str,
    query: str,
    compartment_id: int | None,
    is_default: bool,
    actor: Actor,
    at: datetime,
) -> SavedList:
    """Keep a worklist under a name; the same name of the same person is replaced.

    Args:
        title: at most 80 characters.
        query: the query string, of known parts only.
        compartment_id: the office that sees it too, one of the actor's; None: the actor alone.
        is_default: opened when the actor opens the worklist plainly; the former default is not.
        actor: whose it becomes.
        at: the moment, aware.

    Raises:
        InvalidInput: no name, too many filters, or an office the actor is not in.
    """
    _check(title, query, compartment_id, actor)
    with transaction.atomic():
        if is_default:
            forget_default(actor=actor)
        saved, _ = SavedList.objects.update_or_create(
            owner_id=actor.user_id,
            title=title.strip(),
            defaults={
                "query": query,
                "compartment_id": compartment_id,
                "is_default": is_default,
                "saved_at": at,
            },
        )
    return saved


def forget_default(*, actor: Actor) -> None:
    """Open the worklist plainly from now on."""
    SavedList.objects.filter(owner_id=actor.user_id, is_default=True).update(is_default=False)


def make_default(*, saved: SavedList, actor: Actor) -> None:
    """Open this list when the worklist is opened plainly.

    Raises:
        NotPermitted: it is somebody else's.
    """
    _check_owner(saved, actor)
    with transaction.atomic():
        forget_default(actor=actor)
        SavedList.objects.filter(pk=saved.pk).update(is_default=True)


def remove_list(*, saved: SavedList, actor: Actor) -> None:
    """Forget a list, for the office too if it was shared.

    Raises:
        NotPermitted: it is somebody else's.
    """
    _check_owner(saved, actor)
    saved.delete()


def _check_owner(saved: SavedList, actor: Actor) -> None:
    if saved.owner_id != actor.user_id:
        raise NotPermitted(wording.LIST_OF_ANOTHER)


def _check(title: str, query: str, compartment_id: int | None, actor: Actor) -> None:
    fields = {}
    if not title.strip():
        fields["title"] = wording.LIST_NAME_MISSING
    if len(query) > LONGEST_QUERY:
        fields["title"] = wording.LIST_TOO_LONG
    if compartment_id is not None and compartment_id not in places_of(actor):
        fields["office"] = wording.LIST_OF_OTHER_OFFICE
    if fields:
        raise InvalidInput(sentences.INPUT_REFUSED, fields=fields)
