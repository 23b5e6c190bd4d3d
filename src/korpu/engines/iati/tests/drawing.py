"""Drawing any record the standard allows, from the model itself."""

from datetime import UTC, date, datetime
from decimal import Decimal

from hypothesis import strategies as st

from korpu.engines.iati.declaring import Element, Shape, shape_of

_WORDS = st.text(
    st.characters(codec="utf-8", exclude_categories=("Cs", "Cc"), exclude_characters="\ufffe\uffff")
    | st.sampled_from("\n\t\r <>&\"'əıİşç"),
    max_size=12,
)
_VALUES = {
    "str": _WORDS,
    "uri": st.sampled_from(["https://example.org/", "urn:x:1", "a b/c?d=é#e", ""]),
    "date": st.dates(date(1900, 1, 1), date(2100, 1, 1)),
    "datetime": st.datetimes(datetime(1900, 1, 1), datetime(2100, 1, 1)).map(  # noqa: DTZ001
        lambda at: at.replace(tzinfo=UTC)
    ),
    "Decimal": st.decimals(-(10**9), 10**9, places=2) | st.just(Decimal("1E+3")),
    "bool": st.booleans(),
    "int": st.integers(-(2**31), 2**31 - 1),
    "natural": st.integers(0, 10**12),
    "positive": st.integers(1, 9999),
    "token": st.sampled_from(["a", "b-1", "x:y.z"]),
    "language": st.sampled_from(["az", "en", "zh-Hant", ""]),
}


def records(cls: type[Element]) -> st.SearchStrategy:
    """Records whose structure is right; what they say may be nonsense."""
    return _drawn(shape_of(cls), 0)


@st.composite
def _drawn(draw, shape: Shape, depth: int):
    values = {}
    for known in shape.attributes.values():
        if known.required or draw(st.integers(0, 3)) == 0:
            values[known.field] = draw(_VALUES[known.kind.name])
    if shape.text is not None:
        values[shape.text_field] = draw(_VALUES[shape.text.name])
    rarity = 3 + 2 * depth + len(shape.children) // 4
    for known in shape.children:
        if not known.required and draw(st.integers(0, rarity)):
            continue
        one = _VALUES[known.kind.name] if known.kind else _drawn(known.shape, depth + 1)
        if known.repeated:
            values[known.field] = tuple(draw(st.lists(one, min_size=1, max_size=2)))
        else:
            values[known.field] = draw(one)
    return shape.cls(**values)
