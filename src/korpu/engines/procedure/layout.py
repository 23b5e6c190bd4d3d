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
        lane: the first column of the statuses only widespread acts lead to.
        down: arrows to a later row, captioned over their target.
        up: arrows back, named in the box they start from.
        named: the same, where an arrow would run behind other boxes: words alone.
        inside: acts named in a box without an arrow, by status.
        captions: acts from many statuses, by their target.
    """

    spots: dict[str, Spot]
    lane: int
    down: tuple[Link, ...]
    up: tuple[Link, ...]
    named: tuple[Link, ...]
    inside: dict[str, tuple[Act, ...]]
    captions: dict[str, tuple[Act, ...]]


def lay_out(procedure: Procedure) -> Layout:
    """Place the statuses of a sound procedure."""
    links = tuple(_links(procedure))
    rows = _rows(procedure, links)
    spots, lane = _spots(procedure, links, rows)
    down = tuple(link for link in links if spots[link.target].row > spots[link.source].row)
    back = [link for link in links if link not in down]
    return Layout(
        spots=spots,
        lane=lane,
        down=down,
        up=tuple(link for link in back if not _is_barred(link, spots, lane)),
        named=tuple(link for link in back if _is_barred(link, spots, lane)),
        inside={status: tuple(_inside(procedure, status)) for status in procedure.statuses},
        captions={status: tuple(_captions(procedure, status)) for status in procedure.statuses},
    )


def _is_barred(link: Link, spots: dict[str, Spot], lane: int) -> bool:
    """Whether boxes stand between the two, at the height at which the arrow would pass."""
    source, target = spots[link.source], spots[link.target]
    height = target.row if source.column < target.column else source.row
    first, last = sorted((source.column, target.column))
    across = (source.column >= lane) != (target.column >= lane)
    return any(
        first < spot.column < last and (across or spot.row == height) for spot in spots.values()
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


def _spots(
    procedure: Procedure, links: tuple[Link, ...], rows: dict[str, int]
) -> tuple[dict[str, Spot], int]:
    """The cells, and the first column of the lane."""
    spots = {status: Spot(rows[status], 0) for status in _main_way(links, rows)}
    for status in sorted(rows, key=rows.__getitem__):
        if status not in spots:
            parent = next((link.source for link in links if link.target == status), None)
            near = spots[parent].column if parent in spots else 0
            is_end = _ends(procedure, status, links)
            spots[status] = _beside(rows[status], near, spots, is_end=is_end)
    lane = max(spot.column for spot in spots.values()) + 1
    _fill_lane(procedure, links, spots, lane)
    return spots, lane


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
    """Statuses only widespread acts lead to, one below another, each with what follows it.

    What follows in one step stands side by side, so that no arrow runs through another's box.
    """
    row = 0
    for status in procedure.statuses:
        level = [] if status in spots else [status]
        while level:
            for column, here in enumerate(level, lane):
                spots[here] = Spot(row, column)
            row += 1
            following = (link.target for link in links if link.source in level)
            level = [each for each in dict.fromkeys(following) if each not in spots]
