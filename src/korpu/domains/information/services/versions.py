"""One new edition in several languages at once: an original and its translations, each a file."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime

from django.core.files.base import File
from django.db import transaction

from korpu.domains.information import sentences
from korpu.domains.information.models import Edition, Publication
from korpu.domains.information.services.editions import EditionDraft, add_edition, add_file
from korpu.foundations.accounts.api import Actor
from korpu.kernel.errors import InvalidInput


@transaction.atomic
def add_language_versions(
    *,
    publication: Publication,
    draft: EditionDraft,
    files: Mapping[str, "File[bytes]"],
    original: str,
    actor: Actor,
    at: datetime,
) -> Edition:
    """Add a version once for each language with its file; all of them, or none.

    ``draft``: what they have in common; its languages and original are left aside.
    ``files``: by ISO 639-1 code; ``original``: the language the others are translated from.
    The original is returned.

    Raises:
        NotPermitted: the actor prepares no publications here.
        InvalidInput: no file of the original, a file is refused (at ``file_<language>``), or the
            version exists in one of the languages.
    """
    if original not in files:
        field = f"file_{original}"
        raise InvalidInput(
            sentences.ORIGINAL_FILE_NEEDED, fields={field: sentences.ORIGINAL_FILE_NEEDED}
        )
    first: Edition | None = None
    for language in (original, *(one for one in files if one != original)):
        own = replace(draft, languages=(language,), translation_of=first)
        edition = add_edition(publication=publication, draft=own, actor=actor, at=at)
        _add_file(edition, language, files[language], actor, at)
        first = first or edition
    assert first is not None, "The original comes first."
    return first


def _add_file(
    edition: Edition, language: str, upload: "File[bytes]", actor: Actor, at: datetime
) -> None:
    try:
        add_file(edition=edition, upload=upload, title="", actor=actor, at=at)
    except InvalidInput as refused:
        raise InvalidInput(
            refused.title, refused.detail, fields={f"file_{language}": refused.title}
        ) from refused
