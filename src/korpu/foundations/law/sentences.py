"""What the law room tells people."""

from korpu.kernel.texts import Text

REFUSED = Text(
    az="Daxil edilənlər qəbul olunmadı.",
    en="What was entered was not accepted.",
    ru="Введённые данные не приняты.",
)
NO_SUCH_CHANGE = Text(
    az="Belə dəyişiklik yoxdur.", en="There is no such change.", ru="Такого изменения нет."
)
NO_SUCH_PARAMETER = Text(
    az="Belə rəqəm yoxdur. Siyahıdan seçin.",
    en="There is no such number. Choose one of the list.",
    ru="Такого числа нет. Выберите из списка.",
)
NOT_A_DRAFT = Text(
    az="Bu dəyişiklik artıq layihə deyil.",
    en="This change is not a draft any more.",
    ru="Это изменение уже не проект.",
)
NOT_PUBLISHED = Text(
    az="Yalnız qüvvədə olan dəyişiklik geri götürülə bilər.",
    en="Only a change that is in use can be withdrawn.",
    ru="Отозвать можно только действующее изменение.",
)
SECOND_PERSON = Text(
    az="Layihəni siz hazırlamısınız: onu ikinci şəxs qüvvəyə mindirir.",
    en="You drafted this: a second person publishes it.",
    ru="Проект подготовили вы: вводит его в действие второй человек.",
)
CHANGED_MEANWHILE = Text(
    az="Layihə siz baxandan sonra dəyişib. Onu yenidən oxuyun.",
    en="The draft has changed since you looked at it. Read it again.",
    ru="Проект изменился после вашего просмотра. Прочитайте его снова.",
)
UNSOUND = Text(
    az="Sübut alınmır: bu dəyişikliklə prosedur işlək olmur.",
    en="The proof fails: with this change the procedure would not be sound.",
    ru="Доказательство не проходит: с этим изменением процедура станет неисправной.",
)
TOUCHES_NOTHING = Text(
    az="Bu tarixdə qüvvədə olan heç bir prosedur bundan istifadə etmir. Tarixi yoxlayın.",
    en="No procedure in force on this day uses it. Check the date.",
    ru="Ни одна процедура, действующая в этот день, этим не пользуется. Проверьте дату.",
)
NOTHING_CHANGES = Text(
    az="Bu, qüvvədə olandan fərqlənmir.",
    en="This is what is in force already.",
    ru="Это не отличается от действующего.",
)
NO_REASON = Text(az="Səbəbini yazın.", en="Give the reason.", ru="Укажите причину.")
WITHDRAWN_IN_PAST = Text(
    az="Geri götürmə bu gündən və ya sonrakı gündən ola bilər: artıq açılmış işlər öz "
    "versiyasında qalır.",
    en="It can be withdrawn from today or a later day: cases opened already keep their version.",
    ru="Отозвать можно с сегодняшнего или более позднего дня: уже открытые дела остаются на своей "
    "версии.",
)
MOVED = Text(
    az="Son gün {old} tarixindən {new} tarixinə keçib: {why} ({law}).",
    en="The last day moved from {old} to {new}: {why} ({law}).",
    ru="Последний день перенесён с {old} на {new}: {why} ({law}).",
)
KEPT = Text(
    az="Son gün {old} olaraq qalır: {why} ({law}) müddəti qısaldardı, müddət isə qısaldılmır.",
    en="The last day stays {old}: {why} ({law}) would cut the term short, and a term is not cut "
    "short.",
    ru="Последний день остаётся {old}: {why} ({law}) сократило бы срок, а срок не сокращается.",
)
NO_DAY = Text(az="tarixsiz", en="no date", ru="без даты")
WHY = {
    "number": Text(az="rəqəm dəyişib", en="the number has changed", ru="изменилось число"),
    "source": Text(
        az="rəqəmin mənbəyi tapılıb",
        en="the source of the number was found",
        ru="найден источник числа",
    ),
    "term": Text(
        az="müddətin qaydası dəyişib",
        en="the rule of the term has changed",
        ru="изменилось правило срока",
    ),
    "day_off": Text(
        az="{day} qeyri-iş günü elan olunub",
        en="{day} was declared free",
        ru="{day} объявлен нерабочим днём",
    ),
    "exchange": Text(
        az="{day} iş günü dəyişdirilib",
        en="the working day {day} was exchanged",
        ru="рабочий день {day} перенесён",
    ),
    "holiday": Text(
        az="bayram günləri müəyyən edilib ({day})",
        en="the days of a holiday were decreed ({day})",
        ru="установлены праздничные дни ({day})",
    ),
}
BROKEN_OFF = Text(
    az="Sistemdə gözlənilməz xəta baş verdi; inzibatçıya məlumat verin.",
    en="Something unexpected went wrong inside the system; tell the administrator.",
    ru="Внутри системы произошла непредвиденная ошибка; сообщите администратору.",
)
