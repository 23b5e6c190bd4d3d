"""What each act writes beside the log, and what it refuses."""

from dataclasses import replace
from datetime import datetime, timedelta
from io import BytesIO

import pytest
from django.utils import timezone
from pypdf import PdfReader

from korpu.domains.readmission import hooks
from korpu.domains.readmission.models import (
    Application,
    Arrival,
    EvidenceItem,
    Reply,
    TransferNotice,
    TravelDocument,
)
from korpu.domains.readmission.services.evidence import add_evidence
from korpu.domains.readmission.services.identity import link_person
from korpu.domains.readmission.services.intake import submit_application
from korpu.domains.readmission.statement import EvidenceStatement, MemberStatement
from korpu.domains.readmission.testing import (
    a_notice,
    a_statement,
    a_travel_document,
    act,
    an_application,
    bring_to,
    link_new_person,
)
from korpu.foundations.accounts.api import acting
from korpu.foundations.casework.api import Case, Letter
from korpu.foundations.files.api import read_file
from korpu.foundations.persons.testing import make_person
from korpu.kernel.errors import Conflict, InvalidInput, NotPermitted, NotPossibleNow


@pytest.fixture
def case(house, at):
    return an_application(house, at=at).case


def test_everything_stated_is_kept_as_it_came(house, at):
    statement = a_statement(
        members=(MemberStatement("minor_child", "Məmmədova", "Aysel", "2015", "F"),),
        needs_basis="vital_need",
        care_needs="Wheelchair",
    )
    application = an_application(house, statement, at=at)
    with acting(house.officer):
        kept = Application.objects.get(pk=application.pk)
        assert kept.members.get().given_names == "Aysel"
        assert kept.needs.get().care_needs == "Wheelchair"
        assert kept.evidence.get().kind == "copy_of_proof"
        assert not kept.on_paper


def test_the_accelerated_track_opens_the_accelerated_procedure(house, at):
    statement = a_statement(track="accelerated", apprehended_on=timezone.localdate(at))
    case = an_application(house, statement, at=at).case
    assert case.procedure == "az/readmission-own-national-accelerated"


def test_the_same_reference_is_refused_per_authority_however_it_is_typed(house, at):
    first = an_application(house, a_statement(authority_reference="AB 12/2026"), at=at)
    with pytest.raises(Conflict) as refused:
        an_application(house, a_statement(authority_reference="ab12/2026"), at=at)
    assert refused.value.facts["case"] == first.case.uuid
    with acting(house.other_liaison) as liaison:
        submit_application(
            statement=a_statement(authority_reference="AB 12/2026"),
            authority=house.other_authority,
            actor=liaison,
            at=at,
            received_on=timezone.localdate(at),
        )


def test_a_liaison_cannot_submit_for_another_authority(house, at):
    with acting(house.other_liaison) as liaison, pytest.raises(NotPermitted):
        submit_application(
            statement=a_statement(),
            authority=house.authority,
            actor=liaison,
            at=at,
            received_on=timezone.localdate(at),
        )


def test_what_is_at_fault_is_refused_and_nothing_is_written(house, at):
    with pytest.raises(InvalidInput) as refused:
        an_application(house, a_statement(birth_date="2090", sex="?"), at=at)
    assert set(refused.value.fields) == {"birth_date", "sex"}
    with acting(house.officer):
        assert not Case.objects.exists()


def test_an_incomplete_application_cannot_be_examined_until_it_is_supplemented(house, at):
    case = an_application(house, a_statement(evidence=()), at=at).case
    with pytest.raises(NotPossibleNow):
        act(case, "begin_examination", house.officer, at=at)
    act(case, "return_as_incomplete", house.officer, at=at, note="No evidence is listed.")
    evidence = [EvidenceStatement("own_statement")]
    act(case, "supplement_application", house.liaison, at=at, evidence=evidence, uploads=[None])
    act(case, "begin_examination", house.officer, at=at)


def test_a_supplement_at_fault_changes_nothing(house, case, at):
    act(case, "return_as_incomplete", house.officer, at=at)
    with pytest.raises(InvalidInput):
        act(
            case,
            "supplement_application",
            house.liaison,
            at=at,
            changes={"birth_date": "2090-01-01"},
        )
    with acting(house.officer):
        assert Case.objects.get(pk=case.pk).status == "incomplete"


def test_proof_of_nationality_needs_no_interview(house, at):
    statement = a_statement(evidence=(EvidenceStatement("passport"),))
    case = an_application(house, statement, at=at).case
    act(case, "begin_examination", house.officer, at=at)
    link_new_person(house, case, at=at)
    with pytest.raises(NotPossibleNow):
        act(case, "request_interview", house.officer, at=at, mission="Berlin")


def test_identity_cannot_be_confirmed_of_nobody(house, case, at):
    act(case, "begin_examination", house.officer, at=at)
    with pytest.raises(NotPossibleNow):
        act(case, "confirm_identity", house.officer, at=at, ground="register", finding="?")


def test_a_wrong_link_is_replaced_until_the_identity_is_confirmed(house, case, at):
    other = make_person("Məmmədov", "Elşad", compartment=house.receiving)
    act(case, "begin_examination", house.officer, at=at)
    link_new_person(house, case, at=at)
    with acting(house.officer) as officer:
        link_person(case=case, person=other, actor=officer, at=at)
        assert Case.objects.get(pk=case.pk).subject_id == other.pk
    act(case, "confirm_identity", house.officer, at=at, ground="register", finding="Same.")
    with acting(house.officer) as officer, pytest.raises(NotPossibleNow):
        link_person(case=case, person=other, actor=officer, at=at)


def test_agreement_writes_a_letter_in_two_languages_that_names_the_person_and_no_more(
    house, case, at
):
    bring_to(house, case, "agreed", at=at)
    with acting(house.officer):
        letters = {letter.language: letter for letter in Letter.objects.filter(case=case)}
        assert set(letters) == {"az", "en"}
        for language, word in (("az", "razılıq"), ("en", "agrees")):
            text = text_of(read_file(letters[language].file))
            assert word in text
            assert "Elçin" in text
            assert "Nizami" not in text


def test_refusal_keeps_grounds_and_reasons_and_names_the_remedy(house, case, at):
    bring_to(house, case, "under_examination", at=at)
    link_new_person(house, case, at=at)
    act(
        case,
        "refuse",
        house.officer,
        at=at,
        note="The register knows no such person.",
        grounds=["not_a_national"],
    )
    with acting(house.officer):
        reply = Reply.objects.get(case=case)
        assert (reply.kind, reply.grounds) == ("refused", ["not_a_national"])
        assert reply.reasons == "The register knows no such person."
        english = Letter.objects.get(case=case, language="en")
        text = text_of(read_file(english.file))
    assert "not a national" in text
    assert "The register knows no such person." in text
    assert "court" in text


def test_silence_is_recorded_as_agreement_only_after_the_limit_and_by_a_supervisor(house, at):
    long_ago = at - timedelta(days=40)
    case = an_application(house, at=long_ago).case
    act(case, "begin_examination", house.officer, at=long_ago)
    link_new_person(house, case, at=at)
    with pytest.raises(NotPermitted):
        act(case, "record_deemed_agreement", house.officer, at=at)
    act(case, "record_deemed_agreement", house.supervisor, at=at)
    with acting(house.officer):
        assert Reply.objects.get(case=case).kind == "deemed_agreed"
    fresh = an_application(house, at=at).case
    act(fresh, "begin_examination", house.officer, at=at)
    with pytest.raises(NotPossibleNow):
        act(fresh, "record_deemed_agreement", house.supervisor, at=at)


def test_a_new_travel_document_replaces_the_one_before(house, case, at):
    bring_to(house, case, "travel_document_issued", at=at)
    act(case, "reissue_travel_document", house.officer, at=at, **a_travel_document(at))
    with acting(house.officer):
        first, second = TravelDocument.objects.filter(case=case).order_by("id")
        assert second.replaces_id == first.pk


def test_a_transfer_at_fault_is_refused_at_its_field(house, case, at):
    bring_to(house, case, "travel_document_issued", at=at)
    wrong = a_notice(at)
    facts = {"transfer_on": timezone.localdate(at), "crossing_point": "atlantis"}
    with pytest.raises(InvalidInput) as refused:
        act(
            case,
            "announce_transfer",
            house.liaison,
            at=at,
            facts=facts,
            notice=replace(wrong, crossing_point="atlantis"),
        )
    assert set(refused.value.fields) == {"crossing_point"}


def test_one_notice_stands_at_a_time(house, case, at):
    bring_to(house, case, "transfer_announced", at=at)
    facts = {"transfer_on": timezone.localdate(at), "crossing_point": "baku-airport"}
    act(case, "announce_transfer", house.officer, at=at, facts=facts, notice=a_notice(at))
    with acting(house.officer):
        assert TransferNotice.objects.filter(case=case, ended_on=None).count() == 1
        assert TransferNotice.objects.filter(case=case).count() == 2


def test_no_arrival_ends_the_notice_and_a_new_one_is_possible(house, case, at):
    bring_to(house, case, "transfer_announced", at=at)
    act(case, "report_no_arrival", house.border, at=at)
    with acting(house.officer):
        assert not TransferNotice.objects.filter(case=case, ended_on=None).exists()
    facts = {"transfer_on": timezone.localdate(at), "crossing_point": "baku-airport"}
    act(case, "announce_transfer", house.liaison, at=at, facts=facts, notice=a_notice(at))


def test_whoever_listens_is_told_of_an_arrival_in_its_transaction(house, case, at, monkeypatch):
    told = []
    monkeypatch.setattr(hooks, "_listeners", [])
    hooks.on_arrival(lambda arrived, actor, at: told.append((arrived, actor, at)))
    bring_to(house, case, "arrived", at=at)
    ((arrived, actor, moment),) = told
    assert arrived.case_uuid == case.uuid
    assert arrived.wants_support
    assert (actor.user_id, moment) == (house.border.user_id, at)
    with pytest.raises(RuntimeError):
        hooks.on_arrival(hooks._listeners[0])


def test_a_closed_case_takes_no_more_evidence(house, at):
    application = an_application(house, at=at)
    act(application.case, "withdraw_application", house.liaison, at=at)
    with acting(house.liaison) as liaison, pytest.raises(NotPossibleNow):
        add_evidence(
            application=Application.objects.select_related("case").get(),
            evidence=EvidenceStatement("passport"),
            file=None,
            actor=liaison,
            at=at,
        )
    with acting(house.officer):
        assert EvidenceItem.objects.count() == 1


def test_the_moment_of_the_arrival_is_an_instant(house, case, at):
    bring_to(house, case, "arrived", at=at)
    with acting(house.officer):
        arrived_at = Arrival.objects.get(case=case).arrived_at
    assert isinstance(arrived_at, datetime)
    assert arrived_at.tzinfo is not None


def text_of(pdf):
    reader = PdfReader(BytesIO(pdf))
    return " ".join(" ".join(page.extract_text().split()) for page in reader.pages)
