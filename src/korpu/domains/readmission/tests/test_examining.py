"""Evidence and its weight, interviews and their appointments, transfers and what undoes them."""

from dataclasses import replace
from datetime import timedelta

import pytest
from django.core.files.base import ContentFile
from django.urls import reverse
from django.utils import timezone
from pypdf import PdfReader

from korpu.domains.readmission.enums import EvidenceWeight
from korpu.domains.readmission.models import EvidenceItem, InterviewSlot, TransferNotice
from korpu.domains.readmission.statement import EvidenceStatement, Slot
from korpu.domains.readmission.testing import (
    a_notice,
    a_statement,
    a_travel_document,
    act,
    an_application,
    announce,
    bring_to,
    link_new_person,
)
from korpu.domains.readmission.tests.test_gate import lodge_a_claim
from korpu.domains.readmission.tests.test_pages import perform
from korpu.foundations.accounts.api import acting
from korpu.foundations.accounts.testing import log_in
from korpu.foundations.casework.api import Case, Letter, Task
from korpu.foundations.files.api import read_file
from korpu.kernel.errors import InvalidInput, NotPossibleNow


def page_of(client, reader, case, language="en"):
    log_in(client, reader.user)
    client.cookies["korpu-language"] = language
    return client.get(reverse("casework:case", args=[case.uuid])).content.decode()


def test_each_piece_of_evidence_says_what_it_commits_to_and_what_is_open(house, client, at):
    listed = (EvidenceStatement("passport", copy_enclosed=True), EvidenceStatement("language"))
    case = an_application(house, a_statement(evidence=listed), at=at).case
    page = page_of(client, house.officer, case)
    for sentence in (
        "Recognised without further inquiry.",
        "Not enough by itself: an interview is needed.",
        "The copy has not arrived.",
        "An interview has not been held.",
    ):
        assert sentence in page
    assert "Recognised without further inquiry." not in page_of(client, house.liaison, case)


def test_an_officers_weight_counts_with_its_reason_and_opens_the_interview(house, client, at):
    case = an_application(house, a_statement(evidence=(EvidenceStatement("passport"),))).case
    act(case, "begin_examination", house.officer, at=at)
    link_new_person(house, case, at=at)
    with pytest.raises(NotPossibleNow):
        act(case, "request_interview", house.officer, at=at, mission="Berlin")
    with acting(house.officer):
        item = EvidenceItem.objects.get(case=case)
    weigh = reverse("readmission:weigh", args=[item.uuid])
    for reader in (house.liaison, house.border):
        log_in(client, reader.user)
        assert client.get(weigh).status_code in {403, 404}
    log_in(client, house.officer.user)
    assert client.post(weigh, {"weight": "none", "reason": " "}).status_code == 422
    assert client.post(weigh, {"weight": "gold", "reason": "x"}).status_code == 422
    typed = {"weight": EvidenceWeight.PRIMA_FACIE, "reason": "The photograph was replaced."}
    assert client.post(weigh, typed).status_code == 302
    page = page_of(client, house.officer, case)
    assert "The photograph was replaced." in page
    assert "May be rebutted until" in page
    act(case, "request_interview", house.officer, at=at, mission="Berlin")
    assert "The photograph was replaced." not in page_of(client, house.liaison, case)


def a_slot(at, **changes):
    slot = Slot(
        starts_at=at + timedelta(days=3),
        mission="Embassy in Berlin",
        place="Room 4",
        language="Georgian",
        interpreter="Sworn interpreter",
        attends="Consul\nEscort",
    )
    return replace(slot, **changes)


def to_interview(house, case, at, slot):
    act(case, "begin_examination", house.officer, at=at)
    link_new_person(house, case, at=at)
    act(case, "request_interview", house.officer, at=at, mission=slot.mission, slot=slot)


@pytest.fixture
def interviewed(house, at):
    listed = (EvidenceStatement("own_statement"),)
    case = an_application(house, a_statement(evidence=listed), at=at).case
    to_interview(house, case, at, a_slot(at))
    return case


def test_an_appointment_invites_the_other_side_and_enters_the_officers_calendar(
    house, client, at, interviewed
):
    case = interviewed
    with acting(house.officer):
        letters = Letter.objects.filter(case=case, template="readmission_invitation")
        assert {letter.language for letter in letters} == {"az", "en"}
        assert all(read_file(letter.file).startswith(b"%PDF") for letter in letters)
        task = Task.objects.get(case=case, done_at=None)
        assert task.due_on == timezone.localdate(at + timedelta(days=3))
        assert task.user_id == house.officer.user_id
    act(case, "reschedule_interview", house.officer, at=at, slot=a_slot(at, place="Room 9"))
    page = page_of(client, house.officer, case)
    assert page.index("Room 9") < page.index("Room 4")
    with acting(house.liaison):
        assert not InterviewSlot.objects.filter(case=case).exists()
    with acting(house.officer):
        assert Task.objects.filter(case=case, done_at=None).count() == 1
    report = {"outcome": "not_held", "report": "The person did not appear."}
    act(case, "record_interview", house.officer, at=at, **report)
    with acting(house.officer):
        assert not Task.objects.filter(case=case, done_at=None).exists()
        assert Case.objects.get(pk=case.pk).status == "under_examination"
    again = a_slot(at, starts_at=at + timedelta(days=9))
    act(case, "request_interview", house.officer, at=at, mission="Berlin", slot=again)


def test_an_appointment_lies_ahead_and_is_complete(house, client, at, interviewed):
    case = interviewed
    past = a_slot(at, starts_at=at - timedelta(hours=1))
    with pytest.raises(InvalidInput):
        act(case, "reschedule_interview", house.officer, at=at, slot=past)
    log_in(client, house.officer.user)
    day = timezone.localdate() + timedelta(days=2)
    typed = {"mission": "Berlin", "held_on": f"{day}", "held_time": "10:30", "place": "Room 1"}
    assert perform(client, case, "reschedule_interview", **typed).status_code == 422
    typed["language"] = "Azerbaijani"
    assert perform(client, case, "reschedule_interview", **typed).status_code == 302
    with acting(house.officer):
        assert InterviewSlot.objects.filter(case=case).count() == 2


def test_nobody_is_invited_while_the_gate_is_shut(house, at, interviewed):
    lodge_a_claim(house, interviewed, at)
    with pytest.raises(NotPossibleNow):
        act(interviewed, "reschedule_interview", house.officer, at=at, slot=a_slot(at))


def test_a_transfer_is_not_announced_for_a_day_after_the_document_lapses(house, client, at):
    case = an_application(house, at=at).case
    bring_to(house, case, "agreed", at=at)
    document = a_travel_document(at) | {"valid_until": timezone.localdate(at)}
    act(case, "issue_travel_document", house.officer, at=at, **document)
    tomorrow = timezone.localdate(at) + timedelta(days=1)
    notice = replace(a_notice(at), transfer_on=tomorrow)
    facts = {"transfer_on": tomorrow, "crossing_point": "baku-airport"}
    with pytest.raises(InvalidInput) as refused:
        act(case, "announce_transfer", house.liaison, at=at, facts=facts, notice=notice)
    assert "transfer_on" in refused.value.fields
    act(case, "reissue_travel_document", house.officer, at=at, **a_travel_document(at))
    act(case, "announce_transfer", house.liaison, at=at, facts=facts, notice=notice)
    page = page_of(client, house.officer, case)
    assert "Replaced document" in page
    assert "The document expires." in page


def test_a_cancelled_transfer_can_be_announced_anew(house, client, at):
    case = an_application(house, at=at).case
    bring_to(house, case, "transfer_announced", at=at)
    act(case, "cancel_transfer", house.liaison, at=at, note="The flight is cancelled.")
    with acting(house.officer):
        assert Case.objects.get(pk=case.pk).status == "travel_document_issued"
        assert TransferNotice.objects.get(case=case).ended_on is not None
    with pytest.raises(Case.DoesNotExist):
        act(case, "confirm_arrival", house.border, at=at, arrived_at=at, wants_support=False)
    announce(house, case, at)
    assert "J2 054" in page_of(client, house.border, case)


def test_escorts_come_unarmed_and_the_border_point_reads_who_they_are(house, client, at):
    case = an_application(house, at=at).case
    bring_to(house, case, "travel_document_issued", at=at)
    log_in(client, house.liaison.user)
    typed = {
        "transfer_on": f"{timezone.localdate()}",
        "crossing_point": "baku-airport",
        "route": "Frankfurt–Istanbul–Baku",
        "escort_service": "Federal Police",
        "escort_count": "2",
        "escort_names": "Meyer\nSchmidt",
        "needs": "Wheelchair",
        "escorts_armed": "on",
    }
    refused = perform(client, case, "announce_transfer", **typed)
    assert refused.status_code == 422
    assert "Schmidt" in refused.content.decode()
    del typed["escorts_armed"]
    assert perform(client, case, "announce_transfer", **typed).status_code == 302
    page = page_of(client, house.border, case)
    for words in ("Federal Police", "Schmidt", "Wheelchair", "Frankfurt–Istanbul–Baku", "unarmed"):
        assert words in page


def test_a_reply_says_how_the_evidence_was_weighed(house, at):
    case = an_application(house, at=at).case
    bring_to(house, case, "agreed", at=at)
    with acting(house.officer):
        letter = Letter.objects.get(case=case, language="en", template="readmission_reply")
        content = ContentFile(read_file(letter.file))
    words = " ".join(" ".join(page.extract_text() for page in PdfReader(content).pages).split())
    assert "Counts as established unless rebutted" in words
