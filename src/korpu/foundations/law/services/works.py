"""Asking for a computation over many cases; the worker carries it out after the commit."""

from collections.abc import Mapping
from datetime import datetime

from django.db import transaction

from korpu.foundations.accounts.api import Actor
from korpu.foundations.law.enums import WorkKind
from korpu.foundations.law.models import Change, Work


def request_work(
    *,
    kind: WorkKind,
    actor: Actor,
    at: datetime,
    change: Change | None = None,
    asked: Mapping[str, object] | None = None,
    signed_by: Actor | None = None,
    after: Work | None = None,
) -> Work:
    """Note what is to be computed and queue it, in the caller's transaction."""
    with transaction.atomic():
        work = Work.objects.create(
            kind=kind,
            change=change,
            asked=dict(asked or {}),
            requested_by_id=actor.user_id,
            requested_at=at,
            signed_by_id=signed_by.user_id if signed_by else None,
            after=after,
        )
        queue_work(work)
    return work


def queue_work(work: Work) -> None:
    """Queue a computation, also one that broke off."""
    from korpu.foundations.law.tasks import carry_out

    carry_out.defer(work_id=work.pk)
