"""Lists taken from the libraries of their standards: nothing of them is typed here.

Countries come from ISO 3166 through ``pycountry``, their Azerbaijani and Russian names from the
Unicode CLDR through ``babel``; languages from ISO 639-1 in the same way.
"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from functools import cache
from importlib.metadata import version
from typing import Any

import pycountry
from babel import Locale

from korpu.foundations.codelists.declared import DeclaredCode, DeclaredList
from korpu.foundations.codelists.models.code_list import Confidence
from korpu.kernel.texts import Text

_FULL_DATE = 10


def countries() -> DeclaredList:
    """States and territories by ISO 3166-1 alpha-3; former ones (ISO 3166-3) with a last day."""
    return DeclaredList(
        name="countries",
        title=Text(az="Ölkələr", en="Countries", ru="Страны"),
        source="ISO 3166-1, ISO 3166-3 (pycountry); names: Unicode CLDR (babel)",
        version=f"pycountry {version('pycountry')}, babel {version('babel')}",
        confidence=Confidence.SEEN,
        codes=(*_present_countries(), *_former_countries()),
        sorted_by_title=True,
    )


def with_countries(declared: DeclaredList) -> DeclaredList:
    """A list of nationalities: the special codes it declares and every present country."""
    codes = (*declared.codes, *_present_countries())
    return replace(declared, codes=codes, sorted_by_title=True)


def languages() -> DeclaredList:
    """Languages by ISO 639-1, those the CLDR names in every language of the house."""
    return DeclaredList(
        name="languages",
        title=Text(az="Dillər", en="Languages", ru="Языки"),
        source="ISO 639-1 (pycountry); names: Unicode CLDR (babel)",
        version=f"pycountry {version('pycountry')}, babel {version('babel')}",
        confidence=Confidence.SEEN,
        codes=tuple(_languages()),
        sorted_by_title=True,
    )


def _present_countries() -> Iterator[DeclaredCode]:
    for country in pycountry.countries:
        name = getattr(country, "common_name", country.name)
        yield DeclaredCode(
            code=country.alpha_3,
            title=_named("territories", country.alpha_2, name),
            attributes={"alpha_2": country.alpha_2, "numeric": country.numeric},
        )


def _former_countries() -> Iterator[DeclaredCode]:
    present = {country.alpha_3 for country in pycountry.countries}
    for country in pycountry.historic_countries:
        if country.alpha_3 not in present:
            yield DeclaredCode(
                code=country.alpha_3,
                title=_named("territories", getattr(country, "alpha_2", ""), country.name),
                valid_until=_last_day(country.withdrawal_date),
                attributes={"alpha_4": country.alpha_4},
            )


def _languages() -> Iterator[DeclaredCode]:
    for language in pycountry.languages:
        code = getattr(language, "alpha_2", None)
        if code and all(code in _locale(tongue).languages for tongue in ("az", "en", "ru")):
            title = _named("languages", code, language.name)
            yield DeclaredCode(code=code, title=title, attributes={"alpha_3": language.alpha_3})


def _last_day(withdrawn: str) -> date:
    """ISO 3166-3 gives a day or only a year; of a year its last day is taken."""
    return date.fromisoformat(withdrawn if len(withdrawn) == _FULL_DATE else f"{withdrawn}-12-31")


def _named(kind: str, code: str, english: str) -> Text:
    """The CLDR's names; where it has none the English name of the standard stands in."""

    def name(language: str) -> str:
        found: Any = getattr(_locale(language), kind)
        return str(found.get(code, english))

    return Text(az=name("az"), en=name("en"), ru=name("ru"))


@cache
def _locale(language: str) -> Locale:
    return Locale(language)
