"""What leaves readmission for statistics: one row per application for an own national, nobody
named.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.conf import settings
from django.utils import timezone

from korpu.domains.readmission.enums import OWN_NATIONAL_TRACKS, Outcome
from korpu.domains.readmission.models import Application, Reply
from korpu.foundations.casework.api import Case
from korpu.kernel.pseudonyms import pseudonym

READMISSION_APPLICATIONS = "readmission_applications"
CHUNK = 2000
_BY_STATUS = {
    "closed_withdrawn": Outcome.WITHDRAWN,
    "returned_to_sender": Outcome.RETURNED_TO_SENDER,
}


@dataclass(frozen=True, slots=True)
class ReadmissionApplicationRow:
    """Grain: one row per application, in the order of receipt.

    Attributes:
        pseudonym: of the application; the same in every extract of this installation.
        requesting_state: ISO 3166-1 alpha-3.
        outcome: a code of :class:`~korpu.domains.readmission.enums.Outcome` as of the collection.
        decided_on: day of the reply, withdrawal or return; null while pending.
        birth_year: as stated; null when it cannot be told.
    """

    pseudonym: str
    requesting_state: str
    received_on: date
    outcome: str
    decided_on: date | None
    track: str
    sex: str
    birth_year: int | None


def collect_readmission_applications(
    first: date, last: date
) -> Iterator[ReadmissionApplicationRow]:
    """Applications for own nationals received from ``first`` to ``last``, both included.

    They are told as they stand now. Row-level security applies: collect as the system actor for
    the whole country.
    """
    rows = (
        Application.objects.filter(received_on__range=(first, last), track__in=OWN_NATIONAL_TRACKS)
        .select_related("case", "requesting_authority")
        .order_by("received_on", "id")
    )
    batch: list[Application] = []
    for row in rows.iterator(chunk_size=CHUNK):
        batch.append(row)
        if len(batch) == CHUNK:
            yield from _rows(batch)
            batch = []
    yield from _rows(batch)


def _rows(batch: list[Application]) -> Iterator[ReadmissionApplicationRow]:
    replies = {
        reply.case_id: reply for reply in Reply.objects.filter(case__in=[a.case_id for a in batch])
    }
    key = settings.KORPU_PSEUDONYM_KEY.encode()
    for application in batch:
        outcome, decided_on = _outcome(application.case, replies.get(application.case_id))
        yield ReadmissionApplicationRow(
            pseudonym=pseudonym(str(application.uuid), key=key),
            requesting_state=application.requesting_authority.country,
            received_on=application.received_on,
            outcome=outcome,
            decided_on=decided_on,
            track=application.track,
            sex=application.sex,
            birth_year=int(application.birth_date[:4]),
        )


def _outcome(case: Case, reply: Reply | None) -> tuple[str, date | None]:
    if case.status in _BY_STATUS:
        closed = timezone.localdate(case.closed_at) if case.closed_at else None
        return _BY_STATUS[case.status].value, closed
    if reply is not None:
        return reply.kind, reply.decided_on
    return Outcome.PENDING.value, None
