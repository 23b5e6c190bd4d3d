"""What a written case is called: said by what it expects, never by hand."""

from collections.abc import Iterator, Mapping
from datetime import date

from korpu.engines.procedure.model import FactValue, Procedure
from korpu.engines.procedure.stories import Story
from korpu.engines.procedure.wording import dated, joined
from korpu.kernel.texts import Text

DONE = Text(
    az="{day} tarixində “{act}” edildikdən sonra: {outcome}",
    en="After “{act}” on {day}: {outcome}",
    ru="После «{act}» {day}: {outcome}",
)
REFUSED = Text(
    az="{day} tarixində “{act}” edilmir: {sentence} {outcome}",
    en="“{act}” on {day} is refused: {sentence} {outcome}",
    ru="«{act}» {day} невозможно: {sentence} {outcome}",
)
STATUS = Text(az="status “{status}”", en="status “{status}”", ru="статус «{status}»")
NOTHING = Text(az="iş açılmır", en="no case is opened", ru="дело не открывается")
DUE = Text(az="“{title}” {day} tarixinədək", en="“{title}” due {day}", ru="«{title}» — до {day}")
NO_DAY = Text(
    az="“{title}” üçün tarix yoxdur", en="“{title}” without a date", ru="«{title}» — без даты"
)
STATES: dict[FactValue, Text] = {
    "running": Text(az="axır", en="running", ru="течёт"),
    "suspended": Text(az="dayandırılıb", en="suspended", ru="приостановлен"),
    "met": Text(az="icra olunub", en="met", ru="исполнен"),
    "breached": Text(az="gecikib", en="late", ru="просрочен"),
    "cancelled": Text(az="artıq gözlənilmir", en="no longer awaited", ru="больше не ожидается"),
    "not_computable": Text(az="hesablanmır", en="not computable", ru="не вычисляется"),
}
BESIDE = Text(az="“{title}”: {state}", en="“{title}”: {state}", ru="«{title}»: {state}")
WAITS: dict[FactValue, Text] = {
    "not_asked": Text(az="soruşulmayıb", en="not asked", ru="не запрошено"),
    "open": Text(az="gözlənilir", en="awaited", ru="ожидается"),
    "answered": Text(az="cavab verilib", en="answered", ru="получено"),
    "silent": Text(az="cavab verilməyib", en="silent", ru="без ответа"),
}


def title_of(story: Story, procedure: Procedure) -> Text:
    """The last step and everything expected of it, in one sentence.

    Args:
        story: a written case.
        procedure: the version it is played under.
    """
    last = story.steps[-1]
    act, day = procedure.acts[last.act].title, dated(last.on)
    outcome = joined(list(_outcome(story, procedure)) or [NOTHING], "; ")
    if last.refused:
        return REFUSED.format(act=act, day=day, sentence=last.refused, outcome=outcome)
    return DONE.format(act=act, day=day, outcome=outcome)


def _outcome(story: Story, procedure: Procedure) -> Iterator[Text]:
    if story.status:
        yield STATUS.format(status=procedure.statuses[story.status].title)
    for name, status in story.branches.items():
        state = procedure.statuses[str(status)].title
        yield BESIDE.format(title=procedure.branches[name].title, state=state)
    for name, answer in story.waits.items():
        yield BESIDE.format(title=procedure.waits[name].title, state=WAITS[answer])
    for name, expected in story.deadlines.items():
        yield _deadline(procedure.deadlines[name].title, expected)


def _deadline(title: Text, expected: Mapping[str, FactValue]) -> Text:
    due, state = expected.get("due_on"), STATES.get(expected.get("state"))
    parts = [BESIDE.format(title=title, state=state)] if state else []
    if isinstance(due, date):
        parts.append(DUE.format(title=title, day=dated(due)))
    elif "due_on" in expected:
        parts.append(NO_DAY.format(title=title))
    return joined(parts or [title], ", ")
