"""What a share of a case opens of the people in it: names, language and contact, for its period."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime

from korpu.foundations.accounts.api import Actor, acting, system_actor
from korpu.foundations.casework.enums import Audience
from korpu.foundations.casework.models import Case, CaseShare, ShareReading
from korpu.foundations.casework.sides import side_of
from korpu.foundations.persons.api import ReadingScope, end_reading, grant_reading
from korpu.foundations.persons.models import Person


def open_reading(*, share: CaseShare, person: Person, actor: Actor, at: datetime) -> None:
    """Let the reader of a share read a person's basic facts while it runs."""
    reader = share.user or share.compartment
    if reader is None:
        return
    with hand_of_the_office(share, actor) as hand:
        grant = grant_reading(
            person=person,
            reader=reader,
            granted_in=share.case.compartment_id,
            scope=ReadingScope.BASIC,
            valid_from=share.valid_from,
            valid_until=share.valid_until,
            actor=hand,
            at=at,
        )
        ShareReading.objects.create(share=share, grant=grant)


def end_readings(*, share: CaseShare, actor: Actor, at: datetime) -> None:
    """End everything a share opened of persons."""
    with hand_of_the_office(share, actor):
        for opened in ShareReading.objects.filter(share=share).select_related("grant"):
            end_reading(grant=opened.grant, at=at)


def end_readings_of(*, case: Case, person_id: int, at: datetime) -> None:
    """End what every share of a case opened of one person."""
    opened = ShareReading.objects.filter(share__case=case, grant__person_id=person_id)
    for reading in opened.select_related("grant"):
        end_reading(grant=reading.grant, at=at)


@contextmanager
def hand_of_the_office(share: CaseShare, actor: Actor) -> Iterator[Actor]:
    """The actor, or the service's own hand where an act of another side carries the share along.

    Only the office of a case opens the files of its people; that an act of the liaison shares the
    case is the declared effect of that act, not the liaison's own right.
    """
    if side_of(share.case, actor) is Audience.OFFICE:
        yield actor
    else:
        with acting(system_actor()) as hand:
            yield hand
