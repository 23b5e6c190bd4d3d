"""Reading what is written and filed around a case."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Generic, TypeVar
from uuid import UUID

from django.db.models import QuerySet

from korpu.foundations.accounts.api import Actor
from korpu.foundations.audit.api import names_of
from korpu.foundations.casework import sentences
from korpu.foundations.casework.models import (
    Assignment,
    Case,
    CaseShare,
    Note,
    Task,
)
from korpu.kernel.errors import NotFound

MOST = 200
"""No page shows more of one kind than this; the newest come first."""

Item = TypeVar("Item")


@dataclass(frozen=True, slots=True)
class Signed(Generic[Item]):
    """Something with the names a reader wants beside it.

    Attributes:
        by: who made it.
        to: whom it is for; empty: nobody in person.
    """

    item: Item
    by: str
    to: str = ""


def _names(ids: Iterable[int | None]) -> dict[int, str]:
    return names_of({key for key in ids if key is not None})


def notes_of(*, case: Case, for_actor: Actor) -> list[Signed[Note]]:  # noqa: ARG001  readers name the actor
    """The notes the actor may see, the latest first."""
    notes = list(Note.objects.filter(case=case).order_by("-at")[:MOST])
    names = _names(note.author_id for note in notes)
    return [Signed(note, names.get(note.author_id, "")) for note in notes]


def tasks_of(*, case: Case, for_actor: Actor) -> list[Signed[Task]]:  # noqa: ARG001
    """The tasks the actor may see: open ones first, by date."""
    tasks = Task.objects.filter(case=case).order_by("done_at", "due_on", "created_at")[:MOST]
    found = sorted(tasks, key=lambda task: task.done_at is not None)
    names = _names(key for task in found for key in (task.created_by_id, task.user_id))
    return [
        Signed(task, names.get(task.created_by_id, ""), names.get(task.user_id or 0, ""))
        for task in found
    ]


def get_task(*, case: Case, uuid: UUID, for_actor: Actor) -> Task:  # noqa: ARG001
    """One task of a case.

    Raises:
        NotFound: there is none the actor may see.
    """
    return _one(Task.objects.filter(case=case, pk=uuid))


def assignments_of(*, case: Case, for_actor: Actor) -> list[Signed[Assignment]]:  # noqa: ARG001
    """Who worked on the case and who does, the latest first."""
    found = list(Assignment.objects.filter(case=case).order_by("-assigned_at")[:MOST])
    names = _names(key for one in found for key in (one.assigned_by_id, one.user_id))
    return [
        Signed(one, names.get(one.assigned_by_id, ""), names.get(one.user_id, "")) for one in found
    ]


def shares_of(*, case: Case, for_actor: Actor) -> list[Signed[CaseShare]]:  # noqa: ARG001
    """With whom the case is or was shared, the latest first."""
    shares = CaseShare.objects.filter(case=case).order_by("-granted_at")
    found = list(shares.select_related("compartment__office")[:MOST])
    names = _names(key for share in found for key in (share.granted_by_id, share.user_id))
    return [
        Signed(
            share,
            names.get(share.granted_by_id, ""),
            str(share.compartment.office)
            if share.compartment
            else names.get(share.user_id or 0, ""),
        )
        for share in found
    ]


def _one(found: "QuerySet[Item]") -> Item:  # type: ignore[type-var]  # any model
    item = found.first()
    if item is None:
        raise NotFound(sentences.NOT_IN_THIS_CASE)
    return item
