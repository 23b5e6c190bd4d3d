"""What pages and other rooms read of a person; each reading is recorded."""

from collections.abc import Iterable, Mapping
from uuid import UUID

from django.db import connection
from django.db.models import F, QuerySet
from django.utils.translation import gettext_lazy as _

from korpu.foundations.accounts.api import Actor
from korpu.foundations.accounts.models import Compartment
from korpu.foundations.audit.api import record_reading
from korpu.foundations.persons.models import (
    HeldDocument,
    IdentityFact,
    Involvement,
    Merge,
    Person,
    ProtectionHold,
    ReadingGrant,
    Relation,
    SearchReceipt,
)
from korpu.foundations.persons.search import Candidate, PersonQuery, candidates_of
from korpu.kernel.errors import NotFound

_MOST_ROWS = 500


def get_person(*, uuid: UUID, for_actor: Actor, purpose: str) -> Person:
    """The person behind an identifier, or the record that stands for them after a merge.

    The reading is recorded with its purpose.

    Raises:
        NotFound: there is none, or none this reader may know of.
    """
    with connection.cursor() as cursor:
        cursor.execute("select korpu_person_kept(%s)", [uuid])
        row = cursor.fetchone()
    kept = [] if row is None or row[0] is None else [row[0]]
    person = Person.objects.filter(uuid__in=kept).select_related("compartment").first()
    if person is None:
        raise NotFound(
            _("There is no such person, or the file is not open to you."),
            _("Search for the person; the result says which office knows them."),
        )
    record_reading(
        actor=for_actor,
        object_type="persons.person",
        object_uuid=person.uuid,
        person_uuids=[person.uuid],
        purpose=purpose,
        compartment_id=person.compartment_id,
    )
    return person


def get_candidate(*, uuid: UUID, searched: SearchReceipt, for_actor: Actor) -> Candidate:
    """One of the persons a search of the actor's showed, readable or not.

    Raises:
        NotFound: the search was somebody else's or did not show this person.
    """
    if searched.actor_id != for_actor.user_id or uuid not in searched.found:
        raise NotFound(_("This search did not show such a person."), _("Search again."))
    return candidates_of(query=query_of(searched), uuids=[uuid])[0]


def query_of(searched: SearchReceipt) -> PersonQuery:
    """What a search of the past hour asked."""
    return PersonQuery(searched.name, searched.birth_year, searched.document_number)


def candidates_shown(*, searched: SearchReceipt, for_actor: Actor) -> list[Candidate]:
    """Everybody a search of the actor's own showed, likeliest first.

    Raises:
        NotFound: the search was somebody else's.
    """
    if searched.actor_id != for_actor.user_id:
        raise NotFound(_("There is no such search of yours."), _("Search again."))
    return candidates_of(query=query_of(searched), uuids=searched.found)


def get_receipt(*, uuid: UUID, for_actor: Actor) -> SearchReceipt:
    """A search of the actor's own.

    Raises:
        NotFound: there is none.
    """
    receipt = SearchReceipt.objects.filter(uuid=uuid, actor_id=for_actor.user_id).first()
    if receipt is None:
        raise NotFound(_("There is no such search of yours."), _("Search again."))
    return receipt


def display_names(*, person_ids: Iterable[int], for_actor: Actor) -> dict[int, str]:  # noqa: ARG001 - readers name the actor
    """Names for a list, by key, of those the actor may see; merged records under the kept name."""
    asked = set(person_ids)
    known = Person.objects.in_bulk(asked)
    while further := Person.objects.in_bulk(
        {person.merged_into_id for person in known.values()} - known.keys() - {None}
    ):
        known |= further
    return {key: _kept(known[key], known).name for key in asked & known.keys()}


def _kept(person: Person, known: Mapping[int, Person]) -> Person:
    standing = known.get(person.merged_into_id or 0)
    return _kept(standing, known) if standing else person


def facts_of(person: Person) -> QuerySet[IdentityFact]:
    """Facts open to the reader, standing first, newest first within a kind."""
    return IdentityFact.objects.filter(person=person).order_by(
        "kind", F("superseded_at").desc(nulls_first=True), "-recorded_at", "-pk"
    )[:_MOST_ROWS]


def documents_of(person: Person) -> QuerySet[HeldDocument]:
    """Documents open to the reader, those recorded last first; empty with the basic scope."""
    standing = HeldDocument.objects.filter(person=person, withdrawn_at__isnull=True)
    return standing.order_by("-recorded_at", "-pk")[:_MOST_ROWS]


def relations_of(person: Person) -> QuerySet[Relation]:
    """Relations that still run and whose other side the reader may know of."""
    return (
        Relation.objects.filter(person=person, ended_on__isnull=True)
        .select_related("relative")
        .order_by("kind", "pk")[:_MOST_ROWS]
    )


def involvements_of(person: Person) -> QuerySet[Involvement]:
    """Parts in cases of the reader's compartments."""
    return person.involvements.select_related("compartment__office").order_by("-pk")[:_MOST_ROWS]


def merges_of(person: Person) -> QuerySet[Merge]:
    """Merges into this record, the latest first, undone ones included."""
    return (
        Merge.objects.filter(kept=person)
        .select_related("absorbed")
        .order_by("-merged_at", "-pk")[:_MOST_ROWS]
    )


def holds_of(person: Person) -> QuerySet[ProtectionHold]:
    """Holds of protection in the reader's compartments; empty for everybody else."""
    return ProtectionHold.objects.filter(person=person).order_by("-valid_from", "-pk")[:_MOST_ROWS]


def reading_grants_of(person_ids: Iterable[int]) -> QuerySet[ReadingGrant]:
    """Grants open to the reader: given in their compartments, or to them."""
    return ReadingGrant.objects.filter(person_id__in=list(person_ids)).order_by("-pk")[:_MOST_ROWS]


def get_fact(*, uuid: UUID, person: Person) -> IdentityFact:
    """One fact of a file the reader has opened.

    Raises:
        NotFound: there is none open to the reader.
    """
    fact = IdentityFact.objects.filter(uuid=uuid, person=person).first()
    if fact is None:
        raise NotFound(_("There is no such entry in this file."))
    return fact


def get_merge(*, uuid: UUID) -> Merge:
    """One merge of a file of the reader's own offices.

    Raises:
        NotFound: there is none open to the reader.
    """
    merge = Merge.objects.filter(uuid=uuid).select_related("kept", "absorbed").first()
    if merge is None:
        raise NotFound(_("There is no such merge, or the file is not open to you."))
    return merge


def get_hold(*, uuid: UUID) -> ProtectionHold:
    """One hold of the reader's own compartment.

    Raises:
        NotFound: there is none open to the reader.
    """
    hold = ProtectionHold.objects.filter(uuid=uuid).select_related("person").first()
    if hold is None:
        raise NotFound(_("There is no such hold."))
    return hold


def get_document(*, uuid: UUID, person: Person) -> HeldDocument:
    """One document of a file the reader has opened.

    Raises:
        NotFound: there is none open to the reader.
    """
    document = HeldDocument.objects.filter(uuid=uuid, person=person).first()
    if document is None:
        raise NotFound(_("There is no such document in this file."))
    return document


def compartments_to(permission: str, *, for_actor: Actor) -> list[Compartment]:
    """Where the actor may do something, by office."""
    keys = for_actor.compartments_with(permission)
    rows = Compartment.objects.filter(pk__in=keys).select_related("office")
    return list(rows.order_by("office__code", "business")[:_MOST_ROWS])
