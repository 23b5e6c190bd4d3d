"""Letters leave through the gate; files stay with their case."""

import io
from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone
from PIL import Image
from pypdf import PdfReader

from korpu.foundations.accounts.api import Actor, acting
from korpu.foundations.accounts.testing import make_actor, make_compartment, make_office
from korpu.foundations.casework.enums import Audience
from korpu.foundations.casework.models import Attachment, Case, Letter
from korpu.foundations.casework.registry import register_outgoing_guard
from korpu.foundations.casework.services.filing import attach_uploads
from korpu.foundations.casework.services.letters import issue_letter, send_letter
from korpu.foundations.casework.services.papers import add_note, add_task, finish_task
from korpu.foundations.casework.testing import act, make_case, make_counterpart
from korpu.foundations.casework.tests.test_pages import log_in
from korpu.foundations.files.api import read_file
from korpu.foundations.files.models import StoredFile
from korpu.kernel.errors import InvalidInput, NotFound, NotPossibleNow
from korpu.kernel.texts import Text

pytestmark = pytest.mark.django_db

NOW = timezone.now()


@pytest.fixture
def officer() -> Actor:
    return make_actor("readmission_officer")


@pytest.fixture
def liaison() -> Actor:
    make_counterpart()
    return make_actor("liaison", office=make_office("deu-authority"))


@pytest.fixture
def case(officer, liaison) -> Case:
    place = make_compartment("readmission")
    with acting(officer):
        return make_case(actor=officer, compartment=place, counterpart=make_counterpart())


def refused(case: Case, officer: Actor, language: str = "en") -> Letter:
    """The letter of a refusal; call it inside ``acting(officer)``."""
    act(case, "begin_examination", officer)
    made = act(case, "refuse", officer, note="No record of the person was found.")
    return issue_letter(
        case=case,
        template="notice",
        language=language,
        data={"blocks": [{"rows": [["Received", date(2026, 3, 5)]]}]},
        actor=officer,
        at=NOW,
        act=made,
        addressee="Federal Office\nBerlin",
    )


def photo() -> SimpleUploadedFile:
    content = io.BytesIO()
    Image.new("RGB", (20, 20), "teal").save(content, "JPEG")
    return SimpleUploadedFile("photo.jpg", content.getvalue(), "image/jpeg")


def test_a_letter_says_number_reasons_remedy_and_the_doubts_about_its_rules(case, officer) -> None:
    with acting(officer):
        letter = refused(case, officer)
        reader = PdfReader(io.BytesIO(read_file(letter.file)))
    text = " ".join(" ".join(page.extract_text() for page in reader.pages).split())
    assert letter.number in text
    assert "No record of the person was found." in text
    assert "Federal Office" in text
    assert "5 March 2026" in text
    assert "How to contest this decision" in text
    assert "unverified rule" in text
    assert reader.trailer["/Root"]["/Lang"] == "en"


def test_a_letter_in_azerbaijani_keeps_its_letters(case, officer) -> None:
    with acting(officer):
        letter = refused(case, officer, language="az")
        reader = PdfReader(io.BytesIO(read_file(letter.file)))
    assert "ə" in reader.pages[0].extract_text()


def test_the_other_side_sees_a_letter_when_it_is_sent_and_not_before(
    case, officer, liaison
) -> None:
    with acting(officer):
        letter = refused(case, officer)
    with acting(liaison):
        assert not Letter.objects.exists()
        assert not StoredFile.objects.exists()
    with acting(officer):
        send_letter(letter=letter, actor=officer, at=NOW)
    with acting(liaison):
        assert Letter.objects.get().sent_at == NOW
        assert StoredFile.objects.get() == letter.file


def test_the_gate_is_asked_when_a_letter_is_issued(case, officer) -> None:
    register_outgoing_guard(close_the_gate)
    with acting(officer), pytest.raises(NotPossibleNow):
        refused(case, officer)
    with acting(officer):
        assert not Letter.objects.exists()


def test_the_gate_is_asked_again_when_a_letter_is_sent(case, officer) -> None:
    with acting(officer):
        letter = refused(case, officer)
        register_outgoing_guard(close_the_gate)
        with pytest.raises(NotPossibleNow):
            send_letter(letter=letter, actor=officer, at=NOW)
        letter.refresh_from_db()
    assert letter.sent_at is None


def test_a_letter_to_nobody_outside_needs_no_gate(case, officer) -> None:
    register_outgoing_guard(close_the_gate)
    with acting(officer):
        letter = issue_letter(
            case=case,
            template="notice",
            language="ru",
            data={"blocks": ["Для дела"]},
            actor=officer,
            at=NOW,
            audience=Audience.OFFICE,
        )
        assert send_letter(letter=letter, actor=officer, at=NOW).sent_at == NOW


def close_the_gate(case: Case, actor: Actor, at: object) -> None:
    raise NotPossibleNow("Cannot be sent.")


def test_a_letter_is_sent_once(case, officer) -> None:
    with acting(officer):
        letter = refused(case, officer)
        send_letter(letter=letter, actor=officer, at=NOW)
        with pytest.raises(NotPossibleNow):
            send_letter(letter=letter, actor=officer, at=NOW)


@pytest.mark.parametrize("template", ["no-such", "../roles", "notice.typ", ""])
def test_a_template_that_is_not_there_is_refused(case, officer, template) -> None:
    with acting(officer), pytest.raises(NotFound):
        issue_letter(case=case, template=template, language="en", data={}, actor=officer, at=NOW)


def test_what_the_other_side_attaches_both_sides_read(case, officer, liaison) -> None:
    with acting(liaison):
        attach_uploads(case=case, uploads=[photo()], title="Photo", actor=liaison, at=NOW)
        assert Attachment.objects.count() == 1
    with acting(officer):
        assert Attachment.objects.get().audience == Audience.COUNTERPART


def test_what_the_office_attaches_the_other_side_does_not_read(case, officer, liaison) -> None:
    with acting(officer):
        attach_uploads(case=case, uploads=[photo()], title="Photo", actor=officer, at=NOW)
    with acting(liaison):
        assert not Attachment.objects.exists()
        assert not StoredFile.objects.exists()


def test_of_several_files_all_are_taken_or_none(case, officer) -> None:
    bad = SimpleUploadedFile("x.pdf", b"<html>not a pdf</html>")
    with acting(officer):
        with pytest.raises(InvalidInput):
            attach_uploads(case=case, uploads=[photo(), bad], title="Both", actor=officer, at=NOW)
        assert not Attachment.objects.exists()


def test_files_are_attached_and_downloaded_on_the_page(client, case, officer, liaison) -> None:
    log_in(client, officer.user)
    address = f"/cases/{case.uuid}/papers/"
    answer = client.post(f"{address}attach/", {"title": "Photo", "uploads": [photo()]})
    assert answer["location"] == address
    with acting(officer):
        file = Attachment.objects.get().file
    answer = client.get(f"/cases/{case.uuid}/files/{file.uuid}/")
    assert answer.headers["content-disposition"].startswith("attachment")
    for close in answer._resource_closers:
        close()
    log_in(client, liaison.user)
    assert client.get(f"/cases/{case.uuid}/files/{file.uuid}/").status_code == 404


def test_a_file_that_cannot_be_taken_is_refused_at_its_field(client, case, officer) -> None:
    log_in(client, officer.user)
    bad = SimpleUploadedFile("x.pdf", b"<html>not a pdf</html>")
    answer = client.post(
        f"/cases/{case.uuid}/papers/attach/", {"title": "Typed title", "uploads": [bad]}
    )
    assert answer.status_code == 422
    assert "Typed title" in answer.content.decode()
    assert "govuk-error-message" in answer.content.decode()


def test_a_letter_is_sent_from_the_page(client, case, officer) -> None:
    with acting(officer):
        letter = refused(case, officer)
    log_in(client, officer.user)
    client.post(f"/cases/{case.uuid}/letters/{letter.pk}/send/")
    with acting(officer):
        letter.refresh_from_db()
    assert letter.sent_at is not None


def test_notes_and_tasks_are_written_on_the_page_of_the_work(client, case, officer) -> None:
    log_in(client, officer.user)
    address = f"/cases/{case.uuid}/work/"
    client.post(f"{address}note/", {"note-text": "Called the family <b>", "note-shared": "on"})
    client.post(
        f"{address}task/",
        {
            "task-title": "Ask the archive",
            "task-user": officer.user_id,
            "task-due_on": "2027-01-15",
        },
    )
    client.post(f"{address}assign/", {"assign-user": officer.user_id})
    page = client.get(address).content.decode()
    assert "Called the family &lt;b&gt;" in page
    assert "Ask the archive" in page
    assert "15/01/2027" in page


@pytest.mark.parametrize("form", ["note", "task"])
def test_an_empty_form_comes_back_with_its_error(client, case, officer, form) -> None:
    log_in(client, officer.user)
    answer = client.post(f"/cases/{case.uuid}/work/{form}/", {f"{form}-text": " "})
    assert answer.status_code == 422
    assert "govuk-error-summary" in answer.content.decode()


def test_a_task_is_done_once(case, officer) -> None:
    with acting(officer):
        task = add_task(case=case, title=Text("a", "b", "c"), actor=officer, at=NOW)
        finish_task(task=task, actor=officer, at=NOW)
        with pytest.raises(NotPossibleNow):
            finish_task(task=task, actor=officer, at=NOW)


def test_an_empty_note_is_refused(case, officer) -> None:
    with acting(officer), pytest.raises(InvalidInput):
        add_note(case=case, text="  ", actor=officer, at=NOW)
