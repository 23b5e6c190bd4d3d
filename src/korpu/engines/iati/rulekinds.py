"""The check behind each kind of rule: the spots of an element that break it.

A check gives one spot for each part at fault. Where something is absent, the spot is the element
the rule was asked at. A value that is no date or no number breaks no rule here: the check of the
structure says so already.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from decimal import Decimal, InvalidOperation
from typing import Any

from korpu.engines.iati.declaring import Node
from korpu.engines.iati.paths import Spot, finder, truth
from korpu.engines.iati.values import KINDS as VALUE_KINDS
from korpu.engines.iati.values import Lost

NOW = "NOW"
Case = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Asked:
    """What a check knows beside the record."""

    now: datetime
    agencies: frozenset[str]


Check = Callable[[Node, Case, Asked], Iterator[Spot]]


def _found(element: Node, paths: Sequence[str]) -> list[Spot]:
    return [spot for path in paths for spot in finder(path)(element)]


def _here(element: Node) -> Spot:
    return Spot(element, "", "")


def no_more_than_one(element: Node, case: Case, _: Asked) -> Iterator[Spot]:
    """At most one of the paths leads to something, and to one thing."""
    yield from _found(element, case["paths"])[1:]


def atleast_one(element: Node, case: Case, _: Asked) -> Iterator[Spot]:
    """One of the paths leads to something."""
    if not any(finder(path)(element) for path in case["paths"]):
        yield _missing(element, case["paths"])


def _missing(element: Node, paths: Sequence[str]) -> Spot:
    only = paths[0] if len(paths) == 1 else ""
    name = only.partition("[")[0].partition("/")[0]
    return Spot(element, name, "")


def only_one_of(element: Node, case: Case, _: Asked) -> Iterator[Spot]:
    """Exactly one of the paths; none of them where one of ``excluded`` stands."""
    found = _found(element, case["paths"])
    if _found(element, case["excluded"]):
        yield from found
    elif not found:
        yield _here(element)
    else:
        yield from found[1:]


def one_or_all(element: Node, case: Case, _: Asked) -> Iterator[Spot]:
    """``one`` stands for the whole, or each of the parts has its own."""
    if finder(case["one"])(element):
        return
    parts, own = _ALL.get(case["all"], ("", case["all"]))
    found = finder(parts)(element) if parts else [_here(element)]
    lacking = [spot for spot in found if not finder(own)(spot.element)]
    if case["all"] == "sector" and not found:
        return
    yield from lacking


_ALL = {
    "lang": (".//narrative", "@xml:lang"),
    "sector": ("transaction", "sector"),
    "currency": (".//value | .//forecast | .//loan-status", "@currency"),
}


def dependent(element: Node, case: Case, _: Asked) -> Iterator[Spot]:
    """All of the paths lead to something, or none does."""
    found = [bool(finder(path)(element)) for path in case["paths"]]
    if any(found) and not all(found):
        yield _here(element)


def strict_sum(element: Node, case: Case, _: Asked) -> Iterator[Spot]:
    """The numbers at the paths add up to ``sum``; without a number there is nothing to add."""
    found = _found(element, case["paths"])
    numbers = [_number(spot) for spot in found]
    if not found or None in numbers:
        return
    if sum(number for number in numbers if number is not None) != Decimal(str(case["sum"])):
        yield found[0]


def _number(spot: Spot) -> Decimal | None:
    try:
        number = Decimal(spot.text.strip())
    except InvalidOperation:
        return None
    return number if number.is_finite() else None


def within(element: Node, case: Case, _: Asked) -> Iterator[Spot]:
    """Each number lies between ``min`` and ``max``, both allowed."""
    low, high = Decimal(str(case["min"])), Decimal(str(case["max"]))
    for spot in _found(element, case["paths"]):
        number = _number(spot)
        if number is not None and not low <= number <= high:
            yield spot


Moment = date | datetime


def _moment(text: str) -> Moment | None:
    for kind in (VALUE_KINDS["date"], VALUE_KINDS["datetime"]):
        normal = kind.normal(text)
        if kind.fits(normal):
            try:
                found: Moment | None = kind.read(normal)
            except Lost as lost:
                found = lost.kept
            return found
    return None


def _moments(element: Node, path: str, asked: Asked) -> list[tuple[Spot | None, Moment]]:
    if path == NOW:
        return [(None, asked.now)]
    spots = finder(path)(element)
    return [(spot, at) for spot in spots if (at := _moment(spot.text)) is not None]


def _after(one: Moment, other: Moment) -> bool:
    if isinstance(one, datetime) and isinstance(other, datetime):
        return _aware(one) > _aware(other)
    return _day(one) > _day(other)


def _aware(at: datetime) -> datetime:
    return at if at.tzinfo else at.replace(tzinfo=UTC)


def _day(at: Moment) -> date:
    return at.date() if isinstance(at, datetime) else at


def date_order(element: Node, case: Case, asked: Asked) -> Iterator[Spot]:
    """No date at ``less`` lies after one at ``more``; the same day is in order."""
    later = _moments(element, case["more"], asked)
    for spot, first in _moments(element, case["less"], asked):
        if spot is not None and any(_after(first, second) for _, second in later):
            yield spot


def date_now(element: Node, case: Case, asked: Asked) -> Iterator[Spot]:
    """The date does not lie in the future."""
    yield from date_order(element, {"less": case["date"], "more": NOW}, asked)


def time_limit(element: Node, case: Case, asked: Asked) -> Iterator[Spot]:
    """From start to end is no more than a year."""
    for _, start in _moments(element, case["start"], asked):
        for spot, end in _moments(element, case["end"], asked):
            if spot is not None and _day(end) > a_year_after(_day(start)):
                yield spot


def a_year_after(start: date) -> date:
    """The same day next year; for 29 February the 28th."""
    try:
        return start.replace(year=start.year + 1)
    except ValueError:
        return start.replace(year=start.year + 1, day=28)


def between_dates(element: Node, case: Case, asked: Asked) -> Iterator[Spot]:
    """The date lies between ``start`` and ``end``, both allowed."""
    starts = _moments(element, case["start"], asked)
    ends = _moments(element, case["end"], asked)
    for spot, at in _moments(element, case["date"], asked):
        early = any(_after(start, at) for _, start in starts)
        late = any(_after(at, end) for _, end in ends)
        if spot is not None and (early or late):
            yield spot


def regex_matches(element: Node, case: Case, _: Asked) -> Iterator[Spot]:
    """Every text fits the pattern."""
    pattern = re.compile(case["regex"])
    for spot in _found(element, case["paths"]):
        if not pattern.search(spot.text):
            yield spot


def regex_no_matches(element: Node, case: Case, _: Asked) -> Iterator[Spot]:
    """No text fits the pattern."""
    pattern = re.compile(case["regex"])
    for spot in _found(element, case["paths"]):
        if pattern.search(spot.text):
            yield spot


def startswith(element: Node, case: Case, asked: Asked) -> Iterator[Spot]:
    """Every text begins with one of the prefixes; without a prefix there is nothing to compare."""
    prefixes = _prefixes(element, case, asked)
    separator = case.get("separator", "")
    for spot in _found(element, case["paths"]) if prefixes else ():
        if not any(spot.text.startswith(f"{prefix}{separator}") for prefix in prefixes):
            yield spot


def _prefixes(element: Node, case: Case, asked: Asked) -> Sequence[str]:
    named = case.get("prefix") or [case["start"]]
    if named == ["ORG-ID-PREFIX"]:
        return [f"{agency}-" for agency in sorted(asked.agencies)]
    return [spot.text for spot in _found(element, named)]


def unique(element: Node, case: Case, _: Asked) -> Iterator[Spot]:
    """No text stands twice."""
    seen: set[str] = set()
    for spot in _found(element, case["paths"]):
        if spot.text in seen:
            yield spot
        seen.add(spot.text)


def if_then(element: Node, case: Case, _: Asked) -> Iterator[Spot]:
    """Where ``if`` holds, ``then`` holds too."""
    if truth(case["if"])(element) and not truth(case["then"])(element):
        about = _found(element, case.get("paths", ()))
        yield about[0] if about else _here(element)


def no_spaces(element: Node, case: Case, _: Asked) -> Iterator[Spot]:
    """No text begins or ends with a space or a new line."""
    for spot in _found(element, case["paths"]):
        if spot.text != spot.text.strip():
            yield spot


KINDS: Mapping[str, Check] = {
    "no_more_than_one": no_more_than_one,
    "atleast_one": atleast_one,
    "only_one_of": only_one_of,
    "one_or_all": one_or_all,
    "dependent": dependent,
    "sum": strict_sum,
    "strict_sum": strict_sum,
    "range": within,
    "date_order": date_order,
    "date_now": date_now,
    "time_limit": time_limit,
    "between_dates": between_dates,
    "regex_matches": regex_matches,
    "regex_no_matches": regex_no_matches,
    "startswith": startswith,
    "unique": unique,
    "if_then": if_then,
    "no_spaces": no_spaces,
}
