"""Bringing the database in line with the declared lists."""

from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta
from importlib.resources import files
from pathlib import Path

from django.db import transaction

from korpu.foundations.codelists import standards
from korpu.foundations.codelists.declared import DeclaredCode, DeclaredList, read_folder
from korpu.foundations.codelists.models import Code, CodeList
from korpu.kernel.errors import InvalidInput
from korpu.kernel.texts import LANGUAGES

_GENERIC = Path(str(files("korpu.foundations.codelists"))) / "generic"
_JURISDICTION = Path(str(files("korpu"))) / "jurisdictions" / "az" / "codelists"
_LOADED = (
    "title_az",
    "title_en",
    "title_ru",
    "valid_from",
    "valid_until",
    "position",
    "attributes",
)


def declared_lists() -> Iterator[DeclaredList]:
    """Every list of the installation: the standards', the house's own, the jurisdiction's.

    Raises:
        InvalidInput: a file is wrong, or two declare the same list.
    """
    seen: set[str] = set()
    for declared in _all():
        if declared.name in seen:
            raise InvalidInput(f"The code list {declared.name!r} is declared twice.")
        seen.add(declared.name)
        yield declared


def load_codelists(*, at: datetime, lists: Iterable[DeclaredList] | None = None) -> list[str]:
    """Write the declared lists where they differ from what is loaded; run by owner or system actor.

    A code that is no longer declared ends on the day before ``at`` and stays readable; one declared
    again runs again. Repeating it changes nothing.

    Returns:
        The names of the lists that changed.
    """
    with transaction.atomic():
        known = dict(CodeList.objects.values_list("name", "digest"))
        changed = [one for one in (lists or declared_lists()) if known.get(one.name) != one.digest]
        for declared in changed:
            _write(declared, at)
    return [declared.name for declared in changed]


def _all() -> Iterator[DeclaredList]:
    yield standards.countries()
    yield standards.languages()
    for declared in read_folder(_GENERIC):
        is_nationality = declared.name == "nationalities"
        yield standards.with_countries(declared) if is_nationality else declared
    yield from read_folder(_JURISDICTION)


def _write(declared: DeclaredList, at: datetime) -> None:
    row, _ = CodeList.objects.update_or_create(
        name=declared.name,
        defaults={
            **{f"title_{lang}": declared.title.in_language(lang) for lang in LANGUAGES},
            "source": declared.source,
            "version": declared.version,
            "confidence": declared.confidence,
            "digest": declared.digest,
            "loaded_at": at,
        },
    )
    Code.objects.bulk_create(
        [
            _code(row, code, 0 if declared.sorted_by_title else place)
            for place, code in enumerate(declared.codes, start=1)
        ],
        update_conflicts=True,
        unique_fields=("list", "code"),
        update_fields=_LOADED,
    )
    _end_withdrawn(row, declared, at)


def _code(row: CodeList, code: DeclaredCode, position: int) -> Code:
    return Code(
        list=row,
        code=code.code,
        title_az=code.title.az,
        title_en=code.title.en,
        title_ru=code.title.ru,
        valid_from=code.valid_from,
        valid_until=code.valid_until,
        position=position,
        attributes=dict(code.attributes),
    )


def _end_withdrawn(row: CodeList, declared: DeclaredList, at: datetime) -> None:
    gone = row.codes.exclude(code__in=[code.code for code in declared.codes])
    last_day = at.date() - timedelta(days=1)
    gone.filter(valid_until__isnull=True).update(valid_until=last_day)
