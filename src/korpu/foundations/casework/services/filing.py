"""Filing: attachments of a case."""

from collections.abc import Sequence
from datetime import datetime

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction

from korpu.foundations.accounts.api import Actor
from korpu.foundations.casework import sentences
from korpu.foundations.casework.enums import Audience
from korpu.foundations.casework.models import Attachment, Case
from korpu.foundations.casework.sides import side_of
from korpu.foundations.files.api import store_upload
from korpu.foundations.files.models import StoredFile
from korpu.kernel.errors import InvalidInput

KIND = "attachment"


def attach_uploads(
    *, case: Case, uploads: "Sequence[UploadedFile[bytes]]", title: str, actor: Actor, at: datetime
) -> list[Attachment]:
    """Take files in and file them under a case, all or none.

    Raises:
        InvalidInput: one of the files cannot be taken; the sentence says why.
    """
    with transaction.atomic():
        files = [store_upload(upload=one, kind=KIND, actor=actor, at=at) for one in uploads]
        return [
            attach_file(case=case, file=file, title=title, actor=actor, at=at) for file in files
        ]


def attach_file(
    *,
    case: Case,
    file: StoredFile,
    title: str,
    actor: Actor,
    at: datetime,
    audience: Audience = Audience.OFFICE,
) -> Attachment:
    """File a stored file under a case; what the other side attaches it may also read.

    Raises:
        InvalidInput: the title is empty.
    """
    if not title.strip():
        raise InvalidInput(sentences.INPUT_REFUSED, fields={"title": sentences.TEXT_MISSING})
    side = side_of(case, actor)
    if side is Audience.COUNTERPART or (side is Audience.SHARED and audience is Audience.OFFICE):
        audience = side
    return Attachment.objects.create(
        case=case,
        file=file,
        title=title.strip(),
        audience=audience,
        attached_by_id=actor.user_id,
        attached_at=at,
    )
