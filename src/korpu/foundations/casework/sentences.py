"""What casework says when it refuses, in every language."""

from korpu.kernel.texts import Text

NO_SUCH_CASE = Text(
    az="Belə bir iş tapılmadı.",
    en="There is no such case.",
    ru="Такое дело не найдено.",
)
NO_SUCH_CASE_DETAIL = Text(
    az="Ünvanı yoxlayın. İş başqa idarəyə məxsus ola bilər.",
    en="Check the address. The case may belong to another office.",
    ru="Проверьте адрес. Возможно, дело принадлежит другому подразделению.",
)
NO_SUCH_ACT = Text(
    az="Bu prosedurda belə hərəkət yoxdur.",
    en="The procedure has no such act.",
    ru="В этой процедуре нет такого действия.",
)
ACT_NOT_PERMITTED = Text(
    az="Bu hərəkəti yerinə yetirmək sizin səlahiyyətinizə aid deyil.",
    en="You may not perform this act.",
    ru="У вас нет полномочий на это действие.",
)
ACT_NOT_PERMITTED_DETAIL = Text(
    az="“{act}” hərəkəti üçün bu işdə müvafiq rol tələb olunur. Rəhbərinizə müraciət edin.",
    en="“{act}” needs a role in this case that you do not hold. Ask your supervisor.",
    ru="Для действия «{act}» нужна роль по этому делу, которой у вас нет. "
    "Обратитесь к руководителю.",
)
ACT_NOT_POSSIBLE = Text(
    az="“{act}” hərəkəti hazırda mümkün deyil.",
    en="“{act}” is not possible now.",
    ru="Действие «{act}» сейчас невозможно.",
)
LOG_MOVED_ON = Text(
    az="Siz formanı doldurarkən iş üzrə başqa hərəkət yerinə yetirilib.",
    en="Somebody acted on this case while you were filling in the form.",
    ru="Пока вы заполняли форму, по делу было выполнено другое действие.",
)
LOG_MOVED_ON_DETAIL = Text(
    az="Bu müddətdə: {acts}. Yazdıqlarınız saxlanılıb; onları yoxlayın və yenidən göndərin.",
    en="Meanwhile: {acts}. What you typed is kept; check it and send it again.",
    ru="За это время: {acts}. Введённые данные сохранены; проверьте их и отправьте снова.",
)
UNSEEN_ACT = Text(az="daxili hərəkət", en="an internal act", ru="внутреннее действие")
INPUT_REFUSED = Text(
    az="Göndərilən məlumatda səhv var.",
    en="There is a problem with what was sent.",
    ru="В отправленных данных есть ошибка.",
)
EFFECTIVE_IN_FUTURE = Text(
    az="Tarix gələcəkdə ola bilməz.",
    en="The date cannot be in the future.",
    ru="Дата не может быть в будущем.",
)
EFFECTIVE_BEFORE_LAST = Text(
    az="Tarix işdəki son hərəkətin günündən ({last}) əvvəl ola bilməz.",
    en="The date cannot be before the last act of the case ({last}).",
    ru="Дата не может быть раньше последнего действия по делу ({last}).",
)
REASONS_MISSING = Text(
    az="Əsaslandırmanı yazın.",
    en="Give the reasons.",
    ru="Укажите обоснование.",
)
NOT_AN_OFFICE_OF_THIS_WORK = Text(
    az="Seçilmiş idarə bu növ işlər aparmır.",
    en="The chosen office does not handle cases of this kind.",
    ru="Выбранное подразделение не ведёт дела такого рода.",
)
ASSIGNEE_CANNOT_SEE = Text(
    az="Bu şəxsin işin məxsus olduğu idarədə rolu yoxdur.",
    en="This person has no role in the office the case belongs to.",
    ru="У этого сотрудника нет роли в подразделении, которому принадлежит дело.",
)
CASE_CLOSED = Text(
    az="İş bağlanıb.",
    en="The case is closed.",
    ru="Дело закрыто.",
)
TASK_DONE_ALREADY = Text(
    az="Tapşırıq artıq yerinə yetirilib.",
    en="The task is done already.",
    ru="Задание уже выполнено.",
)
SHARE_ENDED_ALREADY = Text(
    az="Bu icazənin müddəti artıq bitib.",
    en="This share has ended already.",
    ru="Этот доступ уже прекращён.",
)
PERIOD_BACKWARDS = Text(
    az="Son gün ilk gündən əvvəl ola bilməz.",
    en="The last day cannot be before the first.",
    ru="Последний день не может быть раньше первого.",
)
TEXT_MISSING = Text(az="Mətni yazın.", en="Enter the text.", ru="Введите текст.")
NO_SUCH_LETTER = Text(
    az="Belə bir məktub tapılmadı.",
    en="There is no such letter.",
    ru="Такое письмо не найдено.",
)
NO_SUCH_TEMPLATE = Text(
    az="Belə bir məktub şablonu yoxdur.",
    en="There is no such letter template.",
    ru="Такого шаблона письма нет.",
)
LETTER_SENT_ALREADY = Text(
    az="Məktub artıq göndərilib.",
    en="The letter has been sent already.",
    ru="Письмо уже отправлено.",
)
ONE_READER = Text(
    az="Ya bir idarə, ya da bir şəxs seçin.",
    en="Choose either one office or one person.",
    ru="Выберите либо одно подразделение, либо одного человека.",
)
CASE_NOT_PERMITTED = Text(
    az="Bu işi oxumaq sizin səlahiyyətinizə aid deyil.",
    en="You may not read this case.",
    ru="У вас нет права читать это дело.",
)
CASE_NOT_PERMITTED_DETAIL = Text(
    az="Rolunuz işlərin oxunmasına icazə vermir. İnzibatçıya müraciət edin.",
    en="Your role does not include reading cases. Ask your administrator.",
    ru="Ваша роль не позволяет читать дела. Обратитесь к администратору.",
)
DEADLINE_MISSED = Text(
    az="Müddət keçib: {deadline}",
    en="Deadline missed: {deadline}",
    ru="Срок пропущен: {deadline}",
)
CONFIRM_EFFECT = Text(
    az="Müddət keçib ({deadline}). Yoxlayın və qeydə alın: {act}",
    en="The deadline has passed ({deadline}). Check and record: {act}",
    ru="Срок истёк ({deadline}). Проверьте и зафиксируйте: {act}",
)
NO_SUCH_FILE = Text(
    az="Bu işdə belə bir fayl yoxdur.",
    en="The case has no such file.",
    ru="В этом деле нет такого файла.",
)
NOT_IN_THIS_CASE = Text(
    az="Bu işdə axtardığınız tapılmadı.",
    en="What you are looking for is not in this case.",
    ru="В этом деле нет того, что вы ищете.",
)
NOT_OFFERED = Text(
    az="Bu hərəkət hazırda sizin üçün açıq deyil.",
    en="This act is not open to you now.",
    ru="Это действие вам сейчас недоступно.",
)
MAY_NOT_OPEN = Text(
    az="Siz bu prosedur üzrə iş aça bilməzsiniz. Açıla bilənlərin siyahısına baxın.",
    en="You may not open a case under this procedure. See the list of those you may.",
    ru="Вы не можете открыть дело по этой процедуре. Посмотрите список доступных.",
)
