"""What events add up to: counted from attendance, never typed, with the query in words.

A figure is counted by the service's own hand, so that it is the same for everybody who may read
it; the rows behind it stay with the office that keeps the events.
"""

from collections import Counter as Tally
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from urllib.parse import urlencode

from django.db.models import QuerySet
from django.db.models.expressions import RawSQL
from django.urls import reverse

from korpu.domains.events import sentences
from korpu.domains.events.enums import AttendanceStatus, EventStatus
from korpu.domains.events.hours import minutes_by_half_day
from korpu.domains.events.models import Attendance, Certificate, Event, Participant
from korpu.domains.events.permissions import FIGURES, READ
from korpu.domains.programmes.api import Counted, Counter, CountQuery, Project
from korpu.foundations.accounts.api import Actor, acting, system_actor
from korpu.kernel.errors import NotFound
from korpu.kernel.texts import Text

LIST_LIMIT = 500
_MINUTES = 60
_SEXES = {"F": "female", "M": "male"}


@dataclass(frozen=True, slots=True)
class EventFigures:
    """What one event adds: people present at least once, person-hours, valid certificates."""

    event: Event
    participants: int
    hours: int
    certificates: int


@dataclass(frozen=True, slots=True)
class Attended:
    """Who was there: by participant the minutes attended."""

    minutes: Mapping[int, int]

    @property
    def hours(self) -> int:
        """Whole hours, rounded down: nothing is counted that was not attended."""
        return sum(self.minutes.values()) // _MINUTES


def count_events(query: CountQuery) -> Counted:
    """Events held, by kind."""
    with acting(system_actor()):
        events = list(_held(query))
        counted = [(one, one.stated_count if one.is_series else 1) for one in events]
        unnumbered = sum(number is None for _, number in counted)
        vague = _vague(query)
        kinds: Tally[str] = Tally()
        for one, number in counted:
            kinds[one.kind] += number or 0
    return Counted(
        total=sum(kinds.values()),
        query=EVENTS_QUERY.format(vague=vague, unnumbered=unnumbered),
        href=_address("events:public_listing", query, when="past"),
        splits={"kind": {kind: number for kind, number in kinds.items() if number}},
    )


def count_participants(query: CountQuery) -> Counted:
    """People present in at least one half-day; somebody at two events counts twice."""
    with acting(system_actor()):
        minutes = _attended(_held(query)).minutes
        people = list(Participant.objects.filter(pk__in=minutes))
    splits, unknown = {}, {}
    for name, values in (
        ("sex", [_SEXES.get(one.sex, "") for one in people]),
        ("country", [one.country for one in people]),
        ("institution", [one.institution for one in people]),
    ):
        tally = Tally(values)
        unknown[name] = tally.pop("", 0)
        splits[name] = dict(tally)
    return Counted(
        total=len(people),
        query=PARTICIPANTS_QUERY,
        href=_address("events:figures", query),
        splits=splits,
        unknown=unknown,
    )


def count_hours(query: CountQuery) -> Counted:
    """Person-hours attended."""
    with acting(system_actor()):
        hours = _attended(_held(query)).hours
    return Counted(total=hours, query=HOURS_QUERY, href=_address("events:figures", query))


def count_certificates(query: CountQuery) -> Counted:
    """Certificates that are valid, of events of the period."""
    with acting(system_actor()):
        found = Certificate.objects.filter(event__in=_held(query), revoked_at__isnull=True)
        total = found.count()
    return Counted(total=total, query=CERTIFICATES_QUERY, href=_address("events:figures", query))


def figures_of(
    *, project: str, first: date, last: date, for_actor: Actor
) -> Sequence[EventFigures]:
    """The events behind a project's figures, latest first; figures only, no person.

    Raises:
        NotFound: no such project, or none whose figures this actor may read.
    """
    found = _readable(for_actor).filter(code=project).first()
    if found is None:
        raise NotFound(sentences.NOT_FOUND)
    with acting(system_actor()):
        events = _of_period(Event.objects.filter(project_id=found.pk), first, last)
        return [_figures(event) for event in events.order_by("-ends_on", "pk")[:LIST_LIMIT]]


def _figures(event: Event) -> EventFigures:
    was_there = _attended([event])
    valid = event.certificates.filter(revoked_at__isnull=True).count()
    return EventFigures(event, len(was_there.minutes), was_there.hours, valid)


def _readable(actor: Actor) -> QuerySet[Project]:
    """Projects of the actor's own offices, and those a donor's organisation funds."""
    actor.check(FIGURES)
    own = Project.objects.filter(compartment__in=actor.compartments_with(READ))
    funded = RawSQL("select unnest(korpu_funded_projects())", ())
    return own | Project.objects.filter(pk__in=funded)


def _held(query: CountQuery) -> QuerySet[Event]:
    rows = Event.objects.filter(project__uuid=query.project.uuid)
    if query.activity_uuid is not None:
        rows = rows.filter(activity_uuid=query.activity_uuid)
    return _of_period(rows, query.first, query.last)


def _of_period(rows: QuerySet[Event], first: date, last: date) -> QuerySet[Event]:
    """Events that took place and whose possible days all lie in the period."""
    return rows.filter(status=EventStatus.HELD, starts_on__gte=first, ends_on__lte=last)


def _vague(query: CountQuery) -> int:
    """Events that took place, but nobody states whether within the period."""
    rows = Event.objects.filter(project__uuid=query.project.uuid, status=EventStatus.HELD)
    if query.activity_uuid is not None:
        rows = rows.filter(activity_uuid=query.activity_uuid)
    overlapping = rows.filter(starts_on__lte=query.last, ends_on__gte=query.first)
    inside = _of_period(rows, query.first, query.last).count()
    return rows.filter(starts_on__isnull=True).count() + overlapping.count() - inside


def _attended(events: Iterable[Event]) -> Attended:
    held = list(events)
    minutes = minutes_by_half_day(held)
    found: dict[int, int] = {}
    present = Attendance.objects.filter(
        half_day__event__in=held, status=AttendanceStatus.PRESENT
    ).values_list("participant_id", "half_day_id")
    for participant, half_day in present:
        found[participant] = found.get(participant, 0) + minutes.get(half_day, 0)
    return Attended(found)


def _address(name: str, query: CountQuery, **more: str) -> str:
    asked = {
        "project": query.project.code,
        "first": query.first.isoformat(),
        "last": query.last.isoformat(),
        **more,
    }
    return f"{reverse(name)}?{urlencode(asked)}"


EVENTS_QUERY = Text(
    az="Bu dövrdə keçirilmiş tədbirlər. Günləri tam göstərilməyən tədbirlər sayılmayıb: {vague}; "
    "sayı göstərilməyən silsilələr sayılmayıb: {unnumbered}.",
    en="Events that took place in the period. Not counted because their days are not stated "
    "in full: {vague}; series whose number is not stated: {unnumbered}.",
    ru="Мероприятия, состоявшиеся за период. Не учтены, так как дни указаны не полностью: {vague}; "
    "серии, число которых не указано: {unnumbered}.",
)
PARTICIPANTS_QUERY = Text(
    az="Dövrün tədbirlərində ən azı bir yarımgün iştirak etmiş kimi qeyd olunan şəxslər; iki "
    "tədbirdə iştirak edən iki dəfə sayılır.",
    en="People marked present in at least one half-day of the events of the period; somebody at "
    "two events counts twice.",
    ru="Люди, отмеченные присутствовавшими хотя бы полдня на мероприятиях периода; участник двух "
    "мероприятий учитывается дважды.",
)
HOURS_QUERY = Text(
    az="Qeyd olunmuş yarımgünlərin proqram saatlarının (fasiləsiz) iştirakçılar üzrə cəmi.",
    en="Hours of the programme without breaks, of every half-day somebody was marked present in, "
    "added over the participants.",
    ru="Часы программы без перерывов за все отмеченные полдня, в сумме по участникам.",
)
CERTIFICATES_QUERY = Text(
    az="Dövrün tədbirləri üzrə verilmiş və ləğv edilməmiş sertifikatlar.",
    en="Certificates issued for the events of the period and not revoked.",
    ru="Сертификаты, выданные за мероприятия периода и не аннулированные.",
)
_EVENTS = Text(az="tədbir", en="events", ru="мероприятий")
_PEOPLE = Text(az="iştirakçı", en="participants", ru="участников")
_HOURS = Text(az="adam-saat", en="person-hours", ru="человеко-часов")
_PAPERS = Text(az="sertifikat", en="certificates", ru="сертификатов")
COUNTERS = (
    Counter(
        "events.held",
        Text(az="Keçirilmiş tədbirlər", en="Events held", ru="Проведённые мероприятия"),
        _EVENTS,
        count_events,
    ),
    Counter(
        "events.participants",
        Text(
            az="Tədbirlərin iştirakçıları", en="Participants of events", ru="Участники мероприятий"
        ),
        _PEOPLE,
        count_participants,
        protects=True,
    ),
    Counter(
        "events.hours",
        Text(
            az="Tədbirlərdə adam-saatlar",
            en="Person-hours at events",
            ru="Человеко-часы на мероприятиях",
        ),
        _HOURS,
        count_hours,
    ),
    Counter(
        "events.certificates",
        Text(
            az="Verilmiş iştirak sertifikatları",
            en="Certificates of attendance issued",
            ru="Выданные сертификаты об участии",
        ),
        _PAPERS,
        count_certificates,
        protects=True,
    ),
)
