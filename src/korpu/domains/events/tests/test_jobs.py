"""The jobs of events, carried out by a real worker."""

from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone

from korpu.domains.events.models import Certificate, Event
from korpu.domains.events.services.attendance import Mark, mark_attendance
from korpu.domains.events.services.events import close_event
from korpu.domains.events.tasks import remind
from korpu.domains.events.testing import make_announced
from korpu.foundations.accounts.api import acting, system_actor
from korpu.foundations.accounts.testing import log_in
from korpu.foundations.jobs.testing import carry_out_waiting_jobs
from korpu.foundations.mail.api import Message

LIST = "Soyad,Ad,E-poçt\nƏliyeva,Nərmin,narmin@example.org\nQuliyev,,\n"


def letters(words):
    with acting(system_actor()):
        return [one.to_address for one in Message.objects.filter(subject__contains=words)]


@pytest.mark.django_db(transaction=True)
def test_the_worker_reads_a_list_reminds_once_and_issues_each_certificate_once(manager, client):
    now = timezone.now()
    tomorrow = timezone.localdate(now) + timedelta(days=1)
    event = make_announced(manager, first=tomorrow, at=now)
    log_in(client, manager.user)
    given = SimpleUploadedFile("list.csv", LIST.encode("utf-8-sig"))
    sent = client.post(reverse("events:import", args=(event.uuid,)), {"file": given})
    assert sent.status_code == 302
    carry_out_waiting_jobs()
    with acting(manager):
        assert [one.family_name for one in event.participants.all()] == ["Əliyeva"]
        assert event.batches.get().status == "finished"

    for _ in range(2):
        remind.defer(timestamp=int(now.timestamp()))
        carry_out_waiting_jobs()
    assert letters("Xatırlatma") == ["narmin@example.org"]

    then = now + timedelta(days=2)
    with acting(manager):
        for half in event.half_days.select_related("event"):
            marks = [Mark(one.pk, "present", "") for one in event.participants.all()]
            mark_attendance(half_day=half, marks=marks, actor=manager, at=then)
        close_event(event=Event.objects.get(pk=event.pk), actor=manager, at=then)
    for _ in range(2):
        assert client.post(reverse("events:issue", args=(event.uuid,))).status_code == 302
        carry_out_waiting_jobs()
    with acting(manager):
        assert Certificate.objects.filter(event=event).count() == 1
    assert letters("sertifikat") == ["narmin@example.org"]
