"""Finding people across scripts and offices, with the least said about each."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, NamedTuple
from uuid import UUID

from django.db import connection
from django.utils.translation import gettext_lazy as _

from korpu.engines.names import canonical, neighbours, scripts_of, skeleton
from korpu.engines.names.comparison import key_similarity
from korpu.foundations.accounts.api import Actor
from korpu.foundations.persons.models import Person
from korpu.foundations.persons.numbers import document_key
from korpu.kernel.errors import InvalidInput
from korpu.kernel.texts import Text

SHOWN = 20
"""Candidates a search returns at most."""

_CONSIDERED = 150
_SURE = 0.8
_LIKE_ENOUGH = 0.55
_VOWELLESS = frozenset({"Arab", "Hebr"})
_LONGEST_QUERY = 6


class _Row(NamedTuple):
    """What the database's search functions answer with; ``birth_year`` 0 is unknown."""

    id: int
    uuid: UUID
    name: str
    birth_year: int
    nationality: str
    keys: list[str]


@dataclass(frozen=True)
class PersonQuery:
    """Whom one looks for. A name in any script and order, a document's number, or both.

    Attributes:
        name: words of a name; ``oğlu`` and ``qızı`` are ignored.
        birth_year: brings those born about then to the top; None: not known.
        document_number: as printed; found only when it is exactly this one.
    """

    name: str = ""
    birth_year: int | None = None
    document_number: str = ""

    @cached_property
    def keys(self) -> tuple[str, ...]:
        return canonical(self.name)[:_LONGEST_QUERY]

    @property
    def document_key(self) -> str:
        return document_key(self.document_number)

    @property
    def is_vowelless(self) -> bool:
        return bool(_VOWELLESS & scripts_of(self.name))


@dataclass(frozen=True, slots=True)
class Candidate:
    """The least by which a person is recognised.

    Attributes:
        id: key of the person, for :func:`involve`.
        uuid: public identifier.
        name: as the person's columns have it; empty when no name is open to all.
        birth_year: None when not known.
        nationality: code of ``nationalities``; empty when not known.
        known_by: offices that know the person; those whose knowing is a secret are left out.
        readable: whether the searcher may open the file.
        by_document: whether the number of a document is exactly the one asked for.
        likeness: of the names, 0–1; 1.0 when only a document was asked for.
    """

    id: int
    uuid: UUID
    name: str
    birth_year: int | None
    nationality: str
    known_by: tuple[Text, ...]
    readable: bool
    by_document: bool
    likeness: float


def find_candidates(*, query: PersonQuery, for_actor: Actor) -> list[Candidate]:
    """Up to twenty persons who may be the one looked for, likeliest first; empty when none.

    A person with exactly the document asked for comes first. Every person of the installation is
    searched, readable or not; merged records are not shown.

    Raises:
        NotPermitted: the actor may not search.
        InvalidInput: nothing in the query can be searched.
    """
    for_actor.check("persons.person.search")
    if not query.keys and not query.document_key:
        raise InvalidInput(
            _("There is nothing to search for."),
            fields={"name": _("Enter a name with at least one letter, or a document number.")},
        )
    by_document = _by_document(query)
    by_name = _by_name(query) if query.keys else []
    rows = {row.id: row for row in (*by_document, *by_name)}
    documented = {row.id for row in by_document}
    ranked = sorted(
        (_rank(query, row, by_document=row.id in documented) for row in rows.values()),
        key=lambda found: (-found[0], found[1].id),
    )
    likely = [found for found in ranked if found[0] >= _LIKE_ENOUGH][:SHOWN]
    return _candidates(query, [row for _, row in likely], documented)


def _by_document(query: PersonQuery) -> list[_Row]:
    if not query.document_key:
        return []
    return _rows("select * from korpu_persons_by_document(%s)", [query.document_key])


def _by_name(query: PersonQuery) -> list[_Row]:
    """Words that differ by a slip or a spelling; if that finds nobody likely, whatever is alike."""
    rows = _named(query, loose=False)
    if any(_likeness(query, row) >= _SURE for row in rows):
        return rows
    wider = {row.id: row for row in (*rows, *_named(query, loose=True))}
    return list(wider.values())


def _named(query: PersonQuery, *, loose: bool) -> list[_Row]:
    keys = query.keys
    return _rows(
        "select * from korpu_person_candidates(%s, %s, %s, %s::smallint[], %s, %s)",
        [
            list(keys),
            [skeleton(key) for key in keys],
            json.dumps({key: sorted(neighbours(key)) for key in keys}),
            _years(query.birth_year),
            loose,
            _CONSIDERED,
        ],
    )


def _years(birth_year: int | None) -> list[int]:
    return [] if birth_year is None else [0, birth_year - 1, birth_year, birth_year + 1]


def _rank(query: PersonQuery, row: _Row, *, by_document: bool) -> tuple[float, _Row]:
    likeness = _likeness(query, row)
    return likeness + 2 * by_document + _year_bonus(query.birth_year, row.birth_year), row


def _likeness(query: PersonQuery, row: _Row) -> float:
    if not query.keys:
        return 1.0
    return key_similarity(query.keys, tuple(row.keys), vowelless=query.is_vowelless)


def _year_bonus(asked: int | None, held: int) -> float:
    if asked is None or not held:
        return 0.0
    return {0: 0.15, 1: 0.05}.get(abs(asked - held), -0.1)


def candidates_of(*, query: PersonQuery, uuids: Sequence[UUID]) -> list[Candidate]:
    """The same minimum about persons a search found before, in the order of ``uuids``."""
    rows = _rows("select * from korpu_person_entries(%s)", [list(uuids)])
    place = {uuid: at for at, uuid in enumerate(uuids)}
    documented = {row.id for row in _by_document(query)}
    return _candidates(query, sorted(rows, key=lambda row: place[row.uuid]), documented)


def _candidates(query: PersonQuery, rows: Sequence[_Row], documented: set[int]) -> list[Candidate]:
    ids = [row.id for row in rows]
    known_by = _known_by(ids)
    readable = set(Person.objects.filter(pk__in=ids).values_list("pk", flat=True))
    return [
        Candidate(
            id=row.id,
            uuid=row.uuid,
            name=row.name,
            birth_year=row.birth_year or None,
            nationality=row.nationality,
            known_by=known_by.get(row.id, ()),
            readable=row.id in readable,
            by_document=row.id in documented,
            likeness=_likeness(query, row),
        )
        for row in rows
    ]


def _known_by(ids: Sequence[int]) -> dict[int, tuple[Text, ...]]:
    with connection.cursor() as cursor:
        cursor.execute("select * from korpu_person_known_by(%s) order by 1, 3", [list(ids)])
        found: dict[int, tuple[Text, ...]] = {}
        for person_id, az, en, ru in cursor.fetchall():
            found[person_id] = (*found.get(person_id, ()), Text(az=az, en=en, ru=ru))
    return found


def _rows(statement: str, parameters: Sequence[Any]) -> list[_Row]:
    with connection.cursor() as cursor:
        cursor.execute(statement, parameters)
        return [_Row(*row) for row in cursor.fetchall()]
