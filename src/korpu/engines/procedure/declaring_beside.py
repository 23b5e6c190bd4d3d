"""What stands beside the main way of a declaration: branches, waits, tables, separated duties."""

from collections.abc import Mapping

from korpu.engines.procedure.declaring_parts import citations, named_parameter
from korpu.engines.procedure.model import (
    Branch,
    Fact,
    FactValue,
    Parameter,
    Separation,
    Table,
    TableRow,
    Wait,
)
from korpu.engines.procedure.yamlfile import Fields, Place

WAIT_KEYS = {
    "title", "asked_by", "answered_by", "deadline", "holds_back", "required", "silence_suffices",
    "owner", "sentence", "law",
}  # fmt: skip
TWO = 2


def branches(fields: Fields) -> dict[str, Branch]:
    """The procedures beside the main one."""
    return {key.scalar(): _branch(key, value) for key, value in _members(fields, "branches")}


def _branch(key: Place, place: Place) -> Branch:
    fields = Fields(place, {"title", "law"})
    return Branch(key.scalar(), fields.need("title").text(), citations(fields))


def waits(fields: Fields, acts: tuple[str, ...], deadlines: tuple[str, ...]) -> dict[str, Wait]:
    """The questions put to other bodies."""
    return {
        key.scalar(): _wait(key, value, acts, deadlines) for key, value in _members(fields, "waits")
    }


def _wait(key: Place, place: Place, acts: tuple[str, ...], deadlines: tuple[str, ...]) -> Wait:
    fields = Fields(place, WAIT_KEYS)

    def named(word: str) -> frozenset[str]:
        return frozenset(each.choice(acts) for each in fields.need(word).sequence())

    return Wait(
        id=key.scalar(),
        title=fields.need("title").text(),
        asked_by=named("asked_by"),
        answered_by=named("answered_by"),
        deadline=fields.need("deadline").choice(deadlines),
        holds_back=named("holds_back"),
        required=fields.need("required").yes_no(),
        silence_suffices=fields.need("silence_suffices").yes_no(),
        owner=fields.get("owner", Place.scalar, None),
        sentence=fields.need("sentence").text(),
        law=citations(fields),
    )


def tables(
    fields: Fields, facts: Mapping[str, Fact], parameters: Mapping[str, Parameter]
) -> dict[str, Table]:
    """The decision tables."""
    return {
        key.scalar(): _table(key, value, facts, parameters)
        for key, value in _members(fields, "tables")
    }


def _table(
    key: Place, place: Place, facts: Mapping[str, Fact], parameters: Mapping[str, Parameter]
) -> Table:
    fields = Fields(place, {"title", "inputs", "rows", "law"})
    inputs = tuple(_input(each, facts) for each in fields.need("inputs").sequence())
    rows = tuple(_row(each, inputs, parameters) for each in fields.need("rows").sequence())
    return Table(
        key.scalar(),
        fields.need("title").text(),
        tuple(each.id for each in inputs),
        rows,
        citations(fields),
    )


def _input(place: Place, facts: Mapping[str, Fact]) -> Fact:
    fact = facts[place.choice(tuple(facts))]
    if fact.kind not in {"choice", "yes_no"}:
        place.fail(f"“{fact.id}” has no fixed answers", "Ask facts of kind choice or yes_no.")
    return fact


def _row(place: Place, inputs: tuple[Fact, ...], parameters: Mapping[str, Parameter]) -> TableRow:
    fields = Fields(place, {"when", "gives"})
    known = {fact.id: fact for fact in inputs}
    found: dict[str, tuple[FactValue, ...]] = {}
    for key, value in fields.need("when").items():
        fact = known[key.choice(tuple(known))]
        found[fact.id] = tuple(_answer(each, fact) for each in value.sequence())
    return TableRow(found, named_parameter(fields.need("gives"), parameters))


def _answer(place: Place, fact: Fact) -> FactValue:
    return place.choice(tuple(fact.values)) if fact.kind == "choice" else place.yes_no()


def separations(fields: Fields, acts: tuple[str, ...]) -> tuple[Separation, ...]:
    """The duties no one person may unite."""
    return tuple(_separation(each, acts) for each in fields.many("separate_duties"))


def _separation(place: Place, acts: tuple[str, ...]) -> Separation:
    fields = Fields(place, {"title", "groups", "law"})
    groups = tuple(
        frozenset(each.choice(acts) for each in group.sequence())
        for group in fields.need("groups").sequence()
    )
    if len(groups) < TWO:
        place.fail("one duty alone cannot be separated", "Write two groups of acts or more.")
    return Separation(fields.need("title").text(), groups, citations(fields))


def _members(fields: Fields, key: str) -> list[tuple[Place, Place]]:
    return list(fields.by_key[key].items()) if key in fields else []
