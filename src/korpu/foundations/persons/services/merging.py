"""Two records of one person become one, and can become two again."""

from collections.abc import Callable
from datetime import datetime

from django.db import connection, transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from korpu.foundations.accounts.api import Actor
from korpu.foundations.persons.models import Merge, Person
from korpu.foundations.persons.services.projection import project, unindex_person
from korpu.kernel.errors import InvalidInput, NotPossibleNow

MergeListener = Callable[[Person, Person], None]
_listeners: dict[str, MergeListener] = {}


def on_merge(name: str, listener: MergeListener) -> None:
    """Let a higher room repoint its own rows: ``listener(from_person, to_person)``.

    Called inside the transaction, at a merge with (absorbed, kept), at its undoing with
    (kept, absorbed); rows must remember which of theirs they moved.

    Raises:
        ValueError: the name is taken.
    """
    if _listeners.get(name, listener) is not listener:
        raise ValueError(f"A merge listener named {name!r} is registered already.")
    _listeners[name] = listener


def merge_persons(
    *, kept: Person, absorbed: Person, reason: str, actor: Actor, at: datetime
) -> Merge:
    """Let ``kept`` stand for ``absorbed``: involvements, facts, documents and relations move over.

    Nothing is lost: each moved row is noted and goes back when the merge is undone. Rows of
    compartments the actor cannot see move as well. Holds of protection stay with the record they
    name; the gate asks for both.

    Raises:
        NotPermitted: the actor may not merge persons.
        InvalidInput: no reason was given.
        NotPossibleNow: the two are the same, or one of them was already merged.
    """
    actor.check("persons.person.merge")
    if not reason.strip():
        raise InvalidInput(
            _("Say why the two records are one person."),
            fields={"reason": _("Write what shows that both are the same person.")},
        )
    with transaction.atomic():
        kept, absorbed = _locked(kept, absorbed)
        _check_mergeable(kept, absorbed)
        merge = Merge.objects.create(
            kept=kept,
            absorbed=absorbed,
            compartment_id=kept.compartment_id,
            reason=reason.strip(),
            merged_by_id=actor.user_id,
            merged_at=at,
        )
        absorbed.merged_into = kept
        absorbed.save(update_fields=("merged_into",))
        _call("korpu_person_move", merge)
        unindex_person(absorbed)
        project(person=kept, on=timezone.localdate(at))
        _tell(absorbed, kept)
    return merge


def undo_merge(*, merge: Merge, reason: str, actor: Actor, at: datetime) -> Person:
    """Take a merge back: exactly the rows it moved return; what was added since stays with kept.

    Returns:
        The record that stands for itself again.

    Raises:
        NotPermitted: the actor may not merge persons.
        InvalidInput: no reason was given.
        NotPossibleNow: the merge is already undone, or the kept record was itself merged later.
    """
    actor.check("persons.person.merge")
    if not reason.strip():
        raise InvalidInput(
            _("Say why the merge is taken back."),
            fields={"reason": _("Write what shows that these are two persons.")},
        )
    with transaction.atomic():
        merge = Merge.objects.select_for_update().get(pk=merge.pk)
        kept, absorbed = _locked(merge.kept, merge.absorbed)
        _check_undoable(merge, kept)
        merge.undone_by_id, merge.undone_at, merge.undone_reason = actor.user_id, at, reason.strip()
        merge.save(update_fields=("undone_by", "undone_at", "undone_reason"))
        _call("korpu_person_return", merge)
        absorbed.merged_into = None
        absorbed.save(update_fields=("merged_into",))
        for person in (absorbed, kept):
            project(person=person, on=timezone.localdate(at))
        _tell(kept, absorbed)
    return absorbed


def _locked(one: Person, other: Person) -> tuple[Person, Person]:
    """Both rows locked in the order of their keys, so that two merges never wait for each other."""
    rows = Person.objects.select_for_update().order_by("pk").in_bulk([one.pk, other.pk])
    if len(rows) < len({one.pk, other.pk}):
        raise NotPossibleNow(
            _("One of the two records cannot be opened by you."),
            _("Ask the office that holds it to merge them, or to involve your office first."),
        )
    return rows[one.pk], rows[other.pk]


def _check_mergeable(kept: Person, absorbed: Person) -> None:
    if kept.pk == absorbed.pk:
        raise NotPossibleNow(_("A record cannot be merged into itself. Choose another one."))
    if absorbed.merged_into_id is not None:
        raise NotPossibleNow(_("This record was already merged into another one."))
    if kept.merged_into_id is not None:
        raise NotPossibleNow(
            _("The record to keep was itself merged into another one."),
            _("Choose the record that stands for it now."),
        )


def _check_undoable(merge: Merge, kept: Person) -> None:
    if merge.undone_at is not None:
        raise NotPossibleNow(_("This merge was already taken back."))
    if kept.merged_into_id is not None:
        raise NotPossibleNow(
            _("The kept record was merged into another one later."),
            _("Take the later merge back first, then this one."),
        )


def _call(function: str, merge: Merge) -> None:
    with connection.cursor() as cursor:
        cursor.callproc(function, [merge.pk])


def _tell(source: Person, target: Person) -> None:
    for listener in _listeners.values():
        listener(source, target)
