"""What an assessor reads: names before declaring, then the applications without a conflict."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from django.db import connection

from korpu.domains.calls import sentences
from korpu.domains.calls.models import (
    Application,
    ApplicationDocument,
    Assessment,
    Assessor,
    Criterion,
    Score,
)
from korpu.domains.calls.selectors.applicant import documents_of
from korpu.domains.calls.selectors.staff import note_reading
from korpu.foundations.accounts.api import Actor
from korpu.kernel.errors import NotFound

SCORE = "calls.assessment.score"
LIST_LIMIT = 500


@dataclass(frozen=True, slots=True)
class Applicant:
    """An applicant by name alone."""

    pk: int
    reference: str
    organisation_name: str


@dataclass(frozen=True)
class SheetFile:
    """An application as an assessor reads it, with the assessor's own sheet."""

    application: Application
    candidates: Sequence[str]
    documents: Sequence[ApplicationDocument]
    criteria: Sequence[Criterion]
    sheet: Assessment | None
    scores: Sequence[Score]


def appointments(*, for_actor: Actor) -> list[Assessor]:
    """Calls the actor assesses, the newest appointment first."""
    for_actor.check(SCORE)
    found = Assessor.objects.filter(user_id=for_actor.user_id, removed_at=None)
    return list(found.select_related("call").order_by("-appointed_at")[:LIST_LIMIT])


def appointment(*, number: str, for_actor: Actor) -> Assessor:
    """The actor's appointment in one call.

    Raises:
        NotFound: there is none.
    """
    for_actor.check(SCORE)
    found = Assessor.objects.select_related("call").filter(
        call__number=number, user_id=for_actor.user_id, removed_at=None
    )
    assessor = found.first()
    if assessor is None:
        raise NotFound(sentences.NO_CALL)
    return assessor


def applicants(assessor: Assessor) -> list[Applicant]:
    """Who applied, by name alone, for the declaration of conflicts."""
    with connection.cursor() as cursor:
        cursor.execute("select * from korpu_calls_applicants(%s)", [assessor.call_id])
        return [Applicant(*row) for row in cursor.fetchall()]


def to_score(assessor: Assessor) -> list[tuple[Application, Assessment | None]]:
    """The applications the assessor scores, each with the assessor's own sheet if begun."""
    found = Application.objects.filter(call=assessor.call_id).order_by("reference")
    sheets = {
        one.application_id: one
        for one in Assessment.objects.filter(call=assessor.call_id, user=assessor.user_id)
    }
    return [(one, sheets.get(one.pk)) for one in found[:LIST_LIMIT]]


def find_assessed(*, uuid: UUID, for_actor: Actor) -> Application:
    """An application the actor may score; the database decides.

    Raises:
        NotFound: none that this actor may know of.
    """
    for_actor.check(SCORE)
    found = Application.objects.select_related("call").filter(uuid=uuid).first()
    if found is None:
        raise NotFound(sentences.NOT_FOUND_APPLICATION)
    return found


def sheet_file(*, uuid: UUID, for_actor: Actor) -> SheetFile:
    """An application with the actor's own sheet; the reading is recorded.

    Raises:
        NotFound: none that this actor may know of.
    """
    application = find_assessed(uuid=uuid, for_actor=for_actor)
    note_reading(application, for_actor, "assessment")
    sheet = Assessment.objects.filter(application=application, user_id=for_actor.user_id).first()
    people = application.candidates.select_related("post")
    return SheetFile(
        application=application,
        candidates=[
            f"{one.post.get_kind_display()}: {one.full_name}"
            + (f", {one.qualification}" if one.qualification else "")
            for one in people
        ],
        documents=documents_of(application),
        criteria=list(Criterion.objects.filter(call=application.call_id)),
        sheet=sheet,
        scores=list(sheet.scores.select_related("criterion")) if sheet else [],
    )


def assessed_document(*, uuid: UUID, for_actor: Actor) -> ApplicationDocument:
    """A file of an application the actor may score; the reading is recorded.

    Raises:
        NotFound: none that this actor may know of.
    """
    for_actor.check(SCORE)
    found = (
        ApplicationDocument.objects.select_related("application", "file")
        .filter(uuid=uuid, removed_at=None)
        .first()
    )
    if found is None:
        raise NotFound(sentences.NOT_FOUND_APPLICATION)
    note_reading(found.application, for_actor, "document")
    return found
