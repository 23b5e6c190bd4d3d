"""Which columns a worklist shows."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from korpu.kernel.texts import Message


@dataclass(frozen=True, slots=True)
class ListColumn:
    """A column of the worklist; the number of the case stands before all of them.

    Attributes:
        usual: shown to those who chose nothing.
        work: about the work of the office, which the other side does not know.
    """

    id: str
    title: Message
    usual: bool = True
    work: bool = True


COLUMNS = (
    ListColumn("person", _("Person")),
    ListColumn("reference", _("Reference"), usual=False, work=False),
    ListColumn("procedure", _("Procedure"), usual=False, work=False),
    ListColumn("status", _("Status"), work=False),
    ListColumn("opened", _("Opened"), usual=False, work=False),
    ListColumn("due", _("Next due")),
    ListColumn("assigned", _("Assigned to")),
)


def columns_shown(chosen: Sequence[str], *, follower: bool) -> tuple[ListColumn, ...]:
    """The chosen columns in their order, or the usual ones.

    Those who only follow cases see their reference instead of the person, and nothing of the work.
    """
    open_to = [column for column in COLUMNS if not follower or not column.work]
    picked = tuple(column for column in open_to if column.id in chosen)
    if picked:
        return picked
    return tuple(column for column in open_to if column.usual or follower)
