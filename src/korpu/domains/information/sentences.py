"""What the information room says when something cannot be done."""

from korpu.kernel.texts import Text

NO_COMPARTMENT = Text(
    az="Nəşrlərlə məşğul olan bölmə təyin edilməyib.",
    en="No office has the business of programmes.",
    ru="Ни одному подразделению не поручены программы.",
)
NO_COMPARTMENT_HELP = Text(
    az="İnzibatçı bu fəaliyyət üçün bölmə yaratmalıdır.",
    en="An administrator has to open its compartment.",
    ru="Администратор должен открыть раздел для этой деятельности.",
)
NO_PUBLICATION = Text(
    az="Belə nəşr yoxdur və ya hələ dərc edilməyib.",
    en="There is no such publication, or it is not public yet.",
    ru="Такого издания нет или оно ещё не опубликовано.",
)
NO_EDITION = Text(
    az="Belə buraxılış və ya fayl yoxdur, yaxud geri götürülüb.",
    en="There is no such edition or file, or it has been withdrawn.",
    ru="Такого выпуска или файла нет, либо он отозван.",
)
NO_RECOMMENDATION = Text(
    az="Belə tövsiyə yoxdur.", en="There is no such recommendation.", ru="Такой рекомендации нет."
)
NO_DISTRIBUTION = Text(az="Belə qeyd yoxdur.", en="There is no such entry.", ru="Такой записи нет.")
CHANGED_MEANWHILE = Text(
    az="Bu qeydi sizdən əvvəl başqası dəyişib.",
    en="Somebody else changed this before you.",
    ru="Эту запись успел изменить кто-то другой.",
)
CHANGED_MEANWHILE_HELP = Text(
    az="Yazdıqlarınız aşağıda qalıb. Yeni məzmunu oxuyun və yenidən yadda saxlayın.",
    en="What you typed is kept below. Read what stands there now, then save again.",
    ru="Введённое вами сохранено ниже. Прочтите новый текст и сохраните ещё раз.",
)
NEEDS_A_TITLE = Text(
    az="Ən azı bir dildə ad yazın.",
    en="Write the title in one language at least.",
    ru="Укажите название хотя бы на одном языке.",
)
SEVERAL_TITLES = Text(
    az="Dərc etməzdən əvvəl adı hər üç dildə yazın: bu səhifəni üç dildə oxuyurlar.",
    en="Write the title in all three languages before approval: the page is read in all three.",
    ru="До утверждения укажите название на трёх языках: страницу читают на всех трёх.",
)
NUMBER_NEEDS_SERIES = Text(
    az="Nömrə yalnız seriyada ola bilər: seriyanı da seçin.",
    en="Only a series has numbers: choose the series as well.",
    ru="Номер бывает только в серии: выберите и серию.",
)
NUMBER_TAKEN = Text(
    az="Seriyada bu nömrə artıq var.",
    en="The series has this number already.",
    ru="В серии уже есть этот номер.",
)
ONLY_DRAFT = Text(
    az="Yalnız qaralama dəyişdirilə bilər.",
    en="Only a draft can be changed.",
    ru="Изменять можно только черновик.",
)
ONLY_DRAFT_HELP = Text(
    az="Proqram direktoru onu düzəliş üçün geri qaytara bilər.",
    en="The programme director can send it back for correction.",
    ru="Директор программы может вернуть его на исправление.",
)
WRONG_STATUS = Text(
    az="Bu, indiki vəziyyətində mümkün deyil. Səhifəni yeniləyin.",
    en="This is not possible in its present status. Load the page again.",
    ru="В нынешнем статусе это невозможно. Обновите страницу.",
)
FOUR_EYES = Text(
    az="Öz hazırladığınızı təsdiqləyə bilməzsiniz.",
    en="You cannot approve what you prepared yourself.",
    ru="Нельзя утверждать то, что вы подготовили сами.",
)
FOUR_EYES_HELP = Text(
    az="Bunu başqa bir proqram direktoru etməlidir.",
    en="Another programme director has to do it.",
    ru="Это должен сделать другой директор программы.",
)
PUBLICATION_FIRST = Text(
    az="Əvvəlcə nəşrin özü dərc edilməlidir.",
    en="The publication itself has to be published first.",
    ru="Сначала нужно опубликовать само издание.",
)
REASON_NEEDED = Text(
    az="Səbəbi yazın: köhnə keçidlə gələn hər kəs onu oxuyacaq.",
    en="Write the reason: everybody who comes by an old link will read it.",
    ru="Укажите причину: её прочтёт каждый, кто придёт по старой ссылке.",
)
EDITION_EXISTS = Text(
    az="Bu dildə belə versiya artıq var.",
    en="There is such a version in this language already.",
    ru="Такая версия на этом языке уже есть.",
)
ORIGINAL_FILE_NEEDED = Text(
    az="Əslin dilində faylı seçin: digər dillər ondan tərcümədir.",
    en="Choose the file in the language of the original: the others are translated from it.",
    ru="Выберите файл на языке оригинала: остальные переведены с него.",
)
OWN_TRANSLATION = Text(
    az="Buraxılış öz tərcüməsi ola bilməz.",
    en="An edition cannot be the translation of itself.",
    ru="Выпуск не может быть переводом самого себя.",
)
UNKNOWN_CODE = Text(
    az="Siyahıdan birini seçin.", en="Choose one of the list.", ru="Выберите из списка."
)
COPIES_POSITIVE = Text(
    az="Nüsxələrin sayı ən azı 1 olmalıdır.",
    en="The number of copies must be 1 or more.",
    ru="Число экземпляров должно быть не меньше 1.",
)
STOCK_SHORT = Text(
    az="Anbarda yalnız {left} nüsxə qalıb.",
    en="Only {left} copies are in stock.",
    ru="В наличии только {left} экз.",
)
STOCK_SHORT_HELP = Text(
    az="Az sayda yazın və ya əvvəlcə yeni çapı qeydə alın.",
    en="Give fewer, or record a new printing first.",
    ru="Укажите меньше или сначала зарегистрируйте новый тираж.",
)
FUTURE_DAY = Text(
    az="Gün gələcəkdə ola bilməz.",
    en="The day cannot be in the future.",
    ru="День не может быть в будущем.",
)
NOT_GIVEN_OUT = Text(
    az="Qaralama və ya geri götürülmüş buraxılış paylanmır.",
    en="A draft or a withdrawn edition is not given out.",
    ru="Черновик или отозванный выпуск не распространяют.",
)
ALREADY_CANCELLED = Text(
    az="Bu qeyd artıq ləğv edilib.",
    en="This entry has been cancelled already.",
    ru="Эта запись уже отменена.",
)
NUMBER_USED = Text(
    az="Bu nəşrdə həmin nömrəli tövsiyə artıq var.",
    en="The publication has a recommendation of this number already.",
    ru="В издании уже есть рекомендация с таким номером.",
)
RESULT_NEEDED = Text(
    az="Nəticəni yazın: tövsiyədən nə alındı və ya niyə alınmadı.",
    en="Write the result: what became of it, or why nothing did.",
    ru="Укажите результат: что получилось или почему не получилось.",
)
EVIDENCE_NEEDED = Text(
    az="Sübut əlavə edin: keçid və ya fayl.",
    en="Add the evidence: a link or a file.",
    ru="Добавьте подтверждение: ссылку или файл.",
)
OWNER_NEEDED = Text(
    az="Kimin cavab verdiyini yazın.",
    en="Write who answers for it.",
    ru="Укажите, кто за это отвечает.",
)
EARLIER_REPORT = Text(
    az="Gün əvvəlki hesabatdan tez ola bilməz.",
    en="The day cannot be before the last report.",
    ru="День не может быть раньше прошлого отчёта.",
)
