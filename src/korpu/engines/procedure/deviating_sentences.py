"""Why something that happened out of order cannot be recorded as a deviation."""

from korpu.kernel.texts import Text

FITS = Text(
    az="“{act}” bu mərhələdə prosedura uyğundur: onu adi qaydada qeydə alın.",
    en="“{act}” fits the procedure at this point: record it in the ordinary way.",
    ru="«{act}» на этом этапе соответствует процедуре: зафиксируйте его обычным порядком.",
)
NEVER = Text(
    az="“{act}” kənarlaşma kimi qeydə alına bilməz.",
    en="“{act}” cannot be recorded as a deviation.",
    ru="«{act}» нельзя зафиксировать как отклонение.",
)
DECISION_BETWEEN = Text(
    az="“{act}” hərəkətindən əvvəl “{step}” olmalıdır; qərar və başqasının rəyi ötürülə bilməz.",
    en="“{step}” comes before “{act}”; a decision, or somebody else's part, is never left out.",
    ru="До «{act}» должно быть «{step}»; решение и чужое участие пропустить нельзя.",
)
NOT_AHEAD = Text(
    az="İşin indiki vəziyyətindən “{act}” hərəkətinə yol yoxdur.",
    en="No way leads from where the case stands to “{act}”.",
    ru="От нынешнего положения дела к «{act}» пути нет.",
)
