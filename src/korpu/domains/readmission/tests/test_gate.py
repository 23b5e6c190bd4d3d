"""Nothing leaves while the gate is shut, and nobody outside protection learns why."""

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from korpu.domains.readmission.models import Reply
from korpu.domains.readmission.services.tokens import create_token
from korpu.domains.readmission.testing import (
    a_notice,
    a_travel_document,
    act,
    an_application,
    bring_to,
    link_new_person,
    lodge_a_claim,
    send_letters,
)
from korpu.foundations.accounts.api import acting
from korpu.foundations.accounts.testing import log_in
from korpu.foundations.casework.api import Case, Letter, send_letter
from korpu.foundations.persons.models import ProtectionHold
from korpu.kernel.errors import NotPossibleNow
from korpu.kernel.texts import speaking

TELLING = ("asylum", "protection", "refugee", "claim", "sığınacaq", "qaçqın", "müdafiə", "убежищ")


@pytest.fixture
def case(house, at):
    return an_application(house, at=at).case


def sentence_of(refused):
    with speaking("en"):
        return f"{refused.value.title} {refused.value.detail}"


def says_nothing(text):
    return not any(word in text.lower() for word in TELLING)


def test_while_nobody_is_linked_no_answer_can_leave(house, case, at):
    act(case, "begin_examination", house.officer, at=at)
    with pytest.raises(NotPossibleNow):
        act(case, "refuse", house.officer, at=at, grounds=["not_a_national"])


@pytest.mark.parametrize(
    ("status", "name", "data"),
    [
        ("under_examination", "refuse", {"grounds": ["not_a_national"]}),
        ("under_examination", "request_interview", {"mission": "Berlin"}),
        ("agreed", "issue_travel_document", "document"),
        ("travel_document_issued", "announce_transfer", "notice"),
    ],
)
def test_each_outgoing_act_is_refused_without_a_reason(house, case, at, status, name, data):
    bring_to(house, case, status, at=at)
    if status == "under_examination":
        link_new_person(house, case, at=at)
    lodge_a_claim(house, case, at)
    given = {"document": a_travel_document(at), "notice": {"notice": a_notice(at)}}
    facts = {"transfer_on": timezone.localdate(at), "crossing_point": "baku-airport"}
    with pytest.raises(NotPossibleNow) as refused:
        act(
            case,
            name,
            house.officer,
            at=at,
            facts=facts if name == "announce_transfer" else None,
            **(given[data] if isinstance(data, str) else data),
        )
    assert says_nothing(sentence_of(refused))


def test_agreeing_is_refused_when_a_claim_was_lodged_after_identification(house, case, at):
    bring_to(house, case, "under_examination", at=at)
    link_new_person(house, case, at=at)
    act(case, "confirm_identity", house.officer, at=at, ground="register", finding="Same.")
    lodge_a_claim(house, case, at)
    with pytest.raises(NotPossibleNow) as refused:
        act(case, "agree", house.officer, at=at)
    assert says_nothing(sentence_of(refused))
    with acting(house.officer):
        assert not Reply.objects.filter(case=case).exists()


def test_a_claim_between_approval_and_sending_stops_the_letter(house, case, at):
    bring_to(house, case, "agreed", at=at)
    lodge_a_claim(house, case, at)
    with acting(house.officer) as officer:
        letter = Letter.objects.filter(case=case)[0]
        with pytest.raises(NotPossibleNow) as refused:
            send_letter(letter=letter, actor=officer, at=at)
    assert says_nothing(sentence_of(refused))
    with acting(house.officer):
        assert not Letter.objects.filter(case=case, sent_at__isnull=False).exists()
    with acting(house.liaison):
        assert not Letter.objects.filter(case=case).exists()


def api(house, at):
    with acting(house.administrator) as administrator:
        made = create_token(
            compartment=house.authority,
            title="Test",
            expires_on=timezone.localdate(at) + timedelta(days=1),
            actor=administrator,
            at=at,
        )
    client = Client(headers={"Authorization": f"Bearer {made.secret}"})
    return lambda path: client.get(f"/api/v1/applications/{path}")


def test_the_machines_door_answers_a_blocked_case_like_one_not_answered_yet(house, at):
    unanswered = an_application(house, at=at).case
    bring_to(house, unanswered, "under_examination", at=at)
    blocked = an_application(house, at=at).case
    bring_to(house, blocked, "agreed", at=at)
    send_letters(house, blocked, at=at)
    lodge_a_claim(house, blocked, at)
    get = api(house, at)
    own = {"id", "case_number", "authority_reference"}
    told = [
        {k: v for k, v in get(str(case.uuid)).json().items() if k not in own}
        for case in (unanswered, blocked)
    ]
    assert told[0] == told[1]
    replies = [get(f"{case.uuid}/reply") for case in (unanswered, blocked)]
    assert [answer.status_code for answer in replies] == [404, 404]
    assert replies[0].content == replies[1].content


@pytest.mark.parametrize("tab", ["", "log/"])
def test_no_page_of_either_side_says_that_a_claim_exists(house, case, at, tab):
    bring_to(house, case, "agreed", at=at)
    lodge_a_claim(house, case, at)
    for reader in (house.liaison, house.officer):
        client = Client(headers={"Accept-Language": "en"})
        log_in(client, reader.user)
        page = client.get(f"/cases/{case.uuid}/{tab}")
        assert page.status_code == 200
        content = page.content.decode().split("<main", 1)[1].split("</main>")[0]
        assert "application_pending" not in content
        assert "asylum" not in content.lower()


def test_officers_and_liaisons_cannot_read_the_hold(house, case, at):
    bring_to(house, case, "agreed", at=at)
    lodge_a_claim(house, case, at)
    for reader in (house.officer, house.supervisor, house.liaison, house.border):
        with acting(reader):
            assert not ProtectionHold.objects.exists()


def test_quarantine_opens_the_case_to_protection_and_hides_it_from_the_sender(house, case, at):
    with acting(house.protection):
        assert not Case.objects.filter(pk=case.pk).exists()
    act(case, "quarantine_application", house.officer, at=at)
    with acting(house.protection):
        assert Case.objects.get(pk=case.pk).status == "quarantined"
    with acting(house.liaison):
        assert Case.objects.get(pk=case.pk).shown_status == "received"
        assert not case.acts.filter(act="quarantine_application").exists()
    act(case, "return_to_sender", house.protection, at=at)
    with acting(house.liaison):
        assert not case.acts.filter(act="return_to_sender").exists()


def test_quarantine_takes_an_announced_transfer_back(house, case, at):
    bring_to(house, case, "transfer_announced", at=at)
    with acting(house.border):
        assert Case.objects.filter(pk=case.pk).exists()
    act(case, "quarantine_application", house.officer, at=at)
    with acting(house.border):
        assert not Case.objects.filter(pk=case.pk).exists()
