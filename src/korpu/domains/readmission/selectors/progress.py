"""Where an application stands, as far as its reader may know."""

from dataclasses import dataclass
from datetime import date

from django.utils import timezone

from korpu.domains.readmission.enums import Track
from korpu.domains.readmission.facts import is_clear
from korpu.domains.readmission.models import Application, Arrival, Reply, TransferNotice
from korpu.domains.readmission.procedures import REPLY_LETTER
from korpu.foundations.casework.api import Letter
from korpu.foundations.casework.engine import procedure_of
from korpu.kernel.texts import Message

_AFTER_REPLY = frozenset(
    {"travel_document_issued", "transfer_announced", "arrived", "announced", "in_transit"}
)
_BEFORE_REPLY = frozenset({"received", "incomplete", "requested"})
_CLOSED = {
    "closed_withdrawn": "withdrawn",
    "closed_returned": "closed",
    "closed_refused": "refused",
    "closed_not_transferred": "closed",
    "closed_passed": "closed",
    "closed_stopped": "closed",
    "returned_to_sender": "returned_to_sender",
}


@dataclass(frozen=True, slots=True)
class Progress:
    """What a requesting authority is told of its application.

    Attributes:
        status: a word of the machine's door.
        reply: the answer, once it has been sent; None before, and whenever it may not be told.
        letters: the letters of the reply that may be fetched, by language.
        transfer_on: of the notice that stands.
    """

    status: str
    reply: str | None
    letters: dict[str, Letter]
    transfer_on: date | None
    arrived_on: date | None


def progress_of(application: Application) -> Progress:
    """What may be told now: with the gate shut an open case looks like one not answered yet."""
    case = application.case
    shown = case.status if case.status == "returned_to_sender" else case.shown_status
    if shown in _CLOSED:
        return _closed(application, _CLOSED[shown])
    if application.track == Track.DOCUMENTED:
        return _announced(application, shown)
    if not is_clear(case):
        return Progress(_unanswered(shown), None, {}, None, None)
    letters = _letters(application)
    reply = _reply_kind(application) if letters else None
    status = shown if shown in _AFTER_REPLY else _answered(reply) or _unanswered(shown)
    return Progress(status, reply, letters, _transfer_on(application), _arrived_on(application))


def shown_status_title(application: Application) -> Message:
    """The title of the status as the sender knows it; officers open the case for the rest."""
    case = application.case
    return procedure_of(case).statuses[case.shown_status].title


def _announced(application: Application, shown: str) -> Progress:
    """Nobody answers an announcement: the sender knows of its day, and of the arrival."""
    return Progress(shown, None, {}, _transfer_on(application), _arrived_on(application))


def _closed(application: Application, status: str) -> Progress:
    letters = _letters(application) if is_clear(application.case) else {}
    reply = _reply_kind(application) if letters else None
    return Progress(status, reply, letters, None, _arrived_on(application))


def _unanswered(shown: str) -> str:
    return shown if shown in _BEFORE_REPLY else "under_examination"


def _answered(reply: str | None) -> str | None:
    return {"agreed": "agreed", "deemed_agreed": "agreed", "refused": "refused"}.get(reply or "")


def _letters(application: Application) -> dict[str, Letter]:
    sent = Letter.objects.filter(
        case=application.case, template=REPLY_LETTER, sent_at__isnull=False
    ).select_related("file")
    return {letter.language: letter for letter in sent}


def _reply_kind(application: Application) -> str | None:
    return Reply.objects.filter(case=application.case).values_list("kind", flat=True).first()


def _transfer_on(application: Application) -> date | None:
    standing = TransferNotice.objects.filter(case=application.case, ended_on=None)
    return standing.values_list("transfer_on", flat=True).first()


def _arrived_on(application: Application) -> date | None:
    arrival = Arrival.objects.filter(case=application.case).first()
    return timezone.localdate(arrival.arrived_at) if arrival else None
