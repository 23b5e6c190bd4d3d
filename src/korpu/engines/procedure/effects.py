"""What silence, or the lapse of a term, can mean."""

from korpu.kernel.texts import Text

EFFECT_TEXTS: dict[str, Text] = {
    "none": Text(
        az="Müddətin keçməsi özü-özlüyündə nəticə doğurmur.",
        en="Its lapse has no effect by itself.",
        ru="Истечение срока само по себе последствий не влечёт.",
    ),
    "deemed_agreed": Text(
        az="Cavab verilmədikdə razılıq verilmiş sayılır.",
        en="Without a reply, agreement is deemed given.",
        ru="При отсутствии ответа согласие считается данным.",
    ),
    "deemed_no_objection": Text(
        az="Rəy bildirilmədikdə etiraz olunmadığı sayılır.",
        en="Without an opinion, no objection is deemed raised.",
        ru="При отсутствии заключения считается, что возражений нет.",
    ),
    "deemed_document_accepted": Text(
        az="Sənəd verilmədikdə sorğu edən tərəfin sənədi qəbul edilmiş sayılır.",
        en="Without the document, the requesting side's document is deemed accepted.",
        ru="При невыдаче документа принимается документ запрашивающей стороны.",
    ),
    "document_expires": Text(
        az="Sənəd qüvvədən düşür.", en="The document expires.", ru="Документ утрачивает силу."
    ),
    "permit_cancelled": Text(
        az="İcazə ləğv edilir.", en="The permit is cancelled.", ru="Разрешение аннулируется."
    ),
    "permit_invalid": Text(
        az="İcazə etibarsız sayılır.",
        en="The permit becomes invalid.",
        ru="Разрешение становится недействительным.",
    ),
    "refusal_or_cancellation": Text(
        az="Bu, imtina və ya ləğv üçün əsas olur.",
        en="It becomes a ground for refusal or cancellation.",
        ru="Это становится основанием для отказа или аннулирования.",
    ),
    "stay_unlawful": Text(
        az="Ölkədə qalma qanunsuz olur.",
        en="The stay becomes unlawful.",
        ru="Пребывание становится незаконным.",
    ),
    "deregistered": Text(
        az="Şəxs qeydiyyatdan çıxmış sayılır.",
        en="The person counts as deregistered.",
        ru="Лицо считается снятым с учёта.",
    ),
    "decision_final": Text(
        az="Qərar qəti olur.",
        en="The decision becomes final.",
        ru="Решение становится окончательным.",
    ),
    "suit_admissible": Text(
        az="Bundan sonra məhkəməyə müraciət etmək olar.",
        en="From then on the person may go to court.",
        ru="После этого можно обратиться в суд.",
    ),
    "sanction_possible": Text(
        az="Cərimə tətbiq edilə bilər.", en="A fine is possible.", ru="Возможен штраф."
    ),
    "restriction_ends": Text(
        az="Məhdudiyyət qüvvədən düşür.",
        en="The restriction ends.",
        ru="Ограничение прекращается.",
    ),
    "release_required": Text(
        az="Şəxs azad edilməlidir.",
        en="The person must be released.",
        ru="Лицо должно быть освобождено.",
    ),
    "removal_possible": Text(
        az="Məcburi çıxarma mümkün olur.",
        en="Enforced removal becomes possible.",
        ru="Становится возможным принудительное выдворение.",
    ),
    "right_lapses": Text(
        az="Müraciət hüququ itirilir.",
        en="The right to apply lapses.",
        ru="Право на обращение утрачивается.",
    ),
    "escalate": Text(
        az="Rəhbər şəxsə bildirilir.",
        en="It is brought to the attention of the person in charge.",
        ru="Об этом сообщается ответственному лицу.",
    ),
    "unknown": Text(
        az="Müddətin keçməsinin nəticəsi məlum deyil; qərarı insan verir.",
        en="What its lapse means is not known; a person decides.",
        ru="Последствия истечения срока неизвестны; решение принимает человек.",
    ),
}
"""What the lapse of a term can mean; a declaration names one of these."""
