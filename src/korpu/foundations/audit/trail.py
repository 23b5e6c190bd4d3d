"""Readings and refusals: kept in hand while a transaction runs, written once it has ended.

They must survive a rollback, so they cannot be written inside the transaction they report on.
"""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any

from django.db import DatabaseError, connection, transaction

from korpu.kernel.errors import Unavailable
from korpu.kernel.texts import Text

Note = dict[str, Any]
_in_hand: ContextVar[list[Note] | None] = ContextVar("korpu_audit_notes", default=None)


@contextmanager
def trail() -> Iterator[list[Note]]:
    """Collect the notes of a block and write them when the outermost such block ends.

    They are written whether the block succeeded or failed.

    Raises:
        Unavailable: the notes could not be written; what was read must not be shown.
    """
    running = _in_hand.get()
    if running is not None:
        yield running
        return
    notes: list[Note] = []
    token = _in_hand.set(notes)
    try:
        yield notes
    finally:
        _in_hand.reset(token)
        write(notes)


def collecting() -> bool:
    """Whether a block is running that will write the notes taken now."""
    return _in_hand.get() is not None


def block_in_hand() -> object | None:
    """A token of the running block, the same object throughout it; null outside any."""
    return _in_hand.get()


def take_note(note: Note) -> None:
    """Keep a note for the end of the running block; outside any block write it at once."""
    notes = _in_hand.get()
    if notes is None:
        write([note])
    else:
        notes.append(note)


def write(notes: list[Note]) -> None:
    """Write notes in a transaction of their own and link them to the chain.

    Raises:
        Unavailable: the database did not take them.
    """
    if not notes:
        return
    try:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute("select korpu_audit_note(%s::jsonb)", [json.dumps(notes)])
    except DatabaseError as error:
        raise Unavailable(
            Text(
                az="Baxış qeydə alına bilmədi, ona görə səhifə göstərilmir.",
                en="The reading could not be recorded, so the page is not shown.",
                ru="Просмотр не удалось зарегистрировать, поэтому страница не показана.",
            ),
            Text(
                az="Bir az sonra yenidən cəhd edin. Təkrarlanarsa, inzibatçıya xəbər verin.",
                en="Try again in a moment. If it happens again, tell the administrator.",
                ru="Повторите попытку чуть позже. Если это повторится, сообщите администратору.",
            ),
        ) from error


def seal(at_most: int = 1000) -> int:
    """Link waiting events to the chain.

    Returns:
        How many were linked; 0 also when another session is sealing at this moment.
    """
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("select korpu_audit_seal(%s)", [at_most])
        row = cursor.fetchone()
    return int(row[0]) if row else 0
