"""The proof a procedure must pass before it is used; a failure is told as a short story."""

from collections.abc import Iterator
from dataclasses import dataclass

from korpu.engines.procedure.model import Procedure
from korpu.engines.procedure.statespace import Situation, StateSpace, explore
from korpu.kernel.texts import Text


@dataclass(frozen=True, slots=True)
class Finding:
    """One fault of a procedure.

    Attributes:
        code: which rule of soundness is broken.
        subject: the status, act, deadline or role at fault.
        story: the shortest way there, one sentence a step; empty where none is needed.
    """

    code: str
    subject: str
    sentence: Text
    story: tuple[Text, ...] = ()

    def __str__(self) -> str:
        return "\n".join([f"{self.code} [{self.subject}]: {self.sentence}", *map(str, self.story)])


def prove(procedure: Procedure, *, roles: frozenset[str] | None = None) -> tuple[Finding, ...]:
    """Every fault found; empty means the procedure is sound.

    Proven over the whole state space: statuses, facts set by acts and live terms; facts from
    outside are taken to be true or not as the worst case needs.

    Args:
        procedure: as declared.
        roles: the roles that exist; null leaves their existence unchecked.
    """
    space = explore(procedure)
    return (
        *_static(procedure, roles),
        *_reach(procedure, space),
        *_ends(procedure, space),
        *_waits(procedure, space),
    )


def _static(procedure: Procedure, roles: frozenset[str] | None) -> Iterator[Finding]:
    if not procedure.opening_acts:
        yield Finding("no-opening", procedure.id, NO_OPENING)
    for act in procedure.acts.values():
        if not act.roles:
            yield Finding("nobody-may", act.id, NOBODY.format(act=act.title))
        if act.refuses and not act.reasons_required:
            yield Finding("refusal-without-reasons", act.id, NO_REASONS.format(act=act.title))
        if act.refuses and act.remedy is None:
            yield Finding("refusal-without-remedy", act.id, NO_REMEDY.format(act=act.title))
    if roles is not None:
        for role in sorted(procedure.roles - roles):
            yield Finding("unknown-role", role, NO_ROLE.format(role=role))
    yield from _deadlines(procedure)


def _deadlines(procedure: Procedure) -> Iterator[Finding]:
    for rule in procedure.deadlines.values():
        told = rule.proposes or rule.escalates_to
        if rule.kind == "statutory" and (
            rule.effect is None or (rule.effect == "unknown" and not told)
        ):
            yield Finding("no-outcome", rule.id, NO_OUTCOME.format(deadline=rule.title))
        if rule.proposes and procedure.acts[rule.proposes].discretion:
            act = procedure.acts[rule.proposes].title
            sentence = DISCRETION.format(deadline=rule.title, act=act)
            yield Finding("discretion-by-clock", rule.id, sentence)


def _reach(procedure: Procedure, space: StateSpace) -> Iterator[Finding]:
    reached = {situation.status for situation in space.steps}
    for status in procedure.statuses.values():
        if status.id not in reached:
            yield Finding("unreachable", status.id, UNREACHABLE.format(status=status.title))
    done = {step.act for steps in space.steps.values() for step in steps}
    done |= {step.act for _, step in space.came_by.values()}
    for act in procedure.acts.values():
        if act.id not in done:
            yield Finding("dead-act", act.id, DEAD.format(act=act.title))
    for situation, act_id in space.stranded[:1]:
        sentence = STRANDED.format(act=procedure.acts[act_id].title)
        yield Finding("nowhere-to-go-back", act_id, sentence, tell(procedure, space, situation))


def _ends(procedure: Procedure, space: StateSpace) -> Iterator[Finding]:
    stuck = _first(space, space.can_end(worldly=True))
    if stuck is not None:
        title = procedure.statuses[stuck.status].title
        sentence = NO_END.format(status=title)
        yield Finding("no-completion", stuck.status, sentence, tell(procedure, space, stuck))
        return
    trapped = _first(space, space.can_end(worldly=False))
    if trapped is not None:
        title = procedure.statuses[trapped.status].title
        sentence = TRAPPED.format(status=title)
        yield Finding("trapped", trapped.status, sentence, tell(procedure, space, trapped))


def _waits(procedure: Procedure, space: StateSpace) -> Iterator[Finding]:
    told: set[str] = set()
    for situation in space.steps:
        status = procedure.statuses[situation.status]
        if status.final or status.owner or situation.clocks or status.id in told:
            continue
        told.add(status.id)
        sentence = UNOWNED.format(status=status.title)
        yield Finding("unowned-wait", status.id, sentence, tell(procedure, space, situation))


def tell(procedure: Procedure, space: StateSpace, situation: Situation) -> tuple[Text, ...]:
    """The shortest way to ``situation``, one numbered sentence a step."""
    story: list[Text] = []
    for number, step in enumerate(space.way_to(situation), 1):
        if step.act is None:
            assert step.lapsed is not None
            title = procedure.deadlines[step.lapsed].title
            story.append(TIME.format(number=number, deadline=title))
            continue
        status = procedure.statuses[step.target.status].title
        act = procedure.acts[step.act].title
        story.append(DONE.format(number=number, act=act, status=status))
    return tuple(story)


def _first(space: StateSpace, good: frozenset[Situation]) -> Situation | None:
    """The first situation, in the order of distance from the opening, that is not good."""
    return next((situation for situation in space.steps if situation not in good), None)


NO_OPENING = Text(
    az="İşi açan hərəkət yoxdur.",
    en="No act opens a case.",
    ru="Нет действия, открывающего дело.",
)
NOBODY = Text(
    az="“{act}” hərəkətini heç kim edə bilməz: rol göstərilməyib.",
    en="Nobody may do “{act}”: it names no role.",
    ru="Действие «{act}» никто не может совершить: роль не указана.",
)
NO_REASONS = Text(
    az="“{act}” imtinadır, lakin əsaslandırma tələb etmir.",
    en="“{act}” refuses, but asks for no reasons.",
    ru="«{act}» — отказ, но обоснование не требуется.",
)
NO_REMEDY = Text(
    az="“{act}” imtinadır, lakin şikayət yolu göstərilməyib.",
    en="“{act}” refuses, but names no remedy.",
    ru="«{act}» — отказ, но порядок обжалования не указан.",
)
NO_ROLE = Text(
    az="“{role}” rolu mövcud deyil.",
    en="There is no role “{role}”.",
    ru="Роли «{role}» не существует.",
)
NO_OUTCOME = Text(
    az="“{deadline}” qanuni müddətinin keçməsinin nəticəsi göstərilməyib.",
    en="The statutory term “{deadline}” has no outcome when it passes.",
    ru="Для законного срока «{deadline}» не указано последствие его истечения.",
)
DISCRETION = Text(
    az="“{deadline}” müddəti insanın qərarı olan “{act}” hərəkətini təklif edir.",
    en="The term “{deadline}” proposes “{act}”, which is for a person to decide.",
    ru="Срок «{deadline}» предлагает действие «{act}», решение о котором принимает человек.",
)
UNREACHABLE = Text(
    az="“{status}” statusuna heç bir yol aparmır.",
    en="No way leads to the status “{status}”.",
    ru="В статус «{status}» не ведёт ни один путь.",
)
DEAD = Text(
    az="“{act}” hərəkəti heç vaxt mümkün olmur.",
    en="“{act}” never becomes possible.",
    ru="Действие «{act}» никогда не становится возможным.",
)
STRANDED = Text(
    az="“{act}” geri qaytarır, lakin qayıdılası status yoxdur.",
    en="“{act}” goes back, but there is nothing to go back to.",
    ru="«{act}» возвращает назад, но возвращаться некуда.",
)
NO_END = Text(
    az="“{status}” statusundan işin sonuna heç bir yol yoxdur.",
    en="From “{status}” no way leads to an end.",
    ru="Из статуса «{status}» нет пути к завершению дела.",
)
TRAPPED = Text(
    az="“{status}” statusunda kənar məlumat gəlmədikcə iş heç vaxt bitə bilməz.",
    en="In “{status}” the case can never end unless a fact from outside arrives.",
    ru="В статусе «{status}» дело не может завершиться, пока не поступят внешние сведения.",
)
UNOWNED = Text(
    az="“{status}” statusunda işi heç kim və heç bir müddət gözləmir.",
    en="In “{status}” neither a person nor a term waits for the case.",
    ru="В статусе «{status}» за дело никто не отвечает и ни один срок не течёт.",
)
DONE = Text(
    az="  {number}. “{act}” → {status}",
    en="  {number}. “{act}” → {status}",
    ru="  {number}. «{act}» → {status}",
)
TIME = Text(
    az="  {number}. “{deadline}” müddəti keçir",
    en="  {number}. the term “{deadline}” passes",
    ru="  {number}. истекает срок «{deadline}»",
)
