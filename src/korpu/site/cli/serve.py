"""``korpu serve``"""

import argparse
import os
from typing import Any

from korpu.kernel.errors import NotPossibleNow
from korpu.site import processes
from korpu.site.cli.system import parser_of, set_up_django

DESCRIPTION = """\
Runs the web application and its worker with production settings until it is told to end
(SIGTERM, Ctrl-C); requests and jobs under way are finished first. Put a proxy that speaks TLS in
front of it and set KORPU_BEHIND_PROXY=1. Settings come from the environment: docs/how-to/run.md.
If the web server or the worker ends by itself, so does the command, for the machine's service
manager to start it again.
"""


def add_parser(subparsers: Any) -> None:
    parser = parser_of(subparsers, "serve", "run the service (production)", DESCRIPTION)
    parser.add_argument("--host", default="127.0.0.1", help="address (default: 127.0.0.1)")
    parser.add_argument("--port", type=int, default=8000, help="port (default: 8000)")
    parser.add_argument(
        "--workers",
        type=int,
        default=min(8, os.cpu_count() or 1),
        help="web processes (default: one per processor, at most 8)",
    )
    parser.add_argument("--without-worker", action="store_true", help="run the web server alone")
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    os.environ.setdefault("KORPU_MODE", "production")
    if os.environ["KORPU_MODE"] != "production":
        raise NotPossibleNow(
            "korpu serve runs the production service only.", "To try the system out: korpu demo."
        )
    set_up_django()
    _prepare()
    commands = {
        "web server": processes.web_command(arguments.host, arguments.port, arguments.workers)
    }
    if not arguments.without_worker:
        commands["worker"] = processes.worker_command()
    with processes.until_told_to_end():
        processes.run_together(
            commands, environment={"KORPU_MODE": "production"}, ready=lambda check: check()
        )
    return 0


def _prepare() -> None:
    from django.core.management import call_command

    from korpu.site.database import pending_migrations

    pending = pending_migrations()
    if pending:
        raise NotPossibleNow(
            f"The database is {len(pending)} migrations behind this version.",
            "Back up (korpu backup FILE), then run korpu migrate.",
        )
    call_command("collectstatic", verbosity=0, interactive=False)
