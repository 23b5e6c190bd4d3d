"""What pages and other rooms read of a person; each reading is recorded."""

from collections.abc import Iterable
from uuid import UUID

from django.db import connection
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from korpu.foundations.accounts.api import Actor
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
from korpu.foundations.persons.search import Candidate, candidates_of
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
    return candidates_of(uuids=[uuid])[0]


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
    people = Person.objects.filter(pk__in=set(person_ids)).select_related("merged_into")
    return {person.pk: (person.merged_into or person).name for person in people}


def facts_of(person: Person) -> QuerySet[IdentityFact]:
    """Facts open to the reader, standing first, newest first within a kind."""
    return (
        IdentityFact.objects.filter(person=person)
        .select_related("recorded_by")
        .order_by("kind", "superseded_at", "-recorded_at", "-pk")[:_MOST_ROWS]
    )


def documents_of(person: Person) -> QuerySet[HeldDocument]:
    """Documents open to the reader, those recorded last first; empty with the basic scope."""
    return (
        HeldDocument.objects.filter(person=person, withdrawn_at__isnull=True)
        .select_related("recorded_by")
        .order_by("-recorded_at", "-pk")[:_MOST_ROWS]
    )


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
        .select_related("absorbed", "merged_by", "undone_by")
        .order_by("-merged_at", "-pk")[:_MOST_ROWS]
    )


def holds_of(person: Person) -> QuerySet[ProtectionHold]:
    """Holds of protection in the reader's compartments; empty for everybody else."""
    return ProtectionHold.objects.filter(person=person).order_by("-valid_from", "-pk")[:_MOST_ROWS]


def reading_grants_of(person_ids: Iterable[int]) -> QuerySet[ReadingGrant]:
    """Grants open to the reader: given in their compartments, or to them."""
    return ReadingGrant.objects.filter(person_id__in=list(person_ids)).order_by("-pk")[:_MOST_ROWS]
