"""How alike two names are."""

from itertools import product

from rapidfuzz.distance import OSA

from korpu.engines.names.keys import canonical, skeleton
from korpu.engines.names.scripts import scripts_of

_VOWELLESS = frozenset({"Arab", "Hebr"})


def _word_similarity(one: str, other: str, *, vowelless: bool) -> float:
    if min(len(one), len(other)) == 1 and one[0] == other[0]:
        return 1.0  # an initial, or a name the machine-readable zone cut off
    if vowelless:
        one, other = skeleton(one), skeleton(other)
    return OSA.normalized_similarity(one, other)


def key_similarity(
    wanted: tuple[str, ...], held: tuple[str, ...], *, vowelless: bool = False
) -> float:
    """The likeness (0–1) of two names given as keys, in any order of words.

    Each word of the shorter name takes the likest word still free in the other; words left over
    in the longer one (a patronymic not asked for) do not count. The least alike pair weighs as
    much as the mean, so that one wholly different word cannot hide behind equal ones.
    """
    shorter, longer = sorted((wanted, held), key=len)
    if not shorter:
        return 0.0
    scored = sorted(
        (
            (_word_similarity(one, other, vowelless=vowelless), at, place)
            for (at, one), (place, other) in product(enumerate(shorter), enumerate(longer))
        ),
        reverse=True,
    )
    taken: dict[int, float] = {}
    used: set[int] = set()
    for score, at, place in scored:
        if at not in taken and place not in used:
            taken[at] = score
            used.add(place)
    scores = tuple(taken.values())
    return (sum(scores) / len(scores) + min(scores)) / 2


def similarity(one: str, other: str) -> float:
    """The likeness (0–1) of two names in any scripts and any order of words.

    1.0 means one spelling can stand for the other; from about 0.75 a slip of the pen explains the
    difference. It never proves that two people are one. 0.0 when either has no searchable word.
    """
    vowelless = bool(_VOWELLESS & (scripts_of(one) | scripts_of(other)))
    return key_similarity(canonical(one), canonical(other), vowelless=vowelless)
