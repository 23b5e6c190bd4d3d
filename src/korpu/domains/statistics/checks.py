"""Rules of the room that Django checks at start: measures that fit what rooms publish."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Any

from django.apps import AppConfig
from django.core.checks import CheckMessage, Error, register

from korpu.domains.statistics.declarations import measures, release_rules
from korpu.domains.statistics.extracts import registered_extracts
from korpu.engines.measures.api import DeclarationError, Measure, Schema


@register()
def check_measures(*, app_configs: Sequence[AppConfig] | None, **_: Any) -> Iterable[CheckMessage]:
    """Every declaration can be read, and asks its extract for columns the extract has."""
    del app_configs
    try:
        declared = [*measures().values()]
        release_rules()
    except DeclarationError as error:
        return [
            Error(f"The declarations of statistics cannot be read: {error}", id="statistics.E001")
        ]
    published = registered_extracts()
    return [
        Error(
            f"The measure {measure.id} asks for {what}, which the extract {measure.extract} lacks.",
            hint="Correct the measure's file, or publish the column.",
            id="statistics.E002",
        )
        for measure in declared
        if measure.extract in published
        for what in lacking(measure, published[measure.extract].schema)
    ]


def lacking(measure: Measure, schema: Schema) -> Iterator[str]:
    """The columns a measure asks for that the extract has not, or not of that type."""
    kinds = {column.name: column.kind for column in schema.columns}
    wanted: list[tuple[str, type]] = [(measure.period_column, date)]
    wanted += [(column, str) for column in measure.where]
    for dimension in measure.dimensions:
        wanted.append((dimension.column, int if dimension.age_on else str))
        if dimension.age_on:
            wanted.append((dimension.age_on, date))
    for name, kind in wanted:
        if kinds.get(name) is not kind:
            yield f"{name} ({kind.__name__})"
