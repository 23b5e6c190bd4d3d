"""Reading who takes part in a case."""

from dataclasses import dataclass
from uuid import UUID

from django.utils import timezone

from korpu.foundations.accounts.api import Actor
from korpu.foundations.casework.enums import Part
from korpu.foundations.casework.models import Case, CaseParty
from korpu.foundations.casework.selectors.papers import MOST
from korpu.foundations.casework.selectors.rows import rows_of
from korpu.foundations.persons.api import display_names
from korpu.foundations.persons.models import Person


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


def cases_of_person(person: Person, for_actor: Actor) -> dict[str, object]:
    """What the person's page shows of cases the reader may see, the newest first."""
    parts = CaseParty.objects.filter(person__in=[person.pk, *_absorbed(person)])
    parts = parts.exclude(part=Part.REPLACED)
    cases = Case.objects.filter(pk__in=parts.values("case_id")).order_by("-pk")[:MOST]
    rows = rows_of(cases=list(cases), for_actor=for_actor, on=timezone.localdate())
    return {"rows": rows, "may_open": for_actor.may("casework.case.open"), "uuid": person.uuid}


def _absorbed(person: Person) -> list[int]:
    """Records merged into this one: cases keep pointing at the record they were opened with."""
    return list(person.merged_from.values_list("pk", flat=True))
