"""What stands in a readmission case beside the application."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from django.db.models import QuerySet

from korpu.domains.readmission.codes import CROSSING_POINTS
from korpu.domains.readmission.models import (
    Application,
    Arrival,
    EvidenceItem,
    IdentityConfirmation,
    InterviewRecord,
    InterviewRequest,
    Reply,
    TransferNotice,
    TravelDocument,
)
from korpu.domains.readmission.permissions import CHECK_IDENTITY, READ_JOURNEY
from korpu.domains.readmission.summary import label_of, pointed
from korpu.foundations.accounts.api import Actor
from korpu.foundations.casework.api import Case
from korpu.foundations.codelists.api import title
from korpu.kernel.texts import Message

MOST_ROWS = 100


def evidence_files_of(application: Application) -> QuerySet[EvidenceItem]:
    """Evidence that came with a copy, in the order of arrival, at most 100 entries."""
    rows = application.evidence.filter(file__isnull=False).select_related("file")
    return rows.order_by("id")[:MOST_ROWS]


@dataclass(frozen=True, slots=True)
class SupplementLine:
    """A supplement in words; ``labels`` are the particulars it corrected."""

    recorded_at: datetime
    labels: tuple[Message, ...]
    note: str


def supplements_of(application: Application) -> list[SupplementLine]:
    """Corrections in the order of arrival, at most 100."""
    return [
        SupplementLine(
            row.recorded_at,
            tuple(label_of(name, application.track) for name in row.changes),
            row.note,
        )
        for row in application.supplements.order_by("id")[:MOST_ROWS]
    ]


def may_check_identity(case: Case, actor: Actor) -> bool:
    """Whether the actor compares the application with persons in this case."""
    return case.closed_at is None and actor.may(CHECK_IDENTITY, compartment_id=case.compartment_id)


def examination_of(case: Case, *, for_actor: Actor) -> Mapping[str, object]:
    """Findings about identity, interviews and the reply; empty for whom they are closed."""
    if not for_actor.may(CHECK_IDENTITY, compartment_id=case.compartment_id):
        return {"confirmations": (), "requests": (), "interviews": (), "reply": None}
    return {
        "confirmations": IdentityConfirmation.objects.filter(case=case).order_by("id")[:MOST_ROWS],
        "requests": InterviewRequest.objects.filter(case=case).order_by("id")[:MOST_ROWS],
        "interviews": InterviewRecord.objects.filter(case=case).order_by("id")[:MOST_ROWS],
        "reply": Reply.objects.filter(case=case).first(),
    }


def journey_of(case: Case, *, for_actor: Actor) -> Mapping[str, object]:
    """The document in force, the notice that stands or was used, the arrival."""
    if not for_actor.may(READ_JOURNEY):
        return {
            "documents": (),
            "notice": None,
            "crossing_point": "",
            "birth_date": "",
            "arrival": None,
        }
    notices = TransferNotice.objects.filter(case=case).select_related("travel_document")
    notice = notices.order_by("-id").first()
    return {
        "documents": TravelDocument.objects.filter(case=case).order_by("-id")[:MOST_ROWS],
        "notice": notice,
        "crossing_point": title(CROSSING_POINTS, notice.crossing_point) if notice else "",
        "birth_date": pointed(notice.birth_date) if notice else "",
        "arrival": Arrival.objects.filter(case=case).first(),
    }
