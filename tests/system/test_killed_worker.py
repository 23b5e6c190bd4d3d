"""A worker killed in the middle of its work: another one finishes it, and nothing is done twice."""

import json
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import timedelta
from socketserver import StreamRequestHandler, ThreadingTCPServer

import psycopg
import pytest
from django.utils import timezone
from procrastinate.exceptions import AlreadyEnqueued

from korpu.foundations.accounts.api import Actor, acting, system_actor
from korpu.foundations.accounts.testing import make_actor
from korpu.foundations.audit.api import seal, verify
from korpu.foundations.casework.api import Case, verify_projection
from korpu.foundations.casework.testing import make_case
from korpu.foundations.jobs.tasks import take_up_again
from korpu.foundations.law.enums import ChangeKind, WorkState
from korpu.foundations.law.models import TermChange, Work
from korpu.foundations.law.tests.conftest import enter, publish, readmission_without_its_domain
from korpu.foundations.mail.api import queue_message
from korpu.foundations.mail.models import Message
from korpu.kernel.texts import Text
from tests.harness.databases import Clone
from tests.system.conftest import environment

pytestmark = pytest.mark.django_db(transaction=True)
COUNT, PATIENCE_SECONDS = 5, 90
__all__ = ["readmission_without_its_domain"]  # a fixture of every test here


class MailServer(ThreadingTCPServer):
    """Takes messages, or keeps the sender waiting for the word that it has one."""

    allow_reuse_address = daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Session)
        self.taken: list[str] = []
        self.is_slow = threading.Event()
        self.has_waiting = threading.Event()


class _Session(StreamRequestHandler):
    server: MailServer

    def handle(self) -> None:
        self.say("220 ready")
        while words := self.rfile.readline().decode().split():
            if words[0].upper() == "DATA":
                self.say("354 go on")
                self.take()
            elif words[0].upper() == "QUIT":
                return
            else:
                self.say("250 fine")

    def take(self) -> None:
        lines = []
        while (line := self.rfile.readline()) not in (b".\r\n", b""):
            lines.append(line.decode())
        if self.server.is_slow.is_set():
            self.server.has_waiting.set()
            self.rfile.readline()  # until the sender is gone
            return
        self.server.taken.append("".join(lines))
        self.say("250 taken")

    def say(self, words: str) -> None:
        self.wfile.write(f"{words}\r\n".encode())


@pytest.fixture
def mail() -> Iterator[MailServer]:
    with MailServer() as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield server
        server.shutdown()


@pytest.fixture
def worker(django_db_setup: Clone, mail: MailServer) -> Callable[[], "subprocess.Popen[bytes]"]:
    """Starts a worker on the test's database."""
    host, port = mail.server_address[:2]
    variables = environment(
        KORPU_EMAIL_HOST=str(host), KORPU_EMAIL_PORT=str(port), KORPU_EMAIL_TLS="0"
    )
    settings = json.dumps(django_db_setup.django_settings())

    def started() -> "subprocess.Popen[bytes]":
        words = [sys.executable, "-m", "tests.system.small_worker", settings]
        return subprocess.Popen(words, env=variables)

    return started


@contextmanager
def held(clone: Clone, case: Case) -> Iterator[None]:
    """Somebody has the case open: whoever wants to write it waits."""
    with clone.server.connect(clone.name) as other, other.transaction():
        other.execute("select from casework_case where id = %s for update", [case.pk])
        yield


def until(what: Callable[[], bool]) -> None:
    last = time.monotonic() + PATIENCE_SECONDS
    while not what():
        assert time.monotonic() < last, "the worker did not get there"
        time.sleep(0.1)


def kill(process: "subprocess.Popen[bytes]") -> None:
    os.kill(process.pid, signal.SIGKILL)
    process.wait(timeout=20)


def look_for_the_dead(connection: psycopg.Connection) -> None:
    """Minutes pass without a sign of life; the queue looks after itself, as by the clock."""
    connection.execute(
        "update procrastinate_workers set last_heartbeat = last_heartbeat - interval '10 minutes'"
    )
    with suppress(AlreadyEnqueued):
        take_up_again.defer(timestamp=0)


def decreed(drafter: Actor, lawyer: Actor) -> tuple[list[Case], Work]:
    """Cases whose term ends on a day that is declared free; the dates are still to be computed."""
    officer = make_actor("readmission_officer")
    with acting(officer):
        cases = [make_case(actor=officer) for _ in range(COUNT)]
        day = cases[0].deadlines.get(deadline="reply").due_on
    assert day is not None
    title = Text(az="Yas günü", en="Day of mourning", ru="День траура")
    said = {"kind": ChangeKind.DAY_OFF, "subject": "az", "valid_from": day, "title": title}
    publish(enter(drafter, **said), lawyer)
    with acting(system_actor()):
        return cases, Work.objects.latest("pk")


def test_what_a_killed_worker_left_is_finished_by_the_next_and_nothing_is_done_twice(
    django_db_setup: Clone,
    worker: Callable[[], "subprocess.Popen[bytes]"],
    mail: MailServer,
) -> None:
    with acting(system_actor()) as actor:
        now = timezone.now() - timedelta(seconds=1)
        queue_message(
            to="person@example.org", subject="A date", text="Log in.", language="en",
            actor=actor, at=now,
        )  # fmt: skip
    cases, work = decreed(make_actor("administrator"), make_actor("lawyer"))
    mail.is_slow.set()

    def done() -> int:
        with acting(system_actor()):
            work.refresh_from_db()
        return work.done_count

    with held(django_db_setup, cases[3]):
        first = worker()
        try:
            until(lambda: done() == 2)
            until(mail.has_waiting.is_set)
            time.sleep(0.5)  # into the batch that waits for the case
        finally:
            kill(first)
    assert (done(), mail.taken) == (2, [])

    mail.is_slow.clear()
    with django_db_setup.server.connect(django_db_setup.name) as connection:
        look_for_the_dead(connection)
    second = worker()
    try:
        until(lambda: done() == COUNT and work.state == WorkState.DONE)
        until(lambda: len(mail.taken) == 1)
        time.sleep(1)  # a second one would come now
    finally:
        second.terminate()
        second.wait(timeout=30)
    with acting(system_actor()):
        assert work.changed_count == COUNT
        assert sorted(TermChange.objects.values_list("case_id", flat=True)) == sorted(
            case.pk for case in cases
        )
        assert list(verify_projection()) == []
        (message,) = Message.objects.all()
        assert (message.state, message.attempts_count) == ("sent", 1)
    assert len(mail.taken) == 1
    assert str(message.uuid) in mail.taken[0]
    seal()
    assert verify().sound
