"""Secret links and codes: what a person without an account is known by.

Nothing of them stands in the database: a link is signed by the service, and reading it back is the
proof. The links of a participant and of an institution live as long as the event's personal data;
the code shown in a room for some minutes only.
"""

from uuid import UUID

from django.core import signing
from django.urls import reverse

from korpu.kernel.errors import NotFound, NotPossibleNow
from korpu.kernel.texts import Text

ROOM_CODE_SECONDS = 120
"""How long a code shown in the room is taken; the page shows a new one every minute."""

ROOM_CODE_REFRESH_SECONDS = 60

WRONG_LINK = Text(
    az="Bu keçid düzgün deyil və ya artıq işləmir.",
    en="This link is not right or no longer works.",
    ru="Эта ссылка неверна или больше не действует.",
)
WRONG_LINK_HELP = Text(
    az="Məktubdakı keçidi tam köçürün və ya təşkilatçıya müraciət edin.",
    en="Copy the whole link from the message, or ask the organiser.",
    ru="Скопируйте ссылку из письма целиком или обратитесь к организатору.",
)
CODE_EXPIRED = Text(
    az="Bu kodun vaxtı keçib.",
    en="This code has expired.",
    ru="Срок действия этого кода истёк.",
)
CODE_EXPIRED_HELP = Text(
    az="Zalda göstərilən yeni kodu skan edin.",
    en="Scan the new code shown in the room.",
    ru="Отсканируйте новый код, показанный в зале.",
)


def participant_token(uuid: UUID) -> str:
    return _sign(uuid, "participant")


def invitation_token(uuid: UUID) -> str:
    return _sign(uuid, "invitation")


def badge_token(uuid: UUID) -> str:
    """What stands in a participant's QR code: read by organisers, it opens no page of theirs."""
    return _sign(uuid, "badge")


def read_participant(token: str) -> UUID:
    """Raises NotFound."""
    return _read(token, "participant")


def read_invitation(token: str) -> UUID:
    """Raises NotFound."""
    return _read(token, "invitation")


def read_badge(token: str) -> UUID:
    """Raises NotFound."""
    return _read(token, "badge")


def room_token(half_day: UUID) -> str:
    """What stands in the QR code shown in the room during a half-day."""
    return signing.TimestampSigner(sep="~", salt="korpu.events.room").sign(half_day.hex)


def read_room(token: str) -> UUID:
    """The half-day of a code shown in the room.

    Raises:
        NotPossibleNow: the code was right and is too old.
        NotFound: it never was one of ours.
    """
    signer = signing.TimestampSigner(sep="~", salt="korpu.events.room")
    try:
        return UUID(signer.unsign(token, max_age=ROOM_CODE_SECONDS))
    except signing.SignatureExpired as old:
        raise NotPossibleNow(CODE_EXPIRED, CODE_EXPIRED_HELP) from old
    except (signing.BadSignature, ValueError) as wrong:
        raise NotFound(WRONG_LINK, WRONG_LINK_HELP) from wrong


def my_page(site: str, uuid: UUID) -> str:
    """The whole address of a participant's own page."""
    return address(site, "events:mine", token=participant_token(uuid))


def address(site: str, name: str, **parts: object) -> str:
    """A whole address under ``site`` (``https://host/``)."""
    return site.rstrip("/") + reverse(name, kwargs=parts)


def _sign(uuid: UUID, what: str) -> str:
    return signing.Signer(sep="~", salt=f"korpu.events.{what}").sign(uuid.hex)


def _read(token: str, what: str) -> UUID:
    try:
        return UUID(signing.Signer(sep="~", salt=f"korpu.events.{what}").unsign(token))
    except (signing.BadSignature, ValueError) as wrong:
        raise NotFound(WRONG_LINK, WRONG_LINK_HELP) from wrong
