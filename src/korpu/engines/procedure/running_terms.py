"""All terms of one case while its log is folded: begun, moved, stopped, lengthened, met."""

from collections.abc import Hashable, Mapping
from dataclasses import dataclass, field
from datetime import date

from korpu.engines.procedure import explain as words
from korpu.engines.procedure import explain_plainly as plain
from korpu.engines.procedure.calendars import Calendar
from korpu.engines.procedure.clock import Reading, Run, read
from korpu.engines.procedure.model import Act, Anchor, Deadline, FactValue, Procedure
from korpu.engines.procedure.places import Places
from korpu.engines.procedure.states import DeadlineState, LogEntry


@dataclass
class Terms:
    """The runs of every deadline that has begun.

    Attributes:
        facts: what the log has established so far; shared with whoever folds.
        shown: what terms of other cases came to under the same procedure and calendars, by day.
    """

    procedure: Procedure
    calendars: Mapping[str, Calendar]
    facts: Mapping[str, FactValue]
    runs: dict[str, Run] = field(default_factory=dict)
    shown: dict[Hashable, DeadlineState] = field(default_factory=dict)

    def drive(self, act: Act, entry: LogEntry, places: Places) -> None:
        """What one act does to every term."""
        for rule in self.procedure.deadlines.values():
            self._drive(rule, act, entry, places)

    def lapse(self, day: date) -> None:
        """Start the terms that the lapse of another one starts."""
        for rule in self.procedure.deadlines.values():
            for anchor in rule.starts_with:
                other = self.runs.get(anchor.lapse_of or "")
                if anchor.act is not None or other is None or not other.live:
                    continue
                due = self.reading(other, day).due_on
                run = self.runs.get(rule.id)
                if due and due < day and (run is None or run.anchor_on != due):
                    self.runs[rule.id] = self._run(rule, due, None)

    def states(self, on: date) -> tuple[DeadlineState, ...]:
        """Each term on a day, in the order declared."""
        return tuple(
            self._shown(self.runs[rule_id], on)
            for rule_id in self.procedure.deadlines
            if rule_id in self.runs
        )

    def due_on(self, rule_id: str, on: date) -> date | None:
        run = self.runs.get(rule_id)
        return self.reading(run, on).due_on if run else None

    def reading(self, run: Run, on: date) -> Reading:
        return read(run, self.calendars, on)

    def _drive(self, rule: Deadline, act: Act, entry: LogEntry, places: Places) -> None:
        started = self._start(rule, act, entry)
        run = self.runs.get(rule.id)
        if run is None or not run.live:
            return
        if not started:
            self._correct(rule, run, entry)
        self._pause_or_extend(rule, run, act, entry)
        if act.id in rule.met_by:
            run.met_on = entry.effective_on
        elif places.is_over(rule.branch) or (
            not started and (act.id in rule.cancelled_by or act.id == rule.proposes)
        ):
            run.ended_on = entry.effective_on

    def _start(self, rule: Deadline, act: Act, entry: LogEntry) -> bool:
        anchor = next((each for each in rule.starts_with if each.act == act.id), None)
        old = self.runs.get(rule.id)
        if anchor is not None:
            self.runs[rule.id] = self._begun(rule, anchor, entry)
        elif old is not None and old.live and act.id in rule.restarted_by:
            self.runs[rule.id] = self._run(rule, entry.effective_on, act.id)
            self.runs[rule.id].restarted = True
        else:
            return False
        if old is not None:
            self.runs[rule.id].earlier_breaches = self._breaches(old, entry.effective_on)
        return True

    def _begun(self, rule: Deadline, anchor: Anchor, entry: LogEntry) -> Run:
        if anchor.lapse_of:
            other = self.runs.get(anchor.lapse_of)
            due = self.reading(other, entry.effective_on).due_on if other else None
            return self._run(rule, due, anchor.act)
        if anchor.fact is None:
            return self._run(rule, entry.effective_on, anchor.act, anchor.time)
        value = self.facts.get(anchor.fact)
        if isinstance(value, date):
            run = self._run(rule, value, anchor.act, anchor.time)
            run.by_fact = True
            return run
        return self._run(rule, entry.effective_on if anchor.or_act else None, anchor.act)

    def _run(
        self, rule: Deadline, anchor_on: date | None, act: str | None, time: str | None = None
    ) -> Run:
        at = self.facts.get(time) if time else None
        return Run(
            rule,
            anchor_on,
            act,
            parameter=rule.chosen_by.choose(self.facts) if rule.chosen_by else None,
            calendar=self._calendar(rule),
            anchor_time=at if isinstance(at, str) else None,
        )

    def _calendar(self, rule: Deadline) -> str:
        if rule.calendar_by is None:
            return rule.calendar
        known = self.facts.get(rule.calendar_by.fact)
        return rule.calendar_by.calendars.get(str(known), rule.calendar)

    def _correct(self, rule: Deadline, run: Run, entry: LogEntry) -> None:
        """A later entry states the anchor, or what chose the number, anew."""
        anchor = next((each for each in rule.starts_with if each.act == run.anchor_act), None)
        value = entry.facts.get(anchor.fact) if anchor and anchor.fact else None
        if isinstance(value, date) and value != run.anchor_on:
            run.moved_from += (run.anchor_on,) if run.anchor_on else ()
            run.anchor_on, run.by_fact = value, True
        if rule.chosen_by and not entry.facts.keys().isdisjoint(rule.chosen_by.inputs):
            run.parameter = rule.chosen_by.choose(self.facts)
        if rule.calendar_by and rule.calendar_by.fact in entry.facts:
            run.calendar = self._calendar(rule)

    def _pause_or_extend(self, rule: Deadline, run: Run, act: Act, entry: LogEntry) -> None:
        on = entry.effective_on
        if rule.suspension and act.id in rule.suspension.suspended_by and not run.paused:
            if self.reading(run, on).condition == "running":
                run.pause(on)
        elif rule.suspension and act.id in rule.suspension.resumed_by and run.paused:
            run.resume(on)
        if rule.extension and act.id == rule.extension.act:
            run.extended_on.append(on)
            until = self.facts.get(rule.extension.until or "")
            run.until = until if isinstance(until, date) else run.until

    def _breaches(self, run: Run, on: date) -> tuple[date, ...]:
        breached = self.reading(run, on).breached_on
        return (*run.earlier_breaches, breached) if breached else run.earlier_breaches

    def _shown(self, run: Run, on: date) -> DeadlineState:
        key = (run.key, on)
        if key not in self.shown:
            self.shown[key] = self._explained(run, on)
        return self.shown[key]

    def _explained(self, run: Run, on: date) -> DeadlineState:
        reading = self.reading(run, on)
        calendar = reading.calendar or self.calendars[run.calendar]
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
            for_person=plain.explain_plainly(reading, calendar),
            due_at=reading.reckoning.due_at if reading.reckoning and run.anchor_time else None,
            binds=run.rule.binds,
            moved_from=run.moved_from,
        )


def _remaining(reading: Reading, on: date) -> int | None:
    if reading.term is None or reading.reckoning is None or not reading.run.live:
        return None
    if reading.reckoning.due_on is None:
        return reading.reckoning.left
    return reading.term.count(on, reading.reckoning.due_on)
