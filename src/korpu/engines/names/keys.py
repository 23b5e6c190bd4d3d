"""From a name to the keys it is found by."""

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache

from korpu.engines.azeri import az_fold
from korpu.engines.names import tables

_SEPARATORS = re.compile(r"[\s\-–,;.<'’`ʼ]*[\s\-–,;.<]+[\s\-–,;.<'’`ʼ]*")
_INVISIBLE = re.compile(r"[\u200b-\u200f\u0640\u064b-\u0652'’`ʼ]")
_NOT_A_LETTER = re.compile(r"[^a-z]")
_REPEATED = re.compile(r"(.)\1+")
_FINAL_SILENT_H = re.compile("ه$")
_SOFTENED = re.compile(rf"(?<=[bcdfghjklmnpqrstvwxz])({'|'.join(s for s, _ in tables.SOFTENED)})")
_GLIDE = re.compile(r"(?<=[aeiou])i(?=[aeiou])")
_SHORTEST_WITH_NEIGHBOURS = 4


def _applier(rules: Iterable[tuple[str, str]]) -> "re.Pattern[str]":
    longest_first = sorted((source for source, _ in rules), key=len, reverse=True)
    return re.compile("|".join(map(re.escape, longest_first)))


_SPELLING = dict(tables.FROM_CYRILLIC + tables.FROM_ARABIC + tables.FROM_LATIN)
_SPELLING_SIGNS = _applier(_SPELLING.items())
_SOFT = dict(tables.SOFTENED)
_CLASSES = dict(tables.TO_CLASSES)
_CLASS_SIGNS = _applier(tables.TO_CLASSES)


def words(name: str) -> tuple[str, ...]:
    """The words of a name, small, without ``oğlu`` and ``qızı``; separators may be MRZ fillers."""
    small = unicodedata.normalize("NFC", name).translate({0x130: "i", 0x49: "i"}).lower()
    found = (_INVISIBLE.sub("", word) for word in _SEPARATORS.split(f"{small} "))
    return tuple(word for word in found if word and word not in tables.STOP_WORDS)


def _father(word: str) -> str:
    for ending in tables.PATRONYMIC_ENDINGS:
        if word.endswith(ending) and len(word) > len(ending) + 2:
            return word.removesuffix(ending)
    return word


def _latin(word: str) -> str:
    voiced = _FINAL_SILENT_H.sub("ا", word)
    spelt = _SPELLING_SIGNS.sub(lambda sign: _SPELLING[sign.group()], voiced)
    plain = _NOT_A_LETTER.sub("", az_fold(spelt))
    return _SOFTENED.sub(lambda vowel: _SOFT[vowel.group()], plain)


@lru_cache(maxsize=65_536)
def key(word: str) -> str:
    """The coarse form of one word (small, as :func:`words` gives it); empty without known letters.

    >>> key("məmmədov") == key("мамедов") == key("mammadov")
    True
    """
    latin = _latin(word)
    classes = _CLASS_SIGNS.sub(lambda sign: _CLASSES[sign.group()], latin)
    smooth = _REPEATED.sub(r"\1", _GLIDE.sub("", _REPEATED.sub(r"\1", classes)))
    for russian, azerbaijani in tables.SAME_STEMS:
        smooth = smooth.replace(russian, azerbaijani)
    return smooth


def skeleton(a_key: str) -> str:
    """The consonants of a key, after its first letter: what a script without vowels preserves."""
    bare = a_key[:1].replace("i", "a").replace("u", "a") + re.sub(r"[aiu]", "", a_key[1:])
    return _REPEATED.sub(r"\1", bare)


def canonical(name: str) -> tuple[str, ...]:
    """The keys of a name's words in their order, each key once; empty when nothing is searchable.

    >>> canonical("Zeynalova Nərgiz Pərviz qızı") == canonical("Зейналова Наргиз Парвизовна")
    True
    """
    keys = (key(_father(word)) for word in words(name))
    return tuple(dict.fromkeys(found for found in keys if found))


def neighbours(a_key: str) -> frozenset[str]:
    """The key itself and, from four letters on, every form with one letter left out.

    Two keys of which one comes from the other by one wrong, missing, added or swapped letter
    share a member. Shorter keys stand for themselves alone: one letter is half of the name there.
    """
    if len(a_key) < _SHORTEST_WITH_NEIGHBOURS:
        return frozenset({a_key})
    return frozenset({a_key, *(a_key[:at] + a_key[at + 1 :] for at in range(len(a_key)))})
