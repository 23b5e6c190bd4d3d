"""An import of participants: reading the file, keeping its lines, and the job that takes them.

    uv run python -m benchmarks.events_import --rows 10000

Uses a database of its own on the tests' server, with row-level security and the audit triggers in
force. Prints seconds of each part, the longest step of the job (what one transaction takes, and
thus how often the page sees progress), and the seconds of taking the whole import back.
"""

import argparse
import csv
import io
import os
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta
from typing import Any, TypeVar

os.environ["KORPU_MODE"] = "test"
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "korpu.site.settings")

import django
from django.core.management import call_command
from django.db import connection, connections
from django.utils import timezone
from openpyxl import Workbook
from tests.harness.databases import clone_of_template
from tests.harness.server import test_server

T = TypeVar("T")
HEADING = ("family_name", "given_names", "email", "institution", "country", "sex", "language")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--rows", type=int, default=10_000)
    rows = parser.parse_args().rows
    django.setup()
    with _database():
        _measure(rows)


def _measure(count: int) -> None:
    from korpu.domains.events.lists_in import read_list
    from korpu.domains.events.models import Batch
    from korpu.domains.events.services.imports import request_import, undo_import
    from korpu.domains.events.tasks import _step
    from korpu.domains.events.testing import make_announced
    from korpu.foundations.accounts.api import acting, system_actor
    from korpu.foundations.accounts.testing import make_actor
    from korpu.foundations.codelists.api import load_codelists

    now = timezone.now()
    with acting(system_actor()):
        load_codelists(at=now)
    manager = make_actor("project_manager")
    event = make_announced(manager, first=timezone.localdate() + timedelta(days=9), at=now)
    _timed("reading CSV", lambda: read_list(_csv(count)))
    rows = _timed("reading XLSX", lambda: read_list(_xlsx(count)))
    with acting(manager):
        batch = _timed(
            "keeping the lines",
            lambda: request_import(event=event, rows=rows, name="list", actor=manager, at=now),
        )
    steps = []
    is_under_way = True
    while is_under_way:
        start = time.perf_counter()
        is_under_way = _step(batch.pk)
        steps.append(time.perf_counter() - start)
    print(f"the job: {sum(steps):.2f} s in {len(steps)} steps, the longest {max(steps):.2f} s")
    with acting(manager):
        done = Batch.objects.get(pk=batch.pk)
        print(f"added {done.added:,}, left out {done.skipped:,}, refused {done.refused:,}")
        _timed("taking it back", lambda: undo_import(batch=done, actor=manager, at=now))


def _lines(count: int) -> Iterator[tuple[str, ...]]:
    yield HEADING
    for number in range(count):
        email = f"person{number}@example.org" if number % 100 else "not an address"
        sex = "qadın" if number % 2 else "M"
        yield ("Əliyeva", f"Ad{number}", email, f"Qurum {number % 50}", "Azərbaycan", sex, "az")


def _csv(count: int) -> io.BytesIO:
    out = io.StringIO()
    csv.writer(out).writerows(_lines(count))
    return io.BytesIO(out.getvalue().encode("utf-8-sig"))


def _xlsx(count: int) -> io.BytesIO:
    book, out = Workbook(write_only=True), io.BytesIO()
    sheet = book.create_sheet()
    for line in _lines(count):
        sheet.append(line)
    book.save(out)
    out.seek(0)
    return out


def _timed(what: str, work: Callable[[], T]) -> T:
    start = time.perf_counter()
    made = work()
    print(f"{what}: {time.perf_counter() - start:.2f} s")
    return made


@contextmanager
def _database() -> Iterator[None]:
    with test_server() as server, clone_of_template(server, _migrate) as clone:
        _point_at(clone, "korpu_app")
        yield
        connections.close_all()


def _migrate(empty: Any) -> None:
    _point_at(empty, "korpu_owner")
    call_command("migrate", verbosity=0, interactive=False)
    connection.close()


def _point_at(clone: Any, role: str) -> None:
    connections.close_all()
    connections.settings["default"].update(clone.django_settings(role))


if __name__ == "__main__":
    main()
