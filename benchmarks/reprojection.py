"""Running terms computed anew after a decree: all of them hit by it.

    uv run python -m benchmarks.reprojection --cases 1000000

Starts a server of its own in a folder that is removed afterwards and loads running cases by COPY,
each with an opening act and its running reply term that the decree reaches. Then a day is declared
free, signed by a second person, and the batches run as the worker runs them: each one transaction,
with row-level security and the triggers of the trail in force. Prints terms per second and the size
of the journal. Once more over the same cases shows what a repeated batch costs.
"""

import argparse
import json
import time
import uuid
from datetime import UTC, datetime, timedelta

import django
from benchmarks import worklist
from django.db import connection

OPENED = worklist.TODAY - timedelta(days=3)
PROCEDURE = "az/readmission-own-national"


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("--cases", type=int, default=20_000)
    count = arguments.parse_args().cases
    django.setup()
    with worklist.own_database() as settings:
        people = worklist.cast_people()
        load(count, people, settings)
        first = run("after the decree", publish_day_off())
        again(first)


def load(count: int, people: dict[str, object], settings) -> None:
    """Cases, one act and one deadline each, with the dates the engine gives."""
    from korpu.engines.procedure.api import LogEntry, fold
    from korpu.foundations.casework.api import declared_library

    at = datetime(OPENED.year, OPENED.month, OPENED.day, 9, tzinfo=UTC)
    law = declared_library()
    procedure = law.procedure(PROCEDURE, on=OPENED)
    log = (LogEntry("submit_application", at, OPENED, {}),)
    state = fold(procedure, log, law.calendars, on=worklist.TODAY)
    terms = [each for each in state.deadlines if each.due_on]
    worklist.connect(settings, "korpu_test_arranger")
    officer, place = people["officers"][0].user_id, people["places"][0].pk
    with connection.cursor() as cursor:
        for table in ("case", "act", "deadline"):
            cursor.execute(f"alter table casework_{table} disable trigger user")
        cursor.execute("select setval(pg_get_serial_sequence('casework_case', 'id'), 1, false)")
        with cursor.copy(f"copy casework_case (id, {worklist.COLUMNS}) from stdin") as copy:
            for n in range(1, count + 1):
                copy.write_row((
                    n, uuid.uuid4(), f"BEN-{n}", "", PROCEDURE, procedure.version, place, None,
                    None, state.status, state.status, 1, OPENED, at, None,
                    min(each.due_on for each in terms), worklist.TODAY,
                ))  # fmt: skip
        with cursor.copy(
            "copy casework_act (id, case_id, seq, act, role, actor_id, at, effective_on, facts,"
            " facts_seen, note, status_before, status_after, procedure_digest, audience) from stdin"
        ) as copy:
            for n in range(1, count + 1):
                copy.write_row((
                    uuid.uuid4(), n, 1, "submit_application", "readmission_officer", officer, at,
                    OPENED, "{}", "{}", "", "", state.status, procedure.digest, "office",
                ))  # fmt: skip
        with cursor.copy(
            "copy casework_deadline (id, case_id, position, deadline, title, kind, state,"
            " anchor_on, due_on, breached_on, effect, proposes, explanation, citation, confidence)"
            " from stdin"
        ) as copy:
            for n in range(1, count + 1):
                for position, each in enumerate(terms):
                    copy.write_row((
                        uuid.uuid4(), n, position, each.id, json.dumps(each.title.as_dict()),
                        each.kind, each.state, each.anchor_on, each.due_on, each.breached_on,
                        each.effect or "", each.proposes or "",
                        json.dumps(each.explanation.as_dict()), each.citation.instrument,
                        each.confidence,
                    ))  # fmt: skip
        for table in ("case", "act", "deadline"):
            cursor.execute(f"alter table casework_{table} enable trigger user")
        cursor.execute("analyze")
    worklist.connect(settings, "korpu_app")
    print(f"{count:,} running cases, {len(terms)} terms each")


def publish_day_off():
    """Declare the last day of the terms free and sign it; the computation asked for."""
    from django.utils import timezone

    from korpu.engines.procedure.api import Citation
    from korpu.foundations.accounts.api import acting, system_actor
    from korpu.foundations.accounts.testing import make_actor
    from korpu.foundations.casework.api import Deadline
    from korpu.foundations.law.enums import ChangeKind
    from korpu.foundations.law.models import Work
    from korpu.foundations.law.services.drafting import Entered, draft_change
    from korpu.foundations.law.services.publishing import publish_change
    from korpu.kernel.texts import Text

    drafter, lawyer = make_actor("administrator"), make_actor("lawyer")
    with acting(system_actor()):
        day = Deadline.objects.filter(deadline="reply").values_list("due_on", flat=True)[0]
    entered = Entered(
        kind=ChangeKind.DAY_OFF,
        subject="az",
        law=Citation("Decree", "1", "seen"),
        valid_from=day,
        title=Text(az="Yas günü", en="Day of mourning", ru="День траура"),
    )
    with acting(drafter):
        change = draft_change(entered=entered, actor=drafter, at=timezone.now())
    with acting(lawyer):
        publish_change(change=change, digest=change.digest, actor=lawyer, at=timezone.now())
    with acting(system_actor()):
        return Work.objects.latest("pk")


def run(name: str, work):
    """Every batch, as the worker does it."""
    from django.utils import timezone

    from korpu.foundations.accounts.api import acting, system_actor
    from korpu.foundations.law.services.batches import carry_on

    start, more = time.perf_counter(), True
    while more:
        with acting(system_actor()) as actor:
            more = carry_on(work_id=work.pk, actor=actor, at=timezone.now())
    took = time.perf_counter() - start
    with acting(system_actor()):
        work.refresh_from_db()
    rate = work.done_count / took
    print(
        f"{name:20} {work.done_count:,} cases in {took:,.1f} s: {rate:,.0f} cases/s,"
        f" {work.changed_count:,} journal entries, 1,000,000 would take {1e6 / rate / 60:,.0f} min"
    )
    return work


def again(work) -> None:
    """The same batches once more, as after a worker that died before it noted the end."""
    from korpu.foundations.accounts.api import acting, system_actor
    from korpu.foundations.law.models import TermChange, Work

    with acting(system_actor()):
        Work.objects.filter(pk=work.pk).update(state="running", cursor=0, done_count=0)
    run("repeated", work)
    with acting(system_actor()):
        print(f"{TermChange.objects.count():,} rows in the journal after both")


if __name__ == "__main__":
    main()
