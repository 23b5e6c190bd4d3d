"""Two made-up events: a training still to come, and a seminar that took place."""

from datetime import date, datetime, time, timedelta

from django.utils import timezone

from korpu.domains.events import api as events
from korpu.foundations.accounts.api import Actor, acting, system_actor
from korpu.foundations.accounts.models import Compartment
from korpu.kernel.texts import Text
from korpu.site.demo.cast import Cast

SITE = "http://127.0.0.1:8000/"
_COMING_IN, _WAS_AGO = timedelta(days=21), timedelta(days=30)
_TRAINING = Text(
    az="Sənədlərin təhlükəsizliyi: saxta sənədin ilkin yoxlanması",
    en="Document security: first-line examination of forged documents",
    ru="Безопасность документов: первичная проверка поддельных документов",
)
_ABOUT_TRAINING = Text(
    az="Mühafizə elementləri, saxtalaşdırma üsulları və sadə yoxlama vasitələri. İki gün, praktiki "
    "məşğələlərlə.",
    en="Security features, ways of forging and simple means of checking. Two days with practical "
    "exercises.",
    ru="Защитные элементы, способы подделки и простые средства проверки. Два дня с практическими "
    "занятиями.",
)
_SEMINAR = Text(
    az="Reinteqrasiya üzrə təcrübə mübadiləsi seminarı",
    en="Seminar: exchange of experience on reintegration",
    ru="Семинар: обмен опытом по реинтеграции",
)
_ABOUT_SEMINAR = Text(
    az="Qayıdan şəxslərlə işləyən qurumların iş təcrübəsi.",
    en="How institutions work with people who return.",
    ru="Опыт учреждений, работающих с возвращающимися.",
)
_SERVICE = Text(
    az="Dövlət Miqrasiya Xidməti",
    en="State Migration Service",
    ru="Государственная миграционная служба",
)
_BAKU = Text(az="Bakı", en="Baku", ru="Баку")
_HALVES = (
    (events.DayPart.MORNING, time(9, 30), time(12, 30), Text(
        az="Nəzəri hissə", en="Theory", ru="Теоретическая часть")),
    (events.DayPart.AFTERNOON, time(13, 30), time(17), Text(
        az="Praktiki məşğələ", en="Practical exercise", ru="Практическое занятие")),
)  # fmt: skip
_PEOPLE = (
    ("Nümunəli", "Aydan", "F"), ("Örnəkli", "Kamran", "M"), ("Misallı", "Sevda", "F"),
    ("Xəyali", "Orxan", "M"), ("Uydurmalı", "Lalə", "F"), ("Sınaqlı", "Rauf", "M"),
    ("Təxminli", "Günay", "F"), ("Fərziyyəli", "Samir", "M"),
)  # fmt: skip
_ABSENT_IN_THE_AFTERNOON = 6
_ANSWERING = 6


def hold_events(cast: Cast, *, today: date) -> None:
    """Both events, once."""
    with acting(system_actor()):
        if events.Event.objects.filter(is_fictional=True).exists():
            return
    _training(cast, today)
    _seminar(cast, today - _WAS_AGO)


def _at(day: date, hour: int = 9) -> datetime:
    return timezone.make_aware(datetime.combine(day, time(hour)))


def _facts(
    kind: events.EventKind, title: Text, summary: Text, first: date, days: int, places: int
) -> events.EventFacts:
    return events.EventFacts(
        kind=kind,
        mode=events.EventMode.IN_PERSON,
        title=title,
        summary=summary,
        starts_on=first,
        ends_on=first + timedelta(days=days - 1),
        languages=("az",),
        capacity=places,
        registration_until=_at(first - timedelta(days=2), 18),
        is_fictional=True,
    )


def _prepare(actor: Actor, facts: events.EventFacts, at: datetime) -> events.Event:
    compartment = Compartment.objects.get(
        pk__in=actor.compartments_with("events.event.keep"), business="programmes"
    )
    event = events.create_event(facts=facts, compartment=compartment, actor=actor, at=at)
    events.set_places(
        event=event,
        venues=[events.VenueFacts("AZE", _BAKU, "Tədris mərkəzi")],
        sides=[events.SideFacts(events.SideRole.ORGANISER, _SERVICE, "AZE")],
        actor=actor,
    )
    assert facts.starts_on is not None
    assert facts.ends_on is not None
    for day in range((facts.ends_on - facts.starts_on).days + 1):
        for part, start, end, title in _HALVES:
            on = facts.starts_on + timedelta(days=day)
            people = (("Elçin Mütəxəssisli", "Sərhəd Xidməti"),)
            item = events.SessionFacts(on, part, start, end, title, facilitators=people)
            events.add_session(event=event, facts=item, actor=actor)
    return events.announce_event(event=event, actor=actor, at=at)


def _training(cast: Cast, today: date) -> None:
    first = today + _COMING_IN
    facts = _facts(events.EventKind.TRAINING, _TRAINING, _ABOUT_TRAINING, first, 2, 20)
    with acting(cast.on("project_manager", today)) as manager:
        _prepare(manager, facts, _at(today))


def _seminar(cast: Cast, day: date) -> None:
    before = day - timedelta(days=14)
    facts = _facts(events.EventKind.SEMINAR, _SEMINAR, _ABOUT_SEMINAR, day, 1, 30)
    with acting(cast.on("project_manager", before)) as manager:
        event = _prepare(manager, facts, _at(before))
        people = [
            events.enter_participant(
                event=event,
                facts=events.PersonFacts(
                    family, given, f"qonaq{number}@example.org", "Nümunə Qurumu", "AZE", sex
                ),
                actor=manager,
                at=_at(before),
                site=SITE,
            )
            for number, (family, given, sex) in enumerate(_PEOPLE, start=1)
        ]
    _hold(cast, event, people, day)


def _hold(cast: Cast, event: events.Event, people: list[events.Participant], day: date) -> None:
    with acting(cast.on("project_manager", day)) as manager:
        for place, half_day in enumerate(event.half_days.select_related("event")):
            there = people if place == 0 else people[:_ABSENT_IN_THE_AFTERNOON]
            marks = [events.Mark(person.pk, "present", "") for person in there]
            events.mark_attendance(half_day=half_day, marks=marks, actor=manager, at=_at(day, 17))
        closed = events.close_event(event=event, actor=manager, at=_at(day, 18))
        batch = events.request_certificates(event=closed, actor=manager, at=_at(day, 18), site=SITE)
        events.issue_some(batch=batch, actor=manager, at=_at(day, 18))
        _decide(manager, closed, day)
    for place, person in enumerate(people[:_ANSWERING]):
        answers: dict[str, int | str] = {"useful": 5 - place % 2, "content": 4, "apply": "yes"}
        token = events.participant_token(person.uuid)
        events.evaluate(token=token, answers=answers, at=_at(day, 19))


def _decide(manager: Actor, event: events.Event, day: date) -> None:
    minutes = "Qurumlar üç ildə toplanmış təcrübəni müzakirə etdilər."
    events.keep_minutes(event=event, text=minutes, actor=manager, at=_at(day, 18))
    events.add_decision(
        event=event,
        text="Qurumlararası əlaqə siyahısını yeniləmək.",
        owner=manager.user,
        due_on=day + timedelta(days=45),
        actor=manager,
        at=_at(day, 18),
    )
