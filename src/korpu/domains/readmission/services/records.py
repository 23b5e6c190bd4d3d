"""How a row of a case is written: whose it is, who wrote it, when."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any, TypedDict

from korpu.foundations.accounts.api import Actor
from korpu.foundations.casework.api import ActDone, Case


class Ownership(TypedDict):
    """The columns every row of a case shares."""

    case: Case
    compartment_id: int
    counterpart_id: int | None
    recorded_by_id: int
    recorded_at: datetime


def ownership(case: Case, *, actor: Actor, at: datetime, internal: bool = False) -> Ownership:
    """The shared columns of a row of ``case``; internal: closed to the requesting authority."""
    return Ownership(
        case=case,
        compartment_id=case.compartment_id,
        counterpart_id=None if internal else case.counterpart_id,
        recorded_by_id=actor.user_id,
        recorded_at=at,
    )


def owned(done: ActDone, *, internal: bool = False) -> Ownership:
    """The shared columns of a row written by an act."""
    return ownership(done.case, actor=done.actor, at=done.at, internal=internal)


def given(done: ActDone) -> Mapping[str, Any]:
    """What the act's form handed over, already cleaned by it."""
    return done.data
