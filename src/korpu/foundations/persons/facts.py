"""Facts as they are handed over: what is said of a person, and who says so."""

from dataclasses import dataclass
from datetime import date

from korpu.foundations.persons.enums import FactKind, SourceKind


@dataclass(frozen=True, slots=True)
class Fact:
    """One statement. ``valid_until`` is the last day; None means unknown or without end."""

    kind: FactKind
    value: str
    valid_from: date | None = None
    valid_until: date | None = None


@dataclass(frozen=True, slots=True)
class Source:
    """Where facts come from.

    Attributes:
        kind: how weighty; decides which of two facts is preferred.
        note: which one, in words (``passport C01234567``, ``interview of 3 May``).
        confidential_to: key of the compartment that alone may read the facts; None: whoever reads
            the file. Confidential facts never appear in the person's columns or in the search.
    """

    kind: SourceKind
    note: str = ""
    confidential_to: int | None = None
