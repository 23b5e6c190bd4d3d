"""What a table of observations consists of, in SDMX's own words.

Standard: SDMX 3.0 information model, section 2 (data structure definition).
"""

from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from korpu.kernel.texts import Text


@dataclass(frozen=True)
class CodeList:
    """A list of codes with titles.

    Attributes:
        codes: (code, title), in the order they are shown.
    """

    agency: str
    id: str
    version: str
    title: Text
    codes: tuple[tuple[str, Text], ...]

    @cached_property
    def ids(self) -> frozenset[str]:
        return frozenset(code for code, _ in self.codes)


@dataclass(frozen=True, slots=True)
class Component:
    """A dimension, a measure or an attribute.

    Attributes:
        codelist: where its codes come from; None for the time dimension and the observed value.
        kind: ``code``; ``time`` (an SDMX observational time period); ``number``.
    """

    id: str
    title: Text
    kind: Literal["code", "time", "number"]
    codelist: CodeList | None = None


@dataclass(frozen=True)
class DataStructure:
    """A data structure definition with one measure, its attributes attached to observations."""

    agency: str
    id: str
    version: str
    title: Text
    dimensions: tuple[Component, ...]
    measure: Component
    attributes: tuple[Component, ...]

    @property
    def components(self) -> tuple[Component, ...]:
        """Every component, in the order of the columns of SDMX-CSV."""
        return (*self.dimensions, self.measure, *self.attributes)

    @property
    def reference(self) -> str:
        """Such as ``SMS:READMISSION(1.0)``."""
        return f"{self.agency}:{self.id}({self.version})"
