"""Two fictional calls under a real project: one takes applications, one is decided."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from decimal import Decimal

from django.core.files.base import ContentFile
from django.utils import timezone

from korpu.domains.calls import api as calls
from korpu.domains.programmes import api as programmes
from korpu.foundations.accounts.api import NOBODY, Actor, acting, actor_of, system_actor
from korpu.foundations.accounts.models import Compartment
from korpu.foundations.ui import pdf
from korpu.kernel.texts import Text
from korpu.site.demo.cast import Cast

PROJECT = "mobilaze-2"
OPEN, DECIDED = "DEMO-2", "DEMO-1"
ASSESSORS = ("assessor", "assessor_2")
POINTS = {"Nümunə Dayaq İctimai Birliyi": (9, 4), "Misal İctimai Birliyi": (5, 3)}
MENTORS = Text(
    az="Reinteqrasiya mentorları üçün müsabiqə",
    en="Call for reintegration mentors",
    ru="Конкурс наставников по реинтеграции",
)
ASKED = Text(
    az="Qayıdan şəxsləri müşayiət edən iki mentor axtarılır. Mentor ayda ən azı iki dəfə görüşür, "
    "planı birlikdə hazırlayır və göstərilən yardımı sənədlə təsdiqləyir.",
    en="Two mentors are sought to accompany people who returned. A mentor meets each person at "
    "least twice a month, drafts the plan together with them and proves the help given.",
    ru="Требуются два наставника для сопровождения вернувшихся. Наставник встречается с человеком "
    "не реже двух раз в месяц, вместе с ним составляет план и подтверждает оказанную помощь.",
)
PARTS: tuple[tuple[str, dict[str, object], Text], ...] = (
    (
        "posts",
        {"kind": "mentor", "places": 2},
        Text(
            az="İxtisası uyğun, səfərlərə hazır şəxs",
            en="A qualified person ready to travel",
            ru="Квалифицированный человек, готовый к поездкам",
        ),
    ),
    (
        "conditions",
        {},
        Text(
            az="Azərbaycanda qeydə alınmış qeyri-hökumət təşkilatı",
            en="A non-governmental organisation registered in Azerbaijan",
            ru="Неправительственная организация, зарегистрированная в Азербайджане",
        ),
    ),
    (
        "criteria",
        {"weight": 60, "scale_max": 10},
        Text(az="Təcrübə", en="Experience", ru="Опыт"),
    ),
    (
        "criteria",
        {"weight": 40, "scale_max": 5},
        Text(az="İş üsulu", en="Approach", ru="Подход"),
    ),
    ("documents", {"is_required": True}, Text(az="Nizamnamə", en="Charter", ru="Устав")),
)


def announce_calls(cast: Cast, *, at: datetime) -> None:
    """Make both, once; the open one holds a draft that only its author sees."""
    with acting(system_actor()):
        known = calls.Call.objects.filter(number=DECIDED).exists()
    if known:
        return
    people = Committee(
        manager=actor_of(cast.accounts["project_manager"]),
        director=actor_of(cast.accounts["programme_director"]),
        assessors=tuple(actor_of(cast.accounts[key]) for key in ASSESSORS),
    )
    day = timedelta(days=1)
    evening = timezone.localtime(at).replace(hour=18, minute=0, second=0, microsecond=0)
    decided = _publish(people, DECIDED, at=at - 60 * day, closes_at=evening - 30 * day)
    for name in POINTS:
        _apply(decided, name, at=at - 40 * day)
    _judge(people, decided, at=at - 3 * day)
    opened = _publish(people, OPEN, at=at - 5 * day, closes_at=evening + 25 * day)
    _draft(opened, "Nümunə Ümid İctimai Birliyi", at=at - 2 * day)


@dataclass(frozen=True)
class Committee:
    """The people of the cast who run a call."""

    manager: Actor
    director: Actor
    assessors: tuple[Actor, ...]


def _publish(people: Committee, number: str, *, at: datetime, closes_at: datetime) -> calls.Call:
    manager = people.manager
    with acting(manager):
        project = programmes.Project.objects.get(code=PROJECT)
        call = calls.create_call(
            number=number,
            project_uuid=project.uuid,
            compartment=Compartment.objects.get(pk=project.compartment_id),
            data=calls.CallData(
                title_az=MENTORS.az,
                title_en=MENTORS.en,
                title_ru=MENTORS.ru,
                text_az=ASKED.az,
                text_en=ASKED.en,
                text_ru=ASKED.ru,
                contact="calls@demo.example",
                closes_at=closes_at,
                minimum_total=Decimal(60),
            ),
            actor=manager,
            at=at,
            is_fictional=True,
        )
        for kind, values, words in PARTS:
            texts = {f"text_{lang}": one for lang, one in words.as_dict().items()}
            calls.add_part(call=call, kind=kind, values={**values, **texts}, actor=manager)
    with acting(people.director):
        return calls.publish_call(call=call, actor=people.director, at=at)


def _draft(call: calls.Call, name: str, *, at: datetime) -> str:
    """An application as far as its author got; the secret of its link."""
    secrets: list[str] = []
    number = str(1_000_000_000 + sum(map(ord, name)))

    def link_of(secret: str) -> str:
        secrets.append(secret)
        return f"https://demo.example/calls/application/{secret}/"

    address = f"ngo{number}@demo.example"
    calls.send_link(call=call, email=address, language="az", link_of=link_of, at=at)
    with acting(NOBODY), calls.holding(secrets[0]):
        calls.save_application(
            application=calls.by_secret(secrets[0]),
            data=_statement(name, number),
            candidates=[calls.CandidateData(call.posts.get(), "Nərmin Nümunə", f"mentor{address}")],
            expected_version=1,
            at=at,
        )
    return secrets[0]


def _statement(name: str, number: str) -> calls.ApplicationData:
    return calls.ApplicationData(
        organisation_name=name,
        registration_number=number,
        address="Bakı, Nümunə küçəsi 1",
        contact_name="Nərmin Nümunə",
        experience="Üç ildir qayıdan ailələrlə işləyirik.",
        approach="Hər ailə ilə ayda iki görüş, ayrıca hesabat.",
        has_conflict=False,
        signed_by="Nərmin Nümunə, sədr",
    )


def _apply(call: calls.Call, name: str, *, at: datetime) -> None:
    secret = _draft(call, name, at=at)
    with acting(NOBODY), calls.holding(secret):
        application = calls.by_secret(secret)
        calls.add_document(
            application=application,
            asked=call.asked_documents.get(),
            upload=ContentFile(_charter(name, at), name="nizamname.pdf"),
            at=at,
        )
        calls.submit_application(application=application, at=at)


def _charter(name: str, at: datetime) -> bytes:
    who = {"name": name}
    data = {
        "sender": who,
        "addressee": who,
        "number": "1",
        "date": at.date(),
        "subject": "Nizamnamə",
    }
    return pdf.render(pdf.PLAIN_LETTER, data, "az", at=at)


def _judge(people: Committee, call: calls.Call, *, at: datetime) -> None:
    manager = people.manager
    with acting(manager):
        closed = calls.close_call(call=call, actor=manager, at=at)
        findings = {one.pk: calls.FindingData(is_met=True) for one in closed.conditions.all()}
        for application in calls.Application.objects.filter(call=closed):
            calls.declare_eligibility(
                application=application, findings=findings, reasons="", actor=manager, at=at
            )
        for assessor in people.assessors:
            calls.appoint_assessor(call=closed, user=assessor.user, actor=manager, at=at)
    for assessor in people.assessors:
        _score(closed, assessor, at)
    with acting(manager):
        revealed = calls.reveal_scores(call=closed, actor=manager, at=at)
        _propose(revealed, manager, at)
    with acting(people.director):
        calls.approve_decisions(call=revealed, actor=people.director, at=at)


def _score(call: calls.Call, assessor: Actor, at: datetime) -> None:
    with acting(assessor):
        own = calls.appointment(number=call.number, for_actor=assessor)
        calls.declare_conflicts(assessor=own, conflicts={}, actor=assessor, at=at)
        criteria = list(call.criteria.all())
        for application in calls.Application.objects.filter(call=call):
            given = POINTS[application.organisation_name]
            calls.save_sheet(
                application=application,
                points={
                    one.pk: calls.Points(points)
                    for one, points in zip(criteria, given, strict=True)
                },
                comment="",
                expected_version=0,
                actor=assessor,
                at=at,
            )
            calls.lock_sheet(application=application, actor=assessor, at=at)


def _propose(call: calls.Call, manager: Actor, at: datetime) -> None:
    post = call.posts.get()
    proposals = {}
    for application in calls.Application.objects.filter(call=call):
        is_best = POINTS[application.organisation_name][0] == max(POINTS.values())[0]
        proposals[application.pk] = (
            calls.Proposal(calls.Outcome.AWARD, "Ən yüksək bal, aydın plan.", post)
            if is_best
            else calls.Proposal(calls.Outcome.RESERVE, "Minimum bal toplanmayıb.")
        )
    calls.propose_decisions(call=call, proposals=proposals, actor=manager, at=at)
