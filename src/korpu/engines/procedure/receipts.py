"""Receipts: everything a decision rested on, so that a court can run it again years later.

A receipt names the law by fingerprint; the file that is given out carries the law itself, so that
nothing else is needed to check it, neither this system's database nor a network.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from hashlib import sha256
from typing import Literal, cast

from korpu.engines.procedure.calendars import Calendar
from korpu.engines.procedure.deviating import deviation_option
from korpu.engines.procedure.digest import said_by
from korpu.engines.procedure.errors import IllegalLog
from korpu.engines.procedure.exchange import Plain, canonical, fingerprint, from_plain, to_plain
from korpu.engines.procedure.fold import due_days, fold
from korpu.engines.procedure.model import Act, Citation, FactValue, Procedure
from korpu.engines.procedure.model_deadlines import CalendarChoice
from korpu.engines.procedure.options import act_option, deadline_holds, holds
from korpu.engines.procedure.parts import parts_of
from korpu.engines.procedure.states import CaseState, LogEntry
from korpu.kernel.errors import InvalidInput
from korpu.kernel.texts import Text

FORMAT = "korpu-receipt/1"
ENGINE = "korpu.engines.procedure/1"
Origin = Literal["file", "log", "act"]


@dataclass(frozen=True, slots=True)
class FactUsed:
    """A fact the decision was judged by.

    Attributes:
        origin: where it came from: the business's own ``file``, an earlier entry of the ``log``,
            or the ``act`` itself.
        entry: place of that entry in the log, from 1; null for the file and the act itself.
    """

    fact: str
    value: FactValue
    origin: Origin
    entry: int | None = None


@dataclass(frozen=True, slots=True)
class RuleAsked:
    """One condition of the act, and what the answer was."""

    subject: str
    operator: str
    sentence: Text
    citation: Citation | None
    held: bool


@dataclass(frozen=True, slots=True)
class TermThen:
    """A term as it stood when the decision was taken."""

    deadline: str
    due_on: date | None
    late_on: date | None


@dataclass(frozen=True, slots=True)
class Receipt:
    """One decision.

    Attributes:
        log: every entry before it.
        entry: the decision.
        reasons_digest: SHA-256 of the reasons as written.
        facts: what it was judged by, with their origin, by name.
        rules: the conditions of the act in their order, with the answers.
        terms: on the day of recording, the decision included.
    """

    case: str
    procedure: str
    version: str
    procedure_digest: str
    calendars: Mapping[str, str]
    role: str
    log: tuple[LogEntry, ...]
    entry: LogEntry
    recorded_on: date
    reasons_digest: str
    facts: tuple[FactUsed, ...]
    rules: tuple[RuleAsked, ...]
    status_before: str
    status_after: str
    terms: tuple[TermThen, ...]
    engine: str = field(default="")


@dataclass(frozen=True, slots=True)
class Difference:
    """Where running a decision again gives something else than the receipt says."""

    where: str
    stated: str
    found: str


def is_decision(procedure: Procedure, act: Act) -> bool:
    """Whether an act decides something about the person, and so leaves a receipt."""
    status = procedure.statuses.get(act.to_status)
    return act.refuses or act.discretion or act.reasons_required or bool(status and status.final)


def receipt_of(  # noqa: PLR0913  one argument each for what a decision rests on
    procedure: Procedure,
    calendars: Mapping[str, Calendar],
    log: Sequence[LogEntry],
    entry: LogEntry,
    *,
    case: str,
    role: str,
    facts: Mapping[str, FactValue],
    reasons: str,
    recorded_on: date,
) -> Receipt:
    """The receipt of ``entry``.

    Args:
        procedure: the version the case has pinned.
        calendars: by id; only those the procedure counts by are named.
        log: the entries before it.
        entry: the decision.
        case: its number.
        role: the role it was taken in.
        facts: what the business knew when it was judged.
        reasons: as written.
        recorded_on: the day it was recorded, where the service is.
    """
    used = {name: calendars[name] for name in calendar_names(procedure)}
    before, after = _around(procedure, used, log, entry, recorded_on)
    return Receipt(
        case=case,
        procedure=procedure.id,
        version=procedure.version,
        procedure_digest=procedure.digest,
        calendars={name: fingerprint(calendar) for name, calendar in used.items()},
        role=role,
        log=tuple(log),
        entry=entry,
        recorded_on=recorded_on,
        reasons_digest=digest_of_text(reasons),
        facts=tuple(_facts(log, entry, facts)),
        rules=tuple(_rules(procedure, entry, before, facts)),
        status_before=before.status if before else "",
        status_after=after.status,
        terms=tuple(_terms(procedure, used, (*log, entry), recorded_on)),
        engine=ENGINE,
    )


def calendar_names(procedure: Procedure) -> tuple[str, ...]:
    """The calendars a procedure may count by, in the order of the alphabet."""
    named = {rule.calendar for rule in procedure.deadlines.values()}
    for choice in parts_of(procedure, CalendarChoice):
        named |= set(choice.calendars.values())
    return tuple(sorted(named))


def document(
    receipt: Receipt, declarations: Mapping[str, str], *, reasons: str
) -> dict[str, Plain]:
    """The file that is given out.

    Args:
        receipt: what it is about.
        declarations: the procedure and the calendars as JSON text, by fingerprint.
        reasons: as written.
    """
    return {
        "format": FORMAT,
        "receipt": to_plain(receipt),
        "digest": fingerprint(receipt),
        "reasons": reasons,
        "declarations": {name: json.loads(text) for name, text in declarations.items()},
    }


def declaration_text(value: Procedure | Calendar) -> str:
    """What is kept of the law: JSON that keeps the order declared."""
    said = said_by(value) if isinstance(value, Procedure) else value
    return json.dumps(to_plain(said), ensure_ascii=False, separators=(",", ":"))


def check(content: Mapping[str, object]) -> tuple[Difference, ...]:
    """Run the decision of a file again; every difference found, none when all agrees.

    Raises:
        InvalidInput: it is not a receipt this program can read.
    """
    if content.get("format") != FORMAT:
        raise InvalidInput(NOT_A_RECEIPT.format(format=FORMAT))
    receipt = from_plain(Receipt, cast("Plain", content.get("receipt")))
    found = list(_seals(content, receipt))
    if found:
        return tuple(found)
    law = cast("Mapping[str, Plain]", content["declarations"])
    procedure = from_plain(Procedure, law[receipt.procedure_digest])
    calendars = {
        name: from_plain(Calendar, law[digest]) for name, digest in receipt.calendars.items()
    }
    return tuple(_reruns(receipt, procedure, calendars))


def digest_of_text(text: str) -> str:
    return sha256(text.encode()).hexdigest()


def _seals(content: Mapping[str, object], receipt: Receipt) -> Iterator[Difference]:
    """Whether everything in the file is what was sealed."""
    stated = str(content.get("digest"))
    sealed = sha256(_sorted(content.get("receipt")).encode()).hexdigest()
    if stated != sealed:
        yield Difference("receipt", stated, sealed)
    reasons = digest_of_text(str(content.get("reasons", "")))
    if reasons != receipt.reasons_digest:
        yield Difference("reasons", receipt.reasons_digest, reasons)
    law = content.get("declarations")
    known = law if isinstance(law, Mapping) else {}
    for where, digest in (("procedure", receipt.procedure_digest), *receipt.calendars.items()):
        found = sha256(_sorted(known.get(digest)).encode()).hexdigest()
        if found != digest:
            yield Difference(where, digest, found if digest in known else "–")


def _sorted(plain: object) -> str:
    return json.dumps(plain, sort_keys=True, ensure_ascii=False, separators=(",", ":"))


def _reruns(
    receipt: Receipt, procedure: Procedure, calendars: Mapping[str, Calendar]
) -> Iterator[Difference]:
    facts = {each.fact: each.value for each in receipt.facts if each.origin == "file"}
    try:
        before, after = _around(
            procedure, calendars, receipt.log, receipt.entry, receipt.recorded_on
        )
    except IllegalLog as illegal:
        yield Difference("log", "legal", str(illegal.detail))
        return
    yield from _judged(receipt, procedure, before, facts)
    pairs = (
        ("rules", receipt.rules, tuple(_rules(procedure, receipt.entry, before, facts))),
        ("facts", receipt.facts, tuple(_facts(receipt.log, receipt.entry, facts))),
        ("status_before", receipt.status_before, before.status if before else ""),
        ("status_after", receipt.status_after, after.status),
        ("terms", receipt.terms, tuple(_terms(
            procedure, calendars, (*receipt.log, receipt.entry), receipt.recorded_on))),
    )  # fmt: skip
    for where, stated, found in pairs:
        if canonical(stated) != canonical(found):
            yield Difference(where, canonical(stated), canonical(found))


def _judged(
    receipt: Receipt,
    procedure: Procedure,
    before: CaseState | None,
    facts: Mapping[str, FactValue],
) -> Iterator[Difference]:
    act = procedure.act_called(receipt.entry.act)
    assert act is not None
    known, roles = {**facts, **receipt.entry.facts}, frozenset({receipt.role})
    on, by = receipt.entry.effective_on, receipt.entry.by
    if receipt.entry.deviation and before is not None:
        judged = deviation_option(procedure, act.id, before, known, roles=roles, on=on, by=by)
        option = judged.option
    else:
        option = act_option(procedure, act.id, before, known, roles=roles, on=on, by=by)
    if not option.permitted:
        yield Difference("role", receipt.role, ", ".join(sorted(act.roles)))
    for refusal in option.refusals:
        yield Difference("possible", "possible", str(refusal.sentence))


def _around(
    procedure: Procedure,
    calendars: Mapping[str, Calendar],
    log: Sequence[LogEntry],
    entry: LogEntry,
    recorded_on: date,
) -> tuple[CaseState | None, CaseState]:
    """The state before the decision, on its day of effect; null when it opened the case. After."""
    before = fold(procedure, log, calendars, on=entry.effective_on) if log else None
    return before, fold(procedure, (*log, entry), calendars, on=recorded_on)


def _facts(
    log: Sequence[LogEntry], entry: LogEntry, facts: Mapping[str, FactValue]
) -> Iterator[FactUsed]:
    known: dict[str, FactUsed] = {}
    for place, each in enumerate(log, 1):
        for name, value in each.facts.items():
            known[name] = FactUsed(name, value, "log", place)
    for name, value in facts.items():
        known[name] = FactUsed(name, value, "file")
    for name, value in entry.facts.items():
        known[name] = FactUsed(name, value, "act")
    yield from (known[name] for name in sorted(known))


def _rules(
    procedure: Procedure,
    entry: LogEntry,
    before: CaseState | None,
    facts: Mapping[str, FactValue],
) -> Iterator[RuleAsked]:
    act = procedure.act_called(entry.act)
    assert act is not None
    known = {**(before.facts if before else {}), **facts, **entry.facts}
    for rule in act.conditions:
        held = (
            deadline_holds(rule, before, entry.effective_on)
            if rule.on_deadline
            else holds(rule, known)
        )
        yield RuleAsked(rule.subject, rule.operator, rule.sentence, rule.citation, held)


def _terms(
    procedure: Procedure,
    calendars: Mapping[str, Calendar],
    log: Sequence[LogEntry],
    recorded_on: date,
) -> Iterator[TermThen]:
    for name, day in due_days(procedure, log, calendars, on=recorded_on).items():
        yield TermThen(name, day.due_on, day.late_on)


NOT_A_RECEIPT = Text(
    az="Bu, oxuna bilən qəbz deyil: “{format}” gözlənilirdi.",
    en="This is not a receipt that can be read here: “{format}” is expected.",
    ru="Это не квитанция, которую можно прочитать: ожидается «{format}».",
)
