"""An officer's own weight of a piece of evidence, where the list's does not do it justice."""

from datetime import datetime

from django.db import transaction

from korpu.domains.readmission import sentences
from korpu.domains.readmission.enums import EvidenceWeight, FindingKind
from korpu.domains.readmission.models import EvidenceItem, Finding
from korpu.domains.readmission.permissions import CHECK_IDENTITY
from korpu.domains.readmission.services.records import ownership
from korpu.foundations.accounts.api import Actor
from korpu.kernel.errors import InvalidInput, NotPossibleNow


def weigh_evidence(
    *, evidence: EvidenceItem, weight: str, reason: str, actor: Actor, at: datetime
) -> Finding:
    """Say what a piece of evidence amounts to in this case; a later weight replaces it.

    Raises:
        NotPermitted: the actor may not check identities in this case.
        NotPossibleNow: the case is closed.
        InvalidInput: no such weight, or no reason.
    """
    actor.check(CHECK_IDENTITY, compartment_id=evidence.compartment_id)
    if weight not in EvidenceWeight.values:
        raise InvalidInput(sentences.INPUT_REFUSED, fields={"weight": sentences.NO_SUCH_WEIGHT})
    if not reason.strip():
        raise InvalidInput(sentences.INPUT_REFUSED, fields={"reason": sentences.REASON_MISSING})
    with transaction.atomic():
        if evidence.case.closed_at is not None:
            raise NotPossibleNow(sentences.CASE_IS_CLOSED, sentences.CASE_IS_CLOSED_DETAIL)
        return Finding.objects.create(
            kind=FindingKind.EVIDENCE_WEIGHT,
            evidence=evidence,
            outcome=weight,
            reason=reason.strip(),
            **ownership(evidence.case, actor=actor, at=at, internal=True),
        )
