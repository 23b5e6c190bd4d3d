"""The publications of the jurisdiction's projects, brought from their files into the tables.

A reload is a merge by field: a field that still holds what the file said last time takes what it
says now; one that people changed since stays as they left it.
"""

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from django.db import transaction

from korpu.domains.information.enums import Status
from korpu.domains.information.models import Edition, Publication, Series
from korpu.domains.information.services.indexing import index_publication
from korpu.domains.programmes.api import (
    DeclaredProject,
    DeclaredPublication,
    Precision,
    declared_projects,
    find_project,
)
from korpu.engines.azeri import slug
from korpu.foundations.accounts.api import Actor
from korpu.foundations.accounts.models import Compartment
from korpu.kernel.texts import LANGUAGES, Text

Values = dict[str, Any]
_SLUG_LENGTH = 120
_ISSUE = Text(
    az="{title}, {number}-ci sayı", en="{title}, issue {number}", ru="{title}, № {number}"
)
_COUNTED = Text(
    az="Mənbə yalnız {count} say olduğunu bildirir; nömrələr burada ardıcıllıqla verilib.",
    en="The source states only that there were {count}; the numbers are given here in order.",
    ru="Источник сообщает лишь, что выпусков было {count}; номера присвоены здесь по порядку.",
)


def load_publications(*, actor: Actor, at: datetime) -> int:
    """Bring every declared publication into the tables, public from the start.

    Every fact comes from something published. Loading again changes nothing. Returns how many
    publications the files declare, each issue of a series counted.

    Raises:
        DeclaredProjectError: a file is malformed.
        NotPermitted: the actor is not the service's own hand.
    """
    actor.check("information.publication.edit")
    count = 0
    with transaction.atomic():
        for project in declared_projects():
            for key, values in _rows(project):
                _merge(key, values, actor, at)
                count += 1
    return count


def _rows(project: DeclaredProject) -> Iterator[tuple[str, Values]]:
    ref = find_project(project.code)
    for declared in project.publications:
        key = f"{project.code}/{declared.id}"
        values = _values(declared) | {"project_uuid": ref.uuid if ref else None}
        if not declared.issue_count:
            yield key, values
            continue
        series = _series(declared)
        for number in range(1, declared.issue_count + 1):
            yield f"{key}/{number}", values | _issue(declared, series, number)


def _values(declared: DeclaredPublication) -> Values:
    official = {"title_az": declared.official_title} if declared.official_title else {}
    return {
        "kind": declared.kind,
        **_columns("title", declared.title),
        **official,
        "printed_in": ["az"] if declared.official_title else [],
        **_columns("author", declared.author),
        **_columns("note", declared.note),
        **_columns("given_to", declared.distributed_to),
        "source": declared.source,
        "statements": list(declared.statements),
        "editions": [list(declared.languages), declared.published],
    }


def _issue(declared: DeclaredPublication, series: Series, number: int) -> Values:
    title = _ISSUE.format(title=_title(declared), number=number)
    note = _COUNTED.format(count=declared.issue_count)
    return {
        **_columns("title", title),
        **_columns("note", note),
        "series": series,
        "number_in_series": number,
    }


def _title(declared: DeclaredPublication) -> Text:
    az = declared.official_title or declared.title.az
    return Text(az=az, en=declared.title.en, ru=declared.title.ru)


def _series(declared: DeclaredPublication) -> Series:
    titles = _columns("title", _title(declared))
    return Series.objects.get_or_create(slug=slug(titles["title_az"]), defaults=titles)[0]


def _columns(name: str, text: Text | None) -> dict[str, str]:
    return {f"{name}_{lang}": text.in_language(lang) if text else "" for lang in LANGUAGES}


def _merge(key: str, values: Values, actor: Actor, at: datetime) -> None:
    languages, issued = values.pop("editions")
    says = {name: value.slug if isinstance(value, Series) else value
            for name, value in values.items() if name != "project_uuid"}  # fmt: skip
    row = Publication.objects.filter(key=key).first()
    if row is None:
        row = _make(key, values, says, actor, at)
        _editions(row, languages, issued)
    elif row.declared != says:
        _follow(row, values, says, at)
    else:
        return
    index_publication(row)


def _make(key: str, values: Values, says: Values, actor: Actor, at: datetime) -> Publication:
    base = slug(values["title_az"])[:_SLUG_LENGTH].strip("-") or slug(key)
    taken = Publication.objects.filter(slug=base).exists()
    return Publication.objects.create(
        key=key,
        compartment=Compartment.objects.filter(business="programmes").earliest("pk"),
        slug=slug(key) if taken else base,
        declared=says,
        status=Status.PUBLISHED,
        created_by_id=actor.user_id,
        created_at=at,
        changed_at=at,
        published_by_id=actor.user_id,
        published_at=at,
        **values,
    )


def _follow(row: Publication, values: Values, says: Values, at: datetime) -> None:
    for name, value in values.items():
        present = getattr(row, name)
        now = present.slug if isinstance(present, Series) else present
        if name in says and now == row.declared.get(name):
            setattr(row, name, value)
    row.declared = says
    row.changed_at = at
    row.revision += 1
    row.save()


def _editions(row: Publication, languages: list[str], issued: Any) -> None:
    """One edition in each language the source names; one in none where it names none."""
    for tongues in [[one] for one in languages] or [[]]:
        Edition.objects.create(
            publication=row,
            version="1",
            position=1,
            languages=tongues,
            issued_on=issued.day if issued else None,
            issued_precision=Precision(issued.precision) if issued else Precision.DAY,
            status=Status.PUBLISHED,
            created_by=row.created_by,
            created_at=row.created_at,
            changed_at=row.created_at,
            published_by=row.created_by,
            published_at=row.created_at,
        )
