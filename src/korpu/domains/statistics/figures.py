"""A run's cells as a table somebody can read: headings in words, every figure with its place."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import product

from korpu.domains.statistics.enums import Treatment
from korpu.domains.statistics.models import Cell
from korpu.engines.measures.api import TOTAL, Dimension, Measure
from korpu.foundations.codelists.api import titles
from korpu.kernel.texts import Text

TOTAL_TITLE = Text(az="Cəmi", en="Total", ru="Всего")
Codes = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Figure:
    """One cell as it is shown.

    Attributes:
        place: its place in the table, by which its lineage is found.
        value: None when withheld.
        count: the true count, for those who may know it; None otherwise.
    """

    codes: Codes
    place: int
    value: int | None
    treatment: Treatment
    count: int | None = None

    @property
    def is_withheld(self) -> bool:
        return self.treatment == Treatment.WITHHELD

    @property
    def is_total(self) -> bool:
        return TOTAL in self.codes


@dataclass(frozen=True)
class FigureTable:
    """The figures of one run.

    Attributes:
        figures: by their codes; every combination of the axes is there.
        countries: names of countries by code.
    """

    measure: Measure
    figures: Mapping[Codes, Figure]
    countries: Mapping[str, Text]

    @cached_property
    def axes(self) -> tuple[tuple[str, ...], ...]:
        """The codes of each dimension in the order of the table, the total last."""
        return tuple(tuple(dict.fromkeys(axis)) for axis in zip(*self.figures, strict=True))

    def title(self, dimension: Dimension, code: str) -> Text:
        """What a code means; of an unknown country the code itself."""
        if code == TOTAL:
            return TOTAL_TITLE
        known = dimension.classification.title_of(code)
        return known or self.countries.get(code, Text(az=code, en=code, ru=code))

    def titles_of(self, codes: Codes) -> tuple[tuple[Dimension, Text], ...]:
        """Each dimension with the meaning of its code."""
        pairs = zip(self.measure.dimensions, codes, strict=True)
        return tuple((dimension, self.title(dimension, code)) for dimension, code in pairs)

    @property
    def columns(self) -> tuple[Text, ...]:
        """The headings of the figures: the last dimension."""
        return tuple(self.title(self.measure.dimensions[-1], code) for code in self.axes[-1])

    @property
    def row_dimensions(self) -> tuple[Dimension, ...]:
        """The dimensions that name a row: all but the last."""
        return self.measure.dimensions[:-1]

    @property
    def rows(self) -> Iterable[tuple[tuple[Text, ...], tuple[Figure, ...]]]:
        """Headings and figures of each row, totals last."""
        for codes in product(*self.axes[:-1]):
            headings = tuple(
                self.title(dimension, code)
                for dimension, code in zip(self.row_dimensions, codes, strict=True)
            )
            yield headings, tuple(self.figures[(*codes, code)] for code in self.axes[-1])

    @property
    def total(self) -> Figure:
        return self.figures[(TOTAL,) * len(self.measure.dimensions)]

    def has(self, treatment: str) -> bool:
        return any(figure.treatment == treatment for figure in self.figures.values())

    @property
    def has_no_rows(self) -> bool:
        return all(figure.value == 0 for figure in self.figures.values())


def figure_table(
    measure: Measure, cells: Iterable[Cell], count: Callable[[Cell], int | None] = lambda _: None
) -> FigureTable:
    """The table of a measure's cells; ``count`` gives true counts to those who may know them."""
    figures = {
        tuple(cell.codes): Figure(
            tuple(cell.codes), cell.place, cell.value, Treatment(cell.treatment), count(cell)
        )
        for cell in cells
    }
    return FigureTable(measure, figures, titles("countries"))
