"""What every service of the room asks first."""

from collections.abc import Iterable
from datetime import date, datetime

from django.utils import timezone

from korpu.domains.calls import sentences
from korpu.domains.calls.enums import ApplicationStatus, CallStatus
from korpu.domains.calls.models import Application, Call, Step
from korpu.foundations.accounts.api import Actor
from korpu.kernel.errors import InvalidInput, NotPossibleNow
from korpu.kernel.texts import Message


def day(on: date) -> str:
    """A day as sentences write it."""
    return f"{on:%d.%m.%Y}"


def moment(at: datetime) -> str:
    """An instant in the service's time zone as sentences write it."""
    return f"{timezone.localtime(at):%d.%m.%Y %H:%M}"


def locked_call(call: Call, *statuses: CallStatus) -> Call:
    """The call, locked, in one of ``statuses``.

    Raises:
        NotPossibleNow: it is in another one.
    """
    found = Call.objects.select_for_update().get(pk=call.pk)
    if found.status not in statuses:
        raise NotPossibleNow(sentences.WRONG_STATUS, facts={"status": found.status})
    return found


def locked_application(application: Application, *statuses: ApplicationStatus) -> Application:
    """The application, locked, in one of ``statuses``.

    Raises:
        NotPossibleNow: it is in another one.
    """
    found = Application.objects.select_for_update().get(pk=application.pk)
    if found.status not in statuses:
        raise NotPossibleNow(sentences.WRONG_APPLICATION_STATUS, facts={"status": found.status})
    return found


def move(
    application: Application,
    *,
    act: str,
    status: ApplicationStatus,
    actor: Actor | None,
    at: datetime,
    note: str = "",
) -> None:
    """Append to the application's log and store its status; ``actor`` None: the applicant."""
    application.status = status
    application.save()
    Step.objects.create(
        application=application,
        act=act,
        status=status,
        at=at,
        actor_id=actor.id_or_none if actor else None,
        note=note,
    )


def refuse(name: str, sentence: Message) -> InvalidInput:
    """One answer cannot be right."""
    return InvalidInput(sentence, fields={name: sentence})


def needed(words: str, name: str, sentence: Message = sentences.REASONS_MISSING) -> str:
    """The words without blanks around them.

    Raises:
        InvalidInput: there are none.
    """
    given = words.strip()
    if not given:
        raise refuse(name, sentence)
    return given


def still_to_check(applications: Iterable[Application]) -> int:
    """How many of them have been submitted and not been found eligible or not."""
    waiting = {ApplicationStatus.SUBMITTED, ApplicationStatus.COMPLETION_ASKED}
    return sum(application.status in waiting for application in applications)
