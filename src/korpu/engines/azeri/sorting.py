"""The order of the Azerbaijani alphabet as a plain string key."""

import unicodedata

from korpu.engines.azeri.casing import az_lower

ALPHABET = "abcçdeəfgğhxıijkqlmnoöprsştuüvyz"
"""The 32 letters in their official order."""

SORTED_LETTERS = ALPHABET + "w"
"""w, a guest in foreign names, sorts after z as in CLDR."""

UPPER_LETTERS = "ABCÇDEƏFGĞHXIİJKQLMNOÖPRSŞTUÜVYZW"

FIRST_RANK = 0x280
"""Ranks take the code points from here: above digits and punctuation, below Greek and Cyrillic,
and free of letters that decompose."""

RANKS = "".join(chr(FIRST_RANK + place) for place in range(len(SORTED_LETTERS)))

_TO_RANK = str.maketrans(SORTED_LETTERS, RANKS)
_CASE = str.maketrans(
    SORTED_LETTERS + UPPER_LETTERS, "0" * len(SORTED_LETTERS) + "1" * len(UPPER_LETTERS)
)
_FIRST_MARK, _LAST_MARK = "\u0300", "\u036f"


def _without_marks(text: str) -> str:
    return "".join(
        sign for sign in unicodedata.normalize("NFD", text) if not _FIRST_MARK <= sign <= _LAST_MARK
    )


def az_sort_key(text: str) -> str:
    """A key whose plain code-point order is the order of the Azerbaijani alphabet.

    Letters decide first (a foreign accent counts as its base letter), then small before capital.
    Space, apostrophe, hyphen and digits come before letters, other scripts after them. The SQL
    function ``az_sort`` returns the same string; compare it under ``COLLATE "C"``.

    >>> sorted(["Xəzər", "Həsən", "Qurban", "Kamal"], key=az_sort_key)
    ['Həsən', 'Xəzər', 'Kamal', 'Qurban']
    """
    letters = _without_marks(az_lower(text).translate(_TO_RANK)).translate(_TO_RANK)
    return f"{letters}\x01{unicodedata.normalize('NFC', text).translate(_CASE)}"
