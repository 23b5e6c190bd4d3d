"""Who got how many copies of which edition."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction
from django.db.models import Sum
from django.utils import timezone

from korpu.domains.information import policies, sentences
from korpu.domains.information.models import Distribution, Edition
from korpu.domains.information.permissions import DISTRIBUTE
from korpu.foundations.accounts.api import Actor
from korpu.foundations.codelists.api import attributes, is_known
from korpu.kernel.errors import InvalidInput, NotPossibleNow
from korpu.kernel.texts import Message

CHANNELS, RECIPIENTS = "distribution-channels", "recipient-groups"


@dataclass(frozen=True, slots=True)
class Handout:
    """Copies given out. ``organisation`` is a body, never a person."""

    channel: str
    recipients: str
    copies: int
    given_on: date
    organisation: str = ""
    note: str = ""


def record_distribution(
    *, edition: Edition, handout: Handout, actor: Actor, at: datetime
) -> Distribution:
    """Note copies given out; printed ones never exceed what was printed, whoever asks at once.

    Raises:
        NotPermitted: the actor records no distribution here.
        NotPossibleNow: the edition is a draft or withdrawn.
        InvalidInput: fewer than one copy, more than the stock, a day to come, an unknown code.
    """
    actor.check(DISTRIBUTE, compartment_id=edition.publication.compartment_id)
    with transaction.atomic():
        locked = Edition.objects.select_for_update().get(pk=edition.pk)
        policies.check_may_be_given_out(locked)
        is_printed = bool(attributes(CHANNELS, handout.channel).get("printed"))
        _check(locked, handout, is_printed=is_printed, at=at)
        return Distribution.objects.create(
            edition=locked,
            channel=handout.channel,
            recipients=handout.recipients,
            organisation=handout.organisation,
            copies=handout.copies,
            is_printed=is_printed,
            given_on=handout.given_on,
            note=handout.note,
            recorded_by_id=actor.user_id,
            recorded_at=at,
        )


def cancel_distribution(
    *, distribution: Distribution, reason: str, actor: Actor, at: datetime
) -> Distribution:
    """Strike out a wrong entry; it stays readable and no longer counts.

    Raises:
        NotPermitted: the actor records no distribution here.
        NotPossibleNow: it was cancelled before.
        InvalidInput: no reason.
    """
    publication = distribution.edition.publication
    actor.check(DISTRIBUTE, compartment_id=publication.compartment_id)
    if not reason.strip():
        raise InvalidInput(sentences.REASON_NEEDED, fields={"reason": sentences.REASON_NEEDED})
    with transaction.atomic():
        locked = Distribution.objects.select_for_update().get(pk=distribution.pk)
        if locked.cancelled_at:
            raise NotPossibleNow(sentences.ALREADY_CANCELLED)
        locked.cancelled_by = actor.user
        locked.cancelled_at = at
        locked.cancelled_reason = reason.strip()
        locked.save()
    return locked


def stock_of(edition: Edition) -> int | None:
    """Printed copies not given out yet; None: how many were printed is not stated."""
    if edition.copies_printed is None:
        return None
    given = edition.distributions.filter(is_printed=True, cancelled_at__isnull=True)
    total: int = given.aggregate(total=Sum("copies"))["total"] or 0
    return edition.copies_printed - total


def _check(edition: Edition, handout: Handout, *, is_printed: bool, at: datetime) -> None:
    wrong: dict[str, Message] = {}
    if not is_known(CHANNELS, handout.channel):
        wrong["channel"] = sentences.UNKNOWN_CODE
    if not is_known(RECIPIENTS, handout.recipients):
        wrong["recipients"] = sentences.UNKNOWN_CODE
    if handout.given_on > timezone.localdate(at):
        wrong["given_on"] = sentences.FUTURE_DAY
    left = stock_of(edition) if is_printed else None
    if handout.copies < 1:
        wrong["copies"] = sentences.COPIES_POSITIVE
    elif left is not None and handout.copies > left:
        wrong["copies"] = sentences.STOCK_SHORT.format(left=left)
    if wrong:
        detail = sentences.STOCK_SHORT_HELP if left is not None else ""
        raise InvalidInput(next(iter(wrong.values())), detail, fields=wrong)
