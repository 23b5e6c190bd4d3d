"""Drafts as their writers see them."""

from uuid import UUID

from korpu.domains.readmission import sentences
from korpu.domains.readmission.models import Draft, DraftEvidence
from korpu.domains.readmission.permissions import ENTER_APPLICATION, SUBMIT_APPLICATION
from korpu.foundations.accounts.api import Actor
from korpu.kernel.errors import NotFound

MOST_DRAFTS = 50


def drafts_of(*, for_actor: Actor) -> list[Draft]:
    """Drafts not submitted yet in the actor's compartments, the last saved first; at most 50."""
    rows = Draft.objects.filter(
        compartment_id__in=_writes_in(for_actor), application__isnull=True
    ).select_related("created_by")
    return list(rows.order_by("-saved_at")[:MOST_DRAFTS])


def draft(*, uuid: UUID, for_actor: Actor) -> Draft:
    """One draft.

    Raises:
        NotFound: there is none, or it is not written in the actor's compartments.
    """
    found = (
        Draft.objects.filter(uuid=uuid, compartment_id__in=_writes_in(for_actor))
        .select_related("application__case")
        .prefetch_related("evidence__file")
        .first()
    )
    if found is None:
        raise NotFound(sentences.NO_SUCH_DRAFT)
    return found


def draft_evidence(*, uuid: UUID, for_actor: Actor) -> DraftEvidence:
    """One entry of a draft's evidence list.

    Raises:
        NotFound: there is none, or its draft is not the actor's to write.
    """
    found = (
        DraftEvidence.objects.filter(uuid=uuid, compartment_id__in=_writes_in(for_actor))
        .select_related("draft", "file")
        .first()
    )
    if found is None:
        raise NotFound(sentences.NO_SUCH_DRAFT)
    return found


def _writes_in(actor: Actor) -> frozenset[int]:
    return actor.compartments_with(SUBMIT_APPLICATION) | actor.compartments_with(ENTER_APPLICATION)
