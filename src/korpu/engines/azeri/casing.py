"""Upper and lower case where i has a dot and ı has none."""

import re
import unicodedata

_TO_LOWER = str.maketrans({"İ": "i", "I": "ı"})
_TO_UPPER = str.maketrans({"i": "İ", "ı": "I"})
_PARTICLES = frozenset({"oğlu", "qızı"})
_WORD_PART = re.compile(r"[^\s\-–]+")


def az_lower(text: str) -> str:
    """Lower case by Azerbaijani rules: İ→i, I→ı, each letter for itself.

    A letter whose lower case Unicode spells with several code points keeps its simple form.

    >>> az_lower("İSTİ IŞIQ")
    'isti ışıq'
    """
    dotted = unicodedata.normalize("NFC", text).translate(_TO_LOWER)
    return "".join(letter.lower() for letter in dotted)


def az_upper(text: str) -> str:
    """Upper case by Azerbaijani rules: i→İ, ı→I.

    >>> az_upper("viza")
    'VİZA'
    """
    return unicodedata.normalize("NFC", text).translate(_TO_UPPER).upper()


def az_title(text: str) -> str:
    """A name as it is written in a letter: each part capitalised, ``oğlu`` and ``qızı`` small.

    A part begins after a space or a hyphen; the particle stays small unless it comes first.

    >>> az_title("əliyeva-şirin İLAHƏ QIZI")
    'Əliyeva-Şirin İlahə qızı'
    """

    def capitalised(part: re.Match[str]) -> str:
        word = part.group()
        if word in _PARTICLES and part.start() > 0:
            return word
        return az_upper(word[0]) + word[1:]

    return _WORD_PART.sub(capitalised, az_lower(text))
