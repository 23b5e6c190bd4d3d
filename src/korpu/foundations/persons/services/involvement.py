"""Who takes part in which case, and who may read a file without a case of their own."""

from datetime import date, datetime
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from korpu.foundations.accounts.api import Actor
from korpu.foundations.accounts.models import Compartment, User
from korpu.foundations.persons.enums import ReadingScope
from korpu.foundations.persons.models import Involvement, Person, ReadingGrant
from korpu.foundations.persons.search import Candidate
from korpu.kernel.errors import InvalidInput


def involve(
    *, person: Person | Candidate, case_uuid: UUID, compartment: Compartment | int, part: str
) -> Involvement:
    """Let a person take part in a case; readers of its compartment may then read the file.

    Called by the room that owns cases, inside its own act. A candidate of a search may be involved
    before the file is readable: that is how an office comes to know a person another office knew.
    Repeating it changes nothing.
    """
    row, _created = Involvement.objects.get_or_create(
        person_id=person.id,
        case_uuid=case_uuid,
        part=part,
        defaults={"compartment_id": _key(compartment)},
    )
    return row


def end_involvement(*, person: Person, case_uuid: UUID, part: str) -> None:
    """Undo an involvement recorded by mistake (the wrong person was chosen)."""
    Involvement.objects.filter(person=person, case_uuid=case_uuid, part=part).delete()


def grant_reading(
    *,
    person: Person,
    reader: User | Compartment,
    granted_in: Compartment | int,
    scope: ReadingScope,
    valid_from: date,
    valid_until: date,
    actor: Actor,
    at: datetime,
) -> ReadingGrant:
    """Let one person or one compartment read a file for a period.

    ``basic`` shows names, contact and language only: no documents, no restricted facts.

    Raises:
        InvalidInput: the period ends before it begins.
    """
    if valid_until < valid_from:
        raise InvalidInput(
            _("The period ends before it begins."),
            fields={"valid_until": _("Choose a last day on or after the first day.")},
        )
    return ReadingGrant.objects.create(
        person=person,
        user=reader if isinstance(reader, User) else None,
        compartment=reader if isinstance(reader, Compartment) else None,
        granted_in_id=_key(granted_in),
        scope=scope,
        valid_from=valid_from,
        valid_until=valid_until,
        granted_by_id=actor.user_id,
        granted_at=at,
    )


def end_reading(*, grant: ReadingGrant, at: datetime) -> None:
    """End a grant now; ending an ended one changes nothing."""
    if grant.ended_at is None:
        grant.ended_at = at
        grant.save(update_fields=("ended_at",))


def _key(compartment: Compartment | int) -> int:
    return compartment if isinstance(compartment, int) else compartment.pk
