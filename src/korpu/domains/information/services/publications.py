"""Preparing publications."""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import transaction

from korpu.domains.information import policies, sentences
from korpu.domains.information.models import Publication, Series
from korpu.domains.information.permissions import EDIT
from korpu.domains.information.services.compartments import programmes_compartment
from korpu.domains.information.services.indexing import index_publication
from korpu.engines.azeri import slug
from korpu.foundations.accounts.api import Actor
from korpu.foundations.codelists.api import is_known
from korpu.kernel.errors import Conflict, InvalidInput
from korpu.kernel.texts import LANGUAGES, Message

_SLUG_LENGTH = 120


@dataclass(frozen=True, slots=True)
class PublicationDraft:
    """What is said of a publication; empty means not stated.

    Attributes:
        kind: code of the list ``publication-kinds``.
        printed_in: languages whose title stands as printed; the others are renderings.
        project_uuid, activity_uuid: of the programmes room.
    """

    kind: str
    title_az: str = ""
    title_en: str = ""
    title_ru: str = ""
    printed_in: tuple[str, ...] = ()
    summary_az: str = ""
    summary_en: str = ""
    summary_ru: str = ""
    series: Series | None = None
    number_in_series: int | None = None
    author_az: str = ""
    author_en: str = ""
    author_ru: str = ""
    note_az: str = ""
    note_en: str = ""
    note_ru: str = ""
    project_uuid: UUID | None = None
    activity_uuid: UUID | None = None
    supersedes: Publication | None = None

    def columns(self) -> dict[str, Any]:
        """The columns of the row."""
        kept = {field.name: getattr(self, field.name) for field in fields(self)}
        return kept | {"printed_in": list(self.printed_in)}


def create_publication(*, draft: PublicationDraft, actor: Actor, at: datetime) -> Publication:
    """Begin a publication; nobody outside sees it before it is approved and published.

    Raises:
        NotPermitted: the actor prepares no publications.
        InvalidInput: no title, an unknown kind, or a number in the series that is taken.
    """
    compartment = programmes_compartment(actor=actor, permission=EDIT)
    _check(draft, None)
    with transaction.atomic():
        publication = Publication.objects.create(
            compartment=compartment,
            slug=free_slug(draft),
            created_by_id=actor.user_id,
            created_at=at,
            changed_at=at,
            **draft.columns(),
        )
        index_publication(publication)
    return publication


def change_publication(
    *,
    publication: Publication,
    draft: PublicationDraft,
    expected_revision: int,
    actor: Actor,
    at: datetime,
) -> Publication:
    """Correct a draft. Its address stays.

    Raises:
        NotPermitted: the actor prepares no publications here.
        NotPossibleNow: it is no draft any more.
        Conflict: somebody else changed it since it was read.
        InvalidInput: as in ``create_publication``.
    """
    actor.check(EDIT, compartment_id=publication.compartment_id)
    with transaction.atomic():
        locked = Publication.objects.select_for_update().get(pk=publication.pk)
        policies.check_is_draft(locked)
        if locked.revision != expected_revision:
            raise _changed_meanwhile(locked)
        _check(draft, locked)
        for name, value in draft.columns().items():
            setattr(locked, name, value)
        locked.changed_at = at
        locked.revision += 1
        locked.save()
        index_publication(locked)
    return locked


def create_series(*, titles: Mapping[str, str], actor: Actor) -> Series:
    """A title under which publications appear one after another.

    Raises:
        NotPermitted: the actor prepares no publications.
    """
    actor.check(EDIT)
    base = slug(titles["az"])[:_SLUG_LENGTH] or "series"
    address, made = base, 1
    while Series.objects.filter(slug=address).exists():
        made += 1
        address = f"{base}-{made}"
    columns = {f"title_{language}": titles.get(language, "") for language in LANGUAGES}
    return Series.objects.create(slug=address, **columns)


def free_slug(draft: PublicationDraft) -> str:
    """An address from the first title there is, numbered where another has it."""
    heading = next(one for one in (draft.title_az, draft.title_en, draft.title_ru, "-") if one)
    base = slug(heading)[:_SLUG_LENGTH].strip("-") or "publication"
    taken = set(Publication.objects.filter(slug__startswith=base).values_list("slug", flat=True))
    found, number = base, 1
    while found in taken:
        number += 1
        found = f"{base}-{number}"
    return found


def _changed_meanwhile(row: Publication) -> Conflict:
    facts = {"revision": row.revision}
    return Conflict(sentences.CHANGED_MEANWHILE, sentences.CHANGED_MEANWHILE_HELP, facts)


def _check(draft: PublicationDraft, existing: Publication | None) -> None:
    wrong: dict[str, Message] = {}
    if not (draft.title_az or draft.title_en or draft.title_ru):
        wrong["title_az"] = sentences.NEEDS_A_TITLE
    if not is_known("publication-kinds", draft.kind):
        wrong["kind"] = sentences.UNKNOWN_CODE
    if draft.number_in_series and not draft.series:
        wrong["number_in_series"] = sentences.NUMBER_NEEDS_SERIES
    elif _number_is_taken(draft, existing):
        wrong["number_in_series"] = sentences.NUMBER_TAKEN
    if wrong:
        raise InvalidInput(next(iter(wrong.values())), fields=wrong)


def _number_is_taken(draft: PublicationDraft, existing: Publication | None) -> bool:
    if draft.series is None or draft.number_in_series is None:
        return False
    same = Publication.objects.filter(series=draft.series, number_in_series=draft.number_in_series)
    return (same.exclude(pk=existing.pk) if existing else same).exists()
