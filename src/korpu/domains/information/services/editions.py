"""Editions of a publication, their files and printings."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.core.files.base import File
from django.db import transaction
from django.db.models import F, Max, Value
from django.db.models.functions import Coalesce

from korpu.domains.information import policies, sentences
from korpu.domains.information.models import Edition, EditionFile, Publication
from korpu.domains.information.permissions import DISTRIBUTE, EDIT
from korpu.domains.programmes.api import Precision
from korpu.foundations.accounts.api import Actor
from korpu.foundations.codelists.api import is_known
from korpu.foundations.files.api import store_upload
from korpu.kernel.errors import Conflict, InvalidInput
from korpu.kernel.texts import Message


@dataclass(frozen=True, slots=True)
class EditionDraft:
    """What is said of an edition; None and empty mean not stated.

    Attributes:
        languages: ISO 639-1 codes, in order.
        issued_on: the first day of the month or year where ``issued_precision`` says so.
        licence: code of the list ``publication-licences``.
        translation_of: the edition whose text it renders; None: an original.
    """

    version: str
    languages: tuple[str, ...] = ()
    issued_on: date | None = None
    issued_precision: Precision = Precision.DAY
    licence: str = ""
    translation_of: Edition | None = None
    copies_printed: int | None = None

    def columns(self) -> dict[str, Any]:
        """The columns of the row; a day known to the month or the year is its first."""
        day = self.issued_on
        if day and self.issued_precision != Precision.DAY:
            day = day.replace(day=1)
        if day and self.issued_precision == Precision.YEAR:
            day = day.replace(month=1)
        return {
            "version": self.version,
            "languages": list(self.languages),
            "issued_on": day,
            "issued_precision": self.issued_precision,
            "licence": self.licence,
            "translation_of": self.translation_of,
            "copies_printed": self.copies_printed,
        }


def add_edition(
    *, publication: Publication, draft: EditionDraft, actor: Actor, at: datetime
) -> Edition:
    """Add a version in a language; not public before it is approved.

    Raises:
        NotPermitted: the actor prepares no publications here.
        InvalidInput: such a version exists in the language, an unknown licence.
    """
    actor.check(EDIT, compartment_id=publication.compartment_id)
    with transaction.atomic():
        Publication.objects.select_for_update().get(pk=publication.pk)
        _check(publication, draft, None)
        earlier = publication.editions.filter(languages=list(draft.languages))
        last = earlier.aggregate(last=Max("position"))["last"] or 0
        return Edition.objects.create(
            publication=publication,
            position=last + 1,
            created_by_id=actor.user_id,
            created_at=at,
            changed_at=at,
            **draft.columns(),
        )


def change_edition(
    *, edition: Edition, draft: EditionDraft, expected_revision: int, actor: Actor, at: datetime
) -> Edition:
    """Correct a draft edition.

    Raises:
        NotPermitted: the actor prepares no publications here.
        NotPossibleNow: it is no draft any more.
        Conflict: somebody else changed it since it was read.
        InvalidInput: as in ``add_edition``.
    """
    actor.check(EDIT, compartment_id=edition.publication.compartment_id)
    with transaction.atomic():
        locked = Edition.objects.select_for_update().get(pk=edition.pk)
        policies.check_is_draft(locked)
        if locked.revision != expected_revision:
            facts = {"revision": locked.revision}
            raise Conflict(sentences.CHANGED_MEANWHILE, sentences.CHANGED_MEANWHILE_HELP, facts)
        _check(locked.publication, draft, locked)
        for name, value in draft.columns().items():
            setattr(locked, name, value)
        locked.changed_at = at
        locked.revision += 1
        locked.save()
    return locked


def add_file(
    *, edition: Edition, upload: "File[bytes]", title: str, actor: Actor, at: datetime
) -> EditionFile:
    """Keep a file of a draft edition.

    Raises:
        NotPermitted: the actor prepares no publications here.
        NotPossibleNow: the edition is approved already: what is approved stays as it is.
        InvalidInput: the file is refused (``files.api.store_upload``).
    """
    actor.check(EDIT, compartment_id=edition.publication.compartment_id)
    with transaction.atomic():
        locked = Edition.objects.select_for_update().get(pk=edition.pk)
        policies.check_is_draft(locked)
        stored = store_upload(upload=upload, kind="publication", actor=actor, at=at)
        return EditionFile.objects.create(
            edition=locked, file=stored, title=title, added_by_id=actor.user_id, added_at=at
        )


def remove_file(*, file: EditionFile, actor: Actor, at: datetime) -> None:
    """Take a file from a draft edition; its bytes stay in the house's keeping.

    Raises:
        NotPermitted: the actor prepares no publications here.
        NotPossibleNow: the edition is approved already.
    """
    actor.check(EDIT, compartment_id=file.edition.publication.compartment_id)
    with transaction.atomic():
        locked = Edition.objects.select_for_update().get(pk=file.edition_id)
        policies.check_is_draft(locked)
        EditionFile.objects.filter(pk=file.pk, removed_at__isnull=True).update(removed_at=at)


def record_printing(*, edition: Edition, copies: int, actor: Actor, at: datetime) -> Edition:
    """Add freshly printed copies to the stock; from now on the stock is known.

    Raises:
        NotPermitted: the actor records no distribution here.
        NotPossibleNow: a draft or a withdrawn edition is not printed.
        InvalidInput: fewer than one copy.
    """
    actor.check(DISTRIBUTE, compartment_id=edition.publication.compartment_id)
    policies.check_may_be_given_out(edition)
    if copies < 1:
        raise InvalidInput(sentences.COPIES_POSITIVE, fields={"copies": sentences.COPIES_POSITIVE})
    printed = Coalesce(F("copies_printed"), Value(0)) + copies
    Edition.objects.filter(pk=edition.pk).update(copies_printed=printed, changed_at=at)
    edition.refresh_from_db()
    return edition


def _check(publication: Publication, draft: EditionDraft, existing: Edition | None) -> None:
    wrong: dict[str, Message] = {}
    same = publication.editions.filter(version=draft.version, languages=list(draft.languages))
    if (same.exclude(pk=existing.pk) if existing else same).exists():
        wrong["version"] = sentences.EDITION_EXISTS
    if draft.licence and not is_known("publication-licences", draft.licence):
        wrong["licence"] = sentences.UNKNOWN_CODE
    if existing and draft.translation_of == existing:
        wrong["translation_of"] = sentences.OWN_TRANSLATION
    if wrong:
        raise InvalidInput(next(iter(wrong.values())), fields=wrong)
