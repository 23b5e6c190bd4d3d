"""The sentences an explanation of a date is made of."""

from korpu.engines.procedure.model import Confidence
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
HOURS = Text(
    az="Müddət {day} tarixində başlayır ({event}).",
    en="It starts on {day} ({event}).",
    ru="Срок начинается {day} ({event}).",
)
COUNTED = Text(az="nəzərə alınır", en="counts", ru="учитывается")
NOT_COUNTED = Text(az="nəzərə alınmır", en="does not count", ru="не учитывается")
AT_TIME = Text(
    az="Saat {time} vaxtından hesablanır.",
    en="The hours run from {time}.",
    ru="Часы отсчитываются с {time}.",
)
FROM_MIDNIGHT = Text(
    az="Hadisənin saatı işdə yoxdur, ona görə saatlar həmin günün sonundan hesablanır.",
    en="The time of the event is not on file, so the hours run from the end of that day.",
    ru="Время события в деле не указано, поэтому часы отсчитываются с конца этого дня.",
)
LAST_MOMENT = Text(
    az="Müddətin bitdiyi an: {day}, saat {time}.",
    en="It ends on {day} at {time}.",
    ru="Срок истекает {day} в {time}.",
)
MOVED = Text(
    az="Əvvəl {days} tarixindən hesablanırdı; başlanğıc günü düzəldilib.",
    en="It was counted from {days} before; the day it starts from was corrected.",
    ru="Ранее срок считался с {days}; день начала был исправлен.",
)
DECIDED = Text(
    az="{days} tarixli qərarla {until} tarixinədək uzadılıb.",
    en="By a decision of {days} it lasts until {until}.",
    ru="Решением от {days} срок продлён до {until}.",
)
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
NO_CHOICE = Text(
    az="Tarix hesablanmır: müddəti müəyyən edən məlumat işdə yoxdur. Onu qeyd edin.",
    en="No date is computed: what decides the length of the term is not on file. Record it.",
    ru="Дата не вычисляется: в деле нет сведений, от которых зависит срок. Укажите их.",
)
