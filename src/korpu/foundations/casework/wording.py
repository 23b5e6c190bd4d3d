"""What casework says about how people arrange their work, in every language."""

from korpu.kernel.texts import Text

TOLD_ASSIGNED = Text(
    az="{number} nömrəli iş sizə həvalə edildi.",
    en="Case {number} was assigned to you.",
    ru="Вам назначено дело {number}.",
)
TOLD_TASK = Text(
    az="{number} nömrəli iş üzrə sizə tapşırıq verildi.",
    en="You were given a task on case {number}.",
    ru="Вам поставлено задание по делу {number}.",
)
TOLD_ANSWERED = Text(
    az="{number} nömrəli iş üzrə qarşı tərəf hərəkət etdi: {act}.",
    en="The other side acted in case {number}: {act}.",
    ru="Другая сторона выполнила действие по делу {number}: {act}.",
)
TOLD_RETURNED = Text(
    az="{number} nömrəli iş üzrə {letter} məktubu ünvanına çatmadan geri qayıtdı.",
    en="Letter {letter} of case {number} came back undelivered.",
    ru="Письмо {letter} по делу {number} вернулось недоставленным.",
)
TOLD_DUE_SOON = Text(
    az="{number} nömrəli iş üzrə müddət yaxınlaşır: {deadline}, son gün {date}.",
    en="A deadline of case {number} comes near: {deadline}, last day {date}.",
    ru="По делу {number} приближается срок: {deadline}, последний день {date}.",
)
TOLD_BREACHED = Text(
    az="{number} nömrəli iş üzrə müddət ötürülüb: {deadline}.",
    en="A deadline of case {number} was missed: {deadline}.",
    ru="По делу {number} пропущен срок: {deadline}.",
)
TOLD_ESCALATED = Text(
    az="{number} nömrəli iş üzrə ötürülmüş müddət diqqətinizə çatdırılır: {deadline}.",
    en="A missed deadline of case {number} is brought to you: {deadline}.",
    ru="Пропущенный срок по делу {number} передан вам: {deadline}.",
)
TOLD = {  # kind: what happened, how people are told who have chosen nothing
    "casework.assigned": (
        Text(
            az="İş mənə həvalə edildi",
            en="A case was assigned to me",
            ru="Мне назначено дело",
        ),
        "at_once",
    ),
    "casework.task_given": (
        Text(az="Mənə tapşırıq verildi", en="I was given a task", ru="Мне поставлено задание"),
        "at_once",
    ),
    "casework.deviation": (
        Text(
            az="Prosedurdan kənarlaşma",
            en="A deviation from the procedure",
            ru="Отклонение от процедуры",
        ),
        "at_once",
    ),
    "casework.counterpart_acted": (
        Text(
            az="Mənim işim üzrə qarşı tərəf cavab verdi",
            en="The other side answered in a case of mine",
            ru="Другая сторона ответила по моему делу",
        ),
        "at_once",
    ),
    "casework.due_soon": (
        Text(
            az="İşimin müddəti yaxınlaşır",
            en="A deadline of mine comes near",
            ru="Приближается срок по моему делу",
        ),
        "daily",
    ),
    "casework.breached": (
        Text(
            az="İşimin müddəti ötürülüb",
            en="A deadline of mine was missed",
            ru="Пропущен срок по моему делу",
        ),
        "at_once",
    ),
    "casework.escalated": (
        Text(
            az="Ötürülmüş müddət mənim diqqətimə çatdırıldı",
            en="A missed deadline was brought to me",
            ru="Мне передан пропущенный срок",
        ),
        "at_once",
    ),
    "casework.letter_returned": (
        Text(
            az="Məktub ünvanına çatmadan geri qayıtdı",
            en="A letter came back undelivered",
            ru="Письмо вернулось недоставленным",
        ),
        "daily",
    ),
}
LETTER_CANNOT_RETURN = Text(
    az="Göndərilməmiş və ya artıq geri qayıtmış məktub geri qayıda bilməz.",
    en="A letter that was not sent, or came back already, cannot come back.",
    ru="Неотправленное или уже вернувшееся письмо не может вернуться.",
)
RETURN_DAY = Text(
    az="Gün göndərilmə günündən əvvəl və gələcəkdə ola bilməz.",
    en="The day cannot be before the letter was sent, nor ahead.",
    ru="День не может быть раньше отправки письма или в будущем.",
)
ONE_OFFICE = Text(
    az="Birlikdə yalnız bir idarənin işləri həvalə edilə bilər.",
    en="Only cases of one office can be assigned together.",
    ru="Вместе можно назначать дела только одного подразделения.",
)
SOME_CASES = Text(
    az="Ən azı bir, ən çoxu {most} iş seçin.",
    en="Choose at least one case and at most {most}.",
    ru="Выберите не менее одного и не более {most} дел.",
)
HANDOVER_UNDONE_ALREADY = Text(
    az="Bu təhvil artıq geri qaytarılıb.",
    en="This hand-over has been undone already.",
    ru="Эта передача уже отменена.",
)
NO_SUCH_HANDOVER = Text(
    az="Belə təhvil tapılmadı.",
    en="There is no such hand-over.",
    ru="Такая передача не найдена.",
)
NO_SUCH_LIST = Text(
    az="Belə siyahı tapılmadı.",
    en="There is no such list.",
    ru="Такой список не найден.",
)
LIST_NAME_MISSING = Text(
    az="Siyahıya ad verin.", en="Give the list a name.", ru="Дайте списку название."
)
LIST_TOO_LONG = Text(
    az="Süzgəclər çoxdur. Onları azaldın.",
    en="There are too many filters. Use fewer.",
    ru="Слишком много фильтров. Уменьшите их число.",
)
LIST_OF_ANOTHER = Text(
    az="Bu siyahını yalnız onu saxlayan şəxs dəyişə bilər.",
    en="Only whoever saved this list can change it.",
    ru="Этот список может изменить только тот, кто его сохранил.",
)
LIST_OF_OTHER_OFFICE = Text(
    az="Siyahını yalnız öz idarənizlə paylaşa bilərsiniz.",
    en="A list can be shared with your own office only.",
    ru="Список можно открыть только своему подразделению.",
)
NO_SUCH_BOARD = Text(
    az="Bu idarənin lövhəsi sizə açıq deyil.",
    en="The board of this office is not open to you.",
    ru="Доска этого подразделения вам недоступна.",
)
WHO_GETS_THEM = Text(
    az="İşləri kimin alacağını seçin: idarənin başqa əməkdaşları.",
    en="Choose who gets the cases: other people of the office.",
    ru="Выберите, кому передать дела: других сотрудников подразделения.",
)
CASELOAD_MOVED_ON = Text(
    az="Siz baxarkən işlərin siyahısı dəyişdi.",
    en="The caseload changed while you were looking at it.",
    ru="Пока вы просматривали список, он изменился.",
)
CASELOAD_MOVED_ON_DETAIL = Text(
    az="Aşağıda indiki siyahıdır. Baxın və yenidən təsdiq edin.",
    en="Below is the list as it is now. Look at it and confirm again.",
    ru="Ниже — список на данный момент. Просмотрите его и подтвердите снова.",
)
NOT_OF_THIS_OFFICE = Text(
    az="Bu idarənin əməkdaşını seçin.",
    en="Choose somebody of this office.",
    ru="Выберите сотрудника этого подразделения.",
)
COVER_REACHES_FURTHER = Text(
    az="Bu əvəzetməni idarədən təyin etmək olmaz.",
    en="This stand-in cannot be arranged from the office.",
    ru="Это замещение нельзя назначить из подразделения.",
)
COVER_REACHES_FURTHER_DETAIL = Text(
    az="Olmayan əməkdaşın başqa idarədə də rolu var və ya əvəz edən sizsiniz. "
    "İnzibatçıya müraciət edin.",
    en="The absent colleague holds a role elsewhere too, or the stand-in would be you. "
    "Ask an administrator.",
    ru="У отсутствующего сотрудника есть роль и в другом подразделении, либо замещающим были бы "
    "вы. Обратитесь к администратору.",
)
NOT_TO_BE_SHARED_WITH = Text(
    az="İşi bu idarə və ya şəxslə paylaşmaq olmaz. "
    "Başqa dövlətin orqanına yalnız məktub göndərilir.",
    en="The case cannot be shared with them. Bodies of other states are told by letter only.",
    ru="Дело нельзя открыть этому подразделению или лицу. Органам других государств направляют "
    "только письма.",
)
CASE_IS_CLOSED = Text(az="İş bağlanıb.", en="The case is closed.", ru="Дело закрыто.")
ENQUIRY_HAS_ENDED = Text(
    az="Bu sorğu artıq cavablandırılıb və ya geri götürülüb.",
    en="This question has been answered or withdrawn already.",
    ru="На этот запрос уже ответили, или он отозван.",
)
NOT_TO_BE_ASKED = Text(
    az="Ölkənin başqa qurumunu seçin.",
    en="Choose another body of the country.",
    ru="Выберите другой орган страны.",
)
DAY_NOT_AHEAD = Text(
    az="Gələcək bir gün yazın.", en="Give a day that lies ahead.", ru="Укажите день в будущем."
)
NO_SUCH_QUESTION = Text(
    az="Belə sorğu yoxdur, ona artıq cavab verilib və ya keçid köhnəlib.",
    en="There is no such question, it has been answered, or the link is too old.",
    ru="Такого запроса нет, на него уже ответили, или ссылка устарела.",
)
TOLD_ENQUIRY_ANSWERED = Text(
    az="{number} nömrəli iş üzrə göndərdiyiniz sorğuya cavab gəldi.",
    en="Your question about case {number} was answered.",
    ru="На ваш запрос по делу {number} поступил ответ.",
)
TOLD_ENQUIRY_LATE = Text(
    az="{number} nömrəli iş üzrə sorğunun müddəti ötüb, qurum cavab verməyib.",
    en="A question about case {number} was not answered in time.",
    ru="На запрос по делу {number} не ответили в срок.",
)
TOLD |= {
    "casework.enquiry_answered": (
        Text(
            az="Sorğuma cavab gəldi",
            en="A question of mine was answered",
            ru="На мой запрос ответили",
        ),
        "at_once",
    ),
    "casework.enquiry_late": (
        Text(
            az="Sorğuma vaxtında cavab verilmədi",
            en="A question of mine was not answered in time",
            ru="На мой запрос не ответили в срок",
        ),
        "daily",
    ),
    "casework.enquiry_escalated": (
        Text(
            az="İdarənin sorğusu uzun müddət cavabsız qalıb",
            en="A question of the office stays unanswered",
            ru="Запрос подразделения долго остаётся без ответа",
        ),
        "daily",
    ),
}
FOLLOWED_ALREADY = Text(
    az="Bu işi artıq başqa qurum izləyir.",
    en="Another body follows this case already.",
    ru="За этим делом уже следит другой орган.",
)
DAYS_OUT_OF_RANGE = Text(
    az="1 ilə 30 arasında gün sayı yazın.",
    en="Enter a number of days from 1 to 30.",
    ru="Укажите число дней от 1 до 30.",
)
