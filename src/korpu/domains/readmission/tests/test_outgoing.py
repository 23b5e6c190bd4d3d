"""What leaves the house: two people, the gate each time, and what a later claim brings about."""

import threading
import time
from datetime import timedelta

import pytest
from django.db import DatabaseError, IntegrityError, connection, transaction
from django.test import Client
from django.utils import timezone

from korpu.domains.readmission.enums import Channel
from korpu.domains.readmission.models import (
    Exchange,
    ExchangeAlert,
    LetterApproval,
    LetterRelease,
)
from korpu.domains.readmission.services.tokens import create_token
from korpu.domains.readmission.testing import (
    a_house,
    act,
    an_application,
    announce,
    bring_to,
    link_new_person,
    lodge_a_claim,
    send_letters,
)
from korpu.foundations.accounts.api import acting, actor_of
from korpu.foundations.accounts.testing import give_role, log_in, make_actor
from korpu.foundations.casework.api import Case, CaseShare, Letter, send_letter
from korpu.foundations.casework.models import CaseParty
from korpu.foundations.notifications.models import Notification
from korpu.foundations.persons.models import ProtectionHold
from korpu.kernel.errors import NotPermitted, NotPossibleNow


@pytest.fixture
def agreed(house, at):
    """A case whose reply is written and waits."""
    case = an_application(house, at=at).case
    bring_to(house, case, "agreed", at=at)
    return case


def letters_sent(house, case):
    with acting(house.officer):
        return Letter.objects.filter(case=case, sent_at__isnull=False).count()


def test_a_reply_leaves_only_when_one_person_approved_and_another_released_it(house, agreed, at):
    with acting(house.officer) as officer:
        letter = Letter.objects.filter(case=agreed)[0]
        with pytest.raises(NotPossibleNow):
            send_letter(letter=letter, actor=officer, at=at)
    with pytest.raises(NotPossibleNow):
        act(agreed, "release_letters", house.supervisor, at=at)
    with pytest.raises(NotPermitted):
        act(agreed, "approve_sending", house.supervisor, at=at)
    act(agreed, "approve_sending", house.officer, at=at)
    with pytest.raises(NotPermitted):
        act(agreed, "release_letters", house.officer, at=at)
    assert letters_sent(house, agreed) == 0
    act(agreed, "release_letters", house.supervisor, at=at)
    assert letters_sent(house, agreed) == 2
    with pytest.raises(NotPossibleNow):
        act(agreed, "approve_sending", house.officer, at=at)


def test_nobody_who_holds_both_roles_does_both(house, agreed, at):
    give_role(house.officer.user, "readmission_supervisor", office=house.receiving.office)
    both = actor_of(house.officer.user)
    act(agreed, "approve_sending", both, at=at)
    with pytest.raises(NotPossibleNow):
        act(agreed, "release_letters", both, at=at)
    assert letters_sent(house, agreed) == 0
    with acting(house.officer):
        approval = LetterApproval.objects.filter(case=agreed)[0]
        with pytest.raises(IntegrityError), transaction.atomic():
            LetterRelease.objects.create(
                approval=approval,
                approved_by_id=approval.recorded_by_id,
                approved_role=approval.role,
                role="readmission_supervisor",
                case=agreed,
                compartment=house.receiving,
                recorded_by=house.officer.user,
                recorded_at=at,
            )


def test_the_page_says_how_a_letter_is_sent_instead_of_offering_the_button(house, agreed, at):
    client = Client(headers={"Accept-Language": "en"})
    log_in(client, house.officer.user)
    page = client.get(f"/cases/{agreed.uuid}/papers/").content.decode()
    assert "First an officer approves the sending" in page
    assert "/send/" not in page
    act(agreed, "approve_sending", house.officer, at=at)
    with acting(house.officer):
        letter = Letter.objects.filter(case=agreed)[0]
    assert client.post(f"/cases/{agreed.uuid}/letters/{letter.pk}/send/").status_code == 409
    assert letters_sent(house, agreed) == 0


def test_what_was_sent_is_in_the_ledger_by_field_and_not_by_value(house, agreed, at, as_owner):
    send_letters(house, agreed, at=at)
    with acting(house.officer):
        found = list(Exchange.objects.filter(case=agreed, channel=Channel.LETTER))
        files = set(Letter.objects.filter(case=agreed).values_list("file__sha256", flat=True))
    assert {entry.document for entry in found} == files
    for entry in found:
        assert {"person", "birth_date", "reference", "kind"} <= entry.fields.keys()
        assert entry.recipient_id == house.authority.office.organisation_id
        assert entry.recorded_by_id == house.supervisor.user_id
        assert entry.confidence == "unverified"
        assert "Məmmədov" not in str(entry.fields)
    with acting(house.officer):
        assert Exchange.objects.filter(case=agreed).update(article="another") == 0
    with as_owner(), pytest.raises(DatabaseError), transaction.atomic():
        Exchange.objects.filter(case=agreed).update(article="another")


def liaison_of(house):
    client = Client(headers={"Accept-Language": "en"})
    log_in(client, house.liaison.user)
    return client


def downloaded(client, address):
    answer = client.get(address)
    assert answer.status_code == 200
    return b"".join(answer)


def machine_of(house, at):
    with acting(house.administrator) as administrator:
        made = create_token(
            compartment=house.authority,
            title="Test",
            expires_on=timezone.localdate(at) + timedelta(days=1),
            actor=administrator,
            at=at,
        )
    return Client(headers={"Authorization": f"Bearer {made.secret}"})


def test_the_gate_is_asked_at_every_download_and_a_later_claim_shuts_it(house, agreed, at):
    send_letters(house, agreed, at=at)
    with acting(house.officer):
        letter = Letter.objects.select_related("file").filter(case=agreed)[0]
    file = f"/cases/{agreed.uuid}/files/{letter.file.uuid}/"
    reply = f"/api/v1/applications/{agreed.uuid}/reply?language=az"
    liaison, machine = liaison_of(house), machine_of(house, at)
    assert downloaded(liaison, file).startswith(b"%PDF")
    answer = machine.get(reply)
    assert answer.status_code == 200, answer.content
    assert letter.number in liaison.get(f"/cases/{agreed.uuid}/papers/").content.decode()
    with acting(house.officer):
        taken = Exchange.objects.filter(case=agreed, channel=Channel.DOWNLOAD)
        assert all("birth_date" in entry.fields for entry in taken)
        assert taken.filter(document=letter.file.sha256).exists()
        before = taken.count()
    assert before == 2
    lodge_a_claim(house, agreed, at)
    assert liaison.get(file).status_code == 404
    assert machine.get(reply).status_code == 404
    assert letter.number not in liaison.get(f"/cases/{agreed.uuid}/papers/").content.decode()
    with acting(house.officer):
        assert Exchange.objects.filter(case=agreed, channel=Channel.DOWNLOAD).count() == before
    officer = Client()
    log_in(officer, house.officer.user)
    assert downloaded(officer, file).startswith(b"%PDF")


def test_a_claim_after_sending_tells_protection_and_nobody_else(house, agreed, at):
    colleague = make_actor("asylum_officer", office=protection_office())
    send_letters(house, agreed, at=at)
    lodge_a_claim(house, agreed, at)
    with acting(house.protection):
        alert = ExchangeAlert.objects.get()
        assert (alert.case_number, alert.entry_count) == (agreed.number, 2)
        assert Exchange.objects.count() == 2
        assert not Case.objects.exists()
    for reader in (house.protection, colleague):
        with acting(reader):
            assert Notification.objects.filter(user=reader.user).count() == 1
    for reader in (house.officer, house.supervisor, house.liaison, house.border):
        with acting(reader):
            assert not ExchangeAlert.objects.exists()
            assert not Notification.objects.filter(kind="readmission.claim_after_sending").exists()


def protection_office():
    from korpu.foundations.organisations.models import Office

    return Office.objects.select_related("organisation").get(code="sms-protection")


def test_a_claim_before_anything_left_raises_no_alert(house, agreed, at):
    lodge_a_claim(house, agreed, at)
    with acting(house.protection):
        assert ProtectionHold.objects.exists()
        assert not ExchangeAlert.objects.exists()


def test_what_the_liaison_reads_is_noted_once_a_day_and_what_is_new_again(house, agreed, at):
    liaison = liaison_of(house)

    def shown():
        with acting(house.officer):
            return list(Exchange.objects.filter(case=agreed, channel=Channel.PAGE).order_by("id"))

    for _ in range(2):
        liaison.get(f"/cases/{agreed.uuid}/")
        liaison.get("/readmission/")
        liaison.get("/work/")
    (first,) = shown()
    assert first.fields.keys() == {"status"}
    assert first.recorded_by_id == house.liaison.user_id
    send_letters(house, agreed, at=at)
    liaison.get(f"/cases/{agreed.uuid}/")
    liaison.get(f"/cases/{agreed.uuid}/log/")
    assert [entry.fields.keys() for entry in shown()] == [{"status"}, {"status", "reply"}]
    assert shown()[0].fields["status"] == shown()[1].fields["status"]
    with acting(house.liaison):
        assert not Exchange.objects.exists()
    officer = Client()
    log_in(officer, house.officer.user)
    officer.get(f"/cases/{agreed.uuid}/")
    assert len(shown()) == 2


def test_answers_of_the_machines_door_are_noted(house, agreed, at):
    machine = machine_of(house, at)
    for _ in range(2):
        machine.get(f"/api/v1/applications/{agreed.uuid}")
        machine.get("/api/v1/applications")
    with acting(house.officer):
        (entry,) = Exchange.objects.filter(case=agreed, channel=Channel.MACHINE)
        assert entry.fields.keys() == {"status"}


def test_announcing_anew_ends_the_sight_of_the_border_office_before(house, at):
    case = an_application(house, at=at).case
    bring_to(house, case, "transfer_announced", at=at)
    announce(house, case, at)
    with acting(house.officer):
        shares = CaseShare.objects.filter(case=case).order_by("granted_at", "id")
        assert sorted(share.ended_at is None for share in shares) == [False, True]
        assert {share.ended_by_id for share in shares if share.ended_at} == {house.liaison.user_id}


def test_a_person_linked_by_mistake_does_not_stay_a_subject(house, at):
    case = an_application(house, at=at).case
    for _ in range(2):
        link_new_person(house, case, at=at)
    with acting(house.officer):
        parties = {party.person_id: party.part for party in CaseParty.objects.filter(case=case)}
        subject = Case.objects.get(pk=case.pk).subject_id
    assert sorted(parties.values()) == ["replaced", "subject"]
    assert parties[subject] == "subject"


def wait_until_somebody_waits_for_the_lock():
    for _ in range(200):
        with connection.cursor() as cursor:
            cursor.execute("select 1 from pg_locks where locktype = 'advisory' and not granted")
            if cursor.fetchone():
                return
        time.sleep(0.02)
    pytest.fail("Nobody waited.")


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("first", ["claim", "release"])
def test_a_claim_and_a_release_at_the_same_time_never_both_pass_unseen(first):
    house, at = a_house(), timezone.now()
    case = an_application(house, at=at).case
    bring_to(house, case, "agreed", at=at)
    act(case, "approve_sending", house.officer, at=at)
    begun, results = threading.Event(), {}
    doing = {
        "claim": (house.protection, lambda: lodge_a_claim(house, case, at)),
        "release": (
            house.supervisor,
            lambda: act(case, "release_letters", house.supervisor, at=at),
        ),
    }
    second = ({"claim", "release"} - {first}).pop()

    def run(name):
        actor, work = doing[name]
        try:
            if name == second:
                begun.wait(10)
                work()
            else:
                with acting(actor):
                    work()
                    begun.set()
                    wait_until_somebody_waits_for_the_lock()
            results[name] = "done"
        except NotPossibleNow:
            results[name] = "refused"
        finally:
            begun.set()
            connection.close()

    threads = [threading.Thread(target=run, args=(name,)) for name in doing]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    with acting(house.protection):
        alerts = ExchangeAlert.objects.count()
    if first == "claim":
        assert results == {"claim": "done", "release": "refused"}
        assert (letters_sent(house, case), alerts) == (0, 0)
    else:
        assert results == {"claim": "done", "release": "done"}
        assert (letters_sent(house, case), alerts) == (2, 1)
    with acting(house.liaison) as liaison:
        assert not [
            letter
            for letter in Letter.objects.filter(case=case)
            if not is_shut(letter.case, liaison, at)
        ]


def is_shut(case, actor, at):
    from korpu.foundations.casework.api import may_leave

    return not may_leave(case, actor=actor, at=at)
