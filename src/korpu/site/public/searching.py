"""The search over everything public."""

from collections.abc import Sequence
from dataclasses import dataclass

from korpu.foundations.ui.public import Found, public_matters
from korpu.kernel.texts import Message


@dataclass(frozen=True, slots=True)
class Group:
    """What one room found, the best match first."""

    id: str
    title: Message
    found: Sequence[Found]


def search_everything(words: str, *, only: str = "") -> list[Group]:
    """What holds every word in some form, by room; rooms without a match are left out.

    Args:
        words: as typed. Empty finds nothing.
        only: the id of one room; an unknown one is taken as none.
    """
    if not words:
        return []
    matters = public_matters()
    if only in {matter.id for matter in matters}:
        matters = [matter for matter in matters if matter.id == only]
    groups = [Group(one.id, one.title, list(one.search(words))) for one in matters]
    return [group for group in groups if group.found]
