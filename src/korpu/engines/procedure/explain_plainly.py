"""The same dates for the person the case is about: short, no jargon, what it means for them."""

from zoneinfo import ZoneInfo

from korpu.engines.procedure.calendars import Calendar
from korpu.engines.procedure.clock import Reading
from korpu.engines.procedure.effects import EFFECT_TEXTS
from korpu.engines.procedure.explain import citation, confidence
from korpu.engines.procedure.model_parts import Bound
from korpu.engines.procedure.wording import cited, counted, dated, joined
from korpu.kernel.texts import Text

UNTIL: dict[Bound, Text] = {
    "person": Text(
        az="{title}: sizin {day} tarixinədək vaxtınız var.",
        en="{title}: you have until {day}.",
        ru="{title}: у вас есть время до {day}.",
    ),
    "service": Text(
        az="{title}: xidmət bunu {day} tarixinədək etməlidir.",
        en="{title}: the service must do this by {day}.",
        ru="{title}: служба должна сделать это до {day}.",
    ),
    "body": Text(
        az="{title}: sorğu göndərilən qurumun {day} tarixinədək vaxtı var.",
        en="{title}: the body that was asked has until {day}.",
        ru="{title}: у запрошенного органа есть время до {day}.",
    ),
    "state": Text(
        az="{title}: digər dövlətin {day} tarixinədək vaxtı var.",
        en="{title}: the other state has until {day}.",
        ru="{title}: у другого государства есть время до {day}.",
    ),
}
LENGTH = Text(
    az="Müddət {start} tarixindən hesablanır: {term}.",
    en="That is {term} from {start}.",
    ru="Это {term} с {start}.",
)
AT = Text(
    az="Həmin gün saat {time} qədər.", en="On that day until {time}.", ru="В этот день до {time}."
)
LONGER = Text(
    az="Müddət uzadılıb və ya dayandırılıb; bu, nəzərə alınıb.",
    en="It was lengthened or stood still for a time; that is included.",
    ru="Срок продлевался или приостанавливался; это учтено.",
)
STANDING = Text(
    az="{title}: müddət hazırda dayandırılıb.",
    en="{title}: the clock stands still at present.",
    ru="{title}: срок сейчас приостановлен.",
)
NO_DATE = Text(
    az="{title}: hələ tarix deyə bilmirik.",
    en="{title}: we cannot name a date yet.",
    ru="{title}: назвать дату пока нельзя.",
)
DONE = Text(
    az="{title}: {day} tarixində yerinə yetirilib.",
    en="{title}: done on {day}.",
    ru="{title}: исполнено {day}.",
)
OVER = Text(
    az="{title}: artıq gözlənilmir.",
    en="{title}: no longer awaited.",
    ru="{title}: больше не ожидается.",
)
PASSED = Text(
    az="{title}: müddət {day} tarixində bitib.",
    en="{title}: the time ended on {day}.",
    ru="{title}: срок истёк {day}.",
)
IF_NOT = Text(az="Əks halda: {effect}", en="Otherwise: {effect}", ru="Иначе: {effect}")
SILENT = {"none", "escalate", "unknown"}
UNSURE = Text(
    az="Bu qayda hüquqşünas tərəfindən təsdiqlənməyib.",
    en="A lawyer has not confirmed this rule.",
    ru="Это правило не подтверждено юристом.",
)
LAW = Text(az="Əsas: {law}.", en="Basis: {law}.", ru="Основание: {law}.")


def explain_plainly(reading: Reading, calendar: Calendar) -> Text:
    """One to five short sentences; the last names the law.

    Args:
        reading: of one term on one day.
        calendar: the one the term is counted on.
    """
    parts = [_where(reading)]
    if reading.condition == "running" and reading.term:
        parts += _details(reading, calendar)
    parts.append(LAW.format(law=cited(citation(reading))))
    if confidence(reading, calendar) in {"weak", "unverified"}:
        parts.append(UNSURE)
    return joined(parts, " ")


def _where(reading: Reading) -> Text:
    title, due = reading.run.rule.title, reading.due_on
    if reading.run.met_on:
        return DONE.format(title=title, day=dated(reading.run.met_on))
    if reading.condition == "cancelled":
        return OVER.format(title=title)
    if reading.condition == "suspended":
        return STANDING.format(title=title)
    if due is None:
        return NO_DATE.format(title=title)
    if reading.condition == "breached":
        return PASSED.format(title=title, day=dated(due))
    return UNTIL[reading.run.rule.binds].format(title=title, day=dated(due))


def _details(reading: Reading, calendar: Calendar) -> list[Text]:
    assert reading.term is not None
    run, parts = reading.run, []
    if reading.reckoning and reading.reckoning.due_at and run.anchor_time:
        at = reading.reckoning.due_at.astimezone(ZoneInfo(calendar.time_zone))
        parts.append(AT.format(time=f"{at:%H:%M}"))
    if run.anchor_on and run.rule.direction == "after" and run.until is None:
        term = counted(reading.term.quantity, reading.term.unit)
        parts.append(LENGTH.format(start=dated(run.anchor_on), term=term))
    if run.pauses or run.extended_on:
        parts.append(LONGER)
    effect = run.rule.effect
    if effect and effect not in SILENT:
        parts.append(IF_NOT.format(effect=EFFECT_TEXTS[effect]))
    return parts
