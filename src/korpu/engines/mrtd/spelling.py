"""Whether a word of the zone can stand for a printed word, and by which freedom of the rules.

Standard: ICAO Doc 9303-3, 4.6 and 6; cut names: parts 4 to 7 on truncation.
"""

from typing import Literal

from korpu.engines.mrtd.transliteration import alternatives

Freedom = Literal["same", "spelling", "practice", "truncated"]
FREEDOMS: tuple[Freedom, ...] = ("same", "spelling", "practice", "truncated")
"""From none to the widest."""

_Spellings = tuple[tuple[str, ...], ...]


def stands_for(zone: str, printed: str, *, issuer: str = "", cut: bool = False) -> Freedom | None:
    """By which freedom ``zone`` can stand for ``printed``; ``None`` when by none.

    Args:
        zone: a component of the machine-readable zone, letters A–Z.
        printed: a component as printed, in any script of the tables.
        issuer: code of the State whose own practice counts too.
        cut: whether the name may have been cut, so that beginnings and initials count.
    """
    spelt = alternatives(printed)
    if not spelt or not zone:
        return None
    if "".join(each[0] if each else "?" for each in spelt) == zone:
        return "same"
    if _matches(zone, spelt, beginning=False):
        return "spelling"
    local = alternatives(printed, issuer=issuer)
    if _matches(zone, local, beginning=False):
        return "practice"
    return "truncated" if cut and _matches(zone, local, beginning=True) else None


def _matches(zone: str, spelt: _Spellings, *, beginning: bool) -> bool:
    """Whether the word is one of the spellings; or, with ``beginning``, the beginning of one.

    Keeps the set of places in the word that the letters so far can reach, so the work grows with
    the length of the two words and not with the number of spellings.
    """
    reached = {0}
    for letter in spelt:
        if beginning and any(each.startswith(zone[place:]) for place in reached for each in letter):
            return True
        reached = {
            place + len(each)
            for place in reached
            for each in letter
            if zone.startswith(each, place)
        }
        if not reached:
            return False
    return len(zone) in reached
