"""What a message may consist of, and the refusal of everything else."""

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.utils.translation import gettext_lazy as _

from korpu.kernel.errors import InvalidInput
from korpu.kernel.texts import LANGUAGES, Message

LONGEST_SUBJECT = 200
LONGEST_TEXT = 100_000
LONGEST_NAME = 120
MOST_ATTACHED_BYTES = 10_000_000
_HEADER_NAME = re.compile(r"[A-Za-z][A-Za-z0-9-]{0,60}\Z")
_MEDIA_TYPE = re.compile(r"[a-z]+/[a-z0-9.+-]+(; [a-z-]+=[A-Za-z0-9._-]+)*\Z")
# Written by the service itself; a second one would say something else to somebody.
_OURS = frozenset(
    {
        "from",
        "to",
        "cc",
        "bcc",
        "sender",
        "return-path",
        "subject",
        "date",
        "message-id",
        "mime-version",
        "received",
        "dkim-signature",
    }
)


@dataclass(frozen=True, slots=True)
class MailFile:
    """A file to go with a message.

    Attributes:
        name: as the reader's machine will save it.
        content: the bytes; of a text, UTF-8.
        media_type: as ``application/pdf`` or ``text/calendar; method=REQUEST``.
    """

    name: str
    content: bytes
    media_type: str


def checked_address(to: str) -> str:
    """The address, trimmed.

    Raises:
        InvalidInput: at ``to``: it is no address of one person, or carries hidden characters.
    """
    address = to.strip()
    try:
        validate_email(address)
    except ValidationError as error:
        raise _refused("to", _("Enter an e-mail address such as name@example.az.")) from error
    if not address.isprintable():
        raise _refused("to", _("Enter an e-mail address such as name@example.az."))
    return address


def checked_words(subject: str, text: str, language: str) -> tuple[str, str]:
    """Subject and text.

    Raises:
        InvalidInput: at the part that cannot be sent.
    """
    if not subject.strip() or len(subject) > LONGEST_SUBJECT or _has_control(subject):
        raise _refused("subject", _("A subject is one line of at most 200 characters."))
    body = text.replace("\r\n", "\n").replace("\r", "\n")
    if not body.strip() or len(body) > LONGEST_TEXT or _has_control(body, allowed="\n\t"):
        raise _refused("text", _("The text of an e-mail is empty, too long or not readable."))
    if language not in LANGUAGES:
        raise _refused("language", _("Choose Azerbaijani, English or Russian."))
    return subject.strip(), body


def checked_headers(headers: Mapping[str, str]) -> dict[str, str]:
    """Further headers.

    Raises:
        InvalidInput: at ``headers``: a name the service writes itself, or a line break in a value.
    """
    for name, value in headers.items():
        lowered = name.lower()
        is_ours = lowered in _OURS or lowered.startswith("content-")
        if is_ours or not _HEADER_NAME.match(name) or _has_control(value) or not value.isascii():
            raise _refused("headers", _("This header cannot be added to an e-mail."))
    return dict(headers)


def checked_files(attachments: Sequence[MailFile]) -> tuple[MailFile, ...]:
    """The files.

    Raises:
        InvalidInput: at ``attachments``: together too large, or without a usable name or type.
    """
    if sum(len(file.content) for file in attachments) > MOST_ATTACHED_BYTES:
        raise _refused("attachments", _("The attached files are larger than 10 MB together."))
    for file in attachments:
        is_named = file.name.strip() and len(file.name) <= LONGEST_NAME and "/" not in file.name
        if not is_named or _has_control(file.name) or not _MEDIA_TYPE.match(file.media_type):
            raise _refused("attachments", _("An attached file has no usable name or type."))
    return tuple(attachments)


def _has_control(text: str, *, allowed: str = "") -> bool:
    return any(
        unicodedata.category(sign) in {"Cc", "Cs", "Zl", "Zp"} and sign not in allowed
        for sign in text
    )


def _refused(field: str, sentence: Message) -> InvalidInput:
    return InvalidInput(sentence, fields={field: sentence})
