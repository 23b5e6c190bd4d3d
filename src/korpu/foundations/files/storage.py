"""Bytes on disk: each content once, under its SHA-256, whole or not at all."""

import hashlib
import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import NamedTemporaryFile

from django.conf import settings

_INCOMING = "incoming"


def folder() -> Path:
    """The files folder of this installation (``KORPU_FILES_DIR``)."""
    return Path(settings.KORPU_FILES_DIR)


def path_of(sha256: str) -> Path:
    return folder() / sha256[:2] / sha256[2:4] / sha256


@contextmanager
def incoming(chunks: Iterable[bytes], *, limit_bytes: int) -> Iterator[Path]:
    """The chunks in a temporary file that is gone at the end unless :func:`keep` moved it.

    Reading stops just above ``limit_bytes``; the caller sees it by the size.
    """
    waiting = folder() / _INCOMING
    waiting.mkdir(parents=True, exist_ok=True, mode=0o700)
    with NamedTemporaryFile(dir=waiting, delete=False) as file:
        path = Path(file.name)
        for chunk in chunks:
            file.write(chunk)
            if file.tell() > limit_bytes:
                break
        file.flush()
        os.fsync(file.fileno())
    try:
        yield path
    finally:
        path.unlink(missing_ok=True)


def keep(path: Path) -> str:
    """Move a finished file to its place and return its SHA-256. Equal content is kept once."""
    with path.open("rb") as content:
        sha256 = hashlib.file_digest(content, "sha256").hexdigest()
    place = path_of(sha256)
    place.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    path.chmod(0o600)
    path.replace(place)
    _flush_folder(place.parent)
    return sha256


def stored() -> Iterator[Path]:
    """Every kept file, in no order; files still coming in are left out."""
    if folder().is_dir():
        yield from folder().glob("[0-9a-f][0-9a-f]/[0-9a-f][0-9a-f]/*")


def _flush_folder(place: Path) -> None:
    descriptor = os.open(place, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
