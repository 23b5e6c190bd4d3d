"""``korpu backup FILE``"""

import argparse
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from korpu.site.cli.system import add_state_option, parser_of, system

DESCRIPTION = """\
Writes the database and the uploaded files into one archive, with a checksum for each part. The
system may go on running. The archive holds personal data in full: keep it as safe as the database.
For a real service DATABASE_BACKUP_URL names the role korpu_backup.
"""


def add_parser(subparsers: Any) -> None:
    parser = parser_of(subparsers, "backup", "write everything into one file", DESCRIPTION)
    parser.add_argument("file", type=Path, metavar="FILE", help="the archive to write (.tar)")
    parser.add_argument("--yes", action="store_true", help="replace FILE if it exists")
    add_state_option(parser)
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    with system(arguments):
        from django.conf import settings

        from korpu.site.backups import make_backup

        manifest = make_backup(
            arguments.file.absolute(),
            files=settings.KORPU_FILES_DIR,
            at=datetime.now(UTC),
            overwrite=arguments.yes,
        )
    total = sum(member.size for member in manifest.members.values())
    print(
        f"{arguments.file}: the database and {len(manifest.members) - 1} files, "
        f"{total / 1e6:.1f} MB. Check a copy of it with: korpu restore --check {arguments.file}"
    )
    return 0
