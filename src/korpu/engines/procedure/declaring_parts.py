"""Citations, parameters, remedies: the parts several declarations share."""

from collections.abc import Mapping

from korpu.engines.procedure.model import (
    CONFIDENCES,
    Citation,
    Confidence,
    Parameter,
    ParameterVersion,
    Remedy,
    Transition,
    Unit,
)
from korpu.engines.procedure.wording import counted
from korpu.engines.procedure.yamlfile import Fields, Place

UNITS: tuple[Unit, ...] = ("hours", "calendar_days", "working_days", "months", "times")


def citation(place: Place) -> Citation:
    """One citation; confidence is never assumed."""
    fields = Fields(place, {"instrument", "article", "confidence", "note", "source"})
    word = fields.need("confidence").choice(CONFIDENCES)
    confidence: Confidence = next(each for each in CONFIDENCES if each == word)
    return Citation(
        instrument=fields.need("instrument").scalar(),
        article=fields.get("article", Place.scalar, ""),
        confidence=confidence,
        note=fields.get("note", Place.scalar, ""),
        source=fields.get("source", Place.scalar, ""),
    )


def citations(fields: Fields) -> tuple[Citation, ...]:
    """The list under ``law:``, empty when there is none."""
    return tuple(citation(each) for each in fields.many("law"))


def parameters(place: Place) -> dict[str, Parameter]:
    """A file of parameters by id."""
    return {key.scalar(): _parameter(key, value) for key, value in place.items()}


def named_parameter(place: Place, known: Mapping[str, Parameter]) -> Parameter:
    """The parameter a declaration names."""
    return known[place.choice(tuple(known))]


def remedy(place: Place, known: Mapping[str, Parameter]) -> Remedy:
    """What can be done against a refusal."""
    fields = Fields(place, {"text", "parameter", "law"})
    text = fields.need("text").text()
    found = named_parameter(fields.by_key["parameter"], known) if "parameter" in fields else None
    if any(("{term}" in each) != (found is not None) for each in text.as_dict().values()):
        place.fail("`{term}` and `parameter:` go together", "Write both, or neither.")
    if found is None:
        return Remedy(text, None, citations(fields))
    quantity = found.versions[-1].quantity
    if quantity is None:
        place.fail("the remedy's term is not known", "Leave the number out of the sentence.")
    return Remedy(text.format(term=counted(quantity, found.unit)), found, citations(fields))


def transition(place: Place) -> Transition:
    """The clause for running cases."""
    fields = Fields(place, {"running", "law"})
    word = fields.need("running").choice(("keep", "move"))
    return Transition("move" if word == "move" else "keep", citation(fields.need("law")))


def _parameter(key: Place, place: Place) -> Parameter:
    fields = Fields(place, {"title", "unit", "versions"})
    word = fields.need("unit").choice(UNITS)
    unit: Unit = next(each for each in UNITS if each == word)
    places = fields.need("versions").sequence()
    versions = tuple(_version(each) for each in places)
    for one, two, where in zip(versions, versions[1:], places[1:], strict=False):
        if one.valid_until is None or two.valid_from is None or two.valid_from <= one.valid_until:
            where.fail(
                "this version overlaps the one before it",
                "Give the earlier one a valid_until before this one's valid_from.",
            )
    return Parameter(key.scalar(), fields.need("title").text(), unit, versions)


def _version(place: Place) -> ParameterVersion:
    fields = Fields(place, {"quantity", "valid_from", "valid_until", "law"})
    return ParameterVersion(
        quantity=fields.need("quantity").number(),
        citation=citation(fields.need("law")),
        valid_from=fields.get("valid_from", Place.day, None),
        valid_until=fields.get("valid_until", Place.day, None),
    )
