"""The procedures beside the own national's, each from its opening to its close."""

import pytest
from django.urls import reverse

from korpu.domains.readmission.models import (
    Application,
    Arrival,
    Finding,
    Particulars,
    Reply,
    TransferNotice,
)
from korpu.domains.readmission.services.errors import record_error
from korpu.domains.readmission.statement import Notice
from korpu.domains.readmission.testing import (
    a_notice,
    a_travel_document,
    act,
    an_application,
    announce,
    bring_to,
    link_new_person,
)
from korpu.domains.readmission.testing_procedures import (
    a_case_of,
    a_return_notice,
    a_third_country_statement,
    a_transit_request,
    an_error,
    an_error_statement,
)
from korpu.domains.readmission.tests.test_gate import lodge_a_claim
from korpu.foundations.accounts.api import acting
from korpu.foundations.accounts.testing import log_in
from korpu.foundations.casework.api import Case, Letter
from korpu.kernel.errors import InvalidInput, NotPossibleNow


def fresh(house, case):
    with acting(house.officer):
        return Case.objects.select_related("subject", "counterpart").get(pk=case.pk)


def page_of(client, reader, case):
    log_in(client, reader.user)
    client.cookies["korpu-language"] = "en"
    return client.get(reverse("casework:case", args=[case.uuid])).content.decode()


def examined(house, at, **particulars):
    """A third-country case under examination with the person registered and confirmed."""
    case = a_case_of(house, a_third_country_statement(**particulars)).case
    act(case, "begin_examination", house.officer, at=at)
    link_new_person(house, case, at=at)
    act(case, "confirm_identity", house.officer, at=at, ground="register", finding="Same.")
    return case


def test_a_third_country_national_is_taken_over_and_the_onward_journey_is_known(house, client, at):
    case = examined(house, at)
    with pytest.raises(NotPossibleNow):
        act(case, "agree", house.officer, at=at)
    act(case, "establish_link", house.officer, at=at, outcome="residence_permit")
    with pytest.raises(NotPossibleNow):
        act(case, "agree", house.officer, at=at)
    onward = {"onward_journey_recorded": True}
    act(case, "record_onward_journey", house.officer, at=at, facts=onward, outcome="stays")
    act(case, "agree", house.officer, at=at)
    act(case, "issue_travel_document", house.officer, at=at, **a_travel_document(at))
    announce(house, case, at)
    act(case, "confirm_arrival", house.border, at=at, arrived_at=at, wants_support=False)
    act(case, "close_returned", house.officer, at=at)
    after = fresh(house, case)
    assert after.status == "closed_returned"
    with acting(house.officer):
        assert {found.kind for found in Finding.objects.filter(case=case)} == {
            "duty_to_readmit",
            "onward_journey",
        }
        facts = after.subject.facts.filter(kind="nationality").values_list("value", flat=True)
        assert list(facts) == ["GEO"]
    for reader in (house.officer, house.liaison):
        page = page_of(client, reader, case)
        assert "AZ-1234" in page
        assert "Baku to Frankfurt by air" in page
        assert "Valid visa or residence permit of Azerbaijan" in page
    with acting(house.liaison):
        assert not Finding.objects.exists()


@pytest.mark.parametrize("exception", ["airside_transit_only", "permit_of_requesting_state"])
def test_an_exception_to_the_duty_stops_it_from_being_established(house, at, exception):
    case = examined(house, at, **{exception: True})
    with pytest.raises(NotPossibleNow):
        act(case, "establish_link", house.officer, at=at, outcome="visa")


def test_an_application_without_what_the_form_needs_is_returned_as_incomplete(house, at):
    case = a_case_of(house, a_third_country_statement(entry_route=None)).case
    with pytest.raises(NotPossibleNow):
        act(case, "begin_examination", house.officer, at=at)
    act(case, "return_as_incomplete", house.officer, at=at)
    act(
        case,
        "supplement_application",
        house.liaison,
        at=at,
        changes={"entry_route": "By land through Georgia"},
    )
    act(case, "begin_examination", house.officer, at=at)
    assert fresh(house, case).status == "under_examination"


@pytest.mark.parametrize(
    ("statement", "field"),
    [
        (a_third_country_statement(nationality=None), "nationality"),
        (a_third_country_statement(stateless=True), "nationality"),
        (a_third_country_statement(duty_ground="marriage"), "duty_ground"),
        (a_third_country_statement(airside_transit_only=None), "airside_transit_only"),
        (a_third_country_statement(entry_route="x\u202e"), "entry_route"),
        (a_return_notice(document_number=None), "document_number"),
        (a_return_notice(escort_count=51), "escort_count"),
        (a_return_notice(crossing_point="nowhere"), "crossing_point"),
        (a_return_notice().overlaid({"holds_valid_travel_document": False}), "holds_valid_travel_document"),  # noqa: E501 - one case a line
        (a_transit_request(destination="ZZZ"), "destination"),
        (a_transit_request(route="x" * 4001), "route"),
    ],
)  # fmt: skip
def test_a_form_at_fault_is_refused_at_the_field(house, statement, field):
    with pytest.raises(InvalidInput) as refused:
        a_case_of(house, statement)
    assert field in refused.value.fields


def test_a_document_that_lapses_before_the_transfer_spares_no_application(house, at):
    notice = a_return_notice(document_valid_until=a_notice(at).transfer_on.replace(year=2020))
    with pytest.raises(InvalidInput) as refused:
        a_case_of(house, notice)
    assert "document_valid_until" in refused.value.fields


def test_a_national_with_a_passport_returns_by_announcement_alone(house, client, at):
    application = a_case_of(house, a_return_notice())
    case = application.case
    assert case.number.startswith("RDN")
    page = page_of(client, house.border, case)
    assert "J2 054" in page
    assert "Federal Police" in page
    later = Notice(a_notice(at).transfer_on, "baku-airport", flight="J2 056")
    facts = {"transfer_on": later.transfer_on, "crossing_point": later.crossing_point}
    act(case, "change_announcement", house.liaison, at=at, facts=facts, notice=later)
    act(case, "confirm_arrival", house.border, at=at, arrived_at=at, wants_support=True)
    assert fresh(house, case).subject is None
    link_new_person(house, case, at=at)
    act(case, "close_returned", house.officer, at=at)
    assert fresh(house, case).status == "closed_returned"
    with acting(house.officer):
        assert Arrival.objects.get(case=case).notice.flight == "J2 056"
        assert TransferNotice.objects.filter(case=case).count() == 2


def test_an_announcement_taken_back_is_closed_to_the_border_point(house, client, at):
    case = a_case_of(house, a_return_notice()).case
    act(case, "withdraw_announcement", house.liaison, at=at)
    assert fresh(house, case).status == "closed_withdrawn"
    log_in(client, house.border.user)
    assert client.get(reverse("casework:case", args=[case.uuid])).status_code == 404
    assert "This notice no longer stands." in page_of(client, house.officer, case)


def test_a_person_passes_through_once_the_grounds_for_refusal_are_checked(house, client, at):
    case = a_case_of(house, a_transit_request()).case
    link_new_person(house, case, at=at)
    act(case, "check_grounds", house.officer, at=at, outcome="found")
    with pytest.raises(NotPossibleNow):
        act(case, "agree_transit", house.officer, at=at)
    act(case, "check_grounds", house.officer, at=at, outcome="none_found")
    act(case, "agree_transit", house.officer, at=at)
    notice = a_notice(at)
    facts = {"passage_on": notice.transfer_on, "crossing_point": notice.crossing_point}
    act(case, "announce_passage", house.liaison, at=at, facts=facts, notice=notice)
    assert "Asanov" in page_of(client, house.border, case)
    act(case, "record_entry", house.border, at=at)
    act(case, "record_exit", house.border, at=at)
    assert fresh(house, case).status == "closed_passed"
    with acting(house.officer):
        assert Reply.objects.get(case=case).kind == "agreed"
        assert {letter.language for letter in Letter.objects.filter(case=case)} == {"az", "en"}
    assert "Berlin–Baku–Bishkek" in page_of(client, house.liaison, case)


def test_a_transit_is_refused_with_grounds_of_its_own(house, at):
    case = a_case_of(house, a_transit_request()).case
    link_new_person(house, case, at=at)
    act(case, "refuse_transit", house.officer, at=at, grounds=["death_penalty"])
    act(case, "close_refused", house.officer, at=at)
    assert fresh(house, case).status == "closed_refused"


def test_an_error_stays_unknown_to_the_other_state_until_it_is_notified(house, client, at):
    original = an_application(house).case
    bring_to(house, original, "closed_returned", at=at)
    case = an_error(house, fresh(house, original))
    assert case.number.startswith("RDE")
    log_in(client, house.liaison.user)
    assert client.get(reverse("casework:case", args=[case.uuid])).status_code == 404
    with acting(house.liaison):
        assert not Particulars.objects.exists()
    act(case, "notify_error", house.officer, at=at)
    page = page_of(client, house.liaison, case)
    assert "The register of Georgia shows another person." in page
    act(case, "accept_taking_back", house.liaison, at=at, notice=a_notice(at))
    assert "Məmmədov" in page_of(client, house.border, case)
    act(case, "confirm_taken_back", house.border, at=at)
    act(case, "correct_registers", house.officer, at=at)
    act(case, "close_taken_back", house.officer, at=at)
    assert fresh(house, case).status == "closed_taken_back"
    with acting(house.officer):
        assert Letter.objects.filter(case=case, template="readmission_error").count() == 2


def test_an_error_needs_a_case_in_which_somebody_arrived_that_day(house, at):
    original = an_application(house).case
    with acting(house.officer) as officer, pytest.raises(InvalidInput) as refused:
        record_error(statement=an_error_statement(original), files=[None], actor=officer, at=at)
    assert "original_case" in refused.value.fields


def test_nobody_protected_is_told_of_in_any_procedure(house, at):
    case = a_case_of(house, a_transit_request()).case
    link_new_person(house, case, at=at)
    lodge_a_claim(house, case, at)
    act(case, "check_grounds", house.officer, at=at, outcome="none_found")
    for name in ("agree_transit", "refuse_transit"):
        with pytest.raises(NotPossibleNow):
            act(case, name, house.officer, at=at, grounds=["persecution"])
    with acting(house.officer):
        assert not Letter.objects.filter(case=case).exists()
        assert Application.objects.get(case=case).track == "transit"
