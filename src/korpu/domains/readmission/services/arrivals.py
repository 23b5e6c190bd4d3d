"""Effect of an arrival: the handover, and who is told of it."""

from datetime import datetime

from korpu.domains.readmission.hooks import Arrived, tell_of_arrival
from korpu.domains.readmission.models import Arrival
from korpu.domains.readmission.services.records import given, owned
from korpu.domains.readmission.services.travel import end_notice, standing_notice
from korpu.foundations.accounts.api import Actor
from korpu.foundations.casework.api import ActDone, Case
from korpu.foundations.persons.models import Person


def write_arrival(done: ActDone) -> None:
    """Effect of ``confirm_arrival``: the handover; whoever listens is told.

    Data: ``arrived_at``, ``handover_note``, ``wants_support``. A person who came on a document of
    their own may not be linked to the register yet: then it is told when they are.
    """
    notice = standing_notice(done)
    arrival = Arrival.objects.create(
        notice=notice,
        arrived_at=given(done)["arrived_at"],
        crossing_point=notice.crossing_point,
        handover_note=given(done).get("handover_note", ""),
        wants_support=given(done)["wants_support"],
        **owned(done),
    )
    end_notice(done)
    if done.case.subject_id is not None:
        _tell(arrival, done.case, done.case.subject_id, actor=done.actor, at=done.at)


def tell_of_late_link(*, case: Case, person: Person, actor: Actor, at: datetime) -> None:
    """Tell of an arrival that was recorded before anybody knew who the person is."""
    arrival = Arrival.objects.filter(case=case).first()
    if arrival is not None:
        _tell(arrival, case, person.pk, actor=actor, at=at)


def _tell(arrival: Arrival, case: Case, person_id: int, *, actor: Actor, at: datetime) -> None:
    tell_of_arrival(
        Arrived(
            case_uuid=case.uuid,
            person_id=person_id,
            arrived_at=arrival.arrived_at,
            wants_support=arrival.wants_support,
        ),
        actor=actor,
        at=at,
    )
