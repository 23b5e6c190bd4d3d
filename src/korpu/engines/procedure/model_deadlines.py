"""The words of a term: what starts it, how long it is, what stops, lengthens and ends it."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from korpu.engines.procedure.model_parts import (
    Bound,
    Citation,
    DeadlineKind,
    Parameter,
    Roll,
    Table,
)
from korpu.kernel.texts import Text


@dataclass(frozen=True, slots=True)
class Anchor:
    """The event a term is counted from: an act, on its day of effect.

    Attributes:
        fact: count from this date of the act's facts instead.
        or_act: when that fact is not on file, count from the act itself.
        lapse_of: count from the end of this other deadline: the law's own event is the lapse.
        time: for a term in hours, the fact that holds the time of day.
    """

    act: str | None
    fact: str | None = None
    or_act: bool = False
    lapse_of: str | None = None
    time: str | None = None


@dataclass(frozen=True, slots=True)
class Extension:
    """A lengthening: by ``parameter`` each time, at most ``at_most`` times, or to a day decided.

    Attributes:
        parameter: null when somebody decides the day: ``until`` is the fact that holds it.
        at_most: null only then.
    """

    act: str
    parameter: Parameter | None
    at_most: Parameter | None
    until: str | None = None


@dataclass(frozen=True, slots=True)
class Suspension:
    """Acts that stop the clock and start it again; a day with the clock stopped does not count."""

    suspended_by: frozenset[str]
    resumed_by: frozenset[str]
    citation: Citation


@dataclass(frozen=True, slots=True)
class CalendarChoice:
    """Whose calendar a term is counted on, by a fact such as the requesting state."""

    fact: str
    calendars: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Deadline:
    """A term: how long, from what, on whose calendar, and what its lapse means.

    Attributes:
        direction: ``before`` counts backwards from the anchor.
        restarted_by: acts that interrupt the term: it starts again in full.
        proposes: the act a person is asked to confirm once the term has passed.
        escalates_to: the role that is told when it has.
        binds: ``service`` where the term is the service's own; any other is somebody else's, which
            no change of a calendar after it began may shorten.
        chosen_by: the table that names the number; ``parameter`` is then its first row's.
        calendar_by: whose calendar, where that depends on the case; ``calendar`` is the rest's.
        branch: the sub-procedure all its awaited acts belong to; it ends with that.
    """

    id: str
    title: Text
    kind: DeadlineKind
    parameter: Parameter
    calendar: str
    direction: Literal["after", "before"]
    roll: Roll
    starts_with: tuple[Anchor, ...]
    met_by: frozenset[str]
    cancelled_by: frozenset[str]
    restarted_by: frozenset[str]
    suspension: Suspension | None
    extension: Extension | None
    effect: str | None
    proposes: str | None
    escalates_to: str | None
    law: tuple[Citation, ...]
    binds: Bound = "person"
    chosen_by: Table | None = None
    calendar_by: CalendarChoice | None = None
    branch: str | None = None

    @property
    def parameters(self) -> tuple[Parameter, ...]:
        """Every number it may be counted by."""
        if self.chosen_by is None:
            return (self.parameter,)
        return tuple(dict.fromkeys(row.parameter for row in self.chosen_by.rows))
