"""What the assistance room says when something is wrong."""

from korpu.kernel.texts import Text

PLAN_OVER_CEILING = Text(
    az="“{phase}” mərhələsi üzrə sətirlərin cəmi {sum} avrodur, tarif isə {ceiling} avroya icazə "
    "verir. Sətirləri azaldın.",
    en="The lines for “{phase}” add up to EUR {sum}; the tariff allows EUR {ceiling}. Lower them.",
    ru="Сумма строк этапа «{phase}» составляет {sum} евро, тариф допускает {ceiling} евро. "
    "Уменьшите суммы.",
)
NO_LINES = Text(
    az="Planda ən azı bir ehtiyac və bir büdcə sətri olmalıdır.",
    en="A plan needs at least one need and one budget line.",
    ru="В плане должны быть хотя бы одна потребность и одна строка бюджета.",
)
LINE_WITHOUT_NEED = Text(
    az="Hər sətir planın ehtiyaclarından birinə aid olmalıdır.",
    en="Each line must answer one of the plan's needs.",
    ru="Каждая строка должна отвечать одной из потребностей плана.",
)
AMOUNT_NOT_POSITIVE = Text(
    az="Məbləğ sıfırdan böyük olmalıdır.",
    en="The amount must be more than zero.",
    ru="Сумма должна быть больше нуля.",
)
DELIVERED_LINE_CHANGED = Text(
    az="Çatdırılmış sətir dəyişdirilə və ya azaldıla bilməz.",
    en="A line already delivered on cannot be dropped or lowered.",
    ru="Строку с уже выполненной выдачей нельзя удалить или уменьшить.",
)
DELIVERY_OVER_LINE = Text(
    az="Bu sətirdə {left} avro qalıb; çatdırılma ondan çox ola bilməz.",
    en="EUR {left} are left on this line; a delivery cannot be more.",
    ru="В этой строке осталось {left} евро; выдача не может быть больше.",
)
NOT_A_LINE_OF_THIS_PLAN = Text(
    az="Bu sətir təsdiq edilmiş plana aid deyil.",
    en="This line is not part of the approved plan.",
    ru="Эта строка не относится к утверждённому плану.",
)
PROOF_MISSING = Text(
    az="Qayıdan şəxsin imzaladığı çatdırılma aktını əlavə edin.",
    en="Attach the delivery note signed by the returnee.",
    ru="Приложите акт выдачи, подписанный вернувшимся.",
)
NO_OPEN_DELIVERY = Text(
    az="Təsdiq gözləyən belə çatdırılma yoxdur.",
    en="No such delivery waits for confirmation.",
    ru="Нет выдачи, ожидающей подтверждения.",
)
OWN_DELIVERY = Text(
    az="Çatdırılmanı qeydə alan şəxs onu təsdiq edə bilməz.",
    en="Whoever recorded a delivery cannot confirm it.",
    ru="Тот, кто зарегистрировал выдачу, не может её подтвердить.",
)
NOT_A_MENTOR = Text(
    az="Bu şəxsin həmin müddətdə qüvvədə olan mentor müqaviləsi yoxdur.",
    en="This person holds no mentor's contract for that period.",
    ru="У этого лица нет договора наставника на указанный период.",
)
NOT_A_MENTOR_HELP = Text(
    az="Müddəti mentorun müqaviləsinin tarixləri daxilində seçin.",
    en="Choose a period within the dates of the mentor's contract.",
    ru="Выберите период в пределах срока договора наставника.",
)
MENTOR_OVERLAP = Text(
    az="Həmin müddətdə başqa mentor təyin olunub.",
    en="Another mentor is assigned in that period.",
    ru="На этот период назначен другой наставник.",
)
NO_MENTOR = Text(
    az="Qüvvədə olan mentor təyinatı yoxdur.",
    en="No mentor is assigned at present.",
    ru="Сейчас наставник не назначен.",
)
FUTURE_DATE = Text(
    az="Tarix gələcəkdə ola bilməz.",
    en="The date cannot be in the future.",
    ru="Дата не может быть в будущем.",
)
BEFORE_OPENING = Text(
    az="Tarix dəstəyin açıldığı gündən ({opened_on}) əvvəl ola bilməz.",
    en="The date cannot be before support was opened ({opened_on}).",
    ru="Дата не может быть раньше открытия поддержки ({opened_on}).",
)
REFERRAL_SETTLED = Text(
    az="Bu müraciət artıq həll olunub.",
    en="This referral has been settled already.",
    ru="Это направление уже рассмотрено.",
)
SUPPORTED_ELSEWHERE = Text(
    az="Bu şəxsin açıq dəstək planı var. Eyni mərhələ iki dəfə ödənilə bilməz.",
    en="This person has an open support plan. The same phase cannot be paid twice.",
    ru="У этого лица есть открытый план поддержки. Один этап нельзя оплатить дважды.",
)
SAFETY_TASK = Text(
    az="Mentor təhlükəsizliklə bağlı narahatlıq bildirib: dərhal əlaqə saxlayın",
    en="The mentor worries about somebody's safety: make contact at once",
    ru="Наставник сообщил об опасении за безопасность: свяжитесь немедленно",
)
