"""What a statement must satisfy, wherever it comes from."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from korpu.domains.readmission import rules
from korpu.domains.readmission.statement import EvidenceStatement, MemberStatement, Statement

TODAY = date(2026, 11, 22)


def any_code(_codelist, code):
    return bool(code) and code != "unknown"


def faults_of(statement):
    found = rules.statement_faults(statement, on=TODAY, is_code=any_code)
    return {field: str(sentence) for field, sentence in found.items()}


@pytest.fixture
def sound():
    return Statement(
        authority_reference="D-2026/17",
        irregular_stay_established_on=date(2026, 10, 1),
        contact_name="Anna Beispiel",
        contact_email="anna@example.org",
        surname="Məmmədov",
        given_names="Elçin",
        sex="M",
        birth_date="1990-04-12",
    )


def test_a_sound_statement_has_no_fault(sound):
    assert faults_of(sound) == {}


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"authority_reference": " "}, "authority_reference"),
        ({"irregular_stay_established_on": None}, "irregular_stay_established_on"),
        ({"irregular_stay_established_on": date(2026, 11, 23)}, "irregular_stay_established_on"),
        ({"irregular_stay_established_on": date(1899, 12, 31)}, "irregular_stay_established_on"),
        ({"track": "accelerated"}, "apprehended_on"),
        ({"track": "accelerated", "apprehended_on": date(2027, 1, 1)}, "apprehended_on"),
        ({"apprehended_on": date(2026, 11, 1)}, "apprehended_on"),
        ({"track": "express"}, "track"),
        ({"contact_email": "anna"}, "contact_email"),
        ({"surname": "", "given_names": ""}, "surname"),
        ({"surname": "Elçin 😀"}, "surname"),
        ({"surname": "\u202eMəmmədov"}, "surname"),
        ({"given_names": "El\x00çin"}, "given_names"),
        ({"given_names": "x" * 101}, "given_names"),
        ({"aliases": "Robert'); drop table"}, "aliases"),
        ({"sex": ""}, "sex"),
        ({"holds_valid_travel_document": True}, "holds_valid_travel_document"),
        ({"birth_date": "2026-11-23"}, "birth_date"),
        ({"birth_date": "2027"}, "birth_date"),
        ({"birth_date": "1899-12-31"}, "birth_date"),
        ({"birth_date": "1990-02-30"}, "birth_date"),
        ({"birth_date": "12.04.1990"}, "birth_date"),
        ({"birth_country": "unknown"}, "birth_country"),
        ({"health_needs": "Insulin"}, "needs_basis"),
        ({"needs_basis": "consent"}, "needs_basis"),
        ({"remarks": "half a sign \ud800"}, "remarks"),
        (
            {"members": (MemberStatement("minor_child", "Məmmədova", "Aysel"),)},
            "members.0.birth_date",
        ),
        (
            {"evidence": (EvidenceStatement("passport", date(2020, 1, 2), date(2020, 1, 1)),)},
            "evidence.0.valid_until",
        ),
        ({"evidence": (EvidenceStatement("unknown"),)}, "evidence.0.kind"),
    ],
)
def test_a_fault_is_named_at_its_field(sound, changes, field):
    assert list(faults_of(replace(sound, **changes))) == [field]


def test_needs_with_consent_or_vital_need_are_accepted(sound):
    for basis in ("consent", "vital_need"):
        assert faults_of(replace(sound, needs_basis=basis, care_needs="Wheelchair")) == {}


@pytest.mark.parametrize("name", ["O‘ktam", "Əliyev-Rəhimov", "Иванов", "علی", "Anne-Marie d'Arc"])
def test_names_of_every_script_are_accepted(name):
    assert rules.name_fault(name) is None


@given(st.text())
def test_no_name_that_passes_holds_a_sign_that_hides_or_turns_text(name):
    if rules.name_fault(name) is None:
        assert not set(name) & set(
            "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200f\x00"
        )


@given(st.dates(date(1900, 1, 1), TODAY))
def test_every_day_since_1900_is_a_possible_birth_date_at_each_exactness(day):
    for partial in (f"{day:%Y-%m-%d}", f"{day:%Y-%m}", f"{day:%Y}"):
        assert rules.birth_date_fault(partial, on=TODAY) is None


def test_an_application_without_evidence_is_received_but_not_complete(sound):
    assert faults_of(sound) == {}
    assert "evidence" in rules.missing_particulars(sound)
