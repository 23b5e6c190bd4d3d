"""What leaves readmission for the joint committee's figures: one row per case of any procedure."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import islice

from django.conf import settings
from django.utils import timezone

from korpu.domains.readmission.enums import CaseOutcome, InTerm, Outcome, Track
from korpu.domains.readmission.extracts import CHUNK
from korpu.domains.readmission.models import Arrival, Reply
from korpu.domains.readmission.procedures import (
    ACCEPT_TAKING_BACK,
    CONFIRM_TAKEN_BACK,
    PROCEDURES,
    RECORD_EXIT,
    SETTLE_STAY,
)
from korpu.foundations.accounts.models import Compartment
from korpu.foundations.casework.api import Act, Case, Deadline
from korpu.kernel.pseudonyms import pseudonym

READMISSION_CASES = "readmission_cases"
NO_STATE = "UNK"
NO_GROUND = "none"
REPLY_TERM = "reply"
_TRACKS = {procedure: track for track, procedure in PROCEDURES.items()}
_BY_STATUS = {
    "closed_withdrawn": CaseOutcome.WITHDRAWN,
    "returned_to_sender": CaseOutcome.RETURNED_TO_SENDER,
    "taken_back": CaseOutcome.TAKEN_BACK,
    "closed_taken_back": CaseOutcome.TAKEN_BACK,
    "staying": CaseOutcome.STAYING,
    "closed_staying": CaseOutcome.STAYING,
    "closed_no_error": CaseOutcome.NO_ERROR,
    "stopped": CaseOutcome.STOPPED,
    "closed_stopped": CaseOutcome.STOPPED,
}
_BY_STATUS_DOCUMENTED = {
    "arrived": CaseOutcome.CARRIED_OUT,
    "closed_returned": CaseOutcome.CARRIED_OUT,
}
_DECIDES = frozenset({ACCEPT_TAKING_BACK, SETTLE_STAY, "find_no_error"})
_TRANSFERS = frozenset({RECORD_EXIT, CONFIRM_TAKEN_BACK})


@dataclass(frozen=True, slots=True)
class ReadmissionCaseRow:
    """Grain: one row per case, in the order of opening.

    Attributes:
        pseudonym: of the case; the same in every extract of this installation.
        procedure: a code of :class:`~korpu.domains.readmission.enums.Track`.
        requesting_state: the other side, ISO 3166-1 alpha-3; ``UNK`` while a case has none.
        received_on: the day the case was opened with.
        outcome: a code of ``CaseOutcome`` as of the collection.
        decided_on: day of the answer or of what ended the case; null while pending.
        refusal_ground: the first ground named; ``none`` where nothing was refused.
        in_term: a code of ``InTerm``: the reply and its term.
        answer_days: calendar days from receipt to the answer; null while there is none.
        transferred_on: day of the handover, of the exit in transit, of the taking back; null: none.
        transferred: ``yes`` or ``no``.
    """

    pseudonym: str
    procedure: str
    requesting_state: str
    received_on: date
    outcome: str
    decided_on: date | None
    refusal_ground: str
    in_term: str
    answer_days: int | None
    transferred_on: date | None
    transferred: str


def collect_readmission_cases(first: date, last: date) -> Iterator[ReadmissionCaseRow]:
    """Cases of every readmission procedure opened from ``first`` to ``last``, both included.

    They are told as they stand now. Row-level security applies: collect as the system actor for
    the whole country.
    """
    cases = Case.objects.filter(procedure__in=_TRACKS, opened_on__range=(first, last))
    rows = cases.order_by("opened_on", "id").iterator(chunk_size=CHUNK)
    while batch := tuple(islice(rows, CHUNK)):
        yield from map(_Batch(batch).row, batch)


class _Batch:
    """What belongs to some cases, one query each."""

    def __init__(self, cases: tuple[Case, ...]) -> None:
        keys = [case.pk for case in cases]
        self.replies = {reply.case_id: reply for reply in Reply.objects.filter(case__in=keys)}
        arrivals = Arrival.objects.filter(case__in=keys).values_list("case_id", "arrived_at")
        self.arrived = {key: timezone.localdate(at) for key, at in arrivals}
        self.decided = _days(keys, _DECIDES)
        self.transferred = _days(keys, _TRANSFERS)
        terms = Deadline.objects.filter(case__in=keys, deadline=REPLY_TERM)
        self.terms = {term.case_id: term for term in terms}
        states = Compartment.objects.filter(pk__in={case.counterpart_id for case in cases})
        self.states: Mapping[int | None, str] = dict(
            states.values_list("pk", "office__organisation__country")
        )

    def row(self, case: Case) -> ReadmissionCaseRow:
        """The row of one case."""
        outcome, decided_on = self._outcome(case)
        reply = self.replies.get(case.pk)
        moved = self.arrived.get(case.pk) or self.transferred.get(case.pk)
        return ReadmissionCaseRow(
            pseudonym=pseudonym(str(case.uuid), key=settings.KORPU_PSEUDONYM_KEY.encode()),
            procedure=_TRACKS[case.procedure].value,
            requesting_state=self.states.get(case.counterpart_id, NO_STATE),
            received_on=case.opened_on,
            outcome=outcome,
            decided_on=decided_on,
            refusal_ground=next(iter(reply.grounds), NO_GROUND) if reply else NO_GROUND,
            in_term=self._in_term(case, reply),
            answer_days=(reply.decided_on - case.opened_on).days if reply else None,
            transferred_on=moved,
            transferred="yes" if moved else "no",
        )

    def _outcome(self, case: Case) -> tuple[str, date | None]:
        named = _BY_STATUS.get(case.status)
        if named is None and _TRACKS[case.procedure] == Track.DOCUMENTED:
            named = _BY_STATUS_DOCUMENTED.get(case.status)
        if named is not None:
            closed = timezone.localdate(case.closed_at) if case.closed_at else None
            known = self.decided.get(case.pk) or self.arrived.get(case.pk) or closed
            return named.value, known
        reply = self.replies.get(case.pk)
        return (reply.kind, reply.decided_on) if reply else (Outcome.PENDING.value, None)

    def _in_term(self, case: Case, reply: Reply | None) -> str:
        term = self.terms.get(case.pk)
        if term is None:
            return InTerm.NO_TERM.value
        if term.breached_on is not None:
            return InTerm.LATE.value
        return InTerm.IN_TERM.value if reply else InTerm.PENDING.value


def _days(cases: list[int], acts: frozenset[str]) -> dict[int, date]:
    """The day of the last of these acts in each case."""
    rows = Act.objects.filter(case__in=cases, act__in=acts).order_by("seq")
    return dict(rows.values_list("case_id", "effective_on"))
