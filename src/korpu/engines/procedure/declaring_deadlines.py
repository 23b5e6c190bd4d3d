"""The ``deadlines:`` of a declaration."""

from collections.abc import Mapping

from korpu.engines.procedure.declaring_parts import citation, citations, named_parameter
from korpu.engines.procedure.model import (
    Anchor,
    Deadline,
    DeadlineKind,
    Extension,
    Parameter,
    Roll,
    Suspension,
)
from korpu.engines.procedure.wording import EFFECT_TEXTS
from korpu.engines.procedure.yamlfile import Fields, Place

KEYS = {
    "title", "kind", "parameter", "calendar", "direction", "roll", "starts_with", "met_by",
    "cancelled_by", "restarted_by", "suspension", "extension", "effect", "proposes",
    "escalates_to", "law", "binds",
}  # fmt: skip
KINDS: tuple[DeadlineKind, ...] = ("planned", "service", "statutory")
ROLLS: tuple[Roll, ...] = ("next_working_day", "previous_working_day", "none")


class _Reader:
    def __init__(
        self, acts: frozenset[str], facts: frozenset[str], parameters: Mapping[str, Parameter]
    ) -> None:
        self.acts = tuple(sorted(acts))
        self.facts = tuple(sorted(facts))
        self.parameters = parameters

    def act_set(self, fields: Fields, key: str) -> frozenset[str]:
        return frozenset(each.choice(self.acts) for each in fields.many(key))

    def act(self, place: Place) -> str:
        return place.choice(self.acts)

    def anchor(self, place: Place) -> Anchor:
        fields = Fields(place, {"act", "fact", "or_act", "lapse_of"})
        found = Anchor(
            act=fields.get("act", self.act, None),
            fact=fields.get("fact", lambda each: each.choice(self.facts), None),
            or_act=fields.get("or_act", Place.yes_no, default=False),
            lapse_of=fields.get("lapse_of", Place.scalar, None),
        )
        if (found.act is None and found.lapse_of is None) or (found.fact and found.lapse_of):
            place.fail(
                "this anchor names no event", "Write `act:`, with `fact:` or `lapse_of:` beside it."
            )
        return found

    def suspension(self, place: Place) -> Suspension:
        fields = Fields(place, {"suspended_by", "resumed_by", "law"})
        fields.need("suspended_by"), fields.need("resumed_by")
        return Suspension(
            self.act_set(fields, "suspended_by"),
            self.act_set(fields, "resumed_by"),
            citation(fields.need("law")),
        )

    def extension(self, place: Place, of: Parameter) -> Extension:
        fields = Fields(place, {"act", "parameter", "at_most"})
        length = named_parameter(fields.need("parameter"), self.parameters)
        bound = named_parameter(fields.need("at_most"), self.parameters)
        if length.unit != of.unit or bound.unit != "times":
            place.fail(
                "the units do not fit",
                f"`parameter` must be in {of.unit}, `at_most` in times.",
            )
        return Extension(self.act(fields.need("act")), length, bound)


def deadline(  # what a deadline may refer to
    key: Place,
    place: Place,
    acts: frozenset[str],
    facts: frozenset[str],
    parameters: Mapping[str, Parameter],
    calendars: frozenset[str],
) -> Deadline:
    """Read one deadline.

    Raises:
        DeclarationError: at the first thing that cannot be right.
    """
    fields, reader = Fields(place, KEYS), _Reader(acts, facts, parameters)
    parameter = named_parameter(fields.need("parameter"), parameters)
    kind = fields.need("kind").choice(KINDS)
    roll = fields.need("roll").choice(ROLLS)
    before = fields.get("direction", lambda each: each.choice(("after", "before")), "after")
    found = Deadline(
        id=key.scalar(),
        title=fields.need("title").text(),
        kind=next(each for each in KINDS if each == kind),
        parameter=parameter,
        calendar=fields.need("calendar").choice(tuple(sorted(calendars))),
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
        binds="service"
        if fields.get("binds", lambda each: each.choice(("person", "service")), "") == "service"
        else "person",
    )
    _check(found, place)
    return found


def _check(found: Deadline, place: Place) -> None:
    if found.parameter.unit == "times":
        place.fail("a term is not counted in times", "Name a parameter in days or months.")
    if found.direction == "before" and (found.suspension or found.extension):
        place.fail(
            "a term counted backwards can be neither suspended nor extended",
            "Delete `suspension:` and `extension:`.",
        )
    if not found.met_by and not found.restarted_by:
        place.fail("nothing ever meets this deadline", "Name the awaited acts in `met_by:`.")
