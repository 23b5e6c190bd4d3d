"""What somebody may open a case of, and for whom."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from korpu.engines.procedure.api import Act, Procedure
from korpu.foundations.accounts.api import Actor
from korpu.foundations.accounts.models import Compartment
from korpu.foundations.casework import sentences
from korpu.foundations.casework.declared import DeclaredCaseType
from korpu.foundations.casework.engine import library
from korpu.foundations.casework.registry import case_types
from korpu.foundations.persons.api import display_names, get_person
from korpu.foundations.persons.models import Person
from korpu.kernel.errors import NotFound, NotPermitted

PERMISSION = "casework.case.open"


@dataclass(frozen=True, slots=True)
class Openable:
    """A procedure whose cases the reader may open.

    Attributes:
        act: the opening act.
        compartments: the reader's own that hold such cases, never empty.
    """

    procedure: Procedure
    act: Act
    compartments: Sequence[Compartment]


@dataclass(frozen=True, slots=True)
class Subject:
    """The person a case is to be about."""

    person: Person
    name: str


def openable_procedures(*, for_actor: Actor, on: date) -> list[Openable]:
    """The procedures in force whose opening act a role of the reader may do, by title."""
    places = list(Compartment.objects.filter(pk__in=for_actor.compartments_with(PERMISSION)))
    found = [
        _openable(kind.procedure, [each for each in places if each.business == kind.business], on)
        for kind in case_types()
        if isinstance(kind, DeclaredCaseType)
    ]
    mine = [_for(each, for_actor) for each in found if each is not None]
    return sorted(
        (each for each in mine if each.compartments), key=lambda each: str(each.procedure.title)
    )


def openable(*, identifier: str, for_actor: Actor, on: date) -> Openable:
    """One of them.

    Raises:
        NotPermitted: the reader may not open such a case, or there is no such procedure.
    """
    for each in openable_procedures(for_actor=for_actor, on=on):
        if each.procedure.id == identifier:
            return each
    raise NotPermitted(sentences.MAY_NOT_OPEN, facts={"procedure": identifier})


def subject_of(*, uuid: UUID | None, for_actor: Actor) -> Subject | None:
    """The person a case is to be opened for; the reading is recorded. None: nobody named.

    Raises:
        NotFound: there is none, or none this reader may know of.
    """
    if uuid is None:
        return None
    person = get_person(uuid=uuid, for_actor=for_actor, purpose="open case")
    names = display_names(person_ids={person.pk}, for_actor=for_actor)
    return Subject(person, names.get(person.pk, ""))


def _openable(identifier: str, places: Sequence[Compartment], on: date) -> Openable | None:
    try:
        procedure = library().procedure(identifier, on=on)
    except NotFound:
        return None
    return Openable(procedure, procedure.opening_acts[0], places)


def _for(found: Openable, actor: Actor) -> Openable:
    places = [each for each in found.compartments if actor.roles_in(each.pk) & found.act.roles]
    return Openable(found.procedure, found.act, places)
