"""What rooms call when somebody reads a file or is refused one."""

from collections.abc import Iterable
from typing import Protocol
from uuid import UUID

from korpu.foundations.audit.chain import Verification
from korpu.foundations.audit.trail import Note, take_note


class Reader(Protocol):
    """Whoever reads: an actor of the accounts room, of which this room needs only the number."""

    @property
    def id_or_none(self) -> int | None: ...

    @property
    def office_id(self) -> int | None: ...


def record_reading(
    *,
    actor: Reader,
    object_type: str,
    object_uuid: UUID | None,
    person_uuids: Iterable[UUID] = (),
    purpose: str = "",
    compartment_id: int | None = None,
) -> None:
    """Note that somebody read something about somebody. Call it before the data is rendered.

    Args:
        actor: who reads.
        object_type: what kind of thing, in the room's words: ``casework.case``.
        object_uuid: which one; None for a list.
        person_uuids: everybody whose personal data is shown.
        purpose: why, where the reader was asked.
        compartment_id: whose file it is; its holders may see who looked.
    """
    note = _note("reading", actor, object_type, object_uuid)
    persons = sorted({str(uuid) for uuid in person_uuids})
    take_note(note | {"persons": persons, "purpose": purpose, "compartment": compartment_id})


def record_export(
    *, actor: Reader, object_type: str, object_uuid: UUID | None = None, detail: str = ""
) -> None:
    """Note that somebody took data out: a list as a file, the bundle of the trail."""
    take_note(_note("export", actor, object_type, object_uuid) | {"detail": detail})


def record_refusal(
    *, actor: Reader, object_type: str, object_uuid: UUID | None, permission: str
) -> None:
    """Note that somebody asked for what they may not have."""
    take_note(_note("refusal", actor, object_type, object_uuid) | {"permission": permission})


def record_sign_in(*, user_id: int | None, event: str) -> None:
    """Note a sign-in, a sign-out or a failed attempt (``event`` says which)."""
    take_note({"kind": "sign_in", "actor": user_id, "type": "accounts.user", "event": event})


def record_check(*, actor: Reader, result: Verification) -> None:
    """Note that somebody verified the chain, and with what result."""
    found: Note = {"rows": result.rows, "waiting": result.waiting, "head": str(result.head)}
    if result.fault is not None:
        found |= {"fault": result.fault.kind.name, "fault_seq": result.fault.seq}
    take_note(_note("check", actor, "audit.chain", None) | found)


def _note(kind: str, actor: Reader, object_type: str, object_uuid: UUID | None) -> Note:
    return {
        "kind": kind,
        "actor": actor.id_or_none,
        "office": actor.office_id,
        "type": object_type,
        "uuid": str(object_uuid) if object_uuid else None,
    }
