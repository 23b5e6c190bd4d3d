"""The worklist over many cases, with row-level security in force.

    uv run python -m benchmarks.worklist --cases 1000000 --runs 200

Starts a server of its own in a folder that is removed afterwards, loads the cases by COPY (four
offices, twenty requesting states, a tenth of them closed), then reads pages of each list as an
officer of the largest office, who sees seven tenths of all cases. Prints p50 and p95 in
milliseconds of the selector (page and bounded count) and of the rows shown. ``--without-rls``
reads the same as a role that row-level security does not bind.
"""

import argparse
import os
import random
import shutil
import statistics
import tempfile
import time
import uuid
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

os.environ["KORPU_MODE"] = "test"
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "korpu.site.settings")

import django
from django.db import connection, connections

OFFICES = (("sms-a", 70), ("sms-b", 20), ("sms-c", 7), ("sms-d", 3))
STATES = tuple(f"S{number:02d}" for number in range(20))
STATUSES = ("received", "under_examination", "interview_requested", "agreed", "refused")
CLOSED = "closed_returned"
PROCEDURES = ("az/readmission-own-national", "az/readmission-own-national-accelerated")
TODAY = datetime.now(tz=UTC).date()
COLUMNS = (
    "uuid, number, reference, procedure, procedure_version, compartment_id, counterpart_id,"
    " assigned_to_id, status, shown_status, act_count, opened_on, opened_at, closed_at,"
    " next_due_on, projected_on"
)


def main() -> None:
    arguments = _arguments()
    django.setup()
    with own_database() as admin_settings:
        people = cast_people()
        took = _timed(lambda: _load(arguments.cases, people, admin_settings))
        print(f"{arguments.cases:,} cases loaded in {took:.0f} s")
        if arguments.without_rls:
            connect(admin_settings, "korpu_test_arranger")
        for name, read in _readings(people):
            _report(name, read, people, arguments.runs)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--cases", type=int, default=100_000)
    parser.add_argument("--runs", type=int, default=100)
    parser.add_argument("--without-rls", action="store_true")
    return parser.parse_args()


@contextmanager
def own_database() -> Iterator[Callable[[str], dict[str, object]]]:
    """A migrated database on a server of our own, tuned as a real one is; removed at the end."""
    from django.core.management import call_command
    from tests.harness.databases import ARRANGER, Clone
    from tests.harness.server import Server

    from korpu.site.postgres import ADMIN, Cluster, prepare_database, prepare_roles
    from korpu.site.postgres.roles import create_database

    state = Path(tempfile.mkdtemp(prefix="korpu-bench-"))
    state.chmod(0o755)
    with ExitStack() as stack:
        stack.callback(shutil.rmtree, state, ignore_errors=True)
        tuned = {"shared_buffers": "512MB", "jit": "off", "synchronous_commit": "off"}
        cluster = stack.enter_context(Cluster(state / "server", tuned).running())
        server = Server(cluster.parameters(ADMIN, "postgres"))
        with server.connect() as admin:
            prepare_roles(admin, {})
            admin.execute(f"create role {ARRANGER} nologin bypassrls")
            admin.execute(f"grant korpu_owner to {ARRANGER}")
            create_database(admin, "bench")
        with server.connect("bench") as inside:
            prepare_database(inside)
        settings = Clone(server, "", "bench").django_settings
        connect(settings, "korpu_owner")
        call_command("migrate", verbosity=0, interactive=False)
        connect(settings, "korpu_app")
        yield settings
        connections.close_all()


def connect(settings: Callable[[str], dict[str, object]], role: str) -> None:
    connections.close_all()
    connections.settings["default"].update(settings(role))


def cast_people() -> dict[str, object]:
    """The officer who reads, five colleagues, and the places."""
    from korpu.foundations.accounts.testing import make_actor, make_compartment, make_office
    from korpu.foundations.casework.testing import (
        ensure_case_type,
        make_counterpart,
        readmission_type,
    )

    ensure_case_type(readmission_type())
    places = [make_compartment("readmission", office=make_office(code)) for code, _ in OFFICES]
    senders = [make_counterpart(state) for state in STATES]
    officers = [make_actor("readmission_officer", office=make_office("sms-a")) for _ in range(6)]
    return {"places": places, "senders": senders, "officers": officers}


def _load(count: int, people: dict[str, object], settings: Callable[..., object]) -> None:
    connect(settings, "korpu_test_arranger")
    chance = random.Random(7)
    with connection.cursor() as cursor:
        cursor.execute("alter table casework_case disable trigger user")
        with cursor.copy(f"copy casework_case ({COLUMNS}) from stdin") as copy:
            for number in range(count):
                copy.write_row(_row(number, chance, people))
        cursor.execute("alter table casework_case enable trigger user")
        cursor.execute("analyze")
    connect(settings, "korpu_app")


def _row(number: int, chance: random.Random, people: dict[str, object]) -> tuple[object, ...]:
    place = chance.choices(people["places"], [weight for _, weight in OFFICES])[0]
    is_closed = chance.random() < 0.1
    opened = TODAY - timedelta(days=chance.randrange(730))
    at = datetime(opened.year, opened.month, opened.day, 9, tzinfo=UTC)
    assignee = chance.choice(people["officers"]).user_id if chance.random() < 0.6 else None
    due = TODAY + timedelta(days=chance.randrange(-60, 120)) if chance.random() < 0.85 else None
    status = CLOSED if is_closed else chance.choices(STATUSES, (20, 40, 5, 30, 5))[0]
    return (
        uuid.uuid4(),
        f"RDM-{opened.year}-{number:06d}",
        f"REF-{number}",
        chance.choices(PROCEDURES, (97, 3))[0],
        "2026.1",
        place.pk,
        chance.choice(people["senders"]).pk,
        assignee,
        status,
        status,
        3,
        opened,
        at,
        at if is_closed else None,
        None if is_closed else due,
        TODAY,
    )


def _readings(people: dict[str, object]) -> list[tuple[str, object]]:
    from korpu.foundations.casework.selectors.worklist import Filters, Sort, View

    sender = people["senders"][3].pk
    rare = PROCEDURES[1]
    colleague = people["officers"][1].user_id
    return [
        ("mine", Filters(view=View.MINE)),
        ("my office", Filters(view=View.OFFICE)),
        ("my office, newest first", Filters(view=View.OFFICE, sort=Sort.NEWEST)),
        ("my office, latest due first", Filters(view=View.OFFICE, sort=Sort.DUE_LAST)),
        ("unassigned", Filters(view=View.UNASSIGNED)),
        ("due soon", Filters(view=View.DUE_SOON)),
        ("deadline missed", Filters(view=View.OVERDUE)),
        ("closed", Filters(view=View.CLOSED)),
        ("shared with us", Filters(view=View.SHARED)),
        ("one status", Filters(view=View.OFFICE, status="refused")),
        ("a status nobody has", Filters(view=View.OFFICE, status="arrived")),
        ("a rare procedure", Filters(view=View.OFFICE, procedure=rare)),
        ("one requesting state", Filters(view=View.OFFICE, sender_ids=(sender,))),
        ("one colleague", Filters(view=View.OFFICE, assigned_to_id=colleague)),
        ("closed, by colleague", Filters(view=View.CLOSED, assigned_to_id=colleague)),
        (
            "state, status and procedure",
            Filters(view=View.OFFICE, sender_ids=(sender,), status="refused", procedure=rare),
        ),
        ("by number", Filters(search="RDM 2026 12345")),
        ("by reference", Filters(search="REF-4711")),
    ]


def _report(name: str, read: object, people: dict[str, object], runs: int) -> None:
    from korpu.foundations.accounts.api import acting
    from korpu.foundations.casework.selectors.rows import rows_of
    from korpu.foundations.casework.selectors.worklist import worklist

    filters = read
    officer = people["officers"][0]
    times = []
    with acting(officer):
        for _ in range(runs):
            start = time.perf_counter()
            found = worklist(for_actor=officer, filters=filters)
            rows_of(cases=found.cases, for_actor=officer, on=TODAY)
            times.append((time.perf_counter() - start) * 1000)
    p95 = statistics.quantiles(times, n=20)[-1]
    mark = "" if p95 <= 100 else "   OVER 100 ms"
    print(f"{name:32} p50 {statistics.median(times):7.1f}  p95 {p95:7.1f}  {found.count}{mark}")


def _timed(work: Callable[[], None]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


if __name__ == "__main__":
    main()
