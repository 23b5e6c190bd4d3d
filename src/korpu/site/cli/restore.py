"""``korpu restore FILE``"""

import argparse
from pathlib import Path
from typing import Any

from korpu.kernel.errors import NotPossibleNow
from korpu.site.cli.system import (
    add_state_option,
    names_a_service,
    parser_of,
    state_of,
    system,
)

DESCRIPTION = """\
Puts a backup in the place of what is there. The archive is checked part by part before anything is
touched, and the database is replaced whole or not at all. End the service first. A database that
holds tables is replaced only with --yes. Afterwards run korpu migrate if this version is newer.
"""


def add_parser(subparsers: Any) -> None:
    parser = parser_of(subparsers, "restore", "bring a backup back", DESCRIPTION)
    parser.add_argument("file", type=Path, metavar="FILE", help="an archive made by korpu backup")
    parser.add_argument("--check", action="store_true", help="only check the archive")
    parser.add_argument("--yes", action="store_true", help="replace the database that is there")
    add_state_option(parser)
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    if not arguments.check and not names_a_service() and state_of(arguments).running() is not None:
        raise NotPossibleNow(
            "The demonstration is running; its database cannot be replaced under people's hands.",
            "End it with Ctrl-C where it runs, then try again.",
        )
    with system(arguments):
        from django.conf import settings

        from korpu.site.backups import inspect, restore_backup
        from korpu.site.database import pending_migrations

        source = arguments.file.absolute()
        if arguments.check:
            print(f"{arguments.file} is whole; it was made at {inspect(source).made_at}.")
            return 0
        manifest = restore_backup(source, files=settings.KORPU_FILES_DIR, overwrite=arguments.yes)
        print(f"Restored what was there at {manifest.made_at}.")
        if pending_migrations():
            print("This version is newer than the backup. Next: korpu migrate.")
    return 0
