"""What a file really is, decided by decoding it."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from django.utils.translation import gettext_lazy as _
from PIL import Image
from pypdf import PdfReader

from korpu.kernel.errors import InvalidInput
from korpu.kernel.texts import Message

LARGEST_PICTURE_PIXELS = 60_000_000
"""Width times height: above the cameras in use, far below what fills a machine's memory."""

_HEAD = 1024
_TAIL = 66_000
_WEB_PAGE = re.compile(rb"<\s*(!doctype\s+html|html|head|body|script|svg|iframe)\b", re.IGNORECASE)
_ZIP_END = b"PK\x05\x06"
_PDF = b"%PDF-"
_ACTIVE_KEYS = ("/JavaScript", "/EmbeddedFiles")


@dataclass(frozen=True, slots=True)
class MediaType:
    """One type that is taken in: how it begins, how it is named, how it is checked."""

    name: str
    suffix: str
    signature: bytes
    check: Callable[[Path], None]
    is_picture: bool = False


def recognise(path: Path) -> MediaType:
    """The type of the file, after reading it as that type.

    Raises:
        InvalidInput: with one sentence at the field ``file`` for each thing that can be wrong.
    """
    head, tail = _ends(path)
    if not head:
        raise refusal(_("The file is empty. Choose the file again, or save it anew."))
    found = next((kind for kind in MEDIA_TYPES if head.startswith(kind.signature)), None)
    if found is None:
        raise refusal(_what_it_is_instead(head))
    _refuse_two_in_one(found, head, tail)
    found.check(path)
    return found


def refusal(sentence: Message) -> InvalidInput:
    return InvalidInput(_("The file cannot be taken."), sentence, fields={"file": sentence})


def _ends(path: Path) -> tuple[bytes, bytes]:
    with path.open("rb") as content:
        head = content.read(_HEAD)
        content.seek(max(0, path.stat().st_size - _TAIL))
        return head, content.read(_TAIL)


def _what_it_is_instead(head: bytes) -> Message:
    if _WEB_PAGE.search(head):
        return _("This is a web page, whatever its name says. Print it to PDF and send the PDF.")
    if _PDF in head:
        return _("Something stands before the beginning of this PDF. Save it anew and send that.")
    return _("Only PDF, JPEG and PNG files are taken. Save or scan the document as one of these.")


def _refuse_two_in_one(found: MediaType, head: bytes, tail: bytes) -> None:
    """A file that two programs read differently: harmless here, something else elsewhere."""
    foreign = _ZIP_END in tail or _WEB_PAGE.search(head)
    if found.is_picture:
        foreign = foreign or _PDF in head or _PDF in tail or _WEB_PAGE.search(tail)
    if foreign:
        raise refusal(
            _("The file holds a second file of another kind. Open it, save it anew, send that.")
        )


def _check_picture(path: Path) -> None:
    damaged = refusal(_("The picture is damaged or incomplete. Take or scan it again."))
    try:
        with Image.open(path) as picture:
            _refuse_too_large(picture)
            picture.load()
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as bomb:
        raise _too_many_points() from bomb
    except (OSError, SyntaxError, ValueError, MemoryError) as broken:
        raise damaged from broken


def _refuse_too_large(picture: Image.Image) -> None:
    if picture.width * picture.height > LARGEST_PICTURE_PIXELS:
        raise _too_many_points()


def _too_many_points() -> InvalidInput:
    return refusal(
        _(
            "The picture has more points than can be handled (%(limit)s million). "
            "Send a smaller one."
        )
        % {"limit": LARGEST_PICTURE_PIXELS // 1_000_000}
    )


def _check_pdf(path: Path) -> None:
    damaged = refusal(_("The PDF is damaged or has no pages. Save it anew and send that."))
    try:
        with PdfReader(path) as document:
            locked = document.is_encrypted
            pages = 0 if locked else len(document.pages)
            active = not locked and _is_active(document)
    except Exception as broken:
        raise damaged from broken
    if locked:
        raise refusal(_("The PDF is locked with a password. Send a copy without the password."))
    if active:
        raise refusal(_("The PDF holds a program or other files. Print it to PDF and send that."))
    if pages == 0:
        raise damaged


def _is_active(document: PdfReader) -> bool:
    root = document.root_object
    names = root.get("/Names")
    held = names.get_object() if names is not None else {}
    action = root.get("/OpenAction")
    opened = action.get_object() if action is not None else None
    runs = isinstance(opened, dict) and opened.get("/S") in {"/JavaScript", "/Launch"}
    return runs or any(key in held for key in _ACTIVE_KEYS)


MEDIA_TYPES = (
    MediaType("application/pdf", ".pdf", _PDF, _check_pdf),
    MediaType("image/jpeg", ".jpg", b"\xff\xd8\xff", _check_picture, is_picture=True),
    MediaType("image/png", ".png", b"\x89PNG\r\n\x1a\n", _check_picture, is_picture=True),
)
"""The types taken in. Another type is one more row with its own check."""

SUFFIXES = {kind.name: kind.suffix for kind in MEDIA_TYPES}
