"""A million fictional persons and a million cases, each with the log its columns were folded from.

    uv run python -m benchmarks.population
    uv run python -m benchmarks.population --persons 100000 --cases 100000 --state /tmp/small

The words of names are made in Python and copied in; everything else is drawn by arithmetic on the
row's number, so that the same sizes give the same rows. A case follows one of thirteen courses from
its opening day; the engine folds each course once per day, and the cases share the result. Run
again, it finds what is there and does nothing; ``--again`` builds anew.
"""

import json
import random
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from datetime import UTC, date, datetime, timedelta
from datetime import time as clock
from typing import Any
from uuid import UUID

from benchmarks.world import LOADING, parser, prepare_without, world

from korpu.site.postgres import ADMIN, Cluster
from korpu.site.state import DATABASE

DAYS = 1096
RECENT = 90
OFFICES = 12
LARGEST = "sms-readmission"
OFFICERS = 20
SENDERS = ("DEU", "SWE", "POL", "AUT")
BEGIN = ("begin_examination", 1)
CONFIRM = ("confirm_identity", 3)
AGREE = ("agree", 8)
ISSUE = ("issue_travel_document", 12)
ANNOUNCE = ("announce_transfer", 15)
ARRIVE = ("confirm_arrival", 35)
REFUSE = ("refuse", 9)
COURSES: tuple[tuple[tuple[str, int], ...], ...] = (
    (BEGIN, CONFIRM, AGREE, ISSUE, ANNOUNCE, ARRIVE, ("close_returned", 36)),
    (BEGIN, REFUSE, ("close_refused", 12)),
    (("withdraw_application", 6),),
    (),
    (("return_as_incomplete", 2),),
    (BEGIN,),
    (BEGIN, CONFIRM),
    (BEGIN, ("request_interview", 4)),
    (BEGIN, CONFIRM, AGREE),
    (BEGIN, CONFIRM, AGREE, ISSUE),
    (BEGIN, CONFIRM, AGREE, ISSUE, ANNOUNCE),
    (BEGIN, CONFIRM, AGREE, ISSUE, ANNOUNCE, ARRIVE),
    (BEGIN, REFUSE),
)
ROLES = {"submit_application": "liaison", "confirm_arrival": "border_officer"}
SHOWN_TO_SENDER = {
    "submit_application",
    "return_as_incomplete",
    "agree",
    "refuse",
    "announce_transfer",
    "withdraw_application",
}


@dataclass(frozen=True)
class People:
    """Whose the cases are. ``offices``: compartments, the first holds a quarter of all cases."""

    offices: list[int]
    senders: list[int]
    officers: list[list[int]]


def main() -> None:
    arguments = parser(__doc__)
    arguments.add_argument("--persons", type=int, default=1_000_000)
    arguments.add_argument("--cases", type=int, default=1_000_000)
    arguments.add_argument("--again", action="store_true", help="throw away what is there")
    given = arguments.parse_args()
    if given.again:
        Cluster(given.state, LOADING).erase()
    started = time.perf_counter()
    with world(given.state, LOADING) as cluster:
        built = build(cluster, given.persons, given.cases)
    word = "built" if built else "already there"
    print(f"{word:44}{time.perf_counter() - started:8.1f} s")


def build(cluster: Cluster, persons: int, cases: int) -> bool:
    from korpu.site.database import migrate, pending_migrations

    if pending_migrations():
        with step("tables"):
            migrate(verbosity=0)
    with cluster.connect(ADMIN, DATABASE) as admin:
        if _is_built(admin, persons, cases):
            return False
        with step("offices and officers"):
            people = make_people()
        admin.execute("set session_replication_role = replica")
        prepare_without(cluster)
        with indexes_later(admin, ("persons_searchpair", "persons_searchentry")):
            load_persons(admin, persons, people)
        with indexes_later(admin, ("casework_case", "casework_caseparty", "persons_involvement")):
            load_cases(admin, cases, persons, people)
        with step("statistics and visibility of all tables"):
            admin.execute("vacuum (analyze)")
        admin.execute(
            "create table public.bench_built as select %s::int as persons, %s::int as cases,"
            " %s::date as built_on",
            [persons, cases, today()],
        )
    return True


def _is_built(admin: Any, persons: int, cases: int) -> bool:
    if admin.execute("select to_regclass('public.bench_built')").fetchone() == (None,):
        return False
    sizes = admin.execute("select persons, cases from public.bench_built").fetchone()
    if sizes != (persons, cases):
        raise SystemExit(f"The folder holds {sizes}; say --again or name another --state.")
    return True


def today() -> date:
    from django.utils import timezone

    return timezone.localdate()


@contextmanager
def step(name: str) -> Iterator[None]:
    started = time.perf_counter()
    yield
    print(f"  {name:42}{time.perf_counter() - started:8.1f} s", flush=True)


def make_people() -> People:
    """Through the services, as an administrator would."""
    from korpu.foundations.accounts.testing import make_compartment, make_office, make_user
    from korpu.foundations.casework.testing import make_counterpart

    codes = [LARGEST, *(f"bench-{number:02}" for number in range(2, OFFICES + 1))]
    offices = [make_office(code) for code in codes]
    return People(
        offices=[make_compartment("readmission", office=office).pk for office in offices],
        senders=[make_counterpart(country).pk for country in SENDERS],
        officers=[
            [make_user(role="readmission_officer", office=office).pk for _ in range(OFFICERS)]
            for office in offices
        ],
    )


@contextmanager
def indexes_later(admin: Any, tables: Iterable[str]) -> Iterator[None]:
    """Drop indexes that carry no constraint, and the primary key of pairs; make them afterwards."""
    plain = admin.execute(
        "select indexrelid::regclass::text, pg_get_indexdef(indexrelid) from pg_index"
        " where indrelid::regclass::text = any(%s) and not indisunique",
        [list(tables)],
    ).fetchall()
    keys = admin.execute(
        "select conrelid::regclass::text, conname, pg_get_constraintdef(oid) from pg_constraint"
        " where conrelid::regclass::text = 'persons_searchpair' and contype = 'p'"
        " and conrelid::regclass::text = any(%s)",
        [list(tables)],
    ).fetchall()
    for name, _ in plain:
        admin.execute(f"drop index {name}")
    for table, name, _ in keys:
        admin.execute(f"alter table {table} drop constraint {name}")
    yield
    with step(f"{len(plain) + len(keys)} indexes"):
        for _, definition in plain:
            admin.execute(definition)
        for table, name, definition in keys:
            admin.execute(f"alter table {table} add constraint {name} {definition}")


def copy(admin: Any, statement: str, rows: Iterable[tuple[object, ...]]) -> None:
    with admin.cursor() as cursor, cursor.copy(f"copy {statement} from stdin") as writer:
        for row in rows:
            writer.write_row(row)


def row_uuid(number: int) -> UUID:
    return UUID(int=number)


def load_persons(admin: Any, count: int, people: People) -> None:
    """Persons, their documents and all that the search reads."""
    from benchmarks.person_search import people as drawn

    from korpu.engines.names import canonical, neighbours, skeleton

    tokens: dict[str, int] = {}
    with step(f"{count:,} persons copied"):
        admin.execute(
            "create temp table drawn (id bigint, surname text, given text, father text,"
            " year smallint, keys text[], tokens int[])"
        )
        named = enumerate(drawn(count, random.Random(1)), 1)
        copy(admin, "drawn", (_drawn(at, one, tokens, canonical) for at, one in named))
    with step(f"{len(tokens):,} words with their neighbours"):
        copy(
            admin,
            "persons_nametoken (id, key, skeleton)",
            ((at, key, skeleton(key)) for key, at in tokens.items()),
        )
        copy(
            admin,
            "persons_tokenneighbour (form, token_id)",
            ((form, at) for key, at in tokens.items() for form in neighbours(key)),
        )
    for name, statement in PERSON_TABLES.items():
        with step(name):
            admin.execute(statement, {"places": people.offices, "by": people.officers[0][0]})


def _drawn(at: int, one: tuple[str, int], tokens: dict[str, int], canonical: Any) -> Any:
    name, year = one
    keys = canonical(name)
    held = sorted(tokens.setdefault(key, len(tokens) + 1) for key in keys)
    return (at, *name.split(), year, list(keys), held)


UUID_OF = "lpad(to_hex({}), 32, '0')::uuid"
PERSON_TABLES = {
    "persons": f"""
        insert into persons_person (id, uuid, surname, given_names, patronymic, sex, birth_date,
                                    nationality, compartment_id, created_at)
        select id, {UUID_OF.format("id")}, surname, given, father, (array['M','F'])[1 + id %% 2],
               year || '-0' || (1 + id %% 9) || '-1' || id %% 9, 'AZE',
               (%(places)s::bigint[])[1 + id %% cardinality(%(places)s::bigint[])],
               '2023-01-01'::timestamptz + id * interval '1 minute'
          from drawn""",
    "search entries": f"""
        insert into persons_searchentry (person_id, person_uuid, shown_name, birth_year,
                                         nationality, keys)
        select id, {UUID_OF.format("id")}, concat_ws(' ', surname, given, father), year, 'AZE', keys
          from drawn""",
    "search pairs": """
        insert into persons_searchpair (low, high, birth_year, person_id)
        select low, high, year, id from drawn, unnest(tokens) low, unnest(tokens) high
         where low <= high order by low, high, year, id""",
    "documents": f"""
        insert into persons_helddocument (uuid, person_id, kind, issuer, number, number_key,
                                          recorded_by_id, recorded_at)
        select {UUID_OF.format("id")}, id, 'passport', 'AZE', 'XX' || lpad(id::text, 7, '0'),
               'XX' || lpad(id::text, 7, '0'), %(by)s, '2024-01-01' from drawn""",
    "sequence of persons": "select setval(pg_get_serial_sequence('persons_person', 'id'),"
    " (select max(id) from persons_person))",
}


def load_cases(admin: Any, count: int, persons: int, people: People) -> None:
    """Cases, their logs, deadlines, parties and readers."""
    with step("courses folded by the engine"):
        stage_courses(admin)
    admin.execute(
        DRAFT,
        {
            "cases": count,
            "persons": persons,
            "days": DAYS,
            "recent": RECENT,
            "offices": OFFICES,
            "officers": OFFICERS,
            "senders": len(SENDERS),
            "lots": LOTS,
        },
    )
    admin.execute("analyze draft")
    values = {
        "places": people.offices,
        "senders": people.senders,
        "officers": people.officers,
        "on": today(),
    }
    for name, statement in CASE_TABLES.items():
        with step(name):
            done = admin.execute(statement, values)
            if done.rowcount > 1:
                print(f"    {done.rowcount:,} rows")


LOTS = [0, 0, 0, 0, 0, 0, 1, 1, 1, 2, *range(3, 13)]
"""Ten lots whose course has ended (of a hundred old cases ninety-two), then ten still running."""
DRAFT = """
    create temp table draft as
    select l.id, c.id as course, office, officer, sender, 1 + l.id * 7919 %% %(persons)s as person
      from (
        select id, day,
               case when hash %% 4 = 0 then 0
                    else 1 + (hash >> 3) %% (%(offices)s - 1) end as office,
               (hash >> 7) %% %(officers)s as officer,
               (hash >> 13) %% %(senders)s as sender,
               (hash >> 23) %% 10 + case
                 when (hash >> 17) %% 100
                      < case when day < %(days)s - %(recent)s then 92 else 30 end
                 then 0 else 10 end as lot
          from (select id, hashint8(id)::bigint + 2147483648 as hash,
                       (id - 1) * %(days)s / %(cases)s as day
                  from generate_series(1, %(cases)s::bigint) id) numbered
      ) l join course c on c.day = l.day and c.number = (%(lots)s::int[])[1 + lot]
"""


def stage_courses(admin: Any) -> None:
    """Each course from each opening day, as far as it has got today, folded by the engine."""
    from korpu.foundations.casework.engine import library
    from korpu.foundations.casework.testing import READMISSION

    first = today() - timedelta(days=DAYS - 1)
    procedure = library().procedure(READMISSION, on=today())
    admin.execute(
        "create temp table course (id int, day int, number int, opened_on date, version text,"
        " status text, shown_status text, act_count int, closed_at timestamptz, next_due_on date)"
    )
    admin.execute(
        "create temp table course_act (course int, seq int, act text, role text, at timestamptz,"
        " effective_on date, facts jsonb, before text, after text, digest text, audience text)"
    )
    admin.execute(
        "create temp table course_deadline (course int, position int, deadline text, title jsonb,"
        " kind text, state text, anchor_on date, due_on date, breached_on date, effect text,"
        " proposes text, explanation jsonb, citation text, confidence text)"
    )
    courses, acts, deadlines = [], [], []
    for key, (day, number) in enumerate((d, n) for d in range(DAYS) for n in range(len(COURSES))):
        opened = first + timedelta(days=day)
        rows = acts_of(procedure, COURSES[number], opened)
        projection = projected(procedure, rows)
        courses.append((key, day, number, opened, procedure.version, *columns(projection)))
        acts += [act_row(key, one) for one in rows]
        deadlines += [
            (key, place, *map(_json, asdict(one).values()))
            for place, one in enumerate(projection.deadlines)
        ]
    copy(admin, "course", courses)
    copy(admin, "course_act", acts)
    copy(admin, "course_deadline", deadlines)
    for table in ("course", "course_act", "course_deadline"):
        admin.execute(f"analyze {table}")


def acts_of(procedure: Any, course: tuple[tuple[str, int], ...], opened: date) -> list[Any]:
    """Unsaved acts of a course, those of today and earlier, each with the status it reached."""
    from korpu.foundations.casework.engine import fold_log
    from korpu.foundations.casework.facts import to_json
    from korpu.foundations.casework.models import Act
    from korpu.foundations.casework.projection import entry

    found: list[Any] = []
    for name, offset in (("submit_application", 0), *course):
        on = opened + timedelta(days=offset)
        if on > today():
            break
        facts: dict[str, Any] = dict(procedure.acts[name].sets)
        if name == "announce_transfer":
            facts = {"transfer_on": opened + timedelta(days=35), "crossing_point": "Bakı"}
        found.append(
            Act(
                seq=len(found) + 1,
                act=name,
                role=ROLES.get(name, "readmission_officer"),
                at=datetime.combine(on, clock(8, len(found)), UTC),
                effective_on=on,
                facts={} if name == "confirm_identity" else to_json(facts),
                status_before=found[-1].status_after if found else "",
                procedure_digest=procedure.digest,
                audience="counterpart" if name in SHOWN_TO_SENDER else "shared",
            )
        )
        found[-1].status_after = fold_log(procedure, map(entry, found), on=on).status
    return found


def projected(procedure: Any, acts: list[Any]) -> Any:
    from korpu.foundations.casework.engine import fold_log
    from korpu.foundations.casework.projection import entry, project

    return project(procedure, fold_log(procedure, map(entry, acts), on=today()), acts)


def columns(projection: Any) -> tuple[object, ...]:
    return (
        projection.status,
        projection.shown_status,
        projection.act_count,
        projection.closed_at,
        projection.next_due_on,
    )


def act_row(course: int, act: Any) -> tuple[object, ...]:
    facts = json.dumps(act.facts)
    where = (act.status_before, act.status_after, act.procedure_digest, act.audience)
    return (course, act.seq, act.act, act.role, act.at, act.effective_on, facts, *where)


def _json(value: object) -> object:
    return json.dumps(value) if isinstance(value, dict) else value


_PLACE = "(%(places)s::bigint[])[1 + d.office]"
_CASE_UUID = UUID_OF.format("d.id")
CASE_TABLES = {
    "cases": f"""
        insert into casework_case (id, uuid, number, reference, procedure, procedure_version,
          compartment_id, counterpart_id, subject_id, assigned_to_id, status, shown_status,
          act_count, opened_on, opened_at, closed_at, next_due_on, projected_on)
        select d.id, {_CASE_UUID},
          'RDM-' || to_char(c.opened_on, 'YYYY') || '-' || lpad(row_number() over (
            partition by extract(year from c.opened_on) order by d.id)::text, 6, '0'),
          'REF/' || d.id, 'az/readmission-own-national', c.version, {_PLACE},
          (%(senders)s::bigint[])[1 + d.sender], d.person,
          case when d.id %% 10 > 0 then (%(officers)s::bigint[])[1 + d.office][1 + d.officer] end,
          c.status, c.shown_status, c.act_count, c.opened_on, c.opened_on + time '08:00',
          c.closed_at, c.next_due_on, %(on)s
        from draft d join course c on c.id = d.course order by d.id""",
    "log": f"""
        insert into casework_act (id, case_id, seq, act, role, actor_id, at, effective_on, facts,
          facts_seen, note, status_before, status_after, procedure_digest, audience)
        select {UUID_OF.format("d.id * 16 + a.seq")}, d.id, a.seq, a.act, a.role,
          (%(officers)s::bigint[])[1 + d.office][1 + d.officer], a.at, a.effective_on, a.facts,
          '{{"gate_clear": true, "person_linked": true}}', 'Fictional.', a.before, a.after,
          a.digest, a.audience
        from draft d join course_act a on a.course = d.course order by d.id, a.seq""",
    "deadlines": f"""
        insert into casework_deadline (id, case_id, position, deadline, title, kind, state,
          anchor_on, due_on, breached_on, effect, proposes, explanation, citation, confidence)
        select {UUID_OF.format("d.id * 16 + t.position")}, d.id, t.position, t.deadline, t.title,
          t.kind, t.state, t.anchor_on, t.due_on, t.breached_on, t.effect, t.proposes,
          t.explanation, t.citation, t.confidence
        from draft d join course_deadline t on t.course = d.course order by d.id, t.position""",
    "parties": f"""
        insert into casework_caseparty (id, case_id, person_id, part, added_at)
        select {_CASE_UUID}, d.id, d.person, 'subject', %(on)s from draft d order by d.id""",
    "assignments": f"""
        insert into casework_assignment (id, case_id, user_id, assigned_by_id, assigned_at)
        select {_CASE_UUID}, d.id, (%(officers)s::bigint[])[1 + d.office][1 + d.officer],
          (%(officers)s::bigint[])[1 + d.office][1], %(on)s
        from draft d where d.id %% 10 > 0 order by d.id""",
    "involvements": f"""
        insert into persons_involvement (person_id, compartment_id, case_uuid, part)
        select d.person, {_PLACE}, {_CASE_UUID}, 'subject' from draft d order by d.id""",
    "applications": """
        insert into readmission_application (uuid, case_id, compartment_id, counterpart_id,
          recorded_by_id, recorded_at, authority_reference, track, irregular_stay_established_on,
          contact_name, contact_email, contact_phone, surname, given_names, patronymic,
          earlier_names, aliases, sex, birth_date, birth_place, birth_country, last_residence,
          civil_status, holds_valid_travel_document, protective_measures, remarks,
          requesting_authority_id, reference_key, received_on, on_paper)
        select c.uuid, c.id, c.compartment_id, c.counterpart_id, (%(officers)s::bigint[])[1][1],
          c.opened_at, c.reference, 'normal', c.opened_on - 20, 'Duty officer',
          'duty@authority.test', '', p.surname, p.given_names, p.patronymic, '', '', p.sex,
          p.birth_date, 'Bakı', 'AZE', 'Bakı', 'single', false, '', '', o.organisation_id,
          lower(c.reference), c.opened_on, false
        from casework_case c join persons_person p on p.id = c.subject_id
          join accounts_compartment place on place.id = c.counterpart_id
          join organisations_office o on o.id = place.office_id order by c.id""",
    "counters": """
        insert into casework_casecounter (prefix, year, last_number)
        select 'RDM', extract(year from opened_on), count(*) from casework_case group by 2""",
    "sequence of cases": "select setval(pg_get_serial_sequence('casework_case', 'id'),"
    " (select max(id) from casework_case))",
}

if __name__ == "__main__":
    main()
