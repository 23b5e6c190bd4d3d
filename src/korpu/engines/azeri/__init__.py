"""Azerbaijani text: casing, sorting, folding, stems and slugs, the same on every machine.

The usual functions are wrong for Azerbaijani in silence: ``"İ".lower()`` has two code points,
``"viza".upper()`` loses the dot, ``unaccent`` keeps the letter ə. Nothing here looks at the locale
of the process or of the database.

Every function first brings text to Unicode NFC, so that a letter typed as base and mark behaves
like the same letter typed as one.
"""

from korpu.engines.azeri.casing import az_lower, az_title, az_upper
from korpu.engines.azeri.folding import az_fold, slug
from korpu.engines.azeri.sorting import ALPHABET, az_sort_key
from korpu.engines.azeri.stemming import az_stems, holds_words, search_words

__all__ = [
    "ALPHABET",
    "az_fold",
    "az_lower",
    "az_sort_key",
    "az_stems",
    "az_title",
    "az_upper",
    "holds_words",
    "search_words",
    "slug",
]
