"""Documents and damaged zones drawn at random."""

from dataclasses import replace
from datetime import date
from functools import cache

from hypothesis import strategies as st

from korpu.engines.mrtd.api import LAYOUTS, Document, Format, PartialDate, write

ON = date(2026, 11, 23)
ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ<"
LETTERS, SIGNS = ALPHABET[10:36], ALPHABET[:36]
CODES = {
    Format.TD1: ["I", "ID", "A", "C1", "AC"],
    Format.TD2: ["I", "PU", "P", "A", "CX"],
    Format.TD3: ["P", "PP", "PD", "PU", "PB"],
    Format.MRV_A: ["V", "VC", "V1"],
    Format.MRV_B: ["V", "VC"],
}
days = st.dates(min_value=date(1927, 1, 1), max_value=ON)
words = st.text(LETTERS, min_size=1, max_size=14)
partial_days = st.builds(
    PartialDate,
    st.none() | st.integers(1930, 2020),
    st.none() | st.integers(1, 12),
    st.none() | st.integers(1, 28),
)


@st.composite
def documents(draw: st.DrawFn, form: Format | None = None) -> Document:
    """Documents of any format, with long numbers, unknown births and names too long to fit."""
    form = form or draw(st.sampled_from(Format))
    cards = form in {Format.TD1, Format.TD2}
    number = draw(st.text(SIGNS, min_size=1, max_size=12 if cards else 9))
    room = LAYOUTS[form].fields["optional"].width - (max(0, len(number) - 9 + 2) if cards else 0)
    return Document(
        format=form,
        document_code=draw(st.sampled_from(CODES[form])),
        issuer=draw(st.sampled_from(["AZE", "D", "UTO", "RKS", "EUE", "QQQ"])),
        primary=" ".join(draw(st.lists(words, min_size=1, max_size=4))),
        secondary=" ".join(draw(st.lists(words, max_size=4))),
        number=number,
        nationality=draw(st.sampled_from(["AZE", "D", "GBN", "XXA", "TUR"])),
        birth=draw(days | partial_days),
        sex=draw(st.sampled_from("MFX")),
        expiry=draw(st.dates(min_value=date(1980, 1, 1), max_value=date(2037, 12, 31))),
        optional=draw(st.text(SIGNS, max_size=max(0, min(room, 10)))),
        optional_2=draw(st.text(SIGNS, max_size=11)) if form is Format.TD1 else "",
        filler_digit=draw(st.booleans()),
    )


@cache
def specimens() -> tuple[tuple[str, ...], ...]:
    """One ordinary zone of each format."""
    simple = Document(
        format=Format.TD3,
        document_code="P",
        issuer="UTO",
        primary="ERIKSSON",
        secondary="ANNA MARIA",
        number="L898902C3",
        nationality="UTO",
        birth=date(1974, 8, 12),
        sex="F",
        expiry=date(2030, 4, 15),
    )
    heads = {each: CODES[each][0] for each in Format}
    return tuple(
        write(replace(simple, format=form, document_code=code), on=ON)
        for form, code in heads.items()
    )


@st.composite
def zones(draw: st.DrawFn) -> list[str]:
    """The lines of a document, with up to four characters changed."""
    lines = [list(line) for line in write(draw(documents()), on=ON)]
    for _ in range(draw(st.integers(0, 4))):
        line = draw(st.sampled_from(lines))
        line[draw(st.integers(0, len(line) - 1))] = draw(st.sampled_from(ALPHABET))
    return ["".join(line) for line in lines]
