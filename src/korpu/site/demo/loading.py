"""Making the fictional world, in the order in which it could have happened."""

from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from random import Random

from django.utils import timezone

from korpu.domains.assistance import api as assistance
from korpu.domains.calls import api as calls
from korpu.domains.events import api as events
from korpu.domains.information import api as information
from korpu.domains.programmes import api as programmes
from korpu.foundations.accounts.api import acting, jurisdiction_folder, system_actor
from korpu.foundations.accounts.models import Compartment, User
from korpu.foundations.accounts.services import load_organisations
from korpu.foundations.casework.api import Case
from korpu.foundations.codelists.api import load_codelists
from korpu.foundations.persons import api as persons
from korpu.foundations.persons.models import Person
from korpu.site.demo import figures
from korpu.site.demo.calls import announce_calls
from korpu.site.demo.cast import Cast, address_of, declared_cast, hire, present_cast
from korpu.site.demo.desks import fill_desks
from korpu.site.demo.gatherings import hold_events
from korpu.site.demo.iati import publish_files
from korpu.site.demo.names import MadeUpPerson, document_number, draw_person
from korpu.site.demo.procedures import show_procedures
from korpu.site.demo.publications import publish_works
from korpu.site.demo.readmissions import Telling
from korpu.site.demo.stories import plan_stories
from korpu.site.demo.supports import Support, waiting_referrals

Report = Callable[[str], None]

STORIES = 440
PEOPLE = 3_000
FIRST_DAY = timedelta(days=3 * 365)
_EVERY = 100
_MADE_UP_PROJECTS = Path(__file__).parent / "data" / "projects"
_MADE_UP_BODIES = Path(__file__).parent / "data" / "organisations.yaml"


def is_prepared() -> bool:
    """Whether somebody can log in."""
    with acting(system_actor()):
        return User.objects.filter(email=address_of(declared_cast()[-1]["key"])).exists()


def is_populated() -> bool:
    """Whether the fictional world is complete."""
    with acting(system_actor()):
        return Person.objects.count() >= PEOPLE


def prepare(report: Report) -> None:
    """The jurisdiction's lists and bodies, the public figures, and the cast."""
    now = timezone.now()
    with acting(system_actor()) as system:
        load_codelists(at=now)
        load_organisations(file=jurisdiction_folder() / "organisations.yaml", actor=system)
        load_organisations(file=_MADE_UP_BODIES, actor=system)
        assistance.load_programmes(jurisdiction_folder() / "programmes")
        programmes.load_projects(jurisdiction_folder() / "projects", actor=system, at=now)
        programmes.load_projects(_MADE_UP_PROJECTS, actor=system, at=now)
        information.load_publications(actor=system, at=now)
        events.load_events(actor=system, at=now)
        calls.load_past_calls(at=now)
        hire(since=timezone.localdate(now) - FIRST_DAY, actor=system, at=now)
        cast = present_cast()
    hold_events(cast, today=timezone.localdate(now))
    publish_works(cast, today=timezone.localdate(now), at=now)
    publish_files(cast)
    report("the jurisdiction and the cast")
    announce_calls(cast, at=now)
    report("two calls for proposals")
    show_procedures(cast, at=now)
    report("a case of each readmission procedure")
    fill_desks(cast, today=timezone.localdate(now))
    report("a case of each general procedure")
    figures.load_public_table()
    report("UNHCR's public figures")


def populate(report: Report, *, stories: int = STORIES, people: int = PEOPLE) -> None:
    """Two years of cases up to today, support for those who arrived, people, and figures.

    What an interrupted run made stays; this one goes on behind it.
    """
    today = timezone.localdate()
    with acting(system_actor()):
        cast = present_cast()
    _tell_stories(cast, today, report, stories)
    _support(cast, today, report)
    figures.release_quarters(cast, today=today)
    report("statistics of the last quarters")
    _invite_people(today, report, people)


def _tell_stories(cast: Cast, today: date, report: Report, count: int) -> None:
    with acting(system_actor()):
        known = set(Case.objects.exclude(reference="").values_list("reference", flat=True))
    stories = sorted(plan_stories(count, today=today), key=lambda story: story.received_at)
    for told, story in enumerate(stories, start=1):
        telling = Telling(story, cast)
        if telling.reference not in known:
            with acting(system_actor()):
                telling.tell()
        if told % _EVERY == 0 or told == count:
            report(f"{told} of {count} readmission cases")


def _support(cast: Cast, today: date, report: Report) -> None:
    referrals = waiting_referrals()
    for referral in referrals[: -len(referrals) // 12 or None]:
        with acting(system_actor()):
            Support(referral, cast, today=today).carry_out()
    report(f"{len(referrals)} people who asked for support")


def _invite_people(today: date, report: Report, wanted: int) -> None:
    """People the service knows from elsewhere, so that a search has somebody to find."""
    with acting(system_actor()):
        office = Compartment.objects.get(office__code="sms-readmission", business="readmission")
        missing = wanted - Person.objects.count()
    for number in range(missing):
        random = Random(f"korpu-person-{wanted - missing + number}")  # noqa: S311  made up
        with acting(system_actor()):
            person = draw_person(random, born_before=today)
            _register(person, document_number(random), office)
        if (number + 1) % 500 == 0:
            report(f"{number + 1} of {missing} further people")


def _register(person: MadeUpPerson, number: str, office: Compartment) -> None:
    system, now = system_actor(), timezone.now()
    query = persons.PersonQuery(name=f"{person.surname} {person.given_names}")
    source = persons.Source(persons.SourceKind.REGISTER, "Demonstration")
    made = persons.create_person(
        facts=_facts(person),
        source=source,
        compartment=office,
        searched=persons.search_persons(query=query, actor=system, at=now).receipt,
        actor=system,
        at=now,
    )
    persons.record_document(
        person=made,
        kind="passport",
        issuer="AZE",
        number=number,
        issued_on=None,
        valid_until=None,
        actor=system,
        at=now,
    )


def _facts(person: MadeUpPerson) -> list[persons.Fact]:
    kinds = persons.FactKind
    stated = {
        kinds.SURNAME: person.surname,
        kinds.GIVEN_NAMES: person.given_names,
        kinds.PATRONYMIC: person.patronymic,
        kinds.SEX: person.sex,
        kinds.BIRTH_DATE: person.birth_date.isoformat(),
        kinds.BIRTH_PLACE: person.birth_place,
        kinds.NATIONALITY: "AZE",
    }
    return [persons.Fact(kind, value) for kind, value in stated.items()]
