"""What higher rooms add to the page of a person: the cases, the support plan."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from korpu.foundations.accounts.api import Actor
from korpu.foundations.persons.models import Person
from korpu.kernel.texts import Message


@dataclass(frozen=True, slots=True)
class PersonPanel:
    """One section of the page.

    Attributes:
        id: its name, once only.
        title: its heading.
        permission: who sees it.
        template: rendered with ``person`` and what ``context`` gives.
        context: asked with the person and the reader; reads through the room's own selectors.
        order: smaller comes first.
    """

    id: str
    title: Message
    permission: str
    template: str
    context: Callable[[Person, Actor], Mapping[str, object]]
    order: int = 100


_panels: dict[str, PersonPanel] = {}


def register_person_panel(panel: PersonPanel) -> None:
    """Add a section to the page of a person; called while the application starts.

    Raises:
        ValueError: another panel has the same name.
    """
    if _panels.get(panel.id, panel) != panel:
        raise ValueError(f"A panel of persons named {panel.id!r} is registered already.")
    _panels[panel.id] = panel


def panels_for(actor: Actor) -> list[PersonPanel]:
    """The sections this reader sees, in order."""
    seen = [panel for panel in _panels.values() if actor.may(panel.permission)]
    return sorted(seen, key=lambda panel: (panel.order, panel.id))
