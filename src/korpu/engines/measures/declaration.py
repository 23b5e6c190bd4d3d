"""What a measure is: which rows it counts, along which dimensions, under which rules."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from korpu.kernel.texts import Text

Confidence = Literal["seen", "seen_in_part", "weak", "unverified"]
Additivity = Literal["each_cell", "from_parts"]


@dataclass(frozen=True, slots=True)
class Basis:
    """The law or standard a rule rests on, and how sure we are of having read it."""

    instrument: str
    article: str
    confidence: Confidence
    note: str


@dataclass(frozen=True, slots=True)
class Code:
    """One class of a classification.

    Attributes:
        values: what an extract may say for it; its own id when nothing else is declared.
        from_age, until_age: completed years, both inclusive; None where it is no age group or
            the group is open at that end.
    """

    id: str
    title: Text
    values: tuple[str, ...]
    from_age: int | None = None
    until_age: int | None = None


@dataclass(frozen=True)
class Classification:
    """A list of codes along which something is counted.

    Attributes:
        kind: ``list`` (declared codes), ``ages`` (bands of completed years) or ``countries``
            (any ISO 3166-1 alpha-3 code; only those that occur are shown).
        unknown: the code of a missing value; None: a value is always required.
        digest: SHA-256 of the declaring file.
    """

    id: str
    version: str
    title: Text
    kind: Literal["list", "ages", "countries"]
    codes: tuple[Code, ...]
    unknown: str | None
    source: str
    digest: str

    @cached_property
    def by_value(self) -> Mapping[str, str]:
        """What an extract says → the code it is counted under."""
        return {value: code.id for code in self.codes for value in code.values}

    def title_of(self, code: str) -> Text | None:
        return next((c.title for c in self.codes if c.id == code), None)


@dataclass(frozen=True, slots=True)
class Dimension:
    """One axis of a measure.

    Attributes:
        column: the extract's column; a year of birth when ``age_on`` is given.
        age_on: the date column at which the age is taken. Age is the year of that date less the
            year of birth: extracts carry no day of birth.
    """

    id: str
    title: Text
    column: str
    classification: Classification
    age_on: str | None = None


@dataclass(frozen=True, slots=True)
class Measure:
    """One published count.

    Attributes:
        period_column: the date that says which period a row belongs to.
        frequency: ``Q`` quarter, ``M`` month, ``A`` year. Standard: SDMX CL_FREQ.
        where: keep only rows whose column holds one of these values; empty keeps all.
        digest: SHA-256 of the declaring file.
    """

    id: str
    version: str
    title: Text
    definition: Text
    unit: Text
    extract: str
    period_column: str
    frequency: Literal["Q", "M", "A"]
    where: Mapping[str, tuple[str, ...]]
    dimensions: tuple[Dimension, ...]
    basis: tuple[Basis, ...]
    digest: str


@dataclass(frozen=True, slots=True)
class Protection:
    """How small counts are protected in one release.

    Attributes:
        threshold: counts from 1 up to, but not including, this number are withheld.
        minimum_interval: how many units of doubt must remain about every withheld count for
            somebody who knows all published ones; at least 1.
        rounding_base: published counts are rounded to a multiple of this; 1 rounds nothing.
        additivity: ``each_cell`` rounds every figure by itself, totals too, so parts may not add
            up to their total; ``from_parts`` adds the rounded parts up again, so totals are
            additive and further from the truth.
    """

    threshold: int
    minimum_interval: int
    rounding_base: int
    additivity: Additivity
