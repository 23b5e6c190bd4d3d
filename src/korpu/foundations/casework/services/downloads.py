"""Handing a filed file to whoever downloads it."""

from datetime import datetime

from korpu.foundations.accounts.api import Actor
from korpu.foundations.casework import sentences
from korpu.foundations.casework.models import Attachment, Case, Letter
from korpu.foundations.casework.received import Received, follows, may_leave, tell_received
from korpu.foundations.files.models import StoredFile
from korpu.kernel.errors import NotFound


def take_file(*, case: Case, filed: Attachment | Letter, actor: Actor, at: datetime) -> StoredFile:
    """The file of an attachment or letter, for a download.

    For the other side the gate is asked at every download, whenever the letter was sent, and rooms
    are told. What somebody attached themselves they may always take back.

    Raises:
        NotFound: the gate is shut; answered as if there were no such file.
    """
    if not follows(case, actor):
        return filed.file
    if not (_is_own(filed, actor) or may_leave(case, actor=actor, at=at)):
        raise NotFound(sentences.NO_SUCH_FILE)
    tell_received(Received([case], actor, at, filed=filed))
    return filed.file


def _is_own(filed: Attachment | Letter, actor: Actor) -> bool:
    return isinstance(filed, Attachment) and filed.attached_by_id == actor.user_id
