"""A procedure as a picture: SVG made from the declaration, in the reader's language."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from textwrap import wrap
from xml.sax.saxutils import escape, quoteattr

from korpu.engines.procedure.drawing_shapes import (
    INK,
    LINE,
    PADDING,
    PAPER,
    QUIET,
    RULE,
    Line,
    arrow,
    head,
    height_of,
    separator,
    side_head,
    texts,
)
from korpu.engines.procedure.drawing_signs import legend_of
from korpu.engines.procedure.layout import Layout, Link, Spot, lay_out
from korpu.engines.procedure.model import BACK, Act, Procedure
from korpu.engines.procedure.told_beside import BRANCH_MARK, marks
from korpu.kernel.texts import Language, Text

BOX_WIDTH, COLUMN_GAP, MARGIN = 232, 44, 24
ROW_GAP, ARROW_ROOM, TRACK, TRACKS = 22, 26, 7, 5
TITLE_CHARS, ROW_CHARS, CAPTION_CHARS = 25, 32, 33
TITLE_SIZE = 15
DEPARTURE = "#d4351c"
BRANCH_RULE = "#4c2c92"
END_FILL, HERE_FILL, HERE_RULE = "#f3f2f1", "#e8f1f8", "#1d70b8"

HERE = Text(az="İş buradadır", en="The case is here", ru="Дело здесь")
DEPARTED = Text(
    az="Prosedurdan kənarlaşma", en="Out of order, by leave", ru="Отклонение от процедуры"
)
FROM = Text(az="Haradan: {statuses}", en="From: {statuses}", ru="Из: {statuses}")
ALT = Text(
    az="“{title}” prosedurunun sxemi. Eyni məzmun mətn şəklində prosedurun cədvəllərindədir.",
    en="Diagram of “{title}”. The procedure's tables say the same in words.",
    ru="Схема процедуры «{title}». То же самое словами — в таблицах процедуры.",
)


@dataclass(frozen=True, slots=True)
class _Box:
    status: str
    left: int
    top: int
    height: int
    lines: tuple[Line, ...]
    caption: tuple[Line, ...]

    @property
    def middle(self) -> int:
        return self.left + BOX_WIDTH // 2

    @property
    def right(self) -> int:
        return self.left + BOX_WIDTH

    @property
    def bottom(self) -> int:
        return self.top + self.height


def draw(
    procedure: Procedure,
    language: Language,
    *,
    here: str | None = None,
    departures: Sequence[tuple[str, str]] = (),
) -> str:
    """The procedure as one SVG element, safe to place in a page: no script, no style sheet.

    Args:
        procedure: a sound one.
        language: of every word in it.
        here: the status to mark as the place a case is at.
        departures: statuses a case was taken between out of order, as (from, to).
    """
    return _Drawing(procedure, language, here, departures).svg()


class _Drawing:
    def __init__(
        self,
        procedure: Procedure,
        language: Language,
        here: str | None,
        departures: Sequence[tuple[str, str]],
    ) -> None:
        self.procedure = procedure
        self.language = language
        self.here = here
        self.departures = [pair for pair in dict.fromkeys(departures) if pair[0] != pair[1]]
        self.layout: Layout = lay_out(procedure)
        self.marks = marks(procedure)
        self.boxes = self._boxes()

    def svg(self) -> str:
        width = max(box.right for box in self.boxes.values()) + MARGIN
        bottom = max(box.bottom for box in self.boxes.values()) + MARGIN
        legend = tuple(legend_of(self.procedure, self.layout, self.language, width - 2 * MARGIN))
        height = bottom + height_of(legend) + MARGIN
        title = self._say(self.procedure.title)
        alt = ALT.format(title=self.procedure.title)
        root = (
            f'<svg xmlns="http://www.w3.org/2000/svg" role="img" lang="{self.language}"'
            f' width="{width}" height="{height}" viewBox="0 0 {width} {height}"'
            f' font-family="Noto Sans, Arial, Liberation Sans, sans-serif"'
            f" aria-label={quoteattr(self._say(alt))}>"
        )
        parts = [
            root,
            f"<title>{escape(title)}</title>",
            f'<rect width="{width}" height="{height}" fill="{PAPER}"/>',
            *(self._down(link) for link in self.layout.down),
            *(self._up(link) for link in self.layout.up),
            *(part for box in self.boxes.values() for part in self._box(box)),
            *(self._departure(*pair) for pair in self.departures),
            separator(MARGIN, bottom, width - 2 * MARGIN),
            *texts(legend, MARGIN, bottom + PADDING),
            "</svg>",
        ]
        return "\n".join(parts) + "\n"

    def _say(self, text: Text) -> str:
        return text.in_language(self.language)

    def _boxes(self) -> dict[str, _Box]:
        lines = {status: tuple(self._lines(status)) for status in self.layout.spots}
        captions = {status: tuple(self._caption(status)) for status in self.layout.spots}
        first = min(spot.column for spot in self.layout.spots.values())
        tops = self._tops(lines, captions)
        boxes = {}
        for status, spot in self.layout.spots.items():
            left = MARGIN + (spot.column - first) * (BOX_WIDTH + COLUMN_GAP)
            height = height_of(lines[status])
            boxes[status] = _Box(
                status, left, tops[status], height, lines[status], captions[status]
            )
        return boxes

    def _tops(
        self,
        lines: dict[str, tuple[Line, ...]],
        captions: dict[str, tuple[Line, ...]],
    ) -> dict[str, int]:
        """Rows align across the middle columns; the lane on the right is by itself."""
        tops: dict[str, int] = {}
        for columns in self._groups():
            y = MARGIN
            for row in sorted({spot.row for spot in self.layout.spots.values()}):
                members = self._members(Spot(row, 0), columns)
                if not members:
                    continue
                y += max(len(captions[each]) for each in members) * LINE + ARROW_ROOM
                tops |= dict.fromkeys(members, y)
                y += max(height_of(lines[each]) for each in members) + ROW_GAP
        return tops

    def _members(self, row: Spot, columns: Sequence[int]) -> list[str]:
        return [
            status
            for status, spot in self.layout.spots.items()
            if spot.row == row.row and spot.column in columns
        ]

    def _lines(self, status: str) -> Iterator[Line]:
        found = self.procedure.statuses[status]
        if status == self.here:
            yield Line(f"● {self._say(HERE)}", colour=HERE_RULE, bold=True)
        for line in wrap(self._say(found.title), TITLE_CHARS):
            yield Line(line, TITLE_SIZE, bold=True)
        if any(target == status for _, target in self.departures):
            yield Line(f"⚑ {self._say(DEPARTED)}", colour=DEPARTURE, bold=True)
        branch = self.procedure.branches.get(found.branch or "")
        if branch:
            named = f"{BRANCH_MARK} {self._say(branch.title)}"
            yield from (Line(line, colour=BRANCH_RULE) for line in wrap(named, ROW_CHARS))
        owner = self.procedure.role_titles.get(found.owner or "")
        if owner:
            yield from (Line(line, colour=QUIET) for line in wrap(self._say(owner), ROW_CHARS))
        yield from self._rows(status)

    def _rows(self, status: str) -> Iterator[Line]:
        """The acts named in the box."""
        for act in self.layout.inside[status]:
            sign = "↩" if act.to_status == BACK else "↻"
            yield from self._row(sign, self._named(act))
        for link in self.layout.named:
            if link.source == status:
                target = self._say(self.procedure.statuses[link.target].title)
                yield from self._row("↑", f"{self._named(link.act)} → {target}")
        for link in self.layout.up:
            if link.source == status:
                yield from self._row("↑", self._named(link.act))

    def _named(self, act: Act) -> str:
        return f"{self._say(act.title)} {self.marks[act.id]}".rstrip()

    def _row(self, sign: str, text: str) -> Iterator[Line]:
        for number, line in enumerate(wrap(text, ROW_CHARS - 2)):
            yield Line(f"{sign} {line}" if number == 0 else f"    {line}")

    def _caption(self, status: str) -> Iterator[Line]:
        """The acts that lead here, over the box."""
        titles = {link.act.id: link.act for link in self.layout.down if link.target == status}
        for act in titles.values():
            yield from (Line(line) for line in wrap(self._named(act), CAPTION_CHARS))
        for act in self.layout.captions[status]:
            yield from (Line(line) for line in wrap(self._named(act), CAPTION_CHARS))
            if not act.opening:
                yield from self._sources(act)

    def _sources(self, act: Act) -> Iterator[Line]:
        names = [self._say(self.procedure.statuses[each].title) for each in act.from_statuses]
        shown = self._say(FROM.format(statuses=", ".join(names)))
        yield from (Line(line, colour=QUIET) for line in wrap(shown, CAPTION_CHARS))

    def _box(self, box: _Box) -> Iterator[str]:
        here = box.status == self.here
        final = self.procedure.statuses[box.status].final
        fill = HERE_FILL if here else END_FILL if final else PAPER
        branch = self.procedure.statuses[box.status].branch
        rule, width = (HERE_RULE, 3) if here else (INK if final else RULE, 2 if final else 1)
        if branch and not here:
            rule, width = BRANCH_RULE, 2
        yield (
            f'<rect x="{box.left}" y="{box.top}" width="{BOX_WIDTH}" height="{box.height}"'
            f' rx="6" fill="{fill}" stroke="{rule}" stroke-width="{width}"/>'
        )
        yield from texts(box.lines, box.left + PADDING, box.top + PADDING)
        top = box.top - ARROW_ROOM - len(box.caption) * LINE
        yield from texts(box.caption, box.left + PADDING, top, halo=True)
        if box.caption:
            yield arrow(f"M {box.middle} {box.top - ARROW_ROOM + 4} V {box.top - 2}")
            yield head(box.middle, box.top - 1)

    def _down(self, link: Link) -> str:
        """From under the source to the caption over the target."""
        source, target = self.boxes[link.source], self.boxes[link.target]
        end = target.top - ARROW_ROOM - len(target.caption) * LINE - 4
        if source.left == target.left:
            return arrow(f"M {source.middle} {source.bottom} V {end}")
        step = PADDING * 2 if target.left > source.left else -PADDING * 2
        start, bend = source.middle + step, min(self._row_bottom(link.source) + 14, end)
        return arrow(
            f"M {start} {source.bottom} V {bend - 4} Q {start} {bend} "
            f"{start + (4 if step > 0 else -4)} {bend} H {target.middle} V {end}"
        )

    def _row_bottom(self, status: str) -> int:
        """Below every box beside this one, so that no arrow passes behind a neighbour."""
        spot = self.layout.spots[status]
        columns = next(each for each in self._groups() if spot.column in each)
        return max(self.boxes[each].bottom for each in self._members(spot, columns))

    def _groups(self) -> tuple[range, range]:
        """The middle columns, and those of the lane."""
        return range(-99, self.layout.lane), range(self.layout.lane, 99)

    def _departure(self, source: str, target: str) -> str:
        """Past everything between them, along the left edge of the picture."""
        start, end = self.boxes[source], self.boxes[target]
        begin, finish = start.top + start.height // 2, end.top + end.height // 2
        track = MARGIN // 2
        path = f"M {start.left} {begin} H {track} V {finish} H {end.left - 3}"
        line = f'<path d="{path}" fill="none" stroke="{DEPARTURE}" stroke-width="3"'
        line += ' stroke-dasharray="2 4"/>'
        return line + side_head(end.left - 1, finish, left=False, colour=DEPARTURE)

    def _track(self, link: Link) -> int:
        """Which of the arrows through the same gap between columns it is."""
        together = [each for each in self.layout.up if self._gap(each) == self._gap(link)]
        return together.index(link)

    def _gap(self, link: Link) -> int:
        source, target = (self.layout.spots[each].column for each in (link.source, link.target))
        return min(source, target)

    def _up(self, link: Link) -> str:
        """From the side of the source, through the gap beside it, to the side of the target."""
        source, target = self.boxes[link.source], self.boxes[link.target]
        start, end = source.bottom - PADDING - LINE // 2, target.top + PADDING + LINE // 2
        gap = COLUMN_GAP // 2 + (self._track(link) % TRACKS - TRACKS // 2) * TRACK
        if source.left < target.left:
            path = f"M {source.right} {start} h {gap} V {end} H {target.left - 3}"
            return arrow(path, dashed=True) + side_head(target.left - 1, end, left=False)
        edge = source.right if source.left == target.left else source.left
        track = target.right + gap
        path = f"M {edge} {start} H {track} V {end} H {target.right + 3}"
        return arrow(path, dashed=True) + side_head(target.right + 1, end, left=True)
