"""From the log of a case to where it stands: status, facts and every deadline."""

from collections.abc import Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, timedelta

from korpu.engines.procedure import fold_sentences as told
from korpu.engines.procedure.calendars import Calendar
from korpu.engines.procedure.deviating import OUT_OF_PLACE, leads_on
from korpu.engines.procedure.errors import IllegalLog
from korpu.engines.procedure.model import BACK, Act, FactValue, Procedure, Wait
from korpu.engines.procedure.places import Places, begins
from korpu.engines.procedure.running_terms import Terms
from korpu.engines.procedure.states import CaseState, DeadlineState, LogEntry, WaitState
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
    return Folder(procedure, calendars).fold(log, on=on)


@dataclass(frozen=True, slots=True)
class DueDay:
    """Where a deadline ends, and no more.

    Attributes:
        late_on: the first day it was late; null when it was in time, or has not ended.
        shorter: the earlier day a change of the calendar would have given; null: none.
    """

    anchor_on: date | None
    due_on: date | None
    live: bool
    late_on: date | None
    shorter: date | None


def due_days(
    procedure: Procedure, log: Sequence[LogEntry], calendars: Mapping[str, Calendar], *, on: date
) -> dict[str, DueDay]:
    """The days of a case's deadlines as :func:`fold` computes them, without explaining them.

    Raises:
        IllegalLog: as :func:`fold`.
    """
    return Folder(procedure, calendars).due_days(log, on=on)


@dataclass
class Folder:
    """Folds the logs of many cases of one version; what two of them share is explained once.

    The same as :func:`fold` and :func:`due_days` for each. Thousands of running cases share a few
    hundred different terms, and most of a fold is saying why a date is what it is.
    """

    procedure: Procedure
    calendars: Mapping[str, Calendar]
    _shown: dict[Hashable, DeadlineState] = field(default_factory=dict, repr=False)

    def fold(self, log: Sequence[LogEntry], *, on: date) -> CaseState:
        """As :func:`fold`."""
        return self._read(log).state(on)

    def due_days(self, log: Sequence[LogEntry], *, on: date) -> dict[str, DueDay]:
        """As :func:`due_days`."""
        return self._read(log).due_days(on)

    def both(self, log: Sequence[LogEntry], *, on: date) -> tuple[CaseState, dict[str, DueDay]]:
        """The log read once for both."""
        case = self._read(log)
        return case.state(on), case.due_days(on)

    def _read(self, log: Sequence[LogEntry]) -> "_Case":
        if not log:
            raise IllegalLog(told.EMPTY, position=0, kind="empty")
        case = _Case.new(self.procedure, self.calendars, log[0], self._shown)
        for position, entry in enumerate(log):
            case.append(entry, position)
        return case


@dataclass
class _Case:
    procedure: Procedure
    first: LogEntry
    places: Places
    terms: Terms
    facts: dict[str, FactValue]
    last_on: date = date.min
    length: int = 0
    doers: dict[str, frozenset[str]] = field(default_factory=dict)
    asked: dict[str, date] = field(default_factory=dict)
    answered: dict[str, date] = field(default_factory=dict)

    @classmethod
    def new(
        cls,
        procedure: Procedure,
        calendars: Mapping[str, Calendar],
        first: LogEntry,
        shown: dict[Hashable, DeadlineState],
    ) -> "_Case":
        facts: dict[str, FactValue] = {}
        terms = Terms(procedure, calendars, facts, shown=shown)
        return cls(procedure, first, Places(procedure), terms, facts)

    def append(self, entry: LogEntry, position: int) -> None:
        act = self.procedure.act_called(entry.act)
        if act is None:
            raise IllegalLog(
                told.UNKNOWN_ACT.format(act=entry.act), position=position, kind="unknown_act"
            )
        self._check(act, entry, position)
        self.terms.lapse(entry.effective_on)
        self.facts.update(entry.facts)
        self.facts.update(act.sets)
        self.places.move(act, entry.effective_on)
        self.last_on = entry.effective_on
        self.length = position + 1
        if entry.by:
            self.doers[act.id] = self.doers.get(act.id, frozenset()) | {entry.by}
        self._ask(act, entry.effective_on)
        self.terms.drive(act, entry, self.places)

    def state(self, on: date) -> CaseState:
        self.terms.lapse(on)
        return CaseState(
            status=self.places.status,
            log_length=self.length,
            opened_on=self.first.effective_on,
            last_effective_on=self.last_on,
            came_from=self.places.came_from,
            ended_on=self.places.all_ended_on,
            deadlines=self.terms.states(on),
            facts=dict(self.facts),
            extensions={rule_id: len(run.extended_on) for rule_id, run in self.terms.runs.items()},
            branches=tuple(self.places.branches.values()),
            waits=tuple(self._wait(wait, on) for wait in self.procedure.waits.values()),
            doers=dict(self.doers),
            places=self.places.open,
        )

    def due_days(self, on: date) -> dict[str, DueDay]:
        self.terms.lapse(on)
        found: dict[str, DueDay] = {}
        for name, run in self.terms.runs.items():
            reading = self.terms.reading(run, on)
            found[name] = DueDay(
                run.anchor_on, reading.due_on, run.live, reading.breached_on, reading.shorter
            )
        return found

    def _check(self, act: Act, entry: LogEntry, position: int) -> None:
        for kind, wrong in self._wrongs(act, entry, position):
            raise IllegalLog(wrong, position=position, kind=kind)

    def _wrongs(self, act: Act, entry: LogEntry, position: int) -> Iterator[tuple[str, Text]]:
        """What does not fit, named; the first counts."""
        yield from self._out_of_place(act, entry, position)
        branch = begins(self.procedure, act)
        if branch is not None and self.places.has_begun(branch):
            title = self.procedure.branches[branch].title
            yield "begun_twice", told.BEGUN_TWICE.format(branch=title)
        if entry.at.tzinfo is None:
            yield "no_time_zone", told.NAIVE
        if entry.effective_on < self.last_on:
            yield "backwards", told.BACKWARDS.format(act=act.title)
        if entry.effective_on > (entry.at.astimezone(UTC) + FURTHEST_AHEAD).date():
            yield "ahead_of_time", told.AHEAD.format(act=act.title)
        for fact in act.facts_required:
            if entry.facts.get(fact) is None:
                title = self.procedure.facts[fact].title
                yield "incomplete", told.LACKS.format(act=act.title, fact=title)

    def _out_of_place(self, act: Act, entry: LogEntry, position: int) -> Iterator[tuple[str, Text]]:
        """Where an act stands; a deviation leaves no decision out, and two people stand for it."""
        fits = act.opening == (position == 0) and (act.opening or self._is_from(act))
        if not entry.deviation:
            if not fits:
                yield "out_of_place", told.OUT_OF_PLACE.format(act=act.title)
            return
        if fits or not self._may_deviate(act, entry, position):
            yield "no_deviation", told.NO_DEVIATION.format(act=act.title)
        if not entry.allowed_by or entry.allowed_by == entry.by:
            yield "alone", told.ALONE.format(act=act.title)

    def _may_deviate(self, act: Act, entry: LogEntry, position: int) -> bool:
        possible = entry.deviation == OUT_OF_PLACE and position > 0
        possible = possible and not act.opening and act.to_status != BACK
        begun = frozenset(self.places.branches)
        return possible and leads_on(self.procedure, self.places.open, begun, act)

    def _is_from(self, act: Act) -> bool:
        return not self.places.open.isdisjoint(act.from_statuses)

    def _ask(self, act: Act, on: date) -> None:
        for wait in self.procedure.waits.values():
            if act.id in wait.asked_by:
                self.asked[wait.id] = on
                self.answered.pop(wait.id, None)
            elif act.id in wait.answered_by and wait.id in self.asked:
                self.answered[wait.id] = on

    def _wait(self, wait: Wait, on: date) -> WaitState:
        asked, answered = self.asked.get(wait.id), self.answered.get(wait.id)
        due = self.terms.due_on(wait.deadline, on) if asked else None
        late = due is not None and due < on
        return WaitState(
            id=wait.id,
            title=wait.title,
            state="not_asked"
            if asked is None
            else "answered"
            if answered
            else "silent"
            if late
            else "open",
            asked_on=asked,
            answered_on=answered,
            due_on=due,
            owner=wait.owner,
        )
