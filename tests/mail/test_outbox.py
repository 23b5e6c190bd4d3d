"""What is queued is sent once, with what was meant, and tells nobody more than it must."""

import logging
from datetime import timedelta
from smtplib import SMTPRecipientsRefused, SMTPServerDisconnected

import pytest
from django.core import mail
from django.core.mail.backends.locmem import EmailBackend
from django.db import connection, transaction
from django.utils import timezone
from procrastinate.contrib.django.models import ProcrastinateJob

from korpu.foundations.accounts.api import acting, system_actor
from korpu.foundations.accounts.testing import log_in, make_actor, make_office, make_user
from korpu.foundations.mail.api import MailFile, Message, MessageState, queue_message
from korpu.foundations.mail.services.delivery import PAUSES, deliver_message, overdue_messages
from korpu.foundations.mail.services.queue import purge_messages
from korpu.foundations.mail.tasks import deliver
from korpu.kernel.errors import InvalidInput

pytestmark = pytest.mark.django_db


def queued(**changes: object) -> Message:
    given = {
        "to": "reader@example.az",
        "subject": "İşə baxın",
        "text": "Bir iş sizə verildi.\r\nhttps://korpu.example/",
        "language": "az",
        "at": timezone.now(),
    }
    with acting(make_actor("mentor", office=make_office())) as actor:
        return queue_message(**(given | changes), actor=actor)


def state_of(message: Message) -> Message:
    with acting(system_actor()):
        return Message.objects.get(pk=message.pk)


def attempt(message: Message, *, after: timedelta = timedelta()) -> Message | None:
    with acting(system_actor()):
        return deliver_message(message_id=message.pk, at=timezone.now() + after)


def test_the_worker_sends_a_message_once_with_headers_and_files() -> None:
    message = queued(
        attachments=[
            MailFile("dəvət.ics", b"BEGIN:VCALENDAR", "text/calendar; method=REQUEST"),
            MailFile("a.pdf", b"%PDF-\x00\xff", "application/pdf"),
        ],
        headers={"List-Unsubscribe": "<https://korpu.example/off>"},
    )
    deliver(message_id=message.pk)
    deliver(message_id=message.pk)
    (sent,) = mail.outbox
    parsed = sent.message()
    calendar, pdf = parsed.get_payload()[1:]
    assert parsed["To"] == "reader@example.az"
    assert parsed["List-Unsubscribe"] == "<https://korpu.example/off>"
    assert parsed["Message-ID"].startswith(f"<{message.uuid}@")
    assert parsed["Auto-Submitted"] == "auto-generated"
    assert (calendar.get_content_type(), calendar.get_param("method")) == (
        "text/calendar",
        "REQUEST",
    )
    assert calendar.get_filename() == "dəvət.ics"
    assert pdf.get_payload(decode=True) == b"%PDF-\x00\xff"
    after = state_of(message)
    assert (after.state, after.attempts_count, after.next_attempt_at) == ("sent", 1, None)


def test_a_rollback_takes_the_message_and_its_job_back() -> None:
    with acting(make_actor("mentor", office=make_office())) as actor:
        queue_message(
            to="a@example.az", subject="A", text="B", language="en", actor=actor, at=timezone.now()
        )
        transaction.set_rollback(True)
    with acting(system_actor()):
        assert not Message.objects.exists()
    assert not ProcrastinateJob.objects.filter(task_name="mail.deliver").exists()


def test_the_job_carries_the_key_alone() -> None:
    message = queued()
    job = ProcrastinateJob.objects.get(task_name="mail.deliver")
    assert job.args == {"message_id": message.pk}


def test_whoever_caused_a_message_does_not_see_it_nor_does_a_visitor() -> None:
    writer = make_actor("mentor", office=make_office())
    with acting(writer) as actor:
        queue_message(
            to="a@example.az", subject="A", text="B", language="en", actor=actor, at=timezone.now()
        )
        assert not Message.objects.exists()
    queue_message(
        to="v@example.az", subject="A", text="B", language="en", actor=actor, at=timezone.now()
    )
    with acting(system_actor()):
        by = dict(Message.objects.values_list("to_address", "queued_by_id"))
    assert by == {"a@example.az": writer.user_id, "v@example.az": None}


@pytest.mark.parametrize(
    ("field", "given"),
    [
        ("to", {"to": "reader@example.az\nBcc: all@example.az"}),
        ("to", {"to": "a@example.az, b@example.az"}),
        ("to", {"to": "nobody"}),
        ("subject", {"subject": "A\r\nBcc: all@example.az"}),
        ("subject", {"subject": "  "}),
        ("text", {"text": "\x00"}),
        ("language", {"language": "de"}),
        ("headers", {"headers": {"List-Unsubscribe": "<x>\r\nBcc: all@example.az"}}),
        ("headers", {"headers": {"Bcc": "all@example.az"}}),
        ("headers", {"headers": {"Content-Type": "text/html"}}),
        ("headers", {"headers": {"X: Y": "z"}}),
        ("attachments", {"attachments": [MailFile("../a", b"", "text/plain")]}),
        ("attachments", {"attachments": [MailFile("a", b"", "text/plain\r\nX: y")]}),
        ("attachments", {"attachments": [MailFile("a", b"x" * 10_000_001, "text/plain")]}),
    ],
)
def test_what_cannot_be_sent_is_refused_at_its_part(field: str, given: dict[str, object]) -> None:
    with pytest.raises(InvalidInput) as refused:
        queued(**given)
    assert set(refused.value.fields) == {field}
    assert "example.az" not in str(refused.value) or field == "to"


class Failing(EmailBackend):
    failure: Exception = SMTPServerDisconnected("reader@example.az is away")

    def send_messages(self, messages: object) -> int:
        raise self.failure


def test_a_failure_that_may_pass_is_tried_again_ever_later_and_given_up_in_the_end(
    settings, caplog
) -> None:
    settings.EMAIL_BACKEND = f"{__name__}.Failing"
    message = queued()
    caplog.set_level(logging.DEBUG)
    deliver(message_id=message.pk)
    waiting = state_of(message)
    assert (waiting.state, waiting.attempts_count) == ("waiting", 1)
    assert waiting.last_error == "SMTPServerDisconnected"
    assert attempt(message) is None
    for pause in PAUSES:
        assert state_of(message).state == MessageState.WAITING
        attempt(message, after=pause + timedelta(seconds=5))
        assert "reader" not in state_of(message).last_error
    assert state_of(message).state == MessageState.FAILED
    assert "reader@" not in caplog.text
    planned = ProcrastinateJob.objects.filter(task_name="mail.deliver", scheduled_at__isnull=False)
    assert planned.exists()


def test_a_refusal_for_good_is_not_tried_again(settings, monkeypatch) -> None:
    settings.EMAIL_BACKEND = f"{__name__}.Failing"
    refusal = SMTPRecipientsRefused({"reader@example.az": (550, b"no reader@example.az here")})
    monkeypatch.setattr(Failing, "failure", refusal)
    message = queued()
    attempt(message)
    assert (state_of(message).state, state_of(message).last_error) == ("failed", "SMTP 550")


def test_a_message_whose_job_was_lost_is_found() -> None:
    message = queued(at=timezone.now() - timedelta(minutes=11))
    queued()
    with acting(system_actor()):
        assert overdue_messages(at=timezone.now()) == [message.pk]


def test_what_ended_before_the_term_is_removed_with_its_files_and_the_trail_kept_no_words() -> None:
    message = queued(attachments=[MailFile("a.txt", b"a", "text/plain")])
    waiting = queued(at=timezone.now() - timedelta(days=400))
    attempt(message)
    with acting(system_actor()):
        assert purge_messages(at=timezone.now() + timedelta(days=29)) == 0
        assert purge_messages(at=timezone.now() + timedelta(days=31)) == 1
        assert list(Message.objects.values_list("pk", flat=True)) == [waiting.pk]
        with connection.cursor() as cursor:
            cursor.execute("select count(*) from mail_attachment")
            assert cursor.fetchone() == (0,)
    with acting(make_actor("auditor")), connection.cursor() as cursor:
        cursor.execute("select coalesce(string_agg(e::text, ''), '') from audit_event e")
        (trail,) = cursor.fetchone()
    assert "reader@example.az" not in trail
    assert "Bir iş" not in trail


def test_an_administrator_sees_what_is_stuck_and_sends_it_again_or_gives_it_up(
    client, settings
) -> None:
    log_in(client, make_user(role="administrator"))
    settings.EMAIL_BACKEND = f"{__name__}.Failing"
    stuck, other = queued(), queued(to="other@example.az")
    attempt(stuck)
    page = client.get("/mail/?state=waiting&text=reader", headers={"accept-language": "en"})
    assert "reader@example.az" in page.text
    assert "other@example.az" not in page.text
    address = f"/mail/{stuck.uuid}/"
    assert "Bir iş" not in client.get(address).text
    assert client.post(f"{address}again/").status_code == 302
    assert state_of(stuck).attempts_count == 0
    assert client.post(f"{address}give-up/").status_code == 302
    assert state_of(stuck).state == MessageState.GIVEN_UP
    assert client.post(f"{address}again/").status_code == 409
    assert attempt(stuck) is None
    assert state_of(other).state == MessageState.WAITING
