"""What stands beside the main way of a procedure, in sentences, and the mark of each.

Branches, questions to other bodies and decision tables each have a mark, the same in the drawing,
its legend, the sheet and the page: ``[1]`` for a question, ``[A]`` for a decision table.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from korpu.engines.procedure.model import (
    Act,
    Branch,
    Citation,
    FactValue,
    Procedure,
    Table,
    TableRow,
    Wait,
)
from korpu.engines.procedure.wording import NO, YES, cited, counted, joined
from korpu.kernel.texts import Text

BRANCH_MARK = "∥"
FIRST_WAIT, FIRST_TABLE = "1", "A"


@dataclass(frozen=True, slots=True)
class Told:
    """One thing beside the main way.

    Attributes:
        mark: in the drawing; the same for every branch.
        sentences: what it is, for readers of the law.
    """

    mark: str
    title: Text
    sentences: tuple[Text, ...]
    law: tuple[Citation, ...]


@dataclass(frozen=True, slots=True)
class Section:
    """All of a kind."""

    title: Text
    members: tuple[Told, ...]


def sections(procedure: Procedure) -> tuple[Section, ...]:
    """Branches, questions and tables, each in the order declared; kinds without any left out."""
    waits = [
        Told(_nth(FIRST_WAIT, n), wait.title, tuple(_wait(procedure, wait)), wait.law)
        for n, wait in enumerate(procedure.waits.values())
    ]
    tables = [
        Told(_nth(FIRST_TABLE, n), table.title, tuple(_table(procedure, table)), table.law)
        for n, table in enumerate(procedure.tables.values())
    ]
    branches = [
        Told(BRANCH_MARK, branch.title, tuple(_branch(procedure, branch)), branch.law)
        for branch in procedure.branches.values()
    ]
    found = ((BRANCHES, branches), (WAITS, waits), (TABLES, tables))
    return tuple(Section(title, tuple(members)) for title, members in found if members)


def marks(procedure: Procedure) -> dict[str, str]:
    """By act: the questions it asks, answers or waits for, and the tables for terms it starts."""
    found: dict[str, str] = dict.fromkeys(procedure.acts, "")
    for n, wait in enumerate(procedure.waits.values()):
        for act in wait.asked_by | wait.answered_by | wait.holds_back:
            found[act] += _nth(FIRST_WAIT, n)
    for n, table in enumerate(procedure.tables.values()):
        for act in _starting(procedure, table):
            found[act] += _nth(FIRST_TABLE, n)
    return found


def whole(each: Told) -> Text:
    """Its sentences in one, with its law."""
    law = [LAW.format(law=joined([cited(one) for one in each.law], "; "))] if each.law else []
    return joined([*each.sentences, *law], " ")


def _nth(first: str, n: int) -> str:
    return f"[{chr(ord(first) + n)}]"


def _branch(procedure: Procedure, branch: Branch) -> Iterator[Text]:
    own = [each for each in procedure.statuses.values() if each.branch == branch.id]
    inside = {each.id for each in own}
    begun = [
        act
        for act in procedure.acts.values()
        if act.to_status in inside and not inside.issuperset(act.from_statuses)
    ]
    yield BEGINS.format(acts=_titles(begun), statuses=joined([each.title for each in own], ", "))


def _wait(procedure: Procedure, wait: Wait) -> Iterator[Text]:
    asked, answered, held = (
        _titles([act for act in procedure.acts.values() if act.id in named])
        for named in (wait.asked_by, wait.answered_by, wait.holds_back)
    )
    yield ASKS.format(asked=asked, answered=answered)
    yield (MUST_ASK if wait.required else HOLDS).format(held=held)
    deadline = procedure.deadlines[wait.deadline].title
    yield (SILENCE_SUFFICES if wait.silence_suffices else SILENCE_HOLDS).format(term=deadline)


def _table(procedure: Procedure, table: Table) -> Iterator[Text]:
    terms = [each.title for each in procedure.deadlines.values() if each.chosen_by is table]
    if terms:
        yield CHOOSES.format(terms=joined(terms, ", "))
    for row in table.rows:
        yield ROW.format(when=_when(procedure, table, row), number=_number(row))


def _when(procedure: Procedure, table: Table, row: TableRow) -> Text:
    parts = []
    for name in table.inputs:
        values = row.when.get(name)
        if values is not None:
            fact = procedure.facts[name]
            said = joined([_value(fact.values, each) for each in values], ", ")
            parts.append(IS.format(fact=fact.title, values=said))
    return joined(parts, "; ") if parts else ELSE


def _value(values: object, given: FactValue) -> Text:
    if isinstance(given, bool):
        return YES if given else NO
    known = values.get(str(given)) if isinstance(values, dict) else None
    return known if isinstance(known, Text) else Text(az=str(given), en=str(given), ru=str(given))


def _number(row: TableRow) -> Text:
    known = row.parameter.versions[-1].quantity
    return UNKNOWN if known is None else counted(known, row.parameter.unit)


def _starting(procedure: Procedure, table: Table) -> Iterator[str]:
    """The acts that start a term whose length the table chooses."""
    acts = {
        anchor.act
        for rule in procedure.deadlines.values()
        if rule.chosen_by is table
        for anchor in rule.starts_with
        if anchor.act
    }
    yield from sorted(acts)


def _titles(acts: list[Act]) -> Text:
    return joined([act.title for act in acts], ", ")


BRANCHES = Text(az="Paralel icraatlar", en="Beside the main way", ru="Параллельные производства")
WAITS = Text(
    az="Başqa orqanlara sorğular", en="Questions to other bodies", ru="Запросы другим органам"
)
TABLES = Text(az="Qərar cədvəlləri", en="Decision tables", ru="Таблицы решений")
BEGINS = Text(
    az="Başlayır: {acts}. Mərhələləri: {statuses}. İş hər iki icraat bitdikdə bitir.",
    en="Begins with: {acts}. Its stages: {statuses}. The case ends when both have ended.",
    ru="Начинается: {acts}. Этапы: {statuses}. Дело завершается, когда завершены оба.",
)
ASKS = Text(
    az="Sorğu: {asked}. Cavab: {answered}.",
    en="Asked by: {asked}. Answered by: {answered}.",
    ru="Запрос: {asked}. Ответ: {answered}.",
)
HOLDS = Text(
    az="Cavab gözlənilərkən edilmir: {held}.",
    en="Not done while the answer is out: {held}.",
    ru="До ответа не совершается: {held}.",
)
MUST_ASK = Text(
    az="Sorğu verilməyincə və cavab gözlənilərkən edilmir: {held}.",
    en="Not done before it is asked, nor while the answer is out: {held}.",
    ru="Не совершается до запроса и до ответа: {held}.",
)
SILENCE_SUFFICES = Text(
    az="“{term}” müddəti cavabsız keçdikdə gözlənilmir.",
    en="Once “{term}” has passed without an answer, nobody waits any longer.",
    ru="По истечении срока «{term}» без ответа ждать больше не нужно.",
)
SILENCE_HOLDS = Text(
    az="“{term}” müddəti keçsə də, cavab gözlənilir.",
    en="The answer is waited for also after “{term}” has passed.",
    ru="Ответа ждут и по истечении срока «{term}».",
)
CHOOSES = Text(
    az="Müddəti seçir: {terms}.",
    en="Chooses the length of: {terms}.",
    ru="Определяет срок: {terms}.",
)
ROW = Text(az="{when} → {number}.", en="{when} → {number}.", ru="{when} → {number}.")
IS = Text(az="{fact}: {values}", en="{fact}: {values}", ru="{fact}: {values}")
LAW = Text(az="({law})", en="({law})", ru="({law})")
ELSE = Text(az="qalan hallarda", en="otherwise", ru="в остальных случаях")
UNKNOWN = Text(az="rəqəm məlum deyil", en="number not known", ru="число неизвестно")
