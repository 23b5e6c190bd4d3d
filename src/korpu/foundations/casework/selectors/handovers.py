"""Cases that changed hands together, and a caseload about to."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from korpu.foundations.accounts.api import Actor
from korpu.foundations.audit.api import names_of
from korpu.foundations.casework import wording
from korpu.foundations.casework.models import Handover, HandoverLine
from korpu.kernel.errors import NotFound

MOST = 20


@dataclass(frozen=True, slots=True)
class Line:
    """One case of a hand-over; an empty name is nobody."""

    line: HandoverLine
    former: str
    new: str


@dataclass(frozen=True, slots=True)
class Shown:
    """A hand-over with the names a reader wants."""

    handover: Handover
    by: str
    undone_by: str
    lines: Sequence[Line]


def get_handover(*, uuid: UUID, for_actor: Actor) -> Handover:  # noqa: ARG001  readers name the actor
    """One hand-over of the actor's office.

    Raises:
        NotFound: there is none the actor may see.
    """
    found = Handover.objects.filter(uuid=uuid).first()
    if found is None:
        raise NotFound(wording.NO_SUCH_HANDOVER)
    return found


def shown(*, handover: Handover, for_actor: Actor) -> Shown:  # noqa: ARG001  readers name the actor
    """The hand-over with its cases in the order of their numbers."""
    lines = list(handover.lines.select_related("case").order_by("case__number"))
    people = {key for line in lines for key in (line.former_id, line.new_id)}
    people |= {handover.made_by_id, handover.undone_by_id}
    names = names_of({key for key in people if key is not None})
    return Shown(
        handover,
        names.get(handover.made_by_id, ""),
        names.get(handover.undone_by_id or 0, ""),
        [
            Line(one, names.get(one.former_id or 0, ""), names.get(one.new_id or 0, ""))
            for one in lines
        ],
    )


def latest_handovers(*, for_actor: Actor) -> list[tuple[Handover, str]]:
    """The last twenty of the actor's offices, with the name of whoever made each."""
    places = for_actor.compartments_with("casework.case.assign")
    found = list(Handover.objects.filter(compartment__in=places).order_by("-made_at")[:MOST])
    names = names_of({one.made_by_id for one in found})
    return [(one, names.get(one.made_by_id, "")) for one in found]
