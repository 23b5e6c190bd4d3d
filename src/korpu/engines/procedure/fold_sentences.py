"""Why a log is not one its procedure allows."""

from korpu.kernel.texts import Text

EMPTY = Text(
    az="Jurnal boşdur: iş açılış hərəkəti ilə başlayır.",
    en="The log is empty: a case begins with an opening act.",
    ru="Журнал пуст: дело начинается с открывающего действия.",
)
UNKNOWN_ACT = Text(
    az="Prosedurda “{act}” hərəkəti yoxdur.",
    en="The procedure has no act “{act}”.",
    ru="В процедуре нет действия «{act}».",
)
BEGUN_TWICE = Text(
    az="“{branch}” bu işdə artıq başlayıb.",
    en="“{branch}” has already begun in this case.",
    ru="«{branch}» по этому делу уже начато.",
)
OUT_OF_PLACE = Text(
    az="“{act}” hərəkəti işin bu mərhələsində edilə bilməz.",
    en="“{act}” cannot be done at this point of the case.",
    ru="Действие «{act}» невозможно на этом этапе дела.",
)
NAIVE = Text(
    az="Qeyd vaxtı saat qurşağı ilə göstərilməlidir.",
    en="The time of recording must carry its time zone.",
    ru="Время записи должно быть указано с часовым поясом.",
)
BACKWARDS = Text(
    az="“{act}” özündən əvvəlki hərəkətdən tez qüvvəyə minə bilməz.",
    en="“{act}” cannot take effect before the act that precedes it.",
    ru="Действие «{act}» не может вступить в силу раньше предыдущего.",
)
AHEAD = Text(
    az="“{act}” hələ gəlməmiş gündə qüvvəyə minə bilməz.",
    en="“{act}” cannot take effect on a day that has not come.",
    ru="Действие «{act}» не может вступить в силу в ещё не наступивший день.",
)
LACKS = Text(
    az="“{act}” üçün bu məlumat göstərilməlidir: {fact}.",
    en="“{act}” must state: {fact}.",
    ru="Для действия «{act}» нужно указать: {fact}.",
)
NO_DEVIATION = Text(
    az="“{act}” burada kənarlaşma kimi qeydə alına bilməz.",
    en="“{act}” cannot be a deviation at this point of the case.",
    ru="«{act}» не может быть отклонением на этом этапе дела.",
)
ALONE = Text(
    az="“{act}” kənarlaşmasına başqa şəxs icazə verməlidir.",
    en="Another person must have allowed the deviation “{act}”.",
    ru="Отклонение «{act}» должен разрешить другой человек.",
)
