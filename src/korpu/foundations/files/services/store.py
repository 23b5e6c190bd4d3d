"""Taking a file in."""

import re
import unicodedata
from collections.abc import Iterable
from datetime import datetime
from pathlib import Path, PurePosixPath
from typing import Protocol

from django.conf import settings
from django.core.files.base import File
from django.utils.module_loading import import_string
from django.utils.translation import gettext_lazy as _
from PIL import Image, ImageOps

from korpu.foundations.files import storage
from korpu.foundations.files.media import MediaType, recognise, refusal
from korpu.foundations.files.models import StoredFile
from korpu.kernel.errors import Unavailable

_MEGABYTE = 1_000_000
_LONGEST_NAME = 150
_UNSAFE_IN_NAME = re.compile(r'[\\/:*?"<>|]+')


class Uploader(Protocol):
    """Who sends the file: an actor of :mod:`korpu.foundations.accounts`."""

    @property
    def user_id(self) -> int: ...


def store_upload(*, upload: "File[bytes]", kind: str, actor: Uploader, at: datetime) -> StoredFile:
    """Check an upload by its content and keep it.

    Args:
        upload: the file as Django hands it over, or a ``ContentFile`` of ours; its declared type
            and suffix are not believed.
        kind: what it is for (a slug such as ``evidence``).
        actor: who sends it.
        at: the moment, aware.

    Raises:
        InvalidInput: at the field ``file``: empty, too large, damaged, locked, of a type not taken,
            two files in one, or found harmful by the scanner. Nothing is kept.
        Unavailable: a scanner is configured and does not answer.
    """
    limit = settings.KORPU_UPLOAD_MAX_BYTES
    if (upload.size or 0) > limit:
        raise _too_large(limit)
    with storage.incoming(_chunks(upload), limit_bytes=limit) as path:
        size = path.stat().st_size
        if size > limit:
            raise _too_large(limit)
        found = recognise(path)
        _scan(path)
        clean = _keep_clean_copy(path) if found.is_picture else ""
        sha256 = storage.keep(path)
    return StoredFile.objects.create(
        sha256=sha256,
        clean_sha256=clean,
        size_bytes=size,
        media_type=found.name,
        kind=kind,
        name=harmless_name(upload.name or "", found),
        uploaded_by_id=actor.user_id,
        uploaded_at=at,
    )


def harmless_name(given: str, found: MediaType) -> str:
    """The sender's name without folders, control characters and direction overrides.

    The suffix becomes that of the content, so that nobody's machine opens it as something else.
    """
    last = unicodedata.normalize("NFC", given.replace("\\", "/")).rpartition("/")[2]
    visible = "".join(sign for sign in last if unicodedata.category(sign)[0] != "C")
    stem = PurePosixPath(_UNSAFE_IN_NAME.sub("-", visible).strip(". ") or "file").stem
    return f"{stem[:_LONGEST_NAME]}{found.suffix}"


def _chunks(upload: "File[bytes]") -> Iterable[bytes]:
    return (bytes(chunk) for chunk in upload.chunks())


def _too_large(limit: int) -> Exception:
    sentence = _("The file is larger than %(limit)s MB. Scan it in lower quality, or in parts.")
    return refusal(sentence % {"limit": limit // _MEGABYTE})


def _scan(path: Path) -> None:
    """Ask the installation's scanner, if it has one: ``scan(path) -> name of the harm``."""
    if not settings.KORPU_FILE_SCANNER:
        return
    try:
        harm = import_string(settings.KORPU_FILE_SCANNER)(path)
    except Exception as failure:
        raise Unavailable(
            _("The file could not be checked for harmful content."),
            _("Nothing was kept. Try again in a few minutes; if it lasts, tell the administrator."),
        ) from failure
    if harm:
        raise refusal(_("The scanner found harmful content in this file. It was not kept."))


def _keep_clean_copy(path: Path) -> str:
    """A copy of the picture upright and without camera, place and time; its SHA-256."""
    copy = path.with_suffix(".clean")
    try:
        with Image.open(path) as picture:
            upright = ImageOps.exif_transpose(picture)
            upright.info = {}
            upright.save(copy, format=picture.format, **_quality(picture.format))
        return storage.keep(copy)
    finally:
        copy.unlink(missing_ok=True)


def _quality(picture_format: str | None) -> dict[str, int]:
    return {"quality": 95} if picture_format == "JPEG" else {}
