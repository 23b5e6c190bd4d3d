"""From the invitation to the certificate, and what goes wrong on the way."""

import re
from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from korpu.domains.events import links
from korpu.domains.events.enums import AttendanceStatus, ParticipantStatus
from korpu.domains.events.models import Attendance, Evaluation, Event, Participant
from korpu.domains.events.selectors.people import invitation_page, my_page
from korpu.domains.events.selectors.results import results_of
from korpu.domains.events.services.attendance import (
    Mark,
    mark_attendance,
    mark_by_badge,
    mark_by_room_code,
)
from korpu.domains.events.services.events import cancel_event, change_event, close_event
from korpu.domains.events.services.invitations import (
    InvitationFacts,
    invite_institution,
    nominate,
    withdraw_nominee,
)
from korpu.domains.events.services.outcomes import add_decision, evaluate
from korpu.domains.events.services.purging import purge_participants
from korpu.domains.events.services.registration import (
    PersonFacts,
    cancel_own_registration,
    confirm_registration,
    enter_participant,
    register,
)
from korpu.domains.events.services.reminding import remind_owners
from korpu.domains.events.testing import event_facts, make_announced
from korpu.domains.events.tests.conftest import AFTER, AT, FIRST, ON_THE_DAY, SITE
from korpu.foundations.accounts.api import acting, system_actor
from korpu.foundations.accounts.testing import log_in, make_user
from korpu.foundations.mail.api import Message
from korpu.kernel.errors import Conflict, InvalidInput, NotFound, NotPossibleNow

AYSEL = PersonFacts("Əliyeva", "Aysel", "aysel@example.org", "Sərhəd Xidməti", "AZE", "F")


def mails(to=""):
    with acting(system_actor()):
        rows = Message.objects.order_by("pk")
        return list(rows.filter(to_address=to) if to else rows)


def person(number, **changes):
    return replace(AYSEL, email=f"p{number}@example.org", given_names=f"P{number}", **changes)


def come(event, facts, at=AT):
    """Register on the public page and open the link."""
    register(event=event, facts=facts, consents=True, at=at, site=SITE)
    token = re.search(r"/events/mine/([^/]+)/confirm/", mails(facts.email)[-1].text).group(1)
    return token, confirm_registration(token=token, at=at, site=SITE)


def enter(event, actor, count):
    with acting(actor):
        return [
            enter_participant(event=event, facts=person(n), actor=actor, at=AT, site=SITE)
            for n in range(count)
        ]


def halves(event):
    with acting(system_actor()):
        return list(event.half_days.select_related("event"))


def test_a_registration_counts_once_the_address_is_confirmed(announced):
    token, aysel = come(announced, AYSEL)
    assert aysel.status == ParticipantStatus.REGISTERED
    assert confirm_registration(token=token, at=AT, site=SITE).status == "registered"
    told = mails(AYSEL.email)
    assert len(told) == 2
    with acting(system_actor()):
        attached = told[-1].attachments.get()
    assert b"METHOD:REQUEST" in bytes(attached.content)


def test_registering_twice_tells_nobody_who_is_on_the_list(manager, client):
    now = timezone.now()
    announced = make_announced(manager, first=timezone.localdate() + timedelta(days=5), at=now)
    come(announced, AYSEL, at=now)
    page = reverse("events:register", args=(announced.slug,))
    sent = {"family_name": "X", "given_names": "Y", "email": "AYSEL@example.org",
            "language": "en", "consents": "on"}  # fmt: skip
    again = client.post(page, sent)
    new = client.post(page, sent | {"email": "new@example.org"})
    assert again.status_code == new.status_code == 302
    assert again["Location"] == new["Location"]
    with acting(system_actor()):
        assert Participant.objects.get(email_key=AYSEL.email).given_names == "Aysel"
    assert len(mails("new@example.org")) == 1
    client.post(page, sent | {"email": "new@example.org"})
    assert len(mails("new@example.org")) == 1


def test_a_late_registration_or_one_without_consent_is_refused(announced, client):
    late = announced.registration_until + timedelta(seconds=1)
    with pytest.raises(NotPossibleNow):
        register(event=announced, facts=AYSEL, consents=True, at=late, site=SITE)
    with pytest.raises(InvalidInput):
        register(event=announced, facts=AYSEL, consents=False, at=AT, site=SITE)
    page = reverse("events:register", args=(announced.slug,))
    answer = client.post(page, {"family_name": "Əliyeva"})
    assert "qeydiyyat bağlıdır" in answer.content.decode()


def test_when_all_places_are_taken_the_next_one_waits_and_moves_up(manager):
    event = make_announced(manager, first=FIRST, at=AT, capacity=1)
    token, first = come(event, person(1))
    _, second = come(event, person(2))
    assert (first.status, second.status) == ("registered", "waiting")
    cancel_own_registration(token=token, at=AT, site=SITE)
    with acting(system_actor()):
        second.refresh_from_db()
    assert second.status == "registered"
    assert len(mails(second.email)) == 3


def test_raising_the_limit_lets_those_who_wait_move_up(manager):
    event = make_announced(manager, first=FIRST, at=AT, capacity=1)
    come(event, person(1))
    _, second = come(event, person(2))
    with acting(manager):
        event.refresh_from_db()
        change_event(
            event=event, facts=event_facts(first=FIRST, capacity=2),
            expected_version=event.version, actor=manager, at=AT, site=SITE,
        )  # fmt: skip
        second.refresh_from_db()
    assert second.status == "registered"


def invited(event, manager, quota=1):
    facts = InvitationFacts("DSX", "AZE", "dsx@example.org", "en", quota, date(2026, 11, 8))
    with acting(manager):
        invite_institution(event=event, facts=facts, actor=manager, at=AT, site=SITE)
    return re.search(r"/events/invited/([^/]+)/", mails("dsx@example.org")[-1].text).group(1)


def test_an_institution_names_people_within_its_quota_and_deputies_step_in(manager, announced):
    token = invited(announced, manager)
    named = nominate(token=token, facts=person(1), is_deputy=False, at=AT, site=SITE)
    with pytest.raises(InvalidInput, match="1"):
        nominate(token=token, facts=person(2), is_deputy=False, at=AT, site=SITE)
    deputy = nominate(token=token, facts=person(2), is_deputy=True, at=AT, site=SITE)
    assert deputy.status == ParticipantStatus.DEPUTY
    withdraw_nominee(token=token, participant=named, at=AT, site=SITE)
    with acting(system_actor()):
        deputy.refresh_from_db()
    assert deputy.status == ParticipantStatus.REGISTERED
    late = datetime(2026, 11, 9, 6, tzinfo=AT.tzinfo)
    with pytest.raises(NotPossibleNow):
        nominate(token=token, facts=person(3), is_deputy=True, at=late, site=SITE)
    assert invitation_page(token=token, at=late).closed is not None


def test_a_link_that_is_not_ours_opens_nothing(announced, client):
    token, _ = come(announced, AYSEL)
    for wrong in (token[:-1] + ("A" if token[-1] != "A" else "B"), "x", token.replace("~", "")):
        assert client.get(reverse("events:mine", args=(wrong,))).status_code == 404
    as_invitation = reverse("events:nominate", args=(token,))
    assert client.get(as_invitation).status_code == 404


def test_calling_off_tells_everybody_and_takes_it_out_of_their_calendars(manager, announced):
    come(announced, AYSEL)
    invited(announced, manager)
    with acting(manager):
        cancel_event(event=announced, reason="Hava", actor=manager, at=AT, site=SITE)
    told = mails(AYSEL.email)[-1]
    with acting(system_actor()):
        calendar = bytes(told.attachments.get().content).decode()
        event = Event.objects.get(pk=announced.pk)
    assert "METHOD:CANCEL" in calendar
    assert f"SEQUENCE:{event.sequence}" in calendar
    assert "Hava" in mails("dsx@example.org")[-1].text
    with pytest.raises(NotPossibleNow):
        register(event=event, facts=person(9), consents=True, at=AT, site=SITE)


def test_moving_an_announced_event_sends_a_later_version_to_calendars(manager, announced):
    come(announced, AYSEL)
    moved = event_facts(first=FIRST + timedelta(days=1))
    with acting(manager):
        announced.refresh_from_db()
        before = announced.sequence
        change_event(
            event=announced, facts=moved, expected_version=announced.version,
            actor=manager, at=AT, site=SITE,
        )  # fmt: skip
        announced.refresh_from_db()
    assert announced.sequence == before + 1
    assert len(mails(AYSEL.email)) == 3


def test_two_organisers_may_mark_different_people_but_not_the_same_differently(manager, announced):
    one, two = enter(announced, manager, 2)
    half = halves(announced)[0]
    with acting(manager):
        mark_attendance(
            half_day=half, marks=[Mark(one.pk, "present", "")], actor=manager, at=ON_THE_DAY
        )
    with acting(manager):
        mark_attendance(
            half_day=half,
            marks=[Mark(two.pk, "absent", ""), Mark(one.pk, "", "")],
            actor=manager,
            at=ON_THE_DAY,
        )
    clash = [Mark(two.pk, "present", "absent"), Mark(one.pk, "excused", "", "Xəstə")]
    with acting(manager), pytest.raises(Conflict):
        mark_attendance(half_day=half, marks=clash, actor=manager, at=ON_THE_DAY)
    with acting(manager):
        known = {a.participant_id: a.status for a in Attendance.objects.all()}
    assert known == {one.pk: "present", two.pk: "absent"}


def test_nobody_is_marked_who_is_not_registered_or_before_the_day(manager, announced):
    (one,) = enter(announced, manager, 1)
    half = halves(announced)[0]
    other = make_announced(manager, first=FIRST, at=AT)
    with acting(manager):
        stranger = enter_participant(event=other, facts=person(7), actor=manager, at=AT, site=SITE)
    mark = {"half_day": half, "actor": manager}
    with acting(manager), pytest.raises(InvalidInput):
        mark_attendance(marks=[Mark(stranger.pk, "present", "")], at=ON_THE_DAY, **mark)
    with acting(manager), pytest.raises(NotPossibleNow):
        mark_attendance(marks=[Mark(one.pk, "present", "")], at=AT, **mark)
    with acting(manager), pytest.raises(InvalidInput) as refused:
        mark_attendance(marks=[Mark(one.pk, "excused", "")], at=ON_THE_DAY, **mark)
    assert f"reason-{one.pk}" in refused.value.fields
    token = links.badge_token(stranger.uuid)
    with acting(manager), pytest.raises(NotPossibleNow):
        mark_by_badge(token=token, half_day=half, actor=manager, at=ON_THE_DAY)


def test_the_code_of_the_room_works_for_minutes_and_for_people_on_the_list(
    manager, announced, monkeypatch
):
    (one,) = enter(announced, manager, 1)
    half = halves(announced)[0]
    token = links.room_token(half.uuid)
    marked = mark_by_room_code(token=token, code=f" {one.code.lower()} ", at=ON_THE_DAY)
    assert marked.status == AttendanceStatus.PRESENT
    again = mark_by_room_code(token=token, code=one.code, at=ON_THE_DAY)
    assert again.pk == marked.pk
    with pytest.raises(NotFound):
        mark_by_room_code(token=token, code="AAAAAAA", at=ON_THE_DAY)
    with pytest.raises(NotPossibleNow):
        mark_by_room_code(token=token, code=one.code, at=AFTER)
    monkeypatch.setattr(links, "ROOM_CODE_SECONDS", -1)
    with pytest.raises(NotPossibleNow, match="kod"):
        mark_by_room_code(token=token, code=one.code, at=ON_THE_DAY)


def everybody_there(event, manager, count):
    people = enter(event, manager, count)
    for half in halves(event):
        with acting(manager):
            marks = [Mark(one.pk, "present", "") for one in people]
            mark_attendance(half_day=half, marks=marks, actor=manager, at=ON_THE_DAY)
    return people


def test_answers_name_nobody_and_are_shown_from_five_on(manager, announced):
    people = everybody_there(announced, manager, 5)
    for place, one in enumerate(people):
        with acting(manager):
            assert results_of(announced).is_withheld
        token = links.participant_token(one.uuid)
        answers = {"useful": 5 - (place == 0), "suggestion": f"Daha çox təcrübə {place}"}
        evaluate(token=token, answers=answers, at=ON_THE_DAY)
    with pytest.raises(NotPossibleNow):
        evaluate(token=token, answers={"useful": 1}, at=ON_THE_DAY)
    with acting(manager):
        results = results_of(announced)
        columns = {field.name for field in Evaluation._meta.get_fields()}
    assert columns == {"uuid", "event", "questionnaire", "answers", "group"}
    useful = next(one for one in results.results if one.question.id == "useful")
    assert str(useful.mean) == "4.8"
    assert [str(share) for _, share in useful.shares][:2] == ["0.8", "0.2"]
    unanswered = next(one for one in results.results if one.question.id == "content")
    assert not unanswered.shares


def test_what_one_more_person_answered_cannot_be_read_off_from_the_change(manager, announced):
    people = everybody_there(announced, manager, 10)
    shown = []
    for one in people:
        token = links.participant_token(one.uuid)
        evaluate(token=token, answers={"useful": 1 if one is people[5] else 5}, at=ON_THE_DAY)
        with acting(manager):
            shown.append(results_of(announced))
    assert [(one.given, one.count) for one in shown[4:]] == [
        (5, 5), (6, 5), (7, 5), (8, 5), (9, 5), (10, 10),
    ]  # fmt: skip
    assert shown[5].results == shown[4].results, "The sixth, unhappy one shows in nothing."
    assert shown[9].results != shown[4].results


def test_whoever_was_not_there_is_not_asked(manager, announced):
    (one,) = enter(announced, manager, 1)
    token = links.participant_token(one.uuid)
    with pytest.raises(NotPossibleNow):
        evaluate(token=token, answers={"useful": 5}, at=ON_THE_DAY)
    assert not my_page(token=token, at=ON_THE_DAY).may_evaluate


def test_a_decision_of_a_closed_meeting_reaches_the_colleague_who_is_to_carry_it_out(
    manager, client
):
    meeting = make_announced(manager, first=FIRST, at=AT, is_public=False)
    with acting(manager):
        colleague = make_user(role="analyst", office=meeting.compartment.office)
    decided = {"event": meeting, "text": "Təlimatı yenilə", "actor": manager, "at": AT}
    with acting(manager):
        with pytest.raises(InvalidInput):
            add_decision(owner=colleague, due_on=None, **decided)
        task = add_decision(owner=colleague, due_on=FIRST, **decided)
    log_in(client, colleague)
    client.cookies["django_language"] = "en"
    frame = client.get(reverse("notifications:list")).content.decode()
    assert "You were given a task at “Document security”, due on 10.11.2026." in frame
    assert "My tasks from events" in frame
    tasks = reverse("events:tasks")
    assert "Təlimatı yenilə" in client.get(tasks).content.decode()
    with acting(system_actor()) as system:
        for at, told in ((AT, 0), (ON_THE_DAY, 1), (ON_THE_DAY, 0), (AFTER, 1), (AFTER, 0)):
            assert remind_owners(actor=system, at=at) == told
    finish = reverse("events:finish", args=(task.uuid,))
    assert client.post(finish, {"evidence": ""}).status_code == 422
    assert client.post(finish, {"evidence": "Əmr 12"}).status_code == 302
    assert "Təlimatı yenilə" not in client.get(tasks).content.decode()
    assert "My tasks from events" not in client.get(tasks).content.decode()
    with acting(system_actor()) as system:
        assert remind_owners(actor=system, at=AFTER + timedelta(days=9)) == 0


def test_names_go_when_their_term_is_over_and_what_is_counted_stays(manager, announced):
    people = everybody_there(announced, manager, 2)
    with acting(manager):
        close_event(event=announced, actor=manager, at=AFTER)
    with acting(system_actor()) as system:
        assert purge_participants(actor=system, at=AFTER + timedelta(days=720)) == 0
        assert purge_participants(actor=system, at=AFTER + timedelta(days=735)) == 1
        kept = Participant.objects.get(pk=people[0].pk)
        assert (kept.name, kept.email, kept.sex, kept.country) == ("", "", "F", "AZE")
        assert kept.attendances.count() == 2
    with pytest.raises(NotFound):
        my_page(token=links.participant_token(kept.uuid), at=AFTER)


def test_the_roll_on_the_page_keeps_what_was_typed_when_it_is_refused(manager, client):
    today = timezone.localdate()
    event = make_announced(manager, first=today, at=timezone.now())
    (one,) = enter(event, manager, 1)
    page = reverse("events:half_day", args=(event.uuid, halves(event)[0].uuid))
    log_in(client, manager.user)
    sent = {f"was-{one.pk}": "", f"status-{one.pk}": "excused", f"reason-{one.pk}": ""}
    refused = client.post(page, sent)
    assert refused.status_code == 422
    assert "Give the reason of the excuse." in refused.content.decode()
    assert client.post(page, sent | {f"reason-{one.pk}": "Xəstə"}).status_code == 302
    clash = client.post(page, sent | {f"status-{one.pk}": "absent"})
    assert clash.status_code == 409
    assert "In the records now:" in clash.content.decode()
