"""The pages of persons, as people open them."""

import re
from uuid import uuid4

import pytest
from django.test import Client

from korpu.foundations.accounts.api import acting, actor_of, signing_in
from korpu.foundations.accounts.testing import make_compartment, make_office, make_user
from korpu.foundations.persons.api import FactKind, PersonQuery, merge_persons, search_persons
from korpu.foundations.persons.models import HeldDocument, IdentityFact, Merge, ProtectionHold
from korpu.foundations.persons.page import as_written
from korpu.foundations.persons.testing import make_person

pytestmark = pytest.mark.django_db


@pytest.fixture
def seen_by(client: Client):
    """Log somebody in who holds a role; returns the actor."""

    def log_in(role, **more):
        user = make_user(role=role, **more)
        with signing_in():
            client.force_login(user)
        return actor_of(user)

    return log_in


@pytest.fixture
def person(office):
    return make_person(compartment=office, case_uuid=uuid4())


def text_of(answer):
    return re.sub(r"\s+", " ", answer.content.decode())


def searched(client, **typed):
    return client.post("/persons/", typed, follow=True)


def test_a_search_leads_to_its_result_and_no_name_stands_in_the_address(client, seen_by, person):
    seen_by("readmission_officer")
    answer = searched(client, name="Алиев Эльман")
    assert re.fullmatch(r"/persons/found/[0-9a-f-]{36}/", answer.request["PATH_INFO"])
    page = text_of(answer)
    assert f"/persons/{person.uuid}/" in page
    assert "1 person may be meant" in page
    assert 'value="Алиев Эльман"' in page, "what was typed is still there"


def test_a_strangers_result_has_no_way_into_the_file(client, seen_by, person):
    seen_by("readmission_officer", office=make_office("elsewhere"))
    page = text_of(searched(client, name="Əliyev Elman"))
    assert "Əliyev Elman" in page
    assert "Office sms-test" in page
    assert "The file is not open to you." in page
    assert f'href="/persons/{person.uuid}/"' not in page
    assert client.get(f"/persons/{person.uuid}/").status_code == 404


def test_an_empty_search_is_refused_at_the_field(client, seen_by):
    seen_by("readmission_officer")
    answer = searched(client, name="", birth_year="19")
    assert answer.status_code == 422
    assert "Write the year with four digits." in text_of(answer)


def test_whoever_is_not_found_is_registered_from_what_was_searched(client, seen_by, office):
    actor = seen_by("readmission_officer")
    answer = searched(client, name="Məmmədov Elçin", birth_year="1990")
    assert "Nobody found" in text_of(answer)
    form = f"{answer.request['PATH_INFO']}register/"
    assert 'value="Məmmədov"' in client.get(form).content.decode()
    given = {
        "surname": "Məmmədov",
        "given_names": "Elçin",
        "birth_date": "1990-05",
        "sex": "M",
        "nationality": "AZE",
        "source_kind": "statement",
        "compartment": str(office.pk),
    }
    wrong = client.post(form, given | {"birth_date": "1990-02-30"})
    assert wrong.status_code == 422
    assert "There is no such day in the calendar" in text_of(wrong)
    assert 'value="Məmmədov"' in wrong.content.decode(), "what was typed is still there"
    page = text_of(client.post(form, given, follow=True))
    assert "The person is registered." in page
    assert "Məmmədov Elçin" in page
    with acting(actor):
        assert IdentityFact.objects.filter(kind=FactKind.BIRTH_DATE, value="1990-05").exists()


def test_a_mixed_spelling_is_pointed_out_once_and_taken_when_confirmed(client, seen_by, office):
    seen_by("readmission_officer")
    answer = searched(client, name="Аliyev Elman")
    form = f"{answer.request['PATH_INFO']}register/"
    given = {
        "surname": "Аliyev",
        "given_names": "Elman",
        "sex": "M",
        "source_kind": "document",
        "compartment": str(office.pk),
    }
    first = client.post(form, given)
    assert first.status_code == 422
    assert "mixes letters of two alphabets" in text_of(first)
    assert 'type="checkbox"' in first.content.decode()
    assert client.post(form, given | {"same_spelling": "on"}).status_code == 302


def test_the_page_shows_facts_with_their_source_and_who_looked(client, seen_by, person):
    seen_by("readmission_officer", name="Aysel Məmmədova")
    page = text_of(client.get(f"/persons/{person.uuid}/"))
    for words in ("Əliyev Elman", "Azerbaijan", "Document shown", "in use", "17.05.1990"):
        assert words in page
    readers = text_of(client.get(f"/persons/{person.uuid}/readers/"))
    assert "Aysel Məmmədova" in readers
    assert "Page of the person" in readers


def test_entries_and_documents_are_added_and_taken_back(client, seen_by, person):
    actor = seen_by("readmission_officer")
    here = f"/persons/{person.uuid}/"
    wrong = client.post(f"{here}facts/phone/", {"value": "call me", "source_kind": "statement"})
    assert wrong.status_code == 422
    assert "telephone number" in text_of(wrong)
    phone = {"value": "+994 12 345 67 89", "source_kind": "statement"}
    assert "+994 12 345 67 89" in text_of(client.post(f"{here}facts/phone/", phone, follow=True))
    passport = {"kind": "passport", "issuer": "AZE", "number": "C01234567"}
    assert "C01234567" in text_of(client.post(f"{here}documents/", passport, follow=True))
    with acting(actor):
        fact = IdentityFact.objects.get(kind="phone")
        document = HeldDocument.objects.get()
    assert client.post(f"{here}facts/{fact.uuid}/withdraw/", {"reason": ""}).status_code == 422
    client.post(f"{here}facts/{fact.uuid}/withdraw/", {"reason": "wrong number"})
    client.post(f"{here}documents/{document.uuid}/withdraw/", {"sent": "1"})
    page = text_of(client.get(here))
    assert "wrong number" in page
    assert "C01234567" not in page


def test_an_unknown_kind_of_entry_has_no_page(client, seen_by, person):
    seen_by("readmission_officer")
    assert client.get(f"/persons/{person.uuid}/facts/religion/").status_code == 404


@pytest.mark.parametrize("kind", FactKind.values)
def test_each_kind_of_entry_has_its_form(client, seen_by, person, kind):
    seen_by("readmission_officer")
    assert client.get(f"/persons/{person.uuid}/facts/{kind}/").status_code == 200


def test_two_records_are_compared_merged_and_parted(client, seen_by, office, person):
    other = make_person("Aliyev", "Elman", compartment=office, birth_date="1990")
    actor = seen_by("readmission_supervisor")
    page = text_of(searched(client, name="Əliyev Elman"))
    assert "Compare the two ticked" in page
    one_only = client.get("/persons/compare/", {"person": [person.uuid]}, follow=True)
    assert one_only.status_code == 404, "the search it came from is not named"
    picked = client.get("/persons/compare/", {"person": [person.uuid, other.uuid]}, follow=True)
    assert "differs" in text_of(picked)
    merge = f"/persons/compare/{person.uuid}/{other.uuid}/merge/"
    assert client.post(merge, {"kept": str(person.uuid), "reason": ""}).status_code == 422
    done = client.post(merge, {"kept": str(person.uuid), "reason": "same passport"}, follow=True)
    assert "same passport" in text_of(done)
    assert client.get(f"/persons/{other.uuid}/").url == f"/persons/{person.uuid}/"
    with acting(actor):
        row = Merge.objects.get()
    parted = client.post(f"/persons/merges/{row.uuid}/undo/", {"reason": "twins"}, follow=True)
    assert parted.request["PATH_INFO"] == f"/persons/{other.uuid}/"
    again = client.post(f"/persons/merges/{row.uuid}/undo/", {"reason": "typed with care"})
    assert again.status_code == 422
    assert "This merge was already taken back." in text_of(again)
    assert "typed with care" in text_of(again), "what was typed is still there"
    itself = f"/persons/compare/{person.uuid}/{person.uuid}/"
    answer = client.post(f"{itself}relate/", {"relation-kind": "child"})
    assert "nobody is their own relative" in text_of(answer)


def test_relatives_are_recorded_from_the_comparison(client, seen_by, office, person):
    child = make_person("Əliyev", "Rza", compartment=office)
    seen_by("readmission_officer")
    here = f"/persons/compare/{person.uuid}/{child.uuid}/relate/"
    assert client.post(here, {"relation-kind": ""}).status_code == 422
    page = text_of(client.post(here, {"relation-kind": "child"}, follow=True))
    assert "Child: " in page
    assert "Əliyev Rza" in page


def test_holds_are_seen_and_kept_by_the_protection_officer_only(client, seen_by, office, person):
    seen_by("readmission_officer")
    here = f"/persons/{person.uuid}/"
    assert "Holds of protection" not in text_of(client.get(here))
    assert client.get(f"{here}holds/").status_code == 403
    protection = make_compartment("protection")
    protected = make_person("Quliyev", "Vüqar", compartment=protection)
    actor = seen_by("protection_officer")
    here = f"/persons/{protected.uuid}/"
    given = {
        "kind": "status_held",
        "source": "decision 12",
        "valid_from": "2026-01-01",
        "compartment": str(protection.pk),
    }
    assert "decision 12" in text_of(client.post(f"{here}holds/", given, follow=True))
    with acting(actor):
        hold = ProtectionHold.objects.get()
    end = {"ended_on": "2025-01-01", "reason": "x"}
    assert client.post(f"{here}holds/{hold.uuid}/end/", end).status_code == 422
    end["ended_on"] = "2026-02-01"
    assert client.post(f"{here}holds/{hold.uuid}/end/", end).status_code == 302


def test_a_mentor_sees_the_page_without_what_is_not_theirs(client, seen_by, office, officer, at):
    from korpu.foundations.persons.api import ReadingScope, grant_reading

    person = make_person(compartment=office, case_uuid=uuid4())
    mentor = seen_by("mentor", office=make_office("ngo", kind="ngo"))
    assert client.get(f"/persons/{person.uuid}/").status_code == 404
    with acting(officer):
        grant_reading(
            person=person,
            reader=mentor.user,
            granted_in=office,
            scope=ReadingScope.BASIC,
            valid_from=at.date(),
            valid_until=at.date(),
            actor=officer,
            at=at,
        )
    page = text_of(client.get(f"/persons/{person.uuid}/"))
    assert "Əliyev Elman" in page
    assert "Add a document" not in page
    assert client.get(f"/persons/{person.uuid}/documents/").status_code == 403


@pytest.mark.parametrize("language", ["az", "en", "ru"])
def test_every_page_opens_in_every_language(client, seen_by, office, supervisor, at, language):
    person, other = make_person(compartment=office), make_person("Aliyev", compartment=office)
    absorbed = make_person("Aliyevv", compartment=office)
    with acting(supervisor):
        merge_persons(kept=person, absorbed=absorbed, reason="x", actor=supervisor, at=at)
    actor = seen_by("readmission_supervisor", language=language)
    with acting(actor):
        query = PersonQuery(name="Əliyev Elman")
        receipt = search_persons(query=query, actor=actor, at=at).receipt
        merge = Merge.objects.get()
    for path in (
        "/persons/",
        f"/persons/found/{receipt.uuid}/",
        f"/persons/found/{receipt.uuid}/register/",
        f"/persons/{person.uuid}/",
        f"/persons/{person.uuid}/readers/",
        f"/persons/{person.uuid}/documents/",
        f"/persons/compare/{person.uuid}/{other.uuid}/",
        f"/persons/merges/{merge.uuid}/undo/",
        "/codelists/",
        "/codelists/countries/",
    ):
        assert client.get(path).status_code == 200, path


def test_nobody_opens_these_pages_without_logging_in(client):
    for path in ("/persons/", f"/persons/{uuid4()}/", "/codelists/"):
        assert client.get(path).status_code in (302, 401, 403), path


@pytest.mark.parametrize(
    ("known", "written"),
    [("1990-05-17", "17.05.1990"), ("1990-05", "05.1990"), ("1990", "1990"), ("", "")],
)
def test_a_date_of_birth_is_written_as_exactly_as_it_is_known(known, written):
    assert as_written(known) == written
