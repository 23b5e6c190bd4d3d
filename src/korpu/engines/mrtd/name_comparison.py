"""The name of the zone against the printed name, part by part, in order.

Standard: ICAO Doc 9303-3, 4.6; cut names: parts 4 to 7 on truncation.
"""

from collections.abc import Sequence
from functools import cache
from typing import Literal

from korpu.engines.mrtd.findings import load
from korpu.engines.mrtd.spelling import FREEDOMS, Freedom, stands_for
from korpu.engines.mrtd.transliteration import components, transliterate
from korpu.engines.names import similarity
from korpu.kernel.errors import InvalidInput

Reason = Literal[
    "same", "spelling", "practice", "truncated", "title", "joined", "missing", "extra", "swapped",
    "similar", "other",
]  # fmt: skip
ALIKE = 0.85
"""From this likeness on (0–1) a difference may be a slip or another transcription."""


def compare_names(
    zone: tuple[Sequence[str], Sequence[str]],
    printed: tuple[str, str],
    *,
    issuer: str = "",
    cut: bool = False,
) -> Reason:
    """Why the names agree or what is between them; the weightiest reason of all parts.

    Args:
        zone: primary and secondary components of the machine-readable zone.
        printed: primary and secondary identifier as printed, in any script of the tables.
        issuer: code of the State whose own practice of spelling counts too.
        cut: whether the name field is full to its end.
    """
    held = (components(printed[0]), components(printed[1]))
    found = _both(zone, held, issuer, cut=cut)
    if found:
        return found
    if _both((zone[1], zone[0]), held, issuer, cut=cut):
        return "swapped"
    return _loosely(zone, held, issuer)


def _both(
    zone: tuple[Sequence[str], Sequence[str]],
    held: tuple[Sequence[str], Sequence[str]],
    issuer: str,
    *,
    cut: bool,
) -> Reason | None:
    """The weightier reason of the two identifiers, ``None`` when either does not match."""
    reasons = [
        _in_order(tuple(mine), _without_titles(theirs, mine), issuer, cut=cut)
        for mine, theirs in zip(zone, held, strict=True)
    ]
    if None in reasons:
        return None
    weightiest = max((each for each in reasons if each), key=FREEDOMS.index)
    left_out = any(
        len(_without_titles(theirs, mine)) < len(theirs)
        for mine, theirs in zip(zone, held, strict=True)
    )
    return "title" if left_out and weightiest == "same" else weightiest


def _in_order(
    zone: Sequence[str], printed: Sequence[str], issuer: str, *, cut: bool
) -> Freedom | None:
    """Each part of the zone for the printed part in its place; a cut end may lack parts."""
    if len(zone) > len(printed) or (len(zone) < len(printed) and not cut):
        return None
    freedoms = [
        stands_for(mine, theirs, issuer=issuer, cut=cut)
        for mine, theirs in zip(zone, printed, strict=False)
    ]
    if len(zone) < len(printed):
        freedoms.append("truncated")
    if None in freedoms:
        return None
    return max((each for each in freedoms if each), key=FREEDOMS.index, default="same")


def _loosely(
    zone: tuple[Sequence[str], Sequence[str]],
    held: tuple[Sequence[str], Sequence[str]],
    issuer: str,
) -> Reason:
    """What is between names that do not match by rule."""
    mine, theirs = [*zone[0], *zone[1]], [*held[0], *held[1]]
    if stands_for("".join(mine), "".join(theirs), issuer=issuer):
        return "joined"
    matched = _pairs(mine, theirs, issuer)
    if matched and matched == len(mine) < len(theirs):
        return "missing"
    if matched and matched == len(theirs) < len(mine):
        return "extra"
    if min(_likeness(zone[0], held[0]), _likeness(zone[1], held[1])) >= ALIKE:
        return "similar"
    return "other"


def _pairs(zone: Sequence[str], printed: Sequence[str], issuer: str) -> int:
    """How many parts of the zone stand for a printed part of their own, in any order."""
    free = list(printed)
    for mine in zone:
        fitting = next((each for each in free if stands_for(mine, each, issuer=issuer)), None)
        if fitting is not None:
            free.remove(fitting)
    return len(printed) - len(free)


def _likeness(zone: Sequence[str], printed: Sequence[str]) -> float:
    if not zone and not printed:
        return 1.0
    return similarity(" ".join(zone), " ".join(printed))


def _without_titles(printed: Sequence[str], zone: Sequence[str]) -> Sequence[str]:
    """The printed parts without titles that the zone leaves out, as it should."""
    return [each for each in printed if not (_is_title(each) and _plain(each) not in zone)]


def _is_title(part: str) -> bool:
    return _plain(part) in _titles()


def _plain(part: str) -> str:
    try:
        return transliterate(part)
    except InvalidInput:
        return part.upper()


@cache
def _titles() -> frozenset[str]:
    return frozenset(load("comparison.yaml")["titles"].split())
