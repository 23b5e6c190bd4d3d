"""One made-up case of each procedure on the general pages, each at another point of its way."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from random import Random

from django.utils import timezone

from korpu.engines.procedure.api import Citation, FactValue
from korpu.foundations.accounts.api import Actor, acting, system_actor
from korpu.foundations.accounts.models import Compartment
from korpu.foundations.casework.api import Case, assign_case, open_case, perform_act
from korpu.foundations.casework.services.decision_letters import write_decision_letters
from korpu.foundations.casework.services.enquiries import Question, ask_body
from korpu.foundations.law.enums import ChangeKind
from korpu.foundations.law.services.drafting import Entered, draft_change
from korpu.foundations.law.services.publishing import publish_change
from korpu.foundations.organisations.models import Organisation
from korpu.foundations.persons import api as persons
from korpu.foundations.persons.models import Person
from korpu.kernel.ids import new_id
from korpu.site.demo.cast import Cast
from korpu.site.demo.names import document_number, draw_person

_FORM, _OFFICER, _CHIEF = "DEMO-", "residence", "residence_chief"
_REASONS = "Made up for the demonstration: the papers were read and compared with the law."
NEW_TERM, IN_FORCE_AFTER = 10, timedelta(days=60)
_IN_FUTURE = timedelta(days=60)


@dataclass(frozen=True)
class _Act:
    """One act: how many days ago, by whom, what it states."""

    days_ago: int
    name: str
    by: str = _OFFICER
    facts: Mapping[str, FactValue] = field(default_factory=dict)


Way = tuple[_Act, ...]


def _ways(today: date) -> dict[str, Way]:
    """The acts of each case; the first opens it."""
    soon, complete = today + _IN_FUTURE, {"documents_complete": True}
    stay: dict[str, FactValue] = {"stay_until": soon, "ground": "relative", "speed": "standard"}
    work: dict[str, FactValue] = {"work_from": soon, "ground": "ordinary", "speed": "standard"}
    entered: dict[str, FactValue] = {"entered_on": today, "entry_basis": "visa_free"}
    clear: dict[str, FactValue] = {"gate_clear": True}
    return {
        "az/stay-registration": (_Act(0, "file_registration", facts=entered),),
        "az/stay-extension": (
            _Act(10, "file_application", facts=stay),
            _Act(8, "examine_reasons"),
            _Act(2, "refuse_extension", _CHIEF),
        ),
        "az/temporary-residence": (
            _Act(12, "file_application", facts=stay),
            _Act(11, "begin_examination", facts=complete),
            _Act(10, "settle_fingerprints"),
            _Act(9, "request_opinion"),
        ),
        "az/temporary-residence-extension": (
            _Act(6, "file_application", facts=stay),
            _Act(5, "ask_documents"),
        ),
        "az/permanent-residence": (
            _Act(20, "file_application", facts={"permit_until": soon, "ground": "relative"}),
            _Act(18, "begin_examination", facts=complete),
            _Act(17, "settle_fingerprints"),
        ),
        "az/work-permit": (
            _Act(14, "file_application", facts=work),
            _Act(13, "begin_examination", facts=complete),
            _Act(12, "request_opinion"),
            _Act(7, "record_opinion"),
            _Act(3, "grant_permit", _CHIEF, {"ground_exists": True, "quota_place": True}),
        ),
        "az/removal": (
            _Act(5, "open_removal", facts={"ground": "visa_cancelled"}),
            _Act(4, "check_bars", facts=clear),
            _Act(4, "hear_person"),
            _Act(3, "propose_removal"),
        ),
        "az/asylum": (
            _Act(15, "record_wish", "asylum"),
            _Act(14, "register_application", "asylum"),
            _Act(13, "issue_certificate", "asylum"),
            _Act(12, "settle_guardian", "asylum"),
            _Act(6, "hold_status_interview", "asylum"),
        ),
    }


def fill_desks(cast: Cast, *, today: date) -> None:
    """The cases, an answer waited for, a letter to be sent, a change of the law to come; once."""
    with acting(system_actor()) as system:
        if Case.objects.filter(reference__startswith=_FORM).exists():
            return
        for number, (procedure, way) in enumerate(_ways(today).items(), 1):
            case = _told(procedure, way, f"{_FORM}{number:02d}", cast, today, system)
            officer = cast.accounts[way[0].by]
            chief = cast.on("asylum_chief" if way[0].by == "asylum" else _CHIEF, today)
            assign_case(case=case, user=officer, actor=chief, at=timezone.now())
    with acting(cast.on(_CHIEF, today)) as chief:
        _wait_for_an_answer(chief, today)
        _write_a_letter(chief)
    _amend_the_law(cast, today)


def _told(procedure: str, way: Way, reference: str, cast: Cast, today: date, system: Actor) -> Case:
    opening, *others = way
    place = "protection" if opening.by == "asylum" else "residence"
    compartment = Compartment.objects.get(office__code=f"sms-{place}", business=place)
    at = _moment(today, opening.days_ago)
    case = open_case(
        procedure=procedure,
        compartment=compartment,
        counterpart=None,
        subject=_person(reference, compartment, system, at),
        act=opening.name,
        facts=opening.facts,
        actor=cast.on(opening.by, timezone.localdate(at)),
        at=at,
        effective_on=timezone.localdate(at),
        reference=reference,
        client_key=new_id(),
    )
    for count, step in enumerate(others, 1):
        moment = _moment(today, step.days_ago)
        perform_act(
            case=case,
            act=step.name,
            actor=cast.on(step.by, timezone.localdate(moment)),
            at=moment,
            effective_on=timezone.localdate(moment),
            facts=step.facts,
            note=_REASONS,
            expected_act_count=count,
        )
    return case


def _moment(today: date, days_ago: int) -> datetime:
    """In the morning of a past day; of today: now."""
    if days_ago == 0:
        return timezone.now()
    return timezone.make_aware(datetime.combine(today - timedelta(days=days_ago), time(10)))


def _person(reference: str, place: Compartment, system: Actor, at: datetime) -> Person:
    random = Random(reference)  # noqa: S311  made up
    drawn, kinds = draw_person(random, born_before=timezone.localdate(at)), persons.FactKind
    query = persons.PersonQuery(name=f"{drawn.surname} {drawn.given_names}")
    stated = {
        kinds.SURNAME: drawn.surname,
        kinds.GIVEN_NAMES: drawn.given_names,
        kinds.SEX: drawn.sex,
        kinds.BIRTH_DATE: drawn.birth_date.isoformat(),
        kinds.NATIONALITY: "TUR",
        kinds.LANGUAGE: "ru",
    }
    made = persons.create_person(
        facts=[persons.Fact(kind, value) for kind, value in stated.items()],
        source=persons.Source(persons.SourceKind.REGISTER, "Demonstration"),
        compartment=place,
        searched=persons.search_persons(query=query, actor=system, at=at).receipt,
        actor=system,
        at=at,
    )
    persons.record_document(
        person=made,
        kind="passport",
        issuer="TUR",
        number=document_number(random),
        issued_on=None,
        valid_until=None,
        actor=system,
        at=at,
    )
    return made


def _case_of(procedure: str) -> Case:
    return Case.objects.get(procedure=procedure, reference__startswith=_FORM)


def _wait_for_an_answer(actor: Actor, today: date) -> None:
    """The ministry of labour is asked about a work permit's holder."""
    question = Question(
        organisation=Organisation.objects.get(code="az-labour"),
        address="labour@demo.example",
        language="az",
        title="Əmək müqaviləsinin qeydiyyatı",
        text="Əmək müqaviləsi elektron sistemdə qeydiyyata alınıbmı? (Uydurulmuş sual.)",
        due_on=today + timedelta(days=4),
    )
    ask_body(case=_case_of("az/work-permit"), question=question, actor=actor, at=timezone.now())


def _write_a_letter(actor: Actor) -> None:
    """The refusal of an extension is written and waits to be sent."""
    case = _case_of("az/stay-extension")
    decision = case.acts.get(act="refuse_extension")
    write_decision_letters(
        case=case,
        act=decision,
        language="ru",
        addressee="Nümunəvi Ünvançı\nNümunə küçəsi 1, Bakı",
        actor=actor,
        at=timezone.now(),
    )


def _amend_the_law(cast: Cast, today: date) -> None:
    """A made-up act gives another time to reply, from a day that has not come."""
    entered = Entered(
        kind=ChangeKind.NUMBER,
        subject="rd.reply.normal",
        law=Citation("Made-up amending act of the demonstration", "Art. 1", "unverified"),
        valid_from=today + IN_FORCE_AFTER,
        quantity=NEW_TERM,
        note="Invented, to show a change of the law that is still to come.",
    )
    with acting(system_actor()):
        draft = draft_change(
            entered=entered, actor=cast.on("administrator", today), at=timezone.now()
        )
    with acting(system_actor()):
        publish_change(
            change=draft,
            digest=draft.digest,
            actor=cast.on("lawyer", today),
            at=timezone.now(),
        )
