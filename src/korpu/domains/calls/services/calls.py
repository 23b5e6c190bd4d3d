"""A call is drafted, published, corrected, closed and called off here."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.db.models import Max

from korpu.domains.calls import sentences
from korpu.domains.calls.enums import CallStatus
from korpu.domains.calls.models import (
    AskedDocument,
    Call,
    CallVersion,
    Condition,
    Criterion,
    Post,
)
from korpu.domains.calls.services import letters
from korpu.domains.calls.services.checks import locked_call, needed, refuse
from korpu.domains.calls.snapshot import announcement_of
from korpu.foundations.accounts.api import Actor
from korpu.foundations.accounts.models import Compartment
from korpu.kernel.errors import Conflict, InvalidInput, NotPossibleNow
from korpu.kernel.texts import Message, Text

PART_MODELS: Mapping[str, type[Post | Condition | Criterion | AskedDocument]] = {
    "posts": Post,
    "conditions": Condition,
    "criteria": Criterion,
    "documents": AskedDocument,
}
WEIGHTS = 100


@dataclass(frozen=True, slots=True)
class CallData:
    """What a call says of itself; fields as in the model."""

    title_az: str
    title_en: str
    title_ru: str
    text_az: str = ""
    text_en: str = ""
    text_ru: str = ""
    contact: str = ""
    closes_at: datetime | None = None
    objection_days: int = 10
    assessors_needed: int = 2
    minimum_total: Decimal = Decimal(60)
    consensus_spread: Decimal = Decimal(20)
    contract_from: date | None = None
    contract_until: date | None = None


CORRECTABLE = frozenset(
    {
        *(f"{name}_{language}" for name in ("title", "text") for language in ("az", "en", "ru")),
        "contact",
        "closes_at",
    }
)
"""What a correction of a published call may change; the rules of the competition it may not."""


@transaction.atomic
def create_call(
    *,
    number: str,
    project_uuid: UUID,
    compartment: Compartment,
    data: CallData,
    actor: Actor,
    at: datetime,
    is_fictional: bool = False,
) -> Call:
    """Begin a draft.

    Raises:
        NotPermitted: the actor does not draft calls there.
        InvalidInput: a field cannot be right.
        Conflict: the number is taken.
    """
    actor.check("calls.call.edit", compartment_id=compartment.pk)
    call = Call(
        number=number.strip().upper(),
        project_uuid=project_uuid,
        compartment=compartment,
        created_by_id=actor.user_id,
        created_at=at,
        is_fictional=is_fictional,
        **asdict(data),
    )
    _checked(call)
    try:
        with transaction.atomic():
            call.save(force_insert=True)
    except IntegrityError as taken:
        raise Conflict(sentences.NUMBER_TAKEN) from taken
    return call


@transaction.atomic
def change_call(*, call: Call, data: CallData, actor: Actor) -> Call:
    """Change a draft.

    Raises:
        NotPermitted, InvalidInput: as ``create_call``.
        NotPossibleNow: it is published; see ``correct_call``.
    """
    actor.check("calls.call.edit", compartment_id=call.compartment_id)
    locked = _draft(call)
    for name, value in asdict(data).items():
        setattr(locked, name, value)
    _checked(locked)
    locked.save()
    return locked


@transaction.atomic
def add_part(*, call: Call, kind: str, values: Mapping[str, Any], actor: Actor) -> None:
    """Add a post, condition, criterion or document asked for to a draft.

    Raises:
        NotPermitted: the actor does not draft calls there.
        NotPossibleNow: the call is published.
        InvalidInput: a value cannot be right; the weights pass 100 per cent.
    """
    actor.check("calls.call.edit", compartment_id=call.compartment_id)
    locked = _draft(call)
    model = PART_MODELS[kind]
    rows = model._default_manager.filter(call=locked)  # noqa: SLF001  Django's public door to any model
    last = rows.aggregate(last=Max("position"))["last"] or 0
    part = model(call=locked, position=last + 1, **values)
    try:
        part.full_clean(exclude=["call"])
    except ValidationError as error:
        raise _refusal(error) from error
    if isinstance(part, Criterion):
        sum_of = sum(locked.criteria.values_list("weight", flat=True)) + part.weight
        if sum_of > WEIGHTS:
            raise refuse("weight", sentences.WEIGHTS_NOT_100.format(sum=sum_of))
    part.save()


@transaction.atomic
def remove_part(*, call: Call, kind: str, pk: int, actor: Actor) -> None:
    """Take a part out of a draft; one that is not there is no fault.

    Raises:
        NotPermitted, NotPossibleNow: as ``add_part``.
    """
    actor.check("calls.call.edit", compartment_id=call.compartment_id)
    locked = _draft(call)
    PART_MODELS[kind]._default_manager.filter(call=locked, pk=pk).delete()  # noqa: SLF001  as above


@transaction.atomic
def publish_call(*, call: Call, actor: Actor, at: datetime) -> Call:
    """Announce a call; from now on anybody reads it and organisations apply.

    Raises:
        NotPermitted: the actor does not publish.
        NotPossibleNow: it is published already, or something is missing: ``facts["missing"]``.
    """
    actor.check("calls.call.publish", compartment_id=call.compartment_id)
    locked = _draft(call)
    if missing := missing_to_publish(locked, at=at):
        raise NotPossibleNow(sentences.NOT_PUBLISHABLE, " ".join(str(one) for one in missing))
    locked.status = CallStatus.PUBLISHED
    locked.published_at, locked.published_by = at, actor.user
    locked.save()
    _note_version(locked, FIRST_VERSION, actor, at)
    return locked


FIRST_VERSION = Text(
    az="Müsabiqə elan edildi.", en="The call was published.", ru="Конкурс объявлен."
)


def missing_to_publish(call: Call, *, at: datetime) -> list[Message]:
    """What a draft still lacks, one sentence each; empty: it can be published."""
    weights = sum(call.criteria.values_list("weight", flat=True))
    lacking: list[tuple[bool, Message]] = [
        (not (call.text_az and call.text_en and call.text_ru), sentences.TEXT_MISSING),
        (not call.contact, sentences.CONTACT_MISSING),
        (call.closes_at is None or call.closes_at <= at, sentences.DEADLINE_MISSING),
        (not call.posts.exists(), sentences.POST_MISSING),
        (not call.conditions.exists(), sentences.CONDITION_MISSING),
        (weights != WEIGHTS, sentences.WEIGHTS_NOT_100.format(sum=weights)),
    ]
    return [sentence for is_lacking, sentence in lacking if is_lacking]


@transaction.atomic
def correct_call(
    *, call: Call, changes: Mapping[str, Any], note: Text, actor: Actor, at: datetime
) -> Call:
    """Correct the words or extend the term of a published call, and tell every applicant.

    ``changes``: fields of ``CORRECTABLE`` with their new values.
    ``note``: what was changed, as applicants read it.

    Raises:
        NotPermitted: the actor does not draft calls there.
        NotPossibleNow: the call is not open.
        InvalidInput: the term would become shorter; a text is missing; nothing changed.
    """
    actor.check("calls.call.edit", compartment_id=call.compartment_id)
    locked = locked_call(call, CallStatus.PUBLISHED)
    if unknown := changes.keys() - CORRECTABLE:
        raise ValueError(f"A correction cannot change {sorted(unknown)}.")
    closes_at = changes.get("closes_at", locked.closes_at)
    if closes_at is None or (locked.closes_at and closes_at < locked.closes_at):
        raise refuse("closes_at", sentences.DEADLINE_SHORTENED)
    for name, value in changes.items():
        if value in ("", None):
            raise refuse(name, sentences.FILL_IN)
        setattr(locked, name, value)
    locked.version += 1
    _checked(locked)
    locked.save()
    _note_version(locked, note, actor, at)
    letters.tell_of_correction(locked, note, actor=actor, at=at)
    return locked


@transaction.atomic
def close_call(*, call: Call, actor: Actor, at: datetime) -> Call:
    """End the time of applications after its last instant, so that they are checked and scored.

    Raises:
        NotPermitted: the actor does not draft calls there.
        NotPossibleNow: the term still runs, or the call is not open.
    """
    actor.check("calls.call.edit", compartment_id=call.compartment_id)
    locked = locked_call(call, CallStatus.PUBLISHED)
    if locked.closes_at is None or at <= locked.closes_at:
        raise NotPossibleNow(sentences.STILL_OPEN)
    locked.status, locked.closed_at = CallStatus.CLOSED, at
    locked.save()
    return locked


@transaction.atomic
def cancel_call(*, call: Call, reason: str, actor: Actor, at: datetime) -> Call:
    """Call it off and tell every applicant why.

    Raises:
        NotPermitted: the actor does not publish.
        NotPossibleNow: it is decided, or was never published.
        InvalidInput: no reason.
    """
    actor.check("calls.call.publish", compartment_id=call.compartment_id)
    words = needed(reason, "reason")
    locked = locked_call(call, CallStatus.PUBLISHED, CallStatus.CLOSED, CallStatus.SCORED)
    locked.status, locked.cancelled_at, locked.cancel_reason = CallStatus.CANCELLED, at, words
    locked.save()
    letters.tell_of_cancellation(locked, actor=actor, at=at)
    return locked


def _draft(call: Call) -> Call:
    locked = Call.objects.select_for_update().get(pk=call.pk)
    if locked.status != CallStatus.DRAFT:
        raise NotPossibleNow(sentences.ONLY_DRAFTS)
    return locked


def _checked(call: Call) -> None:
    if call.contract_from and call.contract_until and call.contract_until < call.contract_from:
        raise refuse("contract_until", sentences.PERIOD_DISORDER)
    try:
        call.full_clean(validate_unique=False, validate_constraints=False, exclude=_OTHERS)
    except ValidationError as error:
        raise _refusal(error) from error


_OTHERS = ["compartment", "created_by", "published_by", "decided_by"]


def _refusal(error: ValidationError) -> InvalidInput:
    fields: dict[str, Message] = {
        name: " ".join(str(one) for one in found) for name, found in error.message_dict.items()
    }
    return InvalidInput(sentences.CHECK_ANSWERS, fields=fields)


def _note_version(call: Call, note: Text, actor: Actor, at: datetime) -> None:
    CallVersion.objects.create(
        call=call,
        version=call.version,
        note_az=note.az,
        note_en=note.en,
        note_ru=note.ru,
        announcement=announcement_of(call),
        made_at=at,
        made_by_id=actor.id_or_none,
    )
