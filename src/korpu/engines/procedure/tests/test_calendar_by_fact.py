"""A term of another state runs on that state's calendar, which a fact of the case names."""

from datetime import date
from pathlib import Path

import pytest

from korpu.engines.procedure.api import DeclarationError, FactValue, Library, fold, load_library
from korpu.engines.procedure.tests import permit
from korpu.engines.procedure.tests.test_fold import entry

STATE = """\
  checked:
    title: {az: yoxlanılıb, en: checked, ru: проверено}
    kind: yes_no
    from: acts
  state:
    title: {az: dövlət, en: state, ru: государство}
    kind: text
    from: acts
"""
BY_STATE = "calendar: {by_fact: state, calendars: {XXA: other}, otherwise: plain}"
FILED = date(2026, 6, 1)


def states(folder: Path, chosen: str = BY_STATE) -> Library:
    """The permit, its decision counted in the calendar of the applicant's state."""
    before, after = permit.PROCEDURE.split("statuses:", 1)
    head = before[: before.index("  checked:")] + STATE
    text = head + "statuses:" + after.replace("calendar: plain", chosen)
    permit.write(folder, text)
    other = permit.CALENDAR.replace("id: plain", "id: other").replace("05-01", "06-03")
    (folder / "calendars" / "other.yaml").write_text(other, encoding="utf-8")
    return load_library(folder)


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Library:
    return states(tmp_path_factory.mktemp("states"))


def due(library: Library, *stated: FactValue) -> date | None:
    """The day of decision after each of ``stated`` was said of the state, in turn."""
    acts = ("file", "check", "check")
    log = [
        entry(act, FILED, state=state) if state else entry(act, FILED)
        for act, state in zip(acts, stated, strict=False)
    ]
    state = fold(library.procedure("xx/permit", on=FILED), log, library.calendars, on=FILED)
    found = state.deadline("decide")
    assert found is not None
    return found.due_on


@pytest.mark.parametrize(
    ("stated", "day"),
    [
        (("XXA",), date(2026, 6, 16)),  # 3 June is free there
        (("XXB",), date(2026, 6, 15)),  # a state without a calendar of its own
        ((None,), date(2026, 6, 15)),  # not known
        ((None, "XXA"), date(2026, 6, 16)),  # stated later
        (("XXA", "XXB"), date(2026, 6, 15)),  # corrected
    ],
)
def test_the_fact_decides_whose_days_off_count(
    library: Library, stated: tuple[FactValue, ...], day: date
) -> None:
    assert due(library, *stated) == day


@pytest.mark.parametrize(
    "chosen",
    [
        BY_STATE.replace("XXA: other", "XXA: nowhere"),
        BY_STATE.replace("by_fact: state", "by_fact: country"),
        BY_STATE.replace(", otherwise: plain", ""),
    ],
)
def test_a_calendar_or_a_fact_nobody_declared_is_refused_at_its_line(
    tmp_path: Path, chosen: str
) -> None:
    with pytest.raises(DeclarationError) as refused:
        states(tmp_path, chosen)
    assert "permit.yaml" in str(refused.value)
