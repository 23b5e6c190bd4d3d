"""Whether rows and files folder agree: for ``korpu doctor`` and after a restore."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from korpu.foundations.files import storage
from korpu.foundations.files.models import StoredFile

STILL_COMING_IN = timedelta(days=1)
"""A file without a row may belong to a request still running; older ones are left-overs."""


@dataclass(frozen=True, slots=True)
class StorageReport:
    """What does not agree; all empty is good.

    Attributes:
        missing: SHA-256 named by a row, not in the folder.
        altered: SHA-256 whose bytes are no longer those; only filled when contents were read.
        orphans: files in the folder that no row names, older than a day; safe to delete.
    """

    missing: tuple[str, ...]
    altered: tuple[str, ...]
    orphans: tuple[Path, ...]

    @property
    def is_good(self) -> bool:
        return not (self.missing or self.altered or self.orphans)


def check_storage(*, at: datetime, contents: bool = False) -> StorageReport:
    """Compare all rows with the folder. Run it as the system actor, who sees every row.

    Args:
        at: the moment, aware.
        contents: also read every file and compare its SHA-256 (slow: reads the whole folder).
    """
    named = set(_named())
    held = {path.name: path for path in storage.stored()}
    return StorageReport(
        missing=tuple(sorted(named - held.keys())),
        altered=tuple(sorted(_altered(named, held))) if contents else (),
        orphans=tuple(sorted(_orphans(named, held, at))),
    )


def _named() -> Iterator[str]:
    rows = StoredFile.objects.values_list("sha256", "clean_sha256")
    yield from (sha256 for row in rows.iterator() for sha256 in row if sha256)


def _altered(named: set[str], held: dict[str, Path]) -> Iterator[str]:
    for sha256 in named & held.keys():
        with held[sha256].open("rb") as content:
            if hashlib.file_digest(content, "sha256").hexdigest() != sha256:
                yield sha256


def _orphans(named: set[str], held: dict[str, Path], at: datetime) -> Iterator[Path]:
    oldest_kept = (at - STILL_COMING_IN).timestamp()
    for sha256 in held.keys() - named:
        if held[sha256].stat().st_mtime < oldest_kept:
            yield held[sha256]
