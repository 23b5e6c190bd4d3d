"""Recording what is said of a person, and taking it back."""

from collections.abc import Iterable
from datetime import datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from korpu.engines.names import scripts_of
from korpu.foundations.accounts.api import Actor
from korpu.foundations.persons.enums import NAME_KINDS
from korpu.foundations.persons.facts import Fact, Source
from korpu.foundations.persons.models import IdentityFact, Person
from korpu.foundations.persons.services.projection import project
from korpu.foundations.persons.validation import checked_facts
from korpu.kernel.errors import InvalidInput, NotPossibleNow


def add_facts(
    *, person: Person, facts: Iterable[Fact], source: Source, actor: Actor, at: datetime
) -> tuple[IdentityFact, ...]:
    """Record facts beside those already there and draw the person's columns anew.

    A fact that already stands with the same value, days and source is not recorded twice.

    Raises:
        NotPermitted: the actor may not change persons.
        InvalidInput: by kind of fact, what cannot be right.
        NotPossibleNow: the record was merged into another.
    """
    actor.check("persons.person.change")
    refuse_merged(person)
    checked = checked_facts(facts, on=timezone.localdate(at))
    return record_checked(person=person, facts=checked, source=source, actor=actor, at=at)


def record_checked(
    *, person: Person, facts: Iterable[Fact], source: Source, actor: Actor, at: datetime
) -> tuple[IdentityFact, ...]:
    """Record facts that :func:`checked_facts` let through; for services of this room."""
    with transaction.atomic():
        rows = tuple(
            _row(person, fact, source, actor, at)
            for fact in facts
            if not _stands(person, fact, source)
        )
        IdentityFact.objects.bulk_create(rows)
        project(person=person, on=timezone.localdate(at))
    return rows


def supersede_fact(
    *,
    fact: IdentityFact,
    better: Fact | None,
    source: Source | None,
    reason: str,
    actor: Actor,
    at: datetime,
) -> IdentityFact | None:
    """Take a fact back, for a better one or (``better=None``) because it was wrong.

    Raises:
        NotPermitted: the actor may not change persons.
        InvalidInput: no reason, or the better fact cannot be right.
        NotPossibleNow: the fact was already superseded.
    """
    actor.check("persons.person.change")
    if not reason.strip():
        raise InvalidInput(_("Say why."), fields={"reason": _("Say why the entry is taken back.")})
    with transaction.atomic():
        row = IdentityFact.objects.select_for_update().get(pk=fact.pk)
        if row.superseded_at is not None:
            raise NotPossibleNow(_("This entry was already taken back."))
        new = None
        if better is not None and source is not None:
            (checked,) = checked_facts([better], on=timezone.localdate(at))
            new = _row(row.person, checked, source, actor, at)
            new.save()
        row.superseded_at, row.superseded_by, row.superseding_reason = at, new, reason.strip()
        row.save(update_fields=("superseded_at", "superseded_by", "superseding_reason"))
        project(person=row.person, on=timezone.localdate(at))
    return new


def refuse_merged(person: Person) -> None:
    if person.merged_into_id is not None:
        raise NotPossibleNow(
            _("This record was merged into another one."),
            _("Open the record that was kept and record it there."),
        )


def _stands(person: Person, fact: Fact, source: Source) -> bool:
    return IdentityFact.objects.filter(
        person=person,
        kind=fact.kind,
        value=fact.value,
        valid_from=fact.valid_from,
        valid_until=fact.valid_until,
        source_kind=source.kind,
        source_note=source.note,
        superseded_at__isnull=True,
    ).exists()


def _row(person: Person, fact: Fact, source: Source, actor: Actor, at: datetime) -> IdentityFact:
    scripts = sorted(scripts_of(fact.value)) if fact.kind in NAME_KINDS else []
    return IdentityFact(
        person=person,
        kind=fact.kind,
        value=fact.value,
        script=scripts[0] if scripts else "",
        source_kind=source.kind,
        source_note=source.note,
        valid_from=fact.valid_from,
        valid_until=fact.valid_until,
        recorded_by_id=actor.user_id,
        recorded_at=at,
        confidential_to_id=source.confidential_to,
    )
