"""What stands in a readmission case beside the application."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import QuerySet

from korpu.domains.readmission.codes import CROSSING_POINTS
from korpu.domains.readmission.enums import (
    FindingKind,
    GroundsCheck,
    OnwardJourney,
    Track,
)
from korpu.domains.readmission.facts import is_clear
from korpu.domains.readmission.models import (
    Application,
    Arrival,
    EvidenceItem,
    Finding,
    IdentityConfirmation,
    InterviewRecord,
    InterviewRequest,
    InterviewSlot,
    Reply,
    TransferNotice,
    TravelDocument,
)
from korpu.domains.readmission.permissions import CHECK_IDENTITY, READ_JOURNEY
from korpu.domains.readmission.sheets import sheets
from korpu.domains.readmission.summary import label_of, pointed
from korpu.engines.procedure.api import EFFECT_TEXTS
from korpu.foundations.accounts.api import Actor
from korpu.foundations.casework.api import Case, Deadline, follows
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
        return {
            "confirmations": (),
            "requests": (),
            "slots": (),
            "findings": (),
            "interviews": (),
            "reply": None,
        }
    return {
        "confirmations": IdentityConfirmation.objects.filter(case=case).order_by("id")[:MOST_ROWS],
        "requests": InterviewRequest.objects.filter(case=case).order_by("id")[:MOST_ROWS],
        "slots": InterviewSlot.objects.filter(case=case).order_by("-id")[:MOST_ROWS],
        "findings": [_found(row) for row in _findings(case)],
        "interviews": InterviewRecord.objects.filter(case=case).order_by("id")[:MOST_ROWS],
        "reply": Reply.objects.filter(case=case).first(),
    }


def _findings(case: Case) -> QuerySet[Finding]:
    rows = Finding.objects.filter(case=case).exclude(kind=FindingKind.EVIDENCE_WEIGHT)
    return rows.order_by("id")[:MOST_ROWS]


@dataclass(frozen=True, slots=True)
class Found:
    """A finding in words."""

    question: Message
    answer: Message
    reason: str
    recorded_at: datetime


def _found(row: Finding) -> Found:
    duty = next(i for i in sheets()[Track.THIRD_COUNTRY].items if i.name == "duty_ground")
    answers: dict[str, Message] = {
        **dict(duty.values),
        **dict(OnwardJourney.choices),
        **dict(GroundsCheck.choices),
    }
    question = FindingKind(row.kind).label
    return Found(question, answers.get(row.outcome, row.outcome), row.reason, row.recorded_at)


@dataclass(frozen=True, slots=True)
class Term:
    """A term of the journey: its date, and what its lapse means."""

    title: Message
    state: Message
    due_on: date | None
    consequence: Message


TERMS = (
    "travel_document",
    "travel_document_validity",
    "travel_document_reissue",
    "transfer_notice",
    "transfer",
)
"""The terms that follow a positive reply, as the procedures call them."""


def terms_of(case: Case) -> list[Term]:
    """The terms of the journey in the order of the procedure; none for the other side."""
    rows = Deadline.objects.filter(case=case, deadline__in=TERMS).order_by("position")
    return [
        Term(
            title=row.title_text,
            state=row.get_state_display(),
            due_on=row.due_on,
            consequence=EFFECT_TEXTS.get(row.effect, ""),
        )
        for row in rows
    ]


def journey_of(case: Case, *, for_actor: Actor) -> Mapping[str, object]:
    """The document in force, the notice that stands or was used, the arrival.

    The other side is shown none of it while the gate is shut.
    """
    if not for_actor.may(READ_JOURNEY) or (follows(case, for_actor) and not is_clear(case)):
        return {
            "documents": (),
            "notice": None,
            "crossing_point": "",
            "birth_date": "",
            "arrival": None,
            "terms": (),
        }
    notices = TransferNotice.objects.filter(case=case).select_related("travel_document")
    notice = notices.order_by("-id").first()
    return {
        "documents": TravelDocument.objects.filter(case=case).order_by("-id")[:MOST_ROWS],
        "notice": notice,
        "crossing_point": title(CROSSING_POINTS, notice.crossing_point) if notice else "",
        "birth_date": pointed(notice.birth_date) if notice else "",
        "arrival": Arrival.objects.filter(case=case).first(),
        "terms": terms_of(case),
    }
