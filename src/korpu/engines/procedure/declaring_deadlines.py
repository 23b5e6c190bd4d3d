"""The ``deadlines:`` of a declaration."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from korpu.engines.procedure.declaring_parts import citation, citations, named_parameter
from korpu.engines.procedure.effects import EFFECT_TEXTS
from korpu.engines.procedure.model import (
    Act,
    Anchor,
    Bound,
    CalendarChoice,
    Deadline,
    DeadlineKind,
    Extension,
    Fact,
    FactKind,
    Parameter,
    Roll,
    Status,
    Suspension,
    Table,
)
from korpu.engines.procedure.yamlfile import Fields, Place

KEYS = {
    "title", "kind", "parameter", "calendar", "direction", "roll", "starts_with", "met_by",
    "cancelled_by", "restarted_by", "suspension", "extension", "effect", "proposes",
    "escalates_to", "law", "binds", "table",
}  # fmt: skip
KINDS: tuple[DeadlineKind, ...] = ("planned", "service", "statutory")
BOUND: tuple[Bound, ...] = ("person", "service", "body", "state")
ROLLS: tuple[Roll, ...] = ("next_working_day", "previous_working_day", "none")


@dataclass(frozen=True, slots=True)
class Known:
    """What a deadline may refer to."""

    acts: Mapping[str, Act]
    statuses: Mapping[str, Status]
    facts: Mapping[str, Fact]
    parameters: Mapping[str, Parameter]
    calendars: frozenset[str]
    tables: Mapping[str, Table]


class _Reader:
    def __init__(self, known: Known) -> None:
        self.known = known
        self.acts = tuple(sorted(known.acts))
        self.facts = tuple(sorted(known.facts))

    def act_set(self, fields: Fields, key: str) -> frozenset[str]:
        return frozenset(each.choice(self.acts) for each in fields.many(key))

    def act(self, place: Place) -> str:
        return place.choice(self.acts)

    def anchor(self, place: Place) -> Anchor:
        fields = Fields(place, {"act", "fact", "or_act", "lapse_of", "time"})
        found = Anchor(
            act=fields.get("act", self.act, None),
            fact=fields.get("fact", lambda each: each.choice(self.facts), None),
            or_act=fields.get("or_act", Place.yes_no, default=False),
            lapse_of=fields.get("lapse_of", Place.scalar, None),
            time=fields.get("time", lambda each: self.fact_of(each, "time"), None),
        )
        if (found.act is None and found.lapse_of is None) or (found.fact and found.lapse_of):
            place.fail(
                "this anchor names no event", "Write `act:`, with `fact:` or `lapse_of:` beside it."
            )
        return found

    def fact_of(self, place: Place, kind: FactKind) -> str:
        found = self.known.facts[place.choice(self.facts)]
        if found.kind != kind:
            place.fail(f"“{found.id}” is not of kind {kind}", f"Name a fact of kind {kind}.")
        return found.id

    def suspension(self, place: Place) -> Suspension:
        fields = Fields(place, {"suspended_by", "resumed_by", "law"})
        fields.need("suspended_by"), fields.need("resumed_by")
        return Suspension(
            self.act_set(fields, "suspended_by"),
            self.act_set(fields, "resumed_by"),
            citation(fields.need("law")),
        )

    def extension(self, place: Place, of: Parameter) -> Extension:
        fields = Fields(place, {"act", "parameter", "at_most", "until"})
        act = self.act(fields.need("act"))
        if "until" in fields:
            if "parameter" in fields or "at_most" in fields:
                place.fail("a day decided has no length", "Delete `parameter:` and `at_most:`.")
            return Extension(act, None, None, self.fact_of(fields.need("until"), "date"))
        length = named_parameter(fields.need("parameter"), self.known.parameters)
        bound = named_parameter(fields.need("at_most"), self.known.parameters)
        if length.unit != of.unit or bound.unit != "times":
            place.fail(
                "the units do not fit",
                f"`parameter` must be in {of.unit}, `at_most` in times.",
            )
        return Extension(act, length, bound)

    def calendar(self, place: Place) -> tuple[str, CalendarChoice | None]:
        """One calendar's name, or the fact that decides and a calendar for each answer."""
        allowed = tuple(sorted(self.known.calendars))
        if place.is_scalar():
            return place.choice(allowed), None
        fields = Fields(place, {"by_fact", "calendars", "otherwise"})
        fact = fields.need("by_fact").choice(self.facts)
        named = {
            key.scalar(): value.choice(allowed) for key, value in fields.need("calendars").items()
        }
        return fields.need("otherwise").choice(allowed), CalendarChoice(fact, named)

    def length(self, fields: Fields) -> tuple[Parameter, Table | None]:
        """A number of the law, or the table that names it and the number of its first row."""
        if "table" not in fields:
            return named_parameter(fields.need("parameter"), self.known.parameters), None
        place = fields.need("table")
        if "parameter" in fields:
            place.fail("a term has one length", "Write `parameter:` or `table:`.")
        table = self.known.tables[place.choice(tuple(self.known.tables))]
        return table.rows[0].parameter, table


def deadline(key: Place, place: Place, known: Known) -> Deadline:
    """Read one deadline.

    Raises:
        DeclarationError: at the first thing that cannot be right.
    """
    fields, reader = Fields(place, KEYS), _Reader(known)
    parameter, table = reader.length(fields)
    calendar, calendar_by = reader.calendar(fields.need("calendar"))
    kind = fields.need("kind").choice(KINDS)
    roll = fields.need("roll").choice(ROLLS)
    before = fields.get("direction", lambda each: each.choice(("after", "before")), "after")
    binds = fields.get("binds", lambda each: each.choice(BOUND), "person")
    found = Deadline(
        id=key.scalar(),
        title=fields.need("title").text(),
        kind=next(each for each in KINDS if each == kind),
        parameter=parameter,
        calendar=calendar,
        direction="before" if before == "before" else "after",
        roll=next(each for each in ROLLS if each == roll),
        starts_with=tuple(reader.anchor(each) for each in fields.need("starts_with").sequence()),
        met_by=reader.act_set(fields, "met_by"),
        cancelled_by=reader.act_set(fields, "cancelled_by"),
        restarted_by=reader.act_set(fields, "restarted_by"),
        suspension=fields.get("suspension", reader.suspension, None),
        extension=fields.get("extension", lambda each: reader.extension(each, parameter), None),
        effect=fields.get("effect", lambda each: each.choice(tuple(EFFECT_TEXTS)), None),
        proposes=fields.get("proposes", reader.act, None),
        escalates_to=fields.get("escalates_to", Place.scalar, None),
        law=citations(fields),
        binds=next(each for each in BOUND if each == binds),
        chosen_by=table,
        calendar_by=calendar_by,
    )
    _check(found, place)
    return replace(found, branch=_branch(found, known))


def _branch(rule: Deadline, known: Known) -> str | None:
    """The branch all awaited acts are done in; null: at least one belongs to the main way."""
    regions = {
        known.statuses[status].branch
        for act in rule.met_by | rule.restarted_by
        for status in known.acts[act].from_statuses
    }
    return regions.pop() if len(regions) == 1 else None


def _check(found: Deadline, place: Place) -> None:
    if any(each.unit == "times" for each in found.parameters):
        place.fail("a term is not counted in times", "Name a parameter in days or months.")
    hours = any(each.unit == "hours" for each in found.parameters)
    if hours and (found.direction == "before" or found.suspension or found.roll != "none"):
        place.fail(
            "a term in hours runs on, whatever the day",
            "Write `roll: none`, without `direction:` and `suspension:`.",
        )
    if hours and found.extension and found.extension.parameter:
        place.fail("a term in hours is lengthened to a day decided", "Use `until:`.")
    if not hours and any(anchor.time for anchor in found.starts_with):
        place.fail("only a term in hours asks for the time of day", "Delete `time:`.")
    if found.direction == "before" and (found.suspension or found.extension):
        place.fail(
            "a term counted backwards can be neither suspended nor extended",
            "Delete `suspension:` and `extension:`.",
        )
    if not found.met_by and not found.restarted_by:
        place.fail("nothing ever meets this deadline", "Name the awaited acts in `met_by:`.")
