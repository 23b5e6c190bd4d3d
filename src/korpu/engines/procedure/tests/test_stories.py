"""The written cases of Azerbaijan, and that they can fail."""

from dataclasses import replace
from datetime import date

import pytest

from korpu.engines.procedure.api import Deadline, Library
from korpu.engines.procedure.stories import Story, play
from korpu.engines.procedure.story_coverage import coverage_of
from korpu.engines.procedure.story_files import read_stories
from korpu.engines.procedure.story_titles import title_of
from korpu.engines.procedure.tests.conftest import AZ

STORIES = read_stories(AZ)


@pytest.mark.parametrize("story", STORIES, ids=lambda story: story.place)
def test_written_case(library: Library, story: Story) -> None:
    assert play(story, library) == ()


NEVER = {"az/permanent-residence": {"cancel_unpaid"}}
"""The time to pay runs from the end of a term whose number was not read: it never passes."""


def no_number(rule: Deadline) -> bool:
    """Whether nobody knows by how much the term may be extended: then it never is."""
    found = rule.extension and rule.extension.parameter
    return bool(found) and found.versions[-1].quantity is None


def test_every_act_has_a_case_in_which_it_is_done_and_one_in_which_it_is_refused(
    library: Library,
) -> None:
    """Variants of a procedure that only change its terms have its acts."""
    variants = {"az/readmission-own-national-accelerated", "az/readmission-third-country-national"}
    beside = {"az/readmission-own-national-documented", "az/readmission-in-error"}
    for procedure in library.current(date(2026, 6, 1)):
        if procedure.id in variants | beside | {"az/readmission-transit"}:
            continue
        steps = [step for each in STORIES if each.procedure == procedure.id for step in each.steps]
        unknown = {rule.extension.act for rule in procedure.deadlines.values() if no_number(rule)}
        done = {step.act for step in steps if step.refused is None}
        assert done == procedure.acts.keys() - unknown - NEVER.get(procedure.id, set())
        assert {step.act for step in steps if step.refused is not None} == set(procedure.acts)


def test_every_deadline_has_a_case_that_names_it(library: Library) -> None:
    for procedure in library.current(date(2026, 6, 1)):
        named = {
            deadline
            for story in STORIES
            if story.procedure.startswith(procedure.id.removesuffix("-accelerated"))
            for deadline in story.deadlines
        }
        assert set(procedure.deadlines) <= named


def test_a_case_with_a_wrong_expectation_does_not_hold(library: Library) -> None:
    story = next(each for each in STORIES if each.about.startswith("Agreement in time"))
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
    story = next(each for each in STORIES if each.about.startswith("Agreement needs"))
    step = replace(story.steps[-1], refused="Never.")
    assert "expected “Never.”" in play(replace(story, steps=(*story.steps[:-1], step)), library)[0]


def test_every_article_used_has_a_case_that_holds_and_one_that_fails(library: Library) -> None:
    assert coverage_of(STORIES, library, on=date(2026, 6, 1)).untried == []


def test_a_case_is_called_by_what_it_expects(library: Library) -> None:
    story = next(each for each in STORIES if each.about.startswith("Agreement in time"))
    procedure = library.procedure(story.procedure, on=story.steps[0].on)
    assert title_of(story, procedure).en.startswith("After “Agree to readmission” on ")
    assert "due 11 September 2026" in title_of(story, procedure).en
