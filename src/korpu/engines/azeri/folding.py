"""Text without marks and case: for finding, and for addresses of pages."""

import re
import unicodedata

FOLDED = "əıøđłŋæœßþð"
FOLDED_TO = ("e", "i", "o", "d", "l", "n", "ae", "oe", "ss", "th", "d")

_FOLD = str.maketrans(dict(zip(FOLDED, FOLDED_TO, strict=True)))
_DOTTED = str.maketrans("İI", "ii")
_FIRST_MARK, _LAST_MARK = "\u0300", "\u036f"
_NOT_IN_A_SLUG = re.compile(r"[^a-z0-9]+")


def az_fold(text: str) -> str:
    """Small letters without marks: ə→e, both i's→i, ş→s, ç→c, ğ→g, ö→o, ü→u, é→e.

    Folding a folded text changes nothing. The SQL function ``az_fold`` returns the same string.

    >>> az_fold("Şəki İşıq Öyrənmə")
    'seki isiq oyrenme'
    """
    small = "".join(sign.lower() for sign in unicodedata.normalize("NFC", text).translate(_DOTTED))
    apart = unicodedata.normalize("NFD", small.translate(_FOLD))
    return "".join(sign for sign in apart if not _FIRST_MARK <= sign <= _LAST_MARK)


def slug(text: str) -> str:
    """Words for a page's address: ``a-z``, ``0-9`` and single hyphens.

    Letters of other scripts fall away; empty when nothing is left.

    >>> slug("Şəki: İşıq Öyrənmə")
    'seki-isiq-oyrenme'
    """
    return _NOT_IN_A_SLUG.sub("-", az_fold(text)).strip("-")
