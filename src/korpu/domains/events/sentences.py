"""What the services of the room say when something cannot be done."""

from korpu.kernel.texts import Text

NO_EVENT = Text(
    az="Belə tədbir tapılmadı.", en="There is no such event.", ru="Такое мероприятие не найдено."
)
NOT_FOUND = Text(az="Tapılmadı.", en="There is no such thing.", ru="Не найдено.")
CHANGED_MEANWHILE = Text(
    az="Siz yazarkən başqa əməkdaş bu tədbiri dəyişib.",
    en="Somebody else changed this event while you were writing.",
    ru="Пока вы писали, другой сотрудник изменил это мероприятие.",
)
CHANGED_MEANWHILE_HELP = Text(
    az="Səhifəni yeni pəncərədə açın, dəyişiklikləri müqayisə edin və yenidən yadda saxlayın.",
    en="Open the page in another window, compare, and save again.",
    ru="Откройте страницу в новом окне, сравните и сохраните ещё раз.",
)
ENDS_BEFORE_START = Text(
    az="Son gün birinci gündən əvvəldir.",
    en="The last day is before the first.",
    ru="Последний день раньше первого.",
)
DAYS_NEEDED = Text(
    az="Birinci və son günü göstərin.",
    en="Give the first and the last day.",
    ru="Укажите первый и последний день.",
)
SUMMARY_NEEDED = Text(
    az="Elan etmək üçün hər üç dildə başlıq lazımdır.",
    en="A title in all three languages is needed before it is announced.",
    ru="Для объявления нужно название на трёх языках.",
)
SIDE_NEEDED = Text(
    az="Tədbiri kimin təşkil etdiyini göstərin (Tərəflər).",
    en="Say who organises it first (Sides).",
    ru="Сначала укажите, кто организует мероприятие (Стороны).",
)
PLACE_NEEDED = Text(
    az="Keçirilmə yerini və ya onlayn ünvanı göstərin.",
    en="Give a place, or the online address, first.",
    ru="Сначала укажите место или адрес онлайн-подключения.",
)
NOT_A_DRAFT = Text(
    az="Yalnız hazırlanan tədbir elan oluna bilər.",
    en="Only an event being prepared can be announced.",
    ru="Объявить можно только подготавливаемое мероприятие.",
)
NOT_ANNOUNCED = Text(
    az="Bu tədbir elan olunmayıb.",
    en="This event is not announced.",
    ru="Это мероприятие не объявлено.",
)
NOT_OVER = Text(
    az="Tədbir hələ başlamayıb; başladıqdan sonra keçirilmiş kimi qeyd edin.",
    en="The event has not begun; say that it took place once it has.",
    ru="Мероприятие ещё не началось; отметьте его состоявшимся после начала.",
)
CANCELLED = Text(
    az="Bu tədbir ləğv olunub.",
    en="This event was called off.",
    ru="Это мероприятие отменено.",
)
ALREADY_OVER = Text(
    az="Keçirilmiş və ya ləğv edilmiş tədbir ləğv oluna bilməz.",
    en="An event that took place or was called off cannot be called off.",
    ru="Состоявшееся или отменённое мероприятие нельзя отменить.",
)
ALREADY_OVER_FOR_LIST = Text(
    az="Tədbir keçirilib və ya davamiyyət qeyd olunub; qeydiyyat ləğv edilə bilməz.",
    en="The event took place or attendance was taken; the registration cannot be cancelled.",
    ru="Мероприятие состоялось или посещаемость уже отмечена; отменить регистрацию нельзя.",
)
OVERLAPS = Text(
    az="Sessiya bitdiyi vaxtdan sonra başlayır.",
    en="The session ends before it begins.",
    ru="Заседание заканчивается раньше, чем начинается.",
)
DAY_OUTSIDE = Text(
    az="Bu gün tədbirin günləri arasında deyil.",
    en="This day is not among the days of the event.",
    ru="Этот день не входит в дни мероприятия.",
)
HAS_ATTENDANCE = Text(
    az="Bu yarımgün üçün davamiyyət qeyd olunub; sessiya silinə bilməz.",
    en="Attendance was taken for this half-day; its last session cannot be removed.",
    ru="За эти полдня уже отмечена посещаемость; последнее заседание удалить нельзя.",
)
REGISTRATION_CLOSED = Text(
    az="Bu tədbirə qeydiyyat bağlıdır.",
    en="Registration for this event is closed.",
    ru="Регистрация на это мероприятие закрыта.",
)
REGISTRATION_CLOSED_HELP = Text(
    az="Yer qalıb-qalmadığını təşkilatçıdan soruşun.",
    en="Ask the organiser whether there is still a place.",
    ru="Узнайте у организатора, остались ли места.",
)
CONSENT_NEEDED = Text(
    az="Qeydiyyat üçün razılıq lazımdır.",
    en="Registration needs your consent.",
    ru="Для регистрации необходимо ваше согласие.",
)
INVITATION_WITHDRAWN = Text(
    az="Bu dəvət geri götürülüb.",
    en="This invitation was withdrawn.",
    ru="Это приглашение отозвано.",
)
ANSWER_LATE = Text(
    az="Namizədlərin adlarını vermək müddəti bitib.",
    en="The term for naming people has ended.",
    ru="Срок выдвижения участников истёк.",
)
OVER_QUOTA = Text(
    az="Bütün yerlər tutulub: {quota}. Birini əvvəlcə geri götürün və ya namizədi ehtiyat kimi "
    "göstərin.",
    en="All {quota} places are taken. Withdraw somebody first, or name the person as a deputy.",
    ru="Все места ({quota}) заняты. Сначала отзовите кого-нибудь или назовите человека запасным.",
)
TOO_MANY_DEPUTIES = Text(
    az="Ehtiyat namizədlərin sayı yerlərin sayından çox ola bilməz: {quota}.",
    en="There cannot be more deputies than places: {quota}.",
    ru="Запасных не может быть больше, чем мест: {quota}.",
)
ADDRESS_TAKEN = Text(
    az="Bu ünvanla artıq qeydiyyat var.",
    en="Somebody with this address is registered already.",
    ru="С этим адресом уже есть регистрация.",
)
EVENT_FULL = Text(
    az="Yer qalmayıb: {capacity}. Əvvəlcə tutumu artırın və ya gözləmə siyahısından istifadə edin.",
    en="There is no place left of {capacity}. Raise the limit first, or use the waiting list.",
    ru="Мест не осталось ({capacity}). Сначала увеличьте предел или используйте лист ожидания.",
)
NOT_REGISTERED = Text(
    az="Bu şəxs tədbirə qeydiyyatdan keçməyib.",
    en="This person is not registered for the event.",
    ru="Этот человек не зарегистрирован на мероприятие.",
)
NOT_REGISTERED_HELP = Text(
    az="Əvvəlcə iştirakçılar siyahısına əlavə edin.",
    en="Add the person to the list of participants first.",
    ru="Сначала добавьте человека в список участников.",
)
WRONG_CODE = Text(
    az="Bu kodla iştirakçı tapılmadı.",
    en="No participant has this code.",
    ru="Участника с таким кодом нет.",
)
WRONG_CODE_HELP = Text(
    az="Kod qeydiyyat səhifənizdə yazılıb: yeddi işarə.",
    en="The code stands on your registration page: seven signs.",
    ru="Код указан на странице вашей регистрации: семь знаков.",
)
NOT_THAT_DAY = Text(
    az="Davamiyyət yalnız həmin gün qeyd olunur.",
    en="Attendance by code is taken on the day itself.",
    ru="Посещаемость по коду отмечается только в сам день.",
)
MARKED_MEANWHILE = Text(
    az="Başqa təşkilatçı eyni vaxtda qeyd edib: {people}.",
    en="Another organiser marked the same people meanwhile: {people}.",
    ru="Другой организатор тем временем отметил тех же людей: {people}.",
)
MARKED_MEANWHILE_HELP = Text(
    az="Heç nə yadda saxlanmayıb. İndi nəyin qeyd olunduğu aşağıda yazılıb; yoxlayın və yenidən "
    "saxlayın.",
    en="Nothing was saved. What is marked now stands beside each name; check, and save again.",
    ru="Ничего не сохранено. Текущие отметки указаны рядом с именами; проверьте и сохраните снова.",
)
REASON_NEEDED = Text(
    az="Üzrlü səbəbi yazın.", en="Give the reason of the excuse.", ru="Укажите причину."
)
EVALUATED = Text(
    az="Bu sorğuya artıq cavab vermisiniz.",
    en="You have answered these questions already.",
    ru="Вы уже ответили на эти вопросы.",
)
NOT_YET_EVALUATED = Text(
    az="Sorğu tədbir başlayandan sonra, iştirak etmiş şəxslər üçün açılır.",
    en="The questions open once the event has begun, for those who attended.",
    ru="Вопросы открываются после начала мероприятия для тех, кто присутствовал.",
)
NOT_HELD = Text(
    az="Bu, tədbir keçirildikdən sonra mümkündür.",
    en="This is possible once the event has taken place.",
    ru="Это возможно после того, как мероприятие состоялось.",
)
NO_RULE = Text(
    az="Bu növ tədbir üçün sertifikat nəzərdə tutulmayıb.",
    en="No rule gives certificates for this kind of event.",
    ru="Для этого вида мероприятий сертификаты не предусмотрены.",
)
NO_HOURS = Text(
    az="Proqramda saat yoxdur: davamiyyət payı hesablana bilməz.",
    en="The programme has no hours: no share of attendance can be computed.",
    ru="В программе нет часов: долю посещения вычислить нельзя.",
)
REVOKED_ALREADY = Text(
    az="Bu sertifikat artıq ləğv edilib.",
    en="This certificate is revoked already.",
    ru="Этот сертификат уже аннулирован.",
)
UNDER_WAY = Text(
    az="Bu iş artıq gedir; bitməsini gözləyin.",
    en="This work is under way already; wait until it ends.",
    ru="Эта работа уже выполняется; дождитесь её завершения.",
)
NOT_UNDOABLE = Text(
    az="Yalnız bitmiş idxal geri götürülə bilər.",
    en="Only a finished import can be undone.",
    ru="Отменить можно только завершённый импорт.",
)
UNDO_TOO_LATE = Text(
    az="İdxal edilmiş {count} iştirakçının artıq davamiyyəti və ya sertifikatı var.",
    en="{count} of the people imported have attendance or a certificate already.",
    ru="У {count} импортированных участников уже есть посещаемость или сертификат.",
)
UNDO_TOO_LATE_HELP = Text(
    az="Qalanlarını bir-bir ləğv edin.",
    en="Cancel the others one by one.",
    ru="Отмените остальных по одному.",
)
DONE_ALREADY = Text(
    az="Bu tapşırıq artıq icra olunub.",
    en="This task is done already.",
    ru="Эта задача уже выполнена.",
)
NOT_YOUR_TASK = Text(
    az="Tapşırığı yalnız məsul şəxs bağlaya bilər.",
    en="Only its owner can close a task.",
    ru="Закрыть задачу может только ответственный.",
)
OWNER_AND_TERM = Text(
    az="Məsul şəxs və müddət birlikdə göstərilməlidir.",
    en="An owner and a term go together: give both or neither.",
    ru="Ответственный и срок указываются вместе.",
)
