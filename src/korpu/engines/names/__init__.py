"""Names in whatever script they were written: keys to find by, a score to compare by.

A **key** is one word of a name brought to a coarse ASCII form in which Azerbaijani Latin, the
Azerbaijani Cyrillic of 1958, Russian and passport spellings of one name coincide. Keys are made to
*find* candidates; they merge sounds (k, g, q, h and x are one) and must never decide alone that
two people are one. :func:`similarity` ranks the candidates found.
"""

from korpu.engines.names.comparison import similarity
from korpu.engines.names.keys import canonical, key, neighbours, skeleton, words
from korpu.engines.names.scripts import mixed_scripts, scripts_of

__all__ = [
    "canonical",
    "key",
    "mixed_scripts",
    "neighbours",
    "scripts_of",
    "similarity",
    "skeleton",
    "words",
]
