"""Figures that other rooms count for a project, and blocks they add to its page."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from korpu.foundations.accounts.api import Actor
from korpu.kernel.texts import Text


@dataclass(frozen=True, slots=True)
class ProjectRef:
    """A project as other rooms know it."""

    uuid: UUID
    code: str
    title: Text


@dataclass(frozen=True, slots=True)
class CountQuery:
    """What is to be counted.

    Attributes:
        activity_uuid: only what belongs to this activity; None: the whole project.
        first, last: days of the period, both inclusive.
    """

    project: ProjectRef
    activity_uuid: UUID | None
    first: date
    last: date


@dataclass(frozen=True, slots=True)
class Counted:
    """A figure and how it came about.

    Attributes:
        total: what was counted.
        splits: dimension → category → figure, such as ``{"sex": {"female": 12}}``.
        unknown: dimension → how many of the total have no category there.
        query: what was counted, in words.
        href: the page that lists what was counted; empty: there is none.
    """

    total: int
    query: Text
    href: str = ""
    splits: Mapping[str, Mapping[str, int]] = field(default_factory=dict)
    unknown: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Counter:
    """Something a room can count for a project; indicators are bound to it by ``id``.

    ``protects`` says that it counts people of casework: the public reads 1 to 4 as
    "fewer than 5".
    """

    id: str
    title: Text
    unit: Text
    count: Callable[[CountQuery], Counted]
    protects: bool = False


@dataclass(frozen=True, slots=True)
class ProjectSection:
    """A block other rooms add to a project's page.

    Attributes:
        order: ascending down the page.
        template: included with the mapping as ``section``.
        context: what the template shows, for this actor; None leaves the block out.
    """

    id: str
    title: Text
    order: int
    template: str
    context: Callable[[ProjectRef, Actor], Mapping[str, object] | None]


@dataclass(frozen=True, slots=True)
class ShownSection:
    """A section with what it shows."""

    id: str
    title: Text
    template: str
    context: Mapping[str, object]


_counters: dict[str, Counter] = {}
_sections: dict[str, ProjectSection] = {}


def register_counter(counter: Counter) -> None:
    """Offer a figure to indicators.

    Raises:
        RuntimeError: another room counts under this id.
    """
    if counter.id in _counters:
        raise RuntimeError(f"A counter {counter.id} is registered already.")
    _counters[counter.id] = counter


def register_project_section(section: ProjectSection) -> None:
    """Add a block to the pages of projects, public and internal.

    Raises:
        RuntimeError: a block of this id is there already.
    """
    if section.id in _sections:
        raise RuntimeError(f"A section {section.id} is registered already.")
    _sections[section.id] = section


def counters() -> Mapping[str, Counter]:
    """Every counter by id."""
    return _counters


def sections_of(project: ProjectRef, *, for_actor: Actor) -> list[ShownSection]:
    """The blocks of other rooms that have something to show to this actor, in order."""
    found = []
    for section in sorted(_sections.values(), key=lambda one: (one.order, one.id)):
        context = section.context(project, for_actor)
        if context is not None:
            found.append(ShownSection(section.id, section.title, section.template, context))
    return found
