"""Reading what is filed under a case: attachments and letters."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.urls import reverse

from korpu.foundations.accounts.api import Actor
from korpu.foundations.audit.api import names_of
from korpu.foundations.casework import sentences
from korpu.foundations.casework.models import Attachment, Case, Letter
from korpu.foundations.casework.received import follows, may_leave
from korpu.foundations.casework.registry import check_sending
from korpu.foundations.casework.selectors.papers import MOST
from korpu.foundations.ui.items import FileItem
from korpu.kernel.errors import DomainError, NotFound, NotPossibleNow


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


@dataclass(frozen=True, slots=True)
class LetterLine:
    """A letter as the page shows it.

    Attributes:
        by: who wrote it.
        obstacle: what stops its sending now; None: nothing, or it is sent.
    """

    item: Letter
    by: str
    obstacle: DomainError | None


def letters_of(*, case: Case, for_actor: Actor, at: datetime) -> list[LetterLine]:
    """The letters of a case the actor may see, the latest first.

    The other side sees none while the gate is shut, as if none had been sent.
    """
    if follows(case, for_actor) and not may_leave(case, actor=for_actor, at=at):
        return []
    found = Letter.objects.filter(case=case).order_by("-issued_at").select_related("file", "case")
    letters = list(found[:MOST])
    names = names_of({letter.issued_by_id for letter in letters})
    return [
        LetterLine(letter, names.get(letter.issued_by_id, ""), _obstacle(letter, for_actor, at))
        for letter in letters
    ]


def _obstacle(letter: Letter, actor: Actor, at: datetime) -> DomainError | None:
    if letter.sent_at is not None:
        return None
    try:
        check_sending(letter, actor=actor, at=at)
    except NotPossibleNow as error:
        return error
    return None


def get_letter(*, case: Case, uuid: UUID, for_actor: Actor) -> Letter:  # noqa: ARG001
    """One letter of a case.

    Raises:
        NotFound: there is none the actor may see.
    """
    letter = Letter.objects.filter(case=case, pk=uuid).first()
    if letter is None:
        raise NotFound(sentences.NO_SUCH_LETTER)
    return letter


def filed_in(*, case: Case, uuid: UUID, for_actor: Actor) -> Attachment | Letter:  # noqa: ARG001
    """What is filed in a case under a file's own identifier.

    Raises:
        NotFound: the case has no such file the actor may see.
    """
    attachment = Attachment.objects.filter(case=case, file__uuid=uuid).select_related("file")
    letter = Letter.objects.filter(case=case, file__uuid=uuid).select_related("file")
    found = attachment.first() or letter.first()
    if found is None:
        raise NotFound(sentences.NO_SUCH_FILE)
    return found
