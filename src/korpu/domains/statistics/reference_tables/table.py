"""A public table of another body: its columns, and what each cell may hold."""

from dataclasses import dataclass
from typing import Literal

Kind = Literal["year", "code", "country", "label", "count"]


@dataclass(frozen=True, slots=True)
class TableColumn:
    """One column.

    Attributes:
        name: as the source writes it.
        kind: ``year``; ``code`` (kept letter for letter: ``NA`` is a code, not a gap); ``country``
            (ISO 3166-1 alpha-3 or the source's own for what is no country); ``label``; ``count``
            (a whole number; empty means no figure, which is not zero).
        field: name of the column where it is kept.
    """

    name: str
    kind: Kind
    field: str


@dataclass(frozen=True, slots=True)
class PublicTable:
    """How a table is read.

    Attributes:
        key: the columns that together name one row.
        smallest_count: the source publishes no count between zero and this one; one that is smaller
            means that the file is not what was published.
    """

    name: str
    columns: tuple[TableColumn, ...]
    key: tuple[str, ...]
    smallest_count: int
