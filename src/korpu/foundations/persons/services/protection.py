"""Holds of protection and the gate before anything leaves the country."""

from collections.abc import Callable, Iterable
from datetime import date, datetime

from django.db import connection, transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from korpu.foundations.accounts.api import Actor
from korpu.foundations.accounts.models import Compartment
from korpu.foundations.codelists.api import is_valid
from korpu.foundations.persons.enums import Gate
from korpu.foundations.persons.models import Person, ProtectionHold
from korpu.foundations.persons.search import Candidate
from korpu.kernel.errors import InvalidInput, NotPossibleNow

HoldListener = Callable[[ProtectionHold, Actor, datetime], None]
CLAIMS_LOCK = 7_905_520_114
"""Key of the lock that lets no hold begin while something is leaving, and the other way round."""

_hold_listeners: list[HoldListener] = []


def on_protection_hold(listener: HoldListener) -> None:
    """Call ``listener(hold, actor, at)`` in the transaction of each hold that is recorded.

    Raises:
        RuntimeError: this listener listens already.
    """
    if listener in _hold_listeners:
        raise RuntimeError(f"{listener!r} listens to holds twice.")
    _hold_listeners.append(listener)


def gate(person_ids: Iterable[int | None], *, on: date | None = None) -> Gate:
    """Whether anything about these persons may be sent out of the country.

    Blocked while a hold of protection runs, or will run, for any of them, for any record merged
    with theirs, or for anybody in the same file as one of them. Blocked too when the list is
    empty, holds ``None``, or names nobody known: what is not known to be safe is not sent. The
    answer has no reason, and no reader without the hold's compartment can learn one.

    Args:
        person_ids: keys of everybody the data is about.
        on: the day of sending; None: today.

    Law: protection of applicants is a rule of this house, stricter than article 79.3 of the
        Migration Code, which protects persons with status.
    """
    day = on or timezone.localdate()
    with connection.cursor() as cursor:
        cursor.execute("select korpu_gate(%s::bigint[], %s)", [list(person_ids), day])
        (answer,) = cursor.fetchone() or (Gate.BLOCKED,)
    return Gate(answer)


def gate_at_sending(person_ids: Iterable[int | None], *, on: date | None = None) -> Gate:
    """As ``gate``, at the moment something leaves: no hold begins until the transaction has ended.

    Either the hold was there first and the answer is ``blocked``, or what leaves has left before
    the hold begins, and whoever listens to holds finds it.
    """
    with connection.cursor() as cursor:
        cursor.execute("select pg_advisory_xact_lock_shared(%s)", [CLAIMS_LOCK])
    return gate(person_ids, on=on)


def record_protection_hold(
    *,
    person: Person | Candidate,
    kind: str,
    source: str,
    compartment: Compartment | int,
    valid_from: date,
    valid_until: date | None = None,
    actor: Actor,
    at: datetime,
) -> ProtectionHold:
    """Stop everything about a person from leaving the country.

    Raises:
        NotPermitted: the actor may not record holds in the compartment.
        InvalidInput: by field, what cannot be right.
    """
    key = compartment if isinstance(compartment, int) else compartment.pk
    actor.check("persons.hold.record", compartment_id=key)
    wrong = {}
    if not is_valid("protection-holds", kind, on=timezone.localdate(at)):
        wrong["kind"] = _("Choose what the hold rests on.")
    if not source.strip():
        wrong["source"] = _("Say where this is known from.")
    if valid_until and valid_until < valid_from:
        wrong["valid_until"] = _("The last day lies before the first day.")
    if wrong:
        raise InvalidInput(_("The hold cannot be recorded like this."), fields=wrong)
    with transaction.atomic():
        _wait_for_what_is_leaving()
        hold = ProtectionHold.objects.create(
            person_id=person.id,
            compartment_id=key,
            kind=kind,
            source=source.strip(),
            valid_from=valid_from,
            valid_until=valid_until,
            recorded_by_id=actor.user_id,
            recorded_at=at,
        )
        for listener in _hold_listeners:
            listener(hold, actor, at)
    return hold


def _wait_for_what_is_leaving() -> None:
    with connection.cursor() as cursor:
        cursor.execute("select pg_advisory_xact_lock(%s)", [CLAIMS_LOCK])


def end_protection_hold(
    *, hold: ProtectionHold, ended_on: date, reason: str, actor: Actor
) -> ProtectionHold:
    """End a hold with its last day.

    Raises:
        NotPermitted: the actor may not record holds in the compartment.
        InvalidInput: no reason, or a last day before the first.
        NotPossibleNow: it has been ended already.
    """
    actor.check("persons.hold.record", compartment_id=hold.compartment_id)
    if hold.ended_by_id is not None:
        raise NotPossibleNow(_("This hold has been ended already."))
    wrong = {}
    if not reason.strip():
        wrong["reason"] = _("Say why the hold ends.")
    if ended_on < hold.valid_from:
        wrong["ended_on"] = _("The last day lies before the first day.")
    if wrong:
        raise InvalidInput(_("The hold cannot be ended like this."), fields=wrong)
    hold.valid_until, hold.ended_by_id, hold.ending_reason = ended_on, actor.user_id, reason.strip()
    hold.save(update_fields=("valid_until", "ended_by", "ending_reason"))
    return hold
