"""Messages to people: what they say, in the reader's language, with the calendar beside it."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import cast

from django.conf import settings

from korpu.domains.events import links
from korpu.domains.events.calendar import Attendee, Method, message, one_line
from korpu.domains.events.entries import calendar_entry, places
from korpu.domains.events.enums import InvitationStatus, ParticipantStatus
from korpu.domains.events.models import Certificate, Event, Invitation, Participant
from korpu.foundations.accounts.api import Actor, acting, system_actor
from korpu.foundations.mail.api import MailFile, queue_message
from korpu.foundations.ui.formats import long_date
from korpu.foundations.ui.languages import speak
from korpu.kernel.texts import Language, Text

CONFIRM = Text(
    az="“{event}” tədbirinə qeydiyyat sorğunuzu aldıq. Ünvanınızı təsdiq etmək üçün keçidi açın:",
    en="We received your registration for “{event}”. Open this link to confirm your address:",
    ru="Мы получили вашу заявку на участие в мероприятии «{event}». Чтобы подтвердить адрес, "
    "откройте ссылку:",
)
CONFIRM_ELSE = Text(
    az="Siz qeydiyyatdan keçməmisinizsə, bu məktubu nəzərə almayın.",
    en="If it was not you who registered, do nothing.",
    ru="Если вы не регистрировались, просто не отвечайте на это письмо.",
)
CONFIRM_SUBJECT = Text(
    az="Qeydiyyatı təsdiq edin: {event}",
    en="Confirm your registration: {event}",
    ru="Подтвердите регистрацию: {event}",
)
PLACE = Text(
    az="“{event}” tədbirində yeriniz var. Günlər: {days}. Yer: {place}.",
    en="You have a place at “{event}”. Days: {days}. Place: {place}.",
    ru="За вами закреплено место на мероприятии «{event}». Дни: {days}. Место: {place}.",
)
PLACE_SUBJECT = Text(
    az="Yeriniz var: {event}", en="You have a place: {event}", ru="У вас есть место: {event}"
)
WAITING = Text(
    az="“{event}” tədbirində yer qalmayıb. Siz gözləmə siyahısındasınız; yer "
    "açılan kimi yazacağıq.",
    en="There is no place left at “{event}”. You are on the waiting list; we write as soon as a "
    "place becomes free.",
    ru="На мероприятии «{event}» мест не осталось. Вы в листе ожидания; мы напишем, как только "
    "место освободится.",
)
WAITING_SUBJECT = Text(
    az="Gözləmə siyahısı: {event}", en="Waiting list: {event}", ru="Лист ожидания: {event}"
)
DEPUTY = Text(
    az="Qurumunuz sizi “{event}” tədbiri üçün ehtiyat namizəd göstərib. Əsas iştirakçı gələ "
    "bilməsə, sizə yazacağıq.",
    en="Your institution named you as a deputy for “{event}”. We write if the person named cannot "
    "come.",
    ru="Ваше учреждение назвало вас запасным участником мероприятия «{event}». Мы напишем, если "
    "основной участник не сможет приехать.",
)
DEPUTY_SUBJECT = Text(
    az="Ehtiyat namizəd: {event}", en="Deputy: {event}", ru="Запасной участник: {event}"
)
MY_PAGE = Text(
    az="Qeydiyyatınız, giriş kodunuz və sertifikatınız bu səhifədədir. Keçidi başqasına verməyin:",
    en="Your registration, your code for the door and your certificate are on this page. Keep the "
    "link to yourself:",
    ru="Ваша регистрация, код для входа и сертификат находятся на этой странице. Не передавайте "
    "ссылку другим:",
)
CHANGED = Text(
    az="“{event}” tədbirində dəyişiklik var. Günlər: {days}. Yer: {place}.",
    en="“{event}” has changed. Days: {days}. Place: {place}.",
    ru="В мероприятии «{event}» есть изменения. Дни: {days}. Место: {place}.",
)
CHANGED_SUBJECT = Text(az="Dəyişiklik: {event}", en="Changed: {event}", ru="Изменение: {event}")
REMINDER = Text(
    az="“{event}” tədbiri yaxınlaşır. Günlər: {days}. Yer: {place}. Gələ bilmirsinizsə, zəhmət "
    "olmasa, səhifənizdə qeydiyyatı ləğv edin: yeriniz növbədə olana verilir.",
    en="“{event}” begins soon. Days: {days}. Place: {place}. If you cannot come, please cancel on "
    "your page: your place goes to whoever waits.",
    ru="Скоро начнётся мероприятие «{event}». Дни: {days}. Место: {place}. Если вы не сможете "
    "прийти, отмените регистрацию на своей странице: место достанется тому, кто ждёт.",
)
REMINDER_SUBJECT = Text(az="Xatırlatma: {event}", en="Reminder: {event}", ru="Напоминание: {event}")
CALLED_OFF = Text(
    az="“{event}” tədbiri ləğv olunub. Səbəb: {reason}",
    en="“{event}” has been called off. Reason: {reason}",
    ru="Мероприятие «{event}» отменено. Причина: {reason}",
)
CALLED_OFF_SUBJECT = Text(
    az="Ləğv olundu: {event}", en="Called off: {event}", ru="Отменено: {event}"
)
CANCELLED = Text(
    az="“{event}” tədbirinə qeydiyyatınız ləğv edildi.",
    en="Your registration for “{event}” is cancelled.",
    ru="Ваша регистрация на мероприятие «{event}» отменена.",
)
CANCELLED_SUBJECT = Text(
    az="Qeydiyyat ləğv edildi: {event}",
    en="Registration cancelled: {event}",
    ru="Регистрация отменена: {event}",
)
INVITATION = Text(
    az="Qurumunuzu “{event}” tədbirinə dəvət edirik. Günlər: {days}. Yer: {place}. Yerlərin sayı: "
    "{quota}. İştirakçıların adlarını {until} tarixinədək bu səhifədə yazın:",
    en="We invite your institution to “{event}”. Days: {days}. Place: {place}. Places: {quota}. "
    "Please name the people by {until} on this page:",
    ru="Приглашаем ваше учреждение на мероприятие «{event}». Дни: {days}. Место: {place}. Мест: "
    "{quota}. Назовите участников до {until} на этой странице:",
)
INVITATION_SUBJECT = Text(az="Dəvət: {event}", en="Invitation: {event}", ru="Приглашение: {event}")
CERTIFIED = Text(
    az="“{event}” tədbiri üzrə iştirak sertifikatınız hazırdır. Nömrə: {number}.",
    en="Your certificate of attendance at “{event}” is ready. Number: {number}.",
    ru="Ваш сертификат об участии в мероприятии «{event}» готов. Номер: {number}.",
)
CERTIFIED_SUBJECT = Text(
    az="İştirak sertifikatı: {event}",
    en="Certificate of attendance: {event}",
    ru="Сертификат об участии: {event}",
)
NOT_STATED = Text(az="bildiriləcək", en="to be announced", ru="будет сообщено")
_LONGEST_SUBJECT = 200
Lines = Sequence[Text | str]


def tell_confirm(*, participant: Participant, actor: Actor, at: datetime, site: str) -> None:
    """Ask whether the address is the person's own."""
    token = links.participant_token(participant.uuid)
    link = links.address(site, "events:confirm", token=token)
    _send(participant, CONFIRM_SUBJECT, [CONFIRM, link, CONFIRM_ELSE], actor=actor, at=at)


def tell_status(*, participant: Participant, actor: Actor, at: datetime, site: str) -> None:
    """Say whether there is a place, and where the person's own page is."""
    subject, text = {
        ParticipantStatus.REGISTERED: (PLACE_SUBJECT, PLACE),
        ParticipantStatus.WAITING: (WAITING_SUBJECT, WAITING),
        ParticipantStatus.DEPUTY: (DEPUTY_SUBJECT, DEPUTY),
    }[ParticipantStatus(participant.status)]
    has_place = participant.status == ParticipantStatus.REGISTERED
    files = _calendar(participant, "REQUEST", at, site) if has_place else ()
    lines: Lines = [text, MY_PAGE, links.my_page(site, participant.uuid)]
    _send(participant, subject, lines, actor=actor, at=at, files=files)


def tell_withdrawn(*, participant: Participant, actor: Actor, at: datetime, site: str) -> None:
    """Confirm a cancellation and take the event out of the person's calendar."""
    files = _calendar(participant, "CANCEL", at, site)
    _send(participant, CANCELLED_SUBJECT, [CANCELLED], actor=actor, at=at, files=files)


def tell_change(*, event: Event, actor: Actor, at: datetime, site: str) -> None:
    """Tell everybody with a place of another day or place, for their calendars too."""
    for participant in _told(event, {ParticipantStatus.REGISTERED}):
        lines: Lines = [CHANGED, MY_PAGE, links.my_page(site, participant.uuid)]
        files = _calendar(participant, "REQUEST", at, site)
        _send(participant, CHANGED_SUBJECT, lines, actor=actor, at=at, files=files)


def tell_reminder(*, event: Event, actor: Actor, at: datetime, site: str) -> None:
    """Remind everybody with a place; calendars have it already."""
    for participant in _told(event, {ParticipantStatus.REGISTERED}):
        lines: Lines = [REMINDER, MY_PAGE, links.my_page(site, participant.uuid)]
        _send(participant, REMINDER_SUBJECT, lines, actor=actor, at=at)


def tell_cancelled(*, event: Event, actor: Actor, at: datetime, site: str) -> None:
    """Tell everybody that the event is called off: people and invited institutions."""
    told = {ParticipantStatus.REGISTERED, ParticipantStatus.WAITING, ParticipantStatus.DEPUTY}
    for participant in _told(event, told):
        has_place = participant.status == ParticipantStatus.REGISTERED
        files = _calendar(participant, "CANCEL", at, site) if has_place else ()
        _send(participant, CALLED_OFF_SUBJECT, [CALLED_OFF], actor=actor, at=at, files=files)
    for invitation in event.invitations.filter(status=InvitationStatus.SENT):
        _write(
            event, invitation.email, cast("Language", invitation.language), CALLED_OFF_SUBJECT,
            [CALLED_OFF], actor=actor, at=at,
        )  # fmt: skip


def tell_invitation(*, invitation: Invitation, actor: Actor, at: datetime, site: str) -> None:
    """Invite an institution to name people."""
    token = links.invitation_token(invitation.uuid)
    link = links.address(site, "events:nominate", token=token)
    language = cast("Language", invitation.language)
    with speak(language):
        more = {"quota": invitation.quota, "until": long_date(invitation.answer_until)}
    _write(
        invitation.event, invitation.email, language, INVITATION_SUBJECT, [INVITATION, link],
        actor=actor, at=at, more=more,
    )  # fmt: skip


def tell_certificate(*, certificate: Certificate, actor: Actor, at: datetime, site: str) -> None:
    """Say that the certificate is on the person's page."""
    participant = certificate.participant
    if not participant.email:
        return
    lines: Lines = [CERTIFIED, MY_PAGE, links.my_page(site, participant.uuid)]
    _write(
        certificate.event, participant.email, cast("Language", participant.language),
        CERTIFIED_SUBJECT, lines, actor=actor, at=at, more={"number": certificate.number},
    )  # fmt: skip


def _told(event: Event, statuses: set[ParticipantStatus]) -> Iterator[Participant]:
    with acting(system_actor()):
        found = list(
            event.participants.filter(status__in=statuses).exclude(email="").select_related("event")
        )
    yield from found


def _calendar(
    participant: Participant, method: Method, at: datetime, site: str
) -> tuple[MailFile, ...]:
    event = participant.event
    if event.starts_on is None:
        return ()
    entry = calendar_entry(
        event,
        language=cast("Language", participant.language),
        address=links.my_page(site, participant.uuid),
        at=at,
        private=True,
    )
    made = message(entry, method, Attendee(participant.name, participant.email))
    return (MailFile("event.ics", made, f"text/calendar; method={method}; charset=utf-8"),)


def _send(
    participant: Participant,
    subject: Text,
    lines: Lines,
    *,
    actor: Actor,
    at: datetime,
    files: tuple[MailFile, ...] = (),
) -> None:
    if participant.email:
        language = cast("Language", participant.language)
        _write(
            participant.event, participant.email, language, subject, lines,
            actor=actor, at=at, files=files,
        )  # fmt: skip


def _write(  # noqa: PLR0913  a letter has this many parts
    event: Event,
    to: str,
    language: Language,
    subject: Text,
    lines: Lines,
    *,
    actor: Actor,
    at: datetime,
    files: tuple[MailFile, ...] = (),
    more: dict[str, object] | None = None,
) -> None:
    with speak(language):
        facts = _facts(event) | (more or {})
        paragraphs = [
            line.in_language(language).format(**facts) if isinstance(line, Text) else line
            for line in lines
        ]
        about = one_line(subject.in_language(language).format(**facts))
    queue_message(
        to=to,
        subject=about[:_LONGEST_SUBJECT],
        text="\n\n".join(paragraphs) + "\n",
        language=language,
        actor=actor,
        at=at,
        attachments=files,
        headers={"Reply-To": settings.DEFAULT_FROM_EMAIL},
    )


def _facts(event: Event) -> dict[str, object]:
    first, last = event.starts_on, event.ends_on
    days = long_date(first) if first == last else f"{long_date(first)} – {long_date(last)}"
    return {
        "event": one_line(str(event.title)),
        "days": days if first else str(NOT_STATED),
        "place": places(event) or event.get_mode_display(),
        "reason": one_line(event.cancelled_reason) or "–",
    }
