"""National characters to the characters of the zone, with every spelling that is allowed.

Writing takes one spelling, comparing accepts any. The tables are data with their paragraph; letters
of Latin script that no table has lose their marks.

Standard: ICAO Doc 9303-3, section 6 (tables A, B, C) and 4.6 (punctuation).
"""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache

from korpu.engines.mrtd.findings import load
from korpu.kernel.errors import InvalidInput
from korpu.kernel.texts import Text

_JOINING = "'’‘ʻʼ`´′ʹʾʿ"
_JOINED = str.maketrans(dict.fromkeys(_JOINING))
_PARTING = re.compile(r"[\s\-‐‑‒–—−,<]+")
_SHADDA = "\u0651"
_NOTHING = "_"
_FIRST_LETTERS, _LAST_LETTERS = "^", "$"
_UNKNOWN_LETTER = Text(
    az="{letter} işarəsinin zonada necə yazıldığı məlum deyil. Adı latın hərfləri ilə yazın.",
    en="It is not known how {letter} is written in the zone. Write the name in Latin letters.",
    ru="Неизвестно, как знак {letter} пишется в зоне. Напишите имя латинскими буквами.",
)
_NO_DIGITS = Text(
    az="Adda rəqəm ola bilməz.", en="A name has no digits.", ru="В имени не может быть цифр."
)


@dataclass(frozen=True, slots=True)
class Row:
    """How one letter is written.

    Attributes:
        spellings: in order of preference, the ones of single languages last.
        by_language: the spelling a language prefers; ``uk^`` at the start of a word only.
        at_end: the spelling at the end of a word.
        paragraph: of Doc 9303.
        status: ``standard``, ``corrected`` (the table errs) or ``added`` (it has no such row).
    """

    letter: str
    spellings: tuple[str, ...]
    by_language: Mapping[str, str] = field(hash=False)
    at_end: str | None
    paragraph: str
    status: str

    def written(self, language: str, *, first: bool, last: bool) -> str:
        """The one spelling for a language and a place in the word."""
        if last and self.at_end is not None:
            return self.at_end
        started = self.by_language.get(language + _FIRST_LETTERS) if first else None
        return started or self.by_language.get(language, self.spellings[0])


@cache
def rows() -> Mapping[str, Row]:
    """Every row of the tables by its letter (a capital, where the script has them)."""
    tables = load("transliteration.yaml")
    return {
        row.letter: row
        for script in ("latin", "cyrillic", "arabic")
        for status in ("standard", "corrected", "added")
        for row in _rows(tables[script][status], tables[script]["paragraph"], status)
    }


@cache
def practice(issuer: str) -> Mapping[str, Row]:
    """The rows a State's passports use besides the tables; empty for most."""
    declared = load("transliteration.yaml")["practices"].get(issuer)
    if declared is None:
        return {}
    return {row.letter: row for row in _rows(declared["rows"], declared["note"], "practice")}


def _rows(declared: str, paragraph: str, status: str) -> Iterator[Row]:
    for each in declared.split():
        letter, _, right = each.partition("=")
        spellings: list[str] = []
        languages: dict[str, str] = {}
        for spelling in right.split(","):
            language, _, text = spelling.rpartition(":")
            written = text.replace(_NOTHING, "")
            spellings.append(written)
            if language:
                languages[language] = written
        at_end = languages.pop(_LAST_LETTERS, None)
        ordered = tuple(dict.fromkeys(spellings))
        yield Row(letter, ordered, languages, at_end, paragraph, status)


def components(text: str) -> tuple[str, ...]:
    """The parts of a printed name: parted at spaces, hyphens and commas, joined at apostrophes."""
    plain = unicodedata.normalize("NFC", text).translate(_JOINED)
    return tuple(part for part in _PARTING.split(plain) if _has_letters(part))


def transliterate_components(text: str, language: str = "") -> tuple[str, ...]:
    """The components of a name as the zone writes them; empty for an empty text.

    Args:
        text: the name in any script of the tables.
        language: ISO 639-1 code, where the tables have a spelling for one language.

    Raises:
        InvalidInput: a digit, or a letter no table has.
    """
    written = (transliterate(part, language) for part in components(text))
    return tuple(part for part in written if part)


def transliterate(word: str, language: str = "") -> str:
    """One word as the zone writes it: the preferred spelling of each letter.

    >>> transliterate("Əliyev")
    'ALIYEV'

    Raises:
        InvalidInput: a digit, or a letter no table has.
    """
    letters = _letters(word)
    last = len(letters) - 1
    found: list[str] = []
    for at, letter in enumerate(letters):
        if letter == _SHADDA:
            found.append(found[-1] if found else "")
            continue
        row = _row(letter)
        if row is None:
            raise InvalidInput(_NO_DIGITS if letter.isdigit() else _unknown(letter))
        found.append(row.written(language, first=at == 0, last=at == last))
    return "".join(found)


def alternatives(word: str, *, issuer: str = "") -> tuple[tuple[str, ...], ...]:
    """For each letter of a word every spelling that may stand for it in the zone.

    Args:
        word: one component of a printed name.
        issuer: code of the State whose practice is accepted as well.

    Returns:
        One tuple a letter, the preferred spelling first; a letter no table has gives an empty one,
        which nothing matches.
    """
    practised = practice(issuer)
    found: list[tuple[str, ...]] = []
    for letter in _letters(word):
        if letter == _SHADDA:
            if found:
                found[-1] = tuple(each * 2 for each in found[-1])
            continue
        row = _row(letter)
        local = practised[letter].spellings if letter in practised else ()
        found.append(tuple(dict.fromkeys((*(row.spellings if row else ()), *local))))
    return tuple(found)


def _letters(word: str) -> list[str]:
    """The letters in the case of the tables; marks of vocalisation and punctuation are left out."""
    plain = unicodedata.normalize("NFC", word).translate(_JOINED)
    return [
        _capital(sign) for sign in plain if sign == _SHADDA or unicodedata.category(sign)[0] in "LN"
    ]


def _capital(sign: str) -> str:
    if sign == "ß":
        return "ẞ"
    upper = sign.upper()
    return upper if len(upper) == 1 else sign


def _row(letter: str) -> Row | None:
    """The row of a letter; an unknown Latin letter with marks is taken without them."""
    if letter.isascii() and letter.isalpha():
        return Row(letter, (letter,), {}, None, "9303-3, 4.3", "standard")
    if known := rows().get(letter):
        return known
    base = unicodedata.normalize("NFD", letter)[0]
    return _row(base) if base != letter else None


def _has_letters(part: str) -> bool:
    return any(unicodedata.category(sign)[0] in "LN" for sign in part)


def _unknown(letter: str) -> Text:
    return _UNKNOWN_LETTER.format(letter=f"U+{ord(letter):04X} {unicodedata.name(letter, '')}")
