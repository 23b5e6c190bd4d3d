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
    "hours": ("saat", ("hour", "hours"), ("час", "часа", "часов")),
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

_RUSSIAN_PLURALS: dict[Unit, str] = {
    "hours": "часы",
    "calendar_days": "календарные дни",
    "working_days": "рабочие дни",
    "months": "месяцы",
}
YES = Text(az="bəli", en="yes", ru="да")
NO = Text(az="xeyr", en="no", ru="нет")
CONFIDENCE_TEXTS: dict[Confidence, Text] = {
    "seen": Text(az="mənbədə oxunub", en="read in the source", ru="проверено по источнику"),
    "seen_in_part": Text(
        az="qismən təsdiqlənib", en="partly confirmed", ru="подтверждено частично"
    ),
    "weak": Text(az="zəif mənbə", en="weak source", ru="ненадёжный источник"),
    "unverified": Text(az="təsdiqlənməmiş qayda", en="unverified rule", ru="непроверенное правило"),
}


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


def unit_of(unit: Unit) -> Text:
    """A unit by itself, as a choice: in the plural, in Azerbaijani in the singular."""
    az, english, russian = _UNITS[unit]
    return Text(az=az, en=english[1], ru=_RUSSIAN_PLURALS.get(unit, russian[2]))


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
