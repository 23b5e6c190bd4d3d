"""What anybody may read of calls."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import QuerySet

from korpu.domains.calls import sentences
from korpu.domains.calls.enums import CallStatus
from korpu.domains.calls.models import (
    AskedDocument,
    Award,
    Call,
    CallVersion,
    Condition,
    Criterion,
    Post,
    Question,
)
from korpu.domains.calls.projects import project_of
from korpu.domains.calls.terms import objection_rule
from korpu.domains.programmes.api import Project
from korpu.engines.procedure.api import Citation
from korpu.foundations.accounts.api import Actor
from korpu.kernel.errors import NotFound

FEED_LENGTH = 30


@dataclass(frozen=True)
class Announcement:
    """A call with its parts, in the order they are read.

    Attributes:
        project: None when the reader may not see it.
        versions: corrections, the newest first; empty: there was none.
        objection_law: what the way of counting the time to object rests on.
        is_open: applications are taken at this moment.
    """

    call: Call
    project: Project | None
    posts: Sequence[Post]
    conditions: Sequence[Condition]
    criteria: Sequence[Criterion]
    documents: Sequence[AskedDocument]
    questions: Sequence[Question]
    versions: Sequence[CallVersion]
    awards: Sequence[Award]
    objection_law: Citation
    is_open: bool


def published_calls(*, for_actor: Actor, status: str = "") -> QuerySet[Call]:
    """Calls the public reads; for paging."""
    del for_actor  # the same for everybody
    found = Call.objects.filter(published_at__isnull=False)
    return found.filter(status=status) if status else found


def newest_calls(*, for_actor: Actor) -> list[Call]:
    """For the feed: announced by this system, the newest first."""
    announced = published_calls(for_actor=for_actor).filter(is_historical=False)
    return list(announced.order_by("-published_at")[:FEED_LENGTH])


def published_call(*, number: str, for_actor: Actor) -> Call:
    """A call the public reads.

    Raises:
        NotFound: none that the public may know of.
    """
    found = published_calls(for_actor=for_actor).filter(number=number)
    call = found.select_related("compartment__office__organisation").first()
    if call is None:
        raise NotFound(sentences.NO_CALL)
    return call


def calls_of_project(*, project_uuid: UUID, for_actor: Actor) -> list[Call]:
    """Published calls of a project, the newest first."""
    found = published_calls(for_actor=for_actor).filter(project_uuid=project_uuid)
    return list(found.order_by("is_historical", "-published_at")[:FEED_LENGTH])


def announcement(call: Call, *, at: datetime) -> Announcement:
    """Everything a call says of itself."""
    return Announcement(
        call=call,
        project=project_of(call.project_uuid),
        posts=list(call.posts.all()),
        conditions=list(call.conditions.all()),
        criteria=list(call.criteria.all()),
        documents=list(call.asked_documents.all()),
        questions=list(call.questions.filter(answered_at__isnull=False)),
        versions=list(call.versions.filter(version__gt=1).order_by("-version")),
        awards=list(call.awards.select_related("post")),
        objection_law=objection_rule().law,
        is_open=is_open(call, at=at),
    )


def is_open(call: Call, *, at: datetime) -> bool:
    """Whether applications are taken at this instant."""
    return (
        call.status == CallStatus.PUBLISHED
        and call.closes_at is not None
        and (at <= call.closes_at)
    )
