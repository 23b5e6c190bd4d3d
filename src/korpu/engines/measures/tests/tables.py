"""Drawn tables and extracts, shared by the tests of this engine."""

from dataclasses import dataclass
from datetime import date
from itertools import product

from hypothesis import strategies as st

from korpu.engines.measures.api import (
    Classification,
    Code,
    Dimension,
    Measure,
    Protection,
    Schema,
    Table,
    with_totals,
)
from korpu.kernel.texts import Text

FIRST, LAST = date(2026, 7, 1), date(2026, 9, 30)


def same(sentence: str) -> Text:
    return Text(az=sentence, en=sentence, ru=sentence)


def a_list(name: str, *codes: Code, unknown: str | None = None, kind: str = "list"):
    return Classification(name, "1", same(name), kind, codes, unknown, "made up", "0" * 64)


def a_code(name: str, *values: str, ages: tuple[int | None, int | None] = (None, None)) -> Code:
    return Code(name, same(name), values or (name,), *ages)


@dataclass(frozen=True)
class Plan:
    pseudonym: str
    opened_on: date
    state: str
    sex: str | None
    birth_year: int | None


SCHEMA = Schema.of("plans", Plan, ("pseudonym",))
SEX = a_list("sex", a_code("F"), a_code("M"), a_code("_U", "X"), unknown="_U")
AGES = a_list(
    "ages",
    a_code("Y0T17", ages=(None, 17)),
    a_code("Y18T64", ages=(18, 64)),
    a_code("Y_GE65", ages=(65, None)),
    a_code("_U"),
    unknown="_U",
    kind="ages",
)
STATES = a_list("states", kind="countries")
MEASURE = Measure(
    id="plans",
    version="1",
    title=same("Plans"),
    definition=same("Plans opened."),
    unit=same("plans"),
    extract="plans",
    period_column="opened_on",
    frequency="Q",
    where={"state": ("DEU", "SWE", "NLD")},
    dimensions=(
        Dimension("STATE", same("State"), "state", STATES),
        Dimension("SEX", same("Sex"), "sex", SEX),
        Dimension("AGE", same("Age"), "birth_year", AGES, age_on="opened_on"),
    ),
    basis=(),
    digest="1" * 64,
)


@st.composite
def plans(draw: st.DrawFn, most: int = 30) -> list[Plan]:
    shapes = st.tuples(
        st.dates(FIRST, LAST),
        st.sampled_from(("DEU", "SWE", "NLD", "POL")),
        st.sampled_from(("F", "M", "X", None)),
        st.none() | st.integers(1930, 2026),
    )
    drawn = draw(st.lists(shapes, max_size=most))
    return [Plan(f"p{number}", *shape) for number, shape in enumerate(drawn)]


@st.composite
def tables(draw: st.DrawFn, *, dimensions: int = 3, widest: int = 4, most: int = 12) -> Table:
    sizes = draw(st.lists(st.integers(1, widest), min_size=1, max_size=dimensions))
    codes = tuple(tuple(f"{'abc'[d]}{n}" for n in range(size)) for d, size in enumerate(sizes))
    counts = st.sampled_from((0, 0, 1, 1, 2, 3, 4, 5)) | st.integers(0, most)
    return with_totals(codes, {key: draw(counts) for key in product(*codes)})


@st.composite
def rules(draw: st.DrawFn, base: int | None = None, doubt: int = 5) -> Protection:
    return Protection(
        threshold=draw(st.integers(1, 6)),
        minimum_interval=draw(st.integers(1, doubt)),
        rounding_base=draw(st.integers(1, 6)) if base is None else base,
        additivity=draw(st.sampled_from(("each_cell", "from_parts"))),
    )
