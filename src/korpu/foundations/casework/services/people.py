"""Who takes part in a case and who works on it."""

from datetime import datetime

from django.db import transaction

from korpu.foundations.accounts.api import Actor
from korpu.foundations.accounts.models import Compartment, User
from korpu.foundations.casework import sentences, wording
from korpu.foundations.casework.enums import Part
from korpu.foundations.casework.models import Assignment, Case, CaseParty
from korpu.foundations.casework.notices import tell_assigned
from korpu.foundations.casework.people import colleagues_in
from korpu.foundations.casework.running import running_shares
from korpu.foundations.casework.services.locks import lock_case
from korpu.foundations.casework.services.readings import end_readings_of, open_reading
from korpu.foundations.persons.api import involve
from korpu.foundations.persons.models import Person
from korpu.kernel.errors import InvalidInput, NotPossibleNow


def add_party(*, case: Case, person: Person, part: str, actor: Actor, at: datetime) -> CaseParty:
    """Make a person take part in a case; part ``subject`` makes them the one it is about.

    Those the case is shared with may read the person's basic facts for as long as the share runs.
    A case has one subject: whoever was it before is noted as named by mistake, and nobody reads
    their facts by way of this case any more. Doing it twice changes nothing.
    """
    with transaction.atomic():
        if part == Part.SUBJECT:
            _make_room(case, person, at)
        party, is_new = CaseParty.objects.get_or_create(
            case=case, person=person, part=part, defaults={"added_at": at}
        )
        involve(person=person, case_uuid=case.uuid, compartment=case.compartment_id, part=part)
        if part == Part.SUBJECT and case.subject_id != person.pk:
            case.subject = person
            case.save(update_fields=("subject",))
        if is_new:
            for share in running_shares().filter(case=case):
                open_reading(share=share, person=person, actor=actor, at=at)
    return party


def name_counterpart(
    *,
    case: Case,
    counterpart: Compartment,
    actor: Actor,  # noqa: ARG001 - a writer names its actor; the trail has it from the connection
    at: datetime,  # noqa: ARG001 - likewise
) -> None:
    """Let another side follow a case that was opened without one; within an act of the office.

    Raises:
        NotPossibleNow: another body follows it already.
    """
    with transaction.atomic():
        locked = lock_case(case)
        if locked.counterpart_id not in {None, counterpart.pk}:
            raise NotPossibleNow(wording.FOLLOWED_ALREADY)
        case.counterpart = counterpart
        case.save(update_fields=("counterpart",))


def _make_room(case: Case, person: Person, at: datetime) -> None:
    """The subject before steps back; a person named again is no longer there by mistake."""
    parties = CaseParty.objects.filter(case=case)
    parties.filter(person=person, part=Part.REPLACED).update(part=Part.SUBJECT)
    for former in parties.filter(part=Part.SUBJECT).exclude(person=person):
        former.part = Part.REPLACED
        former.save(update_fields=("part",))
        end_readings_of(case=case, person_id=former.person_id, at=at)


def assign_case(*, case: Case, user: User | None, actor: Actor, at: datetime) -> None:
    """Give a case to somebody of its office, or to nobody.

    Raises:
        NotPermitted: the actor may not assign cases of this office.
        InvalidInput: the person holds no role in the case's office.
    """
    actor.check("casework.case.assign", compartment_id=case.compartment_id)
    if user is not None and user.pk not in dict(colleagues_in(case.compartment_id)):
        raise InvalidInput(sentences.INPUT_REFUSED, fields={"user": sentences.ASSIGNEE_CANNOT_SEE})
    with transaction.atomic():
        locked = lock_case(case)
        if locked.assigned_to_id == (user.pk if user else None):
            return
        Assignment.objects.filter(case=locked, ended_at=None).update(ended_at=at)
        if user is not None:
            Assignment.objects.create(
                case=locked, user=user, assigned_by_id=actor.user_id, assigned_at=at
            )
        locked.assigned_to = user
        locked.save(update_fields=("assigned_to",))
        if user is not None:
            tell_assigned(case=locked, user_id=user.pk, actor=actor, at=at)
