"""The public tables the jurisdiction declares, with source and licence."""

from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

from korpu.domains.statistics.reference_tables.table import PublicTable, TableColumn
from korpu.engines.measures.api import Reading
from korpu.foundations.accounts.api import jurisdiction_folder
from korpu.kernel.texts import Text


@dataclass(frozen=True, slots=True)
class PublicSource:
    """Where a table comes from and how it may be used.

    Attributes:
        shipped: the file that comes with the jurisdiction.
        retrieved_on: the day the shipped file was taken from the source.
    """

    table: PublicTable
    title: Text
    definition: Text
    publisher: str
    citation: str
    url: str
    licence: str
    licence_url: str
    changes: Text
    retrieved_on: date
    shipped: Path


@cache
def unhcr_population() -> PublicSource:
    """UNHCR's end-of-year stocks by country of origin and of asylum. Raises DeclarationError."""
    folder = jurisdiction_folder() / "data"
    data = Reading.of(folder / "unhcr-population.yaml")
    made = PublicSource(
        table=PublicTable(
            name=data.text("name"),
            columns=tuple(_column(each) for each in data.items("columns")),
            key=tuple(data.need("key")),
            smallest_count=data.number("smallest_count"),
        ),
        title=data.titles("title"),
        definition=data.titles("definition"),
        publisher=data.text("publisher"),
        citation=data.text("citation"),
        url=data.text("url"),
        licence=data.text("licence"),
        licence_url=data.text("licence_url"),
        changes=data.titles("changes"),
        retrieved_on=data.need("retrieved_on"),
        shipped=folder / data.text("shipped"),
    )
    data.end()
    return made


def _column(data: Reading) -> TableColumn:
    made = TableColumn(
        data.text("name"),
        data.choice("kind", ("year", "code", "country", "label", "count")),
        data.text("field"),
    )
    data.end()
    return made
