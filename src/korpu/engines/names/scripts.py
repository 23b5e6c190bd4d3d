"""In which scripts a text is written, and whether one word mixes two."""

import re
import unicodedata

_BY_NAME = {
    "LATIN": "Latn",
    "CYRILLIC": "Cyrl",
    "ARABIC": "Arab",
    "GEORGIAN": "Geor",
    "ARMENIAN": "Armn",
    "GREEK": "Grek",
    "HEBREW": "Hebr",
    "DEVANAGARI": "Deva",
    "BENGALI": "Beng",
    "THAI": "Thai",
    "HANGUL": "Hang",
    "HIRAGANA": "Hira",
    "KATAKANA": "Kana",
    "CJK": "Hani",
    "ETHIOPIC": "Ethi",
}
_BETWEEN_WORDS = re.compile(r"[\s\-]+")


def _script(letter: str) -> str:
    return _BY_NAME.get(unicodedata.name(letter, "").partition(" ")[0], "Zyyy")


def scripts_of(text: str) -> frozenset[str]:
    """The ISO 15924 codes of the letters of ``text``; ``Zyyy`` for a script not told apart here.

    Empty when the text has no letter.
    """
    return frozenset(_script(sign) for sign in text if sign.isalpha())


def mixed_scripts(text: str) -> bool:
    """Whether a single word mixes scripts, as when a Cyrillic А slipped into a Latin name.

    A name written twice, once in each script, is not mixed.
    """
    return any(len(scripts_of(word)) > 1 for word in _BETWEEN_WORDS.split(text))
