"""Who may, whatever the status of a case."""

from korpu.kernel.texts import Text

READ_APPLICATION = "readmission.application.read"
SUBMIT_APPLICATION = "readmission.application.submit"
ENTER_APPLICATION = "readmission.application.enter"
READ_NEEDS = "readmission.needs.read"
CHECK_IDENTITY = "readmission.identity.check"
READ_JOURNEY = "readmission.journey.read"
MANAGE_TOKENS = "readmission.token.manage"
READ_EXCHANGE = "readmission.exchange.read"
AUDIT_EXCHANGE = "readmission.ledger.read"
RELEASE_STATEMENT = "readmission.exchange.release"
READ_ALERT = "readmission.alert.read"

PERMISSIONS = {
    READ_APPLICATION: Text(
        az="Readmissiya müraciətini oxumaq",
        en="Read a readmission application",
        ru="Читать ходатайство о реадмиссии",
    ),
    SUBMIT_APPLICATION: Text(
        az="Sorğu edən dövlətin adından müraciət göndərmək",
        en="Submit an application for a requesting state",
        ru="Подавать ходатайство от имени запрашивающего государства",
    ),
    ENTER_APPLICATION: Text(
        az="Kağız üzərində daxil olmuş müraciəti qeydə almaq",
        en="Enter an application received on paper",
        ru="Регистрировать ходатайство, поступившее на бумаге",
    ),
    READ_NEEDS: Text(
        az="Sağlamlıq və qayğı ehtiyacları barədə məlumatı oxumaq",
        en="Read health and care needs",
        ru="Читать сведения о потребностях в уходе и лечении",
    ),
    CHECK_IDENTITY: Text(
        az="Şəxsin kimliyini yoxlamaq və müəyyən etmək",
        en="Check and confirm a person's identity",
        ru="Проверять и подтверждать личность",
    ),
    READ_JOURNEY: Text(
        az="Yol sənədi, təhvil və gəliş barədə məlumatı oxumaq",
        en="Read of the travel document, the transfer and the arrival",
        ru="Читать сведения о проездном документе, передаче и прибытии",
    ),
    MANAGE_TOKENS: Text(
        az="Sorğu edən orqanların sistem açarlarını idarə etmək",
        en="Manage the machine tokens of requesting authorities",
        ru="Управлять машинными ключами запрашивающих органов",
    ),
    READ_EXCHANGE: Text(
        az="İş üzrə xaricə nə göndərildiyini oxumaq",
        en="Read what of a case was received abroad",
        ru="Читать, что по делу передано за рубеж",
    ),
    AUDIT_EXCHANGE: Text(
        az="Xaricə məlumat ötürülməsinin bütün reyestrini oxumaq",
        en="Read the whole ledger of data received abroad",
        ru="Читать весь реестр передачи данных за рубеж",
    ),
    RELEASE_STATEMENT: Text(
        az="Şəxsə onun barəsində nəyin göndərildiyi haqqında arayış vermək",
        en="Hand a person the statement of what was received about them",
        ru="Выдавать лицу справку о том, что о нём передано",
    ),
    READ_ALERT: Text(
        az="Müdafiə qeydindən əvvəl nəyin göndərildiyini oxumaq",
        en="Read what had left before a protection hold",
        ru="Читать, что было передано до отметки о защите",
    ),
}
