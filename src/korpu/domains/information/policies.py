"""What is possible now; who may is a matter of permissions."""

from korpu.domains.information import sentences
from korpu.domains.information.enums import Status
from korpu.domains.information.models import Edition, Publication
from korpu.kernel.errors import NotPermitted, NotPossibleNow


def check_status(row: Publication | Edition, *allowed: Status) -> None:
    """Raises NotPossibleNow where the row is in another status."""
    if row.status not in allowed:
        raise NotPossibleNow(sentences.WRONG_STATUS, facts={"status": row.status})


def check_is_draft(row: Publication | Edition) -> None:
    """What has been approved is what was approved: it changes no more.

    Raises:
        NotPossibleNow: it is no draft.
    """
    if row.status != Status.DRAFT:
        raise NotPossibleNow(sentences.ONLY_DRAFT, sentences.ONLY_DRAFT_HELP)


def check_four_eyes(row: Publication | Edition, user_id: int) -> None:
    """Raises NotPermitted where the approver prepared the row."""
    if row.created_by_id == user_id:
        raise NotPermitted(sentences.FOUR_EYES, sentences.FOUR_EYES_HELP)


def check_may_go_public(edition: Edition) -> None:
    """Raises NotPossibleNow where an edition would be public before its publication."""
    if edition.publication.status != Status.PUBLISHED:
        raise NotPossibleNow(sentences.PUBLICATION_FIRST)


def may_be_given_out(edition: Edition) -> bool:
    """Whether copies may leave: approved, published or replaced, never a draft."""
    return edition.status in (Status.APPROVED, Status.PUBLISHED, Status.SUPERSEDED)


def check_may_be_given_out(edition: Edition) -> None:
    """Raises NotPossibleNow where copies of the edition may not leave."""
    if not may_be_given_out(edition):
        raise NotPossibleNow(sentences.NOT_GIVEN_OUT)
