"""The shapes of a drawing: lines of text, arrows and their heads."""

from collections.abc import Iterator
from dataclasses import dataclass
from xml.sax.saxutils import escape

LINE, PADDING = 18, 12
ROW_SIZE = 13
INK, QUIET, RULE, PAPER, ARROW = "#0b0c0c", "#505a5f", "#8a9499", "#ffffff", "#5a6469"


@dataclass(frozen=True, slots=True)
class Line:
    text: str
    size: int = ROW_SIZE
    colour: str = INK
    bold: bool = False


def height_of(lines: tuple[Line, ...]) -> int:
    return len(lines) * LINE + 2 * PADDING - 2


def texts(lines: tuple[Line, ...], left: int, top: int, *, halo: bool = False) -> Iterator[str]:
    around = f' paint-order="stroke" stroke="{PAPER}" stroke-width="4"' if halo else ""
    for number, line in enumerate(lines):
        weight = ' font-weight="bold"' if line.bold else ""
        yield (
            f'<text x="{left}" y="{top + number * LINE + 13}" font-size="{line.size}"'
            f' fill="{line.colour}" xml:space="preserve"{weight}{around}>{escape(line.text)}</text>'
        )


def separator(left: int, top: int, width: int) -> str:
    return f'<path d="M {left} {top} h {width}" stroke="{RULE}"/>'


def arrow(path: str, *, dashed: bool = False) -> str:
    dashes = ' stroke-dasharray="5 4"' if dashed else ""
    return f'<path d="{path}" fill="none" stroke="{ARROW}" stroke-width="1.5"{dashes}/>'


def head(x: int, y: int) -> str:
    return f'<path d="M {x} {y} l -5 -9 h 10 z" fill="{ARROW}"/>'


def side_head(x: int, y: int, *, left: bool, colour: str = ARROW) -> str:
    way = 9 if left else -9
    return f'<path d="M {x} {y} l {way} -5 v 10 z" fill="{colour}"/>'
