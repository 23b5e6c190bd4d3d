"""Reading what is filed under a case: attachments and letters."""

from uuid import UUID

from django.urls import reverse

from korpu.foundations.accounts.api import Actor
from korpu.foundations.audit.api import names_of
from korpu.foundations.casework import sentences
from korpu.foundations.casework.models import Attachment, Case, Letter
from korpu.foundations.casework.selectors.papers import MOST, Signed
from korpu.foundations.files.models import StoredFile
from korpu.foundations.ui.items import FileItem
from korpu.kernel.errors import NotFound


def files_of(*, case: Case, for_actor: Actor) -> list[FileItem]:  # noqa: ARG001  readers name the actor
    """The files of a case the actor may see, the latest first."""
    found = Attachment.objects.filter(case=case).order_by("-attached_at")
    attachments = list(found.select_related("file")[:MOST])
    names = names_of({one.attached_by_id for one in attachments})
    return [
        FileItem(
            name=one.title,
            href=reverse("casework:file", kwargs={"uuid": case.uuid, "file": one.file.uuid}),
            size=one.file.size_bytes,
            at=one.attached_at,
            by=names.get(one.attached_by_id, ""),
        )
        for one in attachments
    ]


def letters_of(*, case: Case, for_actor: Actor) -> list[Signed[Letter]]:  # noqa: ARG001
    """The letters of a case the actor may see, the latest first."""
    found = Letter.objects.filter(case=case).order_by("-issued_at").select_related("file")
    letters = list(found[:MOST])
    names = names_of({letter.issued_by_id for letter in letters})
    return [Signed(letter, names.get(letter.issued_by_id, "")) for letter in letters]


def get_letter(*, case: Case, uuid: UUID, for_actor: Actor) -> Letter:  # noqa: ARG001
    """One letter of a case.

    Raises:
        NotFound: there is none the actor may see.
    """
    letter = Letter.objects.filter(case=case, pk=uuid).first()
    if letter is None:
        raise NotFound(sentences.NO_SUCH_LETTER)
    return letter


def file_of(*, case: Case, uuid: UUID, for_actor: Actor) -> StoredFile:  # noqa: ARG001
    """The file of an attachment or letter of a case, by its own identifier.

    Raises:
        NotFound: the case has no such file the actor may see.
    """
    filed = Attachment.objects.filter(case=case, file__uuid=uuid).select_related("file").first()
    if filed is not None:
        return filed.file
    letter = Letter.objects.filter(case=case, file__uuid=uuid).select_related("file").first()
    if letter is not None:
        return letter.file
    raise NotFound(sentences.NO_SUCH_FILE)
