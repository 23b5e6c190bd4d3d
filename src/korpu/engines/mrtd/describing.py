"""Documents and printed zones from plain data, as they come in JSON."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from korpu.engines.mrtd.comparing import Printed
from korpu.engines.mrtd.layouts import Format
from korpu.engines.mrtd.writing import Document, PartialDate
from korpu.kernel.errors import InvalidInput
from korpu.kernel.texts import Message, Text

NOT_A_DOCUMENT = Text(
    az="Sənəd təsvirində səhv var.",
    en="The description of the document is wrong.",
    ru="В описании документа ошибка.",
)
MISSING = Text(az="Bu sahə yoxdur.", en="This field is missing.", ru="Этого поля нет.")
UNKNOWN_FIELD = Text(
    az="Belə sahə yoxdur.", en="There is no such field.", ru="Такого поля не существует."
)
NOT_A_DATE = Text(
    az="Tarixi İİİİ-AA-GG kimi yazın; naməlum hissə üçün ? qoyun.",
    en="Write the date as YYYY-MM-DD, with ? for an unknown part.",
    ru="Напишите дату как ГГГГ-ММ-ДД, неизвестную часть — знаком ?.",
)
NOT_TEXT = Text(az="Mətn olmalıdır.", en="It must be text.", ru="Должен быть текст.")
FORMATS = Text(
    az="Formatlardan biri: {formats}.", en="One of {formats}.", ru="Один из форматов: {formats}."
)
_DATE_PARTS = 3
_TEXTS = (
    *("document_code", "issuer", "primary", "secondary", "number", "nationality"),
    *("sex", "optional", "optional_2", "language"),
)
_PRINTED_TEXTS = (
    *("issuer", "number", "primary", "secondary"),
    *("nationality", "sex", "personal_number"),
)
_PRINTED_DATES = ("birth", "expiry", "issued_on")
_REQUIRED = ("document_code", "issuer", "primary", "number", "nationality", "sex")


def document_of(described: Mapping[str, Any]) -> Document:
    """A document from plain data.

    Raises:
        InvalidInput: a field is missing, unknown or of the wrong kind; all of them are named.
    """
    wrong: dict[str, Message] = {}
    known = {*_TEXTS, "format", "birth", "expiry", "filler_digit"}
    wrong |= {name: UNKNOWN_FIELD for name in described if name not in known}
    wrong |= {name: MISSING for name in (*_REQUIRED, "format", "birth", "expiry")
              if name not in described}  # fmt: skip
    texts = {name: described[name] for name in _TEXTS if name in described}
    wrong |= {name: NOT_TEXT for name, value in texts.items() if not isinstance(value, str)}
    formats = [each.value for each in Format]
    if described.get("format") not in formats:
        wrong["format"] = FORMATS.format(formats=", ".join(formats))
    birth, expiry = _date(described.get("birth")), _date(described.get("expiry"))
    wrong |= {name: NOT_A_DATE for name, day in (("birth", birth), ("expiry", expiry)) if not day}
    if isinstance(expiry, PartialDate):
        wrong["expiry"] = NOT_A_DATE
    if wrong or birth is None or not isinstance(expiry, date):
        raise InvalidInput(NOT_A_DOCUMENT, fields=wrong)
    filler = described.get("filler_digit") is True
    form = Format(described["format"])
    return Document(format=form, birth=birth, expiry=expiry, filler_digit=filler, **texts)


def _date(given: object) -> date | PartialDate | None:
    if not isinstance(given, str):
        return None
    try:
        return date.fromisoformat(given)
    except ValueError:
        return _partial_date(given.split("-"))


def _partial_date(parts: list[str]) -> PartialDate | None:
    known = [None if set(part) == {"?"} else part for part in parts]
    if len(parts) != _DATE_PARTS or not any(part is None for part in known):
        return None
    if any(part is not None and not (part.isascii() and part.isdigit()) for part in known):
        return None
    return PartialDate(*(None if part is None else int(part) for part in known))


def printed_of(described: Mapping[str, Any]) -> Printed:
    """A printed zone from plain data; what is left out or null is not compared.

    Raises:
        InvalidInput: a field is unknown or of the wrong kind; all of them are named.
    """
    given = {name: value for name, value in described.items() if value is not None}
    wrong: dict[str, Message] = {
        name: UNKNOWN_FIELD for name in given if name not in {*_PRINTED_TEXTS, *_PRINTED_DATES}
    }
    texts = {name: given[name] for name in _PRINTED_TEXTS if name in given}
    wrong |= {name: NOT_TEXT for name, value in texts.items() if not isinstance(value, str)}
    days = {name: _date(given[name]) for name in _PRINTED_DATES if name in given}
    wrong |= {
        name: NOT_A_DATE
        for name, day in days.items()
        if day is None or (name != "birth" and isinstance(day, PartialDate))
    }
    if wrong:
        raise InvalidInput(NOT_A_DOCUMENT, fields=wrong)
    return Printed(**texts, **days)  # type: ignore[arg-type]  # whole dates where they must be, by the check above
