"""Dates, quantities and set phrases in three languages."""

from datetime import date

from korpu.engines.procedure.model import Citation, Confidence, Unit
from korpu.kernel.texts import Text

_ENGLISH_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip

# Singular and plural in English; one, few and many in Russian; Azerbaijani counts in the singular.
_UNITS: dict[Unit, tuple[str, tuple[str, str], tuple[str, str, str]]] = {
    "calendar_days": (
        "təqvim günü",
        ("calendar day", "calendar days"),
        ("календарный день", "календарных дня", "календарных дней"),
    ),
    "working_days": (
        "iş günü",
        ("working day", "working days"),
        ("рабочий день", "рабочих дня", "рабочих дней"),
    ),
    "months": ("ay", ("month", "months"), ("месяц", "месяца", "месяцев")),
    "times": ("dəfə", ("time", "times"), ("раз", "раза", "раз")),
}

CONFIDENCE_TEXTS: dict[Confidence, Text] = {
    "seen": Text(az="mənbədə oxunub", en="read in the source", ru="проверено по источнику"),
    "seen_in_part": Text(
        az="qismən təsdiqlənib", en="partly confirmed", ru="подтверждено частично"
    ),
    "weak": Text(az="zəif mənbə", en="weak source", ru="ненадёжный источник"),
    "unverified": Text(az="təsdiqlənməmiş qayda", en="unverified rule", ru="непроверенное правило"),
}

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


def dated(day: date) -> Text:
    """A day as each language writes it in official papers."""
    numeric = f"{day:%d.%m.%Y}"
    english = f"{day.day} {_ENGLISH_MONTHS[day.month - 1]} {day.year}"
    return Text(az=numeric, en=english, ru=numeric)


def counted(quantity: int, unit: Unit) -> Text:
    """A number with its unit in the right form: ``1 working day``, ``2 рабочих дня``."""
    az, english, russian = _UNITS[unit]
    return Text(
        az=f"{quantity} {az}",
        en=f"{quantity} {english[quantity != 1]}",
        ru=f"{quantity} {russian[_russian_form(quantity)]}",
    )


def cited(citation: Citation) -> Text:
    """Instrument, article and, unless it was read in the source, how sure we are."""
    place = (
        f"{citation.instrument}, {citation.article}" if citation.article else citation.instrument
    )
    if citation.confidence == "seen":
        return Text(az=place, en=place, ru=place)
    mark = CONFIDENCE_TEXTS[citation.confidence]
    return Text(az=f"{place} ({mark.az})", en=f"{place} ({mark.en})", ru=f"{place} ({mark.ru})")


def joined(texts: list[Text], separator: str) -> Text:
    """Several texts as one."""
    return Text(
        az=separator.join(text.az for text in texts),
        en=separator.join(text.en for text in texts),
        ru=separator.join(text.ru for text in texts),
    )


def _russian_form(quantity: int) -> int:
    if 11 <= quantity % 100 <= 14:  # noqa: PLR2004  # Russian grammar: the teens count as many
        return 2
    return {1: 0, 2: 1, 3: 1, 4: 1}.get(quantity % 10, 2)
