"""A backup is read through and believed only if every part is what its manifest says."""

import hashlib
import tarfile
from collections.abc import Mapping
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest

from korpu.kernel.errors import InvalidInput
from korpu.site.backups import Manifest, inspect
from korpu.site.backups.manifest import DUMP, NAME, Member

PARTS = {DUMP: b"the database" * 1000, "files/ab/abcd": b"a photograph"}
WHOLE = Manifest(
    made_at="2026-11-22T10:00:00+00:00",
    korpu="0.1.0",
    postgresql="18.6",
    migrations=["accounts.0001_initial"],
    members={
        name: Member(hashlib.sha256(data).hexdigest(), len(data)) for name, data in PARTS.items()
    },
)

pytestmark = pytest.mark.django_db


def archive(path: Path, parts: Mapping[str, bytes], manifest: bytes | None = None) -> Path:
    everything = {**parts, **({} if manifest is None else {NAME: manifest})}
    with tarfile.open(path, "w") as made:
        for name, data in everything.items():
            entry = tarfile.TarInfo(name)
            entry.size = len(data)
            made.addfile(entry, BytesIO(data))
    return path


def test_a_whole_backup_tells_what_it_holds(tmp_path) -> None:
    assert inspect(archive(tmp_path / "b.tar", PARTS, WHOLE.as_bytes())) == WHOLE


@pytest.mark.parametrize(
    ("parts", "manifest", "reason"),
    [
        ({**PARTS, DUMP: b"the Database" * 1000}, WHOLE, "database.dump does not match"),
        ({DUMP: PARTS[DUMP]}, WHOLE, "files/ab/abcd does not match"),
        ({**PARTS, "files/cd/cdef": b"slipped in"}, WHOLE, "files/cd/cdef does not match"),
        ({"files/ab/abcd": b""}, WHOLE, "not a whole backup"),
        (PARTS, None, "not a whole backup"),
        ({**PARTS, "files/../../etc/passwd": b"x"}, WHOLE, "which no backup holds"),
        ({**PARTS, "/etc/passwd": b"x"}, WHOLE, "which no backup holds"),
        (PARTS, replace(WHOLE, format=2), "has format 2"),
        (PARTS, replace(WHOLE, migrations=["accounts.9999_future"]), "made by a newer Körpü"),
    ],
)
def test_a_backup_that_is_not_what_it_says_is_refused(tmp_path, parts, manifest, reason) -> None:
    text = manifest.as_bytes() if manifest else None
    with pytest.raises(InvalidInput, match=reason):
        inspect(archive(tmp_path / "b.tar", parts, text))


def test_a_manifest_of_nonsense_is_refused(tmp_path) -> None:
    with pytest.raises(InvalidInput, match="manifest cannot be read"):
        inspect(archive(tmp_path / "b.tar", PARTS, b'{"members": [1]}'))


def test_half_a_backup_is_refused(tmp_path) -> None:
    whole = archive(tmp_path / "b.tar", PARTS, WHOLE.as_bytes()).read_bytes()
    for kept in (0, 100, 600, len(whole) // 2):
        half = tmp_path / "half.tar"
        half.write_bytes(whole[:kept])
        with pytest.raises(InvalidInput, match="not a whole backup"):
            inspect(half)


def test_a_file_that_is_not_there_is_said_so(tmp_path) -> None:
    with pytest.raises(InvalidInput, match="There is no file"):
        inspect(tmp_path / "nothing.tar")
