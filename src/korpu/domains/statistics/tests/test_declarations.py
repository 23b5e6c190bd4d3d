"""What the jurisdiction declares, and what rooms publish, fit one another."""

from dataclasses import dataclass, replace
from datetime import date

import pytest

from korpu.domains.assistance.api import AssistancePlanRow
from korpu.domains.readmission.api import (
    CaseOutcome,
    InTerm,
    Outcome,
    ReadmissionApplicationRow,
    ReadmissionCaseRow,
    Track,
)
from korpu.domains.statistics.checks import check_measures, lacking
from korpu.domains.statistics.declarations import ended_period, measures, release_rules
from korpu.domains.statistics.extracts import Extract, register_extract
from korpu.domains.statistics.testing import needs_extract, publishing
from korpu.engines.measures.api import DeclarationError, Schema, load_release_rules
from korpu.foundations.accounts.api import jurisdiction_folder
from korpu.foundations.codelists.api import declared_lists
from korpu.kernel.texts import Text

COMMITTEE = (
    "readmission-cases",
    "readmission-cases-by-state",
    "readmission-refusals",
    "readmission-replies-in-term",
    "readmission-transfers",
)
NAME = Text(az="ad", en="name", ru="имя")


def classification(measure, dimension):
    return next(d for d in measures()[measure].dimensions if d.id == dimension).classification


def test_every_outcome_of_readmission_has_its_class():
    known = classification("readmission-applications", "OUTCOME").by_value
    assert set(Outcome.values) == set(known)


def test_every_case_of_readmission_falls_into_a_class_of_the_committees_figures():
    found = classification("readmission-cases", "OUTCOME").by_value
    assert set(CaseOutcome.values) | {"pending", "agreed", "refused", "deemed_agreed"} == set(found)
    assert set(Track.values) == set(classification("readmission-cases", "PROCEDURE").by_value)
    terms = classification("readmission-replies-in-term", "REPLY_TERM").by_value
    assert set(InTerm.values) == set(terms)
    named = ("readmission-refusal-grounds", "transit-refusal-grounds")
    lists = [each for each in declared_lists() if each.name in named]
    grounds = {code.code for each in lists for code in each.codes}
    known = classification("readmission-refusals", "GROUND").by_value
    assert grounds | {"none"} == set(known)


def test_every_need_a_plan_can_record_has_its_class():
    codelist = next(each for each in declared_lists() if each.name == "reintegration-needs")
    known = classification("reintegration-needs", "NEED").by_value
    assert {code.code for code in codelist.codes} == set(known)


def test_every_sex_a_person_can_have_has_its_class():
    codelist = next(each for each in declared_lists() if each.name == "sex")
    known = classification("reintegration-needs", "SEX").by_value
    assert {code.code for code in codelist.codes} <= set(known)


@pytest.mark.parametrize(
    ("measure", "row_type"),
    [
        ("readmission-applications", ReadmissionApplicationRow),
        *((measure, ReadmissionCaseRow) for measure in COMMITTEE),
        ("reintegration-needs", AssistancePlanRow),
    ],
)
def test_the_rooms_publish_every_column_their_measures_ask_for(measure, row_type):
    schema = Schema.of(measure, row_type, ("pseudonym",))
    assert list(lacking(measures()[measure], schema)) == []


def test_age_groups_leave_no_gap_and_overlap_nowhere():
    ages = classification("reintegration-needs", "AGE_GROUP")
    bands = [c for c in ages.codes if c.id != ages.unknown]
    for age in range(130):
        fitting = [
            c
            for c in bands
            if (c.from_age or 0) <= age <= (130 if c.until_age is None else c.until_age)
        ]
        assert len(fitting) == 1, age


def test_the_check_names_the_column_a_measure_lacks():
    @dataclass(frozen=True)
    class Poor:
        pseudonym: str
        opened_on: str

    poor = Extract("assistance_plans", NAME, ("pseudonym",), Poor, lambda first, last: [])
    with publishing(poor):
        errors = [error.msg for error in check_measures(app_configs=None)]
    assert any("opened_on (date)" in message for message in errors)
    assert any("birth_year (int)" in message for message in errors)
    with publishing(needs_extract([])):
        assert list(check_measures(app_configs=None)) == []


def test_an_extract_is_registered_once():
    extract = needs_extract([])
    with publishing(extract), pytest.raises(RuntimeError, match="registered twice"):
        register_extract(replace(extract))


def test_no_parameter_of_release_claims_to_be_checked_against_the_law():
    confidences = {parameter.basis.confidence for parameter in release_rules().parameters}
    assert confidences <= {"unverified", "weak"}


def test_the_ended_quarter_is_the_one_before_that_of_the_day():
    measure = measures()["readmission-applications"]
    assert ended_period(measure, date(2026, 10, 1)).sdmx_name == "2026-Q3"
    assert ended_period(measure, date(2026, 1, 1)).sdmx_name == "2025-Q4"


@pytest.mark.parametrize(
    ("old", "new", "complaint"),
    [
        ("value: each_cell", "value: somehow", "additivity"),
        ("value: 3", "value: 0", "minimum_interval"),
        ("value: 2", 'value: "2"', "publish_after_months"),
        ("- id: threshold", "- id: treshold", "must be one of"),
    ],
)
def test_parameters_of_release_that_make_no_sense_are_refused(tmp_path, old, new, complaint):
    text = (jurisdiction_folder() / "statistics.yaml").read_text(encoding="utf-8")
    path = tmp_path / "statistics.yaml"
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(DeclarationError, match=complaint):
        load_release_rules(path)
