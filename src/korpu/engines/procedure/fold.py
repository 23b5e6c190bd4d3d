"""From the log of a case to where it stands: status, facts and every deadline."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, timedelta

from korpu.engines.procedure import explain as words
from korpu.engines.procedure.calendars import Calendar
from korpu.engines.procedure.clock import Reading, Run, read
from korpu.engines.procedure.errors import IllegalLog
from korpu.engines.procedure.model import BACK, STAY, Act, Anchor, Deadline, FactValue, Procedure
from korpu.engines.procedure.states import CaseState, DeadlineState, LogEntry
from korpu.kernel.texts import Text

FURTHEST_AHEAD = timedelta(hours=14)
"""No place on Earth is further ahead of UTC: a date after this has not begun anywhere."""


def fold(
    procedure: Procedure, log: Sequence[LogEntry], calendars: Mapping[str, Calendar], *, on: date
) -> CaseState:
    """Where the case stands at the end of the day ``on``.

    Pure and total over legal logs: the same log, calendars and day give the same state. Conditions
    of acts are not asked again: what was allowed when it was done stays done.

    Args:
        procedure: the version the case has pinned.
        log: every act so far, in the order recorded; the first opens the case.
        calendars: by id, all that the procedure's deadlines name.
        on: the day deadlines are looked at; the whole log is folded whatever the day.

    Raises:
        IllegalLog: the log is empty, names an unknown act, an act is out of place or lacks a fact,
            or goes back in time.
    """
    if not log:
        raise IllegalLog(EMPTY, position=0)
    case = _Case(procedure, calendars, log[0])
    for position, entry in enumerate(log):
        case.append(entry, position)
    return case.state(on)


@dataclass
class _Case:
    procedure: Procedure
    calendars: Mapping[str, Calendar]
    first: LogEntry
    status: str = ""
    came_from: str | None = None
    last_on: date = date.min
    ended_on: date | None = None
    length: int = 0
    facts: dict[str, FactValue] = field(default_factory=dict)
    runs: dict[str, Run] = field(default_factory=dict)

    def append(self, entry: LogEntry, position: int) -> None:
        act = self.procedure.act_called(entry.act)
        if act is None:
            raise IllegalLog(UNKNOWN_ACT.format(act=entry.act), position=position)
        self._check(act, entry, position)
        self._lapse(entry.effective_on)
        self.facts.update(entry.facts)
        self.facts.update(act.sets)
        self._move(act, entry.effective_on)
        self.last_on = entry.effective_on
        self.length = position + 1
        for rule in self.procedure.deadlines.values():
            self._drive(rule, act, entry)

    def state(self, on: date) -> CaseState:
        self._lapse(on)
        return CaseState(
            status=self.status,
            log_length=self.length,
            opened_on=self.first.effective_on,
            last_effective_on=self.last_on,
            came_from=self.came_from,
            ended_on=self.ended_on,
            deadlines=tuple(
                self._shown(self.runs[rule_id], on)
                for rule_id in self.procedure.deadlines
                if rule_id in self.runs
            ),
            facts=dict(self.facts),
            extensions={rule_id: len(run.extended_on) for rule_id, run in self.runs.items()},
        )

    def _check(self, act: Act, entry: LogEntry, position: int) -> None:
        if act.opening != (position == 0) or (not act.opening and not self._is_from(act)):
            raise IllegalLog(OUT_OF_PLACE.format(act=act.title), position=position)
        if entry.at.tzinfo is None:
            raise IllegalLog(NAIVE, position=position)
        if entry.effective_on < self.last_on:
            raise IllegalLog(BACKWARDS.format(act=act.title), position=position)
        if entry.effective_on > (entry.at.astimezone(UTC) + FURTHEST_AHEAD).date():
            raise IllegalLog(AHEAD.format(act=act.title), position=position)
        for fact in act.facts_required:
            if entry.facts.get(fact) is None:
                title = self.procedure.facts[fact].title
                raise IllegalLog(LACKS.format(act=act.title, fact=title), position=position)

    def _is_from(self, act: Act) -> bool:
        return self.status in act.from_statuses

    def _move(self, act: Act, on: date) -> None:
        if act.to_status == STAY:
            return
        target = self.came_from if act.to_status == BACK else act.to_status
        assert target is not None
        self.came_from, self.status = self.status or None, target
        if self.procedure.statuses[target].final:
            self.ended_on = on

    def _drive(self, rule: Deadline, act: Act, entry: LogEntry) -> None:
        started = self._start(rule, act, entry)
        run = self.runs.get(rule.id)
        if run is None or not run.live:
            return
        self._pause_or_extend(rule, run, act, entry.effective_on)
        if act.id in rule.met_by:
            run.met_on = entry.effective_on
        elif self.ended_on or (
            not started and (act.id in rule.cancelled_by or act.id == rule.proposes)
        ):
            run.ended_on = entry.effective_on

    def _start(self, rule: Deadline, act: Act, entry: LogEntry) -> bool:
        anchor = next((each for each in rule.starts_with if each.act == act.id), None)
        old = self.runs.get(rule.id)
        if anchor is not None:
            self.runs[rule.id] = self._begun(rule, anchor, entry)
        elif old is not None and old.live and act.id in rule.restarted_by:
            self.runs[rule.id] = Run(rule, entry.effective_on, act.id, restarted=True)
        else:
            return False
        if old is not None:
            self.runs[rule.id].earlier_breaches = self._breaches(old, entry.effective_on)
        return True

    def _begun(self, rule: Deadline, anchor: Anchor, entry: LogEntry) -> Run:
        if anchor.lapse_of:
            other = self.runs.get(anchor.lapse_of)
            due = self._read(other, entry.effective_on).due_on if other else None
            return Run(rule, due, anchor.act)
        if anchor.fact is None:
            return Run(rule, entry.effective_on, anchor.act)
        value = self.facts.get(anchor.fact)
        if isinstance(value, date):
            return Run(rule, value, anchor.act, by_fact=True)
        return Run(rule, entry.effective_on if anchor.or_act else None, anchor.act)

    def _lapse(self, day: date) -> None:
        """Start the terms that the lapse of another one starts."""
        for rule in self.procedure.deadlines.values():
            for anchor in rule.starts_with:
                other = self.runs.get(anchor.lapse_of or "")
                if anchor.act is not None or other is None or not other.live:
                    continue
                due = self._read(other, day).due_on
                run = self.runs.get(rule.id)
                if due and due < day and (run is None or run.anchor_on != due):
                    self.runs[rule.id] = Run(rule, due, None)

    def _pause_or_extend(self, rule: Deadline, run: Run, act: Act, on: date) -> None:
        if rule.suspension and act.id in rule.suspension.suspended_by and not run.paused:
            if self._read(run, on).condition == "running":
                run.pause(on)
        elif rule.suspension and act.id in rule.suspension.resumed_by and run.paused:
            run.resume(on)
        if rule.extension and act.id == rule.extension.act:
            run.extended_on.append(on)

    def _breaches(self, run: Run, on: date) -> tuple[date, ...]:
        breached = self._read(run, on).breached_on
        return (*run.earlier_breaches, breached) if breached else run.earlier_breaches

    def _read(self, run: Run, on: date) -> Reading:
        return read(run, self.calendars, on)

    def _shown(self, run: Run, on: date) -> DeadlineState:
        reading = self._read(run, on)
        calendar = reading.calendar or self.calendars[run.rule.calendar]
        return DeadlineState(
            id=run.rule.id,
            title=run.rule.title,
            kind=run.rule.kind,
            state=reading.condition,
            anchor_on=run.anchor_on,
            due_on=reading.due_on,
            breached_on=reading.breached_on,
            effect=run.rule.effect,
            explanation=words.explain(self.procedure, reading, calendar),
            citation=words.citation(reading),
            confidence=words.confidence(reading, calendar),
            met_on=run.met_on,
            remaining=_remaining(reading, on),
            provisional=words.is_provisional(reading, calendar),
            proposes=run.rule.proposes,
            escalates_to=run.rule.escalates_to,
            earlier_breaches=run.earlier_breaches,
        )


def _remaining(reading: Reading, on: date) -> int | None:
    if reading.term is None or reading.reckoning is None or not reading.run.live:
        return None
    if reading.reckoning.due_on is None:
        return reading.reckoning.left
    return reading.term.count(on, reading.reckoning.due_on)


EMPTY = Text(
    az="Jurnal boşdur: iş açılış hərəkəti ilə başlayır.",
    en="The log is empty: a case begins with an opening act.",
    ru="Журнал пуст: дело начинается с открывающего действия.",
)
UNKNOWN_ACT = Text(
    az="Prosedurda “{act}” hərəkəti yoxdur.",
    en="The procedure has no act “{act}”.",
    ru="В процедуре нет действия «{act}».",
)
OUT_OF_PLACE = Text(
    az="“{act}” hərəkəti işin bu mərhələsində edilə bilməz.",
    en="“{act}” cannot be done at this point of the case.",
    ru="Действие «{act}» невозможно на этом этапе дела.",
)
NAIVE = Text(
    az="Qeyd vaxtı saat qurşağı ilə göstərilməlidir.",
    en="The time of recording must carry its time zone.",
    ru="Время записи должно быть указано с часовым поясом.",
)
BACKWARDS = Text(
    az="“{act}” özündən əvvəlki hərəkətdən tez qüvvəyə minə bilməz.",
    en="“{act}” cannot take effect before the act that precedes it.",
    ru="Действие «{act}» не может вступить в силу раньше предыдущего.",
)
AHEAD = Text(
    az="“{act}” hələ gəlməmiş gündə qüvvəyə minə bilməz.",
    en="“{act}” cannot take effect on a day that has not come.",
    ru="Действие «{act}» не может вступить в силу в ещё не наступивший день.",
)
LACKS = Text(
    az="“{act}” üçün bu məlumat göstərilməlidir: {fact}.",
    en="“{act}” must state: {fact}.",
    ru="Для действия «{act}» нужно указать: {fact}.",
)
