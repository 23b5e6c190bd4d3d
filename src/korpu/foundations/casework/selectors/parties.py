"""Reading who takes part in a case."""

from dataclasses import dataclass
from uuid import UUID

from korpu.foundations.accounts.api import Actor
from korpu.foundations.casework.models import Case, CaseParty
from korpu.foundations.casework.selectors.papers import MOST
from korpu.foundations.persons.api import display_names


@dataclass(frozen=True, slots=True)
class PersonIn:
    """A person of a case.

    Attributes:
        name: as the standing identity facts give it.
        part: in words.
    """

    uuid: UUID
    name: str
    part: str


def people_of(*, case: Case, for_actor: Actor) -> list[PersonIn]:
    """Everybody who takes part in a case and whom the actor may see."""
    parties = CaseParty.objects.filter(case=case).order_by("added_at").select_related("person")
    found = list(parties[:MOST])
    names = display_names(person_ids={party.person_id for party in found}, for_actor=for_actor)
    return [
        PersonIn(party.person.uuid, names[party.person_id], str(party.get_part_display()))
        for party in found
        if party.person_id in names
    ]
