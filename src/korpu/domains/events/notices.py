"""What colleagues are told of decisions that are theirs to carry out: the event, never a person."""

from datetime import datetime

from django.urls import reverse

from korpu.domains.events.models import Decision
from korpu.foundations.accounts.api import Actor
from korpu.foundations.notifications.api import NotificationKind, Telling, notify, register_kind
from korpu.kernel.texts import Text

GIVEN, DUE, LATE = "events.task_given", "events.task_due", "events.task_late"
KINDS = {
    GIVEN: Text(
        az="Tədbirdə qəbul edilmiş qərar üzrə mənə tapşırıq verildi",
        en="I was given a task decided at an event",
        ru="Мне поручена задача по решению мероприятия",
    ),
    DUE: Text(
        az="Tədbir üzrə tapşırığımın müddəti yaxınlaşır",
        en="A task of mine from an event falls due soon",
        ru="Срок моей задачи по мероприятию близок",
    ),
    LATE: Text(
        az="Tədbir üzrə tapşırığımın müddəti keçib",
        en="A task of mine from an event is overdue",
        ru="Срок моей задачи по мероприятию истёк",
    ),
}
SAID = {
    GIVEN: Text(
        az="“{event}” tədbirində sizə tapşırıq verilib. İcra müddəti: {day}.",
        en="You were given a task at “{event}”, due on {day}.",
        ru="На мероприятии «{event}» вам поручена задача со сроком {day}.",
    ),
    DUE: Text(
        az="“{event}” tədbiri üzrə tapşırığınızın müddəti {day} bitir.",
        en="Your task from “{event}” falls due on {day}.",
        ru="Срок вашей задачи по мероприятию «{event}» истекает {day}.",
    ),
    LATE: Text(
        az="“{event}” tədbiri üzrə tapşırığınızın müddəti {day} bitib.",
        en="Your task from “{event}” was due on {day}.",
        ru="Срок вашей задачи по мероприятию «{event}» истёк {day}.",
    ),
}


def register_kinds() -> None:
    """Called once, when the room starts."""
    for identifier, title in KINDS.items():
        register_kind(NotificationKind(identifier, title, Telling.AT_ONCE))


def tell_owner(*, decision: Decision, kind: str, actor: Actor, at: datetime) -> int:
    """Tell whose task it is, once for each kind and day it is due; how many were told."""
    sentence = SAID[kind].format(event=decision.event.title, day=f"{decision.due_on:%d.%m.%Y}")
    return notify(
        kind=kind,
        key=f"decision:{decision.pk}:{decision.due_on}",
        user_ids=[decision.owner_id],
        title=sentence,
        href=reverse("events:tasks"),
        actor=actor,
        at=at,
    )
