"""The sentences in which two versions are compared."""

from korpu.kernel.texts import Text

PERSON = Text(
    az="İşin aid olduğu şəxs üçün",
    en="For the person the case is about",
    ru="Для лица, которого касается дело",
)
EVERYBODY = Text(az="Hamı üçün", en="For everybody", ru="Для всех")
NO_CHANGE = Text(az="Heç nə dəyişmir.", en="Nothing changes.", ru="Ничего не меняется.")
ADDED = Text(az="Yeni.", en="New.", ru="Новое.")
REMOVED = Text(az="Ləğv olunur.", en="No longer exists.", ru="Больше не существует.")
OTHERWISE = Text(
    az="Qayda başqa cür yazılıb.", en="The rule is worded otherwise.", ru="Правило изложено иначе."
)
RENAMED = Text(
    az="Yeni ad: “{new}” (əvvəl “{old}”).",
    en="Now called “{new}” (before: “{old}”).",
    ru="Новое название: «{new}» (прежде «{old}»).",
)
FACTS = Text(
    az="İşdə qeyd olunan məlumatlar dəyişir.",
    en="What a case records changes.",
    ru="Меняется состав сведений, фиксируемых в деле.",
)
BASIS = Text(az="Hüquqi əsas: {law}.", en="Legal basis: {law}.", ru="Правовое основание: {law}.")
NO_BASIS = Text(
    az="Artıq əsas deyil: {law}.",
    en="No longer a basis: {law}.",
    ru="Больше не является основанием: {law}.",
)
KEEPS = Text(
    az="Açıq işlər açıldığı versiyada qalır; yeni işlər bu versiya üzrə aparılır.",
    en="Running cases keep the version they were opened under; new ones take this one.",
    ru="Начатые дела остаются на прежней версии; новые ведутся по этой.",
)
MOVES = Text(
    az="Qanun açıq işləri də bu versiyaya keçirir: keçid planı hazırlanmalı və imzalanmalıdır.",
    en="The law puts running cases under this version too: a plan to move them must be prepared "
    "and signed.",
    ru="По закону и начатые дела переводятся на эту версию: нужно подготовить и подписать план "
    "перевода.",
)
OWNER = Text(
    az="Bu mərhələdə cavabdeh dəyişir.",
    en="Somebody else answers for this stage.",
    ru="За этот этап отвечает другой.",
)
NOW_FINAL = Text(az="İndi işi bitirir.", en="It now ends the case.", ru="Теперь завершает дело.")
NOT_FINAL = Text(
    az="Artıq işi bitirmir.", en="It no longer ends the case.", ru="Больше не завершает дело."
)
MAY = Text(
    az="İndi bunu edə bilər: {role}.", en="Now may do it: {role}.", ru="Теперь может: {role}."
)
MAY_NOT = Text(
    az="Artıq bunu edə bilməz: {role}.",
    en="May no longer do it: {role}.",
    ru="Больше не может: {role}.",
)
CONDITION = Text(
    az="Yeni şərt: {sentence}", en="New condition: {sentence}", ru="Новое условие: {sentence}"
)
NO_CONDITION = Text(
    az="Bu şərt götürülür: {sentence}",
    en="No longer a condition: {sentence}",
    ru="Условие снято: {sentence}",
)
REMEDY = Text(
    az="Şikayət qaydası: {remedy}", en="Remedy: {remedy}", ru="Порядок обжалования: {remedy}"
)
NO_REMEDY = Text(
    az="Şikayət qaydası göstərilmir.",
    en="No remedy is named any more.",
    ru="Порядок обжалования больше не указан.",
)
PATH = Text(
    az="Başqa mərhələdə edilir və ya başqa mərhələyə aparır.",
    en="It is done at another stage, or leads to another.",
    ru="Совершается на другом этапе или ведёт на другой этап.",
)
NUMBER = Text(
    az="Müddət: əvvəl {old}, indi {new} ({law}).",
    en="Before: {old}. Now: {new} ({law}).",
    ru="Было: {old}. Стало: {new} ({law}).",
)
UNKNOWN = Text(az="məlum deyil", en="not known", ru="неизвестно")
SOURCED = Text(
    az="Rəqəm ({number}) dəyişmir; mənbəsi göstərilir: {law} – {sure}.",
    en="The number ({number}) stays; its source is now {law} – {sure}.",
    ru="Число ({number}) не меняется; указан источник: {law} – {sure}.",
)
KINDS = {
    "planned": Text(
        az="İndi plan müddətidir.", en="Now a planned term.", ru="Теперь плановый срок."
    ),
    "service": Text(
        az="İndi xidmət standartıdır.",
        en="Now a service standard.",
        ru="Теперь стандарт обслуживания.",
    ),
    "statutory": Text(
        az="İndi qanuni müddətdir.", en="Now a term set by law.", ru="Теперь законный срок."
    ),
}
ROLLS = {
    "next_working_day": Text(
        az="Son gün iş günü deyilsə, növbəti iş gününə keçirilir.",
        en="A last day that is not a working day moves to the next one.",
        ru="Последний день, если он нерабочий, переносится на следующий рабочий.",
    ),
    "previous_working_day": Text(
        az="Son gün iş günü deyilsə, əvvəlki iş gününə keçirilir.",
        en="A last day that is not a working day moves to the one before.",
        ru="Последний день, если он нерабочий, переносится на предыдущий рабочий.",
    ),
    "none": Text(
        az="Son gün iş günü olmasa da, dəyişmir.",
        en="The last day stays where it falls, working day or not.",
        ru="Последний день не переносится, даже если он нерабочий.",
    ),
}
EFFECT = Text(
    az="Müddət keçdikdə: {effect}", en="When it passes: {effect}", ru="По истечении: {effect}"
)
NO_EFFECT = Text(az="nəticəsi göstərilmir.", en="no effect is named.", ru="последствие не указано.")
CALENDAR = Text(
    az="Başqa təqvimlə hesablanır.",
    en="It is counted by another calendar.",
    ru="Считается по другому календарю.",
)
PROPOSES = Text(
    az="Müddət keçdikdə təklif olunur: {act}.",
    en="When it passes, this is proposed: {act}.",
    ru="По истечении предлагается: {act}.",
)
PROPOSES_NOTHING = Text(
    az="Müddət keçdikdə heç nə təklif olunmur.",
    en="When it passes, nothing is proposed.",
    ru="По истечении ничего не предлагается.",
)
ANCHOR = Text(
    az="Başqa hadisədən hesablanır: {events}.",
    en="It is counted from another event: {events}.",
    ru="Отсчитывается от другого события: {events}.",
)
