"""Keeping the registers all projects share: sources and legal instruments."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from korpu.domains.programmes.models import Instrument, Source
from korpu.domains.programmes.services.parts import (
    CHANGED_MEANWHILE,
    COMPARE,
    EDIT,
    TAKEN_OUT,
    USED,
    users_of,
)
from korpu.engines.azeri import slug
from korpu.foundations.accounts.api import Actor
from korpu.kernel.errors import Conflict, InvalidInput, NotPermitted, NotPossibleNow
from korpu.kernel.texts import Text

Entry = Source | Instrument
CODE_LENGTH = 45
NOT_YOURS = Text(
    az="Reyestrləri layihələri aparanlar tərtib edir.",
    en="The registers are kept by those who keep projects.",
    ru="Реестры ведут те, кто ведёт проекты.",
)


@transaction.atomic
def add_entry(
    *, model: type[Source] | type[Instrument], values: Mapping[str, Any], actor: Actor, at: datetime
) -> Entry:
    """Add a source or an instrument; its code is made from its title.

    Raises:
        NotPermitted: the actor keeps no projects.
        InvalidInput: with the fields at fault.
    """
    del at  # the trail keeps who and when
    _check_keeper(actor)
    entry = model(**values)
    entry.code = _free_code(model, entry.title_az)
    _check(entry)
    entry.save()
    return entry


@transaction.atomic
def change_entry(
    *, entry: Entry, values: Mapping[str, Any], revision: int, actor: Actor, at: datetime
) -> Entry:
    """Change an entry as somebody read it.

    Raises:
        NotPermitted: the actor keeps no projects.
        Conflict: somebody changed it since.
        NotPossibleNow: it was taken out.
        InvalidInput: with the fields at fault.
    """
    del at
    locked = _locked(entry, revision, actor)
    for name, value in values.items():
        setattr(locked, name, value)
    _check(locked)
    locked.revision += 1
    locked.save()
    return locked


@transaction.atomic
def end_entry(*, entry: Entry, revision: int, actor: Actor, at: datetime) -> Entry:
    """Take an entry out of the register; it can be put back.

    Raises:
        NotPermitted, Conflict: as in :func:`change_entry`.
        NotPossibleNow: it was taken out before, or facts rest on it.
    """
    locked = _locked(entry, revision, actor)
    if users := users_of(locked):
        raise NotPossibleNow(USED.format(parts="; ".join(users[:5])))
    locked.removed_at = at
    locked.revision += 1
    locked.save()
    return locked


@transaction.atomic
def put_back_entry(*, entry: Entry, actor: Actor, at: datetime) -> Entry:
    """Undo taking an entry out.

    Raises:
        NotPermitted: the actor keeps no projects.
    """
    del at
    _check_keeper(actor)
    locked = type(entry).objects.select_for_update().get(pk=entry.pk)
    locked.removed_at = None
    locked.revision += 1
    locked.save()
    return locked


def _check_keeper(actor: Actor) -> None:
    if not actor.compartments_with(EDIT):
        raise NotPermitted(NOT_YOURS)


def _locked(entry: Entry, revision: int, actor: Actor) -> Entry:
    _check_keeper(actor)
    locked = type(entry).objects.select_for_update(of=("self",)).get(pk=entry.pk)
    if locked.revision != revision:
        raise Conflict(CHANGED_MEANWHILE, COMPARE, facts={"revision": locked.revision})
    if locked.removed_at is not None:
        raise NotPossibleNow(TAKEN_OUT)
    return locked


def _check(entry: Source | Instrument) -> None:
    if isinstance(entry, Instrument) and _leads_back(entry):
        sentence = _("It would approve itself, by way of the instruments it approves.")
        raise InvalidInput(sentence, fields={"approves": sentence})


def _leads_back(entry: Instrument) -> bool:
    seen: set[int] = set()
    above = entry.approves
    while above is not None and above.pk not in seen:
        if above.pk == entry.pk:
            return True
        seen.add(above.pk)
        above = above.approves
    return False


def _free_code(model: type[Source] | type[Instrument], title: str) -> str:
    stem = slug(title)[:CODE_LENGTH].strip("-") or model.__name__.lower()
    taken = set(model.objects.filter(code__startswith=stem).values_list("code", flat=True))
    code, number = stem, 1
    while code in taken:
        number += 1
        code = f"{stem}-{number}"
    return code
