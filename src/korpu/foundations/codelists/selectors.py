from collections.abc import Mapping
from datetime import date
from typing import Literal

from django.db.models import Q, QuerySet

from korpu.engines.azeri import az_sort_key
from korpu.foundations.codelists.models import Code, CodeList
from korpu.kernel.errors import NotFound
from korpu.kernel.texts import Language, Text

CountryCode = Literal["alpha_3", "alpha_2", "numeric"]


def choices(list_name: str, *, on: date, language: Language) -> list[tuple[str, str]]:
    """Code and title of the codes valid on a day, in the list's order or else by title.

    Titles are sorted by the Azerbaijani alphabet in Azerbaijani, by code point otherwise. Empty
    when nothing is valid on that day.

    Raises:
        NotFound: there is no such list.
    """
    rows = _valid(list_name, on)
    found = [(row.position, row.title.in_language(language), row.code) for row in rows]
    if not found and not CodeList.objects.filter(name=list_name).exists():
        raise NotFound(f"There is no code list {list_name!r}.")
    order = az_sort_key if language == "az" else str.casefold
    return [(code, title) for _, title, code in sorted(found, key=lambda at: (at[0], order(at[1])))]


def country_choices(
    *, on: date, language: Language, standard: CountryCode = "alpha_3"
) -> list[tuple[str, str]]:
    """Countries of a day by name, under the code of ISO 3166-1 a form or a standard asks for."""
    named = choices("countries", on=on, language=language)
    if standard == "alpha_3":
        return named
    codes = Code.objects.filter(list_id="countries").values_list("code", "attributes")
    other = {code: str(more[standard]) for code, more in codes if standard in more}
    return [(other[code], name) for code, name in named if code in other]


def title(list_name: str, code: str) -> Text:
    """The title of a code, valid or ended; an unknown code is its own title."""
    row = Code.objects.filter(list_id=list_name, code=code).first()
    return row.title if row else Text(az=code, en=code, ru=code)


def titles(list_name: str) -> Mapping[str, Text]:
    """Every code of a list with its title, ended ones included, in one query."""
    return {row.code: row.title for row in Code.objects.filter(list_id=list_name)}


def attributes(list_name: str, code: str) -> Mapping[str, object]:
    """What else the list says of a code, such as ``alpha_2`` of a country; empty when unknown."""
    row = Code.objects.filter(list_id=list_name, code=code).first()
    return row.attributes if row else {}


def attributes_by_code(list_name: str) -> Mapping[str, Mapping[str, object]]:
    """Every code of a list with what else the list says of it, in one query."""
    return {row.code: row.attributes for row in Code.objects.filter(list_id=list_name)}


def is_valid(list_name: str, code: str, *, on: date) -> bool:
    """Whether the code exists in the list and runs on that day."""
    return _valid(list_name, on).filter(code=code).exists()


def is_known(list_name: str, code: str) -> bool:
    """Whether the code is in the list, ended or not: for what happened in the past."""
    return Code.objects.filter(list_id=list_name, code=code).exists()


def all_lists() -> QuerySet[CodeList]:
    return CodeList.objects.order_by("name")


def codes_of(list_name: str) -> tuple[CodeList, QuerySet[Code]]:
    """A list and all its codes, ended ones included.

    Raises:
        NotFound: there is no such list.
    """
    row = CodeList.objects.filter(name=list_name).first()
    if row is None:
        raise NotFound(f"There is no code list {list_name!r}.")
    return row, row.codes.order_by("position", "code")


def _valid(list_name: str, on: date) -> QuerySet[Code]:
    return Code.objects.filter(
        Q(valid_from__isnull=True) | Q(valid_from__lte=on),
        Q(valid_until__isnull=True) | Q(valid_until__gte=on),
        list_id=list_name,
    )
