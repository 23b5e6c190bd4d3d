"""Drawing the person's columns and search entry from the facts that stand."""

import json
from collections.abc import Iterable
from datetime import date

from django.db import connection

from korpu.engines.names import canonical, neighbours, skeleton
from korpu.foundations.persons.enums import (
    NAME_KINDS,
    PROJECTED_KINDS,
    SOURCE_WEIGHT,
    FactKind,
    SourceKind,
)
from korpu.foundations.persons.models import IdentityFact, Person

_COLUMNS = tuple(kind.value for kind in PROJECTED_KINDS)


def project(*, person: Person, on: date) -> None:
    """Set the projected columns from the preferred facts, and the search index with them.

    Preferred is, of the facts of a kind that stand, the one running on the day ``on``, then the
    weightier source, then the later recording. Confidential facts are never projected.
    """
    standing = [
        fact
        for fact in IdentityFact.objects.filter(person=person, superseded_at__isnull=True)
        if fact.confidential_to_id is None
    ]
    for kind in PROJECTED_KINDS:
        of_kind = [fact for fact in standing if fact.kind == kind]
        setattr(person, kind.value, _preferred(of_kind, on) or _unknown(kind))
    person.save(update_fields=_COLUMNS)
    index_person(person, (fact.value for fact in _names(person)))


def index_person(person: Person, names: Iterable[str]) -> None:
    """Put a person under all the names they ever bore into the search index."""
    keys = list(dict.fromkeys(key for name in names for key in canonical(name)))
    with connection.cursor() as cursor:
        cursor.execute(
            "select korpu_index_person(%s, %s, %s::smallint, %s, %s, %s, %s)",
            [
                person.pk,
                person.name,
                person.birth_year or 0,
                person.nationality,
                keys,
                [skeleton(key) for key in keys],
                json.dumps({key: sorted(neighbours(key)) for key in keys}),
            ],
        )


def unindex_person(person: Person) -> None:
    """Take a merged record out of the search index."""
    with connection.cursor() as cursor:
        cursor.execute("select korpu_unindex_person(%s)", [person.pk])


def _names(person: Person) -> Iterable[IdentityFact]:
    """Former names count too: a superseded spelling is still typed by somebody."""
    return IdentityFact.objects.filter(
        person=person, kind__in=NAME_KINDS, confidential_to__isnull=True
    ).order_by("id")


def _preferred(facts: list[IdentityFact], on: date) -> str:
    if not facts:
        return ""
    best = max(
        facts,
        key=lambda fact: (
            _runs(fact, on),
            SOURCE_WEIGHT[SourceKind(fact.source_kind)],
            fact.recorded_at,
            fact.pk,
        ),
    )
    return best.value


def _runs(fact: IdentityFact, on: date) -> bool:
    begun = fact.valid_from is None or fact.valid_from <= on
    return begun and (fact.valid_until is None or fact.valid_until >= on)


def _unknown(kind: FactKind) -> str:
    return "X" if kind == FactKind.SEX else ""
