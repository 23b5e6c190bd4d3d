"""What the holder of a secret link reads: one application; call inside ``access.holding``."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.utils import timezone

from korpu.domains.calls import sentences
from korpu.domains.calls.access import fingerprint
from korpu.domains.calls.enums import EDITABLE, OPEN_TO_OBJECTION, ApplicationStatus
from korpu.domains.calls.history import timeline
from korpu.domains.calls.models import (
    Application,
    ApplicationDocument,
    AskedDocument,
    Candidate,
    Notice,
    Objection,
    Post,
    Question,
)
from korpu.domains.calls.selectors.public import is_open
from korpu.domains.calls.services.applications import missing_to_submit
from korpu.domains.calls.terms import last_day_now
from korpu.foundations.ui.items import TimelineItem
from korpu.kernel.errors import NotFound
from korpu.kernel.texts import Message


@dataclass(frozen=True)
class OwnApplication:
    """An application as its author reads it.

    Attributes:
        missing: what it still lacks, by field.
        object_until: last day to object, inclusive; None: nothing can be objected to now.
    """

    application: Application
    posts: Sequence[Post]
    asked: Sequence[AskedDocument]
    candidates: Sequence[Candidate]
    documents: Sequence[ApplicationDocument]
    notices: Sequence[Notice]
    questions: Sequence[Question]
    history: Sequence[TimelineItem]
    objection: Objection | None
    missing: Mapping[str, Message]
    can_edit: bool
    can_withdraw: bool
    object_until: date | None
    can_ask: bool


def by_secret(secret: str) -> Application:
    """The application the link opens.

    Raises:
        NotFound: it opens none.
    """
    found = Application.objects.select_related("call__compartment__office__organisation").filter(
        key_sha256=fingerprint(secret)
    )
    application = found.first()
    if application is None:
        raise NotFound(sentences.NO_APPLICATION, sentences.NO_APPLICATION_HELP)
    return application


def own_application(application: Application, *, at: datetime) -> OwnApplication:
    """Everything its author reads."""
    objection = Objection.objects.filter(application=application).first()
    can_edit = editable_now(application, at=at)
    withdrawable = EDITABLE | {ApplicationStatus.SUBMITTED, ApplicationStatus.ELIGIBLE}
    return OwnApplication(
        application=application,
        posts=list(application.call.posts.all()),
        asked=list(application.call.asked_documents.all()),
        candidates=list(application.candidates.select_related("post")),
        documents=documents_of(application),
        notices=list(application.notices.select_related("file")),
        questions=list(application.questions.all()),
        history=timeline(list(application.steps.all()), with_names=False),
        objection=objection,
        missing=missing_to_submit(application) if can_edit else {},
        can_edit=can_edit,
        can_withdraw=application.status in withdrawable,
        object_until=_object_until(application, at) if objection is None else None,
        can_ask=is_open(application.call, at=at),
    )


def editable_now(application: Application, *, at: datetime) -> bool:
    """Whether it can be changed and submitted at this instant."""
    if application.status == ApplicationStatus.COMPLETION_ASKED:
        until = application.completion_until
        return until is None or timezone.localdate(at) <= until
    return application.status == ApplicationStatus.DRAFT and is_open(application.call, at=at)


def documents_of(application: Application) -> list[ApplicationDocument]:
    """Files that were not taken out again, in the order they were added."""
    there = application.documents.filter(removed_at=None)
    return list(there.select_related("file", "asked"))


def own_document(application: Application, uuid: UUID) -> ApplicationDocument:
    """One enclosed file.

    Raises:
        NotFound: none of this application.
    """
    there = application.documents.filter(uuid=uuid, removed_at=None)
    document = there.select_related("file", "application__call").first()
    if document is None:
        raise NotFound(sentences.NOT_FOUND_APPLICATION)
    return document


def own_notice(application: Application, uuid: UUID) -> Notice:
    """One letter.

    Raises:
        NotFound: none of this application.
    """
    notice = application.notices.filter(uuid=uuid).select_related("file").first()
    if notice is None:
        raise NotFound(sentences.NOT_FOUND_APPLICATION)
    return notice


def _object_until(application: Application, at: datetime) -> date | None:
    if application.objection_until is None or application.status not in OPEN_TO_OBJECTION:
        return None
    until = last_day_now(application.objection_until)
    return until if timezone.localdate(at) <= until else None
