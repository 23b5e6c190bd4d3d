"""The printed zone against the machine-readable zone: each field graded, with the reason.

Whoever alters the printed zone seldom recomputes the machine-readable one; whoever alters both has
to alter the chip too. So this comparison is the strongest check that needs no chip.

Standard: ICAO Doc 9303-3, 3 and 4; 9303-4 to -7, data element directories.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal

from korpu.engines.mrtd.codes import known_codes
from korpu.engines.mrtd.dates import ReadDate
from korpu.engines.mrtd.findings import load, text_of
from korpu.engines.mrtd.layouts import LAYOUTS, Format
from korpu.engines.mrtd.name_comparison import compare_names
from korpu.engines.mrtd.report import Content
from korpu.engines.mrtd.writing import PartialDate
from korpu.kernel.texts import Text

Grade = Literal["agrees", "explained", "doubtful", "differs", "not_compared"]
ComparedField = Literal[
    "issuer", "number", "name", "nationality", "birth", "sex", "expiry", "personal_number",
    "issued_on",
]  # fmt: skip

_NOT_OF_A_NUMBER = re.compile(r"[^0-9A-Z]")
_CONFUSED = str.maketrans("OQDIZSGB", "00012568")
_ORDINARY = frozenset({"P", "PP"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Printed:
    """What the printed zone says; ``None`` is not given and is not compared.

    Attributes:
        issuer: three-letter code, as printed.
        number: with its spaces and punctuation.
        primary: surname in the script it is printed in; a Latin spelling, where there is one.
        secondary: given names; empty where there are none.
        birth: as far as it is printed.
        sex: ``M``, ``F`` or ``X``.
        issued_on: the day of issue, which the machine-readable zone does not hold.
    """

    issuer: str | None = None
    number: str | None = None
    primary: str | None = None
    secondary: str | None = None
    nationality: str | None = None
    birth: date | PartialDate | None = None
    sex: str | None = None
    expiry: date | None = None
    personal_number: str | None = None
    issued_on: date | None = None


@dataclass(frozen=True, slots=True)
class Comparison:
    """How one field compares.

    Attributes:
        grade: ``agrees``; ``explained``: they differ as the rules allow; ``doubtful``: a human has
            to look; ``differs``; ``not_compared``.
        reason: its short name, stable.
        paragraph: of Doc 9303 that explains it; empty where none does.
        message: a sentence without data of the holder.
    """

    field: ComparedField
    grade: Grade
    reason: str
    paragraph: str
    message: Text


def compare(
    content: Content, printed: Printed, *, form: Format, on: date
) -> tuple[Comparison, ...]:
    """Every field of the two zones, compared by the rules.

    Args:
        content: what the machine-readable zone says.
        printed: what the printed zone says.
        form: the format of the document.
        on: the day of the check.

    Returns:
        One entry a field, in the order of the document; several where a day is not plausible.
    """
    graded: list[tuple[ComparedField, str]] = [
        ("issuer", _state(content.issuer, printed.issuer)),
        ("number", _number(content.number, printed.number, form)),
        ("name", _name(content, printed)),
        ("nationality", _state(content.nationality, printed.nationality)),
        ("birth", _date(content.birth, printed.birth)),
        ("sex", _plainly(content.sex, printed.sex)),
        ("expiry", _date(content.expiry, printed.expiry)),
        ("personal_number", _personal_number(content, printed.personal_number)),
        *_plausible(content, printed, on),
    ]
    return tuple(_comparison(field, reason, form) for field, reason in graded)


def _declared() -> dict[str, Any]:
    found: dict[str, Any] = load("comparison.yaml")
    return found


def _comparison(field: ComparedField, reason: str, form: Format) -> Comparison:
    told = _declared()[reason]
    paragraph = told.get("paragraph", "")
    cited = LAYOUTS[form].paragraphs.get(paragraph, paragraph)
    return Comparison(field, told["grade"], reason, cited, text_of(told))


def _plainly(zone: str, printed: str | None) -> str:
    if printed is None:
        return "not_given"
    return "same" if zone == printed.strip().upper() else "other"


def _state(zone: str, printed: str | None) -> str:
    if printed is None:
        return "not_given"
    code = printed.strip().upper()
    if code == zone:
        return "same"
    if {code, zone} == {"D", "DEU"}:
        return "germany"
    return "other" if code in known_codes() else "not_a_code"


def _number(zone: str, printed: str | None, form: Format) -> str:
    if printed is None:
        return "not_given"
    told = printed.strip().upper()
    if told == zone:
        return "same"
    mine, theirs = _NOT_OF_A_NUMBER.sub("", zone), _NOT_OF_A_NUMBER.sub("", told)
    if mine == theirs:
        return "number_spaces"
    if form in {Format.MRV_A, Format.MRV_B} and len(zone) < len(theirs) and theirs.startswith(mine):
        return "number_cut"
    same = mine.translate(_CONFUSED) == theirs.translate(_CONFUSED)
    return "number_similar" if same else "other"


def _name(content: Content, printed: Printed) -> str:
    if printed.primary is None and printed.secondary is None:
        return "not_given"
    return compare_names(
        (content.name.primary, content.name.secondary),
        (printed.primary or "", printed.secondary or ""),
        issuer=content.issuer,
        cut=content.name.possibly_truncated,
    )


def _date(zone: ReadDate, printed: date | PartialDate | None) -> str:
    """Century apart: the zone does not hold it."""
    if printed is None:
        return "not_given"
    short = None if zone.year is None else zone.year % 100
    theirs = (None if printed.year is None else printed.year % 100, printed.month, printed.day)
    mine = (short, zone.month, zone.day)
    if mine == theirs:
        return "same" if zone.possible else "other"
    if any(None not in pair and pair[0] != pair[1] for pair in zip(mine, theirs, strict=True)):
        return "day_month" if (short, zone.day, zone.month) == theirs else "other"
    return "less_known" if zone.possible else "other"


def _personal_number(content: Content, printed: str | None) -> str:
    if printed is None:
        return "not_given"
    held = [_NOT_OF_A_NUMBER.sub("", each) for each in (content.optional, content.optional_2)]
    told = _NOT_OF_A_NUMBER.sub("", printed.upper())
    if not any(held):
        return "not_in_zone"
    return "same" if told and any(told in each for each in held) else "personal_number"


def _plausible(content: Content, printed: Printed, on: date) -> Iterator[tuple[ComparedField, str]]:
    """Days in their order, and a holder whom the issuer may call a national."""
    issued, born, expiry = printed.issued_on, content.birth.value, content.expiry.value
    if issued and born and issued < born:
        yield "issued_on", "issued_before_birth"
    if issued and expiry and issued > expiry:
        yield "issued_on", "issued_after_expiry"
    if issued and issued > on:
        yield "issued_on", "issued_in_future"
    nationality = known_codes().get(content.nationality)
    if (
        content.document_code in _ORDINARY
        and content.nationality != content.issuer
        and not (nationality and nationality.of == content.issuer)
    ):
        yield "nationality", "foreign_holder"
