"""Remembering answers given to requests that carry an idempotency key."""

from datetime import datetime, timedelta

from django.db import IntegrityError, transaction

from korpu.domains.readmission import sentences
from korpu.domains.readmission.models import RepeatedRequest
from korpu.foundations.accounts.api import Actor
from korpu.kernel.errors import Conflict

KEPT = timedelta(days=30)


def remember_answer(
    *,
    compartment_id: int,
    key: str,
    operation: str,
    request_digest: str,
    status_code: int,
    answer: object,
    actor: Actor,  # noqa: ARG001 - a writer names its actor
    at: datetime,
) -> None:
    """Keep an answer for 30 days, in the transaction of what it tells of.

    Raises:
        Conflict: the same request is being handled at this very moment.
    """
    RepeatedRequest.objects.filter(
        compartment_id=compartment_id, answered_at__lt=at - KEPT
    ).delete()
    try:
        with transaction.atomic():
            RepeatedRequest.objects.create(
                compartment_id=compartment_id,
                key=key,
                operation=operation,
                request_digest=request_digest,
                status_code=status_code,
                answer=answer,
                answered_at=at,
            )
    except IntegrityError as error:
        raise Conflict(sentences.SAME_REQUEST_RUNNING) from error
