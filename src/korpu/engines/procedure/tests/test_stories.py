"""The written cases of Azerbaijan, and that they can fail."""

from dataclasses import replace
from datetime import date

import pytest

from korpu.engines.procedure.api import Library
from korpu.engines.procedure.stories import Story, play, read_stories
from korpu.engines.procedure.tests.conftest import AZ

STORIES = read_stories(AZ)


@pytest.mark.parametrize("story", STORIES, ids=lambda story: story.title)
def test_written_case(library: Library, story: Story) -> None:
    assert play(story, library) == ()


def test_every_act_has_a_case_in_which_it_is_done_and_one_in_which_it_is_refused(
    library: Library,
) -> None:
    """The accelerated variant has the acts of the normal procedure."""
    for procedure_id in ("az/readmission-own-national", "az/reintegration-support"):
        acts = library.procedure(procedure_id, on=date(2026, 6, 1)).acts
        steps = [step for each in STORIES if each.procedure == procedure_id for step in each.steps]
        assert {step.act for step in steps if step.refused is None} == set(acts)
        assert {step.act for step in steps if step.refused is not None} == set(acts)


def test_every_deadline_has_a_case_that_names_it(library: Library) -> None:
    for procedure in library.current(date(2026, 6, 1)):
        if not procedure.id.startswith(("az/readmission", "az/reintegration")):
            continue
        named = {
            deadline
            for story in STORIES
            if story.procedure.startswith(procedure.id.removesuffix("-accelerated"))
            for deadline in story.deadlines
        }
        assert set(procedure.deadlines) <= named


def test_a_case_with_a_wrong_expectation_does_not_hold(library: Library) -> None:
    story = next(each for each in STORIES if each.title.startswith("Agreement in time"))
    wrong = {"transfer": {"due_on": date(2026, 9, 12)}}
    assert play(replace(story, deadlines=wrong), library) == (
        "transfer.due_on: expected 2026-09-12, found 2026-09-11",
    )
    assert play(replace(story, status="refused"), library) == (
        "expected status refused, found agreed",
    )
    assert play(replace(story, status=None, deadlines={"interview": {}}), library) == (
        "the deadline interview has not started",
    )


def test_a_refusal_that_does_not_come_is_told(library: Library) -> None:
    story = next(each for each in STORIES if each.title.startswith("Agreement needs"))
    step = replace(story.steps[-1], refused="Never.")
    assert "expected “Never.”" in play(replace(story, steps=(*story.steps[:-1], step)), library)[0]
