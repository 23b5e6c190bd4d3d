"""Giving a file out."""

from pathlib import Path, PurePosixPath

from django.http import FileResponse
from django.utils.translation import gettext_lazy as _

from korpu.foundations.files import storage
from korpu.foundations.files.media import SUFFIXES
from korpu.foundations.files.models import StoredFile
from korpu.kernel.errors import Unavailable


def read_file(file: StoredFile, *, original: bool = False) -> bytes:
    """The content; of a picture the copy without camera and place, unless ``original``.

    Raises:
        Unavailable: the files folder does not hold it (``korpu doctor`` says which are missing).
    """
    return _path(file, original=original).read_bytes()


def download_response(file: StoredFile, name: str = "", *, original: bool = False) -> FileResponse:
    """Send the file as a download that no browser shows as a page.

    Call it only from the view of the object that owns the file, after its permission check.

    Args:
        file: the row.
        name: what the download is called; the sender's name when empty. The suffix follows the
            content.
        original: the bytes exactly as they came, with a picture's camera and place data.

    Raises:
        Unavailable: the files folder does not hold it.
    """
    stem = PurePosixPath(name or file.name).stem
    response = FileResponse(
        _path(file, original=original).open("rb"),
        as_attachment=True,
        filename=f"{stem}{SUFFIXES.get(file.media_type, '')}",
        content_type=file.media_type,
    )
    response["X-Content-Type-Options"] = "nosniff"
    response["Content-Security-Policy"] = "sandbox; default-src 'none'"
    response["Cache-Control"] = "private, no-store"
    return response


def _path(file: StoredFile, *, original: bool) -> Path:
    sha256 = file.sha256 if original or not file.clean_sha256 else file.clean_sha256
    path = storage.path_of(sha256)
    if not path.is_file():
        raise Unavailable(
            _("The file is not in its place on the server."),
            _("Its record is safe. Tell the administrator, who can restore it from the backup."),
            facts={"file": str(file.uuid)},
        )
    return path
