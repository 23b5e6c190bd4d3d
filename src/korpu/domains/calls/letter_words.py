"""What letters and e-mails to applicants say."""

from korpu.domains.calls.enums import NoticeKind, ObjectionRuling, Outcome
from korpu.kernel.texts import Text

LINK_SUBJECT = Text(
    az="{number} müsabiqəsi: təklifinizin keçidi",
    en="Call {number}: the link to your application",
    ru="Конкурс {number}: ссылка на вашу заявку",
)
LINK_TEXT = Text(
    az="Bu keçid “{title}” müsabiqəsinə təklifinizi açır:\n\n{link}\n\nKeçid açar kimidir: onu "
    "yalnız təklifi hazırlayanlara verin. Sonra göndərilən keçid bundan əvvəlkini əvəz edir. "
    "Təklif {moment} tarixinədək göndərilməlidir. Müraciət etməmisinizsə, bu məktuba məhəl "
    "qoymayın.",
    en="This link opens your application to the call “{title}”:\n\n{link}\n\nThe link is a key: "
    "give "
    "it only to those who prepare the application. A later link replaces this one. The application "
    "must be submitted by {moment}. If you did not ask for it, ignore this letter.",
    ru="Эта ссылка открывает вашу заявку на конкурс «{title}»:\n\n{link}\n\nСсылка – это ключ: "
    "давайте её только тем, кто готовит заявку. Более поздняя ссылка заменяет эту. Заявку нужно "
    "подать до {moment}. Если вы её не запрашивали, не обращайте внимания на это письмо.",
)
LETTER_TEXT = Text(
    az="“{title}” müsabiqəsinə {reference} nömrəli təklifiniz üzrə məktub əlavə olunub. Təklifin "
    "vəziyyətini sizə göndərilmiş keçidlə görə bilərsiniz; keçidi itirmisinizsə, müsabiqənin "
    "səhifəsində yenisini istəyin.",
    en="A letter about your application {reference} to the call “{title}” is enclosed. The link "
    "you "
    "were sent shows where the application stands; if you lost it, ask for a new one on the page "
    "of the call.",
    ru="К письму приложен документ по вашей заявке {reference} на конкурс «{title}». Состояние "
    "заявки видно по присланной вам ссылке; если она утеряна, запросите новую на странице "
    "конкурса.",
)
CORRECTION_SUBJECT = Text(
    az="{number} müsabiqəsində düzəliş",
    en="Correction of the call {number}",
    ru="Исправление в конкурсе {number}",
)
CORRECTION_TEXT = Text(
    az="“{title}” müsabiqəsinin elanında düzəliş edilib:\n\n{note}\n\nTəkliflər {moment} "
    "tarixinədək göndərilir. Tam mətn müsabiqənin səhifəsindədir.",
    en="The announcement of the call “{title}” was corrected:\n\n{note}\n\nApplications are taken "
    "until {moment}. The whole text stands on the page of the call.",
    ru="В объявление о конкурсе «{title}» внесено исправление:\n\n{note}\n\nЗаявки принимаются до "
    "{moment}. Полный текст – на странице конкурса.",
)
CANCELLED_SUBJECT = Text(
    az="{number} müsabiqəsi ləğv edildi",
    en="The call {number} was called off",
    ru="Конкурс {number} отменён",
)
CANCELLED_TEXT = Text(
    az="“{title}” müsabiqəsi ləğv edildi. Səbəb:\n\n{reason}",
    en="The call “{title}” was called off. The reason:\n\n{reason}",
    ru="Конкурс «{title}» отменён. Причина:\n\n{reason}",
)
ANSWER_SUBJECT = Text(
    az="{number} müsabiqəsi: sualınıza cavab",
    en="Call {number}: an answer to your question",
    ru="Конкурс {number}: ответ на ваш вопрос",
)
ANSWER_TEXT = Text(
    az="Sual: {question}\n\nCavab: {answer}\n\nSual və cavab müsabiqənin səhifəsində hamı üçün "
    "dərc "
    "olunub; kimin soruşduğu göstərilmir.",
    en="Question: {question}\n\nAnswer: {answer}\n\nBoth stand on the page of the call for "
    "everybody; "
    "who asked is not shown.",
    ru="Вопрос: {question}\n\nОтвет: {answer}\n\nВопрос и ответ опубликованы на странице конкурса "
    "для всех; кто спросил, не указывается.",
)
SUBJECTS = {
    NoticeKind.RECEIPT: Text(
        az="Təklifin qəbul edilməsi barədə bildiriş",
        en="Receipt of your application",
        ru="Расписка о получении заявки",
    ),
    NoticeKind.COMPLETION: Text(
        az="Təklifi tamamlamaq barədə xahiş",
        en="Request to complete your application",
        ru="Просьба дополнить заявку",
    ),
    NoticeKind.INELIGIBLE: Text(
        az="Təklifin uyğunluğu barədə qərar",
        en="Decision on eligibility",
        ru="Решение о допуске заявки",
    ),
    NoticeKind.DECISION: Text(
        az="Təklif üzrə qərar", en="Decision on your application", ru="Решение по заявке"
    ),
    NoticeKind.RULING: Text(
        az="Etiraz üzrə qərar", en="Decision on your objection", ru="Решение по возражению"
    ),
    NoticeKind.CONTRACT: Text(
        az="Müqavilə barədə bildiriş", en="Notice of the contract", ru="Уведомление о договоре"
    ),
    NoticeKind.CONTRACT_END: Text(
        az="Müqaviləyə xitam verilməsi", en="End of the contract", ru="Прекращение договора"
    ),
}
CALL = Text(az="Müsabiqə", en="Call", ru="Конкурс")
REFERENCE = Text(az="Təklifin nömrəsi", en="Application", ru="Номер заявки")
ORGANISATION = Text(az="Təşkilat", en="Organisation", ru="Организация")
SUBMITTED = Text(az="Göndərilib", en="Submitted", ru="Подана")
DOCUMENTS = Text(az="Əlavə edilmiş fayllar", en="Files enclosed", ru="Приложено файлов")
POST = Text(az="Vəzifə", en="Post", ru="Должность")
TOTAL = Text(az="Bal (100-dən)", en="Points (of 100)", ru="Баллы (из 100)")
RANK = Text(az="Sıra", en="Rank", ru="Место")
TIED = Text(az="{rank} (bərabər bal)", en="{rank} (tied)", ru="{rank} (равные баллы)")
PERIOD = Text(az="Müddət", en="Period", ru="Срок")
DELIVERABLES = Text(az="Görüləcək işlər", en="Deliverables", ru="Результаты работ")
RECEIPT_BODY = Text(
    az="Təklifiniz yuxarıdakı vaxtda qəbul edilib. O, müraciət müddəti bitəndən sonra yoxlanılır "
    "və "
    "ən azı {count} qiymətləndirici tərəfindən ayrı-ayrılıqda qiymətləndirilir. Müraciət "
    "müddətinin "
    "sonunadək onu geri götürə bilərsiniz.",
    en="Your application was received at the time above. After the time to apply has ended it is "
    "checked and scored by at least {count} assessors, each on their own. You can withdraw it.",
    ru="Ваша заявка получена в указанное время. После окончания срока подачи её проверяют и "
    "оценивают не менее {count} оценщиков, каждый отдельно. Вы можете её отозвать.",
)
COMPLETION_BODY = Text(
    az="Təklifinizi {day} gününədək (həmin gün daxil) tamamlayın. Bunun üçün sizə göndərilmiş "
    "keçidi "
    "açın, düzəliş edin və yenidən göndərin. Tamamlanmayan təklif olduğu kimi yoxlanılır.",
    en="Please complete your application by {day} (that day included): open the link you were "
    "sent, "
    "make the change and submit again. What is not completed is checked as it stands.",
    ru="Дополните заявку до {day} включительно: откройте присланную вам ссылку, внесите изменения "
    "и "
    "подайте снова. Недополненная заявка проверяется в имеющемся виде.",
)
INELIGIBLE_BODY = Text(
    az="Təklifiniz müsabiqənin şərtlərinə uyğun olmadığı üçün qiymətləndirilmir.",
    en="Your application does not meet the conditions of the call and is not scored.",
    ru="Ваша заявка не отвечает условиям конкурса и не оценивается.",
)
CONDITIONS_NOT_MET = Text(
    az="Yerinə yetirilməmiş şərtlər", en="Conditions not met", ru="Невыполненные условия"
)
DECISION_BODY = {
    Outcome.AWARD: Text(
        az="Təşkilatınız “{post}” vəzifəsi üçün seçilib. Müqavilə etiraz müddəti bitəndən və "
        "etirazlara baxılandan sonra bağlanır.",
        en="Your organisation was selected for the post “{post}”. The contract is signed after the "
        "time to object has ended and objections have been decided.",
        ru="Ваша организация отобрана на должность «{post}». Договор заключается после окончания "
        "срока для возражений и их рассмотрения.",
    ),
    Outcome.RESERVE: Text(
        az="Təklifiniz ehtiyat siyahısına daxil edilib. Seçilmiş təşkilat imtina edərsə, sizə "
        "müraciət olunacaq.",
        en="Your application was put on the reserve list. You will hear from us if a selected "
        "organisation steps back.",
        ru="Ваша заявка включена в резервный список. С вами свяжутся, если отобранная организация "
        "откажется.",
    ),
    Outcome.REJECT: Text(
        az="Təklifiniz seçilməyib.",
        en="Your application was not selected.",
        ru="Ваша заявка не отобрана.",
    ),
}
REMEDY = Text(
    az="Bu qərara {day} gününədək (həmin gün daxil) sizə göndərilmiş keçidlə etiraz edə "
    "bilərsiniz. "
    "Etiraz müddəti müsabiqənin elanında göstərilib: bildirişdən sonra {count} təqvim günü; "
    "müddət qeyri-iş günündə bitərsə, növbəti iş gününə keçir.",
    en="You can object to this decision until {day} (that day included) by the link you were sent. "
    "The term is that of the announcement: {count} calendar days after this notice; "
    "a term that ends on a day off ends on the next working day.",
    ru="Вы можете возразить против этого решения до {day} включительно по присланной вам ссылке. "
    "Срок указан в объявлении о конкурсе: {count} календарных дней после уведомления; "
    "если последний день нерабочий, срок истекает в следующий рабочий день.",
)
RULING_BODY = {
    ObjectionRuling.UPHELD: Text(
        az="Etirazınız təmin edilib. Təklifinizin yeni vəziyyəti: {status}.",
        en="Your objection is upheld. Your application now stands as: {status}.",
        ru="Ваше возражение удовлетворено. Новое состояние заявки: {status}.",
    ),
    ObjectionRuling.DISMISSED: Text(
        az="Etirazınız təmin edilməyib; qərar qüvvədə qalır.",
        en="Your objection is dismissed; the decision stands.",
        ru="Ваше возражение отклонено; решение остаётся в силе.",
    ),
}
CONTRACT_BODY = Text(
    az="{number} nömrəli müqavilə qeydə alınıb. Müqavilədə göstərilən şəxslərə sistemə giriş üçün "
    "dəvət göndərilib; onların səlahiyyəti müqavilə ilə birlikdə başlayır və bitir.",
    en="The contract {number} was recorded. The people named in it have been invited to the "
    "system; "
    "what they may do there begins and ends with the contract.",
    ru="Договор {number} зарегистрирован. Указанным в нём людям направлены приглашения в систему; "
    "их полномочия начинаются и заканчиваются вместе с договором.",
)
CONTRACT_END_BODY = Text(
    az="{number} nömrəli müqaviləyə bu gündən xitam verilib. Müqavilə üzrə verilmiş səlahiyyətlər "
    "dərhal dayandırılıb.",
    en="The contract {number} ends today. What it let people do in the system ended at once.",
    ru="Договор {number} прекращён сегодня. Предоставленные по нему полномочия прекращены сразу.",
)
