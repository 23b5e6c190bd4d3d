"""One run of one deadline: started, stopped, lengthened, met; what it comes to on a day."""

from collections.abc import Hashable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from korpu.engines.procedure.calendars import DAY, Calendar
from korpu.engines.procedure.editions import reckoned
from korpu.engines.procedure.model import Deadline, Parameter, ParameterVersion
from korpu.engines.procedure.states import DeadlineCondition
from korpu.engines.procedure.terms import Pause, Reckoning, Term


@dataclass
class Run:
    """What happened to a deadline since it last started.

    Attributes:
        anchor_on: null when the day it counts from is not on file.
        by_fact: the anchor is a date of the case's facts, not an act's day.
        restarted: it was interrupted: this run is not the first.
        ended_on: the day it ceased to matter without being met.
        parameter: the number a decision table chose; null while the table cannot say.
        calendar: the calendar it is counted on.
        anchor_time: the time of day a term in hours begins; null when it is not on file.
        until: the day somebody decided it lasts to.
        moved_from: anchors that were corrected, the first one first.
    """

    rule: Deadline
    anchor_on: date | None
    anchor_act: str | None
    by_fact: bool = False
    restarted: bool = False
    pauses: list[Pause] = field(default_factory=list)
    extended_on: list[date] = field(default_factory=list)
    met_on: date | None = None
    ended_on: date | None = None
    earlier_breaches: tuple[date, ...] = ()
    parameter: Parameter | None = None
    calendar: str = ""
    anchor_time: str | None = None
    until: date | None = None
    moved_from: tuple[date, ...] = ()

    def __post_init__(self) -> None:
        self.calendar = self.calendar or self.rule.calendar
        if self.rule.chosen_by is None:
            self.parameter = self.rule.parameter

    @property
    def live(self) -> bool:
        """Still waited for."""
        return self.met_on is None and self.ended_on is None

    @property
    def paused(self) -> bool:
        return bool(self.pauses) and self.pauses[-1].last is None

    @property
    def stopped_on(self) -> date | None:
        return self.met_on or self.ended_on

    @property
    def key(self) -> Hashable:
        """Two runs under one procedure with the same key read the same on the same day."""
        return (
            self.rule.id,
            self.anchor_on,
            self.anchor_act,
            self.by_fact,
            self.restarted,
            tuple(self.pauses),
            tuple(self.extended_on),
            self.met_on,
            self.ended_on,
            self.earlier_breaches,
            self.parameter.id if self.parameter else None,
            self.calendar,
            self.anchor_time,
            self.until,
            self.moved_from,
        )

    def pause(self, on: date) -> None:
        self.pauses.append(Pause(on, None))

    def resume(self, on: date) -> None:
        self.pauses[-1] = Pause(self.pauses[-1].first, on)


@dataclass(frozen=True)
class Reading:
    """What a run comes to on one day.

    Attributes:
        version: the parameter's version in force at the anchor; null when there was none.
        reckoning: null when nothing could be computed.
        calendar: the edition of the calendar that gave the date; null likewise.
        shorter: the last day by a later edition that would have cut the term short, and did not;
            null when there is none.
    """

    run: Run
    version: ParameterVersion | None
    term: Term | None
    reckoning: Reckoning | None
    condition: DeadlineCondition
    breached_on: date | None
    calendar: Calendar | None = None
    shorter: date | None = None

    @property
    def due_on(self) -> date | None:
        return self.reckoning.due_on if self.reckoning else None


def read(run: Run, calendars: Mapping[str, Calendar], on: date) -> Reading:
    """What ``run`` comes to at the end of the day ``on``."""
    version = run.parameter.on(run.anchor_on) if run.parameter and run.anchor_on else None
    newest = calendars[run.calendar]
    term = _term(run, version, newest)
    if term is None or run.anchor_on is None:
        condition: DeadlineCondition = "not_computable" if run.live else _stopped(run, late=False)
        return Reading(run, version, None, None, condition, None)
    found = reckoned(term, run.anchor_on, run.pauses, run.stopped_on, protected=_protected(run))
    found = replace(found, reckoning=_decided(run, found.reckoning))
    due_on = found.reckoning.due_on
    late = due_on is not None and (run.stopped_on or on) > due_on
    breached_on = due_on + DAY if late and due_on else None
    return Reading(
        run,
        version,
        found.term,
        found.reckoning,
        _condition(run, late=late),
        breached_on,
        found.term.calendar,
        found.shorter,
    )


def _decided(run: Run, reckoning: Reckoning) -> Reckoning:
    """The end somebody decided, where that is later than the law's own."""
    if run.until is None or reckoning.due_on is None or run.until <= reckoning.due_on:
        return reckoning
    return Reckoning(run.until, run.until)


def _protected(run: Run) -> bool:
    """Whether no later edition of the calendar may take a day from the term."""
    return run.rule.binds != "service"


def _condition(run: Run, *, late: bool) -> DeadlineCondition:
    if not run.live:
        return _stopped(run, late=late)
    if late:
        return "breached"
    return "suspended" if run.paused else "running"


def _stopped(run: Run, *, late: bool) -> DeadlineCondition:
    if run.met_on is not None:
        return "met"
    return "breached" if late else "cancelled"


def _term(run: Run, version: ParameterVersion | None, calendar: Calendar) -> Term | None:
    if version is None or version.quantity is None or run.parameter is None:
        return None
    rule = run.rule
    extra = _extra(run)
    if extra is None:
        return None
    return Term(
        version.quantity + extra,
        run.parameter.unit,
        calendar,
        rule.roll,
        rule.direction,
        run.anchor_time,
    )


def _extra(run: Run) -> int | None:
    """Units added by extensions; null when the law's number for one is not known."""
    if run.rule.extension is None or run.rule.extension.parameter is None:
        return 0
    versions = [run.rule.extension.parameter.on(day) for day in run.extended_on]
    total = 0
    for version in versions:
        if version is None or version.quantity is None:
            return None
        total += version.quantity
    return total
