"""Persons for tests of every room, made through the services.

>>> person = make_person("Əliyev", "Elman", compartment=compartment)
"""

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from django.utils import timezone

from korpu.foundations.accounts.api import acting, system_actor
from korpu.foundations.accounts.models import Compartment
from korpu.foundations.persons.enums import FactKind, SourceKind
from korpu.foundations.persons.facts import Fact, Source
from korpu.foundations.persons.models import Person
from korpu.foundations.persons.search import PersonQuery
from korpu.foundations.persons.services.involvement import involve
from korpu.foundations.persons.services.registration import create_person
from korpu.foundations.persons.services.searching import search_persons

PASSPORT = Source(SourceKind.DOCUMENT, "passport")


def make_person(  # noqa: PLR0913 - one argument per fact
    surname: str = "Əliyev",
    given_names: str = "Elman",
    *,
    compartment: Compartment,
    birth_date: str = "1990-05-17",
    sex: str = "M",
    nationality: str = "AZE",
    facts: Iterable[Fact] = (),
    case_uuid: UUID | None = None,
    at: datetime | None = None,
) -> Person:
    """A person registered in a compartment, and involved in a case of it when one is given."""
    at = at or timezone.now()
    stated = {
        FactKind.SURNAME: surname,
        FactKind.GIVEN_NAMES: given_names,
        FactKind.BIRTH_DATE: birth_date,
        FactKind.SEX: sex,
        FactKind.NATIONALITY: nationality,
    }
    with acting(system_actor()) as system:
        query = PersonQuery(name=f"{surname} {given_names}")
        person = create_person(
            facts=[*(Fact(kind, value) for kind, value in stated.items()), *facts],
            source=PASSPORT,
            compartment=compartment,
            searched=search_persons(query=query, actor=system, at=at).receipt,
            actor=system,
            at=at,
        )
        if case_uuid is not None:
            involve(person=person, case_uuid=case_uuid, compartment=compartment, part="subject")
    return person
