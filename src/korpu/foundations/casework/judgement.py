"""May this person do this act, and is it possible now: the engine asked about a stored case."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from korpu.engines.procedure.api import Act as DeclaredAct
from korpu.engines.procedure.api import (
    ActOption,
    CaseState,
    Deviating,
    FactValue,
    Refusal,
    act_option,
    deviating_acts,
    deviation_option,
    missing_facts,
    possible_acts,
)
from korpu.foundations.accounts.api import Actor
from korpu.foundations.audit.api import record_refusal
from korpu.foundations.casework import sentences
from korpu.foundations.casework.engine import fold_log, procedure_of
from korpu.foundations.casework.enums import Audience
from korpu.foundations.casework.models import Act, Case, Deviation
from korpu.foundations.casework.projection import entry
from korpu.foundations.casework.registry import CaseType, case_type
from korpu.foundations.casework.sides import RoleHeld, roles_held
from korpu.foundations.casework.wording_deviations import DAY_OF_LEAVE
from korpu.kernel.errors import InvalidInput, NotFound, NotPermitted, NotPossibleNow
from korpu.kernel.texts import Text


@dataclass(frozen=True, slots=True)
class Judgement:
    """An act found permitted and possible.

    Attributes:
        role: the role it is done in; an own role goes before a colleague's.
        facts: what the domain knew when it was judged.
        leave: by which it is recorded out of its place; null: it fits the procedure.
    """

    act: DeclaredAct
    role: RoleHeld
    facts: Mapping[str, FactValue]
    leave: Deviation | None = None


def judge(
    case: Case,
    log: Sequence[Act],
    act: str,
    *,
    actor: Actor,
    on: date,
    facts: Mapping[str, FactValue],
) -> Judgement:
    """Judge one act that states ``facts`` with effect on a day; an empty log asks to open the case.

    Raises:
        NotFound: the procedure has no such act.
        NotPermitted: no role of the actor in this case may do it; the refusal is recorded.
        NotPossibleNow: the status or a condition stands in the way.
        InvalidInput: the act does not state what it must.
        ValueError: the act states a fact that the domain computes.
    """
    procedure = procedure_of(case)
    if act not in procedure.acts:
        raise NotFound(sentences.NO_SUCH_ACT, facts={"act": act})
    held = roles_held(case, actor)
    computed = _computed(case_type(case.procedure), case, on, stated=facts)
    state, known = _state(case, log, on), {**computed, **facts}
    holding, by = frozenset(role.role for role in held), str(actor.user_id)
    leave = leave_for(case, act, act_count=len(log), actor=actor)
    if leave is not None and state is not None:
        _check_day(leave, on)
        option = deviation_option(procedure, act, state, known, roles=holding, on=on, by=by).option
    else:
        option = act_option(procedure, act, state, known, roles=holding, on=on, by=by)
    role = _role_for(case, option, held, actor)
    _check_possible(option, role.side)
    if missing := missing_facts(procedure, option.act, facts):
        raise InvalidInput(sentences.INPUT_REFUSED, _joined(missing), facts={"act": act})
    return Judgement(option.act, role, computed, leave)


def leave_for(case: Case, act: str, *, act_count: int, actor: Actor) -> Deviation | None:
    """The unused leave the actor holds to record the act out of its place, as the log stands."""
    found = Deviation.objects.filter(
        case_id=case.pk, act=act, allowed=True, entry=None, act_count=act_count
    )
    return found.filter(asked_by_id=actor.user_id).first() if case.pk else None


def judge_deviation(
    case: Case,
    log: Sequence[Act],
    act: str,
    *,
    actor: Actor,
    on: date,
    facts: Mapping[str, FactValue],
) -> tuple[Deviating, Audience]:
    """An act judged as a deviation, and on which side of the case the actor stands.

    Raises:
        NotFound: the procedure has no such act, or the actor holds no role in the case.
    """
    procedure, kind = procedure_of(case), case_type(case.procedure)
    state, held = _state(case, log, on), roles_held(case, actor)
    if act not in procedure.acts or state is None or not held:
        raise NotFound(sentences.NO_SUCH_ACT, facts={"act": act})
    judged = deviation_option(
        procedure,
        act,
        state,
        {**_computed(kind, case, on, stated=facts), **facts},
        roles=frozenset(role.role for role in held),
        on=on,
        by=str(actor.user_id),
    )
    return Deviating(_before_form(judged.option, kind.states(act)), judged.skipped), held[0].side


def deviations(
    case: Case, log: Sequence[Act], *, held: Sequence[RoleHeld], on: date, by: str
) -> list[Deviating]:
    """Every act that is out of its place now, judged as a deviation on a day.

    A fact that the act's own form will state is taken as given.
    """
    kind, state = case_type(case.procedure), _state(case, log, on)
    if state is None:
        return []
    found = deviating_acts(
        procedure_of(case),
        state,
        _computed(kind, case, on, stated={}),
        roles=frozenset(role.role for role in held),
        on=on,
        by=by,
    )
    return [
        Deviating(_before_form(each.option, kind.states(each.option.act.id)), each.skipped)
        for each in found
    ]


def _check_day(leave: Deviation, on: date) -> None:
    if leave.effective_on != on:
        sentence = DAY_OF_LEAVE.format(day=f"{leave.effective_on:%d.%m.%Y}")
        raise InvalidInput(sentences.INPUT_REFUSED, fields={"effective_on": sentence})


def _role_for(case: Case, option: ActOption, held: Sequence[RoleHeld], actor: Actor) -> RoleHeld:
    if option.permitted:
        return next(role for role in held if role.role in option.act.roles)
    act = option.act.id
    record_refusal(
        actor=actor, object_type="casework.case", object_uuid=case.uuid, permission=f"act:{act}"
    )
    raise NotPermitted(
        sentences.ACT_NOT_PERMITTED,
        sentences.ACT_NOT_PERMITTED_DETAIL.format(act=option.act.title),
        facts={"act": act},
    )


def _check_possible(option: ActOption, side: Audience) -> None:
    if not option.possible:
        raise NotPossibleNow(
            sentences.ACT_NOT_POSSIBLE.format(act=option.act.title),
            refusal_for(option.refusals, side),
            facts={"act": option.act.id},
        )


def refusal_for(refusals: Sequence[Refusal], side: Audience) -> Text:
    """Why an act is not possible, as far as the reader's side may know.

    The other side is not told: the reason may be a state of the case it must not learn of.
    """
    return Text(az="", en="", ru="") if side is Audience.COUNTERPART else _joined(refusals)


def _joined(refusals: Sequence[Refusal]) -> Text:
    shown = [refusal.sentence for refusal in refusals]
    return Text(
        az=" ".join(text.az for text in shown),
        en=" ".join(text.en for text in shown),
        ru=" ".join(text.ru for text in shown),
    )


def options(
    case: Case, log: Sequence[Act], *, held: Sequence[RoleHeld], on: date, by: str = ""
) -> list[ActOption]:
    """Every act of the present status as it stands for holders of ``held`` on a day.

    A fact that the act's own form will state is taken as given.
    """
    kind = case_type(case.procedure)
    found = possible_acts(
        procedure_of(case),
        _state(case, log, on),
        _computed(kind, case, on, stated={}),
        roles=frozenset(role.role for role in held),
        on=on,
        by=by,
    )
    return [_before_form(option, kind.states(option.act.id)) for option in found]


def _before_form(option: ActOption, states: frozenset[str]) -> ActOption:
    answered = {
        condition.sentence for condition in option.act.conditions if condition.subject in states
    }
    left = tuple(refusal for refusal in option.refusals if refusal.sentence not in answered)
    return ActOption(option.act, not left, option.permitted, left)


def _state(case: Case, log: Sequence[Act], on: date) -> CaseState | None:
    return fold_log(procedure_of(case), map(entry, log), on=on) if log else None


def _computed(
    kind: CaseType, case: Case, on: date, *, stated: Mapping[str, FactValue]
) -> dict[str, FactValue]:
    computed = dict(kind.facts(case, on))
    usurped = (stated.keys() & computed.keys()) - kind.stated_facts
    if usurped:
        raise ValueError(f"An act cannot state what {kind.procedure} computes: {sorted(usurped)}")
    return computed
