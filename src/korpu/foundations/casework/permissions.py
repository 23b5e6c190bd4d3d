"""What people may do with cases."""

from korpu.kernel.texts import Text

PERMISSIONS = {
    "casework.worklist.read": Text(
        az="İş siyahısını görmək", en="See the worklist", ru="Видеть список дел"
    ),
    "casework.worklist.export": Text(
        az="İş siyahısını fayl kimi yükləmək",
        en="Download the worklist as a file",
        ru="Выгружать список дел в файл",
    ),
    "casework.board.read": Text(
        az="İdarənin yükünü və müddətlərini görmək, işləri təhvil vermək",
        en="See the load and the deadlines of the office, hand caseloads over",
        ru="Видеть загрузку и сроки подразделения, передавать дела",
    ),
    "casework.case.read": Text(
        az="İdarənin və onunla paylaşılan işləri oxumaq",
        en="Read the cases of the office and those shared with it",
        ru="Читать дела подразделения и дела, к которым открыт доступ",
    ),
    "casework.case.follow": Text(
        az="Özünün göndərdiyi işin gedişini izləmək",
        en="Follow the cases one's own side has filed",
        ru="Следить за делами, поданными своей стороной",
    ),
    "casework.case.export": Text(
        az="İşi bütövlükdə fayl kimi çıxarmaq",
        en="Take a whole case out as a file",
        ru="Выгружать дело целиком в файл",
    ),
    "casework.case.open": Text(
        az="Ümumi səhifələrdə iş açmaq",
        en="Open cases on the general pages",
        ru="Открывать дела на общих страницах",
    ),
    "casework.case.assign": Text(
        az="İşi əməkdaşa həvalə etmək",
        en="Assign a case to somebody of the office",
        ru="Назначать дело сотруднику подразделения",
    ),
    "casework.case.share": Text(
        az="İşi başqa idarə və ya şəxslə müddətli paylaşmaq",
        en="Share a case with another office or person for a period",
        ru="Открывать дело другому подразделению или лицу на срок",
    ),
    "casework.deviation.allow": Text(
        az="Prosedurdan kənarlaşmanın qeydə alınmasına icazə vermək",
        en="Allow a deviation from the procedure to be recorded",
        ru="Разрешать запись отклонения от процедуры",
    ),
    "casework.enquiry.ask": Text(
        az="İş üzrə başqa quruma sorğu göndərmək",
        en="Ask another body about a case",
        ru="Направлять запрос по делу в другой орган",
    ),
    "casework.enquiry.answer": Text(
        az="Öz qurumuna göndərilən sorğulara cavab vermək",
        en="Answer questions put to one's own organisation",
        ru="Отвечать на запросы, направленные своей организации",
    ),
    "casework.note.add": Text(
        az="İşə qeyd yazmaq", en="Write notes on a case", ru="Писать заметки к делу"
    ),
    "casework.task.add": Text(
        az="İş üzrə tapşırıq vermək və tamamlamaq",
        en="Set and finish tasks on a case",
        ru="Ставить и завершать задания по делу",
    ),
    "casework.file.attach": Text(
        az="İşə fayl əlavə etmək", en="Attach files to a case", ru="Прикреплять файлы к делу"
    ),
    "casework.letter.send": Text(
        az="Hazır məktubu göndərmək",
        en="Send a letter that has been issued",
        ru="Отправлять подготовленное письмо",
    ),
}
