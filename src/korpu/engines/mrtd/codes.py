"""Codes of States and codes of documents.

Standard: ICAO Doc 9303-3, section 5; 9303-4, 4.4; 9303-5 and -6, note k.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Literal

from korpu.engines.mrtd.digits import FILLER
from korpu.engines.mrtd.findings import load, text_of
from korpu.engines.mrtd.layouts import Format
from korpu.kernel.texts import Text

May = Literal["both", "nationality", "none"]
SPECIMEN = "UTO"
CARDS = frozenset({Format.TD1, Format.TD2})


@dataclass(frozen=True, slots=True)
class Code:
    """A code of a State, an organisation or a kind of person.

    Attributes:
        code: without fillers.
        may: ``both``: issuer and nationality; ``nationality``: never an issuer; ``none``: in no
            document.
        title: only for codes that are not countries of ISO 3166-1.
        of: the State whose ordinary passports bear the code as a nationality.
    """

    code: str
    may: May = "both"
    title: Text | None = None
    deprecated: bool = False
    of: str = ""


@dataclass(frozen=True, slots=True)
class DocumentCodes:
    """Which document codes there are, and since when.

    Attributes:
        first_letters: letters a format may begin with.
        forbidden_on_cards: codes that TD1 and TD2 may not bear.
        letters: the harmonised second letters of passports with their meaning.
        second_letter_since: from this day of issue on, a second letter is one of them.
        required_since: from this day of issue on, there is one.
        others_expire_before: passports without one expire before this day.
    """

    first_letters: Mapping[Format, str]
    forbidden_on_cards: frozenset[str]
    crew_certificate: str
    single_sheet: str
    letters: Mapping[str, Text]
    second_letter_since: date
    required_since: date
    others_expire_before: date


@cache
def known_codes() -> Mapping[str, Code]:
    """Every code known here, without fillers."""
    declared = load("codes.yaml")
    found = {code: Code(code) for code in declared["iso"].split()}
    for code, each in declared["special"].items():
        deprecated, of = each.get("deprecated", False), each.get("of", "")
        found[code] = Code(code, each["may"], text_of(each), deprecated, of)
    return found


@cache
def barred(role: Literal["issuer", "nationality"]) -> frozenset[str]:
    """The fields of three characters that may not stand as issuer, or as nationality."""
    allowed = ("both",) if role == "issuer" else ("both", "nationality")
    return frozenset(
        each.code.ljust(3, FILLER) for each in known_codes().values() if each.may not in allowed
    )


@cache
def document_codes() -> DocumentCodes:
    """The rules on document codes as declared."""
    declared = load("document_codes.yaml")
    harmonised = declared["harmonised"]
    return DocumentCodes(
        {Format(name): each["letters"] for name, each in declared["first_letters"].items()},
        frozenset(declared["forbidden_on_cards"]),
        declared["crew_certificate"],
        declared["single_sheet"],
        {letter: text_of(each) for letter, each in harmonised["letters"].items()},
        harmonised["second_letter_since"],
        harmonised["required_since"],
        harmonised["others_expire_before"],
    )


def code_rules(
    code: str, form: Format, *, expiry: date | None, issued_on: date | None
) -> tuple[str, ...]:
    """The rules a document code breaks.

    Args:
        code: two characters.
        form: the format it stands in.
        expiry: ``None`` when unknown.
        issued_on: ``None`` when unknown; then no rule that depends on it counts as broken.
    """
    rules, letter = document_codes(), code[1]
    if (
        code[0] not in rules.first_letters[form]
        or (form in CARDS and code in rules.forbidden_on_cards)
        or (form is Format.TD3 and letter.isdigit())
    ):
        return ("document_code",)
    if form is not Format.TD3 or letter in rules.letters or code == rules.single_sheet:
        return ()
    return tuple(_broken_since(letter, expiry, issued_on))


def _broken_since(letter: str, expiry: date | None, issued_on: date | None) -> Iterator[str]:
    rules = document_codes()
    if issued_on is not None and issued_on >= required_from(letter):
        yield "document_code_missing" if letter == FILLER else "document_code_letter"
    if expiry is not None and expiry >= rules.others_expire_before:
        yield "document_code_expiry"


def required_from(letter: str) -> date:
    """Since which day of issue a passport may not bear this second letter, or none."""
    rules = document_codes()
    return rules.required_since if letter == FILLER else rules.second_letter_since
