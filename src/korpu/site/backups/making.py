"""Making a backup while the system runs."""

import os
import tarfile
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from importlib.metadata import version
from io import BytesIO
from pathlib import Path
from typing import IO

from korpu.kernel.errors import Conflict
from korpu.site.backups.manifest import DUMP, FILES, NAME, HashingReader, Manifest, Member
from korpu.site.backups.programs import parameters_of, run_program
from korpu.site.database import applied_migrations, server_version


def make_backup(target: Path, *, files: Path, at: datetime, overwrite: bool = False) -> Manifest:
    """Write the database and the uploaded files into one archive, whole or not at all.

    The database is read in one snapshot, and before the files: a file is stored before the row
    that names it and never changed, so every row of the backup has its file.

    Raises:
        Conflict: ``target`` exists and ``overwrite`` was not asked for.
        Unavailable: the database cannot be read.
    """
    if target.exists() and not overwrite:
        raise Conflict(f"{target} exists already.", "Choose another name, or say --yes.")
    with _replacing(target) as archive_file, tempfile.TemporaryFile(dir=target.parent) as dump:
        run_program(
            "pg_dump",
            ["--format=custom", "--no-password", "--no-comments"],
            connection=parameters_of("DATABASE_BACKUP_URL"),
            stdout=dump,
        )
        members: dict[str, Member] = {}
        with tarfile.open(fileobj=archive_file, mode="w", format=tarfile.PAX_FORMAT) as archive:
            members[DUMP] = _add(archive, DUMP, dump)
            for path in stored_files(files):
                name = FILES + path.relative_to(files).as_posix()
                with path.open("rb") as source:
                    members[name] = _add(archive, name, source)
            manifest = _manifest(at, members)
            _add(archive, NAME, BytesIO(manifest.as_bytes()))
    return manifest


def stored_files(folder: Path) -> Iterator[Path]:
    """Every file below the folder, in order of name; nothing where there is no folder."""
    return iter(sorted(path for path in folder.rglob("*") if path.is_file()))


def _manifest(at: datetime, members: dict[str, Member]) -> Manifest:
    return Manifest(
        made_at=at.isoformat(),
        korpu=version("korpu"),
        postgresql=server_version(),
        migrations=applied_migrations(),
        members=members,
    )


def _add(archive: tarfile.TarFile, name: str, source: IO[bytes]) -> Member:
    entry = tarfile.TarInfo(name)
    entry.size = source.seek(0, os.SEEK_END)
    entry.mode = 0o600
    source.seek(0)
    reader = HashingReader(source)
    archive.addfile(entry, reader)
    return reader.seen


@contextmanager
def _replacing(target: Path) -> Iterator[IO[bytes]]:
    """A private file that takes the target's place once it is whole and on the disk."""
    partial = target.with_name(f"{target.name}.part")
    partial.unlink(missing_ok=True)
    handle = os.open(partial, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    try:
        with os.fdopen(handle, "wb") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        partial.replace(target)
    finally:
        partial.unlink(missing_ok=True)
