"""Putting a whole list of participants on an event, line by line reported, and taking it back."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db import transaction

from korpu.domains.events import sentences
from korpu.domains.events.enums import (
    PENDING_BATCHES,
    BatchKind,
    BatchStatus,
    EventStatus,
    ParticipantOrigin,
    ParticipantStatus,
    RowOutcome,
)
from korpu.domains.events.lists_in import ListRow
from korpu.domains.events.models import Batch, BatchRow, Event, Participant
from korpu.domains.events.permissions import PARTICIPANTS
from korpu.domains.events.services.events import lock_event
from korpu.domains.events.services.registration import (
    PersonFacts,
    codes_for,
    columns_of,
    email_key,
    places_left,
)
from korpu.foundations.accounts.api import Actor
from korpu.foundations.codelists.api import titles
from korpu.foundations.ui.forms.text import refuse_hostile_characters
from korpu.kernel.errors import NotPossibleNow
from korpu.kernel.texts import LANGUAGES

CHUNK = 500
"""Lines looked at in one transaction; whoever watches sees the progress after each."""

LONGEST = {
    "family_name": 120,
    "given_names": 120,
    "email": 254,
    "institution": 300,
    "position": 200,
}
SEXES = {
    "f": "F", "female": "F", "qadın": "F", "q": "F", "ж": "F", "женский": "F", "жен": "F",
    "m": "M", "male": "M", "kişi": "M", "k": "M", "м": "M", "мужской": "M", "муж": "M", "": "",
}  # fmt: skip


class Fault(Exception):
    """Why a line is not taken: which column, which fault."""

    def __init__(self, column: str, fault: str, outcome: RowOutcome = RowOutcome.REFUSED) -> None:
        super().__init__(fault)
        self.column, self.fault, self.outcome = column, fault, outcome


def request_import(
    *, event: Event, rows: Sequence[ListRow], name: str, actor: Actor, at: datetime
) -> Batch:
    """Keep the lines of a list for the job that looks at them.

    Raises:
        NotPermitted: the actor keeps no lists here.
        NotPossibleNow: the event was called off, or another list is being read.
    """
    actor.check(PARTICIPANTS, compartment_id=event.compartment_id)
    with transaction.atomic():
        locked = lock_event(event)
        if locked.status == EventStatus.CANCELLED:
            raise NotPossibleNow(sentences.CANCELLED)
        if locked.batches.filter(kind=BatchKind.IMPORT, status__in=PENDING_BATCHES).exists():
            raise NotPossibleNow(sentences.UNDER_WAY)
        batch = Batch.objects.create(
            event=locked,
            kind=BatchKind.IMPORT,
            name=name[:200],
            total=len(rows),
            asked_by_id=actor.user_id,
            asked_at=at,
        )
        BatchRow.objects.bulk_create(
            (BatchRow(batch=batch, number=row.number, given=dict(row.cells)) for row in rows),
            batch_size=1000,
        )
    return batch


def import_some(*, batch: Batch, actor: Actor, at: datetime) -> bool:
    """Look at the next lines of a list; False when there is nothing left.

    Broken off and begun again it goes on behind the last line it finished.
    """
    del actor  # the trail takes it from the transaction
    event = lock_event(batch.event)
    rows = list(batch.rows.filter(outcome=RowOutcome.PENDING).order_by("number")[:CHUNK])
    _take(event, batch, rows, at)
    for outcome, counter in (
        (RowOutcome.ADDED, "added"),
        (RowOutcome.SKIPPED, "skipped"),
        (RowOutcome.REFUSED, "refused"),
    ):
        found = sum(row.outcome == outcome for row in rows)
        setattr(batch, counter, getattr(batch, counter) + found)
    batch.done += len(rows)
    batch.status = BatchStatus.RUNNING
    if len(rows) < CHUNK:
        batch.status, batch.finished_at = BatchStatus.FINISHED, at
    batch.save()
    return batch.status == BatchStatus.RUNNING


def undo_import(*, batch: Batch, actor: Actor, at: datetime) -> Batch:
    """Take everybody back whom an import put on the list.

    Raises:
        NotPermitted: the actor keeps no lists here.
        NotPossibleNow: it is not finished, or some have attendance or a certificate.
    """
    actor.check(PARTICIPANTS, compartment_id=batch.event.compartment_id)
    with transaction.atomic():
        lock_event(batch.event)
        locked = Batch.objects.select_for_update(of=("self",)).get(pk=batch.pk)
        if locked.kind != BatchKind.IMPORT or locked.status != BatchStatus.FINISHED:
            raise NotPossibleNow(sentences.NOT_UNDOABLE)
        people = Participant.objects.filter(batch=locked)
        bound = people.filter(attendances__isnull=False).distinct().count()
        bound += people.filter(certificates__isnull=False, attendances__isnull=True).count()
        if bound:
            sentence = sentences.UNDO_TOO_LATE.format(count=bound)
            raise NotPossibleNow(sentence, sentences.UNDO_TOO_LATE_HELP)
        people.delete()
        locked.rows.filter(outcome=RowOutcome.ADDED).update(outcome=RowOutcome.UNDONE)
        locked.status, locked.undone_at = BatchStatus.UNDONE, at
        locked.save(update_fields=["status", "undone_at"])
    return locked


def _take(event: Event, batch: Batch, rows: list[BatchRow], at: datetime) -> None:
    keys = {email_key(row.given.get("email", "")) for row in rows} - {""}
    taken = set(event.participants.filter(email_key__in=keys).values_list("email_key", flat=True))
    left = places_left(event)
    countries = _countries()
    accepted: list[PersonFacts] = []
    for row in rows:
        try:
            is_full = left == len(accepted)
            accepted.append(_looked_at(row.given, taken, countries, is_full=is_full))
            row.outcome = RowOutcome.ADDED
        except Fault as fault:
            row.outcome, row.column, row.fault = fault.outcome, fault.column, fault.fault
        row.given = {}
    codes = codes_for(event, len(accepted))
    Participant.objects.bulk_create(
        Participant(
            event=event,
            batch=batch,
            status=ParticipantStatus.REGISTERED,
            origin=ParticipantOrigin.IMPORTED,
            registered_at=at,
            **columns_of(facts, code),
        )
        for facts, code in zip(accepted, codes, strict=True)
    )
    BatchRow.objects.bulk_update(rows, ["outcome", "column", "fault", "given"])


def _looked_at(
    given: Mapping[str, str], taken: set[str], countries: Mapping[str, str], *, is_full: bool
) -> PersonFacts:
    """A line as facts. Raises Fault."""
    for column in ("family_name", "given_names"):
        if not given.get(column):
            raise Fault(column, "missing")
    for column, value in given.items():
        _check_text(column, value)
    facts = PersonFacts(
        family_name=given["family_name"],
        given_names=given["given_names"],
        email=_email(given.get("email", "")),
        institution=given.get("institution", ""),
        country=_country(given.get("country", ""), countries),
        sex=_sex(given.get("sex", "")),
        position=given.get("position", ""),
        language=_language(given.get("language", "")),
    )
    key = email_key(facts.email)
    if key in taken:
        raise Fault("email", "there_already", RowOutcome.SKIPPED)
    if is_full:
        raise Fault("", "full")
    taken.update({key} - {""})
    return facts


def _check_text(column: str, value: str) -> None:
    if len(value) > LONGEST.get(column, 500):
        raise Fault(column, "too_long")
    try:
        refuse_hostile_characters(value)
    except ValidationError as hostile:
        raise Fault(column, "hostile") from hostile


def _email(value: str) -> str:
    if value:
        try:
            validate_email(value)
        except ValidationError as wrong:
            raise Fault("email", "not_an_address") from wrong
    return value


def _country(value: str, countries: Mapping[str, str]) -> str:
    found = countries.get(value.casefold(), "")
    if value and not found:
        raise Fault("country", "unknown_country")
    return found


def _countries() -> dict[str, str]:
    """Codes and names of countries in every language, as people write them in lists."""
    listed = titles("countries").items()
    named = {name.casefold(): code for code, title in listed for name in title.as_dict().values()}
    return named | {code.casefold(): code for code, _ in listed}


def _sex(value: str) -> str:
    if value.lower() not in SEXES:
        raise Fault("sex", "unknown_sex")
    return SEXES[value.lower()]


def _language(value: str) -> str:
    code = value.lower()[:2] or "az"
    if code not in LANGUAGES:
        raise Fault("language", "unknown_language")
    return code
