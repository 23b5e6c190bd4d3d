"""The logs of cases as an object-centric event log: no name, no note, people by opaque keys."""

import hmac
from collections.abc import Iterator, Sequence

from django.conf import settings

from korpu.engines.procedure.conformance import Deviation, deviations
from korpu.engines.procedure.ocel import ObjectAttribute, OcelEvent, OcelObject, Relation
from korpu.foundations.casework.engine import library, procedure_of
from korpu.foundations.casework.models import Act, Case
from korpu.foundations.casework.projection import entry, logs_of

CHUNK = 500


def cases_with_logs() -> Iterator[tuple[Case, list[Act]]]:
    """Every case the actor may see, with its log."""
    last = 0
    query = Case.objects.order_by("pk").select_related("compartment__office")
    while cases := list(query.filter(pk__gt=last)[:CHUNK]):
        logs = logs_of(cases)
        yield from ((case, logs[case.pk]) for case in cases)
        last = cases[-1].pk


def event_log() -> tuple[list[OcelObject], list[OcelEvent]]:
    """Cases, offices, versions and people as objects; acts as events."""
    objects: dict[str, OcelObject] = {}
    events: list[OcelEvent] = []
    for case, log in cases_with_logs():
        for found in _objects(case, log):
            objects.setdefault(found.id, found)
        events += [_event(case, act) for act in log]
    return list(objects.values()), events


def log_of_case(case: Case, log: Sequence[Act]) -> tuple[list[OcelObject], list[OcelEvent]]:
    """The same of one case, for the entries given."""
    return list(_objects(case, list(log))), [_event(case, act) for act in log]


def replayed() -> Iterator[tuple[Case, Deviation]]:
    """Every deviation of every case from the version it is under, allowed or not."""
    calendars = library().calendars
    for case, log in cases_with_logs():
        for found in deviations(procedure_of(case), [entry(act) for act in log], calendars):
            yield case, found


def _objects(case: Case, log: list[Act]) -> Iterator[OcelObject]:
    yield OcelObject(f"version/{_version(case)}", "procedure version")
    yield OcelObject(f"office/{case.compartment.office.code}", "office")
    allowing = {act.allowed_by_id for act in log if act.allowed_by_id is not None}
    for person in {act.actor_id for act in log} | allowing:
        yield OcelObject(_person(person), "person acting")
    yield OcelObject(
        f"case/{case.number}",
        "case",
        tuple(ObjectAttribute("status", act.at, act.status_after) for act in log),
        (
            Relation(f"version/{_version(case)}", "runs under"),
            Relation(f"office/{case.compartment.office.code}", "belongs to"),
        ),
    )


def _event(case: Case, act: Act) -> OcelEvent:
    return OcelEvent(
        f"act/{act.pk}",
        act.act,
        act.at,
        (
            Relation(f"case/{case.number}", "acts on"),
            Relation(_person(act.actor_id), "done by"),
            *((Relation(_person(act.allowed_by_id), "allowed by"),) if act.allowed_by_id else ()),
        ),
        {
            "role": act.role,
            "effective_on": act.effective_on.isoformat(),
            "status_before": act.status_before,
            "status_after": act.status_after,
            **({"deviation": act.deviation} if act.deviation else {}),
        },
    )


def _version(case: Case) -> str:
    return f"{case.procedure}/{case.procedure_version}"


def _person(key: int) -> str:
    """A key that tells people apart and names nobody."""
    secret = str(settings.KORPU_PSEUDONYM_KEY).encode()
    return f"person/{hmac.new(secret, f'ocel {key}'.encode(), 'sha256').hexdigest()[:16]}"
