"""Three made-up publications: a study that is followed up, a leaflet, a bulletin."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import Any

from django.core.files.base import ContentFile

from korpu.domains.information import api as information
from korpu.domains.programmes import api as programmes
from korpu.foundations.accounts.api import Actor, acting, actor_of, system_actor
from korpu.foundations.ui import pdf
from korpu.kernel.texts import LANGUAGES, Language, Text
from korpu.site.demo.cast import Cast

PROJECT = "mobilaze-2"
NOTE = Text(
    az="Nümayiş üçün uydurulmuş nəşr.",
    en="A publication made up for demonstration.",
    ru="Издание, придуманное для демонстрации.",
)
SERVICE = Text(
    az="Dövlət Miqrasiya Xidməti",
    en="State Migration Service",
    ru="Государственная миграционная служба",
)
STUDY = Text(
    az="Qayıdanların məşğulluğu: nümunə tədqiqat",
    en="Employment of people who return: an example study",
    ru="Занятость вернувшихся: пример исследования",
)
ABOUT_STUDY = Text(
    az="Dörd bölgədə uydurma müsahibələr əsasında: qayıdanlar iş tapmaqda nəyə ehtiyac duyur. "
    "MOBİLAZE-2 üçün nümunə.",
    en="From made-up interviews in four regions: what people who return need in order to find "
    "work. An example for MOBILAZE-2.",
    ru="По вымышленным интервью в четырёх регионах: что нужно вернувшимся, чтобы найти работу. "
    "Пример для MOBILAZE-2.",
)
LEAFLET = Text(
    az="Qayıtdınız? İlk otuz gün",
    en="You have returned? The first thirty days",
    ru="Вы вернулись? Первые тридцать дней",
)
ABOUT_LEAFLET = Text(
    az="Sənədlər, həkim, məktəb, iş: hara müraciət etməli. Bir vərəq.",
    en="Papers, doctor, school, work: where to turn. One sheet.",
    ru="Документы, врач, школа, работа: куда обратиться. Один лист.",
)
BULLETIN = Text(
    az="Körpü bülleteni: payız",
    en="The Körpü bulletin: autumn",
    ru="Бюллетень «Körpü»: осень",
)
ABOUT_BULLETIN = Text(
    az="Təlimlər, görüşlər və yeni vəsaitlər.",
    en="Trainings, meetings and new materials.",
    ru="Тренинги, встречи и новые материалы.",
)
RECOMMENDATIONS = (
    (
        "1",
        Text(
            az="Hər rayonda qayıdanlar üçün bir əlaqələndirici müəyyən etmək.",
            en="Name one contact person for people who return in every district.",
            ru="Назначить в каждом районе одно контактное лицо для вернувшихся.",
        ),
    ),
    (
        "2",
        Text(
            az="Xaricdə qazanılmış iş təcrübəsinin təsdiqini sadələşdirmək.",
            en="Make it simpler to have work experience gained abroad recognised.",
            ru="Упростить признание опыта работы, полученного за рубежом.",
        ),
    ),
)
DONE = Text(
    az="Əlaqələndiricilərin siyahısı dərc edilib.",
    en="The list of contact persons is published.",
    ru="Список контактных лиц опубликован.",
)


@dataclass(frozen=True, slots=True)
class Desk:
    """Who prepares and who vouches."""

    manager: Actor
    director: Actor
    today: date
    at: datetime


def publish_works(cast: Cast, *, today: date, at: datetime) -> None:
    """All three, once."""
    manager = actor_of(cast.accounts["project_manager"])
    director = actor_of(cast.accounts["programme_director"])
    desk = Desk(manager, director, today, at)
    with acting(system_actor()):
        if any(one.title.en == STUDY.en for one in information.newest(for_actor=manager, limit=50)):
            return
    _study(desk)
    _leaflet(desk)
    _make(desk, "bulletin", BULLETIN, ABOUT_BULLETIN, languages=("az", "en"))


def _study(desk: Desk) -> None:
    (edition,) = _make(desk, "study", STUDY, ABOUT_STUDY, languages=("az",))
    _give_out(desk, edition, printed=200, handouts=(("event", "state-bodies", 60),))
    with acting(desk.manager):
        kept = [
            information.add_recommendation(
                publication=edition.publication,
                number=number,
                text=text,
                actor=desk.manager,
                at=desk.at,
            )
            for number, text in RECOMMENDATIONS
        ]
        first = information.Report(
            status=information.RecommendationStatus.DONE,
            reported_on=desk.today,
            owner=SERVICE.az,
            result=DONE,
            evidence_url="https://korpu.example/contacts",
        )
        later = replace(
            first,
            status=information.RecommendationStatus.ACCEPTED,
            result=None,
            evidence_url="",
            due_on=desk.today + timedelta(days=120),
        )
        for one, report in zip(kept, (first, later), strict=True):
            information.report_recommendation(
                recommendation=one, report=report, actor=desk.manager, at=desk.at
            )


def _leaflet(desk: Desk) -> None:
    handouts = (("office", "returnees", 340), ("post", "ngos", 120))
    original, *_ = _make(desk, "leaflet", LEAFLET, ABOUT_LEAFLET, languages=LANGUAGES)
    _give_out(desk, original, printed=1_000, handouts=handouts)


def _give_out(
    desk: Desk,
    edition: information.Edition,
    *,
    printed: int,
    handouts: Sequence[tuple[str, str, int]],
) -> None:
    with acting(desk.manager):
        information.record_printing(edition=edition, copies=printed, actor=desk.manager, at=desk.at)
        for channel, recipients, copies in handouts:
            handout = information.Handout(channel, recipients, copies, desk.today)
            information.record_distribution(
                edition=edition, handout=handout, actor=desk.manager, at=desk.at
            )


def _make(
    desk: Desk, kind: str, title: Text, about: Text, *, languages: Sequence[Language]
) -> list[information.Edition]:
    """Prepared by one, published by the other, a file for each language; the original first."""
    with acting(desk.manager):
        project = programmes.find_project(PROJECT)
        texts: dict[str, Any] = {
            f"{name}_{language}": words
            for name, text in (
                ("title", title),
                ("summary", about),
                ("author", SERVICE),
                ("note", NOTE),
            )
            for language, words in text.as_dict().items()
        }
        draft = information.PublicationDraft(
            kind=kind,
            printed_in=tuple(languages),
            project_uuid=project.uuid if project else None,
            **texts,
        )
        made = information.create_publication(draft=draft, actor=desk.manager, at=desk.at)
        information.add_language_versions(
            publication=made,
            draft=information.EditionDraft("1", issued_on=desk.today, licence="cc-by-4.0"),
            files={one: _file(title, about, one, desk) for one in languages},
            original=languages[0],
            actor=desk.manager,
            at=desk.at,
        )
    with acting(desk.director):
        information.approve_publication(publication=made, actor=desk.director, at=desk.at)
        information.publish_publication(publication=made, actor=desk.director, at=desk.at)
    with acting(desk.manager):
        return list(made.editions.select_related("publication").order_by("pk"))


def _file(title: Text, about: Text, language: Language, desk: Desk) -> "ContentFile[bytes]":
    service = SERVICE.in_language(language)
    data = {
        "number": "1",
        "date": desk.today,
        "subject": title.in_language(language),
        "sender": {"name": service},
        "addressee": {"name": service},
        "blocks": [about.in_language(language), NOTE.in_language(language)],
    }
    return ContentFile(
        pdf.render(pdf.PLAIN_LETTER, data, language, at=desk.at), name=f"{language}.pdf"
    )
