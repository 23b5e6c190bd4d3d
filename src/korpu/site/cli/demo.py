"""``korpu demo``"""

import argparse
import os
import shutil
import socket
import time
import urllib.request
from collections.abc import Callable
from typing import Any
from urllib.error import URLError

from korpu.kernel.errors import NotPossibleNow, Unavailable
from korpu.site import processes
from korpu.site.cli.progress import Progress
from korpu.site.cli.system import (
    add_state_option,
    names_a_service,
    parser_of,
    set_up_django,
    state_of,
)
from korpu.site.postgres import Cluster
from korpu.site.state import DemoState, ensure_database

HOST = "127.0.0.1"
FIRST_ANSWER_SECONDS = 60

DESCRIPTION = """\
Brings everything up on this machine: a database of its own, fictional people and cases, the web
application and its worker. Nothing has to be installed or configured; nothing leaves the machine.
End it with Ctrl-C. What you entered is still there next time, unless you say --reset.

Never enter data of real people here.
"""


def add_parser(subparsers: Any) -> None:
    parser = parser_of(subparsers, "demo", "try the system out with fictional people", DESCRIPTION)
    parser.add_argument("--port", type=int, default=8000, help="port on 127.0.0.1 (default: 8000)")
    parser.add_argument("--reset", action="store_true", help="throw everything away, start afresh")
    parser.add_argument(
        "--empty", action="store_true", help="only the people who log in; invent no cases"
    )
    add_state_option(parser)
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    _refuse_a_service()
    state = state_of(arguments)
    running = state.running()
    if running is not None:
        return _point_to(running, reset=arguments.reset)
    _refuse_taken_port(arguments.port)
    cluster = Cluster(state.folder)
    cluster.make_folders()
    with processes.until_told_to_end(), state.claimed():
        _bring_up(cluster, state, arguments.port, reset=arguments.reset, empty=arguments.empty)
    print("Everything has ended.", flush=True)
    return 0


def _refuse_a_service() -> None:
    if names_a_service():
        raise NotPossibleNow(
            "The environment names a real service; a demonstration does not run beside it.",
            "Unset KORPU_MODE, DATABASE_URL and DATABASE_OWNER_URL, or use korpu serve.",
        )


def _point_to(running: Any, *, reset: bool) -> int:
    if reset:
        raise NotPossibleNow(
            "The demonstration is running; it cannot be reset under people's hands.",
            "End it with Ctrl-C where it runs, then try again.",
        )
    if "url" not in running:
        print("A demonstration is starting here at this moment. Wait for it to say its address.")
    else:
        print(
            f"It is already running: {running['url']} (process {running['process']}).\n"
            "End it with Ctrl-C where it runs."
        )
    return 0


def _refuse_taken_port(port: int) -> None:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, port))
        except (OSError, OverflowError) as error:
            raise Unavailable(
                f"Port {port} cannot be used ({getattr(error, 'strerror', None) or error}).",
                "End the program that listens there, or choose another one: "
                "korpu demo --port 8001.",
            ) from error


def _bring_up(cluster: Cluster, state: DemoState, port: int, *, reset: bool, empty: bool) -> None:
    progress = Progress()
    if reset:
        progress.step("Throwing the old demonstration away")
        cluster.erase()
        state.forget()
    progress.step("Starting the database")
    with cluster.running():
        ensure_database(cluster)
        url = f"http://{HOST}:{port}/"
        variables = {**state.variables(cluster), "KORPU_SITE_URL": url}
        os.environ.update(variables)
        set_up_django()
        _fill(progress)
        progress.step("Starting the web server and the worker")
        processes.run_together(
            {
                "web server": processes.web_command(HOST, port, workers=1),
                "worker": processes.worker_command(),
            },
            environment=variables,
            ready=lambda check: _welcome(url, state, progress, check),
            meanwhile=lambda check: None if empty else _populate(progress, check),
        )


def _fill(progress: Progress) -> None:
    from django.conf import settings
    from django.core.management import call_command
    from django.db import DatabaseError

    from korpu.site import demo
    from korpu.site.database import migrate, pending_migrations

    if pending_migrations():
        progress.step("Making the tables")
        try:
            migrate(verbosity=0)
        except DatabaseError as error:
            raise Unavailable(
                "The tables found here were made by another version and cannot be brought up to "
                f"date ({type(error).__name__}).",
                "Start afresh: korpu demo --reset.",
            ) from error
    if not demo.is_prepared():
        progress.step("Preparing the jurisdiction and the cast")
        demo.prepare(progress.note)
    progress.step("Collecting style sheets and scripts")
    shutil.rmtree(str(settings.STATIC_ROOT), ignore_errors=True)
    call_command("collectstatic", verbosity=0, interactive=False)


def _welcome(
    url: str, state: DemoState, progress: Progress, check_processes: Callable[[], None]
) -> None:
    deadline = time.monotonic() + FIRST_ANSWER_SECONDS
    while not _answers(url + "health/"):
        check_processes()
        if time.monotonic() > deadline:
            raise Unavailable("The web server does not answer.", "Its words stand above.")
        time.sleep(0.05)
    state.announce(url)
    progress.done()
    from korpu.site import demo

    print(demo.welcome(url), flush=True)


def _populate(progress: Progress, check_processes: Callable[[], None]) -> None:
    """Invent the world while people can look around; interrupted, it goes on next time."""
    from korpu.site import demo

    if demo.is_populated():
        return

    def report(what: str) -> None:
        check_processes()
        progress.note(what)

    progress.step("\nInventing people and cases; you can look around meanwhile")
    demo.populate(report)
    progress.done()


def _answers(url: str) -> bool:
    try:
        with urllib.request.urlopen(url, timeout=5) as answer:  # noqa: S310 - our own address
            return bool(answer.status == 200)  # noqa: PLR2004 - the status of "ok"
    except (URLError, OSError):
        return False
