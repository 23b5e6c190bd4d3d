"""What readmission says when it refuses, in every language."""

from korpu.kernel.texts import Text

INPUT_REFUSED = Text(
    az="Müraciətdə düzəliş tələb olunur.",
    en="The application needs corrections.",
    ru="В ходатайстве нужно исправить ошибки.",
)
INPUT_REFUSED_DETAIL = Text(
    az="Göstərilən sahələri düzəldin və yenidən göndərin. Daxil etdiyiniz məlumat saxlanılıb.",
    en="Correct the fields named below and send it again. Nothing you entered is lost.",
    ru="Исправьте указанные поля и отправьте снова. Введённые данные сохранены.",
)
SAME_APPLICATION = Text(
    az="Bu istinad nömrəsi ilə müraciət artıq göndərilib.",
    en="An application with this reference number has been submitted already.",
    ru="Ходатайство с этим номером уже подано.",
)
SAME_APPLICATION_DETAIL = Text(
    az="İlk müraciəti açın və ona əlavə göndərin. Yeni məlumat əsasında yeni müraciətin ayrıca "
    "istinad nömrəsi olmalıdır.",
    en="Open the first application and supplement it. A new application on new information needs "
    "a reference number of its own.",
    ru="Откройте первое ходатайство и дополните его. Новое ходатайство на основании новых "
    "сведений должно иметь собственный номер.",
)
NO_SUCH_APPLICATION = Text(
    az="Belə bir müraciət tapılmadı.",
    en="There is no such application.",
    ru="Такое ходатайство не найдено.",
)
NO_SUCH_APPLICATION_DETAIL = Text(
    az="Ünvanı və ya nömrəni yoxlayın.",
    en="Check the address or the number.",
    ru="Проверьте адрес или номер.",
)
NO_SUCH_DRAFT = Text(
    az="Belə bir qaralama tapılmadı.",
    en="There is no such draft.",
    ru="Такой черновик не найден.",
)
DRAFT_SUBMITTED = Text(
    az="Bu qaralama artıq göndərilib.",
    en="This draft has been submitted already.",
    ru="Этот черновик уже отправлен.",
)
DRAFT_SUBMITTED_DETAIL = Text(
    az="Müraciəti açın; düzəlişlər əlavə şəklində göndərilir.",
    en="Open the application; corrections are sent as a supplement.",
    ru="Откройте ходатайство; исправления направляются как дополнение.",
)
NO_RECEIVING_OFFICE = Text(
    az="Readmissiya müraciətlərini qəbul edən idarə təyin edilməyib.",
    en="No office is named that receives readmission applications.",
    ru="Не указано подразделение, принимающее ходатайства о реадмиссии.",
)
NO_RECEIVING_OFFICE_DETAIL = Text(
    az="İnzibatçı yurisdiksiya məlumatlarını yükləməlidir.",
    en="An administrator needs to load the data of the jurisdiction.",
    ru="Администратор должен загрузить данные юрисдикции.",
)
CANNOT_BE_SENT = Text(
    az="Göndərilə bilməz.",
    en="This cannot be sent.",
    ru="Не может быть отправлено.",
)
"""All that anybody learns when the gate is closed; never extend it with a reason."""
NO_REPLY_YET = Text(
    az="Bu müraciət üzrə göndərilmiş cavab yoxdur.",
    en="No reply to this application has been sent.",
    ru="Ответ на это ходатайство не направлен.",
)
NO_AUTHORITY = Text(
    az="Hesabınız heç bir sorğu edən orqana bağlı deyil.",
    en="Your account does not belong to a requesting authority.",
    ru="Ваша учётная запись не связана с запрашивающим органом.",
)
ENTER_DIFFERENT_NUMBER = Text(
    az="Bu nömrə artıq istifadə olunub.",
    en="This number has been used already.",
    ru="Этот номер уже использован.",
)
NO_BORDER_OFFICE = Text(
    az="Seçilmiş buraxılış məntəqəsinin qəbul idarəsi göstərilməyib.",
    en="No office is named that receives persons at this crossing point.",
    ru="Для этого пункта пропуска не указано принимающее подразделение.",
)
NO_STANDING_NOTICE = Text(
    az="Qüvvədə olan təhvil bildirişi yoxdur.",
    en="No transfer notice stands.",
    ru="Действующее уведомление о передаче отсутствует.",
)
TOKEN_REFUSED = Text(
    az="Açar tanınmadı.",
    en="The token is not recognised.",
    ru="Ключ не распознан.",
)
TOKEN_REFUSED_DETAIL = Text(
    az="Açarın düzgün, qüvvədə və ləğv edilməmiş olduğunu yoxlayın.",
    en="Check that it is right, in force and not revoked.",
    ru="Проверьте, что ключ верен, действует и не отозван.",
)
CASE_IS_CLOSED = Text(
    az="İş bağlanıb.",
    en="The case is closed.",
    ru="Дело закрыто.",
)
CASE_IS_CLOSED_DETAIL = Text(
    az="Yeni məlumat varsa, yeni müraciət göndərin.",
    en="Where there is new information, submit a new application.",
    ru="При наличии новых сведений подайте новое ходатайство.",
)
LIST_IS_FULL = Text(
    az="Siyahı doludur. Qalanını qeydlər bölməsində yazın.",
    en="The list is full. Write the rest in the remarks.",
    ru="Список заполнен. Остальное укажите в примечаниях.",
)
IDENTITY_CONFIRMED = Text(
    az="Şəxsiyyət artıq təsdiqlənib, buna görə müraciət başqa şəxslə əlaqələndirilə bilməz.",
    en="The identity has been confirmed already, so the application cannot be linked to another "
    "person.",
    ru="Личность уже подтверждена, поэтому ходатайство нельзя связать с другим лицом.",
)
TOKEN_REVOKED = Text(
    az="Bu açar artıq ləğv edilib.",
    en="This token has been revoked already.",
    ru="Этот ключ уже отозван.",
)
NO_SUCH_TOKEN = Text(
    az="Belə bir açar tapılmadı.",
    en="There is no such token.",
    ru="Такой ключ не найден.",
)
SAME_REQUEST_RUNNING = Text(
    az="Eyni açarla göndərilmiş sorğu hazırda icra olunur.",
    en="A request with the same key is being handled at this moment.",
    ru="Запрос с тем же ключом сейчас выполняется.",
)
NO_SUCH_FORM = Text(
    az="Belə bir forma yoxdur.",
    en="There is no such form.",
    ru="Такой формы нет.",
)
NO_SUCH_ARRIVAL = Text(
    az="Bu nömrə ilə şəxsin qəbul edildiyi readmissiya işi tapılmadı.",
    en="There is no readmission case of this number in which a person was received.",
    ru="Не найдено дело о реадмиссии с этим номером, по которому принято лицо.",
)
RECEIVED_ON_ANOTHER_DAY = Text(
    az="Həmin işə görə şəxs başqa gün qəbul edilib. Günü işdən yoxlayın.",
    en="According to that case the person was received on another day. Check the day there.",
    ru="По данным того дела лицо принято в другой день. Проверьте дату в деле.",
)
GROUNDS_AGAINST = Text(
    az="Yoxlama imtina əsasının mövcud olduğunu göstərib, ona görə razılıq verilə bilməz.",
    en="The check found a ground for refusal, so the transit cannot be agreed to.",
    ru="Проверка выявила основание для отказа, поэтому согласие дать нельзя.",
)
NO_SUCH_WEIGHT = Text(
    az="Siyahıdan seçin.",
    en="Choose one of the listed weights.",
    ru="Выберите из списка.",
)
REASON_MISSING = Text(
    az="Səbəbi yazın.",
    en="Give the reason.",
    ru="Укажите причину.",
)
DOCUMENT_LAPSES_BEFORE = Text(
    az="Yol sənədi {day} tarixinədək etibarlıdır. Daha erkən gün seçin və ya yeni sənəd "
    "verilməsini xahiş edin.",
    en="The travel document is valid until {day}. Choose an earlier day, or have a new document "
    "issued.",
    ru="Проездной документ действителен до {day}. Выберите более ранний день или запросите новый "
    "документ.",
)
SLOT_PAST = Text(
    az="Müsahibənin vaxtı gələcəkdə olmalıdır.",
    en="The interview has to lie in the future.",
    ru="Собеседование должно быть назначено на будущее.",
)
NEEDS_RELEASE = Text(
    az="Bu məktub iki nəfərin imzası ilə göndərilir.",
    en="This letter is sent by two people.",
    ru="Это письмо отправляют два человека.",
)
NEEDS_RELEASE_DETAIL = Text(
    az="Əvvəlcə əməkdaş göndərilməni təsdiqləyir, sonra rəhbər məktubu buraxır. Hər iki addım işin "
    "səhifəsindədir.",
    en="First an officer approves the sending, then a supervisor releases the letter. Both steps "
    "are on the page of the case.",
    ru="Сначала сотрудник согласует отправку, затем руководитель выпускает письмо. Оба шага — на "
    "странице дела.",
)
LETTER_CHANGED = Text(
    az="Məktub təsdiq edildikdən sonra dəyişib.",
    en="The letter has changed since it was approved.",
    ru="Письмо изменилось после согласования.",
)
LETTER_CHANGED_DETAIL = Text(
    az="Yeni məktub hazırlayın və onu təsdiqə verin.",
    en="Write a new letter and have it approved.",
    ru="Подготовьте новое письмо и передайте его на согласование.",
)
NO_SUCH_STATEMENT = Text(
    az="Belə bir arayış tapılmadı.",
    en="There is no such statement.",
    ru="Такая справка не найдена.",
)
NO_SUCH_ALERT = Text(
    az="Belə bir xəbərdarlıq tapılmadı.",
    en="There is no such alert.",
    ru="Такое предупреждение не найдено.",
)
NOBODY_LINKED = Text(
    az="Müraciət hələ heç bir şəxslə əlaqələndirilməyib.",
    en="The application is not linked to a person yet.",
    ru="Ходатайство ещё не связано с лицом.",
)
NOBODY_LINKED_DETAIL = Text(
    az="Arayış şəxsə verilir: əvvəlcə onun kimliyini yoxlayın.",
    en="The statement is handed to the person: check the identity first.",
    ru="Справка выдаётся лицу: сначала проверьте его личность.",
)
