"""What the other side is told of a case besides what it wrote itself, by field."""

from collections.abc import Mapping

from django.utils import timezone

from korpu.domains.readmission.facts import is_clear
from korpu.domains.readmission.models import Arrival, Reply, TransferNotice, TravelDocument
from korpu.foundations.casework.api import Case

Told = Mapping[str, object]


def status_told(case: Case) -> Told:
    """What a list tells of a case."""
    return {"status": case.shown_status}


def page_told(case: Case) -> Told:
    """What the page of a case tells; with the gate shut no more than a list.

    What the other side sent itself is not counted: it had it before.
    """
    if not is_clear(case):
        return status_told(case)
    return {**status_told(case), **_reply(case), **_document(case), **_journey(case)}


def _reply(case: Case) -> Told:
    """The reply, which row-level security opens to the other side once its letter was sent."""
    kind = Reply.objects.filter(case=case).values_list("kind", flat=True).first()
    return {"reply": kind or ""}


def _document(case: Case) -> Told:
    document = TravelDocument.objects.filter(case=case).order_by("-id").first()
    if document is None:
        return {}
    return {
        "document_number": document.number,
        "document_issued_by": document.issued_by,
        "document_valid_until": document.valid_until,
    }


def _journey(case: Case) -> Told:
    notice = TransferNotice.objects.filter(case=case).order_by("-id").first()
    arrival = Arrival.objects.filter(case=case).first()
    told: dict[str, object] = {}
    if notice is not None:
        told |= {"transfer_on": notice.transfer_on, "crossing_point": notice.crossing_point}
    if arrival is not None:
        told["arrived_on"] = timezone.localdate(arrival.arrived_at)
    return told
