"""Another body is asked, answers by its link or its account, and is chased when it is late."""

import io
import re
from datetime import timedelta

import pytest
from django.core import mail
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils import timezone
from pypdf import PdfWriter

from korpu.foundations.accounts.api import Actor, acting, system_actor
from korpu.foundations.accounts.testing import make_actor, make_compartment, make_office
from korpu.foundations.casework.models import Attachment, Case, Enquiry, Letter
from korpu.foundations.casework.services.letters import issue_letter, return_letter, send_letter
from korpu.foundations.casework.tasks import chase_enquiries
from korpu.foundations.casework.testing import make_case, make_counterpart
from korpu.foundations.casework.tests.test_pages import log_in
from korpu.foundations.mail.models import Message
from korpu.foundations.mail.tasks import deliver
from korpu.foundations.notifications.models import Notification
from korpu.foundations.organisations.enums import OrganisationKind
from korpu.kernel.errors import InvalidInput, NotPossibleNow

pytestmark = pytest.mark.django_db

TODAY = timezone.localdate()


def a_pdf() -> bytes:
    writer, file = PdfWriter(), io.BytesIO()
    writer.add_blank_page(72, 72)
    writer.write(file)
    return file.getvalue()


@pytest.fixture
def officer() -> Actor:
    return make_actor("readmission_officer")


@pytest.fixture
def case(officer) -> Case:
    with acting(officer):
        return make_case(
            actor=officer,
            compartment=make_compartment("readmission"),
            counterpart=make_counterpart(),
        )


@pytest.fixture
def body():
    office = make_office("border-head", kind=OrganisationKind.STATE_BODY)
    make_compartment("border", office=office)
    return office.organisation


def question(body, **changes) -> dict[str, object]:
    given = {
        "organisation": body.pk,
        "address": "chancery@example.az",
        "language": "en",
        "title": "Crossings in 2025",
        "text": "When did Mərkərzadə cross?",
        "due_on": (TODAY + timedelta(days=5)).isoformat(),
    }
    return given | changes


def ask(client, officer, case, body) -> Enquiry:
    log_in(client, officer.user)
    answer = client.post(f"/cases/{case.uuid}/enquiries/ask/", question(body))
    assert answer.status_code == 302
    with acting(officer):
        return Enquiry.objects.get()


def link_of_last_letter() -> str:
    with acting(system_actor()):
        keys = list(Message.objects.filter(state="waiting").values_list("pk", flat=True))
    for key in keys:
        deliver(message_id=key)
    letter = next(one for one in reversed(mail.outbox) if one.to == ["chancery@example.az"])
    assert "Mərkərzadə" not in letter.body + letter.subject
    return re.search(r"https?://[^/]+(/answers/\S+/)", letter.body)[1]


def kinds(actor) -> list[str]:
    with acting(actor):
        return list(Notification.objects.order_by("pk").values_list("kind", flat=True))


def test_a_body_answers_by_its_link_and_the_answer_is_on_the_case(
    client, officer, case, body
) -> None:
    enquiry = ask(client, officer, case, body)
    link = link_of_last_letter()
    visitor = Client()
    assert "When did Mərkərzadə cross?" in visitor.get(link).content.decode()
    assert visitor.post(link, {"answer": "On 1 May", "name": " "}).status_code == 422
    bad = SimpleUploadedFile("a.pdf", b"no pdf at all")
    refused = visitor.post(link, {"answer": "On 1 May", "name": "N.", "uploads": bad})
    assert refused.status_code == 422
    assert "On 1 May" in refused.content.decode()
    file = SimpleUploadedFile("crossings.pdf", a_pdf())
    done = visitor.post(link, {"answer": "On 1 May", "name": "Major N.", "uploads": file})
    assert done.status_code == 200
    assert visitor.get(link).status_code == 404
    page = client.get(f"/cases/{case.uuid}/enquiries/{enquiry.uuid}/").content.decode()
    assert "On 1 May" in page
    assert "Major N." in page
    assert "crossings.pdf" in page
    with acting(officer):
        assert Attachment.objects.get(case=case).enquiry_id == enquiry.pk
    assert kinds(officer) == ["casework.enquiry_answered"]


def test_a_body_with_an_account_sees_its_questions_and_nothing_else(
    client, officer, case, body
) -> None:
    enquiry = ask(client, officer, case, body)
    guard = make_actor("border_officer", office=make_office("border-head"))
    stranger = make_actor("border_officer", office=make_office("elsewhere"))
    own, other = Client(), Client()
    log_in(own, guard.user)
    log_in(other, stranger.user)
    assert "Crossings in 2025" in own.get("/questions/").content.decode()
    assert "Crossings in 2025" not in other.get("/questions/").content.decode()
    assert other.get(f"/questions/{enquiry.uuid}/").status_code == 404
    assert own.get(f"/cases/{case.uuid}/").status_code == 404
    sent = {"answer": "Never", "name": "Captain"}
    assert own.post(f"/questions/{enquiry.uuid}/", sent).status_code == 200
    with acting(officer):
        enquiry.refresh_from_db()
    assert (enquiry.answer, enquiry.answered_by_id) == ("Never", guard.user_id)


@pytest.mark.parametrize(
    "wrong",
    [
        {"due_on": TODAY.isoformat()},
        {"address": "nobody"},
        {"title": " "},
        {"organisation": ""},
        {"language": "de"},
    ],
)
def test_a_question_that_cannot_be_sent_is_refused(client, officer, case, body, wrong) -> None:
    log_in(client, officer.user)
    answer = client.post(f"/cases/{case.uuid}/enquiries/ask/", question(body, **wrong))
    assert answer.status_code == 422
    assert "When did" in answer.content.decode()
    abroad = question(body, organisation=case.counterpart.office.organisation_id)
    assert client.post(f"/cases/{case.uuid}/enquiries/ask/", abroad).status_code == 422
    with acting(officer):
        assert not Enquiry.objects.exists()


def test_a_late_body_is_reminded_once_with_a_new_link_and_the_heads_are_told_after_a_week(
    client, officer, case, body
) -> None:
    head = make_actor("readmission_supervisor")
    enquiry = ask(client, officer, case, body)
    first = link_of_last_letter()
    chase_enquiries(timestamp=0)
    assert kinds(officer) == []
    with acting(officer):
        Enquiry.objects.update(due_on=TODAY - timedelta(days=1))
    chase_enquiries(timestamp=0)
    chase_enquiries(timestamp=0)
    second = link_of_last_letter()
    assert sum(one.to == ["chancery@example.az"] for one in mail.outbox) == 2
    assert Client().get(first).status_code == 404
    assert Client().get(second).status_code == 200
    assert (kinds(officer), kinds(head)) == (["casework.enquiry_late"], [])
    with acting(officer):
        Enquiry.objects.update(due_on=TODAY - timedelta(days=8))
    chase_enquiries(timestamp=0)
    chase_enquiries(timestamp=0)
    assert kinds(head) == ["casework.enquiry_escalated"]
    address = f"/cases/{case.uuid}/enquiries/{enquiry.uuid}/"
    assert client.post(f"{address}withdraw/").status_code == 302
    assert Client().get(second).status_code == 404
    assert client.post(f"{address}remind/").status_code == 409


def test_a_letter_that_came_back_is_noted_once_and_not_before_it_was_sent(
    client, officer, case
) -> None:
    now = timezone.now()
    head = make_actor("readmission_supervisor")
    with acting(officer):
        letter = issue_letter(
            case=case,
            template="notice",
            language="en",
            data={"blocks": ["For the file"]},
            actor=officer,
            at=now,
        )
        with pytest.raises(NotPossibleNow):
            return_letter(letter=letter, returned_on=TODAY, note="", actor=officer, at=now)
        send_letter(letter=letter, actor=officer, at=now)
        early = TODAY - timedelta(days=1)
        with pytest.raises(InvalidInput):
            return_letter(letter=letter, returned_on=early, note="", actor=officer, at=now)
    log_in(client, head.user)
    address = f"/cases/{case.uuid}/letters/{letter.pk}/returned/"
    sent = {"returned_on": TODAY.isoformat(), "note": "Unknown at the address"}
    assert client.post(address, sent).status_code == 302
    assert "Unknown at the address" in client.get(f"/cases/{case.uuid}/papers/").content.decode()
    assert client.post(address, sent).status_code == 409
    assert kinds(officer) == ["casework.letter_returned"]
    with acting(officer):
        assert Letter.objects.get().returned_on == TODAY
