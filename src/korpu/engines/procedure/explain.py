"""Why a date is what it is, in words: anchor, quantity, what was skipped, moved, and the law."""

from datetime import date

from korpu.engines.procedure.calendars import DAY, Calendar, DayOff
from korpu.engines.procedure.clock import Reading
from korpu.engines.procedure.model import Citation, Confidence, Procedure, weakest
from korpu.engines.procedure.terms import Pause
from korpu.engines.procedure.wording import cited, counted, dated, joined
from korpu.kernel.texts import Text

ANCHOR = Text(
    az="Müddət {day} tarixindən hesablanır ({event}); həmin gün {counted}.",
    en="Counted from {day} ({event}); that day {counted}.",
    ru="Срок считается с {day} ({event}); этот день {counted}.",
)
BACKWARDS = Text(
    az="Müddət {day} tarixindən geriyə hesablanır ({event}).",
    en="Counted backwards from {day} ({event}).",
    ru="Срок считается назад от {day} ({event}).",
)
COUNTED = Text(az="nəzərə alınır", en="counts", ru="учитывается")
NOT_COUNTED = Text(az="nəzərə alınmır", en="does not count", ru="не учитывается")
RESTARTED = Text(
    az="Müddət həmin gün tam olaraq yenidən başlayıb.",
    en="The term started again in full on that day.",
    ru="В этот день срок начался заново в полном объёме.",
)
LENGTH = Text(az="Müddət: {term}.", en="The term is {term}.", ru="Срок: {term}.")
EXTENDED = Text(
    az="Müddət {days} tarixində uzadılıb və uzadılma bura daxildir.",
    en="It was extended on {days}; the extension is included.",
    ru="Срок продлён {days}; продление учтено.",
)
SKIPPED = Text(
    az="Sayılmayıb: {weekends} istirahət günü{others}.",
    en="Not counted: {weekends} weekend days{others}.",
    ru="Не учтено выходных дней: {weekends}{others}.",
)
PAUSED = Text(
    az="{first}–{last} tarixlərində müddətin axımı dayandırılıb; bu günlər sayılmır.",
    en="The clock stood still from {first} to {last}; those days do not count.",
    ru="С {first} по {last} течение срока было приостановлено; эти дни не учитываются.",
)
STANDING = Text(
    az="Müddətin axımı {first} tarixindən dayandırılıb; qalıb: {left}.",
    en="The clock has stood still since {first}; left: {left}.",
    ru="С {first} течение срока приостановлено; осталось: {left}.",
)
ROLLED = Text(
    az="Son gün {day} tarixinə düşür ({reason}), buna görə {moved} tarixinə keçirilib.",
    en="The last day falls on {day} ({reason}), so it moves to {moved}.",
    ru="Последний день приходится на {day} ({reason}), поэтому перенесён на {moved}.",
)
LAST_DAY = Text(az="Son gün: {day}.", en="The last day is {day}.", ru="Последний день: {day}.")
KEPT = Text(
    az="Müddət başlandıqdan sonra təqvim dəyişib və son gün {day} olardı; müddət qısaldılmır, gec "
    "olan tarix saxlanılıb.",
    en="The calendar changed after the term began and would end it on {day}; a term is not cut "
    "short, so the later date stays.",
    ru="После начала срока календарь изменился, и срок истёк бы {day}; срок не сокращается, "
    "поэтому сохранена более поздняя дата.",
)
LATE = Text(az="{day} tarixindən gecikir.", en="Late since {day}.", ru="Просрочено с {day}.")
MET = Text(az="{day} tarixində icra olunub.", en="Done on {day}.", ru="Исполнено {day}.")
NO_ANCHOR = Text(
    az="Tarix hesablanmır: müddətin başladığı gün işdə yoxdur. Onu qeyd edin.",
    en="No date is computed: the day it counts from is not on file. Record it.",
    ru="Дата не вычисляется: в деле нет дня, с которого идёт срок. Укажите его.",
)
NO_NUMBER = Text(
    az="Tarix hesablanmır: qaydanın rəqəmi məlum deyil. Cavabdeh hüquqşünasdan soruşun.",
    en="No date is computed: the rule's number is not known. Ask the lawyer in charge.",
    ru="Дата не вычисляется: число в правиле неизвестно. Спросите ответственного юриста.",
)
RULE = Text(az="Əsas: {law}.", en="Basis: {law}.", ru="Основание: {law}.")
PROVISIONAL = Text(
    az="İlkin tarix: “{calendar}” təqvimi yalnız {last} tarixinədək müəyyən edilib.",
    en="Provisional: the calendar “{calendar}” is decreed only up to {last}.",
    ru="Предварительная дата: календарь «{calendar}» утверждён только до {last}.",
)
WARNINGS: dict[Confidence, Text] = {
    "seen_in_part": Text(
        az="Qismən təsdiqlənib.", en="Partly confirmed.", ru="Подтверждено частично."
    ),
    "weak": Text(
        az="Zəif mənbə: tarixə arxalanmazdan əvvəl yoxlayın.",
        en="Weak source: check before you rely on this date.",
        ru="Ненадёжный источник: проверьте, прежде чем полагаться на дату.",
    ),
    "unverified": Text(
        az="Təsdiqlənməmiş qayda: tarixə arxalanmazdan əvvəl təsdiqini alın.",
        en="Unverified rule: have it confirmed before you rely on this date.",
        ru="Непроверенное правило: получите подтверждение, прежде чем полагаться на дату.",
    ),
}


def explain(procedure: Procedure, reading: Reading, calendar: Calendar) -> Text:
    """The reading in words, ending with its law and a warning when that is not sure."""
    parts = _computed(procedure, reading, calendar) if reading.term else [_missing(reading)]
    if reading.run.met_on:
        parts.append(MET.format(day=dated(reading.run.met_on)))
    if reading.breached_on:
        parts.append(LATE.format(day=dated(reading.breached_on)))
    parts.append(RULE.format(law=cited(citation(reading))))
    if is_provisional(reading, calendar):
        last = dated(calendar.decreed_until)
        parts.append(PROVISIONAL.format(calendar=calendar.title, last=last))
    warning = WARNINGS.get(confidence(reading, calendar))
    return joined([*parts, warning] if warning else parts, " ")


def citation(reading: Reading) -> Citation:
    """The law of the quantity: that of the version in force, else of the latest known."""
    version = reading.version or reading.run.rule.parameter.versions[-1]
    return version.citation


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
    return rule.parameter.unit == "working_days" or rule.roll != "none"


def _used(reading: Reading, calendar: Calendar) -> list[Citation]:
    rule, counting = reading.run.rule, calendar.counting
    used = [] if rule.direction == "before" else [counting.anchor_law]
    if rule.parameter.unit == "months":
        used.append(counting.months_law)
    if _has_rolled(reading):
        used.append(counting.roll_law)
    if reading.run.pauses and rule.suspension:
        used.append(rule.suspension.citation)
    if reading.run.extended_on and rule.extension:
        version = rule.extension.parameter.on(reading.run.extended_on[-1])
        used += [version.citation] if version else []
    return used + [off.citation for _, off in _days_off(reading, calendar)]


def _computed(procedure: Procedure, reading: Reading, calendar: Calendar) -> list[Text]:
    parts = [_anchor(procedure, reading, calendar)]
    if reading.run.restarted:
        parts.append(RESTARTED)
    assert reading.term is not None
    parts.append(LENGTH.format(term=counted(reading.term.quantity, reading.term.unit)))
    if reading.run.extended_on:
        days = joined([dated(day) for day in reading.run.extended_on], ", ")
        parts.append(EXTENDED.format(days=days))
    parts += [_pause(pause, reading) for pause in reading.run.pauses]
    parts += _skipped(reading, calendar)
    return parts + _end(reading, calendar)


def _missing(reading: Reading) -> Text:
    return NO_NUMBER if reading.run.anchor_on else NO_ANCHOR


def _anchor(procedure: Procedure, reading: Reading, calendar: Calendar) -> Text:
    run = reading.run
    assert run.anchor_on is not None
    day = dated(run.anchor_on)
    event = _event(procedure, reading)
    if run.rule.direction == "before":
        return BACKWARDS.format(day=day, event=event)
    counts = COUNTED if calendar.counting.anchor_counted else NOT_COUNTED
    return ANCHOR.format(day=day, event=event, counted=counts)


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
        return PAUSED.format(first=dated(pause.first), last=dated(pause.last))
    assert reading.reckoning is not None
    assert reading.term is not None
    unit = reading.term.unit
    left = reading.reckoning.left or 0
    shown = counted(left, "calendar_days" if unit == "months" else unit)
    return STANDING.format(first=dated(pause.first), left=shown)


def _skipped(reading: Reading, calendar: Calendar) -> list[Text]:
    days = _days_off(reading, calendar)
    if not days or reading.run.rule.parameter.unit != "working_days":
        return []
    weekends = sum(off.kind == "weekend" for _, off in days)
    others = [joined([dated(day), off.title], " — ") for day, off in days if off.kind != "weekend"]
    lead = Text(az="; ", en="; ", ru="; ")
    tail = joined([lead, joined(others, ", ")], "") if others else Text(az="", en="", ru="")
    return [SKIPPED.format(weekends=weekends, others=tail)]


def _end(reading: Reading, calendar: Calendar) -> list[Text]:
    if reading.due_on is None or reading.reckoning is None:
        return []
    unrolled = reading.reckoning.unrolled_on
    kept = [KEPT.format(day=dated(reading.shorter))] if reading.shorter else []
    if not _has_rolled(reading) or unrolled is None:
        return [LAST_DAY.format(day=dated(reading.due_on)), *kept]
    off = calendar.off(unrolled)
    reason = off.title if off else Text(az="", en="", ru="")
    moved = dated(reading.due_on)
    return [
        ROLLED.format(day=dated(unrolled), reason=reason, moved=moved),
        LAST_DAY.format(day=moved),
        *kept,
    ]


def _has_rolled(reading: Reading) -> bool:
    return reading.reckoning is not None and (
        reading.reckoning.unrolled_on != reading.reckoning.due_on
    )


def _days_off(reading: Reading, calendar: Calendar) -> list[tuple[date, DayOff]]:
    """Free days the date depends on: skipped while counting, or rolled over at the end."""
    reckoning, anchor = reading.reckoning, reading.run.anchor_on
    if reckoning is None or reckoning.due_on is None or reckoning.unrolled_on is None or not anchor:
        return []
    counts_working = reading.run.rule.parameter.unit == "working_days"
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
