"""How the domains meet: nobody of them knows another, the site introduces them."""

from datetime import datetime

from django.utils import timezone

from korpu.domains.assistance import api as assistance
from korpu.domains.calls import api as calls
from korpu.domains.programmes import api as programmes
from korpu.domains.readmission import api as readmission
from korpu.domains.statistics import api as statistics
from korpu.foundations.accounts.api import Actor, acting, system_actor
from korpu.foundations.accounts.models import Compartment
from korpu.foundations.persons.models import Person
from korpu.kernel.texts import Text
from korpu.site.iati_documents import publications_of

RETURN_OF_READMITTED = assistance.ReturnType.FORCED


def connect() -> None:
    """Make arrivals reach the coordinators and extracts reach statistics; called once at start."""
    readmission.on_arrival(refer_to_support)
    calls.on_contract_ended(leave_returnees)
    programmes.register_document_source("information", publications_of)
    programmes.register_counter(
        programmes.Counter(
            id="assistance.persons",
            title=Text(
                az="Reinteqrasiya dəstəyi almış şəxslər",
                en="Persons who received reintegration support",
                ru="Лица, получившие поддержку реинтеграции",
            ),
            unit=Text(az="nəfər", en="persons", ru="чел."),
            count=count_supported_persons,
            protects=True,
        )
    )
    statistics.register_extract(
        statistics.Extract(
            name=readmission.READMISSION_APPLICATIONS,
            title=Text(
                az="Readmissiya sorğuları",
                en="Readmission applications",
                ru="Ходатайства о реадмиссии",
            ),
            grain=("pseudonym",),
            row_type=readmission.ReadmissionApplicationRow,
            collect=readmission.collect_readmission_applications,
        )
    )
    statistics.register_extract(
        statistics.Extract(
            name=readmission.READMISSION_CASES,
            title=Text(
                az="Bütün readmissiya prosedurları üzrə işlər",
                en="Cases of every readmission procedure",
                ru="Дела по всем процедурам реадмиссии",
            ),
            grain=("pseudonym",),
            row_type=readmission.ReadmissionCaseRow,
            collect=readmission.collect_readmission_cases,
        )
    )
    statistics.register_extract(
        statistics.Extract(
            name="assistance_plans",
            title=Text(
                az="Dəstək planları, hər ehtiyac bir sətir",
                en="Support plans, one row per need",
                ru="Планы поддержки, строка на потребность",
            ),
            grain=("pseudonym", "need"),
            row_type=assistance.AssistancePlanRow,
            collect=assistance.collect_plans,
        )
    )


def count_supported_persons(query: programmes.CountQuery) -> programmes.Counted:
    """People supported under the support programme of the project's code; counts alone.

    Counted as the service's own hand: whoever asks sees no plan and no person.
    """
    with acting(system_actor()):
        by_sex = assistance.count_supported(query.project.code, query.first, query.last)
    unknown = by_sex.pop("X", 0)
    words = Text(
        az="Bu proqram üzrə təsdiq edilmiş planı olan, planı dövr ərzində açılmış şəxslər",
        en="Persons with an approved plan of this programme opened within the period",
        ru="Лица с утверждённым планом этой программы, открытым в течение периода",
    )
    return programmes.Counted(
        total=sum(by_sex.values()) + unknown,
        query=words,
        splits={"sex": by_sex},
        unknown={"sex": unknown},
    )


def refer_to_support(arrived: readmission.Arrived, actor: Actor, at: datetime) -> None:  # noqa: ARG001  the shape of a listener
    """Hand a returnee who agreed to the coordinators, as the service's own hand.

    The border officer neither sees nor writes the coordinators' intake.
    """
    if not arrived.wants_support:
        return
    with acting(system_actor()):
        intake = Compartment.objects.filter(business="assistance").order_by("pk").first()
        if intake is None:
            return
        assistance.refer_arrival(
            person=Person.objects.get(pk=arrived.person_id),
            compartment=intake,
            source_case_uuid=arrived.case_uuid,
            return_type=RETURN_OF_READMITTED,
            arrived_on=timezone.localdate(arrived.arrived_at),
        )


def leave_returnees(ended: calls.ContractEnded, actor: Actor, at: datetime) -> None:
    """Take the returnees out of the sight of mentors whose contract ended early."""
    if ended.role != "mentor":
        return
    for user in ended.users:
        assistance.end_mentorships(mentor=user, reason=ended.reason, actor=actor, at=at)
