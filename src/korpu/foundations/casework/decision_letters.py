"""The letter of a decision under any procedure, composed from declaration and log alone."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from korpu.engines.azeri.casing import az_upper
from korpu.engines.procedure.api import Act as DeclaredAct
from korpu.engines.procedure.api import Fact, FactValue, Procedure, is_decision
from korpu.foundations.casework import wording_letters as words
from korpu.foundations.casework.engine import procedure_of
from korpu.foundations.casework.facts import from_json
from korpu.foundations.casework.models import Act, Case
from korpu.foundations.casework.telling import state_of, terms_for_person
from korpu.kernel.texts import Text

TEMPLATE = "decision"


def is_apart(procedure: Procedure, act: DeclaredAct) -> bool:
    """Whether the procedure wants two people for the matter of this act."""
    groups = [group for each in procedure.separations for group in each.groups]
    return bool(act.other_than) or any(act.id in group for group in groups)


def is_told(procedure: Procedure, act: DeclaredAct) -> bool:
    """Whether the person gets a letter of the act: it decides about them and moves the case.

    An act that stays is told when it needs reasons, as an extension does.
    """
    moves = act.to_status != "stay" and not act.opening
    return is_decision(procedure, act) and (moves or act.reasons_required)


def letter_blocks(case: Case, log: Sequence[Act], act: Act, on: date) -> list[object]:
    """The body: outcome, facts used, articles, terms that run now.

    Args:
        case: whose decision it is.
        log: its whole log.
        act: the entry that decided.
        on: the day of the letter; terms are told as they stand that day.
    """
    procedure = procedure_of(case)
    declared = procedure.act(act.act)
    status = procedure.statuses[act.status_after].title
    blocks: list[object] = [
        words.OUTCOME.format(
            day=f"{act.effective_on:%d.%m.%Y}", act=declared.title, number=case.number
        ),
        words.STATUS.format(status=status),
    ]
    if facts := [list(row) for row in _rows(procedure, declared, log, act)]:
        blocks += [{"heading": words.FACTS}, {"rows": facts}]
    if declared.law:
        law = [f"{one.instrument}, {one.article}".rstrip(", ") for one in declared.law]
        blocks += [{"heading": words.LAW}, {"list": law}]
    if terms := terms_for_person(state_of(case, log, on)):
        blocks += [{"heading": words.TERMS}, {"list": terms}]
    return blocks


def _rows(
    procedure: Procedure, declared: DeclaredAct, log: Sequence[Act], act: Act
) -> Iterator[tuple[Text, object]]:
    """The facts the act was judged by and those it stated, as they were known then."""
    known = _known(log, act)
    judged = [rule.subject for rule in declared.conditions if not rule.on_deadline]
    for name in dict.fromkeys([*judged, *declared.facts_required, *from_json(act.facts)]):
        value = known.get(name)
        if value is not None and name in procedure.facts:
            yield capitalised(procedure.facts[name].title), said(procedure.facts[name], value)


def _known(log: Sequence[Act], act: Act) -> Mapping[str, FactValue]:
    known: dict[str, FactValue] = {}
    for each in log:
        if each.seq > act.seq:
            break
        known.update(from_json(each.facts))
    return {**known, **from_json(act.facts_seen), **from_json(act.facts)}


def said(fact: Fact, value: FactValue) -> object:
    """The value of a fact as a reader is told it."""
    if isinstance(value, bool):
        return words.YES if value else words.NO
    return fact.values.get(str(value), value) if not isinstance(value, date) else value


def capitalised(title: Text) -> Text:
    """A title at the beginning of a line."""
    return Text(
        az=az_upper(title.az[:1]) + title.az[1:],
        en=title.en[:1].upper() + title.en[1:],
        ru=title.ru[:1].upper() + title.ru[1:],
    )
