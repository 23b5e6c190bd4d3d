"""A person's file as the page shows it: codes in words, names of colleagues, what is preferred."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from korpu.foundations.accounts.api import Actor
from korpu.foundations.audit.api import names_of
from korpu.foundations.codelists.api import titles
from korpu.foundations.persons import selectors
from korpu.foundations.persons.enums import FactKind, RelationKind, SourceKind
from korpu.foundations.persons.models import (
    HeldDocument,
    IdentityFact,
    Merge,
    Person,
    ProtectionHold,
)
from korpu.foundations.persons.panels import panels_for
from korpu.foundations.persons.validation import LISTS
from korpu.kernel.texts import Message, Text

_ORDER = {kind: place for place, kind in enumerate(FactKind)}


@dataclass(frozen=True, slots=True)
class FactLine:
    """One fact. ``value`` is in words where it is a code."""

    uuid: UUID
    kind: Message
    value: Message
    source: Message
    source_note: str
    valid_from: date | None
    valid_until: date | None
    recorded_by: str
    recorded_at: datetime
    stands: bool
    is_preferred: bool
    is_confidential: bool
    reason: str


@dataclass(frozen=True, slots=True)
class DocumentLine:
    """One document held."""

    uuid: UUID
    kind: Message
    issuer: Message
    number: str
    issued_on: date | None
    valid_until: date | None
    has_ended: bool


@dataclass(frozen=True, slots=True)
class RelativeLine:
    """One relative, by the relation they are to the person."""

    kind: Message
    name: str
    uuid: UUID


@dataclass(frozen=True, slots=True)
class MergeLine:
    """One merge into this record."""

    uuid: UUID
    name: str
    reason: str
    by: str
    at: datetime
    stands: bool
    undone_reason: str


@dataclass(frozen=True, slots=True)
class HoldLine:
    """One hold of protection, for those who may read it."""

    uuid: UUID
    kind: Message
    source: str
    valid_from: date
    valid_until: date | None
    can_end: bool


@dataclass(frozen=True, slots=True)
class PanelView:
    """One section of a higher room."""

    title: Message
    template: str
    context: Mapping[str, object]


@dataclass(frozen=True, slots=True)
class PersonPage:
    """Everything on the page of a person."""

    person: Person
    birth_date: str
    nationality: Message
    sex: Message
    facts: Sequence[FactLine]
    former_facts: Sequence[FactLine]
    documents: Sequence[DocumentLine]
    relatives: Sequence[RelativeLine]
    merges: Sequence[MergeLine]
    holds: Sequence[HoldLine]
    panels: Sequence[PanelView]


def person_page(*, person: Person, for_actor: Actor, on: date) -> PersonPage:
    """Read the file once; the number of queries does not grow with what is in it."""
    facts = list(selectors.facts_of(person))
    merges = list(selectors.merges_of(person))
    names = names_of({fact.recorded_by_id for fact in facts} | {row.merged_by_id for row in merges})
    words = _Words()
    facts.sort(key=lambda fact: _ORDER[FactKind(fact.kind)])
    lines = [_fact(fact, person, words, names) for fact in facts]
    holds = selectors.holds_of(person) if for_actor.may("persons.hold.read") else ()
    return PersonPage(
        person=person,
        birth_date=as_written(person.birth_date),
        nationality=words.of("nationalities", person.nationality),
        sex=words.of("sex", person.sex),
        facts=[line for line in lines if line.stands],
        former_facts=[line for line in lines if not line.stands],
        documents=[_document(row, words, on) for row in selectors.documents_of(person)],
        relatives=[
            RelativeLine(RelationKind(row.kind).label, row.relative.name, row.relative.uuid)
            for row in selectors.relations_of(person)
        ],
        merges=[_merge(row, names) for row in merges],
        holds=[_hold(row, words) for row in holds],
        panels=[
            PanelView(panel.title, panel.template, panel.context(person, for_actor))
            for panel in panels_for(for_actor)
        ],
    )


class _Words:
    """Titles of codes, each list read at most once."""

    def __init__(self) -> None:
        self._lists: dict[str, Mapping[str, Text]] = {}

    def of(self, list_name: str, code: str) -> Message:
        if not code:
            return ""
        if list_name not in self._lists:
            self._lists[list_name] = titles(list_name)
        return self._lists[list_name].get(code, code)


def _fact(fact: IdentityFact, person: Person, words: _Words, names: Mapping[int, str]) -> FactLine:
    kind = FactKind(fact.kind)
    stands = fact.superseded_at is None
    return FactLine(
        uuid=fact.uuid,
        kind=kind.label,
        value=_shown(kind, fact.value, words),
        source=SourceKind(fact.source_kind).label,
        source_note=fact.source_note,
        valid_from=fact.valid_from,
        valid_until=fact.valid_until,
        recorded_by=names.get(fact.recorded_by_id, ""),
        recorded_at=fact.recorded_at,
        stands=stands,
        is_preferred=stands and getattr(person, fact.kind, None) == fact.value,
        is_confidential=fact.confidential_to_id is not None,
        reason=fact.superseding_reason,
    )


def as_written(birth_date: str) -> str:
    """A date of birth as people write it, no more exact than it is known; empty stays empty."""
    year, month, day = (*birth_date.split("-"), "", "")[:3]
    return ".".join(part for part in (day, month, year) if part)


def _shown(kind: FactKind, value: str, words: _Words) -> Message:
    if kind == FactKind.BIRTH_DATE:
        return as_written(value)
    return words.of(LISTS[kind], value) if kind in LISTS else value


def _document(row: HeldDocument, words: _Words, on: date) -> DocumentLine:
    return DocumentLine(
        uuid=row.uuid,
        kind=words.of("document-kinds", row.kind),
        issuer=words.of("nationalities", row.issuer),
        number=row.number,
        issued_on=row.issued_on,
        valid_until=row.valid_until,
        has_ended=row.valid_until is not None and row.valid_until < on,
    )


def _merge(row: Merge, names: Mapping[int, str]) -> MergeLine:
    return MergeLine(
        uuid=row.uuid,
        name=row.absorbed.name,
        reason=row.reason,
        by=names.get(row.merged_by_id, ""),
        at=row.merged_at,
        stands=row.undone_at is None,
        undone_reason=row.undone_reason,
    )


def _hold(row: ProtectionHold, words: _Words) -> HoldLine:
    return HoldLine(
        uuid=row.uuid,
        kind=words.of("protection-holds", row.kind),
        source=row.source,
        valid_from=row.valid_from,
        valid_until=row.valid_until,
        can_end=row.ended_by_id is None,
    )


@dataclass(frozen=True, slots=True)
class ComparedLine:
    """One kind of fact in two records."""

    kind: Message
    one: str
    other: str
    differs: bool


def compare(one: Person, other: Person) -> list[ComparedLine]:
    """What two records say, kind by kind; kinds neither has are left out."""
    words = _Words()
    said_by_one, said_by_other = _said(one, words), _said(other, words)
    kinds = [kind for kind in FactKind if kind in said_by_one or kind in said_by_other]
    return [
        ComparedLine(
            kind.label,
            said_by_one.get(kind, ""),
            said_by_other.get(kind, ""),
            differs=said_by_one.get(kind) != said_by_other.get(kind),
        )
        for kind in kinds
    ]


def _said(person: Person, words: _Words) -> dict[FactKind, str]:
    values: dict[FactKind, list[str]] = {}
    for fact in _standing(selectors.facts_of(person)):
        kind = FactKind(fact.kind)
        values.setdefault(kind, []).append(str(_shown(kind, fact.value, words)))
    return {kind: "; ".join(sorted(set(shown))) for kind, shown in values.items()}


def _standing(facts: Iterable[IdentityFact]) -> Iterable[IdentityFact]:
    return (fact for fact in facts if fact.superseded_at is None)
