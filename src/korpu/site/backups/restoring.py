"""Checking a backup, and putting it in the place of what is there."""

import os
import shutil
import subprocess
import tarfile
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from django.db import connection, connections

from korpu.kernel.errors import Conflict, InvalidInput, Unavailable
from korpu.site.backups.manifest import CHUNK, DUMP, FILES, NAME, HashingReader, Manifest, Member
from korpu.site.backups.programs import environment_of, parameters_of, run_program
from korpu.site.database import connected_as_owner, known_migrations
from korpu.site.postgres import find_binaries
from korpu.site.postgres.roles import rights_of_the_owner

PRELUDE = "drop schema public cascade;\ncreate schema public;\n"
# Written by newer pg_dump, unknown to PostgreSQL 15 and 16.
UNKNOWN_TO_OLDER_SERVERS = b"SET transaction_timeout = 0;\n"


def inspect(source: Path) -> Manifest:
    """Read a backup through and compare every part with its checksum. Changes nothing.

    Raises:
        InvalidInput: it is no backup, a part is missing, changed or too many, or it was made by a
            version of Körpü that knows more than this one.
    """
    with tempfile.TemporaryDirectory() as scratch:
        return _unpack(source, Path(scratch), keep=False)


def restore_backup(source: Path, *, files: Path, overwrite: bool = False) -> Manifest:
    """Replace database and files by those of a backup. The database changes whole or not at all.

    The backup is checked before anything is touched. Nobody else may use the database meanwhile.
    Uploaded files are added; files the backup does not know are left alone.

    Raises:
        InvalidInput: see :func:`inspect`.
        Conflict: the database holds tables and ``overwrite`` was not asked for.
        Unavailable: PostgreSQL refused; the database is as it was.
    """
    with tempfile.TemporaryDirectory(dir=_roomy(files)) as scratch:
        folder = Path(scratch)
        manifest = _unpack(source, folder, keep=True)
        if _has_tables() and not overwrite:
            raise Conflict(
                "The database holds tables already; restoring would replace them.",
                "Back up what is there, then say --yes.",
            )
        _add_files(folder / FILES, files)
        _replace_database(folder / DUMP)
    return manifest


def _roomy(files: Path) -> Path:
    files.mkdir(mode=0o700, parents=True, exist_ok=True)
    return files.parent


def _unpack(source: Path, folder: Path, *, keep: bool) -> Manifest:
    found: dict[str, Member] = {}
    manifest: Manifest | None = None
    with _opened(source) as archive:
        for entry in archive:
            content = archive.extractfile(entry) if entry.isreg() else None
            if content is None or not _is_inside(entry.name):
                raise InvalidInput(f"{source} holds {entry.name!r}, which no backup holds.")
            if entry.name == NAME:
                manifest = Manifest.read(content.read())
                continue
            reader = HashingReader(content)
            _copy(reader, folder / entry.name if keep else None)
            found[entry.name] = reader.seen
    _check(source, manifest, found)
    assert manifest is not None
    return manifest


@contextmanager
def _opened(source: Path) -> Iterator[tarfile.TarFile]:
    try:
        with tarfile.open(source, "r:") as archive:
            yield archive
    except FileNotFoundError as error:
        raise InvalidInput(f"There is no file {source}.") from error
    except (tarfile.TarError, EOFError, OSError) as error:
        raise InvalidInput(
            f"{source} is not a whole backup ({type(error).__name__}).", "Use another copy of it."
        ) from error


def _is_inside(name: str) -> bool:
    expected = name in {NAME, DUMP} or name.startswith(FILES)
    return expected and ".." not in Path(name).parts


def _copy(reader: HashingReader, target: Path | None) -> None:
    if target is None:
        while reader.read(CHUNK):
            pass
        return
    target.parent.mkdir(parents=True, exist_ok=True)
    with target.open("wb") as file:
        while data := reader.read(CHUNK):
            file.write(data)


def _check(source: Path, manifest: Manifest | None, found: dict[str, Member]) -> None:
    if manifest is None or DUMP not in found:
        raise InvalidInput(f"{source} is not a whole backup.", "Use another copy of it.")
    wrong = sorted(
        name
        for name in {*manifest.members, *found}
        if manifest.members.get(name) != found.get(name)
    )
    if wrong:
        raise InvalidInput(
            f"{source} was changed or damaged: {', '.join(wrong[:3])} does not match its checksum"
            f" ({len(wrong)} in all).",
            "Use another copy of it.",
        )
    unknown = sorted(set(manifest.migrations) - known_migrations())
    if unknown:
        raise InvalidInput(
            f"The backup was made by a newer Körpü ({manifest.korpu}); this one does not know "
            f"{unknown[0]}.",
            "Install that version or a newer one, then restore.",
        )


def _has_tables() -> bool:
    with connected_as_owner():
        return bool(connection.introspection.table_names())


def _add_files(source: Path, target: Path) -> None:
    for path in source.rglob("*") if source.exists() else ():
        place = target / path.relative_to(source)
        if path.is_file() and not place.exists():
            place.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            partial = place.with_name(f"{place.name}.part")
            shutil.copyfile(path, partial)
            partial.chmod(0o600)
            partial.rename(place)


def _replace_database(dump: Path) -> None:
    connections.close_all()
    owner = parameters_of("DATABASE_OWNER_URL")
    script = dump.with_name("database.sql")
    run_program("pg_restore", ["--no-password", "--file", script, dump])
    psql = subprocess.Popen(  # noqa: S603 - the server's own program, arguments are ours
        [
            find_binaries().program("psql"),
            *("--no-psqlrc", "--quiet", "--no-password", "--single-transaction"),
            *("--set", "ON_ERROR_STOP=1", "--output", os.devnull, "--file", "-"),
        ],
        env={"PATH": os.defpath, **environment_of(owner)},
        stdin=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    with script.open("rb") as lines:
        _, words = _feed(psql, lines)
    if psql.returncode != 0:
        kept = [line for line in words.decode(errors="replace").splitlines() if "ERROR" in line]
        raise Unavailable(
            "PostgreSQL refused the backup; the database is as it was.", " ".join(kept[:3])
        )


def _feed(psql: "subprocess.Popen[bytes]", lines: Iterator[bytes]) -> tuple[bytes, bytes]:
    assert psql.stdin is not None
    try:
        psql.stdin.write(PRELUDE.encode())
        in_head = True
        for line in lines:
            in_head = in_head and not line.startswith(b"COPY ")
            if not (in_head and line == UNKNOWN_TO_OLDER_SERVERS):
                psql.stdin.write(line)
        psql.stdin.write("".join(f"{right};\n" for right in rights_of_the_owner()).encode())
    except BrokenPipeError:
        pass
    return psql.communicate()
