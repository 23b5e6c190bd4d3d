"""Registering a person who was searched for and not found."""

from collections.abc import Iterable
from datetime import datetime, timedelta

from django.db import connection, transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from korpu.engines.names import canonical
from korpu.foundations.accounts.api import Actor
from korpu.foundations.accounts.models import Compartment
from korpu.foundations.persons.enums import NAME_KINDS, FactKind
from korpu.foundations.persons.facts import Fact, Source
from korpu.foundations.persons.models import Person, SearchReceipt
from korpu.foundations.persons.services.facts import record_checked
from korpu.foundations.persons.validation import checked_facts
from korpu.kernel.errors import Conflict, InvalidInput, NotPossibleNow

RECEIPT_RUNS = timedelta(hours=1)
_SEARCHED_NAMES = frozenset({FactKind.SURNAME, FactKind.GIVEN_NAMES})


def create_person(
    *,
    facts: Iterable[Fact],
    source: Source,
    compartment: Compartment | int,
    searched: SearchReceipt,
    actor: Actor,
    at: datetime,
) -> Person:
    """Register a person in a compartment, after a search for just this person.

    Args:
        facts: at least one name; each with a value that can be right.
        source: where the facts come from.
        compartment: whose person this becomes; its readers read the file.
        searched: the actor's own search of the last hour, for these names (and, where both are
            known, this year of birth).
        actor: who registers; needs ``persons.person.create`` in the compartment.
        at: the moment, aware.

    Raises:
        NotPermitted: the actor may not register persons there.
        InvalidInput: by kind of fact, what cannot be right; under ``surname`` when nobody is named.
        NotPossibleNow: the search is missing, too old, somebody else's, or for somebody else.
        Conflict: a person of this name was registered since the search.
    """
    compartment_id = compartment if isinstance(compartment, int) else compartment.pk
    actor.check("persons.person.create", compartment_id=compartment_id)
    checked = checked_facts(facts, on=timezone.localdate(at))
    if not any(fact.kind in NAME_KINDS for fact in checked):
        raise InvalidInput(
            _("A person needs a name."),
            fields={"surname": _("Give a surname, or the only name the person has.")},
        )
    _check_receipt(searched, checked, actor, at)
    with transaction.atomic():
        _refuse_newcomers(searched, checked, at)
        person = Person.objects.create(compartment_id=compartment_id, created_at=at)
        record_checked(person=person, facts=checked, source=source, actor=actor, at=at)
    return person


def _check_receipt(
    receipt: SearchReceipt, facts: Iterable[Fact], actor: Actor, at: datetime
) -> None:
    fresh = timedelta(0) <= at - receipt.searched_at <= RECEIPT_RUNS
    if receipt.actor_id != actor.user_id or not fresh or not _is_for(receipt, facts):
        raise NotPossibleNow(
            _("Search for this person first."),
            _(
                "A person is registered only after a search for the same name and year of birth "
                "within the last hour, so that nobody is registered twice."
            ),
        )


def _refuse_newcomers(receipt: SearchReceipt, facts: Iterable[Fact], at: datetime) -> None:
    """Two officers who registered the same person at once would both have found nobody."""
    keys = sorted(_searched_keys(facts))
    with connection.cursor() as cursor:
        cursor.execute("select korpu_registered_since(%s, %s, %s)", [keys, receipt.searched_at, at])
        (newcomer,) = cursor.fetchone() or (False,)
    if newcomer:
        raise Conflict(
            _("Somebody of this name was registered after your search."),
            _("Search again: it may be the same person."),
        )


def _is_for(receipt: SearchReceipt, facts: Iterable[Fact]) -> bool:
    keys = _searched_keys(facts)
    years = {int(fact.value[:4]) for fact in facts if fact.kind == FactKind.BIRTH_DATE}
    same_year = receipt.birth_year is None or not years or receipt.birth_year in years
    return same_year and keys <= set(receipt.keys)


def _searched_keys(facts: Iterable[Fact]) -> set[str]:
    """Keys that must have been searched: of surname and given names, else of the other name."""
    facts = tuple(facts)
    named = [fact for fact in facts if fact.kind in _SEARCHED_NAMES] or [
        fact for fact in facts if fact.kind in NAME_KINDS
    ]
    return {key for fact in named for key in canonical(fact.value)}
