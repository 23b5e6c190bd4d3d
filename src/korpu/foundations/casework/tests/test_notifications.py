"""People are told once, as they chose, and no letter says who a person is."""

from datetime import timedelta

import pytest
from django.core import mail
from django.utils import timezone

from korpu.foundations.accounts.api import acting, actor_of, system_actor
from korpu.foundations.accounts.services import withdraw_user
from korpu.foundations.accounts.testing import log_in, make_compartment, make_user
from korpu.foundations.casework.models import Deadline
from korpu.foundations.casework.services.papers import add_task
from korpu.foundations.casework.services.people import add_party, assign_case
from korpu.foundations.casework.tasks import mark_lapsed_deadlines, remind_of_deadlines
from korpu.foundations.casework.testing import act, make_case, make_counterpart
from korpu.foundations.mail.models import Message
from korpu.foundations.mail.tasks import deliver
from korpu.foundations.notifications.api import Telling
from korpu.foundations.notifications.kinds import kinds
from korpu.foundations.notifications.models import Notification
from korpu.foundations.notifications.services.telling import choose
from korpu.foundations.notifications.tasks import forget, mail_at_once, mail_digests
from korpu.foundations.persons.testing import make_person
from korpu.kernel.texts import Text

pytestmark = pytest.mark.django_db


@pytest.fixture
def supervisor():
    return actor_of(make_user(role="readmission_supervisor"))


@pytest.fixture
def officer():
    return actor_of(make_user(role="readmission_officer"))


@pytest.fixture
def case(supervisor):
    with acting(supervisor):
        return make_case(
            actor=supervisor,
            compartment=make_compartment("readmission"),
            counterpart=make_counterpart(),
        )


def give(case, officer, supervisor, *, at=None) -> None:
    with acting(supervisor):
        case.refresh_from_db()
        assign_case(case=case, user=officer.user, actor=supervisor, at=at or timezone.now())


def told(who) -> list[str]:
    with acting(who):
        return list(Notification.objects.order_by("pk").values_list("kind", flat=True))


def mail_all() -> None:
    with acting(system_actor()):
        keys = list(Notification.objects.values_list("pk", flat=True))
    for key in keys:
        mail_at_once(notification_id=key)
    with acting(system_actor()):
        waiting = list(Message.objects.filter(state="waiting").values_list("pk", flat=True))
    for key in waiting:
        deliver(message_id=key)


def test_an_assigned_case_and_a_task_are_told_in_one_letter_that_names_nobody(
    case, officer, supervisor
) -> None:
    person = make_person(compartment=make_compartment("readmission"))
    with acting(supervisor):
        add_party(case=case, person=person, part="subject", actor=supervisor, at=timezone.now())
    give(case, officer, supervisor)
    with acting(supervisor):
        add_task(
            case=case,
            title=Text(az=person.surname, en=person.surname, ru=person.surname),
            user=officer.user,
            actor=supervisor,
            at=timezone.now(),
        )
    assert told(officer) == ["casework.assigned", "casework.task_given"]
    assert told(supervisor) == []
    mail_all()
    mail_all()
    (letter,) = mail.outbox
    assert letter.to == [officer.user.email]
    assert case.number in letter.body
    assert f"/cases/{case.uuid}/" in letter.body
    assert person.surname not in letter.body + letter.subject


def test_whoever_takes_a_case_is_not_told_of_it(case, supervisor) -> None:
    give(case, supervisor, supervisor)
    assert told(supervisor) == []


def test_a_choice_of_once_a_day_or_never_is_kept(case, officer, supervisor) -> None:
    with acting(officer):
        choose(
            choices={"casework.assigned": Telling.DAILY, "casework.task_given": Telling.NONE},
            actor=officer,
        )
    give(case, officer, supervisor)
    with acting(supervisor):
        add_task(
            case=case,
            title=Text(az="A", en="A", ru="A"),
            user=officer.user,
            actor=supervisor,
            at=timezone.now(),
        )
    mail_all()
    assert mail.outbox == []
    assert len(told(officer)) == 2
    mail_digests(timestamp=0)
    mail_digests(timestamp=0)
    mail_all()
    (letter,) = mail.outbox
    assert letter.body.count(case.number) == 1


def test_what_was_read_in_the_application_is_not_mailed_nor_is_a_withdrawn_account(
    case, officer, supervisor, client
) -> None:
    give(case, officer, supervisor)
    log_in(client, officer.user)
    assert "korpu-count" in client.get("/notifications/").text
    with acting(officer):
        one = Notification.objects.get()
    answer = client.get(f"/notifications/{one.uuid}/")
    assert answer["location"] == f"/cases/{case.uuid}/"
    assert "korpu-count" not in client.get("/notifications/").text
    with acting(supervisor):
        assign_case(case=case, user=None, actor=supervisor, at=timezone.now())
    give(case, officer, supervisor, at=timezone.now() + timedelta(minutes=1))
    with acting(system_actor()) as system:
        withdraw_user(user=officer.user, actor=system, at=timezone.now())
    mail_all()
    assert mail.outbox == []


def test_nobody_opens_the_notification_of_somebody_else(case, officer, supervisor, client) -> None:
    give(case, officer, supervisor)
    with acting(officer):
        one = Notification.objects.get()
    log_in(client, supervisor.user)
    assert client.get(f"/notifications/{one.uuid}/").status_code == 404
    assert client.post("/notifications/read/").status_code == 302
    with acting(officer):
        assert Notification.objects.filter(read_at=None).count() == 1


def test_the_answer_of_the_other_side_reaches_the_officer(case, officer, supervisor) -> None:
    give(case, officer, supervisor)
    liaison = actor_of(make_user(role="liaison", office=case.counterpart.office))
    with acting(liaison):
        act(case, "withdraw_application", liaison)
    assert told(officer) == ["casework.assigned", "casework.counterpart_acted"]


def test_a_missed_deadline_is_told_once_however_often_the_clock_looks(officer, supervisor) -> None:
    long_ago = timezone.now() - timedelta(days=60)
    with acting(supervisor):
        case = make_case(actor=supervisor, at=long_ago, effective_on=long_ago.date())
    give(case, officer, supervisor)
    with acting(system_actor()):
        Deadline.objects.filter(case=case).update(state="running")
    mark_lapsed_deadlines(timestamp=0)
    first = told(officer)
    assert "casework.breached" in first
    with acting(system_actor()):
        Deadline.objects.filter(case=case).update(state="running")
    mark_lapsed_deadlines(timestamp=0)
    assert told(officer) == first
    with acting(system_actor()):
        people = Notification.objects.filter(kind="casework.escalated").values_list("user_id")
        assert len(people) == len(set(people))


def test_a_deadline_that_comes_near_is_told_once_per_date(case, officer, supervisor) -> None:
    give(case, officer, supervisor)
    today = timezone.localdate()
    with acting(system_actor()):
        one = Deadline.objects.filter(case=case, state="running").first()
        Deadline.objects.filter(pk=one.pk).update(due_on=today + timedelta(days=2))
    assert remind_of_deadlines(timestamp=0) == 1
    assert remind_of_deadlines(timestamp=0) == 0
    with acting(system_actor()):
        Deadline.objects.filter(pk=one.pk).update(due_on=today + timedelta(days=3))
    assert remind_of_deadlines(timestamp=0) == 1
    assert told(officer).count("casework.due_soon") == 2


def test_the_page_of_choices_keeps_them_and_refuses_what_is_none(officer, client) -> None:
    log_in(client, officer.user)
    page = client.get("/notifications/choices/", headers={"accept-language": "en"}).text
    assert "A case was assigned to me" in page or "İş mənə həvalə edildi" in page
    sent = {kind.id: "none" for kind in kinds()}
    assert client.post("/notifications/choices/", sent).status_code == 302
    wrong = sent | {"casework.assigned": "by pigeon"}
    assert client.post("/notifications/choices/", wrong).status_code == 422


def test_notifications_older_than_a_year_are_forgotten(case, officer, supervisor) -> None:
    give(case, officer, supervisor)
    forget(timestamp=0)
    assert len(told(officer)) == 1
    with acting(system_actor()):
        Notification.objects.update(created_at=timezone.now() - timedelta(days=366))
    forget(timestamp=0)
    assert told(officer) == []
