"""Notes and tasks of a case."""

from datetime import date, datetime

from django.db import transaction

from korpu.foundations.accounts.api import Actor
from korpu.foundations.accounts.models import Compartment, User
from korpu.foundations.casework import sentences
from korpu.foundations.casework.enums import Audience
from korpu.foundations.casework.models import Case, Note, Task
from korpu.foundations.casework.notices import tell_task
from korpu.foundations.casework.sides import side_of
from korpu.kernel.errors import InvalidInput, NotPossibleNow
from korpu.kernel.texts import Text


def add_note(
    *, case: Case, text: str, actor: Actor, at: datetime, audience: Audience = Audience.OFFICE
) -> Note:
    """Write a remark; those a case is shared with always write for their side and the office.

    Raises:
        InvalidInput: the text is empty.
        NotPermitted: the actor follows the case from the other side.
    """
    if not text.strip():
        raise InvalidInput(sentences.INPUT_REFUSED, fields={"text": sentences.TEXT_MISSING})
    actor.check("casework.note.add")
    if side_of(case, actor) is not Audience.OFFICE:
        audience = Audience.SHARED
    return Note.objects.create(
        case=case, author_id=actor.user_id, at=at, text=text.strip(), audience=audience
    )


def add_task(
    *,
    case: Case,
    title: Text,
    actor: Actor,
    at: datetime,
    compartment: Compartment | None = None,
    role: str = "",
    user: User | None = None,
    due_on: date | None = None,
) -> Task:
    """Ask somebody to do something on a case.

    Args:
        case: one the actor can see.
        title: what is to be done.
        actor: who asks.
        at: the moment.
        compartment: the office addressed; None: the office of the case.
        role: anybody holding it in that office; empty: anybody of the office.
        user: one person of it; None: anybody.
        due_on: last day; None: no date.

    Raises:
        InvalidInput: the title is empty.
    """
    if not title.in_language("az").strip():
        raise InvalidInput(sentences.INPUT_REFUSED, fields={"title": sentences.TEXT_MISSING})
    with transaction.atomic():
        task = Task.objects.create(
            case=case,
            title=title.as_dict(),
            compartment=compartment or case.compartment,
            role=role,
            user=user,
            due_on=due_on,
            created_by_id=actor.user_id,
            created_at=at,
        )
        tell_task(task=task, actor=actor, at=at)
    return task


def finish_task(*, task: Task, actor: Actor, at: datetime) -> None:
    """Tick off a task.

    Raises:
        NotPossibleNow: it is done already.
    """
    with transaction.atomic():
        locked = Task.objects.select_for_update().get(pk=task.pk)
        if locked.done_at is not None:
            raise NotPossibleNow(sentences.TASK_DONE_ALREADY)
        locked.done_at = at
        locked.done_by_id = actor.user_id
        locked.save(update_fields=("done_at", "done_by"))
