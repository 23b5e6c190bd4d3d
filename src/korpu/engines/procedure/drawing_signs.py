"""The legend of a drawing: its signs, and the marks of what stands beside the main way."""

from collections.abc import Iterator
from textwrap import wrap

from korpu.engines.procedure.drawing_shapes import QUIET, Line
from korpu.engines.procedure.layout import Layout
from korpu.engines.procedure.model import BACK, Procedure
from korpu.engines.procedure.told_beside import sections
from korpu.engines.procedure.wording import joined
from korpu.kernel.texts import Language, Text

CHAR_WIDTH = 6.8
"""Of a line of the legend, on average; a little more than it is, so that no line is cut."""


def legend_of(
    procedure: Procedure, layout: Layout, language: Language, width: int
) -> Iterator[Line]:
    """What the signs and marks mean; only those this drawing has."""
    told = list(signs(procedure, layout))
    for section in sections(procedure):
        for each in section.members:
            sentences = joined(list(each.sentences), " ")
            told.append((each.mark, SAID.format(title=each.title, sentences=sentences)))
    for mark, text in told:
        for number, line in enumerate(wrap(text.in_language(language), int(width / CHAR_WIDTH))):
            yield Line(f"{mark} {line}" if number == 0 else f"    {line}", colour=QUIET)


def signs(procedure: Procedure, layout: Layout) -> Iterator[tuple[str, Text]]:
    """Each sign the drawing uses, with its meaning."""
    inside = [act for acts in layout.inside.values() for act in acts]
    if any(act.to_status != BACK for act in inside):
        yield "↻", STAYS
    if any(act.to_status == BACK for act in inside):
        yield "↩", GOES_BACK
    if layout.up or layout.named:
        yield "↑", RETURNS
    if any(status.final for status in procedure.statuses.values()):
        yield "■", ENDS


SAID = Text(az="{title}. {sentences}", en="{title}. {sentences}", ru="{title}. {sentences}")
STAYS = Text(
    az="hərəkət edilir, mərhələ dəyişmir",
    en="done without leaving the stage",
    ru="совершается без смены этапа",
)
GOES_BACK = Text(
    az="əvvəlki mərhələyə qaytarır",
    en="leads back to the stage before",
    ru="возвращает на прежний этап",
)
RETURNS = Text(
    az="qırıq xətt üzrə və ya adı çəkilən mərhələyə aparır",
    en="leads along the dashed line, or to the stage named",
    ru="ведёт по пунктирной линии или на названный этап",
)
ENDS = Text(
    az="boz fonlu çərçivə: icraat burada bitir",
    en="grey box: the proceedings end there",
    ru="серая рамка: здесь производство завершается",
)
