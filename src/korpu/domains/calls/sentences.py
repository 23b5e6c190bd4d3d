"""What the calls room says when something is wrong, and in its letters."""

from korpu.kernel.texts import Text

NO_CALL = Text(
    az="Belə müsabiqə tapılmadı.", en="There is no such call.", ru="Такой конкурс не найден."
)
NO_APPLICATION = Text(
    az="Bu keçid heç bir təklifi açmır.",
    en="This link opens no application.",
    ru="Эта ссылка не открывает ни одной заявки.",
)
NO_APPLICATION_HELP = Text(
    az="Keçidin tam köçürüldüyünü yoxlayın. Yeni keçid göndərilibsə, köhnəsi işləmir; müsabiqənin "
    "səhifəsində keçidi yenidən istəyə bilərsiniz.",
    en="Check that it was copied whole. Once a new link is sent the old one stops working; you can "
    "ask for a new link on the page of the call.",
    ru="Проверьте, что ссылка скопирована целиком. После отправки новой ссылки старая не работает; "
    "новую можно запросить на странице конкурса.",
)
NOT_FOUND_APPLICATION = Text(
    az="Belə təklif tapılmadı.", en="There is no such application.", ru="Такая заявка не найдена."
)
CHECK_ANSWERS = Text(
    az="Bəzi cavabları düzəltmək lazımdır.",
    en="Some answers need to be corrected.",
    ru="Некоторые ответы нужно исправить.",
)
NUMBER_TAKEN = Text(
    az="Bu nömrə ilə müsabiqə artıq var.",
    en="A call with this number exists already.",
    ru="Конкурс с таким номером уже есть.",
)
ONLY_DRAFTS = Text(
    az="Elan edilmiş müsabiqədə bu dəyişdirilmir. Vəzifələr, şərtlər və meyarlar elandan sonra "
    "dəyişmir; lazım olsa, müsabiqəni ləğv edib yenisini elan edin.",
    en="A published call is not changed here. Posts, conditions and criteria stay as announced; if "
    "they must change, call this one off and announce another.",
    ru="Объявленный конкурс здесь не меняется. Должности, условия и критерии остаются как "
    "объявлено; если их нужно изменить, отмените конкурс и объявите новый.",
)
NOT_PUBLISHABLE = Text(
    az="Müsabiqə hələ elan edilə bilməz.",
    en="The call cannot be published yet.",
    ru="Конкурс пока нельзя объявить.",
)
WEIGHTS_NOT_100 = Text(
    az="Meyarların çəkiləri birlikdə 100 % olmalıdır; hazırda {sum} %-dir.",
    en="The weights of the criteria must add up to 100 per cent; they add up to {sum}.",
    ru="Веса критериев должны составлять 100 %; сейчас {sum} %.",
)
POST_MISSING = Text(
    az="Ən azı bir vəzifə əlavə edin.",
    en="Add at least one post.",
    ru="Добавьте хотя бы одну должность.",
)
CONDITION_MISSING = Text(
    az="Ən azı bir uyğunluq şərti əlavə edin.",
    en="Add at least one condition of eligibility.",
    ru="Добавьте хотя бы одно условие допуска.",
)
TEXT_MISSING = Text(
    az="Elanın mətni hər üç dildə yazılmalıdır.",
    en="The announcement needs its text in all three languages.",
    ru="Текст объявления нужен на всех трёх языках.",
)
DEADLINE_MISSING = Text(
    az="Müraciət müddətini yazın; o, gələcəkdə olmalıdır.",
    en="Give the deadline for applications; it must lie in the future.",
    ru="Укажите срок подачи заявок; он должен быть в будущем.",
)
CONTACT_MISSING = Text(
    az="Əlaqə ünvanını yazın.",
    en="Give an address for enquiries.",
    ru="Укажите адрес для вопросов.",
)
DEADLINE_SHORTENED = Text(
    az="Elan edilmiş müddət qısaldıla bilməz, yalnız uzadıla bilər.",
    en="A published deadline can be extended, never shortened.",
    ru="Объявленный срок можно продлить, но нельзя сократить.",
)
NOT_OPEN = Text(
    az="Bu müsabiqə hazırda təklif qəbul etmir.",
    en="This call takes no applications at this moment.",
    ru="Этот конкурс сейчас не принимает заявок.",
)
TOO_LATE = Text(
    az="Müraciət müddəti {moment} başa çatıb. Təklif göndərilmədi; yazdıqlarınızı bu səhifədə "
    "oxuya bilərsiniz.",
    en="The time to apply ended at {moment}. The application was not submitted; what you wrote can "
    "still be read here.",
    ru="Срок подачи заявок истёк {moment}. Заявка не подана; написанное можно прочитать на этой "
    "странице.",
)
STILL_OPEN = Text(
    az="Müraciət müddəti hələ bitməyib; müsabiqə ondan sonra bağlanır.",
    en="The time to apply has not ended; the call is closed after it.",
    ru="Срок подачи заявок ещё не истёк; конкурс закрывается после него.",
)
WRONG_STATUS = Text(
    az="Bu addım müsabiqənin indiki mərhələsində mümkün deyil.",
    en="This step is not possible at the present stage of the call.",
    ru="Этот шаг невозможен на нынешнем этапе конкурса.",
)
WRONG_APPLICATION_STATUS = Text(
    az="Bu addım təklifin indiki vəziyyətində mümkün deyil.",
    en="This step is not possible in the present state of the application.",
    ru="Этот шаг невозможен при нынешнем состоянии заявки.",
)
ALREADY_SUBMITTED = Text(
    az="Bu təklif artıq göndərilib.",
    en="This application has been submitted already.",
    ru="Эта заявка уже подана.",
)
SAME_ORGANISATION = Text(
    az="Bu VÖEN-li təşkilat bu müsabiqəyə artıq təklif göndərib. Yenisini göndərmək üçün əvvəlki "
    "geri götürülməlidir.",
    en="An organisation with this tax number has applied to this call already. To send another "
    "application, withdraw the first.",
    ru="Организация с этим ИНН уже подала заявку на этот конкурс. Чтобы подать другую, отзовите "
    "первую.",
)
CHANGED_MEANWHILE = Text(
    az="Bu arada başqa pəncərədə dəyişiklik saxlanılıb. Yazdıqlarınız aşağıdadır: yoxlayıb bir "
    "daha "
    "saxlayın.",
    en="A change was saved in another window meanwhile. What you typed is below: check it and save "
    "again.",
    ru="Тем временем в другом окне сохранены изменения. Введённое вами ниже: проверьте и сохраните "
    "ещё раз.",
)
TOO_MANY_STARTS = Text(
    az="Son bir saatda çox sayda müraciət başlanıb.",
    en="Very many applications were started within the last hour.",
    ru="За последний час начато очень много заявок.",
)
TRY_LATER = Text(
    az="Bir saatdan sonra yenidən cəhd edin.",
    en="Try again in an hour.",
    ru="Попробуйте через час.",
)
EMAIL_WRONG = Text(
    az="ad@example.az kimi e-poçt ünvanı yazın.",
    en="Enter an e-mail address such as name@example.az.",
    ru="Введите адрес электронной почты, например name@example.az.",
)
FILL_IN = Text(az="Bu sahəni doldurun.", en="Fill in this field.", ru="Заполните это поле.")
TAX_NUMBER_WRONG = Text(
    az="VÖEN yalnız rəqəmlərdən ibarətdir (6–14 rəqəm).",
    en="A tax number has digits only (6 to 14 of them).",
    ru="ИНН состоит только из цифр (от 6 до 14).",
)
CONFLICT_UNANSWERED = Text(
    az="Maraqların toqquşması olub-olmadığını bildirin.",
    en="Say whether there is a conflict of interest.",
    ru="Укажите, есть ли конфликт интересов.",
)
CONFLICT_DETAILS = Text(
    az="Maraqların toqquşmasını izah edin.",
    en="Explain the conflict of interest.",
    ru="Опишите конфликт интересов.",
)
CANDIDATE_MISSING = Text(
    az="Ən azı bir vəzifə üçün ən azı bir şəxs təklif edin.",
    en="Propose at least one person for at least one post.",
    ru="Предложите хотя бы одного человека хотя бы на одну должность.",
)
DOCUMENT_MISSING = Text(
    az="Sənəd çatmır: {document}",
    en="A document is missing: {document}",
    ru="Не хватает документа: {document}",
)
TOO_MANY_FILES = Text(
    az="Bir təklifə ən çoxu {limit} fayl əlavə olunur.",
    en="An application holds at most {limit} files.",
    ru="К заявке прилагается не более {limit} файлов.",
)
TOO_MANY_QUESTIONS = Text(
    az="Cavablandırılmamış {limit} sualınız var. Cavabları gözləyin.",
    en="You have {limit} unanswered questions. Wait for the answers.",
    ru="У вас {limit} вопросов без ответа. Дождитесь ответов.",
)
QUESTIONS_CLOSED = Text(
    az="Sual vermə müddəti bitib.",
    en="The time for questions is over.",
    ru="Время для вопросов истекло.",
)
FINDING_MISSING = Text(
    az="Hər şərt üzrə nəticəni qeyd edin.",
    en="Record a finding for each condition.",
    ru="Укажите вывод по каждому условию.",
)
REASONS_MISSING = Text(
    az="Əsasları yazın: müraciət edən onları oxuyacaq.",
    en="Give the reasons: the applicant will read them.",
    ru="Приведите основания: заявитель их прочтёт.",
)
UNTIL_IN_PAST = Text(
    az="Son gün bu gündən sonra olmalıdır.",
    en="The last day must be after today.",
    ru="Последний день должен быть позже сегодняшнего.",
)
COMPLETION_PAST = Text(
    az="Tamamlama müddəti {day} bitib.",
    en="The time to complete the application ended on {day}.",
    ru="Срок для дополнения заявки истёк {day}.",
)
NOT_AN_ASSESSOR = Text(
    az="Bu şəxsin qiymətləndirici rolu yoxdur.",
    en="This person does not hold the role of an assessor.",
    ru="У этого человека нет роли оценщика.",
)
ALREADY_APPOINTED = Text(
    az="Bu şəxs artıq təyin olunub.",
    en="This person has been appointed already.",
    ru="Этот человек уже назначен.",
)
SCORING_BEGUN = Text(
    az="Bu qiymətləndirici artıq bal qeyd edib; onu çıxarmaq olmaz.",
    en="This assessor has recorded scores already and cannot be removed.",
    ru="Этот оценщик уже выставил баллы, исключить его нельзя.",
)
DECLARE_FIRST = Text(
    az="Əvvəlcə maraqların toqquşması barədə bəyanat verin.",
    en="Declare conflicts of interest first.",
    ru="Сначала заявите о конфликтах интересов.",
)
DECLARED_ALREADY = Text(
    az="Bəyanat artıq verilib. Sonradan üzə çıxan toqquşmanı əlavə edə bilərsiniz.",
    en="The declaration has been made already.",
    ru="Заявление уже сделано.",
)
OWN_ORGANISATION = Text(
    az="Qiymətləndiricinin öz təşkilatı və ya özü təklifdə göstərilib.",
    en="The assessor's own organisation, or the assessor in person, stands in the application.",
    ru="В заявке указана организация оценщика или он сам.",
)
SHEET_LOCKED = Text(
    az="Bu vərəq bağlanıb və dəyişdirilmir.",
    en="This sheet is locked and is not changed any more.",
    ru="Этот лист закрыт и больше не меняется.",
)
POINTS_OUTSIDE = Text(
    az="0-dan {best}-ə qədər tam ədəd yazın.",
    en="Enter a whole number from 0 to {best}.",
    ru="Введите целое число от 0 до {best}.",
)
SHEETS_MISSING = Text(
    az="{count} təklif üzrə vərəqlər hələ bağlanmayıb. Ballar hamısı bağlanandan sonra açılır.",
    en="Sheets of {count} applications are not locked yet. Scores are revealed when all are.",
    ru="Листы по {count} заявкам ещё не закрыты. Баллы раскрываются, когда закрыты все.",
)
TOO_FEW_ASSESSORS = Text(
    az="{count} təklif üçün qiymətləndirici sayı müsabiqənin tələbindən azdır. Daha birini təyin "
    "edin.",
    en="{count} applications have fewer assessors than the call demands. Appoint another.",
    ru="У {count} заявок оценщиков меньше, чем требует конкурс. Назначьте ещё одного.",
)
CHECKS_OPEN = Text(
    az="{count} təklifin uyğunluğu hələ yoxlanılmayıb.",
    en="{count} applications have not been checked for eligibility yet.",
    ru="Допустимость {count} заявок ещё не проверена.",
)
CONSENSUS_MISSING = Text(
    az="{count} təklif üzrə ballar çox fərqlidir: əvvəlcə razılaşdırılmış balı qeyd edin.",
    en="The scores of {count} applications lie too far apart: record the consensus first.",
    ru="Баллы {count} заявок слишком расходятся: сначала запишите согласованную оценку.",
)
NO_CONSENSUS_NEEDED = Text(
    az="Bu təklif üzrə ballar yaxındır; razılaşdırma tələb olunmur.",
    en="The scores of this application lie close together; no consensus is asked for.",
    ru="Баллы этой заявки близки; согласование не требуется.",
)
DECISION_MISSING = Text(
    az="{count} təklif üzrə qərar təklif olunmayıb.",
    en="No decision is proposed for {count} applications.",
    ru="По {count} заявкам решение не предложено.",
)
BELOW_MINIMUM = Text(
    az="{minimum} baldan aşağı nəticə göstərən təklif seçilə bilməz.",
    en="An application below {minimum} points cannot be selected.",
    ru="Заявка, набравшая меньше {minimum} баллов, не может быть отобрана.",
)
TOO_MANY_AWARDS = Text(
    az="“{post}” üçün {places} yer var; {count} təklif seçilib.",
    en="There are {places} places for “{post}”; {count} applications are selected.",
    ru="На «{post}» есть мест: {places}; отобрано заявок: {count}.",
)
POST_NOT_APPLIED = Text(
    az="Bu təklifdə həmin vəzifə üçün namizəd yoxdur.",
    en="This application proposes nobody for that post.",
    ru="В этой заявке никто не предложен на эту должность.",
)
POST_FOR_AWARD = Text(
    az="Seçilən təklif üçün vəzifəni göstərin.",
    en="Name the post for which the application is selected.",
    ru="Укажите должность, на которую отобрана заявка.",
)
OWN_PROPOSAL = Text(
    az="Qərarı təklif edən onu təsdiq edə bilməz.",
    en="Whoever proposed a decision cannot approve it.",
    ru="Предложивший решение не может его утвердить.",
)
ASSESSOR_DECIDES = Text(
    az="Bu müsabiqəni qiymətləndirən şəxs onun üzrə qərar verə bilməz.",
    en="Whoever assessed this call cannot decide on it.",
    ru="Тот, кто оценивал этот конкурс, не может принимать по нему решение.",
)
OBJECTION_LATE = Text(
    az="Etiraz müddəti {day} bitib.",
    en="The time to object ended on {day}.",
    ru="Срок для возражения истёк {day}.",
)
NOTHING_TO_OBJECT = Text(
    az="Hələ etiraz ediləcək qərar yoxdur.",
    en="There is no decision to object to yet.",
    ru="Решения, на которое можно возразить, ещё нет.",
)
OBJECTED_ALREADY = Text(
    az="Bu təklif üzrə etiraz artıq verilib.",
    en="An objection has been lodged already.",
    ru="Возражение уже подано.",
)
RULED_ALREADY = Text(
    az="Bu etiraz üzrə qərar artıq verilib.",
    en="This objection has been decided already.",
    ru="Решение по этому возражению уже принято.",
)
TERM_RUNS = Text(
    az="Etiraz müddəti {day} bitir; müqavilə ondan sonra bağlanır.",
    en="The time to object runs until {day}; the contract is signed after it.",
    ru="Срок для возражений истекает {day}; договор заключается после него.",
)
OBJECTIONS_OPEN = Text(
    az="Baxılmamış etiraz var; müqavilə ondan sonra bağlanır.",
    en="An objection is undecided; the contract is signed after it.",
    ru="Есть нерассмотренное возражение; договор заключается после него.",
)
AFTER_PROJECT = Text(
    az="Müqavilə layihədən uzun ola bilməz: layihə {day} bitir.",
    en="The contract cannot outlast the project, which ends on {day}.",
    ru="Договор не может быть дольше проекта, который завершается {day}.",
)
PERIOD_DISORDER = Text(
    az="Son gün ilk gündən əvvəl ola bilməz.",
    en="The last day cannot be before the first day.",
    ru="Последний день не может быть раньше первого.",
)
PEOPLE_MISSING = Text(
    az="Müqavilə üzrə işləyəcək ən azı bir şəxs seçin.",
    en="Choose at least one person who works under the contract.",
    ru="Выберите хотя бы одного человека, который будет работать по договору.",
)
FOREIGN_ACCOUNT = Text(
    az="Bu e-poçt ünvanı başqa təşkilatın hesabına aiddir.",
    en="This e-mail address belongs to an account of another organisation.",
    ru="Этот адрес принадлежит учётной записи другой организации.",
)
WORKPLACE_MISSING = Text(
    az="Koordinatorun hansı bölmədə işləyəcəyini seçin.",
    en="Choose the office in whose support cases the coordinator works.",
    ru="Выберите подразделение, в делах которого работает координатор.",
)
CONTRACT_ENDED = Text(
    az="Bu müqavilə artıq bitib.",
    en="This contract has ended already.",
    ru="Этот договор уже прекращён.",
)
