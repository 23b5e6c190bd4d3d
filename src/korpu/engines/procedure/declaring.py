"""From a procedure's YAML to its types; every mistake points at its line."""

from collections.abc import Mapping
from dataclasses import replace

from korpu.engines.procedure import declaring_beside as beside
from korpu.engines.procedure.declaring_deadlines import Known, deadline
from korpu.engines.procedure.declaring_parts import citation, citations, remedy, transition
from korpu.engines.procedure.digest import digest_of
from korpu.engines.procedure.model import (
    BACK,
    STAY,
    Act,
    Branch,
    Condition,
    Fact,
    FactKind,
    FactValue,
    Operator,
    Parameter,
    Procedure,
    Status,
)
from korpu.engines.procedure.yamlfile import Fields, Place

PROCEDURE_KEYS = {
    "id", "version", "extends", "valid_from", "valid_until", "title", "law",
    "facts", "statuses", "acts", "deadlines", "amends", "transition", "formerly",
    "branches", "waits", "tables", "separate_duties",
}  # fmt: skip
ACT_KEYS = {
    "title", "roles", "from", "to", "opens_case", "conditions", "facts_required", "sets",
    "reasons_required", "refuses", "discretion", "remedy", "letter", "law",
    "moves_case_to", "other_than",
}  # fmt: skip
ANY_OPEN = "any open"
FACT_KINDS: tuple[FactKind, ...] = ("yes_no", "number", "text", "date", "time", "choice")
OPERATORS: tuple[Operator, ...] = (
    "is", "is_not", "is_known", "not_known_to_be", "at_least", "at_most",
    "has_passed", "has_not_passed",
)  # fmt: skip
VALUELESS = {"is_known", "has_passed", "has_not_passed"}


def procedure(
    place: Place, parameters: Mapping[str, Parameter], calendars: frozenset[str]
) -> Procedure:
    """Read one complete declaration (variants already laid over their base).

    Raises:
        DeclarationError: at the first thing that cannot be right.
    """
    fields = Fields(place, PROCEDURE_KEYS)
    facts = {key.scalar(): _fact(key, value) for key, value in _sorted(fields, "facts")}
    branches = beside.branches(fields)
    statuses = {
        key.scalar(): _status(key, value, branches)
        for key, value in fields.need("statuses").items()
    }
    names = _Names(facts, statuses, parameters, calendars)
    acts = {key.scalar(): _act(key, value, names) for key, value in fields.need("acts").items()}
    tables = beside.tables(fields, facts, parameters)
    known = Known(acts, statuses, facts, parameters, calendars, tables)
    rules = [deadline(key, value, known) for key, value in _sorted(fields, "deadlines")]
    valid_from = fields.need("valid_from").day()
    if valid_from is None:
        fields.need("valid_from").fail("valid_from is empty", "Write the first day in force.")
    found = Procedure(
        id=fields.need("id").scalar(),
        version=fields.need("version").scalar(),
        valid_from=valid_from,
        valid_until=fields.get("valid_until", Place.day, None),
        title=fields.need("title").text(),
        facts=facts,
        statuses=statuses,
        acts=acts,
        deadlines={rule.id: rule for rule in rules},
        law=citations(fields),
        transition=fields.get("transition", transition, None),
        formerly=_formerly(fields, tuple(acts)),
        branches=branches,
        waits=beside.waits(fields, tuple(acts), tuple(rule.id for rule in rules)),
        tables=tables,
        separations=beside.separations(fields, tuple(acts)),
    )
    _check_names(found, fields)
    return replace(found, digest=digest_of(found))


def _formerly(fields: Fields, acts: tuple[str, ...]) -> dict[str, str]:
    found: dict[str, str] = {}
    for key, value in _sorted(fields, "formerly"):
        if key.scalar() in acts:
            key.fail(f"“{key.scalar()}” is still an act", "Name an act the version no longer has.")
        found[key.scalar()] = value.choice(acts)
    return found


class _Names:
    """What an act may refer to."""

    def __init__(
        self,
        facts: Mapping[str, Fact],
        statuses: Mapping[str, Status],
        parameters: Mapping[str, Parameter],
        calendars: frozenset[str],
    ) -> None:
        self.facts = facts
        self.statuses = statuses
        self.parameters = parameters
        self.calendars = calendars


def _sorted(fields: Fields, key: str) -> list[tuple[Place, Place]]:
    return list(fields.by_key[key].items()) if key in fields else []


def _fact(key: Place, place: Place) -> Fact:
    fields = Fields(place, {"title", "kind", "from", "values"})
    kind = fields.need("kind").choice(FACT_KINDS)
    source = fields.need("from").choice(("acts", "business"))
    known: FactKind = next(each for each in FACT_KINDS if each == kind)
    if ("values" in fields) != (known == "choice"):
        place.fail("`kind: choice` and `values:` go together", "Write both, or neither.")
    values = {code.scalar(): title.text() for code, title in _sorted(fields, "values")}
    return Fact(key.scalar(), fields.need("title").text(), known, source == "acts", values)


def _status(key: Place, place: Place, branches: Mapping[str, Branch]) -> Status:
    fields = Fields(place, {"title", "owner", "final", "branch"})
    branch = fields.get("branch", lambda each: each.choice(tuple(branches)), None)
    owner = fields.get("owner", Place.scalar, None)
    final = fields.get("final", Place.yes_no, default=False)
    return Status(key.scalar(), fields.need("title").text(), owner, final, branch)


def _act(key: Place, place: Place, names: _Names) -> Act:
    fields = Fields(place, ACT_KEYS)
    opening = fields.get("opens_case", Place.yes_no, default=False)
    return Act(
        id=key.scalar(),
        title=fields.need("title").text(),
        roles=frozenset(each.scalar() for each in fields.need("roles").sequence()),
        from_statuses=_from(fields, names, opening=opening),
        to_status=_to(fields.need("to"), names),
        opening=opening,
        conditions=tuple(_condition(each, names) for each in fields.many("conditions")),
        facts_required=_facts_required(fields, names),
        sets=_sets(fields, names),
        reasons_required=fields.get("reasons_required", Place.yes_no, default=False),
        refuses=fields.get("refuses", Place.yes_no, default=False),
        discretion=fields.get("discretion", Place.yes_no, default=False),
        remedy=remedy(fields.by_key["remedy"], names.parameters) if "remedy" in fields else None,
        letter=fields.get("letter", Place.scalar, None),
        law=citations(fields),
        also_to=fields.get("moves_case_to", lambda each: _main(each, names), None),
        other_than=frozenset(each.scalar() for each in fields.many("other_than")),
    )


def _main(place: Place, names: _Names) -> str:
    """A status of the main way."""
    main = tuple(each.id for each in names.statuses.values() if each.branch is None)
    return place.choice(main)


def _from(fields: Fields, names: _Names, *, opening: bool) -> tuple[str, ...]:
    if opening:
        if "from" in fields:
            fields.need("from").fail("an opening act has no status before it", "Delete `from:`.")
        return ()
    place = fields.need("from")
    members = place.sequence()
    if [each.scalar() for each in members] == [ANY_OPEN]:
        return tuple(
            status.id
            for status in names.statuses.values()
            if not status.final and status.branch is None
        )
    for member in members:
        if names.statuses[member.choice(tuple(names.statuses))].final:
            member.fail("a final status ends the case", "Name statuses that are open.")
    return tuple(each.scalar() for each in members)


def _to(place: Place, names: _Names) -> str:
    return place.choice((*names.statuses, STAY, BACK))


def _facts_required(fields: Fields, names: _Names) -> tuple[str, ...]:
    return tuple(each.choice(tuple(names.facts)) for each in fields.many("facts_required"))


def _sets(fields: Fields, names: _Names) -> dict[str, FactValue]:
    found: dict[str, FactValue] = {}
    for key, value in _sorted(fields, "sets"):
        fact = names.facts[key.choice(tuple(names.facts))]
        if not fact.from_acts:
            key.fail(f"“{fact.id}” comes from the business", "Only a fact `from: acts` can be set.")
        found[fact.id] = _fitting(value, fact)
    return found


def _condition(place: Place, names: _Names) -> Condition:
    fields = Fields(place, {"fact", "deadline", "operator", "value", "sentence", "law"})
    operator = fields.need("operator").choice(OPERATORS)
    known: Operator = next(each for each in OPERATORS if each == operator)
    if ("value" in fields) == (operator in VALUELESS):
        place.fail(
            f"“{operator}” and `value:` do not go together as written",
            "Give a value to compare with, or none when the operator compares nothing.",
        )
    on_deadline = operator in {"has_passed", "has_not_passed"}
    subject = fields.need("deadline" if on_deadline else "fact")
    return Condition(
        subject=subject.scalar() if on_deadline else subject.choice(tuple(names.facts)),
        operator=known,
        value=fields.get(
            "value",
            lambda each: _fitting(each, names.facts[subject.scalar()]),
            None,
        ),
        sentence=fields.need("sentence").text(),
        citation=citation(fields.by_key["law"]) if "law" in fields else None,
    )


def _fitting(place: Place, fact: Fact) -> FactValue:
    """A value the fact can have."""
    value = place.value()
    if fact.kind == "choice" and value is not None:
        return place.choice(tuple(fact.values))
    if fact.kind == "yes_no" and not isinstance(value, bool | None):
        return place.fail(f"“{fact.id}” is a yes or no", "Write `true` or `false`.")
    return value


def _check_act(found: Procedure, act: Act, place: Place) -> None:
    for other in sorted(act.other_than - found.acts.keys()):
        place.fail(f"no act is called “{other}”", f"Known: {', '.join(found.acts)}.")
    inside = {found.statuses[each].branch for each in act.from_statuses}
    target = found.statuses.get(act.to_status)
    if act.to_status == BACK and inside != {None}:
        place.fail("`back` leads back on the main way only", "Name the status of the branch.")
    if len(inside) > 1:
        place.fail("an act starts in one branch, or on the main way", "Write two acts.")
    if target is not None and inside and target.branch not in {*inside, *found.branches}:
        place.fail("an act of a branch ends in it", "Use `moves_case_to:` beside `to:`.")


def _check_names(found: Procedure, fields: Fields) -> None:
    """References that can only be checked once everything is read."""
    acts = fields.need("acts").mapping()
    for act in found.acts.values():
        _check_act(found, act, acts[act.id])
        for condition in act.conditions:
            if condition.on_deadline and condition.subject not in found.deadlines:
                acts[act.id].fail(
                    f"no deadline is called “{condition.subject}”",
                    f"Known: {', '.join(found.deadlines)}.",
                )
    rules = fields.need("deadlines").mapping() if found.deadlines else {}
    for rule in found.deadlines.values():
        _refuse_circle(found, rule.id, rules[rule.id])
        for anchor in rule.starts_with:
            if anchor.lapse_of and anchor.lapse_of not in found.deadlines:
                fields.need("deadlines").mapping()[rule.id].fail(
                    f"no deadline is called “{anchor.lapse_of}”",
                    f"Known: {', '.join(found.deadlines)}.",
                )


def _refuse_circle(found: Procedure, rule_id: str, place: Place) -> None:
    """Terms that begin when another one ends may not wait for one another."""
    after = _follows(found, {rule_id})
    seen = set(after)
    while after:
        if rule_id in after:
            place.fail(
                f"“{rule_id}” begins when a term ends that waits for it",
                "Break the circle of `lapse_of:`.",
            )
        after = _follows(found, after) - seen
        seen |= after


def _follows(found: Procedure, rules: set[str]) -> set[str]:
    return {
        anchor.lapse_of
        for rule_id in rules & found.deadlines.keys()
        for anchor in found.deadlines[rule_id].starts_with
        if anchor.lapse_of
    }
