"""A search that leaves a receipt: the door to registering a person."""

from dataclasses import dataclass
from datetime import datetime

from korpu.foundations.accounts.api import Actor
from korpu.foundations.audit.api import record_reading
from korpu.foundations.persons.models import SearchReceipt
from korpu.foundations.persons.search import Candidate, PersonQuery, find_candidates


@dataclass(frozen=True, slots=True)
class SearchResult:
    """Candidates, likeliest first, and the proof that they were looked at."""

    candidates: list[Candidate]
    receipt: SearchReceipt


def search_persons(*, query: PersonQuery, actor: Actor, at: datetime) -> SearchResult:
    """Search and keep a receipt; what was shown of whom is recorded as a reading.

    Raises:
        NotPermitted: the actor may not search.
        InvalidInput: nothing searchable was asked for.
    """
    candidates = find_candidates(query=query, for_actor=actor)
    receipt = SearchReceipt.objects.create(
        actor_id=actor.user_id,
        searched_at=at,
        keys=list(query.keys),
        name=query.name,
        birth_year=query.birth_year,
        document_number=query.document_number,
        found=[candidate.uuid for candidate in candidates],
    )
    record_reading(
        actor=actor,
        object_type="persons.search",
        object_uuid=receipt.uuid,
        person_uuids=receipt.found,
        purpose="search",
    )
    return SearchResult(candidates, receipt)
