"""What letters and exports of casework say, in every language."""

from korpu.kernel.texts import Text

YES = Text(az="bəli", en="yes", ru="да")
NO = Text(az="xeyr", en="no", ru="нет")
OUTCOME = Text(
    az="{number} nömrəli iş üzrə {day} tarixində qəbul edilib: {act}.",
    en="In case {number} it was decided on {day}: {act}.",
    ru="По делу {number} {day} принято решение: {act}.",
)
STATUS = Text(
    az="Bundan sonra işin vəziyyəti: {status}.",
    en="With this the case is: {status}.",
    ru="После этого состояние дела: {status}.",
)
FACTS = Text(
    az="Qərarın əsaslandığı məlumatlar", en="Facts it rests on", ru="Факты, положенные в основу"
)
LAW = Text(az="Hüquqi əsas", en="Legal basis", ru="Правовое основание")
TERMS = Text(
    az="İndi axan müddətlər", en="Time limits that run now", ru="Сроки, которые текут сейчас"
)
SECOND_PERSON = Text(
    az="Bu qərarı iki nəfər yoxlayır: məktubu onu hazırlamayan əməkdaş göndərir.",
    en="Two people stand for this decision: somebody other than who wrote the letter sends it.",
    ru="За это решение отвечают двое: письмо отправляет не тот, кто его подготовил.",
)
WRITTEN_ALREADY = Text(
    az="Bu qərar üzrə bu dildə məktub artıq hazırlanıb.",
    en="A letter of this decision in this language is written already.",
    ru="Письмо об этом решении на этом языке уже подготовлено.",
)
NO_DECISION = Text(
    az="Bu hərəkət qərar deyil; onun üçün məktub yazılmır.",
    en="This act is no decision; no letter is written of it.",
    ru="Это действие — не решение; письмо о нём не составляется.",
)
ADDRESSEE_MISSING = Text(
    az="Məktubun kimə ünvanlandığını yazın.",
    en="Enter whom the letter goes to.",
    ru="Укажите, кому адресовано письмо.",
)
CASE_FILE = Text(
    az="{number} nömrəli işin materialları",
    en="File of case {number}",
    ru="Материалы дела {number}",
)
PROCEDURE = Text(az="Prosedur", en="Procedure", ru="Процедура")
VERSION = Text(az="Redaksiya", en="Version", ru="Редакция")
OPENED = Text(az="Açılıb", en="Opened", ru="Открыто")
STATE = Text(az="Vəziyyət", en="Status", ru="Состояние")
PURPOSE = Text(az="Məqsəd", en="Purpose", ru="Цель")
DAY = Text(az="Gün", en="Day", ru="День")
REASONS = Text(az="Əsaslandırma", en="Reasons", ru="Обоснование")
PURPOSES = {
    "court": Text(az="Məhkəmə üçün", en="For a court", ru="Для суда"),
    "person": Text(
        az="Şəxsin öz sorğusu ilə", en="At the person's own request", ru="По запросу самого лица"
    ),
    "authority": Text(
        az="Başqa dövlət orqanı üçün", en="For another authority", ru="Для другого органа"
    ),
}
LEFT_OUT = Text(
    az="İdarənin daxilində saxlanılan qeydlər bu fayla daxil deyil; sayı: {count}.",
    en="Entries kept to the office are not in this file; there are {count}.",
    ru="Внутренние записи подразделения в файл не входят; их: {count}.",
)
TIMELINE = Text(az="İşin gedişi", en="What was done", ru="Ход дела")
DECISION = Text(az="Qərar: {act}", en="Decision: {act}", ru="Решение: {act}")
LINE = Text(az="{act}: {status}", en="{act}: {status}", ru="{act}: {status}")
OUT_OF_ORDER = Text(
    az="{line} (prosedurdan kənarlaşma kimi, icazə ilə)",
    en="{line} (as a deviation from the procedure, by leave)",
    ru="{line} (как отклонение от процедуры, с разрешения)",
)
TERMS_EXPLAINED = Text(
    az="Müddətlər və izahı", en="Terms and how they are counted", ru="Сроки и их расчёт"
)
CONTENTS = Text(az="Faylın tərkibi", en="What is in this file", ru="Состав файла")
REQUESTER_MISSING = Text(
    az="Kimin istədiyini yazın.", en="Enter who asked for it.", ru="Укажите, кто запросил."
)
