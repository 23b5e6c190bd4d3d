"""What can be done with a case now, and why not."""

from collections.abc import Iterator, Mapping
from datetime import date

from korpu.engines.procedure.fold_sentences import BEGUN_TWICE
from korpu.engines.procedure.model import Act, Condition, Deadline, FactValue, Procedure
from korpu.engines.procedure.places import begins
from korpu.engines.procedure.states import ActOption, CaseState, Refusal
from korpu.engines.procedure.wording import dated
from korpu.kernel.texts import Text


def possible_acts(
    procedure: Procedure,
    state: CaseState | None,
    facts: Mapping[str, FactValue],
    *,
    roles: frozenset[str],
    on: date,
    by: str = "",
) -> tuple[ActOption, ...]:
    """The acts of the present status, in the order declared, each with what stands in its way.

    Args:
        procedure: the version the case has pinned.
        state: the fold of the case's log; null asks for the acts that open a case.
        facts: what the business knows beside the log; a fact left out or null is unknown.
        roles: the asker's roles in the case's compartment.
        on: the day the act would take effect.
        by: who asks, as the log calls them; empty: duties that must be apart are not judged.
    """
    acts = (
        procedure.opening_acts
        if state is None
        else tuple(
            act for act in procedure.acts.values() if not state.places.isdisjoint(act.from_statuses)
        )
    )
    return tuple(_option(procedure, act, state, facts, roles, on, by) for act in acts)


def act_option(  # the same question as possible_acts, about one act
    procedure: Procedure,
    act_id: str,
    state: CaseState | None,
    facts: Mapping[str, FactValue],
    *,
    roles: frozenset[str],
    on: date,
    by: str = "",
) -> ActOption:
    """One named act, whatever the status; an act out of place is refused with a sentence.

    Raises:
        KeyError: the procedure has no such act.
    """
    return _option(procedure, procedure.acts[act_id], state, facts, roles, on, by)


def missing_facts(
    procedure: Procedure, act: Act, facts: Mapping[str, FactValue]
) -> tuple[Refusal, ...]:
    """What the act's own entry must carry and ``facts`` leave open: one refusal for each."""
    return tuple(
        Refusal(MISSING.format(fact=procedure.facts[fact].title))
        for fact in act.facts_required
        if facts.get(fact) is None
    )


def holds(condition: Condition, facts: Mapping[str, FactValue]) -> bool:
    """Whether a condition on a fact is satisfied; unknown only by ``not_known_to_be``."""
    known, wanted = facts.get(condition.subject), condition.value
    if condition.operator == "not_known_to_be":
        return known is None or known != wanted
    if known is None:
        return False
    if condition.operator in {"at_least", "at_most"}:
        return _compares(condition.operator, known, wanted)
    return {
        "is": known == wanted,
        "is_not": known != wanted,
        "is_known": True,
    }[condition.operator]


def _compares(operator: str, known: FactValue, wanted: FactValue) -> bool:
    """Numbers with numbers and dates with dates; anything else holds nothing."""
    if isinstance(known, int) and isinstance(wanted, int):
        return known >= wanted if operator == "at_least" else known <= wanted
    if isinstance(known, date) and isinstance(wanted, date):
        return known >= wanted if operator == "at_least" else known <= wanted
    return False


def _option(  # private twin of the two questions above
    procedure: Procedure,
    act: Act,
    state: CaseState | None,
    facts: Mapping[str, FactValue],
    roles: frozenset[str],
    on: date,
    by: str,
) -> ActOption:
    refusals = (
        *_refusals(procedure, act, state, facts, on),
        *(same_person(procedure, act, state, by) if state and by else ()),
    )
    return ActOption(act, not refusals, bool(act.roles & roles), refusals)


def _refusals(
    procedure: Procedure,
    act: Act,
    state: CaseState | None,
    facts: Mapping[str, FactValue],
    on: date,
) -> Iterator[Refusal]:
    if act.opening != (state is None) or (state and not is_in_place(procedure, act, state)):
        yield _out_of_place(procedure, act, state)
        return
    yield from obstacles(procedure, act, state, {**(state.facts if state else {}), **facts}, on)


def obstacles(
    procedure: Procedure,
    act: Act,
    state: CaseState | None,
    known: Mapping[str, FactValue],
    on: date,
) -> Iterator[Refusal]:
    """What stands in the way of an act wherever the case stands.

    ``known`` are the facts of the log and of the business together.
    """
    if state and on < state.last_effective_on:
        yield Refusal(TOO_EARLY.format(day=dated(state.last_effective_on)))
    for condition in act.conditions:
        satisfied = (
            deadline_holds(condition, state, on)
            if condition.on_deadline
            else holds(condition, known)
        )
        if not satisfied:
            yield Refusal(condition.sentence, condition.citation)
    if state:
        yield from _held_back(procedure, act, state)
        yield from _extension_refusals(procedure, act, state, on)


def is_in_place(procedure: Procedure, act: Act, state: CaseState) -> bool:
    """Whether the act belongs to where the case stands; a branch begins once."""
    branch = begins(procedure, act)
    begun = any(each.id == branch for each in state.branches)
    return not begun and not state.places.isdisjoint(act.from_statuses)


def _out_of_place(procedure: Procedure, act: Act, state: CaseState | None) -> Refusal:
    if state is None:
        return Refusal(NOT_OPENED)
    branch = begins(procedure, act)
    begun = next((each for each in state.branches if each.id == branch), None)
    if begun is not None:
        return Refusal(BEGUN_TWICE.format(branch=begun.title))
    return Refusal(WRONG_STATUS.format(status=_place(procedure, act, state)))


def _place(procedure: Procedure, act: Act, state: CaseState) -> Text:
    """The status that stands in the way: the branch's own for an act of a branch."""
    own = {procedure.statuses[each].branch for each in act.from_statuses}
    found = next((each.status for each in state.branches if own == {each.id}), state.status)
    return procedure.statuses[found].title


def _held_back(procedure: Procedure, act: Act, state: CaseState) -> Iterator[Refusal]:
    """Questions to other bodies that must be answered, or lapse, before the act."""
    for wait, now in zip(procedure.waits.values(), state.waits, strict=True):
        if act.id not in wait.holds_back:
            continue
        if (
            now.state == "open"
            or (now.state == "not_asked" and wait.required)
            or (now.state == "silent" and not wait.silence_suffices)
        ):
            yield Refusal(wait.sentence, wait.law[0] if wait.law else None)


def same_person(procedure: Procedure, act: Act, state: CaseState, by: str) -> Iterator[Refusal]:
    """Duties somebody else must do, because ``by`` did the other one."""
    for other in sorted(act.other_than):
        if by in state.doers.get(other, frozenset()):
            yield Refusal(OTHER_PERSON.format(act=procedure.acts[other].title))


def deadline_holds(condition: Condition, state: CaseState | None, on: date) -> bool:
    deadline = state.deadline(condition.subject) if state else None
    if deadline is None or deadline.state in {"suspended", "not_computable"}:
        return False
    passed = deadline.due_on is not None and deadline.due_on < on
    return passed == (condition.operator == "has_passed")


def _extension_refusals(
    procedure: Procedure, act: Act, state: CaseState, on: date
) -> Iterator[Refusal]:
    for rule in procedure.deadlines.values():
        if rule.extension is not None and rule.extension.act == act.id:
            yield from _cannot_extend(rule, state, on)


def _cannot_extend(rule: Deadline, state: CaseState, on: date) -> Iterator[Refusal]:
    assert rule.extension is not None
    deadline = state.deadline(rule.id)
    if deadline is None or deadline.state != "running" or deadline.due_on is None:
        yield Refusal(NOT_RUNNING.format(deadline=rule.title))
        return
    if deadline.due_on < on:
        yield Refusal(EXPIRED.format(deadline=rule.title, day=dated(deadline.due_on)))
    if rule.extension.parameter is None or rule.extension.at_most is None:
        return
    bound, length = rule.extension.at_most.on(on), rule.extension.parameter.on(on)
    if bound is None or bound.quantity is None or length is None or length.quantity is None:
        yield Refusal(UNKNOWN_BOUND.format(deadline=rule.title))
    elif state.extensions.get(rule.id, 0) >= bound.quantity:
        yield Refusal(NO_MORE.format(deadline=rule.title, times=bound.quantity), bound.citation)


OTHER_PERSON = Text(
    az="Siz bu işdə “{act}” hərəkətini etmisiniz. Bunu başqa əməkdaş etməlidir.",
    en="You did “{act}” in this case. Somebody else must do this.",
    ru="Вы совершили действие «{act}» по этому делу. Это должен сделать другой сотрудник.",
)
MISSING = Text(az="Göstərin: {fact}.", en="State: {fact}.", ru="Укажите: {fact}.")
NOT_OPENED = Text(
    az="Bu hərəkət yalnız açılmış iş üzrə edilir.",
    en="This is done only in a case that is already open.",
    ru="Это действие возможно только по открытому делу.",
)
WRONG_STATUS = Text(
    az="İşin “{status}” mərhələsində bu hərəkət edilmir.",
    en="This is not done while the case is “{status}”.",
    ru="Пока дело в статусе «{status}», это действие невозможно.",
)
TOO_EARLY = Text(
    az="İşdə sonuncu hərəkət {day} tarixində qüvvəyə minib; bu tarixdən əvvəlki gün seçilə bilməz.",
    en="The last act of the case took effect on {day}; choose that day or a later one.",
    ru="Последнее действие по делу вступило в силу {day}; выберите этот или более поздний день.",
)
NOT_RUNNING = Text(
    az="Uzadıla bilməz: “{deadline}” müddəti axmır.",
    en="It cannot be extended: the term “{deadline}” is not running.",
    ru="Продлить нельзя: срок «{deadline}» не течёт.",
)
EXPIRED = Text(
    az="Uzadıla bilməz: “{deadline}” müddəti {day} tarixində bitib.",
    en="It cannot be extended: the term “{deadline}” ended on {day}.",
    ru="Продлить нельзя: срок «{deadline}» истёк {day}.",
)
UNKNOWN_BOUND = Text(
    az="Uzadıla bilməz: “{deadline}” müddətinin nə qədər və neçə dəfə uzadıldığı məlum deyil.",
    en="It cannot be extended: how long and how often “{deadline}” may be is not known.",
    ru="Продлить нельзя: неизвестно, на сколько и сколько раз продлевается срок «{deadline}».",
)
NO_MORE = Text(
    az="“{deadline}” müddəti artıq icazə verilən sayda uzadılıb: {times}.",
    en="The term “{deadline}” has been extended as often as allowed: {times}.",
    ru="Срок «{deadline}» уже продлён допустимое число раз: {times}.",
)
