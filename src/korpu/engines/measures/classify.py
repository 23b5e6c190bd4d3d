"""From what an extract says to the code it is counted under."""

import re

from korpu.engines.measures.declaration import Classification
from korpu.kernel.errors import InvalidInput
from korpu.kernel.texts import Text

_COUNTRY = re.compile(r"[A-Z]{3}")


def code_of(classification: Classification, value: str | int | None) -> str:
    """The code a value is counted under.

    Args:
        classification: its ``kind`` says what ``value`` is.
        value: a code; for ``ages`` completed years; None: not known.

    Raises:
        InvalidInput: no code takes this value: nothing is counted on a guess.
    """
    code = _find(classification, value)
    if code is None:
        raise InvalidInput(
            _UNLISTED.format(title=classification.title),
            _WHAT_TO_DO.format(file=classification.id),
            facts={"classification": classification.id},
        )
    return code


def _find(classification: Classification, value: str | int | None) -> str | None:
    if value is None:
        return classification.unknown
    if isinstance(value, int):
        return _band(classification, value)
    if classification.kind == "countries":
        return value if _COUNTRY.fullmatch(value) else None
    return classification.by_value.get(value)


def _band(classification: Classification, age: int) -> str | None:
    for code in classification.codes:
        if code.from_age is None and code.until_age is None:
            continue
        if (code.from_age or 0) <= age and (code.until_age is None or age <= code.until_age):
            return code.id
    return None


_UNLISTED = Text(
    az="“{title}” təsnifatında bu dəyər üçün kod yoxdur.",
    en="The classification “{title}” has no code for a value in the extract.",
    ru="В классификации «{title}» нет кода для значения из выгрузки.",
)
_WHAT_TO_DO = Text(
    az="Dəyəri “{file}” təsnifatına əlavə edin və ya çıxarışı düzəldin; heç nə təxminən sayılmır.",
    en="Add the value to the classification “{file}” or correct the extract; nothing is guessed.",
    ru="Добавьте значение в классификацию «{file}» или исправьте выгрузку; догадки не допускаются.",
)
