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
