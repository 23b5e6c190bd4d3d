"""Where each status of a drawing goes: the main way down the middle, the rest beside it.

An act done in one or two statuses is an arrow. An act done in many would be a fan of lines nobody
can follow: it becomes a caption over its target that names them. Acts that stay, and acts that go
back up, are lines of text in the box they start from.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from korpu.engines.procedure.model import BACK, STAY, Act, Procedure

FEW = 2
"""An act from more statuses than this is a caption, not arrows."""


@dataclass(frozen=True, slots=True)
class Spot:
    """A cell of the grid: ``row`` counts down from the opening, ``column`` from the main way."""

    row: int
    column: int


@dataclass(frozen=True, slots=True)
class Link:
    """One arrow of one act."""

    act: Act
    source: str
    target: str


@dataclass(frozen=True, slots=True)
class Layout:
    """A drawing before it has sizes.

    Attributes:
        spots: every status's cell.
        down: arrows to a later row, captioned over their target.
        up: arrows back, named in the box they start from.
        inside: acts named in a box without an arrow, by status.
        captions: acts from many statuses, by their target.
    """

    spots: dict[str, Spot]
    down: tuple[Link, ...]
    up: tuple[Link, ...]
    inside: dict[str, tuple[Act, ...]]
    captions: dict[str, tuple[Act, ...]]


def lay_out(procedure: Procedure) -> Layout:
    """Place the statuses of a sound procedure."""
    links = tuple(_links(procedure))
    rows = _rows(procedure, links)
    spots = _spots(procedure, links, rows)
    down = tuple(link for link in links if spots[link.target].row > spots[link.source].row)
    return Layout(
        spots=spots,
        down=down,
        up=tuple(link for link in links if link not in down),
        inside={status: tuple(_inside(procedure, status)) for status in procedure.statuses},
        captions={status: tuple(_captions(procedure, status)) for status in procedure.statuses},
    )


def is_widespread(act: Act) -> bool:
    """Whether it is done in too many statuses to draw arrows."""
    return act.to_status not in {STAY, BACK} and len(_moving(act)) > FEW


def _moving(act: Act) -> tuple[str, ...]:
    return tuple(status for status in act.from_statuses if status != act.to_status)


def _links(procedure: Procedure) -> Iterator[Link]:
    for act in procedure.acts.values():
        if act.opening or act.to_status in {STAY, BACK} or is_widespread(act):
            continue
        yield from (Link(act, source, act.to_status) for source in _moving(act))


def _inside(procedure: Procedure, status: str) -> Iterator[Act]:
    for act in procedure.acts.values():
        if status in act.from_statuses and act.to_status in {STAY, BACK, status}:
            yield act


def _captions(procedure: Procedure, status: str) -> Iterator[Act]:
    for act in procedure.acts.values():
        if act.to_status == status and (act.opening or is_widespread(act)):
            yield act


def _rows(procedure: Procedure, links: tuple[Link, ...]) -> dict[str, int]:
    """Distance from the opening along arrows; only statuses arrows lead to."""
    rows = {act.to_status: 0 for act in procedure.opening_acts}
    frontier = list(rows)
    while frontier:
        following = []
        for link in links:
            if link.source in frontier and link.target not in rows:
                rows[link.target] = rows[link.source] + 1
                following.append(link.target)
        frontier = following
    return rows


def _spots(procedure: Procedure, links: tuple[Link, ...], rows: dict[str, int]) -> dict[str, Spot]:
    spots = {status: Spot(rows[status], 0) for status in _main_way(links, rows)}
    for status in sorted(rows, key=rows.__getitem__):
        if status not in spots:
            parent = next((link.source for link in links if link.target == status), None)
            near = spots[parent].column if parent in spots else 0
            is_end = _ends(procedure, status, links)
            spots[status] = _beside(rows[status], near, spots, is_end=is_end)
    lane = max(spot.column for spot in spots.values()) + 1
    _fill_lane(procedure, links, spots, lane)
    return spots


def _main_way(links: tuple[Link, ...], rows: dict[str, int]) -> list[str]:
    """A shortest way to the farthest status, from its end to the opening."""
    way = [max(rows, key=lambda status: rows[status])]
    while rows[way[-1]] > 0:
        way.append(
            next(
                link.source
                for link in links
                if link.target == way[-1] and rows.get(link.source) == rows[way[-1]] - 1
            )
        )
    return way


def _ends(procedure: Procedure, status: str, links: tuple[Link, ...]) -> bool:
    """Whether the case is over there, or one arrow further."""
    following = {link.target for link in links if link.source == status}
    return procedure.statuses[status].final or (
        bool(following) and all(procedure.statuses[each].final for each in following)
    )


def _beside(row: int, near: int, spots: dict[str, Spot], *, is_end: bool) -> Spot:
    """The nearest free cell: ends go to the right, detours to the left."""
    taken = {spot.column for spot in spots.values() if spot.row == row}
    step = 1 if is_end or near > 0 else -1
    column = near or step
    while column in taken:
        column += step
    return Spot(row, column)


def _fill_lane(
    procedure: Procedure, links: tuple[Link, ...], spots: dict[str, Spot], lane: int
) -> None:
    """Statuses only widespread acts lead to, one below another, each with what follows it."""
    row = 0
    for status in procedure.statuses:
        chain = [] if status in spots else [status]
        while chain:
            here = chain.pop(0)
            spots[here] = Spot(row, lane)
            row += 1
            following = (link.target for link in links if link.source == here)
            chain += [each for each in following if each not in spots]
