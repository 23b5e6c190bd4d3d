"""Words without their endings, so that a search for one form of a word finds the others."""

import re
from collections.abc import Iterator

from korpu.engines.azeri.folding import az_fold

# Folded, so both harmonies of an ending are two entries at most (-ı and -i are i, -u and -ü are u).
AFTER_A_CONSONANT = ("i", "u", "a", "e", "in", "un", "imiz", "umuz")
AFTER_A_VOWEL = (
    *("si", "su", "ni", "nu", "na", "ne", "ya", "ye", "nin", "nun", "miz", "muz"),
    *("nda", "nde", "ndan", "nden"),
)
AFTER_BOTH = ("lar", "ler", "da", "de", "dan", "den")
SHORTEST_STEM = 4
SHORTEST_BEGINNING = 3
_VOWELS = frozenset("aeiou")
_WORD = re.compile(r"[^\W_]+")


def az_stems(word: str) -> frozenset[str]:
    """What may be left of a word without plural, possessive and case endings, folded.

    Several, because spelling alone does not say where a word ends: ``Azərbaycanın`` is Azərbaycan
    with -ın or, for all one sees, Azərbayca with -nın. Forms of one word have a stem in common.
    Four letters always stay; derived words (``miqrant``, ``miqrasiya``) stay apart; a word of
    another language loses what looks like an ending, in the text and in the query alike.

    >>> sorted(az_stems("təlimlərin")), bool(az_stems("layihəsində") & az_stems("layihə"))
    (['telim'], True)
    """
    found, waiting = set(), [az_fold(word)]
    while waiting:
        form = waiting.pop()
        shorter = set(_without_an_ending(form))
        waiting += shorter
        if not shorter:
            found.add(form)
    return frozenset(found)


def _without_an_ending(form: str) -> Iterator[str]:
    for ending in (*AFTER_A_CONSONANT, *AFTER_A_VOWEL, *AFTER_BOTH):
        stem = form.removesuffix(ending)
        if stem == form or len(stem) < SHORTEST_STEM:
            continue
        after_a_vowel = stem[-1] in _VOWELS
        if ending in AFTER_BOTH or (ending in AFTER_A_VOWEL) == after_a_vowel:
            yield stem


def search_words(text: str) -> list[frozenset[str]]:
    """The stems of each word of a text: what is stored for a search, and what is asked for.

    Letters and digits of any script; signs between them separate. A word asked for is found where
    one of its stems stands. Both spellings of a name, as MOBILAZE and MOBİLAZE, are one word.

    >>> search_words("MOBİLAZE-2: təlim") == search_words("mobilaze 2, təlim")
    True
    """
    return [az_stems(word) for word in _WORD.findall(az_fold(text))]


def holds_words(asked: list[frozenset[str]], *texts: str) -> bool:
    """Whether every word asked for stands in the texts in some form, or begins a word there.

    Beginnings count from three letters on. Nothing asked is held by nothing.

    >>> holds_words(search_words("layihələr mobil"), "MOBİLAZE layihəsi")
    True
    """
    held = {stem for text in texts for word in search_words(text) for stem in word}
    return bool(asked) and all(any(_begins(stem, held) for stem in word) for word in asked)


def _begins(stem: str, held: set[str]) -> bool:
    long_enough = len(stem) >= SHORTEST_BEGINNING
    return stem in held or (long_enough and any(one.startswith(stem) for one in held))
