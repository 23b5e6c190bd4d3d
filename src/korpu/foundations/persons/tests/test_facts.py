"""What may be said of a person, what is refused how, and which fact is preferred."""

from datetime import date, timedelta

import pytest
from django.utils import translation

from korpu.foundations.accounts.api import acting
from korpu.foundations.persons.api import (
    Fact,
    FactKind,
    Source,
    SourceKind,
    add_facts,
    record_document,
    relate,
    relations_of,
    supersede_fact,
    warnings_about,
)
from korpu.foundations.persons.enums import RelationKind
from korpu.foundations.persons.models import IdentityFact
from korpu.foundations.persons.services.documents import end_relation
from korpu.foundations.persons.testing import make_person
from korpu.foundations.persons.validation import checked_facts
from korpu.kernel.errors import InvalidInput, NotPossibleNow

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 22)


def kept(kind, value):
    (fact,) = checked_facts([Fact(FactKind(kind), value)], on=TODAY)
    return fact.value


@pytest.mark.parametrize(
    ("kind", "given", "value"),
    [
        ("surname", "  Əliyev   oğlu ", "Əliyev oğlu"),
        ("surname", "O’Connor-Smith", "O’Connor-Smith"),
        ("surname", "حسن‌زاده", "حسن‌زاده"),
        ("surname", "A" * 200, "A" * 200),
        ("given_names", "Elc\u0327in", "Elçin"),
        ("birth_date", "1990", "1990"),
        ("birth_date", "1990-05", "1990-05"),
        ("birth_date", " 2026-11-22 ", "2026-11-22"),
        ("birth_country", "SUN", "SUN"),
        ("nationality", "XXA", "XXA"),
        ("phone", "+994 (12) 345-67-89", "+994 (12) 345-67-89"),
    ],
)
def test_what_can_be_right_is_kept_in_one_form(kind, given, value):
    assert kept(kind, given) == value


@pytest.mark.parametrize(
    ("kind", "given", "sentence"),
    [
        ("surname", "Əliyev 😀", "letters, spaces, hyphens"),
        ("surname", "Əliyev2", "letters, spaces, hyphens"),
        ("surname", "<b>Əliyev</b>", "letters, spaces, hyphens"),
        ("surname", "Əliyev\u202egnp", "invisible sign"),
        ("surname", "Əli\u0000yev", "invisible sign"),
        ("surname", "Əli\u200byev", "invisible sign"),
        ("surname", "- '", "at least one letter"),
        ("surname", "A" * 201, "At most 200 characters fit here; this has 201"),
        ("birth_date", "2026-11-23", "in the future"),
        ("birth_date", "2027", "in the future"),
        ("birth_date", "1990-02-30", "no such day"),
        ("birth_date", "1990-13", "no such day"),
        ("birth_date", "1895", "more than 130 years back"),
        ("birth_date", "17.05.1990", "year-month-day"),
        ("birth_date", "1990-05-17-01", "year-month-day"),
        ("nationality", "AZ", "entries of the list"),
        ("nationality", "SUN", "entries of the list"),
        ("sex", "male", "entries of the list"),
        ("email", "nobody", "no e-mail address"),
        ("phone", "call me", "telephone number"),
        ("address", "Bakı\u202e", "invisible sign"),
    ],
)
def test_what_cannot_be_right_is_refused_at_its_field(kind, given, sentence):
    with translation.override("en"):
        with pytest.raises(InvalidInput) as refused:
            kept(kind, given)
        assert sentence in str(refused.value.fields[kind])
        assert given not in str(refused.value), "the message carries no personal data"


def test_all_that_is_wrong_is_said_at_once():
    facts = [
        Fact(FactKind.SURNAME, "1"),
        Fact(FactKind.BIRTH_DATE, "3000"),
        Fact(FactKind.SEX, "M"),
    ]
    with pytest.raises(InvalidInput) as refused:
        checked_facts(facts, on=TODAY)
    assert set(refused.value.fields) == {"surname", "birth_date"}


def test_a_fact_that_ends_before_it_begins_is_refused():
    fact = Fact(FactKind.ADDRESS, "Bakı", valid_from=TODAY, valid_until=TODAY - timedelta(1))
    with pytest.raises(InvalidInput):
        checked_facts([fact], on=TODAY)


def test_a_cyrillic_letter_in_a_latin_name_is_a_warning_not_a_refusal():
    slip = Fact(FactKind.SURNAME, "Аliyev")
    assert set(warnings_about([slip])) == {"surname"}
    assert warnings_about([Fact(FactKind.SURNAME, "Əliyev"), Fact(FactKind.PHONE, "1")]) == {}
    assert checked_facts([slip], on=TODAY)


def test_a_person_with_a_single_name_is_a_person(office):
    assert make_person("", "Sukarno", compartment=office).name == "Sukarno"


def said(person, actor, at, kind, value, source, **days):
    with acting(actor):
        rows = add_facts(
            person=person,
            facts=[Fact(FactKind(kind), value, **days)],
            source=Source(source),
            actor=actor,
            at=at,
        )
        person.refresh_from_db()
    return rows


def test_the_weightier_source_is_preferred_and_the_later_of_two_alike(office, officer, at):
    person = make_person(compartment=office, at=at)
    said(person, officer, at, "surname", "Aliev", SourceKind.STATEMENT)
    assert person.surname == "Əliyev"
    said(person, officer, at, "surname", "Əliyevli", SourceKind.DOCUMENT)
    assert person.surname == "Əliyevli"
    said(person, officer, at, "surname", "Əliyevzadə", SourceKind.REGISTER)
    assert person.surname == "Əliyevzadə"


def test_a_fact_that_no_longer_runs_gives_way(office, officer, at):
    person = make_person("", "Sona", compartment=office)
    yesterday = at.date() - timedelta(2)
    said(person, officer, at, "surname", "Əliyeva", SourceKind.REGISTER, valid_until=yesterday)
    said(person, officer, at, "surname", "Quliyeva", SourceKind.STATEMENT)
    assert person.surname == "Quliyeva"


def test_the_same_word_from_the_same_source_is_recorded_once(office, officer, at):
    person = make_person(compartment=office)
    assert said(person, officer, at, "phone", "+994 12 000 00 00", SourceKind.STATEMENT)
    assert not said(person, officer, at, "phone", "+994 12 000 00 00", SourceKind.STATEMENT)


def test_a_mistaken_fact_is_superseded_never_overwritten(office, officer, at):
    person = make_person(compartment=office)
    with acting(officer):
        wrong = IdentityFact.objects.get(person=person, kind="birth_date")
        better = supersede_fact(
            fact=wrong,
            better=Fact(FactKind.BIRTH_DATE, "1991-05-17"),
            source=Source(SourceKind.REGISTER),
            reason="digit misread",
            actor=officer,
            at=at,
        )
        wrong.refresh_from_db()
        person.refresh_from_db()
        assert (wrong.value, wrong.superseded_by) == ("1990-05-17", better)
        assert person.birth_date == "1991-05-17"
        with pytest.raises(NotPossibleNow):
            supersede_fact(
                fact=wrong, better=None, source=None, reason="again", actor=officer, at=at
            )


def test_a_fact_withdrawn_without_a_better_one_leaves_the_column_empty(office, officer, at):
    person = make_person(compartment=office)
    with acting(officer):
        fact = IdentityFact.objects.get(person=person, kind="sex")
        with pytest.raises(InvalidInput):
            supersede_fact(fact=fact, better=None, source=None, reason="", actor=officer, at=at)
        supersede_fact(fact=fact, better=None, source=None, reason="x", actor=officer, at=at)
        person.refresh_from_db()
    assert person.sex == "X"


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("kind", "library_card"),
        ("issuer", "Q"),
        ("number", "12-3"),
        ("issued_on", date(2999, 1, 1)),
        ("valid_until", date(2019, 12, 31)),
    ],
)
def test_an_impossible_document_is_refused_at_its_field(office, officer, at, field, value):
    person = make_person(compartment=office)
    given = {
        "kind": "passport",
        "issuer": "AZE",
        "number": "C01234567",
        "issued_on": date(2020, 1, 1),
        "valid_until": date(2030, 1, 1),
    } | {field: value}
    with acting(officer), pytest.raises(InvalidInput) as refused:
        record_document(person=person, **given, actor=officer, at=at)
    assert field in refused.value.fields


def test_a_relation_is_seen_from_both_files_and_ends_in_both(office, officer, at):
    father = make_person("Əliyev", "Rza", compartment=office)
    son = make_person("Əliyev", "Elman", compartment=office)
    with acting(officer):
        row = relate(person=father, relative=son, kind=RelationKind.CHILD, actor=officer, at=at)
        assert [one.kind for one in relations_of(son)] == ["parent"]
        end_relation(relation=row, ended_on=TODAY)
        assert not relations_of(father).exists()
        assert not relations_of(son).exists()
        with pytest.raises(InvalidInput):
            relate(person=son, relative=son, kind=RelationKind.SIBLING, actor=officer, at=at)
