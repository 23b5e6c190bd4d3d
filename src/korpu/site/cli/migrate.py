"""``korpu migrate``"""

import argparse
from typing import Any

from korpu.site.cli.system import add_state_option, parser_of, system


def add_parser(subparsers: Any) -> None:
    parser = parser_of(
        subparsers,
        "migrate",
        "bring the database up to date with this version",
        "Runs the migrations as the owner of the tables (DATABASE_OWNER_URL). Back up first.",
    )
    parser.add_argument(
        "--check", action="store_true", help="change nothing; end with 1 if something is pending"
    )
    add_state_option(parser)
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    with system(arguments):
        from korpu.site.database import migrate, pending_migrations

        if not arguments.check:
            migrate()
            return 0
        pending = pending_migrations()
        print("\n".join(pending) if pending else "The database is up to date.")
        return 1 if pending else 0
