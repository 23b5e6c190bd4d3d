"""Why a date is what it is, in words: anchor, quantity, what was skipped, moved, and the law."""

from datetime import date
from zoneinfo import ZoneInfo

from korpu.engines.procedure import explain_texts as texts
from korpu.engines.procedure.calendars import DAY, Calendar, DayOff
from korpu.engines.procedure.clock import Reading
from korpu.engines.procedure.model import Citation, Confidence, Procedure, Unit, weakest
from korpu.engines.procedure.terms import Pause
from korpu.engines.procedure.wording import cited, counted, dated, joined
from korpu.kernel.texts import Text


def explain(procedure: Procedure, reading: Reading, calendar: Calendar) -> Text:
    """The reading in words, ending with its law and a warning when that is not sure."""
    parts = _computed(procedure, reading, calendar) if reading.term else [_missing(reading)]
    if reading.run.met_on:
        parts.append(texts.MET.format(day=dated(reading.run.met_on)))
    if reading.breached_on:
        parts.append(texts.LATE.format(day=dated(reading.breached_on)))
    parts.append(texts.RULE.format(law=cited(citation(reading))))
    if is_provisional(reading, calendar):
        last = dated(calendar.decreed_until)
        parts.append(texts.PROVISIONAL.format(calendar=calendar.title, last=last))
    warning = texts.WARNINGS.get(confidence(reading, calendar))
    return joined([*parts, warning] if warning else parts, " ")


def citation(reading: Reading) -> Citation:
    """The law of the quantity: that of the version in force, else of the latest known."""
    parameter = reading.run.parameter or reading.run.rule.parameter
    return (reading.version or parameter.versions[-1]).citation


def confidence(reading: Reading, calendar: Calendar) -> Confidence:
    """The weakest of everything the date rests on."""
    inputs = [citation(reading), *reading.run.rule.law]
    if reading.term:
        inputs += _used(reading, calendar)
    found = [each.confidence for each in inputs]
    if is_provisional(reading, calendar):
        found.append("unverified")
    return weakest(tuple(found))


def is_provisional(reading: Reading, calendar: Calendar) -> bool:
    """Whether the date depends on days no decree has settled yet."""
    if reading.due_on is None or reading.run.anchor_on is None or not _uses_calendar(reading):
        return False
    first, last = sorted((reading.run.anchor_on, reading.due_on))
    return not calendar.is_decreed(first, last)


def _uses_calendar(reading: Reading) -> bool:
    rule = reading.run.rule
    unit = _unit(reading)
    return unit == "working_days" or (rule.roll != "none" and unit != "hours")


def _used(reading: Reading, calendar: Calendar) -> list[Citation]:
    rule, counting = reading.run.rule, calendar.counting
    assert reading.term is not None
    unit = reading.term.unit
    used = [] if rule.direction == "before" or unit == "hours" else [counting.anchor_law]
    if unit == "months":
        used.append(counting.months_law)
    if _has_rolled(reading):
        used.append(counting.roll_law)
    if reading.run.pauses and rule.suspension:
        used.append(rule.suspension.citation)
    if reading.run.extended_on and rule.extension and rule.extension.parameter:
        version = rule.extension.parameter.on(reading.run.extended_on[-1])
        used += [version.citation] if version else []
    return used + [off.citation for _, off in _days_off(reading, calendar)]


def _computed(procedure: Procedure, reading: Reading, calendar: Calendar) -> list[Text]:
    parts = [_anchor(procedure, reading, calendar)]
    if reading.run.moved_from:
        days = joined([dated(day) for day in reading.run.moved_from], ", ")
        parts.append(texts.MOVED.format(days=days))
    if reading.run.restarted:
        parts.append(texts.RESTARTED)
    assert reading.term is not None
    parts.append(texts.LENGTH.format(term=counted(reading.term.quantity, reading.term.unit)))
    if reading.run.extended_on:
        days = joined([dated(day) for day in reading.run.extended_on], ", ")
        until = reading.run.until
        decided = texts.DECIDED.format(days=days, until=dated(until)) if until else None
        parts.append(decided or texts.EXTENDED.format(days=days))
    parts += [_pause(pause, reading) for pause in reading.run.pauses]
    parts += _skipped(reading, calendar)
    return parts + _end(reading, calendar)


def _missing(reading: Reading) -> Text:
    if reading.run.anchor_on and reading.run.parameter is None:
        return texts.NO_CHOICE
    return texts.NO_NUMBER if reading.run.anchor_on else texts.NO_ANCHOR


def _anchor(procedure: Procedure, reading: Reading, calendar: Calendar) -> Text:
    run = reading.run
    assert run.anchor_on is not None
    day = dated(run.anchor_on)
    event = _event(procedure, reading)
    if reading.term and reading.term.unit == "hours":
        start = (
            texts.AT_TIME.format(time=run.anchor_time) if run.anchor_time else texts.FROM_MIDNIGHT
        )
        return joined([texts.HOURS.format(day=day, event=event), start], " ")
    if run.rule.direction == "before":
        return texts.BACKWARDS.format(day=day, event=event)
    counts = texts.COUNTED if calendar.counting.anchor_counted else texts.NOT_COUNTED
    return texts.ANCHOR.format(day=day, event=event, counted=counts)


def _event(procedure: Procedure, reading: Reading) -> Text:
    run = reading.run
    anchor = next((each for each in run.rule.starts_with if each.act == run.anchor_act), None)
    if anchor and anchor.lapse_of:
        return procedure.deadlines[anchor.lapse_of].title
    if anchor and anchor.fact and run.by_fact:
        return procedure.facts[anchor.fact].title
    assert run.anchor_act is not None
    return procedure.acts[run.anchor_act].title


def _pause(pause: Pause, reading: Reading) -> Text:
    if pause.last is not None:
        return texts.PAUSED.format(first=dated(pause.first), last=dated(pause.last))
    assert reading.reckoning is not None
    assert reading.term is not None
    unit = reading.term.unit
    left = reading.reckoning.left or 0
    shown = counted(left, "calendar_days" if unit == "months" else unit)
    return texts.STANDING.format(first=dated(pause.first), left=shown)


def _skipped(reading: Reading, calendar: Calendar) -> list[Text]:
    days = _days_off(reading, calendar)
    if not days or _unit(reading) != "working_days":
        return []
    weekends = sum(off.kind == "weekend" for _, off in days)
    others = [joined([dated(day), off.title], " — ") for day, off in days if off.kind != "weekend"]
    lead = Text(az="; ", en="; ", ru="; ")
    tail = joined([lead, joined(others, ", ")], "") if others else Text(az="", en="", ru="")
    return [texts.SKIPPED.format(weekends=weekends, others=tail)]


def _end(reading: Reading, calendar: Calendar) -> list[Text]:
    if reading.due_on is None or reading.reckoning is None:
        return []
    if reading.reckoning.due_at and reading.run.anchor_time:
        at = reading.reckoning.due_at.astimezone(ZoneInfo(calendar.time_zone))
        return [texts.LAST_MOMENT.format(day=dated(at.date()), time=f"{at:%H:%M}")]
    unrolled = reading.reckoning.unrolled_on
    kept = [texts.KEPT.format(day=dated(reading.shorter))] if reading.shorter else []
    if not _has_rolled(reading) or unrolled is None:
        return [texts.LAST_DAY.format(day=dated(reading.due_on)), *kept]
    off = calendar.off(unrolled)
    reason = off.title if off else Text(az="", en="", ru="")
    moved = dated(reading.due_on)
    return [
        texts.ROLLED.format(day=dated(unrolled), reason=reason, moved=moved),
        texts.LAST_DAY.format(day=moved),
        *kept,
    ]


def _unit(reading: Reading) -> Unit:
    return (reading.run.parameter or reading.run.rule.parameter).unit


def _has_rolled(reading: Reading) -> bool:
    return reading.reckoning is not None and (
        reading.reckoning.unrolled_on != reading.reckoning.due_on
    )


def _days_off(reading: Reading, calendar: Calendar) -> list[tuple[date, DayOff]]:
    """Free days the date depends on: skipped while counting, or rolled over at the end."""
    reckoning, anchor = reading.reckoning, reading.run.anchor_on
    if reckoning is None or reckoning.due_on is None or reckoning.unrolled_on is None or not anchor:
        return []
    counts_working = _unit(reading) == "working_days"
    start = anchor if counts_working else min(reckoning.unrolled_on, reckoning.due_on)
    first, last = sorted((start, reckoning.due_on))
    day, found = first if not counts_working else first + DAY, []
    while day <= last:
        off = calendar.off(day)
        if off and not _while_paused(day, reading):
            found.append((day, off))
        day += DAY
    return found


def _while_paused(day: date, reading: Reading) -> bool:
    return any(
        pause.first <= day and (pause.last is None or day <= pause.last)
        for pause in reading.run.pauses
    )
